#!/usr/bin/env python3
"""What the studio's server has to show: figures.py PROGRAM PHOTO [--hostile FOLDER] [--kills N] [--minutes N] [--only FIGURE…]

Prints a line for each figure, and ends with 1 where one is missed. Times are those of a machine that does nothing else. What is seen
on the page itself, page.py measures.
"""

import argparse
import concurrent.futures
import hashlib
import pathlib
import resource
import socket
import subprocess
import sys
import tempfile
import time

from client import Studio

missed = []


def told(what, figure, limit, fits):
    print(f"{'ok    ' if fits else 'MISSED'}  {what}: {figure} (must: {limit})", flush=True)
    if not fits:
        missed.append(what)


def first_strokes(program, photo, folder):
    with Studio(program, folder / "strokes") as studio:
        live = studio.live()
        began = time.time()
        _, upload = studio.upload(photo)
        _, row = studio.paint(upload["photo"], strokes=1000)
        live.watch(row["id"])
        first = live.wait_frame(1) - began
        told("drop to first strokes", f"{first:.2f} s", "1.0 s", first <= 1.0)
        studio.wait(row["id"], seconds=300)
        whole = time.time() - began
        began = time.time()
        subprocess.run([program, "paint", photo, "-o", folder / "command.png", "--strokes", "1000", "--quiet"],
                       check=True, env=studio.environment, stdout=subprocess.DEVNULL)
        command = time.time() - began
        told("finished, times the command's time", f"{whole / command:.2f}", "1.3", whole <= 1.3 * command)
        _, row = studio.paint(upload["photo"], strokes=2000)
        time.sleep(3)
        began = time.time()
        studio.json("POST", f"/api/paintings/{row['id']}/cancel")
        cancel = time.time() - began
        told("cancel", f"{1000 * cancel:.0f} ms", "100 ms", cancel <= 0.1)


