"""Figures whose alpha is known, on plain and on busy grounds: how much of each the program cuts out unasked."""

import dataclasses
import pathlib
import subprocess

import numpy
from PIL import Image, ImageFilter

ALPHAS = pathlib.Path(__file__).resolve().parent / "alphas"
# The picture, the share of its width that is used, the side that the figure leaves the picture by.
FIGURES = (("portrait-astronaut-collins.png", 1.0, "right"), ("portrait-sally-ride.jpg", 1.0, "left"),
           ("franck_02159.jpg", 1.0, "right"), ("figure-raised-arms-jump.jpg", 0.47, "left"),
           ("franck_04117.jpg", 1.0, "right"))
MASKS = {"portrait-astronaut-collins.png": "collins", "portrait-sally-ride.jpg": "ride",
         "figure-raised-arms-jump.jpg": "jump"}
PLAIN = {"white wall": ((238, 236, 230), (214, 210, 204)), "grey paper": ((150, 150, 152), (122, 122, 126)),
         "blue sky": ((96, 148, 208), (180, 206, 232)), "dark cloth": ((52, 42, 38), (34, 28, 28))}
BUSY = tuple(f"kodim{number:02}.png" for number in (1, 2, 3, 6, 7, 8, 13, 16, 19, 20, 21, 22))
PLAIN_SIZE = (768, 640)
HEIGHTS = (0.62, 0.78, 0.92)
BARS = {"plain": 0.95, "busy": 0.90}


@dataclasses.dataclass
class Figure:
    """A figure: its colours without the old ground's, 0 to 1, and its alpha."""
    name: str
    side: str
    colours: numpy.ndarray
    alpha: numpy.ndarray


@dataclasses.dataclass
class Pasted:
    name: str
    kind: str
    figure: str
    picture: Image.Image
    alpha: numpy.ndarray


