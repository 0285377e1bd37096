"""What the benchmarks share: the program, its cost, and how alike two pictures are."""

import json
import os
import pathlib
import select
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"}
LARGEST = 6144


def find_program():
    """The optimised command, built if need be."""
    subprocess.run([ROOT / "scripts/build", "release", "allaprima"], check=True)
    for path in (ROOT / "build/release").rglob("allaprima"):
        if path.is_file() and os.access(path, os.X_OK):
            return path
    sys.exit("bench: there is no program build/release/…/allaprima")


def default_photos():
    folder = os.environ.get("ALLAPRIMA_PHOTOS")
    if folder:
        return [p for p in sorted(pathlib.Path(folder).iterdir()) if p.suffix.lower() in PICTURES]
    sample = subprocess.run([ROOT / "scripts/sample"], check=True, capture_output=True, text=True).stdout.strip()
    return [pathlib.Path(sample)]


def run_measured(arguments, limit=None, environment=None):
    """Runs a program to its end, or for so many seconds at most; gives its wall-clock and CPU seconds and the peak
    memory in MB, that of the largest process where it starts others."""
    with tempfile.TemporaryFile() as errors:
        began = time.monotonic()
        # A process group of its own, so that what it started can be ended with it.
        process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
                                   env=environment, process_group=0)
        try:
            in_time = ends_within(process, limit)
            seconds = time.monotonic() - began
        finally:
            usage = end(process)
        errors.seek(0)
        if not in_time:
            raise RuntimeError(f"it took longer than {limit:g} seconds")
        if process.returncode != 0:
            raise RuntimeError(reason(errors.read().decode(errors="replace"), process.returncode))
    return {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}


def ends_within(process, limit):
    watch = os.pidfd_open(process.pid)
    try:
        return bool(select.select([watch], [], [], limit)[0])
    finally:
        os.close(watch)


def end(process):
    """Ends a program, if it still runs, and all that it started; gives what it used of the machine."""
    os.killpg(process.pid, signal.SIGKILL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage


def reason(errors, status):
    """Why a program failed: its last word."""
    lines = errors.strip().splitlines()
    return lines[-1] if lines else f"it ended with {status}"


def compare(program, a, b):
    result = subprocess.run([program, "compare", a, b, "--json"], capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(reason(result.stderr, result.returncode))
    return json.loads(result.stdout)


def likeness(program, picture, painting):
    """How near a painting comes to a picture of its size."""
    alike = compare(program, picture, painting)
    return {key: alike[key] for key in ("psnr", "ssim", "flip")}


def size_of(program, picture):
    """Width and height of a picture that can be planned at its own size."""
    alike = compare(program, picture, picture)
    if max(alike["width"], alike["height"]) > LARGEST:
        raise RuntimeError(f"its long side is over {LARGEST} pixels")
    return alike["width"], alike["height"]


def flat_options(strokes, size, hand="faithful"):
    """What makes `paint` show as much of a picture of this size as so many strokes of a hand can."""
    return ["--flat", "--hand", hand, "--focus", "none", "--strokes", str(strokes), "--size", f"{size[0]}x{size[1]}",
            "--plan-size", str(max(size))]


def mean(rows, keys):
    return {key: sum(row[key] for row in rows) / len(rows) for key in keys}


def line(cells, widths):
    return "  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(cells, widths)))
