"""What a diary says of its runner's body that still counts today.

A pain above green counts until its place was quiet on enough mornings after it; one that may be in
a bone until a clinician has cleared it (G03); a warning sign until a clinician has cleared it since
it was told, or, where no clinician is asked for, until a later word says that it is gone (G02).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from zoneinfo import ZoneInfo

from runwright.domain.check_in import CheckIn
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.performed import PerformedSession
from runwright.domain.runner import Pain, Runner, Side
from runwright.knowledge.library import Library
from runwright.screening.answers import bone_doubts
from runwright.screening.pain import Suspicion
from runwright.usecases.plan_season import subject_of
from runwright.usecases.safety import BONE, bone_answered

Place = tuple[str, Side | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What counts beside what the runner's answers say.

    Attributes
    ----------
    pains
        The word that counts on each place, with its day.
    signs
        Warning signs by question id: True is there, False is gone.
    signs_on
        The day of each of them.
    """

    pains: tuple[Pain, ...] = ()
    signs: Mapping[str, bool] = field(default_factory=dict)
    signs_on: Mapping[str, date] = field(default_factory=dict)


def standing_of(
    runner: Runner,
    check_ins: Collection[CheckIn],
    sessions: Collection[PerformedSession],
    library: Library,
) -> Standing:
    """Return what still counts of check-ins and sessions; a place that is not known is left out.

    Parameters
    ----------
    runner
        As the answers tell; a pain among them without a day was told just now.
    check_ins
        One a day, in any order.
    """
    mornings = sorted(check_ins, key=lambda one: one.day)
    signs, signs_on = _signs(mornings, needs_clearing(library))
    reader = _Reader(runner, mornings, sessions, library)
    return Standing(pains=tuple(reader.pains()), signs=signs, signs_on=signs_on)


def as_known(runner: Runner, standing: Standing, library: Library) -> Runner:
    """Return the runner with what the diary says, as every plan and every gate must see them."""
    pains: dict[Place, Pain] = {(one.region, one.side): one for one in runner.pains}
    pains |= {(one.region, one.side): one for one in standing.pains}
    safety, safety_on = dict(runner.safety), dict(runner.safety_on)
    cleared_only = needs_clearing(library)
    for sign, is_there in standing.signs.items():
        told_on, answered_on = standing.signs_on[sign], safety_on.get(sign)
        if sign in cleared_only or answered_on is None or told_on >= answered_on:
            safety[sign], safety_on[sign] = is_there, told_on
    return replace(runner, pains=tuple(pains.values()), safety=safety, safety_on=safety_on)


def dated(runner: Runner, day: date) -> Runner:
    """Return the runner with a day for every answer and pain that has none."""
    days = {one: runner.safety_on.get(one, day) for one in runner.safety}
    pains = (one if one.told_on else replace(one, told_on=day) for one in runner.pains)
    return replace(runner, safety_on=days, pains=tuple(pains))


def needs_clearing(library: Library) -> frozenset[str]:
    """Return the questions whose closing answer only another answer takes back, by id."""
    return frozenset(one for question in library.questions.values() for one in question.opens)


def _signs(
    mornings: Sequence[CheckIn], cleared_only: Collection[str]
) -> tuple[dict[str, bool], dict[str, date]]:
    """The latest word on each sign; that it is gone is no word where it has to be cleared."""
    signs: dict[str, bool] = {}
    signs_on: dict[str, date] = {}
    for morning in mornings:
        for sign, is_there in morning.signs.items():
            if is_there or sign not in cleared_only:
                signs[sign], signs_on[sign] = is_there, morning.day
    return signs, signs_on


