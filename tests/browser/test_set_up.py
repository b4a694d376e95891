"""From run files to a season, on a phone, with and without scripts; then all of it taken along."""

from datetime import timedelta

import pytest

from runwright.web.clock import now_in
from tests.browser.conftest import PHONE

TRACK = (
    '<?xml version="1.0"?><gpx version="1.1" creator="us"'
    ' xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>{points}'
    "</trkseg></trk></gpx>"
)


def recorded(folder, weeks=6, until=None):
    """Runs on two mornings of each of the last weeks, one file each."""
    last = (until or now_in("UTC")).replace(hour=6, minute=0, second=0, microsecond=0)
    for number in range(weeks):
        for days in (2, 5):
            start = last - timedelta(weeks=number, days=days)
            points = "".join(
                f'<trkpt lat="{47 + n * 0.0015:.4f}" lon="8.0">'
                f"<time>{start + timedelta(minutes=n):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
                for n in range(40)
            )
            (folder / f"{number}-{days}.gpx").write_text(TRACK.format(points=points))
    return sorted(str(file) for file in folder.glob("*.gpx"))


def onward(page):
    page.get_by_role("button", name="Next:").click()


def say_who(page):
    """First with a slip, then without; the Enter key keeps the page."""
    page.fill("#name", "Ada")
    page.fill("#age", "999")
    onward(page)
    page.get_by_role("alert").get_by_text("give 10 to 100 years").wait_for()

    page.fill("#age", "37")
    page.get_by_role("button", name="Add a race").click()
    page.fill("#race-0-distance", "half marathon")
    page.fill("#race-0-day", f"{now_in('UTC') + timedelta(weeks=20):%Y-%m-%d}")
    page.press("#race-0-name", "Enter")


def say_where_it_hurts(page):
    """By keyboard alone."""
    page.locator('.spot[value="knee:left"]').focus()
    page.keyboard.press("Enter")
    page.locator('input[value="patellofemoral"]').press("Space")
    page.locator('input[name="pain-0-score"][value="2"]').press("Space")
    page.get_by_role("button", name="No to all that is still open").click()
    page.wait_for_url("**/start/body/#safety")


@pytest.mark.parametrize("with_scripts", [True, False])
def test_run_files_and_answers_become_a_season(browser, server, tmp_path, with_scripts):
    faults = []
    files = tmp_path / "runs"
    files.mkdir()
    context = browser.new_context(
        viewport=PHONE, base_url=server.address, java_script_enabled=with_scripts
    )
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server.start())
    page.get_by_role("link", name="Start with my runs").click()
    page.set_input_files("#files", recorded(files))
    page.get_by_role("button", name="Read my runs").click()
    page.get_by_text("12 runs were in what you gave").wait_for()
    onward(page)
    say_who(page)
    page.wait_for_url("**/start/time/")
    onward(page)
    say_where_it_hurts(page)
    onward(page)
    onward(page)
    page.get_by_role("button", name="Make my plan").click()
    page.wait_for_url("**/season/")

    assert "half marathon" in page.inner_text("h1")
    assert faults == []
    context.close()
