"""A session moved on a laptop by mouse, and by keyboard alone; taken back with one press."""

import pytest

LAPTOP = {"width": 1280, "height": 800}
COLUMNS_FROM, COLUMN, WIDTH = 58, 115, 868  # of the week's drawing


class Week:
    """A week to come on a laptop, with a session that can move and a day it can go to."""

    def __init__(self, page) -> None:
        self.page = page
        page.set_viewport_size(LAPTOP)
        page.goto("/season/")
        page.goto(page.locator("tr.is-now + tr th a").get_attribute("href"))
        row = page.locator("[data-move]").last
        self.row = row.get_attribute("id")
        said = page.request.get(row.get_attribute("data-move")).text()
        days = said.split('data-to="')[1:]
        self.to = next(one[:10] for one in days if "What it would mean" in one.split("</li>")[0])

    def lift(self) -> None:
        """Take the session up with the mouse."""
        box = self.page.locator(f'svg.hours a[href="#{self.row}"]').bounding_box()
        self.page.mouse.move(box["x"] + 12, box["y"] + 12)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + 40, box["y"] + 30, steps=4)

    def carry(self) -> None:
        """Carry it to the day it can go to."""
        chart = self.page.locator("svg.hours").bounding_box()
        weekday = self.page.evaluate("d => (new Date(d + 'T12:00Z').getUTCDay() + 6) % 7", self.to)
        x = chart["x"] + chart["width"] * (COLUMNS_FROM + COLUMN * (weekday + 0.5)) / WIDTH
        self.page.mouse.move(x, chart["y"] + 200, steps=8)

    def told(self, words):
        """Wait for a notice."""
        self.page.get_by_role("status").filter(has_text=words).wait_for()


@pytest.fixture
def week(phone):
    return Week(phone)


def test_dragged_to_another_day_it_says_what_it_means_and_is_moved(week):
    page = week.page

    week.lift()
    page.locator(".hours .price").first.wait_for()
    week.carry()
    page.mouse.up()
    page.locator("#move-panel #verdict").wait_for()
    assert "Possible" in page.locator("#verdict").inner_text()
    page.get_by_role("button", name="Move it").click()

    week.told("Moved")
    assert page.get_by_text("put there by you").count() == 1


def test_by_keyboard_alone_it_is_moved_and_taken_back(week):
    page = week.page
    select = page.locator(f'[id="{week.row}"] select')
    select.focus()
    select.select_option(week.to)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#move-panel #verdict").wait_for()
    assert page.evaluate("document.activeElement.id") == "verdict"
    page.get_by_role("button", name="Move it").focus()
    page.keyboard.press("Enter")
    week.told("Moved")

    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    week.told("Took back")

    assert page.get_by_text("followed now").count() == 1


def test_escape_puts_it_back(week):
    page = week.page
    week.lift()
    assert page.locator(".carried").count() == 1

    page.keyboard.press("Escape")
    page.mouse.up()

    assert page.locator(".carried").count() == 0
    assert page.locator("#verdict").count() == 0