class _Reader:
    """Reads the pains of one diary."""

    def __init__(
        self,
        runner: Runner,
        mornings: Sequence[CheckIn],
        sessions: Collection[PerformedSession],
        library: Library,
    ) -> None:
        self.runner, self.mornings, self.library = runner, mornings, library
        self.subject = subject_of(runner, library, date.min)
        self.quiet_needed = int(self.subject.rules["G08"].stable_sessions)
        self.answered: dict[Place, Pain] = {(one.region, one.side): one for one in runner.pains}
        zone = ZoneInfo(runner.timezone)
        self.told = [
            *(replace(pain, told_on=one.day) for one in mornings for pain in one.pains),
            *(
                Pain(
                    region=pain.region,
                    side=pain.side,
                    pain_0_10=pain.pain_0_10,
                    told_on=one.started_at.astimezone(zone).date(),
                )
                for one in sessions
                for pain in one.pains
            ),
        ]

    def pains(self) -> Iterator[Pain]:
        """Yield the word that counts on each place the diary speaks of."""
        spoken = {(one.region, one.side) for one in self.told if one.pain_0_10 > 0}
        for place in dict.fromkeys([*self.answered, *sorted(spoken, key=str)]):
            if place[0] in self.library.regions:
                yield from self._place(place)

    def _place(self, place: Place) -> Iterator[Pain]:
        """Yield the word that counts, unless it is the answer that was given anyway."""
        answered = self.answered.get(place)
        told = [one for one in self.told if (one.region, one.side) == place]
        words = [_with_later_answers(self._with_clearing(one, answered), told) for one in told]
        words += [] if answered is None else [answered]
        bone = [one for one in words if self._may_be_bone(one)]
        loud = bone or [one for one in words if self._is_loud(one)]
        if not loud:
            return
        last = max(loud, key=_day_and_pain)
        quiet = self._quiet_after(_day(last), place)
        if bone or len(quiet) < self.quiet_needed:
            yield from () if last is answered else (last,)
        elif answered is not None:
            told_on, pain_0_10 = quiet[-1]
            yield replace(answered, pain_0_10=pain_0_10, told_on=told_on)

    def _quiet_after(self, day: date, place: Place) -> list[tuple[date, int]]:
        """Mornings after a day that speak of the place; who told others told it is quiet."""
        return [
            (one.day, max((p.pain_0_10 for p in one.pains if _is_at(p, place)), default=0))
            for one in self.mornings
            if one.day > day and (one.pains or one.pain_free)
        ]

    def _with_clearing(self, word: Pain, answered: Pain | None) -> Pain:
        if answered is None or word is answered:
            return word
        if answered.told_on == word.told_on:  # answers about this word, given later
            given = {name: getattr(answered, name) for name in BONE}
            word = bone_answered(
                word, {name: told for name, told in given.items() if told is not None}
            )
        return replace(word, cleared_on=answered.cleared_on)

    def _is_loud(self, word: Pain) -> bool:
        region = self.library.regions[word.region]
        light = pain_light(word.pain_0_10, region.tissue, self.subject.rules["G07"])
        return light is not Light.GREEN

    def _may_be_bone(self, word: Pain) -> bool:
        alone = replace(self.subject, runner=replace(self.runner, pains=(word,)))
        return bone_doubts(alone)[0] is Suspicion.YES


def _with_later_answers(word: Pain, told: Collection[Pain]) -> Pain:
    """Return a word with what was answered about its place when it was told of again."""
    given: dict[str, bool] = {}
    for later in sorted((one for one in told if _day(one) >= _day(word)), key=_day):
        given |= {one: told for one in BONE if (told := getattr(later, one)) is not None}
    open_still = {name: told for name, told in given.items() if getattr(word, name) is None}
    return bone_answered(word, open_still) if open_still else word


def _is_at(pain: Pain, place: Place) -> bool:
    region, side = place
    return pain.region == region and (side is None or pain.side in {side, None})


def _day(pain: Pain) -> date:
    """The day of a word; one without a day was told just now."""
    return date.max if pain.told_on is None else pain.told_on


def _day_and_pain(pain: Pain) -> tuple[date, int]:
    return _day(pain), pain.pain_0_10
