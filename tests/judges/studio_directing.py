"""A painting is directed by hand on the studio's page: steps of tests/judges/studio."""

import time

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browsing import expect

PATIENCE = 120  # Seconds that a small painting may take on a busy machine.


def hold_tool(page, number):
    page.click(".tool-choice > button")
    page.wait(lambda: page.all(".tool-list"))
    page.click(f".tool-list li:nth-child({number}) button")


def drag(page, selector, start, end):
    """@param start @param end shares of the element, from its middle."""
    element = page.one(selector)
    width, height = element.size["width"], element.size["height"]
    chain = ActionChains(page.driver, duration=20)
    chain.move_to_element_with_offset(element, round(start[0] * width), round(start[1] * height)).click_and_hold()
    for share in (0.3, 0.6, 1.0):
        x, y = (start[i] + share * (end[i] - start[i]) for i in (0, 1))
        chain.move_to_element_with_offset(element, round(x * width), round(y * height))
    chain.release().perform()


def look_at_tool(page, name):
    if page.pictures:
        page.driver.save_screenshot(str(page.pictures / f"studio-{name}.png"))


def paint_and_wait(page):
    """@returns the new painting's row."""
    before = page.rows()[0]["id"]
    page.click(".paint .primary")
    page.wait(lambda: page.rows()[0]["id"] != before, PATIENCE)
    page.wait(page.finished, PATIENCE)
    return page.rows()[0]


def asked(row, setting):
    return [wish["text"] for wish in row["wishes"] if wish["setting"] == setting]


def brush_focus(page):
    """What is to be finer and calmer is painted over the picture."""
    hold_tool(page, 1)
    page.wait(lambda: page.all(".brushing"))
    drag(page, ".brushing", (-0.1, -0.1), (0.1, 0.0))
    page.wait(lambda: page.one(".brushing").get_attribute("data-strokes") == "1")
    page.click(".deeds .segments button:nth-child(2)")
    pane = page.one(".brushing")
    pane.send_keys("]", "]", Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.SPACE)
    page.wait(lambda: pane.get_attribute("data-strokes") == "2")
    page.undo()
    page.wait(lambda: pane.get_attribute("data-strokes") == "1")
    page.redo()
    page.wait(lambda: pane.get_attribute("data-strokes") == "2")
    expect("focus is painted with a brush, by mouse and by keys, and undone by stroke", True)
    look_at_tool(page, "brush")
    page.click(".deeds .primary")
    page.wait(lambda: page.all(".paint .link"))
    newest = paint_and_wait(page)
    weights = sorted(text.split(":")[1] for text in asked(newest, "focus-on"))
    expect("what was painted over counts in the next painting", weights == ["0.3", "3"] and newest["state"] == "finished",
           asked(newest, "focus-on"))
