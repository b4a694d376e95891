"""Tokens: a program reads or writes for one runner, no more than it may, until it is ended."""

import json
import re

import pytest
from django.test import Client
from django.utils import timezone

from runwright.web.api.models import ApiToken, Scope, new_token
from tests.unit.web.test_api import SESSION, kept


def bearer(token):
    return {"authorization": f"Bearer {token}"}


def send(token):
    strict = Client(enforce_csrf_checks=True)
    return strict.post(
        "/api/v1/performed",
        json.dumps(SESSION),
        content_type="application/json",
        headers=bearer(token),
    )


def test_a_program_reads_with_a_token_and_without_signing_in(sample):
    token = new_token(sample, "watch", Scope.READ, timezone.now())
    answer = Client().get("/api/v1/plan", headers=bearer(token))

    assert answer.status_code == 200
    assert ApiToken.objects.get().used_on == timezone.now().date()


def test_a_token_that_may_only_read_does_not_write(sample):
    answer = send(new_token(sample, "watch", Scope.READ, timezone.now()))

    assert answer.status_code == 403
    assert answer.json()["code"] == "scope"
    assert kept().count() == 0


def test_a_token_that_may_write_writes(sample):
    assert send(new_token(sample, "watch", Scope.WRITE, timezone.now())).status_code == 200
    assert kept().count() == 1


@pytest.mark.parametrize("token", ["", "rw_nobody", "rw_" + "x" * 5000])
def test_what_is_no_token_opens_nothing(sample, token):
    assert Client().get("/api/v1/plan", headers=bearer(token)).status_code == 401
    assert send(token).status_code in {401, 403}
    assert kept().count() == 0


def test_a_token_opens_the_api_and_no_page(sample):
    token = new_token(sample, "watch", Scope.WRITE, timezone.now())

    assert Client().get("/", headers=bearer(token)).status_code == 302


def test_a_token_is_shown_once_and_only_its_hash_is_kept(signed_in, sample):
    page = signed_in.post("/you/programs/", {"name": "watch", "scope": "write"})
    token = re.search(r"rw_[\w-]{40,}", page.content.decode()).group()

    assert token not in signed_in.get("/you/programs/").content.decode()
    assert token not in str(ApiToken.objects.values())
    assert ApiToken.objects.get().writes


def test_a_token_without_a_name_is_asked_for_one(signed_in, sample):
    page = signed_in.post("/you/programs/", {"name": " "})

    assert page.status_code == 422
    assert "Say which program it is for." in page.content.decode()


def test_an_ended_token_opens_nothing_more(signed_in, sample):
    token = new_token(sample, "watch", Scope.READ, timezone.now())
    signed_in.post(f"/you/programs/{ApiToken.objects.get().pk}/end/")

    assert Client().get("/api/v1/plan", headers=bearer(token)).status_code == 401
