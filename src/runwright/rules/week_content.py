"""What a week of sessions covers and how it grows (D11-D20, L07, S13)."""

from runwright.domain.exercise import Role
from runwright.domain.plan import ExtraKind
from runwright.domain.protocol import Phase
from runwright.domain.verdict import Finding, bends, costs, forbids
from runwright.domain.words import N_, _
from runwright.rules.content_windows import ContentWeek
from runwright.rules.registry import Parameters, Window, rule

LEG_LIFTS = frozenset({"squat", "single_leg_squat", "hinge", "bridge", "hamstring_curl"})
BEFORE_RACES = frozenset({Phase.TAPER, Phase.RACE, Phase.TRANSITION})


@rule("D12", Window.SESSION_WEEK)
def key_areas_every_week(week: ContentWeek, p: Parameters) -> tuple[Finding, ...]:
    """Findings for key areas a full training week leaves out; push and pull every other week."""
    if not week.full or week.deload or week.phase in BEFORE_RACES or not week.chosen:
        return ()
    trained = week.patterns()
    rarely = trained | week.patterns_before
    missing = [area for area in p.areas if not set(p.area_patterns[area]) & trained]
    missing += [area for area in ("push", "pull") if not set(p.area_patterns[area]) & rarely]
    words = _("nothing this week for: {area}")
    return tuple(bends(words.format(area=area_word(area))) for area in missing)


def area_word(area: str) -> str:
    """What a runner calls a key area."""
    return {
        "knee_dominant": _("squat or lunge"),
        "hip_dominant": _("hinge or bridge"),
        "calf_straight": _("calf with a straight knee"),
        "calf_bent": _("calf with a bent knee"),
        "hip_abductor_or_lateral_trunk": _("side of hip and trunk"),
        "anti_extension": _("front of the trunk"),
        "anti_rotation": _("trunk against rotation"),
        "push": _("push"),
        "pull": _("pull"),
    }[area]


@rule("D13", Window.SESSION_WEEK)
def half_on_one_leg(week: ContentWeek, p: Parameters) -> Finding | None:
    """Finding that prices a week with less than half of its leg lifts on one leg."""
    legs = [exercise for _i, exercise in week.exercises() if exercise.pattern in LEG_LIFTS]
    if not legs:
        return None
    share = sum(exercise.is_single_leg for exercise in legs) / len(legs)
    if share >= p.single_leg_share:
        return None
    return costs(p.weight, _("{share} % of leg work on one leg").format(share=round(100 * share)))


@rule("D18", Window.SESSION_WEEK)
def calf_twice(week: ContentWeek, p: Parameters) -> Finding | None:
    """Finding when a full training week has fewer calf exercises than asked for."""
    if not week.full or week.deload or week.phase in BEFORE_RACES or not week.chosen:
        return None
    slots = sum(item.role is Role.CALF for item, _e in week.exercises())
    if slots >= p.slots_per_week:
        return None
    return bends(
        _("{slots} calf exercises this week, {wanted} are wanted").format(
            slots=slots, wanted=p.slots_per_week
        )
    )


@rule("D16", Window.SESSION_WEEK)
def hip_and_core_for_new_runners(week: ContentWeek, p: Parameters) -> Finding | None:
    """Finding that prices hip-and-core blocks missing from a new runner's week."""
    if not week.novice_runner or week.programme_week >= p.weeks:
        return None
    missing = p.per_week - week.count(ExtraKind.ACTIVATION)
    return costs(
        p.weight * max(0, missing),
        _("hip and core before the run, {n} times fewer").format(n=missing),
    )


@rule("D17", Window.SESSION_WEEK)
def foot_work_gated(week: ContentWeek, p: Parameters) -> Finding | None:
    """Finding when foot work meets a running start-up (rule D17's own gate)."""
    feet = week.count(ExtraKind.FOOT_CORE)
    if week.novice_runner and week.programme_week < p.novice_after_week and feet:
        return forbids(_("foot work while running itself is new"))
    if week.established_runner and feet < p.per_week:
        return costs(
            p.weight,
            _("foot work {n} times, {wanted} are wanted").format(n=feet, wanted=p.per_week),
        )
    return None


