/** The programs of the WebGL2 renderer. */
import { decoding, encoding, lightSide, steepest } from "./lighting";

const number = (value: number): string => value.toFixed(7);

/** Written as Horner has it; the constant is 0. */
const polynomial = (of: string, parts: readonly number[]): string =>
  parts.reduceRight((inner, part) => `${of} * (${number(part)}${inner && ` + ${inner}`})`, "");

/** Parts of a ribbon along its stroke; the first and the last are the soft ends. */
export const ribbonParts = 16;

/**
 * A stroke is a ribbon about its curve, as wide as its border reaches. Coverage falls smoothly over the border, as
 * src/rendering/flat_touch.cpp lays a planned stroke. Each value lies between that of two plans.
 */
export const strokeVertex = `#version 300 es
layout(location = 0) in vec4 fromA; layout(location = 1) in vec4 fromB; layout(location = 2) in float fromC; layout(location = 3) in vec4 fromColour;
layout(location = 4) in vec4 toA; layout(location = 5) in vec4 toB; layout(location = 6) in float toC; layout(location = 7) in vec4 toColour;
uniform float share, least;
uniform vec2 size;
out vec4 colour;
out vec4 place; // across, half width, travelled, left; mm
out float edge;
void main() {
  vec4 a = mix(fromA, toA, share), b = mix(fromB, toB, share);
  vec2 p0 = a.xy, p1 = a.zw, p2 = b.xy;
  edge = max(mix(fromC, toC, share), least);
  colour = mix(fromColour, toColour, share);
  float parts = float(${ribbonParts});
  float k = float(gl_VertexID / 2), side = float(gl_VertexID % 2) * 2.0 - 1.0;
  float u = clamp((k - 1.0) / (parts - 2.0), 0.0, 1.0);
  vec2 along = 2.0 * mix(p1 - p0, p2 - p1, u);
  if (dot(along, along) < 1e-10) along = p2 - p0 + vec2(1e-4, 0.0);
  vec2 ahead = normalize(along);
  float beyond = k < 0.5 ? -0.5 * edge : k > parts - 0.5 ? 0.5 * edge : 0.0;
  float first = 2.0 * length(p1 - p0), last = 2.0 * length(p2 - p1);
  float travelled = u * (first + 0.5 * u * (last - first)) + beyond;
  float halfWidth = mix(b.z, b.w, u);
  float across = side * (halfWidth + 0.5 * edge);
  vec2 at = mix(mix(p0, p1, u), mix(p1, p2, u), u) + ahead * beyond + vec2(-ahead.y, ahead.x) * across;
  place = vec4(across, halfWidth, travelled, 0.5 * (first + last) - travelled);
  gl_Position = vec4(at / size * 2.0 - 1.0, 0.0, 1.0);
}`;

export const strokeFragment = `#version 300 es
precision highp float;
in vec4 colour;
in vec4 place;
in float edge;
out vec4 seen;
float soft(float inside) { return smoothstep(0.0, 1.0, inside / edge + 0.5); }
void main() {
  float alpha = colour.a * soft(place.y - abs(place.x)) * soft(place.z) * soft(place.w);
  seen = vec4(colour.rgb * alpha, alpha);
}`;

/** A rectangle of the screen, device pixels from the top left, with a picture on it. */
export const quadVertex = `#version 300 es
uniform vec4 at;
uniform vec2 size;
uniform bool flipped;
out vec2 uv;
void main() {
  uv = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 p = (at.xy + uv * at.zw) / size * 2.0 - 1.0;
  gl_Position = vec4(p.x, flipped ? -p.y : p.y, 0.0, 1.0);
}`;

export const pictureFragment = `#version 300 es
precision highp float;
uniform sampler2D picture;
uniform float opacity;
in vec2 uv;
out vec4 seen;
void main() { seen = texture(picture, uv) * opacity; }`;

export const fillFragment = `#version 300 es
precision highp float;
uniform vec3 colour;
out vec4 seen;
void main() { seen = vec4(colour, 1.0); }`;

/** How light of slopes is looked up, and colours decoded and encoded: lighting.ts says how exactly. */
export const lampFragment = `#version 300 es
precision highp float;
uniform sampler2D picture, slopes, light;
in vec2 uv;
out vec4 seen;
void main() {
  vec2 at = texture(slopes, uv).rg * ${number((0.5 * (lightSide - 1)) / (lightSide * steepest))} + 0.5;
  vec2 lit = texture(light, at).rg;
  vec3 c = texture(picture, uv).rgb;
  vec3 linear = ${polynomial("c", decoding)};
  vec3 root = sqrt(clamp(linear * lit.r + lit.g, 0.0, 1.0));
  seen = vec4(${polynomial("root", encoding)}, 1.0);
}`;
