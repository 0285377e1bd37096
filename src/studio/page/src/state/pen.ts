/** Lines drawn with a pen: smoothed, and written as an SVG drawing. */

export interface PenPoint {
  x: number;
  y: number;
}
export type PenLine = readonly PenPoint[];

/** Of the pad, in its own units. */
export const padWidth = 600;
export const padHeight = 220;

function distance(p: PenPoint, a: PenPoint, b: PenPoint): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return Math.hypot(p.x - a.x, p.y - a.y);
  return Math.abs((b.x - a.x) * (a.y - p.y) - (a.x - p.x) * (b.y - a.y)) / length;
}

/** The same line with as few points as stay within the tolerance (Ramer, Douglas and Peucker). */
export function simplified(line: PenLine, tolerance: number): PenLine {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let farthest = 0;
  let most = 0;
  line.forEach((point, i) => {
    const off = distance(point, first, last);
    if (off > most) [farthest, most] = [i, off];
  });
  if (most <= tolerance) return [first, last];
  return [...simplified(line.slice(0, farthest + 1), tolerance).slice(0, -1), ...simplified(line.slice(farthest), tolerance)];
}

const short = (value: number): string => String(Number(value.toFixed(1)));
const said = (...points: PenPoint[]): string => points.map(({ x, y }) => `${short(x)} ${short(y)}`).join(" ");

/** SVG path data of a smooth line through the points (Catmull and Rom's spline, as cubic curves). A touch becomes a dot. */
export function smoothPath(drawn: PenLine): string {
  const line = simplified(drawn, 1.2);
  const [first] = line;
  if (!first) return "";
  if (line.length === 1) return `M${said(first)}L${said({ x: first.x + 2, y: first.y })}`;
  const at = (i: number): PenPoint => line[Math.min(Math.max(i, 0), line.length - 1)] ?? first;
  const parts = line.slice(1).map((to, i) => {
    const from = at(i);
    const ahead = at(i + 2);
    const behind = at(i - 1);
    const leaves = { x: from.x + (to.x - behind.x) / 6, y: from.y + (to.y - behind.y) / 6 };
    const comes = { x: to.x - (ahead.x - from.x) / 6, y: to.y - (ahead.y - from.y) / 6 };
    return `C${said(leaves, comes, to)}`;
  });
  return `M${said(first)}${parts.join("")}`;
}

export function svgOf(lines: readonly PenLine[]): string {
  const paths = lines.map((line) => `<path d="${smoothPath(line)}" fill="none" stroke="black" stroke-width="4"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${padWidth} ${padHeight}">${paths.join("")}</svg>\n`;
}
