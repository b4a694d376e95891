"""Sessions on a phone: whole, without a server, by keyboard alone, without motion."""

import re

import pytest

from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.playing import (
    BETWEEN_PRESSES_MS,
    KEPT,
    PRESSES_MOST,
    SENT,
    go,
    go_to_the_end,
    open_script,
    performed,
    places_of,
    sets_in,
    small_script,
    strength_script,
    wait_until,
)


def test_a_whole_session_is_in_the_diary_with_what_was_logged(phone):
    script = strength_script(phone)
    open_script(phone, script, 15)
    go(phone)
    load = phone.get_by_role("spinbutton", name="Load kg")
    while not load.count():
        go(phone)
    load.fill("17.5")
    load.blur()
    phone.get_by_role("group", name="More you could have done").get_by_text("2", exact=True).click()
    go_to_the_end(phone)
    phone.get_by_role("group", name="Effort").get_by_text("6", exact=True).click()
    phone.get_by_label("Note").fill("Left calf tight at first.")
    phone.get_by_role("button", name="Keep it").click()
    phone.get_by_role("heading", name="In your diary").wait_for()
    (session,) = performed(phone, script)
    version = next(one for one in script["versions"] if one["minutes"] == 15)
    items = [item for block in version["blocks"] for item in block["items"]]

    assert session["ended"] == "done"
    assert session["minutes"] == 15
    assert session["effort_0_10"] == 6
    assert session["note"] == "Left calf tight at first."
    assert len(session["sets"]) == sum(len(one["prescribed"]["sets"]) for one in items)
    assert any(one.get("load_kg") == 17.5 and one.get("rir") == 2 for one in session["sets"])


@pytest.mark.parametrize(
    ("size", "colours"), [(PHONE, "light"), (LAPTOP, "dark")], ids=["phone", "laptop by night"]
)
def test_without_a_server_a_session_goes_on_and_every_set_arrives_once(
    phone, server, size, colours
):
    phone.set_viewport_size(size)
    phone.emulate_media(color_scheme=colours)
    phone.goto("/")
    wait_until(phone, KEPT)
    script = small_script(phone)
    open_script(phone, script, script["versions"][0]["minutes"])
    go(phone)
    go(phone)
    server.kill()
    phone.reload()
    phone.get_by_role("heading", name="Go on where you were").wait_for()
    phone.locator(".p-fig svg").wait_for()
    go(phone)
    go_to_the_end(phone)
    phone.get_by_role("button", name="Keep it").click()
    phone.get_by_role("heading", name="Kept on this phone").wait_for()
    assert "will be sent" in phone.get_by_role("status").inner_text()
    server.start()
    phone.get_by_role("button", name="Try again").click()
    phone.get_by_role("heading", name="In your diary").wait_for()
    (session,) = performed(phone, script)

    assert len(session["sets"]) == sets_in(script)
    assert len(set(places_of(session["sets"]))) == sets_in(script)


def test_what_waits_is_sent_when_the_app_is_opened_again(phone, server):
    script = small_script(phone)
    open_script(phone, script, script["versions"][0]["minutes"])
    go(phone)
    server.kill()
    go_to_the_end(phone)
    phone.get_by_role("button", name="Keep it").click()
    phone.get_by_role("heading", name="Kept on this phone").wait_for()
    server.start()
    phone.goto("/")
    wait_until(phone, SENT)

    assert len(performed(phone, script)) == 1


def test_a_session_is_done_with_the_keyboard_alone(phone):
    script = small_script(phone)
    open_script(phone, script, script["versions"][0]["minutes"])
    for _ in range(PRESSES_MOST):
        if phone.get_by_role("heading", name="How was it?").count():
            break
        assert phone.evaluate("document.activeElement.matches('.go')")
        phone.keyboard.press("Enter")
        phone.wait_for_timeout(BETWEEN_PRESSES_MS)
    for _ in range(40):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.matches('.go')"):
            break
    phone.keyboard.press("Enter")
    phone.get_by_role("heading", name="In your diary").wait_for()

    assert len(performed(phone, script)) == 1


def test_pain_beyond_its_limit_stops_the_exercise_and_offers_what_spares_the_region(phone):
    script = strength_script(phone)
    open_script(phone, script, 15)
    go(phone)
    while not phone.locator(".p-resting").count():
        go(phone)
    go(phone)
    name = phone.get_by_role("heading", level=1).inner_text()
    phone.get_by_role("button", name="It hurts").click()
    phone.locator(".p-regions label").first.click()
    phone.get_by_role("group", name="Which side").get_by_text("left").click()
    phone.get_by_role("group", name="How much").get_by_text("7", exact=True).click()
    phone.get_by_role("heading", name="Stop this one.").wait_for()
    phone.get_by_role("button", name="End the session here").click()
    phone.get_by_role("heading", name="Good that you stopped.").wait_for()
    phone.get_by_role("button", name="Keep it").click()
    phone.get_by_role("heading", name="In your diary").wait_for()
    (session,) = performed(phone, script)

    assert name
    assert session["ended"] == "pain"
    assert session["pains"][0]["pain_0_10"] == 7
    assert session["pains"][0]["side"] == "left"


def test_without_motion_the_figure_stands_still(phone):
    phone.emulate_media(reduced_motion="reduce")
    script = small_script(phone)
    open_script(phone, script, script["versions"][0]["minutes"])
    phone.locator(".p-fig svg").wait_for()

    assert phone.locator(".p-fig .rw-mv").first.is_hidden()


def test_the_place_in_a_session_is_kept_when_the_page_is_left(phone):
    script = small_script(phone)
    open_script(phone, script, script["versions"][0]["minutes"])
    for _ in range(3):
        go(phone)
    before = phone.get_by_role("progressbar").get_attribute("aria-valuenow")
    phone.get_by_role("link", name=re.compile("Leave the session")).click()
    phone.goto(f"/do/{script['id']}/")
    phone.get_by_role("heading", name="Go on where you were").wait_for()
    go(phone)

    assert phone.get_by_role("progressbar").get_attribute("aria-valuenow") == before


@pytest.mark.parametrize("way", ["file", "text"])
def test_a_session_goes_along_as_one_file_and_its_result_comes_back(phone, tmp_path, way):
    script = small_script(phone)
    session_file, result_file = tmp_path / "session.html", tmp_path / "result.json"
    open_script(phone, script, script["versions"][0]["minutes"])
    with phone.expect_download() as taken:
        phone.get_by_role("link", name="Take it along as a file").click()
    taken.value.save_as(session_file)
    asked = []
    alone = phone.context.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(session_file.as_uri())
    alone.locator(".p-fig svg").wait_for()
    go(alone)
    go_to_the_end(alone)
    alone.get_by_role("button", name="Keep it").click()
    phone.goto("/do/bring/")
    if way == "file":
        with alone.expect_download() as kept:
            alone.get_by_role("link", name="Keep it as a file").click()
        kept.value.save_as(result_file)
        phone.get_by_label("The file the session was kept as").set_input_files(result_file)
    else:
        alone.get_by_text("As text to paste").click()
        text = alone.get_by_role("textbox").input_value()
        phone.get_by_label("Or the text it was kept as").fill(text[:60] + "\n" + text[60:])
    phone.get_by_role("button", name="Write it down").click()
    phone.wait_for_url("**/diary/*/")

    assert [one for one in asked if not one.startswith("blob:")] == [session_file.as_uri()]
    assert len(performed(phone, script)[0]["sets"]) == sets_in(script)
