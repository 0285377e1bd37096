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

/** The mean of the mask in a box [x, y, w, h] of a picture, in its pixels; 0 where the box is beyond it. */
export function maskIn(mask, picture, [x, y, w, h]) {
  const [fx, fy] = [mask.width / picture.width, mask.height / picture.height];
  const from = (at, factor) => Math.max(0, Math.floor(at * factor));
  const to = (at, factor, most) => Math.min(most, Math.max(Math.ceil(at * factor), from(at, factor) + 1));
  let [sum, count] = [0, 0];
  for (let row = from(y, fy); row < to(y + h, fy, mask.height); ++row)
    for (let column = from(x, fx); column < to(x + w, fx, mask.width); ++column) {
      sum += mask.values[row * mask.width + column];
      count += 1;
    }
  return count === 0 ? 0 : sum / count;
}
