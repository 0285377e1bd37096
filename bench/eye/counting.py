"""What the program finds in a picture, and how much of it is there."""

import collections
import json
import subprocess

from truth import KINDS, is_same, overlap, touches


def study(program, path):
    """What `study --json` tells of a picture."""
    result = subprocess.run([program, "study", path, "--json"], capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr.strip().splitlines()[-1] if result.stderr else f"exit {result.returncode}")
    return json.loads(result.stdout)


def boxes(told, kind):
    """The boxes of one kind and how certain each is; a program that knows nothing of the kind found none."""
    found = []
    for thing in told.get(KINDS[kind]) or []:
        box = thing["box"] if "box" in thing else [thing[key] for key in ("x", "y", "width", "height")]
        found.append((tuple(box), thing.get("certainty", 1.0)))
    return sorted(found, key=lambda pair: -pair[1])


def judge(found, seen):
    """Which of the true things were found, which found boxes are false."""
    left = {i: 2 if s.how == "clasped" else 1 for i, s in enumerate(seen) if s.sure}
    hit, false = {}, []
    for box, certainty in found:
        fits = [i for i in left if is_same(box, seen[i].box)]
        if fits:
            best = max(fits, key=lambda i: overlap(box, seen[i].box))
            hit.setdefault(best, box)
            left[best] -= 1
            if not left[best]:
                del left[best]
        elif not any(not s.sure and touches(box, s.box) for s in seen):
            false.append((box, certainty))
    return hit, false


class Tally:
    """How many things of a kind were there, found, and found where there is none."""

    def __init__(self):
        self.there, self.found, self.false = 0, 0, 0
        self.ways = collections.defaultdict(lambda: [0, 0, 0])
        self.hows = collections.defaultdict(lambda: [0, 0])

    def add(self, way, size, seen, hit, false):
        sure = [i for i, s in enumerate(seen) if s.sure]
        self.there += len(sure)
        self.found += len(hit)
        self.false += len(false)
        for place, number in enumerate((len(sure), len(hit), len(false))):
            self.ways[way][place] += number
        for i in sure:
            for how in (seen[i].how, bin_of(seen[i].box[3] * size[1])):
                self.hows[how][0] += 1
                self.hows[how][1] += i in hit

    def found_share(self):
        return self.found / self.there if self.there else 1.0

    def false_share(self):
        """Of all that was found."""
        given = self.found + self.false
        return self.false / given if given else 0.0


def bin_of(height):
    return next((f"{low} to {high} px" for low, high in ((0, 24), (24, 48), (48, 96), (96, 200)) if height < high),
                "200 px and more")
