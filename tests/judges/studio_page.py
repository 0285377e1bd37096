"""The studio and its page in a browser, as judges and benches work them."""

import base64
import io
import pathlib
import re
import signal
import socket
import subprocess

import numpy
from PIL import Image
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

SOFTWARE_GRAPHICS = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")


class Server:
    """The studio in a folder of its own."""

    def __init__(self, program, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.program, self.folder = program, pathlib.Path(folder)
        self.start()

    def start(self):
        self.process = subprocess.Popen([self.program, "studio", "--port", str(self.port), "--folder", str(self.folder)],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = next(found[0] for line in self.process.stdout if (found := re.search(r"http://\S+", line)))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


class Page:
    """The studio's page in a browser."""

    def __init__(self, driver, pictures):
        self.driver, self.pictures = driver, pictures

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def wait(self, truth, seconds=20):
        return WebDriverWait(self.driver, seconds, 0.05).until(lambda _: truth())

    def click(self, selector):
        self.wait(lambda: self.all(selector))
        self.one(selector).click()

    def press(self, *keys):
        """On the page itself, where nothing is being written."""
        self.one("main").send_keys(*keys)

    def undo(self):
        self.press(Keys.CONTROL, "z")

    def redo(self):
        self.press(Keys.CONTROL, Keys.SHIFT, "z")

    def drop(self, path, name):
        data = base64.b64encode(pathlib.Path(path).read_bytes()).decode()
        self.driver.execute_script("""
            const bytes = Uint8Array.from(atob(arguments[0]), c => c.charCodeAt(0));
            const dragged = new DataTransfer();
            dragged.items.add(new File([bytes], arguments[1]));
            for (const kind of ['dragenter', 'dragover', 'drop'])
                document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: dragged, bubbles: true, cancelable: true}));
            """, data, name)

    def strokes(self):
        return int(self.driver.execute_script("return document.querySelector('#easel')?.dataset.strokes || 0"))

    def sample_strokes(self):
        """Those of the sample that paints itself where everything begins."""
        return int(self.driver.execute_script("return document.querySelector('.sample [data-strokes]')?.dataset.strokes || 0"))

    def rows(self):
        return self.driver.execute_async_script("""
            const done = arguments[arguments.length - 1];
            fetch('/api/paintings').then(a => a.json()).then(a => done(a.paintings.filter(row => !row.removed)));""")

    def put_away(self, id):
        """Takes a painting off the shelf, beside the page's own history."""
        self.driver.execute_async_script("""
            const done = arguments[arguments.length - 1];
            fetch(`/api/paintings/${arguments[0]}/remove`, {method: 'POST'}).then(done, done);""", id)
        self.wait(lambda: all(row["id"] != id for row in self.rows()))

    def finished(self):
        return bool(self.all("#easel")) and not self.all("section.progress")

    def look(self, name):
        """The easel as it is seen."""
        if self.pictures:
            self.driver.save_screenshot(str(self.pictures / f"studio-{name}.png"))
        shot = Image.open(io.BytesIO(self.one("#easel").screenshot_as_png)).convert("RGB")
        return numpy.asarray(shot).astype(float)

    def turn_lamp(self):
        """Moves the pointer round over the relief. @returns the median of a frame, ms, and how many pixels the easel has."""
        return self.driver.execute_async_script("""
            const done = arguments[arguments.length - 1], easel = document.querySelector('#easel'), box = easel.getBoundingClientRect();
            const times = [];
            requestAnimationFrame(function turn(now) {
                times.push(now);
                const round = times.length / 9;
                easel.dispatchEvent(new PointerEvent('pointermove', {pointerType: 'mouse', bubbles: true,
                    clientX: box.left + box.width * (0.5 + 0.3 * Math.cos(round)),
                    clientY: box.top + box.height * (0.5 + 0.3 * Math.sin(round))}));
                if (times.length < 100) return requestAnimationFrame(turn);
                const passed = times.slice(1).map((time, i) => time - times[i]).slice(20).sort((a, b) => a - b);
                done([passed[passed.length >> 1], easel.width * easel.height]);
            });""")

    def go(self, place):
        self.driver.execute_script("location.hash = arguments[0]", place)


def choose(page, selector, value):
    page.driver.execute_script("""
        const choice = document.querySelector(arguments[0]); choice.value = arguments[1];
        choice.dispatchEvent(new Event('change', {bubbles: true}));""", selector, value)


def write(page, selector, text):
    page.driver.execute_script("""
        const field = document.querySelector(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event('input', {bubbles: true}));""", selector, text)