def keyed(pixels):
    """The alpha of a figure before an evenly blue ground: how little of the blue is there."""
    blue = pixels[..., 2] - pixels[..., :2].max(axis=-1)
    key = numpy.median(blue[:40])
    alpha = numpy.clip((1.0 - blue / key - 0.12) / 0.72, 0.0, 1.0)
    alpha[:, :pixels.shape[1] // 20] = 0.0  # the back of a chair
    clothes = slice(round(0.72 * pixels.shape[0]), None)
    alpha[clothes] = closed(alpha)[clothes]
    return alpha


def closed(alpha):
    """Without the thin gaps that bluish stripes of the clothes leave."""
    picture = Image.fromarray(numpy.round(alpha * 255).astype(numpy.uint8))
    picture = picture.filter(ImageFilter.MaxFilter(15)).filter(ImageFilter.MinFilter(15))
    return numpy.asarray(picture, dtype=float) / 255.0


def blurred(channel, radius):
    picture = Image.fromarray(channel.astype(numpy.float32), mode="F")
    size = [max(1, round(v / radius)) for v in picture.size]
    return numpy.asarray(picture.resize(size, Image.Resampling.BOX).resize(picture.size, Image.Resampling.BILINEAR))


def spread(pixels, weight):
    """The colours where there is weight, carried on to where there is none."""
    out, left = numpy.zeros_like(pixels), numpy.ones(weight.shape)
    for radius in (2, 4, 8, 16, 64):
        total = blurred(weight, radius)
        share = numpy.where(total > 0.02, left, 0.0)
        for c in range(3):
            out[..., c] += share * blurred(pixels[..., c] * weight, radius) / numpy.maximum(total, 1e-6)
        left -= share
    return out + left[..., None] * pixels.mean(axis=(0, 1))


def own_colours(pixels, alpha):
    """The colours of a figure alone: where it is half transparent, what is left when the old ground is taken away, held near to
    the colours of its inside."""
    inside, ground = spread(pixels, (alpha > 0.98) * 1.0), spread(pixels, (alpha < 0.02) * 1.0)
    a = alpha[..., None]
    alone = numpy.clip((pixels - (1.0 - a) * ground) / numpy.maximum(a, 0.05), 0.0, 1.0)
    return numpy.where(a > 0.98, pixels, a * alone + (1.0 - a) * inside)


def read_figures(sources):
    """The figures whose pictures are there."""
    known = {source.name: source for source in sources if source.path}
    for name, share, side in FIGURES:
        if name in known:
            picture = known[name].open()
            picture = picture.crop((0, 0, round(share * picture.width), picture.height))
            mask = Image.open(ALPHAS / f"{MASKS[name]}.png").convert("L") if name in MASKS else None
            if mask and mask.size != picture.size:
                picture = picture.resize(mask.size, Image.Resampling.BOX)
            pixels = numpy.asarray(picture, dtype=float) / 255.0
            alpha = numpy.asarray(mask, dtype=float) / 255.0 if mask else keyed(pixels)
            colours = own_colours(pixels, alpha)
            if not mask:  # what the blue ground has thrown on the figure
                colours[..., 2] = numpy.minimum(colours[..., 2], colours[..., :2].max(axis=-1))
            yield Figure(name.rsplit(".", 1)[0], side, colours, alpha)


def scaled(channel, size):
    return numpy.asarray(Image.fromarray(channel.astype(numpy.float32), mode="F").resize(size, Image.Resampling.BOX))


def placed(figure, ground, height):
    """Where a figure stands that is so many shares of its ground high: its left, its top, its size in pixels."""
    rows = numpy.flatnonzero(figure.alpha.max(axis=1) > 0.5)
    scale = min(height * ground.height / (figure.alpha.shape[0] - rows[0]), ground.width / figure.alpha.shape[1])
    size = [round(v * scale) for v in figure.alpha.shape[::-1]]
    left = {"left": 0, "right": ground.width - size[0], "middle": (ground.width - size[0]) // 2}[figure.side]
    return left, ground.height - size[1], size


def paste(figure, ground, height):
    """The figure on a ground, cut by its lower edge as in its own picture; and its alpha there."""
    left, top, size = placed(figure, ground, height)
    out, alpha = numpy.asarray(ground, dtype=float) / 255.0, numpy.zeros((ground.height, ground.width))
    cut = max(0, -top)
    small = scaled(figure.alpha, size)[cut:]
    colours = numpy.stack([scaled(figure.colours[..., c], size)[cut:] for c in range(3)], axis=-1)
    place = (slice(top + cut, None), slice(left, left + size[0]))
    alpha[place] = small
    out[place] = colours * small[..., None] + out[place] * (1.0 - small[..., None])
    return Image.fromarray(numpy.round(numpy.clip(out, 0, 1) * 255).astype(numpy.uint8)), alpha


def plain_ground(colours):
    """From one colour above to another below, with the grain of a photograph."""
    width, height = PLAIN_SIZE
    down = numpy.linspace(0.0, 1.0, height)[:, None, None]
    pixels = numpy.array(colours[0]) * (1.0 - down) + numpy.array(colours[1]) * down
    grain = numpy.random.default_rng(1).normal(0.0, 2.0, (height, width, 1))
    return Image.fromarray(numpy.clip(pixels + grain, 0, 255).astype(numpy.uint8))


def make(sources):
    """Every figure on every plain ground, and two of them on each busy one; what is missing is left out."""
    figures = {figure.name: figure for figure in read_figures(sources)}
    grounds = {source.name: source.open() for source in sources if source.path and source.name in BUSY}
    tries = [("plain", name, plain_ground(colours), i, j) for i, (name, colours) in enumerate(PLAIN.items())
             for j in range(len(FIGURES))]
    tries += [("busy", name[:-4], grounds.get(name), i, j) for i, name in enumerate(BUSY) for j in (2 * i, 2 * i + 1)]
    for kind, name, ground, i, j in tries:
        figure = figures.get(FIGURES[j % len(FIGURES)][0].rsplit(".", 1)[0])
        if figure and ground:
            picture, alpha = paste(figure, ground, HEIGHTS[(i + j) % 3])
            yield Pasted(f"{figure.name} on {name}", kind, figure.name, picture, alpha)


def cut(program, folder, pasted):
    """The mask that `study --cutout` gives unasked, or none at all."""
    picture, mask = folder / "picture.png", folder / "mask.png"
    mask.unlink(missing_ok=True)
    pasted.picture.save(picture, compress_level=1)
    subprocess.run([program, "study", picture, "--cutout", mask], capture_output=True)
    if not mask.exists():
        return numpy.zeros(pasted.alpha.shape)
    with Image.open(mask) as found:
        return numpy.asarray(found.convert("L").resize(pasted.alpha.shape[::-1]), dtype=float) / 255.0


def shared(found, true):
    """Intersection over union."""
    either = ((found > 0.5) | (true > 0.5)).sum()
    return ((found > 0.5) & (true > 0.5)).sum() / either


def hair_error(found, true):
    """The mean absolute difference of the alphas where the upper part of the figure is half transparent, and around."""
    rows = numpy.flatnonzero(true.max(axis=1) > 0.5)
    height = rows[-1] - rows[0]
    soft = Image.fromarray(numpy.where((true > 0.04) & (true < 0.96), 255, 0).astype(numpy.uint8))
    band = numpy.asarray(soft.filter(ImageFilter.MaxFilter(2 * max(1, height // 100) + 1))) > 0
    band[rows[0] + round(0.45 * height):] = False
    return numpy.abs(found - true)[band].mean() if band.any() else 0.0


def measure(program, sources, folder, keep):
    """One row for each picture: its name, kind, figure, IoU and border error."""
    for pasted in make(sources):
        found = cut(program, folder, pasted)
        if keep:
            strip = numpy.hstack([pasted.alpha, found]) * 255
            both = Image.new("RGB", (3 * pasted.picture.width, pasted.picture.height))
            both.paste(pasted.picture, (0, 0))
            both.paste(Image.fromarray(strip.astype(numpy.uint8)), (pasted.picture.width, 0))
            both.save(keep / f"cutout-{pasted.name.replace(' ', '-')}.jpg", quality=85)
        yield pasted.name, pasted.kind, pasted.figure, shared(found, pasted.alpha), hair_error(found, pasted.alpha)
