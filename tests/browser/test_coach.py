"""What the coach proposes, answered by keyboard alone and without scripts."""

import pytest

expect = pytest.importorskip("playwright.sync_api").expect


def test_a_proposal_is_accepted_and_taken_back_by_keyboard_without_scripts(phone, browser):
    state = phone.context.storage_state()
    address = phone.url
    plain = browser.new_context(storage_state=state, java_script_enabled=False, locale="en-GB")
    page = plain.new_page()
    page.goto(address)
    accept = page.locator(".coach-card").first.get_by_role("button", name="Accept")
    accept.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Accepted.", timeout=60_000)

    undo = page.get_by_role("status").get_by_role("button", name="Undo")
    undo.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("open again", timeout=60_000)
    page.goto(f"{address}coach/")
    assert page.locator(".coach-line.revoked").count() == 1
    plain.close()
