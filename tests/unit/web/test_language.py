"""The app speaks the runner's language: the browser's, or the one they chose."""

import pytest

from runwright.domain.words import use_language
from runwright.web.runner.models import RunnerRecord


@pytest.fixture(autouse=True)
def _english_afterwards():
    yield
    use_language("en")


def page(client, address="/", **headers) -> str:
    return client.get(address, headers=headers).content.decode()


@pytest.mark.parametrize("told", ["de", "de-AT,de;q=0.9,en;q=0.5", "fr,de-DE;q=0.8"])
def test_a_first_visit_is_answered_in_the_browsers_language(signed_in, told):
    first = page(signed_in, "/start/", accept_language=told)

    assert '<html lang="de">' in first
    assert "Mit meinen Läufen anfangen" in first


def test_a_browser_that_speaks_no_language_of_ours_reads_english(signed_in):
    first = page(signed_in, "/start/", accept_language="fr,it;q=0.8")

    assert '<html lang="en">' in first
    assert "Start with my runs" in first


def test_what_is_chosen_counts_more_than_what_the_browser_says(signed_in, sample):
    signed_in.post("/you/looks/", {"language": "en"})
    english = page(signed_in, accept_language="de")
    signed_in.post("/you/looks/", {"language": "de"})
    german = page(signed_in, accept_language="en")

    assert RunnerRecord.objects.get(pk=sample.pk).language == "de"
    assert '<html lang="en">' in english
    assert '<html lang="de">' in german
    assert "Heute" in german


def test_a_plan_made_in_english_reads_german_at_once(signed_in, sample):
    plan = sample.plans.first().plan
    planned = next(day for week in plan.weeks for day in week.days if day.session is not None)
    address = f"/day/{planned.day}/"
    german = page(signed_in, address, accept_language="de")

    assert planned.session.title in page(signed_in, address)
    assert planned.session.title not in german
    assert "Warum das, warum heute" in german
