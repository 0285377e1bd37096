#!/usr/bin/env python3
"""What the studio's server has to show: figures.py PROGRAM PHOTO [--hostile FOLDER] [--kills N]

Prints a line for each figure, and ends with 1 where one is missed.
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


def picture_of(studio, painting):
    status, _, body = studio.ask("GET", f"/api/paintings/{painting}/export?kind=.png&size=256")
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


def many(program, photo, folder, count=50, pages=8):
    with Studio(program, folder / "many") as studio:
        _, upload = studio.upload(photo)
        lives = [studio.live() for _ in range(pages)]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            rows = [row for _, row in pool.map(
                lambda i: studio.paint(upload["photo"], strokes=60, plan_size=120, seed=i), range(1, count + 1))]
        for i, live in enumerate(lives):
            live.watch(rows[i]["id"])
        for row in rows:
            studio.wait(row["id"], seconds=300)
        peak = 0
        for line in pathlib.Path(f"/proc/{studio.child.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                peak = int(line.split()[1]) // 1024
        told(f"memory of {count} paintings and {pages} pages", f"{peak} MB", "1500 MB", peak <= 1500)


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
    parser.add_argument("--hostile")
    parser.add_argument("--kills", type=int, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if arguments.hostile:
            hostile(arguments.program, arguments.photo, folder, arguments.hostile)
        full_disk(arguments.program, arguments.photo, folder)
        kills(arguments.program, arguments.photo, folder, arguments.kills)
        many(arguments.program, arguments.photo, folder)
        foretold(arguments.program, arguments.photo, folder)
        first_strokes(arguments.program, arguments.photo, folder)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
