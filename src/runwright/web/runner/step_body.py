"""Step 4: what hurts or once did, the bone and safety questions, and what the answers close."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from runwright.domain.evidence import Region
from runwright.domain.home_test import Asked, SafetyQuestion
from runwright.domain.runner import Pain, Runner, Side
from runwright.domain.screening import Gate
from runwright.domain.words import _
from runwright.formats.ask_answers import PAIN_MAX, AnswerNotUnderstoodError, read_amount
from runwright.formats.quantities import read_number
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.formats.runner_toml.health import SINCE
from runwright.formats.runner_toml.person import SINCE_BIRTH
from runwright.knowledge.library import Library
from runwright.screening.answers import applies, filled, standing_answer
from runwright.screening.pain import asks_about_bone
from runwright.screening.screen import screened
from runwright.screening.subject import Subject
from runwright.web.runner.body_places import (
    PLACES,
    Place,
    maps,
    place_of,
    regions_of,
    spot_name,
    spot_told,
    spot_value,
)
from runwright.web.runner.form import NO, YES, Form, rows_told

BONE = ("focal_bone", "worse_with_loading", "hop_pain", "night_pain")
GIVEN_BIRTH, PREGNANT = "gave_birth", "pregnant"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question with yes and no, under the name of its field."""

    field: str
    asks: str


AGAIN = "again"  # a field: every answer is asked for anew


def told(runner: Runner, seen: Subject, *, again: bool = False) -> dict[str, str]:
    """Return what is known, as fields; answers that ran out are not.

    Parameters
    ----------
    seen
        The runner as known today, diary included.
    again
        True leaves every safety answer out, to be given anew.
    """
    stands = {
        one: standing_answer(seen, question) is not None for one, question in seen.questions.items()
    }
    safety = {
        f"safety-{one}": _yes_no(answer)
        for one, answer in runner.safety.items()
        if stands.get(one) and not again
    }
    birth = runner.weeks_since_birth
    return {
        **safety,
        **({AGAIN: YES} if again else {}),
        **({} if birth is None else {"birth": str(birth)}),
        **rows_told("pain", (_pain_told(pain) for pain in runner.pains)),
    }


def add_pain(form: Form, value: str, library: Library) -> int | None:
    """Add a row for a spot, ``knee:left``, and return its number; None for no spot."""
    found = spot_told(value)
    if found is None:
        return None
    place, side = found
    regions = regions_of(place, library.regions)
    return form.add_row(
        "pain",
        place=place.id,
        side=side.value if side else "",
        region=regions[0].id if len(regions) == 1 else "",
        score="",
    )


def deny_the_rest(form: Form, library: Library) -> None:
    """Answer no to every safety question that has no answer and to which no changes nothing."""
    for question in sorted(vocabulary_of(library).no_to_all):
        form.values.setdefault(f"safety-{question}", NO)


def read(form: Form, runner: Runner, seen: Subject, *, is_final: bool) -> Runner:
    """Return the runner with the answers; what is new among them was told today.

    Parameters
    ----------
    seen
        The runner as known today, diary included.
    is_final
        False takes what is there so far, to show what it means; rows that are not whole wait.
    """
    pains = [_pain(form, f"pain-{number}", seen.regions) for number in form.rows("pain")]
    safety = {
        question: answer
        for question in seen.questions
        if (answer := form.said(f"safety-{question}")) is not None
    }
    stands = told(runner, seen, again=form.said(AGAIN) is True)
    birth = form.take("birth", lambda text: read_amount(text, SINCE_BIRTH, read_number))
    gave_birth = safety.get(GIVEN_BIRTH) is True
    if is_final and gave_birth and birth is None:
        form.refuse("birth", _("Say how many weeks ago; loads come back by the week."))
    if not is_final:
        form.errors.clear()
    return replace(
        runner,
        pains=tuple(_dated(pain, runner, seen.as_of) for pain in pains if pain is not None),
        safety=safety,
        safety_on={
            one: runner.safety_on.get(one, seen.as_of)
            if stands.get(f"safety-{one}") == _yes_no(answer)
            else seen.as_of
            for one, answer in safety.items()
        },
        pregnant=safety.get(PREGNANT) is True,
        weeks_since_birth=round(birth) if gave_birth and birth is not None else None,
    )


def shown(form: Form, subject: Subject, library: Library, looks: tuple[str, str]) -> dict[str, Any]:
    """Return what the page needs beside the fields; `subject` has the answers so far."""
    rows = [_row(form, number, library) for number in form.rows("pain")]
    marked = [(row["place"], row["side"], form.text(f"{row['id']}-score")) for row in rows]
    asked = [one for one in library.questions.values() if applies(subject, one)]
    return {
        "maps": maps(*looks, marked),
        "choices": [
            (spot_value(place, side), spot_name(place, side))
            for place in PLACES
            for side in (Side if place.has_sides else (None,))
        ],
        "pains": rows,
        "scores": range(PAIN_MAX + 1),
        "groups": _groups(asked, subject),
        "hurts": _asked_of(Asked.HURTS, asked, subject),
        "after_birth": _asked_of(Asked.AFTER_BIRTH, asked, subject),
        "pregnant": _asked_of(Asked.PREGNANT, asked, subject),
        "asks_birth": any(one.id == GIVEN_BIRTH for one in asked)
        and form.said(f"safety-{GIVEN_BIRTH}") is True,
        "opens": _asked_of(Asked.WHEN_CLOSED, asked, subject),
        "gates": _gates(subject),
        "has_answers": bool(subject.runner.safety),
        "again": form.said(AGAIN) is True,
    }


