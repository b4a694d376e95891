"""With accounts: signing up, adding a passkey, and getting in with nothing but it."""

import pytest

PHRASE = "a long enough phrase"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def clinic(browser, server, monkeypatch):
    monkeypatch.setenv("RUNWRIGHT_HOSTS", "localhost")
    server.start()
    context = browser.new_context(base_url=f"http://localhost:{server.port}", locale="en-GB")
    page = context.new_page()
    keys = context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    context.close()


def test_a_passkey_lets_one_in_without_the_password(clinic):
    clinic.goto("/accounts/signup/")
    clinic.get_by_label("Email").fill("runner@clinic.example")
    clinic.get_by_label("Password").fill(PHRASE)
    clinic.get_by_role("button", name="Sign Up").click()
    clinic.wait_for_url("**/start/")
    clinic.goto("/accounts/2fa/webauthn/add/")
    clinic.get_by_label("Password").fill(PHRASE)
    clinic.get_by_role("button", name="Confirm").click()
    clinic.get_by_label("Passwordless").check()
    clinic.get_by_role("button", name="Add").click()
    clinic.wait_for_url("**/recovery-codes/")
    clinic.goto("/accounts/logout/")
    clinic.get_by_role("button", name="Sign Out").click()
    clinic.wait_for_load_state()
    clinic.goto("/")

    assert clinic.url.endswith("/accounts/login/")

    clinic.get_by_role("button", name="Sign in with a passkey").click()
    clinic.wait_for_url("**/start/")


def test_a_forgotten_password_says_what_to_do_instead_of_promising_a_mail(clinic):
    clinic.goto("/accounts/login/")
    clinic.get_by_role("link", name="Forgot your password?").click()

    assert "sends no mail" in clinic.get_by_role("main").inner_text()