@rule("D20", Window.SESSION_WEEK)
def jumps_within_their_dose(week: ContentWeek, p: Parameters) -> tuple[Finding, ...]:
    """Findings for sessions with more landings than the cap."""
    found = []
    for view in week.views:
        contacts = view.contacts(p.hops_per_s)
        if contacts > p.contacts_cap:
            found.append(
                forbids(_("{n} contacts, at most {cap}").format(n=contacts, cap=p.contacts_cap))
            )
    return tuple(found)


@rule("L07", Window.SESSION_WEEK)
def sets_grow_slowly(week: ContentWeek, p: Parameters) -> Finding | None:
    """Finding when a week has clearly more working sets than the most before it."""
    if week.sets_before is None or week.sets_before == 0:
        return None
    most = sets_next_week(week.sets_before, p)
    if week.working_sets <= most:
        return None
    return forbids(
        _("{sets} sets, at most {most} after {before}").format(
            sets=week.working_sets, most=most, before=week.sets_before
        )
    )


@rule("S13", Window.SESSION_WEEK)
def less_before_the_race(week: ContentWeek, p: Parameters) -> Finding | None:
    """Finding when the two weeks before an A race keep too many sets."""
    if week.phase not in {Phase.TAPER, Phase.RACE} or week.sets_before is None:
        return None
    most = max(sets_before_race(week.sets_before, p), len(week.views))  # a session has one set
    if week.working_sets <= most:
        return None
    return forbids(
        _("{sets} sets before the race, at most {most} of {before}").format(
            sets=week.working_sets, most=int(most), before=week.sets_before
        )
    )


def sets_before_race(sets: int, p: Parameters) -> int:
    """Most working sets of a week before a race, after a fullest week of `sets`. [1]"""
    return max(1, int(sets * (1 - p.volume_cut_range_share[0])))


def sets_next_week(sets: int, p: Parameters) -> int:
    """Most working sets of a week after a fullest week of `sets` (rule L07). [1]"""
    return max(sets + int(p.set_step), int(sets * (1 + p.sets_growth_share)))


def sets_in_deload(sets: int, p: Parameters) -> int:
    """Most working sets of a deload week after a normal one of `sets` (rule L13). [1]"""
    return max(1, int(sets * (1 - p.sets_cut_share[0])))


@rule("L13", Window.SESSION_WEEK)
def deload_is_lighter(week: ContentWeek, p: Parameters) -> Finding | None:
    """Finding when a deload week keeps too many sets of the normal week before it."""
    if not week.deload or week.sets_last is None:
        return None
    most = max(sets_in_deload(week.sets_last, p), len(week.views))  # a session has one set
    if week.working_sets <= most:
        return None
    return forbids(
        _("{sets} sets in a deload, at most {most} after {before}").format(
            sets=week.working_sets, most=most, before=week.sets_last
        )
    )


@rule("D11", Window.SESSION_WEEK)
def enough_sets_for_each_muscle(week: ContentWeek, p: Parameters) -> tuple[Finding, ...]:
    """Findings that price muscles with few or many hard sets in a full week."""
    if not week.full or week.deload or week.phase in BEFORE_RACES:
        return ()
    found = []
    for name, muscles in MUSCLES.items():
        sets = sum(
            item.dose.sets
            for item, exercise in week.exercises()
            if muscles & set(exercise.primary_muscles) and item.dose.rir is not None
        )
        off = max(p.sets_min - sets, sets - p.sets_cap, 0)
        finding = costs(
            p.weight * off, _("{sets} sets for {muscle}").format(sets=sets, muscle=_(name))
        )
        if finding is not None:
            found.append(finding)
    return tuple(found)


MUSCLES = {
    N_("quadriceps"): {"quadriceps"},
    N_("gluteus maximus"): {"gluteus_maximus"},
    N_("hamstrings"): {"hamstrings"},
    N_("calf"): {"gastrocnemius", "soleus"},
}