def _gates(subject: Subject) -> list[Gate]:
    """Gates that answers or pains have closed, the urgent ones first."""
    runner = subject.runner
    gates = screened(subject).gates if runner.safety or runner.pains else ()
    return sorted(gates, key=lambda gate: (not gate.urgent, not gate.refers))


def _groups(asked: list[SafetyQuestion], subject: Subject) -> list[dict[str, Any]]:
    """Questions that everybody is asked, by what they are about."""
    headings = {
        "G01": _("Health"),
        "G02": _("Warning signs, now"),
        "G05": _("On the way back"),
        "G06": _("Food, weight and energy"),
        "G12": _("Pregnancy and birth"),
        "G13": _("Pregnancy and birth"),
    }
    always = {Asked.ALWAYS, Asked.NOT_A_MAN, Asked.AGE_NOT_TOLD}
    groups: dict[str, list[AskedQuestion]] = {}
    for question in asked:
        if question.asked in always:
            heading = headings.get(question.rule, _("Age"))
            groups.setdefault(heading, []).append(_question(question, subject))
    return [{"heading": heading, "questions": these} for heading, these in groups.items()]


def _asked_of(when: Asked, asked: list[SafetyQuestion], subject: Subject) -> list[AskedQuestion]:
    return [_question(one, subject) for one in asked if one.asked is when]


def _question(question: SafetyQuestion, subject: Subject) -> AskedQuestion:
    says = filled(_(question.asks), subject.rules[question.rule])
    return AskedQuestion(field=f"safety-{question.id}", asks=says)


def _row(form: Form, number: int, library: Library) -> dict[str, Any]:
    """Return one pain as the page shows it."""
    row = f"pain-{number}"
    place, side = _spot(form, row)
    regions = regions_of(place, library.regions)
    region = form.text(f"{row}-region")
    probe = Pain(region=region or regions[0].id, pain_0_10=0)
    bone = [one for one in library.questions.values() if asks_about_bone(one, probe)]
    return {
        "id": row,
        "place": place,
        "side": side,
        "name": spot_name(place, side),
        "regions": regions,
        "bone": [AskedQuestion(field=f"{row}-{one.id}", asks=_(one.asks)) for one in bone],
    }


def _spot(form: Form, row: str) -> tuple[Place, Side | None]:
    told_spot = f"{form.text(f'{row}-place')}:{form.text(f'{row}-side')}"
    found = spot_told(told_spot)
    return found if found is not None else (PLACES[-1], None)


def _pain_told(pain: Pain) -> dict[str, str]:
    bone = {name: getattr(pain, name) for name in BONE}
    return {
        "place": place_of(pain).id,
        "side": pain.side.value if pain.side else "",
        "region": pain.region,
        "score": str(pain.pain_0_10),
        "since": "" if pain.since_weeks is None else str(pain.since_weeks),
        **{name: _yes_no(answer) for name, answer in bone.items() if answer is not None},
    }


def _yes_no(answer: bool) -> str:  # noqa: FBT001  # an answer, not a switch
    return YES if answer else NO


def _pain(form: Form, row: str, known: Mapping[str, Region]) -> Pain | None:
    place, side = _spot(form, row)
    region = form.text(f"{row}-region")
    if region not in place.regions or region not in known:
        form.refuse(f"{row}-region", _("{place}: say where exactly.").format(place=_(place.name)))
        region = ""
    score = form.take(f"{row}-score", lambda text: _score(text, place))
    since = form.take(f"{row}-since", lambda text: read_amount(text, SINCE, read_number))
    if not region or score is None:
        return None
    since_weeks = None if since is None else round(since)
    pain = Pain(region=region, pain_0_10=score, side=side, since_weeks=since_weeks)
    bone: dict[str, Any] = {name: form.said(f"{row}-{name}") for name in BONE}
    return replace(pain, **bone)


def _dated(pain: Pain, runner: Runner, today: date) -> Pain:
    """The pain as it was told before, or told today where anything about it is other."""
    same = (one for one in runner.pains if replace(one, told_on=None, cleared_on=None) == pain)
    return next(same, replace(pain, told_on=today))


def _score(text: str, place: Place) -> int:
    if not text.isdecimal() or int(text) > PAIN_MAX:
        says = _("{place}: say how much it hurts, 0 to 10; 0 is an old injury that is quiet now")
        raise AnswerNotUnderstoodError(says.format(place=_(place.name)))
    return int(text)
