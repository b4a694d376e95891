"""What a morning closes stops a session under way, and the copies a phone keeps."""

from playwright.sync_api import Page, expect

from tests.browser.playing import (
    KEPT,
    begin,
    go,
    performed,
    small_script,
    strength_script,
    wait_until,
)

CHEST = "Do you get pain or pressure in the chest when you exert yourself?"
COPIES = """async () => {
  const cache = await caches.open("kept");
  const kept = (await cache.keys()).filter((one) => one.url.includes("/api/v1/scripts/"));
  const open = await Promise.all(kept.map(async (one) => (await cache.match(one)).ok));
  return open.filter(Boolean).length;
}"""


def tell_of_the_chest(page: Page) -> None:
    page.goto("/check-in/")
    page.get_by_text("Ill, or a warning sign?").click()
    page.get_by_label(CHEST).check()
    page.get_by_role("button", name="Save, see today").click()
    page.get_by_role("heading", name="What you told, and what it asks for").wait_for()


def test_a_session_under_way_stops_and_what_was_done_is_kept(phone):
    script = small_script(phone)
    begin(phone, script)
    go(phone)
    go(phone)
    tell_of_the_chest(phone)
    phone.goto(f"/do/{script['id']}/")
    phone.get_by_role("heading", name="This waits").wait_for()

    assert "has to be looked at now" in phone.get_by_role("alert").inner_text()
    phone.get_by_role("button", name="End it here, and keep them").click()
    phone.get_by_role("button", name="Keep it").click()
    phone.get_by_role("heading", name="In your diary").wait_for()
    assert performed(phone, script)[0]["ended"] == "shortened"


def test_copies_of_what_waits_go_from_the_phone_at_the_next_contact(phone, server):
    script = strength_script(phone)
    phone.goto("/")
    wait_until(phone, KEPT)
    tell_of_the_chest(phone)
    wait_until(phone, f"async () => (await ({COPIES})()) === 0")
    server.kill()
    phone.goto(f"/do/{script['id']}/")

    expect(phone.get_by_role("button", name="Start")).to_have_count(0)
    expect(phone.get_by_role("heading", level=1)).to_have_text("This session is not here")
