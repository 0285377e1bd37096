// The person mask: how surely each place of the picture is a person.

export class PersonMask {
  constructor(load) {
    this.network = load("personMask");
  }

  /** @returns {{width, height, values: Float32Array}} 0 to 1, over the whole picture */
  look(picture) {
    const [height, width] = this.network.size;
    const window = { x: picture.width / 2, y: picture.height / 2, width: picture.width, height: picture.height };
    picture.read(window, height, width, this.network.pixels, [0, 1]);
    return { width, height, values: Float32Array.from(this.network.run().mask) };
  }
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