def tiles_of(studio, painting, size=1024):
    """The lit picture with this long side, in which a screen of 1440 × 900 pixels shows the whole: tiles by their places."""
    tiles = {}
    for y in range(size // 256):
        for x in range(size // 256):
            status, _, body = studio.ask("GET", f"/api/paintings/{painting}/tiles/{size}/{x}/{y}")
            if status == 200:
                tiles[x, y] = body
    return tiles


def focus_painted(program, photo, folder, strokes=2000):
    """A part of a finished painting is to be finer."""
    with Studio(program, folder / "focus") as studio:
        _, upload = studio.upload(photo)
        _, row = studio.paint(upload["photo"], strokes=strokes)
        row = studio.wait(row["id"], seconds=300)
        before = tiles_of(studio, row["id"])
        wishes = [{"setting": "focus-on", "text": "10%,10%,25%,25%:3"}]
        _, cost = studio.json("POST", f"/api/paintings/{row['id']}/repaint/cost", {"wishes": wishes})
        live = studio.live()
        began = time.time()
        _, over = studio.json("POST", f"/api/paintings/{row['id']}/repaint", {"wishes": wishes})
        live.watch(over["id"])
        seen = live.wait_frame(1) - began
        told("focus painted on, changed strokes seen", f"{seen:.2f} s", "0.5 s", seen <= 0.5)
        studio.wait(over["id"])
        after = tiles_of(studio, over["id"])
        settled = time.time() - began
        told("focus painted on, settled, all tiles of 1024 pixels", f"{settled:.2f} s, foretold {cost['seconds']:.1f} s", "3.0 s",
             settled <= 3.0)
        # Strokes reach over the place that they are meant for.
        right, lower = (max(place[i] for place in before) for i in (0, 1))
        far = [(x, y) for x, y in before if x > 0.6 * right or y > 0.6 * lower]
        same = sum(before[place] == after[place] for place in far)
        changed = sum(before[place] != after[place] for place in before)
        told("tiles far from it, the same to the byte", f"{same} of {len(far)}, {changed} of {len(before)} changed", len(far),
             same == len(far) and changed > 0)


def contact_sheet(program, photo, folder):
    """One photograph by every hand there is, as the page asks for trials."""
    with Studio(program, folder / "sheet") as studio:
        _, upload = studio.upload(photo)
        hands = [hand["name"] for hand in studio.json("GET", "/api/settings")[1]["hands"]]
        began = time.time()
        trials = []
        for hand in hands:
            wishes = {"strokes": 100, "plan-size": 256, "hand": hand}
            trials.append(studio.json("POST", "/api/paintings", {
                "photo": upload["photo"], "draft": True,
                "wishes": [{"setting": name, "text": str(text)} for name, text in wishes.items()]})[1]["id"])
        times = []
        for trial in trials:
            studio.wait(trial)
            picture_of(studio, trial, 512)
            times.append(time.time() - began)
        told("contact sheet, the first of its hands", f"{times[0]:.1f} s", "3 s", times[0] <= 3)
        told(f"contact sheet, all {len(hands)} hands", f"{times[-1]:.1f} s", "20 s", times[-1] <= 20)


def picture_of(studio, painting, size=256):
    status, _, body = studio.ask("GET", f"/api/paintings/{painting}/export?kind=.png&size={size}")
    return hashlib.sha256(body).hexdigest() if status == 200 else f"status {status}"


def kills(program, photo, folder, count):
    wishes = {"strokes": 150, "plan_size": 200}
    with Studio(program, folder / "kills") as studio:
        _, upload = studio.upload(photo)
        began = time.time()
        _, row = studio.paint(upload["photo"], **wishes)
        studio.wait(row["id"])
        lasts = time.time() - began
        wanted = picture_of(studio, row["id"])
        same = 0
        for i in range(count):
            _, row = studio.paint(upload["photo"], **wishes)
            time.sleep(lasts * (i + 0.5) / count)
            studio.kill()
            studio.start()
            studio.wait(row["id"])
            same += picture_of(studio, row["id"]) == wanted
            studio.json("POST", f"/api/paintings/{row['id']}/remove")
    told("killed while painting, the same picture", f"{same} of {count}", f"{count} of {count}", same == count)


def raw(studio, data, wait=5):
    """The status of an answer to bytes as they are; 0 where there is none."""
    with socket.create_connection(("127.0.0.1", studio.port), timeout=wait) as connection:
        try:
            connection.sendall(data)
            answer = connection.recv(4096)
        except OSError:
            return 0
    return int(answer.split()[1]) if answer.startswith(b"HTTP/") else 0


def strangers(studio):
    """Who may not ask, with the status that they must get."""
    own = studio.headers()
    host = f"127.0.0.1:{studio.port}"
    yield "no cookie", 401, studio.ask("GET", "/api/paintings", headers={})[0]
    yield "wrong cookie", 401, studio.ask("GET", "/", headers={"Cookie": "allaprima=00"})[0]
    yield "wrong token", 401, studio.ask("GET", "/?token=00", headers={})[0]
    yield "another host", 421, studio.ask("GET", "/api/paintings", headers={**own, "Host": "evil.example"})[0]
    yield "another origin", 403, studio.ask("POST", "/api/paintings", "{}", {**own, "Origin": "http://evil.example"})[0]
    yield "no origin", 403, studio.ask("POST", "/api/paintings", "{}", {"Cookie": own["Cookie"]})[0]
    yield "WebSocket of another origin", 403, studio.live({"Origin": "http://evil.example"}).status
    yield "WebSocket without cookie", 401, studio.live({"Cookie": ""}).status
    for path in ("/../../../etc/passwd", "/assets/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                 "/api/photos/..%2f..%2fetc%2fpasswd/preview", "/api/paintings/../../etc/passwd/thumbnail", "//etc/passwd"):
        yield path, 404, studio.ask("GET", path)[0]
    yield "unknown method", 405, studio.ask("TRACE", "/")[0]
    yield "large message", 413, studio.ask("POST", "/api/paintings", b"x" * 300_000)[0]
    yield "large upload", 413, raw(studio, (
        f"POST /api/photos HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {own['Cookie']}\r\n"
        "Content-Length: 999999999999\r\n\r\n").encode())
    yield "no HTTP", 400, raw(studio, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")
    yield "long head", 431, raw(studio, b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 5000 + b"\r\n")
    yield "two lengths", 400, raw(studio, (
        f"POST /api/paintings HTTP/1.1\r\nHost: {host}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{{}}").encode())
    yield "no JSON", 400, studio.ask("POST", "/api/paintings", b"\xff\x00{")[0]
    yield "deep JSON", 400, studio.ask("POST", "/api/paintings", b"[" * 200_000)[0]
    yield "an upload that stops half way", 0, raw(studio, (
        f"POST /api/photos HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {own['Cookie']}\r\n"
        "Content-Length: 5000\r\n\r\nhalf").encode(), 1)


def odd_frames(studio):
    """What a WebSocket may not say, with the codes that it may be closed with."""
    for what, data, opcode, codes in (("no JSON", b"{", 1, (1008,)), ("something else", b'{"do": "it"}', 1, (1008,)),
                                      ("bytes", b"\0\1\2", 2, (1008,)), ("5 KB", b" " * 5000, 1, (1008,)),
                                      ("no UTF-8", b"\xff\xff", 1, (1007, 1002)), ("an unknown kind", b"x", 7, (1002,)),
                                      ("1 MB", b" " * 1_000_000, 1, (1009, 0))):
        live = studio.live()
        try:
            live.send(data, opcode)
        except OSError:
            pass
        yield what, codes, live.wait_closed()
    live = studio.live()
    try:
        for _ in range(200):
            live.send(b'{"watch": null}')
    except OSError:
        pass
    yield "200 messages at once", (1008, 0), live.wait_closed()


def hostile(program, photo, folder, pictures):
    with Studio(program, folder / "hostile") as studio:
        for what, wanted, status in strangers(studio):
            told(what, status, wanted, status == wanted and studio.alive())
        for what, codes, code in odd_frames(studio):
            told(f"WebSocket: {what}", code, codes, code in codes and studio.alive())
        odd = []
        for path in sorted(p for p in pathlib.Path(pictures).rglob("*") if p.is_file()):
            status, answer = studio.upload(path, "picture")
            if status not in (201, 413, 415) or (status != 201 and not answer.get("error")) or not studio.alive():
                odd.append((path.name, status, answer))
        told("hostile pictures with the wrong status", odd, [], not odd)
        slow = []
        for _ in range(100):
            slow.append(socket.create_connection(("127.0.0.1", studio.port)))
            slow[-1].sendall(b"GET / HT")
        status = studio.ask("GET", "/api/settings")[0]
        told("answered beside 100 slow ones", status, 200, status == 200)
        for connection in slow:
            connection.close()
        left = list((folder / "hostile/.studio/incoming").iterdir())
        told("uploads left half", len(left), 0, not left)
        status, upload = studio.upload(photo)
        told("a photograph after all of that", status, 201, status == 201)


def full_disk(program, photo, folder):
    """A limit of the files' size stands in for a disk that is full."""
    def bound():
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    with Studio(program, folder / "full", limits=bound) as studio:
        status, answer = studio.upload(photo)
        kept = [p for p in (folder / "full/.studio/photos").iterdir()]
        told("upload to a full disk", (status, answer.get("error"), len(kept)), (507, "…", 0),
             status == 507 and not kept and studio.alive())


def peak_of(process):
    """The most memory that a process has held, MB."""
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024
    return 0


def many(program, photo, folder, minutes, count=50, pages=8):
    """Paintings wait in a queue for minutes on end, and pages look on; what is finished is asked for anew."""
    with Studio(program, folder / "many") as studio:
        _, upload = studio.upload(photo)
        lives = [studio.live() for _ in range(pages)]
        small = {} if minutes else {"strokes": 60, "plan_size": 120}
        seed = 0

        def ask(_=None):
            nonlocal seed
            seed += 1
            return studio.paint(upload["photo"], **{"strokes": 600, **small}, seed=seed)[1]["id"]

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            waiting = list(pool.map(ask, range(count)))
        end = time.time() + 60 * minutes
        painted, faults, slowest = 0, [], 0.0
        while waiting:
            for i, live in enumerate(lives):
                live.watch(waiting[i % len(waiting)])
            began = time.time()
            row = studio.row(waiting[0])
            slowest = max(slowest, time.time() - began)
            if row["state"] in ("finished", "failed"):
                faults += [row["error"]] if row["state"] == "failed" else []
                painted += 1
                status = studio.ask("GET", f"/api/paintings/{waiting.pop(0)}/tiles/1024/0/0")[0]
                faults += [] if status == 200 else [status]
                if time.time() < end:
                    waiting.append(ask())
            elif minutes and time.time() > end:
                break
            time.sleep(0.2)
        silent = sum(not live.texts or live.closed is not None for live in lives)
        told(f"{count} paintings queued, {pages} pages, {minutes} minutes", f"{painted} painted, faults: {faults}", "no fault",
             not faults and not silent and studio.alive())
        peak = peak_of(studio.child.pid)
        told("memory held at most", f"{peak} MB", "1500 MB", peak <= 1500)
        told("slowest answer", f"{slowest:.2f} s", "1 s", slowest <= 1)


def foretold(program, photo, folder):
    """How long files take, beside how long the studio says before it has made any."""
    with Studio(program, folder / "foretold") as studio:
        _, upload = studio.upload(photo)
        _, row = studio.paint(upload["photo"], strokes=500)
        studio.wait(row["id"], seconds=300)
        for query in (".png&size=1024", ".png&size=4096", ".jpg&size=2048", ".ora&size=1024", ".mp4", ".gif", ".zip&size=1024"):
            address = f"/api/paintings/{row['id']}"
            _, cost = studio.json("GET", f"{address}/cost?kind={query}")
            began = time.time()
            status = studio.ask("GET", f"{address}/export?kind={query}")[0]
            took = time.time() - began
            ratio = took / cost["seconds"]
            told(f"{query}, times what was foretold", f"{ratio:.2f} ({took:.1f} s)", "0.33 to 3", status == 200 and 1 / 3 <= ratio <= 3)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("photo")
    parser.add_argument("--hostile", help="a folder of pictures that are none, or odd ones")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--minutes", type=int, default=0, help="how long the queue is kept full; 0: small paintings, once")
    parser.add_argument("--only", nargs="+", default=[], help="these figures, by the names of the functions")
    arguments = parser.parse_args()
    given = arguments.program, arguments.photo
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        figures = [
            ("full_disk", lambda: full_disk(*given, folder)),
            ("first_strokes", lambda: first_strokes(*given, folder)),
            ("focus_painted", lambda: focus_painted(*given, folder)),
            ("contact_sheet", lambda: contact_sheet(*given, folder)),
            ("foretold", lambda: foretold(*given, folder)),
            ("kills", lambda: kills(*given, folder, arguments.kills)),
            ("many", lambda: many(*given, folder, arguments.minutes)),
        ]
        if arguments.hostile:
            figures.insert(0, ("hostile", lambda: hostile(*given, folder, arguments.hostile)))
        for called, measure in figures:
            if not arguments.only or called in arguments.only:
                measure()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
