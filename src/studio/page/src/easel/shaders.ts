/** The programs of the WebGL2 renderer. */
import { ambient, glinting, glintSpread, keyOnVarnish, room, roughness } from "./lighting";

const number = (value: number): string => value.toFixed(6);

const lightOfColours = `
vec3 linear(vec3 c) { return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), step(vec3(0.04045), c)); }
vec3 encoded(vec3 c) {
  c = clamp(c, 0.0, 1.0);
  return mix(12.92 * c, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(vec3(0.0031308), c));
}`;

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

/** src/rendering/lighting.cpp, as lighting.ts tells it. */
export const lampFragment = `#version 300 es
precision highp float;
uniform sampler2D picture, slopes;
uniform vec3 key, halfway, glint;
uniform float fresnel, flatVarnish;
in vec2 uv;
out vec4 seen;
${lightOfColours}
float varnish(vec3 n) {
  float along = max(0.0, dot(n, halfway));
  const float square = ${number(roughness * roughness)}, k = ${number(0.5 * roughness)};
  float spread = along * along * (square - 1.0) + 1.0;
  float lit = max(0.0, dot(n, key));
  float shadowing = 1.0 / ((lit * (1.0 - k) + k) * (n.z * (1.0 - k) + k));
  return ${number(keyOnVarnish)} * square / (3.14159265 * spread * spread) * fresnel * 0.25 * shadowing * lit / key.z;
}
void main() {
  vec3 n = normalize(vec3(-texture(slopes, uv).rg, 1.0));
  float direct = max(0.0, dot(n, key)) / key.z;
  float lit = ${number(ambient)} * (0.5 + 0.5 * n.z) + ${number(1 - ambient)} * direct;
  float burning = ${number(glinting)} * max(0.0, 1.0 - (1.0 - max(0.0, dot(n, glint))) / ${number(glintSpread)});
  float gloss = varnish(n) - flatVarnish - ${number(room)} * n.y + burning * burning;
  seen = vec4(encoded(linear(texture(picture, uv).rgb) * lit + gloss), 1.0);
}`;
