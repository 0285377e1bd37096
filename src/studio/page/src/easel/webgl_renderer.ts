/** The easel drawn with WebGL2. Colours stay encoded, and strokes blend as the planner blends them. */
import { strokePlaces } from "../server/frames";
import { lightSide, lightTable, type Lamp } from "./lighting";
import type { Colour, Picture, Renderer, StrokeBatch, Surface } from "./renderer";
import { fillFragment, lampFragment, pictureFragment, quadVertex, ribbonParts, strokeFragment, strokeVertex } from "./shaders";
import type { Rect } from "./view";

interface Texture extends Picture {
  texture: WebGLTexture;
}
interface Target extends Texture, Surface {
  framebuffer: WebGLFramebuffer;
}

const strokeBytes = 4 * strokePlaces;

class Program {
  readonly #places = new Map<string, WebGLUniformLocation | null>();

  constructor(
    private readonly gl: WebGL2RenderingContext,
    readonly program: WebGLProgram,
  ) {}

  at(name: string): WebGLUniformLocation | null {
    if (!this.#places.has(name)) this.#places.set(name, this.gl.getUniformLocation(this.program, name));
    return this.#places.get(name) ?? null;
  }
}

function compiled(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) continue; // The context is lost.
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(gl.getProgramInfoLog(program) ?? "a shader does not link");
  return new Program(gl, program);
}

