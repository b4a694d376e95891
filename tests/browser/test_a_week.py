"""A week of a runner on a phone, as one run: runs brought in, a plan, and what became of it.

One session without a connection, one missed, one moved and painful; check-ins in the mornings. With
``RUNWRIGHT_SHOTS`` set to a folder, every step leaves a picture there.
"""

import os
from datetime import timedelta
from pathlib import Path

from runwright.web.clock import AHEAD_VARIABLE, now_utc
from tests.browser.conftest import PHONE
from tests.browser.playing import KEPT, SENT, keep, performed_all, places_of, wait_until
from tests.browser.test_set_up import onward, recorded

BETWEEN_PRESSES_S = 40  # a set, a rest, a look at the phone
PRESSES_MOST = 150
SETS_BEFORE_IT_HURTS = 8
READ_MOST_MS = 120_000  # files are read in a job of its own, beside whatever else is going on
MON, TUE, THU, NEXT_MON = 0, 1, 3, 7


class Life:
    """A runner, their phone, and the app on a machine whose clock can be put ahead."""

    def __init__(self, browser, server) -> None:
        now = now_utc().replace(hour=0, minute=0, second=0, microsecond=0)
        self.monday = now + timedelta(days=7 - now.weekday())
        self.server = server
        self.context = browser.new_context(
            viewport=PHONE, base_url=server.address, locale="en-GB", reduced_motion="reduce"
        )
        self.context.clock.install(time=self.monday)
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.looks = 0

    def wake_up_on(self, day, hour, minute=0):
        """Open Today at an hour of a day, the app freshly started."""
        at = self.monday + timedelta(days=day, hours=hour, minutes=minute)
        if self.server.process is not None and self.server.process.poll() is None:
            self.server.kill()
        ahead_h = (at - now_utc()).total_seconds() / 3600
        self.server.settings = {AHEAD_VARIABLE: f"{ahead_h}"}
        self.context.clock.set_system_time(at)
        self.page.goto(self.server.start())
        self.page.goto("/")

    def day(self, number):
        """A day of the week as scripts write it."""
        return f"{self.monday + timedelta(days=number):%Y-%m-%d}"

    def look(self, name):
        """Leave a picture of the page, where somebody wants them."""
        folder = os.environ.get("RUNWRIGHT_SHOTS")
        if folder:
            self.looks += 1
            path = Path(folder) / f"{self.looks:02}-{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=str(path), full_page=True)

    def tap(self, name):
        """Press a button by its words."""
        self.page.get_by_role("button", name=name).first.click()

    def choose(self, question, value):
        """Tap the cell of an answer."""
        self.page.locator(f'label:has(input[name="{question}"][value="{value}"])').click()

    def choose_words(self, group, words):
        """Tap the cell of an answer by its words."""
        self.page.get_by_role("group", name=group).get_by_text(words, exact=True).click()

    def set_up(self, folder):
        """From the first page to a plan."""
        page = self.page
        page.get_by_role("link", name="Start with my runs").click()
        page.set_input_files("#files", recorded(folder, until=self.monday))
        page.get_by_text("12 runs were in what you gave").wait_for(timeout=READ_MOST_MS)
        self.look("runs")
        onward(page)
        page.fill("#name", "Ada")
        page.fill("#age", "37")
        page.get_by_role("button", name="Add a race").click()
        page.fill("#race-0-distance", "half marathon")
        page.fill("#race-0-day", f"{self.monday + timedelta(weeks=20):%Y-%m-%d}")
        onward(page)
        page.get_by_label("How often a week").fill("3")
        onward(page)
        self.tap("No to all that is still open")
        page.wait_for_url("**/start/body/#safety")
        onward(page)
        onward(page)
        self.tap("Make my plan")
        page.wait_for_url("**/season/")
        self.look("season")

    def check_in(self, day, pain=None):
        """Four taps in the morning."""
        self.wake_up_on(day, 6, 40)
        self.look(f"morning-{day}")
        self.page.get_by_role("link", name="Check in").click()
        self.choose("sleep", "7.5")
        self.choose("soreness", "3")
        self.choose("stress", "3")
        self.choose("hurts", "no" if pain is None else "yes")
        if pain is not None:
            self.page.locator('.ask:has-text("left") label').nth(pain).click()
        self.look(f"check-in-{day}")
        self.tap("Save")
        if pain is not None:
            self.say_no_to_all()
        self.page.get_by_role("link", name="Change", exact=True).wait_for()
        self.look(f"heard-{day}")

    def say_no_to_all(self):
        """Answer what is asked about the place that hurts."""
        self.page.get_by_role("heading", name="A few more answers").wait_for()
        self.look("asked-more")
        for answer in self.page.locator('label:has(input[value="no"])').all():
            answer.click()
        self.tap("Save these answers")
        self.page.get_by_role("heading", name="A few more answers").wait_for(state="detached")
        self.look("answered")
        self.page.get_by_role("link", name="See today").click()

    def strength(self, day):
        """The strength sessions of the days from one on, as the phone gets them."""
        answer = self.page.request.get(f"/api/v1/scripts/?day={self.day(day)}&days=5").json()
        return [one for one in answer["scripts"] if len(one["versions"]) > 1]

    def go(self):
        """Do the set, or rest, and press the big button."""
        self.context.clock.fast_forward(BETWEEN_PRESSES_S * 1000)
        self.page.locator(".p-ctl .go").click()

    def is_over(self):
        return self.page.get_by_role("heading", name="How was it?").count() > 0

    def go_to_the_end(self):
        for _ in range(PRESSES_MOST):
            if self.is_over():
                return
            self.go()

    def finish(self, effort):
        """Say how hard it was, and keep it."""
        self.choose_words("Effort", effort)
        self.look("how-was-it")
        keep(self.page)
        self.page.locator(".p-kept").wait_for()

    def without_a_connection(self, script):
        """Today was open; then the machine is off, and the session goes on all the same."""
        wait_until(self.page, KEPT)
        self.server.kill()
        self.page.goto(f"/do/{script['id']}/")
        self.page.locator(".p-fig svg").first.wait_for()
        self.look("offline")
        self.go()
        self.look("first-set")
        self.go_to_the_end()
        self.finish("6")
        self.page.get_by_role("heading", name="Kept on this phone").wait_for()
        self.look("kept")

    def in_pain(self, script):
        """In the middle of it something hurts beyond its limit: stopped, and gone on without."""
        self.page.goto(f"/do/{script['id']}/")
        self.page.locator(".p-fig svg").first.wait_for()
        for _ in range(SETS_BEFORE_IT_HURTS):
            self.go()
        while not self.page.locator(".p-target").count():
            self.go()
        self.tap("It hurts")
        self.page.locator(".p-regions label").first.click()
        self.choose_words("Which side", "left")
        self.choose_words("How much", "7")
        self.page.get_by_role("heading", name="Stop this one.").wait_for()
        self.look("stop")
        swaps = self.page.get_by_role("button", name="Swap and go on")
        other = self.page.get_by_role("button", name="Leave this exercise out")
        (swaps if swaps.count() else other).first.click()
        self.look("gone-on")
        self.go_to_the_end()
        self.finish("7")
        self.page.get_by_role("heading", name="In your diary").wait_for()
        self.look("in-the-diary")

    def see_what_is_open(self):
        """From what waits for answers to the questions."""
        self.page.get_by_role("link", name="What lifts it").click()
        self.look("what-lifts-it")
        self.page.get_by_role("link", name="Answer what is open").click()
        self.look("open-questions")
        self.tap("No to all that is still open")
        self.page.wait_for_load_state("networkidle")
        self.tap("Save")
        self.page.wait_for_load_state("networkidle")
        self.look("answered-them")
        self.page.goto("/")
        assert self.page.get_by_text("health questions").count() == 0
        self.look("lifted")

    def move(self):
        """Move the next session to the last day it may go to, by its form in the week."""
        self.page.goto("/season/")
        self.page.goto(self.page.locator("tr.is-now th a").first.get_attribute("href"))
        self.look("week")
        row = self.page.locator(".session-row:has(select)").first
        days = row.locator("option").all_inner_texts()
        row.locator("select").select_option(label=days[-1])
        row.get_by_role("button", name="See what it means").click()
        self.page.get_by_role("button", name="Move it").wait_for()
        self.look("what-it-means")
        self.tap("Move it")
        self.page.get_by_role("status").filter(has_text="Moved").wait_for()
        self.look("moved")


