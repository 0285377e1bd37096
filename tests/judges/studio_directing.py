"""A painting is directed by hand on the studio's page: steps of tests/judges/studio."""

import re

from selenium.webdriver.common.action_chains import ActionChains
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


def paint_and_undo(page):
    """@returns the row of a painting that is begun, and taken back."""
    before = page.rows()[0]["id"]
    page.click(".paint .primary")
    page.wait(lambda: page.rows()[0]["id"] != before, PATIENCE)
    begun = page.rows()[0]
    page.undo()
    page.wait(lambda: page.rows()[0]["id"] == before and before in page.driver.current_url)
    return begun


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
    before = page.rows()[0]["id"]
    newest = paint_and_wait(page)
    expect("and goes on from what is painted", newest.get("from", {}).get("id") == before, newest.get("from"))
    weights = sorted(text.split(":")[1] for text in asked(newest, "focus-on"))
    expect("what was painted over counts", weights == ["0.3", "3"] and newest["state"] == "finished",
           asked(newest, "focus-on"))


def throw_paint(page):
    """Paint is thrown by a click and by keys; a mark is taken out before it is painted."""
    hold_tool(page, 2)
    page.wait(lambda: page.all(".splash.aim"))
    pane = page.one(".pointing")
    drag(page, ".pointing", (-0.1, -0.2), (-0.1, -0.1))
    page.wait(lambda: pane.get_attribute("data-count") == "1")
    pane.send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.SPACE)
    page.wait(lambda: pane.get_attribute("data-count") == "2")
    pane.send_keys(Keys.ARROW_RIGHT * 8, Keys.ENTER)
    page.wait(lambda: len(page.all("[data-thrown]")) == 3)
    look_at_tool(page, "throw")
    page.all("[data-thrown] button")[1].click()
    page.wait(lambda: pane.get_attribute("data-count") == "2")
    page.click(".deeds .primary")
    newest = paint_and_wait(page)
    thrown = asked(newest, "spatter")
    expect("paint is thrown where one points, but for the mark that was taken out", len(thrown) == 2 and
           len({text.split(":")[3] for text in thrown}) == 2 and newest["state"] == "finished", thrown)


def hang_motif(page, photo):
    """A picture is put into the background and dragged to its place."""
    hold_tool(page, 3)
    page.wait(lambda: page.all(".deeds input[type=file]"))
    page.one(".deeds input[type=file]").send_keys(str(photo))
    page.wait(lambda: page.all(".hung"))
    place = page.one(".hung").get_attribute("data-motif")
    drag(page, ".hung", (0, 0), (-0.8, 0.5))
    page.wait(lambda: page.one(".hung").get_attribute("data-motif") != place)
    dragged = page.one(".hung").get_attribute("data-motif")
    page.one(".hung").send_keys(Keys.SHIFT, Keys.ARROW_RIGHT)
    page.wait(lambda: page.one(".hung").get_attribute("data-motif") != dragged)
    sized = page.one(".hung").get_attribute("data-motif").split(":")[1].split(",")
    expect("a motif is dragged to its place and sized by keys", float(sized[2]) > float(dragged.split(",")[2]), sized)
    look_at_tool(page, "motif")
    page.undo()
    page.wait(lambda: page.one(".hung").get_attribute("data-motif") == dragged)
    page.one(".hung").send_keys(Keys.DELETE)
    page.wait(lambda: not page.all(".hung"))
    page.undo()
    page.wait(lambda: page.all(".hung"))
    page.click(".deeds .primary")
    begun = paint_and_undo(page)
    expect("it is asked for in the background", asked(begun, "motif") == [dragged], asked(begun, "motif"))


def pick_strokes(page):
    """Single strokes are picked, taken out and laid with another pass."""
    before = page.rows()[0]
    hold_tool(page, 5)
    page.wait(lambda: page.all(".picking"))
    drag(page, ".picking", (0.05, -0.1), (0.05, -0.1))
    page.wait(lambda: page.all(".outlines .chosen"))
    top = page.one(".outlines .chosen").get_attribute("data-stroke")
    covers_another = page.one(".deeds button").is_enabled()
    there, back = (Keys.ARROW_DOWN, Keys.ARROW_UP) if covers_another else (Keys.ARROW_LEFT, Keys.ARROW_RIGHT)
    page.one(".picking").send_keys(there)
    page.wait(lambda: page.one(".outlines .chosen").get_attribute("data-stroke") != top)
    page.one(".picking").send_keys(Keys.DELETE)
    page.wait(lambda: page.all(".outlines .out"))
    page.one(".picking").send_keys(back)
    choice = page.one(".deeds select")
    choice.find_elements("css selector", "option")[1].click()
    page.wait(lambda: page.all(".outlines .moved"))
    look_at_tool(page, "strokes")
    page.one(".picking").send_keys(Keys.ENTER)
    page.wait(lambda: page.rows()[0]["id"] != before["id"], PATIENCE)
    newest = page.rows()[0]
    expect("single strokes are taken out and moved in a new painting, at once",
           newest["state"] == "finished" and newest["strokes"] == before["strokes"] - 1 and newest["from"]["id"] == before["id"],
           f"{before['strokes']}, {newest['strokes']}")
    page.undo()
    page.wait(lambda: page.rows()[0]["id"] == before["id"] and before["id"] in page.driver.current_url)


def sign(page):
    """A signature is drawn with the mouse, and may be typed instead."""
    hold_tool(page, 4)
    page.wait(lambda: page.all("dialog.signing[open]"))
    page.one("dialog.signing").send_keys(Keys.ESCAPE)
    page.wait(lambda: not page.all("dialog.signing"))
    hold_tool(page, 4)
    for line in (((-0.35, 0.2), (-0.25, -0.3)), ((-0.25, -0.3), (-0.15, 0.2)), ((0.1, 0.2), (0.15, -0.3))):
        drag(page, ".pad", *line)
    page.wait(lambda: page.one(".pad").get_attribute("data-lines") == "3")
    look_at_tool(page, "sign")
    page.click(".signing [type=submit]")
    page.wait(lambda: page.all(".paint .link"))
    newest = paint_and_wait(page)
    passes = [wish for wish in newest["wishes"] if wish["setting"].startswith("signature")]
    expect("a signature is drawn with the mouse, and painted", newest["state"] == "finished" and
           re.fullmatch("[0-9a-f]{16}", asked(newest, "signature.file")[0]), passes)
    hold_tool(page, 4)
    page.click(".signing .segments button:nth-child(2)")
    page.one(".signing input[type=text]").send_keys("A. P.", Keys.ENTER)
    page.wait(lambda: page.all(".paint .link"))
    begun = paint_and_undo(page)
    expect("or typed", asked(begun, "signature") == ["A. P."] and not asked(begun, "signature.file"))
