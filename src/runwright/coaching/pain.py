"""What a pain makes of an exercise: go on, hold, step down, swap, stop; and what of the running.

Pain during a session has a light (G07), the next morning has the last word (G08), tags say what
a sore region leaves out (G09). Nothing here ever makes work harder, or names what is wrong.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from runwright.coaching.exposures import Exposure, touches
from runwright.domain.evidence import Region, Tissue
from runwright.domain.exercise import Exercise
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.words import _
from runwright.rules.registry import RuleBook


class PainAnswer(StrEnum):
    """What becomes of an exercise, least change first."""

    CONTINUE = "continue"
    HOLD = "hold"
    STEP_DOWN = "step_down"
    SWAP = "swap"
    STOP = "stop"

    @property
    def rank(self) -> int:
        """How much it takes away. 0 is nothing"""
        return tuple(PainAnswer).index(self)


class RunAdvice(StrEnum):
    """What a pain leaves of the running, least change first."""

    AS_PLANNED = "as_planned"
    EASY_ONLY = "easy_only"
    NO_RUN = "no_run"

    @property
    def rank(self) -> int:
        """How much it takes away. 0 is nothing"""
        return tuple(RunAdvice).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class PainVerdict:
    """What a pain in one region makes of one exercise.

    Attributes
    ----------
    because
        The facts, in one sentence for the runner.
    refers
        Whether the words send the runner to a clinician.
    """

    region: str
    exercise: str
    answer: PainAnswer
    rule: str
    because: str
    light: Light = Light.GREEN
    refers: bool = False

    @property
    def may_step_up(self) -> bool:
        """Whether the exercise may get harder for all that this region says."""
        return self.answer is PainAnswer.CONTINUE


RUN_OF_LIGHT = {
    Light.GREEN: RunAdvice.AS_PLANNED,
    Light.AMBER: RunAdvice.EASY_ONLY,
    Light.RED: RunAdvice.NO_RUN,
}


def light_of(pain_0_10: int, region: Region, book: RuleBook) -> Light:
    """Return the light of a pain in a region (rule G07)."""
    return pain_light(pain_0_10, region.tissue, book.parameters("G07"))


def while_training(
    pain_0_10: int, exercise: Exercise, region: Region, book: RuleBook
) -> PainVerdict:
    """Return what a pain told with an exercise makes of it at once."""
    light = light_of(pain_0_10, region, book)
    facts = {"place": _(region.name), "pain": pain_0_10, "name": _(exercise.name)}
    if light is Light.RED:
        says = _("{place} {pain} of 10 with {name} is red: stop it for today.")
        if region.tissue is Tissue.BONE:
            says = _("{place} {pain} of 10: bone has no amber. Stop, and let someone look at it.")
        return _verdict(exercise, region, PainAnswer.STOP, "G07", says.format(**facts), light)
    if left_out(exercise, region, pain_0_10, book):
        says = _("{name} is marked to leave out with this pain ({place}, {pain} of 10).")
        return _verdict(exercise, region, PainAnswer.SWAP, "G09", says.format(**facts), light)
    if light is Light.AMBER:
        says = _("{place} {pain} of 10 with {name} is amber: nothing gets harder.")
        return _verdict(exercise, region, PainAnswer.HOLD, "G07", says.format(**facts), light)
    says = _("{place} {pain} of 10 with {name} is green: go on.")
    return _verdict(exercise, region, PainAnswer.CONTINUE, "G07", says.format(**facts), light)


def next_time(
    exposure: Exposure, exercise: Exercise, region: Region, book: RuleBook
) -> PainVerdict:
    """Return what a session and the morning after it make of an exercise the next time."""
    said = while_training(_told_with(exposure, exercise, region), exercise, region, book)
    if exposure.rise == 0 or not _took_part(exposure, exercise, region):
        return said
    after = exposure.after or 0  # it rose: it was told
    light = light_of(after, region, book)
    facts = {"place": _(region.name), "after": after, "before": exposure.before or 0}
    if light is Light.RED:
        says = _("{place} was {after} of 10 the morning after, red: leave it out.").format(**facts)
        return _verdict(exercise, region, PainAnswer.STOP, "G08", says, light)
    says = _(
        "{place} was {after} of 10 the morning after and {before} before: one step down, "
        "unless you say no."
    )
    answer = PainAnswer.STEP_DOWN
    if not flared(exposure, region, book):
        says = _(
            "{place} was {after} of 10 the morning after and {before} before: no more for now."
        )
        answer = PainAnswer.HOLD
    word = _verdict(exercise, region, answer, "G08", says.format(**facts), light)
    return max(said, word, key=lambda one: one.answer.rank)


def until_stable(
    felt: Sequence[Exposure], exercise: Exercise, region: Region, book: RuleBook, today: date
) -> PainVerdict | None:
    """Return the hold until a region has stayed quiet often enough after it was worse (G08).

    It holds whatever the region feels, not only what had been too much. A session whose morning
    after is still to come does not count yet.

    Parameters
    ----------
    felt
        Sessions the region felt, oldest first.

    Returns
    -------
    PainVerdict or None
        None where nothing was worse, or not lately.
    """
    if not touches(exercise, region.id):
        return None
    needed = book.parameters("G08").stable_sessions
    known = [one for one in felt if not one.is_open(today)]
    quiet = 0
    for exposure in reversed(known):
        if exposure.rise:
            break
        quiet += 1
    if quiet == len(known) or quiet >= needed:
        return None
    says = _("{place} was worse on a morning after: quiet for {quiet} of {needed} sessions so far.")
    says = says.format(place=_(region.name), quiet=quiet, needed=needed)
    return _verdict(exercise, region, PainAnswer.HOLD, "G08", says, Light.GREEN)


def stops(exposure: Exposure, exercise: Exercise, region: Region, book: RuleBook) -> bool:
    """Whether a session and the morning after it stop an exercise; the same as its verdict says."""
    told = _told_with(exposure, exercise, region)
    if told > 0 and light_of(told, region, book) is Light.RED:
        return True
    if exposure.rise == 0 or not _took_part(exposure, exercise, region):
        return False
    return light_of(exposure.after or 0, region, book) is Light.RED  # it rose: it was told


def _told_with(exposure: Exposure, exercise: Exercise, region: Region) -> int:
    """How much it hurt with an exercise, or in a whole session that the region feels it in."""
    told = exposure.during.get(exercise.id, 0)
    if exposure.whole is not None and touches(exercise, region.id):
        return max(told, exposure.whole)
    return told


def flared(exposure: Exposure, region: Region, book: RuleBook) -> bool:
    """Whether the morning after was clearly worse than the morning before (rule G08)."""
    if exposure.after is None or exposure.rise == 0:
        return False
    above_green = light_of(exposure.after, region, book) is not Light.GREEN
    return above_green or exposure.rise >= book.parameters("G08").rise


def this_morning(pain_0_10: int, exercise: Exercise, region: Region, book: RuleBook) -> PainVerdict:
    """Return what a pain on the morning of a session makes of an exercise the region feels."""
    light = light_of(pain_0_10, region, book)
    facts = {"place": _(region.name), "pain": pain_0_10, "name": _(exercise.name)}
    if left_out(exercise, region, pain_0_10, book):
        says = _("{place} is {pain} of 10 this morning: {name} is marked to leave out with it.")
        return _verdict(exercise, region, PainAnswer.SWAP, "G09", says.format(**facts), light)
    if light is Light.GREEN or not touches(exercise, region.id):
        says = _("{place} is {pain} of 10 this morning: {name} may be done.").format(**facts)
        return _verdict(exercise, region, PainAnswer.CONTINUE, "G07", says, light)
    if light is Light.AMBER:
        says = _("{place} is {pain} of 10 this morning, amber: {name} gets no harder.")
        return _verdict(exercise, region, PainAnswer.HOLD, "G07", says.format(**facts), light)
    says = _("{place} is {pain} of 10 this morning, red: {name} stays out today.").format(**facts)
    return _verdict(exercise, region, PainAnswer.STOP, "G07", says, light)


def left_out(exercise: Exercise, region: Region, pain_0_10: int, book: RuleBook) -> bool:
    """Whether a sore region takes an exercise out: marked to avoid, or careful and above green."""
    avoided = any(tag.region == region.id for tag in exercise.avoid)
    careful = any(tag.region == region.id for tag in exercise.caution)
    above_green = light_of(pain_0_10, region, book) is not Light.GREEN
    return pain_0_10 > 0 and (avoided or (careful and above_green))


def run_advice(pain_0_10: int, region: Region, book: RuleBook, *, worse: bool) -> RunAdvice:
    """Return what a pain of this morning, or of the last run or session, leaves of the running."""
    advice = RUN_OF_LIGHT[light_of(pain_0_10, region, book)]
    return max(advice, RunAdvice.EASY_ONLY, key=_rank) if worse else advice


def run_words(advice: RunAdvice, region: Region) -> str:
    """Return what a run advice says."""
    says = {
        RunAdvice.AS_PLANNED: _("{place}: run as planned, and tell us tomorrow morning."),
        RunAdvice.EASY_ONLY: _("{place}: easy runs only, none longer than the last, no hills."),
        RunAdvice.NO_RUN: _("{place}: no running today. Walk or ride if that does not hurt."),
    }[advice]
    return says.format(place=_(region.name))


def strictest(verdicts: Collection[PainVerdict]) -> PainVerdict | None:
    """Return the verdict that takes most away, the first of equals; None of none."""
    return max(verdicts, key=lambda one: (one.answer.rank, one.light.rank), default=None)


def _took_part(exposure: Exposure, exercise: Exercise, region: Region) -> bool:
    return exercise.id in exposure.done and (
        touches(exercise, region.id) or exposure.during.get(exercise.id, 0) > 0
    )


def _rank(advice: RunAdvice) -> int:
    return advice.rank


def _verdict(
    exercise: Exercise, region: Region, answer: PainAnswer, rule: str, because: str, light: Light
) -> PainVerdict:
    return PainVerdict(
        region=region.id,
        exercise=exercise.id,
        answer=answer,
        rule=rule,
        because=because,
        light=light,
        refers=region.tissue is Tissue.BONE and light is Light.RED,
    )
