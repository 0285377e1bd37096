// The person mask: how surely each place of the picture is a person.

/** The window that is a whole picture. */
export function wholeOf({ width, height }) {
  return { x: width / 2, y: height / 2, width, height };
}

export class PersonMask {
  constructor(load) {
    this.network = load("personMask");
  }

  /** @returns {{width, height, values: Float32Array}} 0 to 1, over a window of the picture */
  look(picture, window) {
    const [height, width] = this.network.size;
    picture.read(window, height, width, this.network.pixels, [0, 1]);
    return { width, height, values: Float32Array.from(this.network.run().mask) };
  }
}

// How wide the windows are in which people are looked at again, in their own extent.
const kCloser = [1.15, 1.35];

/** Square windows about boxes of people, as much of each as lies in the picture being looked at more closely; none for none. */
export function closerWindows(picture, boxes) {
  const inPicture = boxes.map(([x, y, w, h]) => [
    Math.max(0, x),
    Math.max(0, y),
    Math.min(picture.width, x + w),
    Math.min(picture.height, y + h),
  ]);
  if (inPicture.length === 0) return [];
  const [left, top] = [0, 1].map((side) => Math.min(...inPicture.map((box) => box[side])));
  const [right, bottom] = [2, 3].map((side) => Math.max(...inPicture.map((box) => box[side])));
  const side = Math.max(right - left, bottom - top);
  return kCloser.map((room) => ({ x: (left + right) / 2, y: (top + bottom) / 2, width: room * side, height: room * side }));
}

/** The value of a mask over a window at a place of the picture, between its own places; 0 beyond the window. */
function valueAt(mask, window, x, y) {
  const u = ((x - window.x) / window.width + 0.5) * mask.width;
  const v = ((y - window.y) / window.height + 0.5) * mask.height;
  if (u < 0 || v < 0 || u > mask.width || v > mask.height) return 0;
  const [left, top] = [Math.max(0, u - 0.5), Math.max(0, v - 0.5)];
  const [column, row] = [Math.min(Math.floor(left), mask.width - 1), Math.min(Math.floor(top), mask.height - 1)];
  const [right, below] = [Math.min(column + 1, mask.width - 1), Math.min(row + 1, mask.height - 1)];
  const [a, b] = [Math.min(1, left - column), Math.min(1, top - row)];
  const at = (c, r) => mask.values[r * mask.width + c];
  return (1 - b) * ((1 - a) * at(column, row) + a * at(right, row)) + b * ((1 - a) * at(column, below) + a * at(right, below));
}

/**
 * The mask of the whole picture and those of the windows about its people brought together: what most of them say; nobody is
 * beyond the windows.
 * @param views [{mask, window}], the widest window last; none: the mask as it is
 */
export function seenAgain(mask, picture, views) {
  if (views.length === 0) return mask;
  const widest = views.at(-1).window;
  const [dx, dy] = [picture.width / mask.width, picture.height / mask.height];
  const values = mask.values.map((value, at) => {
    const x = ((at % mask.width) + 0.5) * dx;
    const y = (Math.floor(at / mask.width) + 0.5) * dy;
    const beyond = Math.abs(x - widest.x) > widest.width / 2 || Math.abs(y - widest.y) > widest.height / 2;
    const closer = views.reduce((sum, view) => sum + valueAt(view.mask, view.window, x, y), 0);
    return beyond ? 0 : (value + closer) / (1 + views.length);
  });
  return { ...mask, values };
}

const kSure = 0.5;
// Patches that are smaller than this share of the picture are nobody to look for.
const kLeastPatch = 0.003;
const kRoom = 1.3;

/** A box of the picture, in whole places of the mask: [left, top, right, bottom], the last two beyond it. */
function placesOf(mask, picture, [x, y, w, h]) {
  const [fx, fy] = [mask.width / picture.width, mask.height / picture.height];
  const left = Math.max(0, Math.floor(x * fx));
  const top = Math.max(0, Math.floor(y * fy));
  const right = Math.min(mask.width, Math.max(Math.ceil((x + w) * fx), left + 1));
  return [left, top, right, Math.min(mask.height, Math.max(Math.ceil((y + h) * fy), top + 1))];
}

/** The mean of the mask in a box [x, y, w, h] of a picture, in its pixels; 0 where the box is beyond it. */
export function maskIn(mask, picture, box) {
  const [left, top, right, bottom] = placesOf(mask, picture, box);
  let sum = 0;
  for (let row = top; row < bottom; ++row)
    for (let column = left; column < right; ++column) sum += mask.values[row * mask.width + column];
  const count = (right - left) * (bottom - top);
  return right > left && bottom > top ? sum / count : 0;
}

/** A mask that says nothing in some boxes. */
export function without(mask, picture, boxes) {
  const values = Float32Array.from(mask.values);
  for (const box of boxes) {
    const [left, top, right, bottom] = placesOf(mask, picture, box);
    for (let row = top; row < bottom; ++row) values.fill(0, row * mask.width + left, row * mask.width + Math.max(left, right));
  }
  return { ...mask, values };
}

/** The connected patch that a place belongs to, taken off the map: how many places, and the box about them. */
function takePatch(open, width, height, start) {
  const patch = { count: 0, left: width, top: height, right: 0, bottom: 0 };
  const stack = [start];
  open[start] = 0;
  while (stack.length > 0) {
    const at = stack.pop();
    const [x, y] = [at % width, Math.floor(at / width)];
    patch.count += 1;
    patch.left = Math.min(patch.left, x);
    patch.right = Math.max(patch.right, x + 1);
    patch.top = Math.min(patch.top, y);
    patch.bottom = Math.max(patch.bottom, y + 1);
    const neighbours = [x > 0 && at - 1, x < width - 1 && at + 1, y > 0 && at - width, y < height - 1 && at + width];
    for (const next of neighbours)
      if (next !== false && open[next]) {
        open[next] = 0;
        stack.push(next);
      }
  }
  return patch;
}

/** Windows about the patches of the mask that lie in none of some boxes, the largest first. */
export function uncovered(mask, picture, boxes) {
  const { width, height } = mask;
  const open = Uint8Array.from(without(mask, picture, boxes).values, (value) => (value > kSure ? 1 : 0));
  const patches = [];
  open.forEach((_, at) => {
    if (open[at]) patches.push(takePatch(open, width, height, at));
  });
  const [fx, fy] = [picture.width / width, picture.height / height];
  return patches
    .filter((patch) => patch.count >= kLeastPatch * width * height)
    .sort((a, b) => b.count - a.count)
    .map(({ left, top, right, bottom }) => {
      const side = kRoom * Math.max((right - left) * fx, (bottom - top) * fy);
      return { x: ((left + right) / 2) * fx, y: ((top + bottom) / 2) * fy, width: side, height: side };
    });
}
