"""Pounds and miles on every page, kilograms and kilometres in what is kept and taken out."""

import io
import re
import zipfile

import pytest

from runwright.domain.units import use_units
from runwright.web.diary.models import TableDiary
from runwright.web.runner.models import RunnerRecord

METRIC = re.compile(r"\d\s?(?:kg|km)\b")
COURSE = re.compile(r"\b(?:5|10) km\b")  # a race of 10 km is called that everywhere
PAGES = (
    "/",
    "/week/5/",
    "/season/",
    "/diary/",
    "/progress/",
    "/progress/lift/goblet_squat/",
    "/coach/",
    "/coach/standing/",
    "/start/runs/",
    "/start/who/",
    "/start/time/",
    "/season/changes/race/",
)


@pytest.fixture(autouse=True)
def _metric_afterwards():
    yield
    use_units("metric")


@pytest.fixture
def imperial(sample):
    RunnerRecord.objects.update(units="imperial")
    return sample


def text_of(page: str) -> str:
    return COURSE.sub("", re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL))


@pytest.mark.parametrize("address", PAGES)
def test_no_page_speaks_of_kilograms_to_who_counts_in_pounds(signed_in, imperial, address):
    page = text_of(signed_in.get(address).content.decode())

    assert METRIC.findall(page) == []


def test_a_session_of_the_diary_is_told_and_changed_in_pounds(signed_in, imperial):
    lifted = [one for one in TableDiary(imperial).sessions() if any(s.load_kg for s in one.sets)]
    told = text_of(signed_in.get(f"/diary/{lifted[-1].id}/").content.decode())
    form = text_of(signed_in.get(f"/diary/{lifted[-1].id}/change/").content.decode())

    assert re.search(r"× [\d.]+ lb", told)
    assert "load in lb" in form
    assert METRIC.findall(told + form) == []


def test_what_is_taken_out_stays_metric(signed_in, sample):
    def tables():
        with zipfile.ZipFile(io.BytesIO(signed_in.get("/you/everything.zip").content)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".csv")]
            return {name: archive.read(name) for name in names}

    metric = tables()
    runner_file = signed_in.get("/you/RUNNER.toml").content
    RunnerRecord.objects.update(units="imperial")

    assert metric
    assert tables() == metric
    assert signed_in.get("/you/RUNNER.toml").content == runner_file


def test_a_form_that_is_kept_as_it_stands_changes_nothing(signed_in, imperial):
    before = imperial.runner
    for step in ("runs", "who", "time"):
        page = signed_in.get(f"/start/{step}/").content.decode()
        fields = dict(re.findall(r'<input id="([^"]+)"[^>]* value="([^"]*)"', page))
        for name, choices in re.findall(r'<select id="([^"]+)".*?>(.*?)</select>', page):
            chosen = re.search(r'value="([^"]*)" selected', choices)
            fields[name] = chosen[1] if chosen else ""
        ticked = re.findall(r'name="([^"]+)" value="([^"]*)" checked', page)
        signed_in.post(f"/start/{step}/", fields | dict(ticked))
        after = RunnerRecord.objects.get(pk=imperial.pk).runner

        assert (after.habits, after.weekly_km) == (before.habits, before.weekly_km)
        assert (set(after.races), after.loads_kg) == (set(before.races), before.loads_kg)
