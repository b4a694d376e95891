"""Findings and pains become needs: patterns that come first, and how far down a ladder starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from runwright.domain.home_test import HomeTest
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.runner import Pain, Side
from runwright.domain.screening import Band, HomeTestFinding, Need
from runwright.domain.words import _
from runwright.screening.answers import bone_doubts
from runwright.screening.measured import Measured, measured
from runwright.screening.pain import Suspicion, region_of
from runwright.screening.results import Results
from runwright.screening.subject import Subject

ACHILLES = frozenset({"achilles_midportion", "achilles_insertional"})  # rule P11 is about these
CALF_PATTERNS = ("calf_straight", "calf_bent")  # the calf in both knee positions, D18's order


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A finding with the test and the numbers it came from."""

    finding: HomeTestFinding
    test: HomeTest
    measured: Measured

    @property
    def is_low(self) -> bool:
        """Whether the result lies below its norm."""
        return self.finding.band is Band.LOW


Reader = Callable[[Subject, Tested], Need | None]


def needs_for(
    seen: Subject, results: Results, findings: tuple[HomeTestFinding, ...]
) -> tuple[Need, ...]:
    """Needs of all findings, in the order of the battery, then of the pains."""
    tested = (
        Tested(
            finding=finding,
            test=seen.tests[finding.test],
            measured=measured(seen.tests[finding.test], results),
        )
        for finding in findings
        if finding.band is not Band.DISPLAY_ONLY and finding.rule in READERS
    )
    read = [READERS[one.finding.rule](seen, one) for one in tested]
    return tuple(need for need in (*read, *_needs_of_pains(seen)) if need is not None)


def _ankle(seen: Subject, one: Tested) -> Need | None:
    apart, p = one.measured.asymmetry, seen.rules["A02"]
    differs = apart is not None and apart > p.asymmetry_cm
    if not one.is_low and not differs:
        return None
    because = (
        _("Your ankle bends less than most people's: mobility and calf work come first.")
        if one.is_low
        else _("One ankle bends less than the other: mobility and calf work come first.")
    )
    return _need(one, because=because)


def _calf(seen: Subject, one: Tested) -> Need | None:
    if not one.is_low:
        return None
    few = one.measured.weaker < seen.rules["P08"].early_reps
    return _need(
        one,
        because=_("Your heel raises are below what is typical: calves come first."),
        steps_down=_low_start(one.test) if few else 0,
    )


def _hamstring(seen: Subject, one: Tested) -> Need | None:
    share = one.measured.deficit_share
    differs = share is not None and share >= seen.rules["A04"].side_share
    if not one.is_low and not differs:
        return None
    because = (
        _("Your hamstring bridges are few: hamstrings come first.")
        if one.is_low
        else _("One hamstring does clearly fewer bridges: it starts, and sets the load.")
    )
    return _need(one, because=because, steps_down=_low_start(one.test) if one.is_low else 0)


def _trunk(seen: Subject, one: Tested) -> Need | None:
    share = one.measured.deficit_share
    differs = share is not None and share > seen.rules["A05"].side_share
    if not one.is_low and not differs:
        return None
    because = (
        _("Your plank is short: this part of the trunk comes first.")
        if one.is_low
        else _("One side planks clearly shorter: it starts, and sets the time.")
    )
    return _need(one, because=because, steps_down=_low_start(one.test) if one.is_low else 0)


def _single_leg(seen: Subject, one: Tested) -> Need | None:
    if not one.is_low:
        return None
    p = seen.rules["A06"]
    one_step = one.measured.weaker <= p.one_step_fails
    return _need(
        one,
        because=_("Your single-leg squat wanders: we start with an easier one."),
        steps_down=p.one_step_rungs if one_step else p.two_step_rungs,
    )


def _balance(seen: Subject, one: Tested) -> Need | None:
    if not one.is_low:
        return None
    because = (
        _("You stand on one leg only briefly: balance comes first.")
        if one.measured.weaker < seen.rules["A08"].floor_s
        else _("Your balance is below what is typical: a little of it each week.")
    )
    return _need(one, because=because)


def _push(_seen: Subject, one: Tested) -> Need | None:
    if not one.is_low:
        return None
    return _need(
        one,
        because=_("Push-ups on the floor are still too hard: hands up or knees down first."),
        steps_down=_low_start(one.test),
    )


READERS: Mapping[str, Reader] = {
    "A02": _ankle,
    "A03": _calf,
    "A04": _hamstring,
    "A05": _trunk,
    "A06": _single_leg,
    "A08": _balance,
    "P09": _push,
}


def _need(one: Tested, *, because: str, steps_down: int = 0) -> Need:
    side: Side | None = one.finding.side
    return Need(
        rule=one.finding.rule,
        patterns=one.test.influences_patterns,
        because=because,
        start_steps_down=steps_down,
        side=side,
    )


def _low_start(test: HomeTest) -> int:
    return 0 if test.start is None else test.start.rungs


def _needs_of_pains(seen: Subject) -> tuple[Need | None, ...]:
    return tuple(
        _need_of_pain(seen, pain)
        for pain, doubt in zip(seen.runner.pains, bone_doubts(seen), strict=True)
        if pain.region in ACHILLES and pain.pain_0_10 > 0 and doubt is not Suspicion.YES
    )


def _need_of_pain(seen: Subject, pain: Pain) -> Need | None:
    """Slow calf work for a sore Achilles (P11); a rung lower in amber (G08), none in red."""
    tissue = region_of(pain, seen.regions).tissue
    light = pain_light(pain.pain_0_10, tissue, seen.rules["G07"])
    if light is Light.RED:
        return None
    return Need(
        rule="P11",
        patterns=CALF_PATTERNS,
        because=_("Your Achilles is sore: slow calf work stays in; a physiotherapist can help."),
        start_steps_down=seen.rules["G08"].step_down_rungs if light is Light.AMBER else 0,
        side=pain.side,
    )
