"""Names of runs, sessions, phases and small work, as a runner reads them."""

from collections import Counter
from collections.abc import Iterable

from runwright.domain.plan import ExtraKind, WeekPlan
from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Race
from runwright.domain.session import SessionKind
from runwright.domain.units import distance_words
from runwright.domain.words import N_, _, ngettext
from runwright.formats.plan_words.dates import and_list
from runwright.formats.quantities import HALF_MARATHON_KM, MARATHON_KM

NAMED_KM = frozenset({5.0, 10.0})  # courses that are called by their kilometres everywhere
COURSE_ERROR_KM = 0.15  # how far a race may be from its round distance and still bear its name
RUN_TITLES = {
    RunKind.EASY: N_("Easy run"),
    RunKind.LONG: N_("Long run"),
    RunKind.QUALITY: N_("Quality run"),
    RunKind.RACE: N_("Race"),
    RunKind.WALK: N_("Walk"),
}
PHASES = {
    Phase.FOUNDATION: N_("Foundation"),
    Phase.BUILD: N_("Build"),
    Phase.STRENGTH: N_("Strength"),
    Phase.MAINTAIN: N_("Maintain"),
    Phase.TAPER: N_("Taper"),
    Phase.RACE: N_("Race"),
    Phase.TRANSITION: N_("Transition"),
}
EXTRAS = {
    ExtraKind.WARM_UP: N_("Warm-up"),
    ExtraKind.MOBILITY: N_("Mobility"),
    ExtraKind.STRETCH: N_("Stretch"),
    ExtraKind.ACTIVATION: N_("Hip and core"),
    ExtraKind.FOOT_CORE: N_("Foot work"),
    ExtraKind.RETEST: N_("Re-test"),
}


def phase_name(phase: Phase) -> str:
    """Return ``Strength``."""
    return _(PHASES[phase])


def run_title(run: PlannedRun) -> str:
    """Return what the runner calls the run, the race it is, or its kind."""
    return run.race or run.title or _(RUN_TITLES[run.kind])


def run_amount(run: PlannedRun) -> str:
    """Return ``9 km``, or minutes where the plan speaks of time only."""
    if run.distance_km is not None:
        return distance_words(run.distance_km)
    return _("{minutes} min").format(minutes=run.duration_min)


def race_distance(race: Race) -> str:
    """Return ``half marathon``, ``marathon`` or ``10 km``."""
    return course_name(race.distance_km)


def course_name(distance_km: float) -> str:
    """Return what runners call a distance: a 10 km race is one where miles are counted, too."""
    if abs(distance_km - HALF_MARATHON_KM) <= COURSE_ERROR_KM:
        return _("half marathon")
    if abs(distance_km - MARATHON_KM) <= COURSE_ERROR_KM:
        return _("marathon")
    if distance_km in NAMED_KM:
        return _("{distance:g} km").format(distance=distance_km)
    return distance_words(distance_km)


def session_counts(kinds: Iterable[SessionKind]) -> str:
    """Return ``2 heavy, 1 light and 1 of jumps``; '' for none."""
    n = Counter(kinds)
    words = {
        SessionKind.HEAVY: _("{n} heavy"),
        SessionKind.HEAVY_JUMPS: _("{n} heavy with jumps"),
        SessionKind.FOUNDATION: _("{n} foundation"),
        SessionKind.SHORT: _("{n} short"),
        SessionKind.LIGHT: _("{n} light"),
        SessionKind.JUMPS: _("{n} of jumps"),
    }
    return _listed(words, n)


def sessions_in_words(kinds: Iterable[SessionKind]) -> str:
    """Return ``2 heavy sessions and 1 light session``; '' for none."""
    n = Counter(kinds)
    heavy, jumping = n[SessionKind.HEAVY], n[SessionKind.HEAVY_JUMPS]
    learning, short = n[SessionKind.FOUNDATION], n[SessionKind.SHORT]
    light, jumps = n[SessionKind.LIGHT], n[SessionKind.JUMPS]
    words = {
        SessionKind.HEAVY: ngettext("{n} heavy session", "{n} heavy sessions", heavy),
        SessionKind.HEAVY_JUMPS: ngettext(
            "{n} heavy session with jumps", "{n} heavy sessions with jumps", jumping
        ),
        SessionKind.FOUNDATION: ngettext(
            "{n} session to learn the lifts", "{n} sessions to learn the lifts", learning
        ),
        SessionKind.SHORT: ngettext("{n} short session", "{n} short sessions", short),
        SessionKind.LIGHT: ngettext("{n} light session", "{n} light sessions", light),
        SessionKind.JUMPS: ngettext("{n} session of jumps", "{n} sessions of jumps", jumps),
    }
    return _listed(words, n)


def _listed(words: dict[SessionKind, str], n: Counter[SessionKind]) -> str:
    return and_list([said.format(n=n[kind]) for kind, said in words.items() if n[kind]])


def kinds_of(week: WeekPlan) -> tuple[SessionKind, ...]:
    """Return the kinds of a week's sessions in their order."""
    return tuple(day.session.kind for day in week.days if day.session is not None)


def hard_sets(count: int) -> str:
    """Return ``24 hard sets``."""
    return ngettext("{n} hard set", "{n} hard sets", count).format(n=count)
