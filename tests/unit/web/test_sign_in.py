"""Nobody sees a runner's pages without the link that was printed for them; it works once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from runwright.web.accounts.models import LINK_LASTS, SignInLink, laptop_user, new_link


@pytest.mark.parametrize("path", ["/", "/season/", "/week/1/", "/start/", "/day/2026-11-24/"])
def test_without_sign_in_every_page_leads_to_the_words_about_the_link(client, db, path):
    response = client.get(path)

    assert response.status_code == 302
    assert response.url == "/sign-in/"
    assert "terminal" in client.get("/sign-in/").content.decode()


def test_the_api_says_so_in_a_way_a_program_can_read(client, db):
    response = client.get("/api/v1/runner")

    assert response.status_code == 401
    assert response.json()["code"] == "sign-in"


def test_a_link_signs_in_once(client, db):
    token = new_link(laptop_user(), timezone.now())

    assert client.get(f"/link/{token}/").url == "/"
    assert client.get("/start/").status_code == 200
    client.logout()
    assert client.get(f"/link/{token}/").status_code == 410
    assert client.get("/start/").status_code == 302


def test_a_link_that_is_too_old_does_not_work(client, db):
    token = new_link(laptop_user(), timezone.now() - LINK_LASTS - timedelta(seconds=1))

    assert client.get(f"/link/{token}/").status_code == 410


def test_only_a_hash_of_the_link_is_kept(db):
    token = new_link(laptop_user(), timezone.now())

    assert token not in str(SignInLink.objects.values())


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "runner.local"])
def test_a_request_for_another_host_is_refused_so_that_no_site_can_rebind_its_name(
    client, db, host
):
    assert client.get("/sign-in/", headers={"host": host}).status_code == 400


def test_another_site_cannot_post(db, runner_user):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(runner_user)

    assert (
        strict.post("/start/sample/", headers={"origin": "https://evil.example"}).status_code == 403
    )


def test_every_page_lets_nothing_else_in(signed_in):
    policy = signed_in.get("/start/")["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
