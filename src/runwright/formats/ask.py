"""The first dialogue with a runner, as a script without a terminal: what is asked, what it means.

Whoever drives it shows `text`, hands what was typed to `read`, keeps the value under `id`, and asks
again with the words of `AnswerNotUnderstoodError`. The questions take about two minutes.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from runwright.domain.home_test import Asked, SafetyQuestion
from runwright.domain.runner import DayAvailability, Pain, Runner, Sex, StrengthExperience
from runwright.domain.words import _
from runwright.formats.ask_answers import (
    AnswerNotUnderstoodError,
    read_amount,
    read_birth,
    read_choice,
    read_days,
    read_hours,
    read_kit,
    read_numbers,
    read_pains,
    read_races,
    read_runs,
)
from runwright.formats.quantities import read_number
from runwright.formats.runner_toml.person import AGE, MONTHS, read_months
from runwright.formats.runner_toml.read import SESSION
from runwright.formats.runner_toml.table import only_told
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.formats.runner_toml.words import SEXES, STRENGTH

__all__ = ["AnswerKind", "AnswerNotUnderstoodError", "Question", "build_runner", "questions"]

Answers = Mapping[str, Any]
NAME_AT_MOST = 80
# Groups of safety questions, each asked as one list; the others follow when a plan is made.
GROUPS = {
    Asked.ALWAYS: "safety",
    Asked.NOT_A_MAN: "safety_woman",
    Asked.PREGNANT: "safety_pregnant",
    Asked.AFTER_BIRTH: "safety_after_birth",
    Asked.HURTS: "safety_hurts",
    Asked.EACH_PAIN: "safety_pain",
}


class AnswerKind(StrEnum):
    """How an answer is given, for whoever shows the question."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    LIST = "list"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    Attributes
    ----------
    id
        Name the answer is kept under.
    text
        What the person reads; may have several lines.
    default
        What an empty answer stands for, in the words of an answer; None must be answered.
    choices
        The words of a CHOICE.
    read
        Turns what was typed into the value; raises `AnswerNotUnderstoodError`.
    applies
        Whether it is asked, given the answers so far.
    """

    id: str
    text: str
    kind: AnswerKind
    default: str | None
    read: Callable[[str], object]
    choices: tuple[str, ...] = ()
    applies: Callable[[Answers], bool] = field(default=lambda _answers: True)


def questions(
    *,
    vocabulary: Vocabulary,
    safety: Iterable[SafetyQuestion],
    today: date,
    has_run_files: bool,
) -> tuple[Question, ...]:
    """Every question in the order it is asked.

    Parameters
    ----------
    vocabulary
        Ids and words the answers may use.
    safety
        The safety questions of the knowledge base, in their order.
    today
        Races before it are over.
    has_run_files
        Whether the runs come from files; then the usual runs are not asked for.
    """
    return (
        *_about_the_person(),
        _races(today),
        *_about_time(),
        *(() if has_run_files else (_runs(),)),
        _kit(vocabulary),
        _pains(vocabulary),
        *_about_safety(tuple(safety), today),
    )


def build_runner(answers: Answers, *, timezone: str = "UTC") -> Runner:
    """Return the runner the answers describe; a question that was not asked is not told.

    Parameters
    ----------
    answers
        Values by question id, as `read` returned them.
    timezone
        IANA name.
    """
    hours = answers.get("hours")
    days: tuple[DayAvailability, ...] | None = answers.get("days")
    if days is not None and hours is not None:
        room = sum(window.length_min for window in hours)
        days = tuple(replace(day, windows=hours, minutes=min(day.minutes, room)) for day in days)
    return Runner(
        **only_told(
            name=answers.get("name"),
            age=answers.get("age"),
            sex=answers.get("sex"),
            running_months=answers.get("running_for"),
            strength_experience=answers.get("strength"),
            races=answers.get("races"),
            days=_days_in_hours(answers),
            session_minutes=answers.get("session_minutes"),
            habits=answers.get("runs"),
            kit=answers.get("kit"),
            pains=_with_bone_answers(answers),
            safety=_safety_answers(answers),
            pregnant=_said_yes(answers, "pregnant"),
            weeks_since_birth=answers.get("birth"),
            timezone=timezone,
        )
    )


def _days_in_hours(answers: Answers) -> tuple[DayAvailability, ...] | None:
    """Days with the hours told for all of them; no day has more minutes than its hours hold."""
    days: tuple[DayAvailability, ...] | None = answers.get("days")
    hours = answers.get("hours")
    if days is None or hours is None:
        return days
    room_min = sum(window.length_min for window in hours)
    return tuple(replace(day, windows=hours, minutes=min(day.minutes, room_min)) for day in days)


def _about_the_person() -> tuple[Question, ...]:
    sexes, strengths = tuple(Sex), tuple(StrengthExperience)
    return (
        Question(
            id="name",
            text=_("What should we call you?"),
            kind=AnswerKind.TEXT,
            default="",
            read=lambda text: " ".join(text.split())[:NAME_AT_MOST],
        ),
        Question(
            id="age",
            text=_("How old are you, in years? (loads, rests and test norms follow it)"),
            kind=AnswerKind.NUMBER,
            default="",
            read=lambda text: _whole(read_amount(text, AGE, read_number)),
        ),
        Question(
            id="sex",
            text=_("Which test norms fit you: woman, man or unspecified?"),
            kind=AnswerKind.CHOICE,
            default=Sex.UNSPECIFIED.value,
            choices=sexes,
            read=lambda text: read_choice(text, SEXES, sexes),
        ),
        Question(
            id="running_for",
            text=_("How long have you been running regularly? (3 years, 8 months)"),
            kind=AnswerKind.TEXT,
            default="",
            read=lambda text: _whole(read_amount(text, MONTHS, _months)),
        ),
        Question(
            id="strength",
            text=_("How used are you to strength training: none, some or regular?"),
            kind=AnswerKind.CHOICE,
            default=StrengthExperience.NONE.value,
            choices=strengths,
            read=lambda text: read_choice(text, STRENGTH, strengths),
        ),
    )


def _races(today: date) -> Question:
    return Question(
        id="races",
        text=_(
            "Which races, with distance, day and how much they count (A, B, C)?\n"
            "(half marathon 2027-04-11 A; Winter 10 km 2027-02-14 B)"
        ),
        kind=AnswerKind.LIST,
        default="none",
        read=lambda text: read_races(text, today=today),
    )


def _about_time() -> tuple[Question, ...]:
    return (
        Question(
            id="days",
            text=_(
                "How many minutes of strength and mobility do you have on which days?\n"
                "(30 for every day, or mon 30, thu 30, sat 45)"
            ),
            kind=AnswerKind.LIST,
            default="30",
            read=read_days,
        ),
        Question(
            id="hours",
            text=_("Between which hours? (17:30-21:00, or any)"),
            kind=AnswerKind.LIST,
            default="any",
            read=read_hours,
        ),
        Question(
            id="session_minutes",
            text=_("How many minutes should a usual session take?"),
            kind=AnswerKind.NUMBER,
            default="30",
            read=lambda text: _whole(read_amount(text, SESSION)),
        ),
    )


def _runs() -> Question:
    return Question(
        id="runs",
        text=_(
            "What do you usually run, by weekday? Kinds: easy, long, quality, race, walk.\n"
            "(tue quality 60 06:15; thu sat easy 45; sun long 16 km 08:00)"
        ),
        kind=AnswerKind.LIST,
        default="none",
        read=read_runs,
    )


def _kit(vocabulary: Vocabulary) -> Question:
    return Question(
        id="kit",
        text=_("What can you train with? (dumbbells, kettlebell, band, bench, or gym)"),
        kind=AnswerKind.LIST,
        default="none",
        read=lambda text: read_kit(text, vocabulary=vocabulary),
    )


def _pains(vocabulary: Vocabulary) -> Question:
    return Question(
        id="pains",
        text=_(
            "What hurts, and how much at worst this week, 0 to 10?\n"
            "(left achilles at the heel 3; runner's knee 2)"
        ),
        kind=AnswerKind.LIST,
        default="none",
        read=lambda text: read_pains(text, vocabulary=vocabulary),
    )


def _about_safety(safety: tuple[SafetyQuestion, ...], today: date) -> tuple[Question, ...]:
    """Safety questions as one numbered list for each group, and the birth where it was told."""
    asked: list[Question] = []
    for group, name in GROUPS.items():
        of_group = [one for one in safety if one.asked is group and "{" not in one.asks]
        for to_age in sorted({one.to_age for one in of_group}, key=lambda age: age or 0):
            these = tuple(one for one in of_group if one.to_age == to_age)
            asked.append(_numbered(name if to_age is None else f"{name}_to_{to_age}", these))
            if any(one.id == "gave_birth" for one in these):
                asked.append(_birth(today))
    return tuple(asked)


def _numbered(name: str, these: tuple[SafetyQuestion, ...]) -> Question:
    """One list of questions of a group; all of them are asked of the same people."""
    ids, group, to_age = tuple(one.id for one in these), these[0].asked, these[0].to_age
    heading = _("To which of these is your answer yes? Give their numbers, or say none.")
    if group is Asked.EACH_PAIN:
        heading = _("And for what hurts: to which is your answer yes? Numbers, or none.")
    lines = (f"{number:>4}  {_(one.asks)}" for number, one in enumerate(these, start=1))
    return Question(
        id=name,
        text="\n".join((heading, *lines)),
        kind=AnswerKind.NUMBERS,
        default=None,
        read=lambda text: _answered(ids, read_numbers(text, ids)),
        applies=lambda answers: _is_asked(group, to_age, answers),
    )


def _birth(today: date) -> Question:
    return Question(
        id="birth",
        text=_("When did you give birth? (the day as 2026-09-14, or 9 weeks)"),
        kind=AnswerKind.TEXT,
        default=None,
        read=lambda text: read_birth(text, today=today),
        applies=lambda answers: _said_yes(answers, "gave_birth"),
    )


def _answered(ids: tuple[str, ...], yes: frozenset[str]) -> dict[str, bool]:
    return {one: one in yes for one in ids}


def _is_asked(group: Asked, to_age: int | None, answers: Answers) -> bool:
    age = answers.get("age")
    if to_age is not None and age is not None and age > to_age:
        return False
    match group:
        case Asked.NOT_A_MAN:
            return answers.get("sex") is not Sex.MAN
        case Asked.PREGNANT:
            return _said_yes(answers, "pregnant")
        case Asked.AFTER_BIRTH:
            return _said_yes(answers, "gave_birth")
        case Asked.HURTS | Asked.EACH_PAIN:
            pains: tuple[Pain, ...] = answers.get("pains", ())
            return any(pain.pain_0_10 > 0 for pain in pains)
        case _:
            return True


def _said_yes(answers: Answers, question: str) -> bool:
    return _all_answers(answers).get(question, False)


def _safety_answers(answers: Answers) -> dict[str, bool]:
    bone: dict[str, bool] = answers.get(GROUPS[Asked.EACH_PAIN], {})
    return {one: yes for one, yes in _all_answers(answers).items() if one not in bone}


def _all_answers(answers: Answers) -> dict[str, bool]:
    """Answers to all numbered lists, by question id."""
    lists = (value for value in answers.values() if isinstance(value, dict))
    return {one: yes for answered in lists for one, yes in answered.items()}


def _with_bone_answers(answers: Answers) -> tuple[Pain, ...]:
    """Pains with what was said of bone; said of several at once it is taken as said of each."""
    bone: dict[str, bool] = answers.get(GROUPS[Asked.EACH_PAIN], {})
    return tuple(replace(pain, **bone) for pain in answers.get("pains", ()))


def _months(text: str) -> float | None:
    """Months from "3 years"; a number alone is months."""
    return read_months(text) if " " in text.strip() else read_number(text)


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)