def monday(life, runs):
    """Runs, answers, a plan; the first session without a connection."""
    life.wake_up_on(MON, 6, 30)
    life.look("first-page")
    life.set_up(runs)
    life.check_in(MON)
    script = life.strength(MON)[0]
    life.without_a_connection(script)
    life.wake_up_on(MON, 19)
    wait_until(life.page, SENT)
    life.page.goto("/")
    life.look("monday-evening")
    assert life.page.get_by_text("Done.", exact=True).count() == 1
    return script


def midweek(life):
    """A session of these days is missed; the coach says what becomes of the week."""
    life.check_in(TUE)
    missed = life.strength(TUE)[0]
    life.check_in(THU)
    assert missed["day"] < life.day(THU)
    life.page.get_by_role("heading", name="From your coach").wait_for()
    life.tap("Accept")
    life.page.get_by_text("Accepted.").wait_for()
    life.look("accepted")
    life.move()


def weekend(life):
    """The session that was moved, with pain in the middle; and the morning after."""
    script = life.strength(THU)[0]
    day = next(day for day in range(THU, NEXT_MON) if life.day(day) == script["day"])
    life.check_in(day)
    life.in_pain(script)
    life.page.goto("/")
    life.look("after-it-hurt")
    life.check_in(NEXT_MON, pain=2)
    life.see_what_is_open()
    return script


def test_a_week_is_lived_and_every_set_is_there_once(browser, server, tmp_path):
    life = Life(browser, server)
    runs = tmp_path / "runs"
    runs.mkdir()
    first = monday(life, runs)
    midweek(life)
    moved = weekend(life)
    for path in ("diary", "progress", "season"):
        life.page.goto(f"/{path}/")
        life.look(path)
    sessions = {one["script"]: one for one in performed_all(life.page)}

    assert set(sessions) == {first["id"], moved["id"]}
    assert sessions[first["id"]]["ended"] == "done"
    assert sessions[moved["id"]]["pains"][0]["pain_0_10"] == 7
    for one in sessions.values():
        assert len(set(places_of(one["sets"]))) == len(one["sets"])
    assert life.faults == []
    life.context.close()
