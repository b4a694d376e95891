"""The page of what waits: what lifts it, pains the diary told, and answers with their dates."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from runwright.domain.check_in import CheckIn
from runwright.domain.home_test import SafetyQuestion
from runwright.domain.runner import Pain
from runwright.domain.words import _
from runwright.formats.plan_words.dates import full_date
from runwright.knowledge.library import Library, load_library
from runwright.screening.answers import applies, filled, good_until
from runwright.usecases.lift_gate import Lift, cleared, lifts_of, pain_answered, pain_cleared
from runwright.usecases.plan_season import subject_of
from runwright.web.clock import today_in
from runwright.web.diary.check_in_form import place_name
from runwright.web.diary.models import keep_check_in, write_standing
from runwright.web.diary.mornings import check_in_of
from runwright.web.runner.form import NO, YES
from runwright.web.runner.models import RunnerRecord, runner_of
from runwright.web.season.safety import Followed, following, planned_anew

UNUSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
def safety(request: HttpRequest) -> HttpResponse:
    """Return what waits and what lifts it, or take the answer that does."""
    record = runner_of(request.user)
    if record is None:
        return redirect("start")
    if request.method != "POST":
        return _page(request, record)
    return _answered(request, record)


def _answered(request: HttpRequest, record: RunnerRecord) -> HttpResponse:
    library, today = load_library(), today_in(record.runner.timezone)
    lifts = lifts_of(record.known, library, today)
    lift = next((one for one in lifts if one.gate.rule == request.POST.get("rule")), None)
    if lift is None:  # lifted already, here or on another device
        return redirect("safety")
    if request.POST.get("gone"):
        return _gone(request, record, lift, today)
    if lift.asked and not lift.clearances:
        return _about_pains(request, record, lift)
    fault = _fault(request, lift, today)
    if fault:
        return _page(request, record, faults={lift.gate.rule: fault}, status=UNUSABLE)
    day = date.fromisoformat(request.POST["on"])
    with following(record) as followed:
        runner = cleared(record.runner, _said_yes(request, lift), day)
        for pain in lift.pains:
            if request.POST.get(_field(pain)) == YES:
                runner = pain_cleared(runner, pain, day)
        record.tell(runner)
        write_standing(record)
    return _back(followed)


def _gone(request: HttpRequest, record: RunnerRecord, lift: Lift, today: date) -> HttpResponse:
    """Keep with this morning that a sign is gone."""
    signs = {one.id: False for one in lift.gone if request.POST.get("gone") == one.id}
    told = check_in_of(record, today) or CheckIn(day=today)
    with following(record) as followed:
        keep_check_in(record, replace(told, signs={**told.signs, **signs}))
        answered = {**record.runner.safety, **signs}
        days = {**record.runner.safety_on, **dict.fromkeys(signs, today)}
        record.tell(replace(record.runner, safety=answered, safety_on=days))
        write_standing(record)
    return _back(followed)


def _about_pains(request: HttpRequest, record: RunnerRecord, lift: Lift) -> HttpResponse:
    """Keep what was answered about pains."""
    runner = record.runner
    for pain, asked in lift.asked:
        said = {one.id: request.POST.get(f"{_field(pain)}:{one.id}") for one in asked}
        answers = {name: value == YES for name, value in said.items() if value in {YES, NO}}
        if answers:
            runner = pain_answered(runner, pain, answers)
    with following(record) as followed:
        record.tell(runner)
        write_standing(record)
    return _back(followed)


def _back(followed: Followed) -> HttpResponse:
    response = redirect("safety")
    response["Location"] += followed.query
    return response


def _said_yes(request: HttpRequest, lift: Lift) -> tuple[str, ...]:
    return tuple(one.id for one in lift.clearances if request.POST.get(one.id) == YES)


def _fault(request: HttpRequest, lift: Lift, today: date) -> str:
    """Return what keeps a clearance from counting; '' for nothing."""
    if not _said_yes(request, lift) and not any(
        request.POST.get(_field(pain)) == YES for pain in lift.pains
    ):
        return _("Nothing was answered with yes, so it stays closed.")
    try:
        day = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        return _("Say on which day.")
    if day > today:
        return _("That day is yet to come.")
    if lift.since is not None and day < lift.since:
        return _("You told it on {day}. Only a clearance that came after it counts.").format(
            day=full_date(lift.since)
        )
    return ""


def _page(
    request: HttpRequest,
    record: RunnerRecord,
    *,
    faults: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    library, known = load_library(), record.known
    today = today_in(known.timezone)
    seen = subject_of(known, library, today)
    context: dict[str, Any] = {
        "lifts": [
            {
                "gate": one.gate,
                "clearances": [
                    (question.id, filled(_(question.asks), seen.rules[question.rule]))
                    for question in one.clearances
                ],
                "gone": [(question.id, _(question.asks)) for question in one.gone],
                "pains": [(_field(pain), _pain_words(pain, library)) for pain in one.pains],
                "asked": [
                    (
                        _pain_words(pain, library),
                        [(f"{_field(pain)}:{each.id}", _(each.asks)) for each in asked],
                    )
                    for pain, asked in one.asked
                ],
                "since": None if one.since is None else full_date(one.since),
            }
            for one in lifts_of(known, library, today)
        ],
        "pains": told_pains(record, library),
        "until": _until([one for one in library.questions.values() if applies(seen, one)], record),
        "faults": faults or {},
        "today": today,
        "anew": planned_anew(request, record),
        "here": "you",
    }
    return render(request, "runner/safety.html", context, status=status)


def told_pains(record: RunnerRecord, library: Library) -> list[tuple[date, str]]:
    """Return the pains of the diary that still count: the day, and ``Kneecap, left: 4 of 10``."""
    return [
        (pain.told_on, _pain_words(pain, library))
        for pain in record.heard.pains
        if pain.told_on is not None and pain.region in library.regions and pain.pain_0_10 > 0
    ]


def _until(asked: list[SafetyQuestion], record: RunnerRecord) -> str:
    """Return until when the first of the answers holds; '' where none has a day."""
    runner, library = record.runner, load_library()
    seen = subject_of(runner, library, today_in(runner.timezone))
    days = [good_until(seen, one) for one in asked if one.id in runner.safety]
    first = min((day for day in days if day is not None), default=None)
    return "" if first is None else full_date(first)


def _pain_words(pain: Pain, library: Library) -> str:
    name = place_name(_(library.regions[pain.region].name), pain.side)
    told = _("{place}, {pain} of 10").format(place=name, pain=pain.pain_0_10)
    if pain.told_on is None:
        return told
    return _("{pain}, told on {day}").format(pain=told, day=full_date(pain.told_on))


def _field(pain: Pain) -> str:
    return f"pain:{pain.region}:{pain.side.value if pain.side else ''}"
