#!/usr/bin/python3
"""What the studio's page has to show, in Chromium without a graphics card: page.py PROGRAM PHOTO

PHOTO is enlarged to 12 megapixels for the drop. Prints a line for each figure, and ends with 1 where one is missed. Times are those of
a machine that does nothing else. Needs what tests/judges/studio needs, and the built page (scripts/set-up-studio). On the first visit
the sample is painted meanwhile; the drop is measured so, and then with nothing beside it, like all that follows.
"""

import pathlib
import sys
import tempfile
import time

from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests/judges"))

from browsing import browser  # noqa: E402
from studio_page import SOFTWARE_GRAPHICS, Page, Server  # noqa: E402

missed = []
PATIENCE = 300  # Seconds that a painting may take.


def told(what, figure, limit, fits):
    print(f"{'ok    ' if fits else 'MISSED'}  {what}: {figure} (must: {limit})", flush=True)
    if not fits:
        missed.append(what)


def large(photo, path, quality, pixels=12_000_000):
    """Another quality is another file, which was not seen before."""
    picture = Image.open(photo).convert("RGB")
    times = (pixels / (picture.width * picture.height)) ** 0.5
    picture.resize((round(picture.width * times), round(picture.height * times)), Image.LANCZOS).save(path, quality=quality)
    return path


def first_load(page, server):
    """As somebody sees it who never came before."""
    began = time.monotonic()
    page.driver.get(server.address)
    page.wait(lambda: page.all(".drop-target"))
    took = time.monotonic() - began
    bytes_ = page.driver.execute_script("""
        return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
            .filter(each => !each.name.includes('/api/')).reduce((sum, each) => sum + each.transferSize, 0);""")
    told("first load of the page", f"{bytes_ / 1000:.0f} kB", "300 kB", bytes_ <= 300_000)
    told("first load, until a photograph can be dropped", f"{took:.2f} s", "1.0 s", took <= 1.0)


def drop_large(page, photo, when):
    """From the drop to the first strokes that are drawn, by the page's own clock."""
    page.driver.execute_script("""
        window.seen = 0;
        addEventListener('drop', () => { window.began = performance.now(); }, {once: true, capture: true});
        requestAnimationFrame(function look() {
            if (Number(document.querySelector('#easel')?.dataset.strokes ?? 0) > 0)
                requestAnimationFrame(() => { window.seen = performance.now(); });
            else requestAnimationFrame(look);
        });""")
    page.drop(photo, "large.jpg")
    page.wait(lambda: page.driver.execute_script("return window.seen") > 0, PATIENCE)
    took = page.driver.execute_script("return window.seen - window.began") / 1000
    told(f"drop of 12 megapixels to the first strokes on the page, {when}", f"{took:.2f} s", "1.0 s", took <= 1.0)


def move_while_painting(page):
    """From a turn of the wheel to the frame after it, while the painting is worked on."""
    times = page.driver.execute_async_script("""
        const done = arguments[arguments.length - 1], easel = document.querySelector('#easel'), times = [];
        const box = easel.getBoundingClientRect();
        const channel = new MessageChannel();
        let began = 0;
        channel.port1.onmessage = () => {
            times.push(performance.now() - began);
            if (times.length < 80) setTimeout(turn, 60 + 7 * (times.length % 9)); else done(times);
        };
        const turn = () => {
            began = performance.now();
            easel.dispatchEvent(new WheelEvent('wheel', {deltaY: times.length % 20 < 10 ? -40 : 40, bubbles: true, cancelable: true,
                clientX: box.left + box.width / 2, clientY: box.top + box.height / 2}));
            requestAnimationFrame(() => channel.port2.postMessage(0));
        };
        turn();""")
    times.sort()
    late = times[int(0.95 * len(times))]
    busy = not page.finished()
    told("input to the next frame while painting, 95th percentile", f"{late:.0f} ms{'' if busy else ' (it was finished before)'}", "50 ms",
         late <= 50)


def cancel(page):
    page.driver.execute_script("""
        window.told = 0;
        const began = performance.now();
        const look = () => { if (document.querySelectorAll('section.progress .buttons button').length === 1)
            window.told = performance.now() - began; else requestAnimationFrame(look); };
        document.querySelector('section.progress .buttons button:last-child').click();
        look();""")
    page.wait(lambda: page.driver.execute_script("return window.told") > 0)
    took = page.driver.execute_script("return window.told")
    told("cancel, seen on the page", f"{took:.0f} ms", "100 ms", took <= 100)
    page.undo()


def turn_lamp(page):
    """On a window whose easel has a megapixel; where the easel draws fewer, so it says."""
    page.driver.set_window_size(1800, 1060)
    page.click(".lamp > button")
    page.wait(lambda: page.all(".lamp-settings"))
    time.sleep(3)
    median, pixels = page.turn_lamp()
    told("the lamp is turned, median of a frame", f"{median:.0f} ms on {pixels / 1e6:.2f} megapixels", "33 ms, 1 megapixel",
         median <= 34 and pixels >= 1e6)
    page.click(".lamp > button")
    page.driver.set_window_size(1440, 900)


def paint_focus(page):
    """A place is to be finer; from the press of the button."""
    before = page.rows()[0]["id"]
    page.click(".lamp-and-point > button")
    page.wait(lambda: page.all(".pointing"))
    page.click(".deeds button:nth-child(3)")
    page.wait(lambda: page.all(".paint .primary"))
    time.sleep(3)  # Until its cost was reckoned.
    page.driver.execute_script("""
        window.seen = window.settled = 0;
        const began = performance.now(), id = arguments[0], easel = document.querySelector('#easel'), old = easel.dataset.strokes;
        document.querySelector('.paint .primary').click();
        requestAnimationFrame(function look() {
            const now = performance.now() - began, other = !location.hash.includes(id);
            const strokes = other && Number(easel.dataset.strokes) > 0 && easel.dataset.strokes !== old;
            if (strokes && !window.seen) window.seen = now;
            if (other && window.seen && !document.querySelector('section.progress') && !window.settled) window.settled = now;
            if (!window.settled) requestAnimationFrame(look);
        });""", before)
    page.wait(lambda: page.driver.execute_script("return window.settled") > 0, PATIENCE)
    row = page.rows()[0]
    seen, settled = page.driver.execute_script("return [window.seen / 1000, window.settled / 1000]")
    goes_on = row.get("from", {}).get("id") == before
    told("focus painted on a finished painting, changed strokes seen", f"{seen:.2f} s", "0.5 s", goes_on and seen <= 0.5)
    told("settled", f"{settled:.2f} s", "3.0 s", goes_on and settled <= 3.0)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as passing:
        folder = pathlib.Path(passing).resolve()
        server = Server(str(pathlib.Path(sys.argv[1]).resolve()), folder / "paintings")
        driver = browser(*SOFTWARE_GRAPHICS)
        try:
            driver.set_window_size(1440, 900)
            page = Page(driver, None)
            first_load(page, server)
            page.wait(lambda: page.all(".drop-target"))
            page.wait(lambda: page.sample_strokes() > 0, PATIENCE)
            drop_large(page, large(sys.argv[2], folder / "first.jpg", 91), "while the sample is painted")
            for row in page.rows():
                page.put_away(row["id"])
            page.go("#/")
            page.wait(lambda: page.all(".drop-target"))
            drop_large(page, large(sys.argv[2], folder / "large.jpg", 92), "alone")
            move_while_painting(page)
            cancel(page)
            page.wait(page.finished, PATIENCE)
            turn_lamp(page)
            paint_focus(page)
        finally:
            driver.quit()
            server.stop()
    sys.exit(1 if missed else 0)


main()
