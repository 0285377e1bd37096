"""What judges of pages share: a browser, what was found, whether everybody can read a page and work it by the keyboard."""

import pathlib
import time

import numpy
from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

AXE = pathlib.Path(__file__).resolve().parent / "axe/node_modules/axe-core/axe.min.js"

faults = []


def expect(what, truth, found=""):
    print(("ok     " if truth else "FAULT  ") + what + (f": {found}" if found != "" else ""), flush=True)
    if not truth:
        faults.append(what)


def photograph(path):
    """A ball before a slope of colours."""
    y, x = numpy.mgrid[0:240, 0:320] / 240.0
    ball = numpy.clip(1.0 - ((x - 0.6) ** 2 + (y - 0.5) ** 2) / 0.09, 0.0, 1.0)[..., None]
    ground = numpy.stack([0.25 + 0.3 * y, 0.35 + 0.2 * x, 0.6 - 0.3 * y], axis=-1)
    pixels = ground * (ball == 0.0) + numpy.array([0.95, 0.55, 0.15]) * ball
    Image.fromarray((255 * numpy.clip(pixels, 0, 1)).astype(numpy.uint8)).save(path)


def browser(*more):
    """Chromium without a window. @param more further arguments for it."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--window-size=1280,900", *more):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options)
    # Or else it is still scrolling when it is clicked and looked at.
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                           {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    return driver


def set_width(driver, width):
    """The window's inner width, which for a telephone's only the emulation gives."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": False})
    time.sleep(0.5)


def ask_axe(driver, width):
    if not AXE.exists():
        return expect("axe-core is there; run npm ci --ignore-scripts in tests/judges/axe", False)
    driver.execute_script(AXE.read_text())
    found = driver.execute_async_script("""
        const done = arguments[arguments.length - 1];
        axe.run(document, {resultTypes: ['violations'], preload: false}).then(
            r => done(r.violations.map(v => [v.impact, v.id, v.nodes.map(n => n.target.join(' ')).slice(0, 5)])));""")
    grave = [each for each in found if each[0] in ("serious", "critical")]
    expect(f"{width} pixels wide: axe finds nothing serious or critical", not grave, grave or "")
    if len(found) > len(grave):
        print("       " + str([each for each in found if each not in grave]), flush=True)


def walk_focus(driver, width):
    """Every place that the keyboard comes to shows it, and is on the screen."""
    # From the top of the page, wherever it was left.
    driver.execute_script("const page = document.body; page.tabIndex = -1; page.focus(); page.removeAttribute('tabindex');"
                          "scrollTo(0, 0);")
    hidden, places = [], 0
    for _ in range(200):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        place = driver.execute_script("""
            const e = document.activeElement;
            if (e === document.body) return null;
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            return [e.outerHTML.slice(0, 90), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ||
                    style.boxShadow !== 'none', box.width > 0 && box.bottom > 0 && box.top < innerHeight &&
                    box.left >= -1 && box.right <= innerWidth + 1, e.dataset.judged];""")
        if place is None or place[3]:
            break
        driver.execute_script("document.activeElement.dataset.judged = 1")
        places += 1
        if not (place[1] and place[2]):
            hidden.append(place[0])
    driver.execute_script("document.querySelectorAll('[data-judged]').forEach(e => delete e.dataset.judged)")
    expect(f"{width} pixels wide: focus is seen wherever the keyboard comes", places > 5 and not hidden, hidden or places)
