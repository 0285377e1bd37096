"""What the benchmarks share: the program, its cost, and how alike two pictures are."""

import json
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"}


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


def run_measured(arguments):
    """Runs a program to its end; gives its wall-clock and CPU seconds and its peak memory in MB."""
    began = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        lines = errors.decode(errors="replace").strip().splitlines()
        raise RuntimeError(lines[-1] if lines else f"it ended with {process.returncode}")
    return {"seconds": time.monotonic() - began, "cpu": usage.ru_utime + usage.ru_stime,
            "megabytes": usage.ru_maxrss / 1024}


def compare(program, a, b):
    output = subprocess.run([program, "compare", a, b, "--json"], check=True, capture_output=True, text=True).stdout
    return json.loads(output)


def line(cells, widths):
    return "  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(cells, widths)))
