"""What people see in the pictures: boxes drawn by hand, kept as figures; the pictures themselves are not in the repository."""

import dataclasses
import hashlib
import json
import math
import pathlib

from PIL import Image, ImageOps

TRUTH = pathlib.Path(__file__).resolve().parent / "truth.json"
KINDS = {"face": "faces", "hand": "hands", "held": "held", "person": "persons", "animal": "animals"}


@dataclasses.dataclass
class Seen:
    """One thing in a picture: its box (left, top, width, height) in shares of the picture, and how it is turned or what
    hides it. What nobody can be sure of counts neither as missed nor as false."""
    kind: str
    box: tuple
    how: str
    sure: bool

    def centre(self):
        return self.box[0] + self.box[2] / 2, self.box[1] + self.box[3] / 2


@dataclasses.dataclass
class Source:
    """A picture that the truth was drawn on."""
    name: str
    path: pathlib.Path
    half: str
    of: str
    size: tuple
    seen: list

    def open(self):
        return ImageOps.exif_transpose(Image.open(self.path)).convert("RGB")


def read_truth():
    """All pictures that the truth knows; those that were not found yet have no path."""
    sources = {}
    for entry in json.loads(TRUTH.read_text())["pictures"]:
        seen = [Seen(s["kind"], tuple(s["box"]), s["how"], s["sure"]) for s in entry["see"]]
        sources[entry["sha256"]] = Source(entry["picture"], None, entry["half"], entry["of"],
                                          (entry["width"], entry["height"]), seen)
    return sources


def find_sources(folders):
    """All pictures of the truth, each with its path if it is in these folders, or in what lies in them, by its bytes; and the
    names of those that are missing."""
    sources = read_truth()
    names = {source.name for source in sources.values()}
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.name in names and path.is_file():
                known = sources.get(hashlib.sha256(path.read_bytes()).hexdigest())
                if known and not known.path:
                    known.path = path
    return list(sources.values()), [source.name for source in sources.values() if not source.path]


def overlap(a, b):
    """What two boxes share of what either covers."""
    across = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    down = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    both = max(0.0, across) * max(0.0, down)
    return both / (a[2] * a[3] + b[2] * b[3] - both) if both else 0.0


def is_same(found, true):
    """Whether a found box is this thing: its centre lies in the true box, and the two overlap by three tenths or are of
    one size within a factor of two."""
    x, y = found[0] + found[2] / 2, found[1] + found[3] / 2
    if not (true[0] <= x <= true[0] + true[2] and true[1] <= y <= true[1] + true[3]):
        return False
    size = math.sqrt((found[2] * found[3]) / (true[2] * true[3]))
    return overlap(found, true) >= 0.3 or 0.5 <= size <= 2.0


def touches(found, doubtful):
    """Whether a found box may be this doubtful thing."""
    x, y = found[0] + found[2] / 2, found[1] + found[3] / 2
    inside = (doubtful[0] <= x <= doubtful[0] + doubtful[2] and doubtful[1] <= y <= doubtful[1] + doubtful[3])
    return inside or overlap(found, doubtful) >= 0.2
