"""A page that is none: starts the studio, talks to it by HTTP and WebSocket, with nothing but Python's own library."""

import base64
import http.client
import json
import os
import re
import socket
import struct
import subprocess
import threading
import time


class Studio:
    """A studio of its own folder; it ends with the `with` block."""

    def __init__(self, program, folder, *, environment=None, limits=None):
        self.program, self.folder = program, folder
        self.environment = {**os.environ, "ALLAPRIMA_EYES": "none", **(environment or {})}
        self.limits = limits
        self.child = None

    def start(self):
        self.child = subprocess.Popen(
            [self.program, "studio", "--folder", str(self.folder)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.environment, preexec_fn=self.limits)
        line = self.child.stdout.readline()
        found = re.search(r"http://127.0.0.1:(\d+)/\?token=([0-9a-f]+)", line)
        if not found:
            raise RuntimeError(f"the studio does not start: {line!r}")
        self.port, self.token = int(found[1]), found[2]
        return self

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.kill()

    def kill(self):
        if self.child:
            self.child.kill()
            self.child.wait()
            self.child.stdout.close()
            self.child = None

    def alive(self):
        return self.child.poll() is None

    def headers(self):
        return {"Cookie": f"allaprima={self.token}", "Origin": f"http://127.0.0.1:{self.port}"}

    def ask(self, method, path, body=None, headers=None, timeout=60):
        """Status, headers, bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=self.headers() if headers is None else headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def json(self, method, path, what=None):
        status, _, body = self.ask(method, path, None if what is None else json.dumps(what))
        return status, json.loads(body or b"null")

    def upload(self, path, name=None):
        with open(path, "rb") as photo:
            status, _, body = self.ask("POST", f"/api/photos?name={name or os.path.basename(path)}", photo.read())
        return status, json.loads(body)

    def paint(self, photo, **wishes):
        asked = [{"setting": name.replace("_", "-"), "text": str(text)} for name, text in wishes.items()]
        return self.json("POST", "/api/paintings", {"photo": photo, "wishes": asked})

    def row(self, painting):
        return self.json("GET", f"/api/paintings/{painting}")[1]

    def wait(self, painting, state="finished", seconds=120):
        end = time.time() + seconds
        while time.time() < end:
            row = self.row(painting)
            if row["state"] == state:
                return row
            if row["state"] == "failed":
                raise RuntimeError(row["error"])
            time.sleep(0.05)
        raise RuntimeError(f"still {row['state']} after {seconds} s")

    def live(self, headers=None):
        return Live(self, headers)


class Live:
    """A WebSocket; what came is in `texts` and `frames`, each with the time when."""

    def __init__(self, studio, headers=None):
        self.socket = socket.create_connection(("127.0.0.1", studio.port), timeout=60)
        wanted = {"Host": f"127.0.0.1:{studio.port}", **studio.headers(), "Upgrade": "websocket",
                  "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
                  "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(), **(headers or {})}
        head = "GET /api/live HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in wanted.items()) + "\r\n"
        self.socket.sendall(head.encode())
        self.stream = self.socket.makefile("rb")
        self.status = int(self.stream.readline().split()[1])
        while self.stream.readline() not in (b"\r\n", b""):
            pass
        self.texts, self.frames, self.closed = [], [], None
        if self.status == 101:
            threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        try:
            while True:
                first, second = self.stream.read(2)
                length = second & 127
                if length == 126:
                    length = struct.unpack(">H", self.stream.read(2))[0]
                elif length == 127:
                    length = struct.unpack(">Q", self.stream.read(8))[0]
                data = self.stream.read(length)
                if first & 15 == 1:
                    self.texts.append((time.time(), json.loads(data)))
                elif first & 15 == 2:
                    self.frames.append((time.time(), data))
                elif first & 15 == 8:
                    self.closed = struct.unpack(">H", data[:2])[0]
                    return
        except (OSError, ValueError):
            self.closed = self.closed or 0

    def send(self, data, opcode=1):
        mask = os.urandom(4)
        size = len(data)
        head = bytes([128 | opcode]) + (bytes([128 | size]) if size < 126 else
                                        bytes([254]) + struct.pack(">H", size) if size < 65536 else
                                        bytes([255]) + struct.pack(">Q", size))
        self.socket.sendall(head + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))

    def watch(self, painting):
        self.send(json.dumps({"watch": painting}).encode())

    def wait_frame(self, kind, seconds=30):
        """The time at which the first frame of a kind came."""
        end = time.time() + seconds
        while time.time() < end:
            for when, frame in list(self.frames):
                if frame[0] == kind:
                    return when
            time.sleep(0.005)
        return None

    def wait_closed(self, seconds=10):
        end = time.time() + seconds
        while self.closed is None and time.time() < end:
            time.sleep(0.02)
        return self.closed
