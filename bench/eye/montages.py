"""The pictures that are measured: the sources, and what is made of them, always the same: turned, mirrored, toned, small in
a busy picture, and groups of six and seven put together. All of one picture comes from one half of the sources."""

import dataclasses
import io
import itertools
import math
import zlib

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from truth import Seen

ANGLES = (10, -20, 30, -10, 20, -30)
TONES = ("sepia", "grey", "dark", "faint", "jpeg")
SMALL = (24, 32, 48)
GROUPS = (6, 7, 6, 7)
LEAST = {"face": 24, "hand": 14, "held": 14, "person": 40, "animal": 40}
LARGEST = 1600


@dataclasses.dataclass
class Shown:
    """One picture to be measured: its name, its pixels, what there is to see."""
    name: str
    half: str
    way: str
    picture: Image.Image
    seen: list


def fitted(source):
    """A source at a size that a montage may have."""
    picture = source.open()
    picture.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    return picture


def large_enough(seen, size):
    """What is too small to be asked for is doubtful."""
    return [dataclasses.replace(s, sure=s.sure and s.box[3] * size[1] >= LEAST[s.kind] - 0.5) for s in seen]


def plain(source):
    picture = fitted(source)
    return Shown(source.name, source.half, "as it is", picture, large_enough(source.seen, picture.size))


def turned(source, angle):
    """Turned anticlockwise by some degrees, on the picture's own mean colour."""
    picture = fitted(source)
    ground = picture.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    out = picture.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=ground)
    seen = [dataclasses.replace(s, box=turned_box(s.box, picture.size, out.size, angle)) for s in source.seen]
    return Shown(f"{source.name} turned {angle}", source.half, "turned", out, large_enough(seen, out.size))


