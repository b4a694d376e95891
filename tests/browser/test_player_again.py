"""A session that was done, left, refused, or ended while nobody was signed in."""

from tests.browser.playing import (
    SENT,
    begin,
    go,
    go_to_the_end,
    keep,
    performed,
    small_script,
    wait_until,
)

SPOILED = """async () => {
  const ask = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const db = await ask(indexedDB.open('runwright'));
  const rows = db.transaction('outbox', 'readwrite').objectStore('outbox');
  for (const one of await ask(rows.getAll())) {
    one.document.minutes = 'many';
    await ask(rows.put(one, one.key));
  }
}"""
WAITING = """async () => {
  const ask = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const db = await ask(indexedDB.open('runwright'));
  return ask(db.transaction('outbox').objectStore('outbox').count());
}"""


def done(page, script):
    """Do a session to its end and keep it."""
    begin(page, script)
    go_to_the_end(page)
    keep(page)


def test_a_session_that_is_done_says_so_and_is_done_again_on_purpose_only(phone):
    script = small_script(phone)
    done(phone, script)
    phone.get_by_role("heading", name="In your diary").wait_for()
    phone.goto(f"/do/{script['id']}/")
    phone.get_by_role("heading", name="This one is done").wait_for()
    assert phone.get_by_role("link", name="Change what is written").get_attribute("href")

    phone.get_by_role("button", name="Do it again").click()
    go(phone)
    go_to_the_end(phone)
    keep(phone)
    phone.get_by_role("heading", name="In your diary").wait_for()

    assert len(performed(phone, script)) == 2


def test_what_another_phone_did_is_told_before_it_is_done_twice(phone, browser, server):
    script = small_script(phone)
    done(phone, script)
    phone.get_by_role("heading", name="In your diary").wait_for()
    other = browser.new_context(
        base_url=server.address, storage_state=phone.context.storage_state()
    )
    page = other.new_page()
    page.goto(f"/do/{script['id']}/")

    page.get_by_role("heading", name="This one is done").wait_for()

    assert page.get_by_role("status").inner_text() == "It is in your diary."
    other.close()


def test_what_the_diary_cannot_take_is_kept_until_it_is_let_go_and_can_be_taken_back(phone, server):
    script = small_script(phone)
    begin(phone, script)
    server.kill()
    go_to_the_end(phone)
    keep(phone)
    phone.get_by_role("heading", name="Kept on this phone").wait_for()
    phone.evaluate(SPOILED)
    server.start()
    phone.goto("/")
    told = phone.locator("#kept-days")
    told.get_by_text("minutes").wait_for()
    told.get_by_role("button", name="Discard it").click()
    told.get_by_role("button", name="Discard", exact=True).click()
    told.get_by_role("button", name="Undo").click()
    told.get_by_role("button", name="Discard it").wait_for()
    assert phone.evaluate(WAITING) == 1

    told.get_by_role("button", name="Discard it").click()
    told.get_by_role("button", name="Discard", exact=True).click()
    told.get_by_text("Discarded.").wait_for()

    assert phone.evaluate(WAITING) == 0


def test_today_leads_back_to_a_session_left_in_the_middle(phone):
    script = small_script(phone)
    begin(phone, script)
    for _ in range(3):
        go(phone)
    phone.goto("/")
    phone.locator("#kept-days").get_by_role("link", name="Go on").click()
    phone.get_by_role("heading", name="Go on where you were").wait_for()
    phone.get_by_role("button", name="It ended there").click()
    keep(phone)
    phone.get_by_role("heading", name="In your diary").wait_for()
    (session,) = performed(phone, script)

    assert session["ended"] == "shortened"


def test_signed_out_in_the_middle_the_session_goes_on_and_is_sent_after_signing_in(phone, server):
    script = small_script(phone)
    begin(phone, script)
    go(phone)
    phone.context.clear_cookies()
    go_to_the_end(phone)
    keep(phone)
    phone.get_by_role("link", name="Sign in").wait_for()
    assert "Sign in again" in phone.get_by_role("status").first.inner_text()
    server.kill()
    phone.goto(server.start())
    wait_until(phone, SENT)

    assert len(performed(phone, script)) == 1


def test_two_phones_and_a_laptop_log_the_same_day_and_lose_nothing(phone, browser, server):
    """Each without a server; all three come back one after the other."""
    script = small_script(phone)
    state = phone.context.storage_state()
    sizes = [{"width": 390, "height": 844}, {"width": 1280, "height": 800}]
    others = [
        browser.new_context(base_url=server.address, storage_state=state, viewport=size)
        for size in sizes
    ]
    pages = [phone, *(one.new_page() for one in others)]
    for page in pages:
        begin(page, script)
        page.locator(".p-fig svg").first.wait_for()
    server.kill()
    for page in pages:
        go_to_the_end(page)
        keep(page)
        page.get_by_role("heading", name="Kept on this phone").wait_for()
    server.start()
    for page in pages:
        page.get_by_role("button", name="Try again").click()
        page.get_by_role("heading", name="In your diary").wait_for()
    sessions = performed(phone, script)

    assert len({one["id"] for one in sessions}) == len(sessions) == 3
    assert len({len(one["sets"]) for one in sessions}) == 1
    for one in others:
        one.close()