/** Browsers draw with one of these where there is no graphics card, or none that they trust. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(name));
}

class WebglRenderer implements Renderer {
  readonly kind = "webgl2";
  readonly slow: boolean;
  readonly #stroke: Program;
  readonly #picture: Program;
  readonly #fill: Program;
  /** Most are never asked for their lamp. */
  #lampProgram: Program | null = null;
  readonly #buffers: [WebGLBuffer, WebGLBuffer];
  readonly #ribbons: WebGLVertexArrayObject;
  readonly #empty: WebGLVertexArrayObject;
  #sent: StrokeBatch | null = null;
  #width = 1;
  #height = 1;

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.slow = isSoftware(gl);
    this.#stroke = compiled(gl, strokeVertex, strokeFragment);
    this.#picture = compiled(gl, quadVertex, pictureFragment);
    this.#fill = compiled(gl, quadVertex, fillFragment);
    this.#buffers = [gl.createBuffer(), gl.createBuffer()];
    this.#ribbons = gl.createVertexArray();
    this.#empty = gl.createVertexArray();
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
    this.#warm();
  }

  /** Programs are made ready when they are first used, which would be when the first strokes are waited for. */
  #warm(): void {
    const surface = this.surface(4, 4);
    const other = this.surface(4, 4);
    this.setStrokes({ from: new Float32Array(strokePlaces), to: new Float32Array(strokePlaces) });
    this.wipe(surface, null);
    this.lay(surface, 0, 1, 1, 1);
    this.put(surface, other, { x: 0, y: 0, width: 4, height: 4 }, 1);
    this.forget(surface);
    this.forget(other);
  }

  isLost(): boolean {
    return this.gl.isContextLost();
  }

  get #lamp(): Program {
    return (this.#lampProgram ??= compiled(this.gl, quadVertex, lampFragment));
  }

  resize(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
  }

  #texture(width: number, height: number, format: number, levels: number): Texture {
    const { gl } = this;
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, levels, format, width, height);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, levels > 1 ? gl.LINEAR_MIPMAP_LINEAR : gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    return { texture, width, height };
  }

  picture(source: ImageBitmap): Texture {
    const { gl } = this;
    const { width, height } = source;
    const levels = Math.floor(Math.log2(Math.max(width, height))) + 1;
    const made = this.#texture(width, height, gl.RGBA8, levels);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, gl.RGBA, gl.UNSIGNED_BYTE, source);
    gl.generateMipmap(gl.TEXTURE_2D);
    return made;
  }

  relief(slopes: Float32Array, width: number, height: number): Texture {
    const { gl } = this;
    const made = this.#texture(width, height, gl.RG16F, 1);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RG, gl.FLOAT, slopes);
    return made;
  }

  surface(width: number, height: number): Target {
    const { gl } = this;
    const made = this.#texture(width, height, gl.RGBA8, 1);
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, made.texture, 0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    return { ...made, framebuffer, surface: true };
  }

  forget(picture: Picture): void {
    this.gl.deleteTexture((picture as Texture).texture);
    if ("framebuffer" in picture) this.gl.deleteFramebuffer((picture as Target).framebuffer);
  }

  #into(surface: Surface | null): void {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, surface ? (surface as Target).framebuffer : null);
    gl.disable(gl.SCISSOR_TEST);
    gl.viewport(0, 0, surface?.width ?? this.#width, surface?.height ?? this.#height);
  }

  wipe(surface: Surface, colour: Colour | null): void {
    const { gl } = this;
    this.#into(surface);
    if (colour) gl.clearColor(colour[0] / 255, colour[1] / 255, colour[2] / 255, 1);
    else gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  setStrokes({ from, to }: StrokeBatch): void {
    if (this.#sent?.from === from && this.#sent.to === to) return;
    this.#sent = { from, to };
    const { gl } = this;
    [from, to].forEach((values, i) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers[i] ?? null);
      gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
    });
  }

  /** WebGL2 has no first instance: the attributes begin at it instead. */
  #bindRibbons(first: number): void {
    const { gl } = this;
    gl.bindVertexArray(this.#ribbons);
    this.#buffers.forEach((buffer, i) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      const attribute = (place: number, size: number, kind: number, offset: number) => {
        gl.enableVertexAttribArray(place);
        gl.vertexAttribPointer(place, size, kind, kind === gl.UNSIGNED_BYTE, strokeBytes, first * strokeBytes + offset);
        gl.vertexAttribDivisor(place, 1);
      };
      attribute(4 * i, 4, gl.FLOAT, 0);
      attribute(4 * i + 1, 4, gl.FLOAT, 16);
      attribute(4 * i + 2, 1, gl.FLOAT, 32);
      attribute(4 * i + 3, 4, gl.UNSIGNED_BYTE, 36);
    });
  }

  lay(surface: Surface, first: number, last: number, perMm: number, share: number): void {
    if (last <= first) return;
    const { gl } = this;
    this.#into(surface);
    gl.useProgram(this.#stroke.program);
    gl.uniform1f(this.#stroke.at("share"), share);
    gl.uniform1f(this.#stroke.at("least"), 1.5 / perMm);
    gl.uniform2f(this.#stroke.at("size"), surface.width / perMm, surface.height / perMm);
    this.#bindRibbons(first);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 2 * (ribbonParts + 1), last - first);
    gl.bindVertexArray(null);
  }

  #quad(program: Program, at: Rect, width: number, height: number, flipped: boolean): void {
    const { gl } = this;
    gl.uniform4f(program.at("at"), at.x, at.y, at.width, at.height);
    gl.uniform2f(program.at("size"), width, height);
    gl.uniform1i(program.at("flipped"), flipped ? 1 : 0);
    gl.bindVertexArray(this.#empty);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  #usePicture(program: Program, picture: Picture): void {
    const { gl } = this;
    gl.useProgram(program.program);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, (picture as Texture).texture);
    gl.uniform1i(program.at("picture"), 0);
  }

  put(surface: Surface, picture: Picture, at: Rect, opacity: number): void {
    const { gl } = this;
    this.#into(surface);
    this.#usePicture(this.#picture, picture);
    gl.uniform1f(this.#picture.at("opacity"), opacity);
    this.#quad(this.#picture, at, surface.width, surface.height, false);
  }

  begin(): void {
    const { gl } = this;
    this.#into(null);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  #onScreen(clip: Rect): void {
    const { gl } = this;
    this.#into(null);
    gl.enable(gl.SCISSOR_TEST);
    const left = Math.round(clip.x);
    const top = Math.round(clip.y);
    const width = Math.max(0, Math.round(clip.x + clip.width) - left);
    const height = Math.max(0, Math.round(clip.y + clip.height) - top);
    gl.scissor(left, this.#height - top - height, width, height);
  }

  draw(picture: Picture, at: Rect, clip: Rect, opacity: number): void {
    const { gl } = this;
    this.#onScreen(clip);
    this.#usePicture(this.#picture, picture);
    gl.uniform1f(this.#picture.at("opacity"), opacity);
    this.#quad(this.#picture, at, this.#width, this.#height, true);
  }

  fill(colour: Colour, at: Rect, clip: Rect): void {
    const { gl } = this;
    this.#onScreen(clip);
    gl.useProgram(this.#fill.program);
    gl.uniform3f(this.#fill.at("colour"), colour[0] / 255, colour[1] / 255, colour[2] / 255);
    this.#quad(this.#fill, at, this.#width, this.#height, true);
  }

  #light: { lamp: Lamp; texture: WebGLTexture } | null = null;
  #lightOf(lamp: Lamp): { texture: WebGLTexture } {
    const { gl } = this;
    if (this.#light?.lamp === lamp) return this.#light;
    const texture = this.#light?.texture ?? this.#texture(lightSide, lightSide, gl.RG16F, 1).texture;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, lightSide, lightSide, gl.RG, gl.FLOAT, lightTable(lamp));
    this.#light = { lamp, texture };
    return this.#light;
  }

  drawLit(paint: Picture, relief: Picture, at: Rect, clip: Rect, lamp: Lamp): void {
    const { gl } = this;
    this.#onScreen(clip);
    this.#usePicture(this.#lamp, paint);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, (relief as Texture).texture);
    gl.uniform1i(this.#lamp.at("slopes"), 1);
    gl.activeTexture(gl.TEXTURE2);
    gl.bindTexture(gl.TEXTURE_2D, this.#lightOf(lamp).texture);
    gl.uniform1i(this.#lamp.at("light"), 2);
    gl.activeTexture(gl.TEXTURE0);
    gl.disable(gl.BLEND);
    this.#quad(this.#lamp, at, this.#width, this.#height, true);
    gl.enable(gl.BLEND);
  }
}

/** Null where there is no WebGL2. */
export function createWebglRenderer(canvas: HTMLCanvasElement): Renderer | null {
  const gl = canvas.getContext("webgl2", { alpha: true, antialias: false, depth: false, premultipliedAlpha: true });
  return gl ? new WebglRenderer(gl) : null;
}