def turned_box(box, size, out, angle):
    """The box around the turned ellipse that fills a box."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    a, b = box[2] * size[0] / 2, box[3] * size[1] / 2
    x, y = (box[0] + box[2] / 2 - 0.5) * size[0], (box[1] + box[3] / 2 - 0.5) * size[1]
    x, y = c * x + s * y + out[0] / 2, -s * x + c * y + out[1] / 2
    w, h = math.hypot(a * c, b * s), math.hypot(a * s, b * c)
    return (x - w) / out[0], (y - h) / out[1], 2 * w / out[0], 2 * h / out[1]


def mirrored(source):
    seen = [dataclasses.replace(s, box=(1 - s.box[0] - s.box[2], *s.box[1:])) for s in source.seen]
    picture = ImageOps.mirror(fitted(source))
    return Shown(f"{source.name} mirrored", source.half, "mirrored", picture, large_enough(seen, picture.size))


def toned(source, tone):
    picture = fitted(source)
    if tone == "sepia":
        picture = ImageOps.colorize(ImageOps.grayscale(picture), (40, 24, 12), (255, 240, 214), mid=(150, 112, 78))
    elif tone == "grey":
        picture = ImageOps.grayscale(picture).convert("RGB")
    elif tone == "dark":
        picture = ImageEnhance.Brightness(picture).enhance(0.35)
    elif tone == "faint":
        picture = ImageEnhance.Contrast(picture).enhance(0.35)
    else:
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=12)
        picture = Image.open(packed).convert("RGB")
    return Shown(f"{source.name} {tone}", source.half, tone, picture, large_enough(source.seen, picture.size))


def small(source, ground, height):
    """The whole picture as a print in a busy one, so small that its faces are at most so many pixels high."""
    tallest = max(s.box[3] * source.size[1] for s in source.seen if s.kind == "face" and s.sure)
    out = ground.open()
    scale = min(height / tallest, 0.9 * out.width / source.size[0], 0.9 * out.height / source.size[1])
    print_ = source.open().resize([max(1, round(v * scale)) for v in source.size], Image.Resampling.LANCZOS)
    corner = place(f"{source.name}{height}", out.size, print_.size)
    out.paste(print_, corner)
    seen = large_enough([moved(s, corner, print_.size, out.size) for s in source.seen], out.size)
    return Shown(f"{source.name} at {height} px", source.half, "small", out, seen)


def place(name, room, size):
    """Some place in a picture, always the same for a name."""
    number = zlib.crc32(name.encode())
    return (number % max(1, room[0] - size[0]), number // 7919 % max(1, room[1] - size[1]))


def moved(seen, corner, size, out):
    x, y, w, h = seen.box
    box = ((corner[0] + x * size[0]) / out[0], (corner[1] + y * size[1]) / out[1], w * size[0] / out[0],
           h * size[1] / out[1])
    return dataclasses.replace(seen, box=box)


def group(number, count, half, heads, ground):
    """Heads of several pictures in two rows in a busy one, each with its shoulders and a soft edge."""
    out = ground.open().resize((1152, 1152 * ground.size[1] // ground.size[0]), Image.Resampling.LANCZOS)
    out = out.crop((0, 0, 1152, 768)) if out.height > 768 else out
    seen = []
    for i, (source, face) in enumerate(heads):
        height = (44, 60, 76, 92, 108, 52, 68)[(i + number) % 7]
        row, column = i % 2, i // 2
        x = round((column + 0.5 + 0.5 * row) * out.width / (count / 2 + 0.75))
        y = round(out.height * (0.30 if row == 0 else 0.72))
        box = paste_head(out, source, face, (x, y), height)
        if box:
            seen.append(Seen("face", box, face.how, True))
            seen += [Seen(kind, (box[0] - box[2], box[1] - box[3], 3 * box[2], 4 * box[3]), "cut", False)
                     for kind in ("person", "hand", "held")]
    return Shown(f"group {half}{number} of {count}", half, "group", out, seen)


def paste_head(out, source, face, centre, height):
    """Puts a head where its centre is to be; gives the face's box there."""
    scale = height / (face.box[3] * source.size[1])
    x, y, w, h = (face.box[0] * source.size[0], face.box[1] * source.size[1], face.box[2] * source.size[0],
                  face.box[3] * source.size[1])
    cut = [round(v) for v in (x - 0.45 * w, y - 0.45 * h, x + 1.45 * w, y + 1.45 * h)]
    head = source.open().crop(cut).resize([round((cut[2] - cut[0]) * scale), round((cut[3] - cut[1]) * scale)],
                                          Image.Resampling.LANCZOS)
    mask = Image.new("L", head.size, 0)
    ImageDraw.Draw(mask).ellipse((3, 3, head.width - 4, head.height - 4), fill=255)
    corner = (centre[0] - head.width // 2, centre[1] - head.height // 2)
    out.paste(head, corner, mask.filter(ImageFilter.GaussianBlur(2)))
    return ((corner[0] + (x - cut[0]) * scale) / out.width, (corner[1] + (y - cut[1]) * scale) / out.height,
            w * scale / out.width, height / out.height)


def whole_heads(sources):
    """Faces with room around them for a head, one after another from all pictures."""
    rows = [[(source, s) for s in source.seen if s.kind == "face" and s.sure and s.how in ("frontal", "tilted", "turned")
             and s.box[3] * source.size[1] >= 40 and s.box[1] > 0.45 * s.box[3] * 0.6]
            for source in sources if source.of in ("group", "portrait", "figure")]
    return [head for heads in itertools.zip_longest(*rows) for head in heads if head]


def with_faces(sources):
    return [source for source in sources if any(s.kind == "face" and s.sure for s in source.seen)]


def make(sources):
    """Every picture to be measured, one after another, of the sources that are there."""
    for half in "AB":
        mine = [source for source in sources if source.half == half]
        there = [source for source in mine if source.path]
        yield from (plain(source) for source in there)
        grounds = [source for source in mine if source.of == "empty" and source.name.startswith("kodim")
                   and not source.seen]
        for i, source in enumerate(with_faces(mine)):
            if source.path:
                yield turned(source, ANGLES[i % len(ANGLES)])
                yield toned(source, TONES[i % len(TONES)])
                if i % 2:
                    yield mirrored(source)
                ground = grounds[i % len(grounds)]
                if ground.path:
                    yield small(source, ground, SMALL[i % len(SMALL)])
        yield from groups(half, whole_heads(mine), grounds)


def groups(half, heads, grounds):
    for number, count in enumerate(GROUPS):
        start = sum(GROUPS[:number])
        chosen = [heads[(start + i) % len(heads)] for i in range(count)]
        ground = grounds[(2 * number + 1) % len(grounds)]
        if ground.path and all(source.path for source, _ in chosen):
            yield group(number, count, half, chosen, ground)
