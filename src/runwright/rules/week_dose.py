"""How much a week holds: sessions of each kind, new stressors, deloads (D01, L07, L13)."""

from runwright.domain.protocol import WeekDose
from runwright.domain.said import together
from runwright.domain.session import SessionKind
from runwright.domain.verdict import Finding, costs, forbids
from runwright.domain.words import N_, _, ngettext
from runwright.rules.registry import Parameters, Window, rule
from runwright.rules.windows import WeekTally

STRESSORS = {  # what starts anew in a week, beside jumps
    "race": N_("race"),
    "strength block": N_("strength block"),
}
DOWNWARD = (SessionKind.HEAVY, SessionKind.FOUNDATION, SessionKind.SHORT, SessionKind.LIGHT)


@rule("D01", Window.WEEK)
def sessions_the_week_asks_for(week: WeekTally, p: Parameters) -> Finding | None:
    """Finding that prices sessions missing from the week; more than asked for is forbidden.

    A session may stand in for a missing heavier one (short for heavy, light for short): that
    costs the difference, not the whole session.
    """
    room = points = 0
    missing: list[str] = []
    for kind in DOWNWARD:
        lacking = week.wanted.count(kind) - _placed(week, kind)
        room += lacking
        if room < 0:
            return forbids(_("more sessions than the phase asks for"))
        points += lacking * _price(kind, p)
        if lacking > 0:
            missing.append(several(kind, lacking))
    jumps = week.wanted.count(SessionKind.JUMPS) - jumps_placed(week)
    if jumps < 0:
        return forbids(_("more sessions than the phase asks for"))
    points += jumps * _price(SessionKind.JUMPS, p)
    if jumps > 0:
        missing.append(several(SessionKind.JUMPS, jumps))
    if points <= 0:
        return None
    return costs(points, _("missing: {sessions}").format(sessions=together(missing, ", ")))


def _placed(week: WeekTally, kind: SessionKind) -> int:
    with_jumps = week.count(SessionKind.HEAVY_JUMPS) if kind is SessionKind.HEAVY else 0
    return week.count(kind) + with_jumps


def jumps_placed(week: WeekTally) -> int:
    """Sessions with jumps in the week, alone or before the lifts."""
    return week.count(SessionKind.JUMPS) + week.count(SessionKind.HEAVY_JUMPS)


def _shortfall(wanted: WeekDose, week: WeekTally) -> list[tuple[SessionKind, int]]:
    short = [
        (kind, wanted.count(kind) - _placed(week, kind))
        for kind in DOWNWARD
        if wanted.count(kind) > _placed(week, kind)
    ]
    jumps = wanted.count(SessionKind.JUMPS) - jumps_placed(week)
    return [*short, (SessionKind.JUMPS, jumps)] if jumps > 0 else short


def missing_sessions(week: WeekTally) -> tuple[tuple[SessionKind, int], ...]:
    """Sessions the week asks for and does not hold, stand-ins not counted."""
    return tuple(_shortfall(week.wanted, week))


def _price(kind: SessionKind, p: Parameters) -> int:
    return int(
        {
            SessionKind.HEAVY: p.points.missing_heavy,
            SessionKind.FOUNDATION: p.points.missing_foundation,
            SessionKind.SHORT: p.points.missing_maintenance,
            SessionKind.JUMPS: p.points.missing_jumps,
            SessionKind.LIGHT: p.points.missing_light,
        }[kind]
    )


def several(kind: SessionKind, count: int) -> str:
    """What a runner calls `count` sessions of this kind, with their number."""
    return _("{n} {sessions}").format(n=count, sessions=kind_word(kind, count))


def kind_word(kind: SessionKind, count: int = 1) -> str:
    """What a runner calls `count` sessions of this kind."""
    match kind:
        case SessionKind.HEAVY:
            return ngettext("heavy session", "heavy sessions", count)
        case SessionKind.HEAVY_JUMPS:
            return ngettext("heavy session with jumps", "heavy sessions with jumps", count)
        case SessionKind.FOUNDATION:
            return ngettext("strength session", "strength sessions", count)
        case SessionKind.SHORT:
            return ngettext("short strength session", "short strength sessions", count)
        case SessionKind.LIGHT:
            return ngettext("light session", "light sessions", count)
        case SessionKind.JUMPS:
            return ngettext("jump session", "jump sessions", count)


@rule("L07", Window.WEEK)
def one_new_stressor_at_a_time(week: WeekTally, p: Parameters) -> Finding | None:
    """Finding when jumps start in a week in which something else starts anew too."""
    del p
    if jumps_placed(week) == 0 or "jumps" not in week.new_stressors:
        return None
    others = week.new_stressors - {"jumps"}
    if not others:
        return None
    return forbids(
        _("jumps start together with {other}").format(
            other=together((_(STRESSORS.get(one, one)) for one in sorted(others)), ", ")
        )
    )


@rule("L13", Window.WEEK)
def deload_when_running_is_lighter(week: WeekTally, p: Parameters) -> Finding | None:
    """Finding that prices a deload in a full running week, and a full week in a light one."""
    if week.deload and not week.lighter_running:
        return costs(p.points.deload_in_full_running_week, _("deload in a full running week"))
    if not week.deload and week.lighter_running:
        return costs(
            p.points.full_week_in_light_running_week, _("no deload though running is lighter")
        )
    return None
