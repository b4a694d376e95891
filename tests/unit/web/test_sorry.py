"""A page that cannot be shown says what happened, what is safe, and leads on."""

import json

from django.test import Client


def test_an_address_that_leads_nowhere_says_so_and_leads_on(signed_in):
    response = signed_in.get("/no-such-page/")
    page = response.content.decode()

    assert response.status_code == 404
    assert "There is nothing here" in page
    assert 'href="/"' in page


def test_a_program_is_answered_in_its_own_form(signed_in):
    response = signed_in.get("/api/v1/no-such-thing")

    assert response.status_code == 404
    assert json.loads(response.content)["code"] == "not-found"


def test_a_form_of_another_sign_in_says_that_nothing_was_kept(signed_in):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    strict.cookies = signed_in.cookies
    response = strict.post("/you/looks/", {"language": "en"})

    assert response.status_code == 403
    assert "This was not kept" in response.content.decode()


def test_a_fault_of_our_own_shows_no_entrails(signed_in, sample, monkeypatch):
    def breaks(*args, **kwargs):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("runwright.web.season.views.day_page", breaks)
    signed_in.raise_request_exception = False
    response = signed_in.get("/")
    page = response.content.decode()

    assert response.status_code == 500
    assert "What you had kept before is safe" in page
    assert "secret detail" not in page
