/**
 * The lamp: what src/rendering/lighting.cpp computes, which says where the formulas come from. The 2D canvas computes it for
 * each pixel; WebGL2, which is software on some machines, looks it up by the surface's slopes.
 */

/** Degrees: azimuth 0 above, 90 right; elevation 90 head-on. */
export interface Light {
  azimuth: number;
  elevation: number;
}

export const standardLight: Light = { azimuth: 315, elevation: 40 };
export const lowestElevation = 5;

const ambient = 0.28;
const roughness = 0.3;
const keyOnVarnish = 0.55;
const glintSpread = 0.003;
const glinting = 0.35;
const room = 0.03;
const reflectance = 0.08;
const glintTilt = 0.36;

type Vec3 = readonly [number, number, number];

export interface Lamp {
  key: Vec3;
  half: Vec3;
  glint: Vec3;
  fresnel: number;
  flatVarnish: number;
}

const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function varnish(lamp: Omit<Lamp, "flatVarnish">, normal: Vec3): number {
  const along = Math.max(0, dot(normal, lamp.half));
  const square = roughness * roughness;
  const spread = along * along * (square - 1) + 1;
  const lit = Math.max(0, dot(normal, lamp.key));
  const k = 0.5 * roughness;
  const shadowing = 1 / ((lit * (1 - k) + k) * (normal[2] * (1 - k) + k));
  return ((keyOnVarnish * square) / (Math.PI * spread * spread)) * lamp.fresnel * 0.25 * shadowing * (lit / lamp.key[2]);
}

export function lampAt({ azimuth, elevation }: Light): Lamp {
  const up = (Math.min(Math.max(elevation, lowestElevation), 90) * Math.PI) / 180;
  const around = ((azimuth % 360) * Math.PI) / 180;
  const key: Vec3 = [Math.sin(around) * Math.cos(up), -Math.cos(around) * Math.cos(up), Math.sin(up)];
  const scale = 1 / Math.sqrt(2 + 2 * key[2]);
  const half: Vec3 = [key[0] * scale, key[1] * scale, (key[2] + 1) * scale];
  const glint: Vec3 = [Math.sin(around) * Math.sin(glintTilt), -Math.cos(around) * Math.sin(glintTilt), Math.cos(glintTilt)];
  const lamp = { key, half, glint, fresnel: reflectance + (1 - reflectance) * (1 - half[2]) ** 5 };
  return { ...lamp, flatVarnish: varnish(lamp, [0, 0, 1]) };
}

/** Share of the paint's own light that is seen, and the gloss on top of it. Linear light. */
export function seen(lamp: Lamp, normal: Vec3): { share: number; gloss: number } {
  const direct = Math.max(0, dot(normal, lamp.key)) / lamp.key[2];
  const facing = Math.max(0, dot(normal, lamp.glint));
  const burning = glinting * Math.max(0, 1 - (1 - facing) / glintSpread);
  return {
    share: ambient * (0.5 + 0.5 * normal[2]) + (1 - ambient) * direct,
    gloss: varnish(lamp, normal) - lamp.flatVarnish - room * normal[1] + burning * burning,
  };
}

/** Which way a surface faces that rises by these slopes, height over way. */
export function normalOf(dx: number, dy: number): Vec3 {
  const z = 1 / Math.sqrt(1 + dx * dx + dy * dy);
  return [-dx * z, -dy * z, z];
}

/** Wet paint keeps no slope much steeper (src/rendering/scene.cpp). */
export const steepest = 0.9;
/** Odd, so that flat paint is in its middle. */
export const lightSide = 95;

/** Shares and gloss, both after the other, for slopes along x and y from the steepest down to the steepest up. */
export function lightTable(lamp: Lamp): Float32Array {
  const table = new Float32Array(2 * lightSide * lightSide);
  const slope = (place: number) => steepest * ((2 * place) / (lightSide - 1) - 1);
  for (let y = 0; y < lightSide; y += 1)
    for (let x = 0; x < lightSide; x += 1) {
      const { share, gloss } = seen(lamp, normalOf(slope(x), slope(y)));
      table.set([share, gloss], 2 * (y * lightSide + x));
    }
  return table;
}

/**
 * Polynomials that a shader has in the place of powers: linear light of a colour, and the colour of the root of linear light.
 * Fitted by least squares; what is lit is within 5 of 255 of what toLinear and toEncoded make of it.
 */
export const decoding = [0.0298007, 0.6251419, 0.3450574] as const;
export const encoding = [1.0299956, 0.4120357, -0.8284829, 0.3864516] as const;

/** Where the lamp stands when the pointer is at a place from -1 to 1: high over the middle, low at the border. */
export function lightAt(x: number, y: number): Light {
  const azimuth = Math.round((Math.atan2(x, -y) * 180) / Math.PI + 360) % 360;
  return { azimuth, elevation: Math.round(90 - 75 * Math.min(1, Math.hypot(x, y))) };
}

export const toLinear = (encoded: number): number =>
  encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;

export const toEncoded = (value: number): number =>
  value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
