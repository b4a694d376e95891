"""What a thumb does in the player, and what the app says was done."""

import pytest

PRESSES_MOST = 150
ASKED_MOST = 300
BETWEEN_PRESSES_MS = 400  # sooner, the player takes two presses for one
SENT = """async () => {
  const ask = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const db = await ask(indexedDB.open('runwright'));
  return (await ask(db.transaction('outbox').objectStore('outbox').count())) === 0;
}"""
KEPT = "async () => Boolean(await (await caches.open('kept')).match('/kept-days'))"


def strength_script(page):
    """The first session of the days ahead that can be done in 15 minutes."""
    found = page.request.get("/api/v1/scripts/?days=14").json()["scripts"]
    return next(one for one in found if any(v["minutes"] == 15 for v in one["versions"]))


def small_script(page):
    """A small work of the days that are kept."""
    return min(page.request.get("/api/v1/scripts/").json()["scripts"], key=sets_in)


def sets_in(script):
    items = [item for block in script["versions"][0]["blocks"] for item in block["items"]]
    return sum(len(item["prescribed"]["sets"]) for item in items)


def performed_all(page):
    return page.request.get("/api/v1/performed").json()


def performed(page, script):
    return [one for one in performed_all(page) if one["script"] == script["id"]]


def places_of(sets):
    return [(s["label"], s.get("is_ramp"), s["number"], s.get("side")) for s in sets]


def wait_until(page, question):
    """Ask the page again and again: its own waiting takes a promise for an answer."""
    for _ in range(ASKED_MOST):
        if page.evaluate(question):
            return
        page.wait_for_timeout(200)
    pytest.fail(f"never true: {question}")


def go(page):
    page.locator(".p-ctl .go").click()
    page.wait_for_timeout(BETWEEN_PRESSES_MS)


def go_to_the_end(page):
    for _ in range(PRESSES_MOST):
        if page.get_by_role("heading", name="How was it?").count():
            return
        go(page)
    pytest.fail("the session does not end")


def open_script(page, script, minutes):
    page.goto(f"/do/{script['id']}/?minutes={minutes}")
    page.get_by_role("heading", name="What is coming").wait_for()


def begin(page, script, minutes=None):
    """Open a session and press Start."""
    open_script(page, script, minutes or script["versions"][0]["minutes"])
    go(page)


def keep(page):
    page.get_by_role("button", name="Keep it").click()
