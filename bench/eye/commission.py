"""The model commission: whether the face and the hands of a figure before a flag and a monument are seen again in the painting."""

import dataclasses
import pathlib
import subprocess

import counting
from truth import is_same

MOTIFS = pathlib.Path(__file__).resolve().parent.parent.parent / "examples" / "commission"
STROKES = 1000
LONG = 1536
KINDS = ("face", "hand")
# Sitters whose face and both hands are seen in the photograph.
SITTERS = ("kodim18.png",)
# The flag's place and the monument's, how far each fades, and the seed.
COMPOSITIONS = {
    "across, right": (("flag", "across", 0.4), ("monument", "right", 0.3)),
    "across, left": (("flag", "across", 0.4), ("monument", "left", 0.3)),
    "both across": (("monument", "across", 0.4), ("flag", "across", 0.5)),
    "monument behind": (("monument", "behind", 0.2), ("flag", "across", 0.6)),
    "flag behind": (("flag", "behind", 0.2), ("monument", "left", 0.1)),
}


@dataclasses.dataclass
class Again:
    """What of one kind was seen in the composed picture, and how much of it in the painting too."""
    sitter: str
    composition: str
    kind: str
    there: int
    found: int


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stderr.strip().splitlines()[-1])


def found_again(before, after):
    """How many boxes of the one list are in the other, each once."""
    left = [box for box, _ in after]
    count = 0
    for box, _ in before:
        same = next((other for other in left if is_same(other, box)), None)
        if same:
            left.remove(same)
            count += 1
    return count


def measure(program, sources, folder, keep, strokes=STROKES):
    """Paints each sitter in all compositions, with paint thrown at the face; yields what is seen again."""
    known = {source.name: source.path for source in sources if source.path}
    for sitter in SITTERS:
        if sitter not in known:
            continue
        for seed, (name, motifs) in enumerate(COMPOSITIONS.items(), 1):
            wishes = [word for file, place, veil in motifs
                      for word in ("--motif", f"{MOTIFS / file}.svg:{place}:{veil}")]
            composed, painted = (folder / f"{kind}.png" for kind in ("composed", "painted"))
            run(program, "compose", known[sitter], "-o", composed, "--force", "--quiet", *wishes)
            run(program, "paint", known[sitter], "-o", painted, "--force", "--quiet", "--strokes", str(strokes), "--seed",
                str(seed), "--spatter", "face:0.15", "--long", str(LONG), *wishes)
            seen, again = (counting.study(program, picture) for picture in (composed, painted))
            for kind in KINDS:
                before, after = (counting.boxes(told, kind) for told in (seen, again))
                yield Again(sitter, name, kind, len(before), found_again(before, after))
            if keep:
                painted.rename(keep / f"commission-{pathlib.Path(sitter).stem}-{seed}.png")
