"""What a session may hold and how (D03-D10, D14, D25, G09, G13-G15, W04, S10)."""

from collections.abc import Iterator

from runwright.domain.exercise import Role
from runwright.domain.session import SessionKind
from runwright.domain.verdict import Finding, bends, costs, forbids
from runwright.domain.words import _, ngettext
from runwright.rules.content_windows import QUIET, SessionView
from runwright.rules.registry import Parameters, Window, rule
from runwright.rules.schedule import spoken_hours

LEG_WORK = frozenset({
    *("squat", "single_leg_squat", "hinge", "bridge", "hamstring_curl"),
    *("calf_straight", "calf_bent"),
})
SETTLING_MIN = 1.0  # a session may run a minute over: rests are not that exact


@rule("D03", Window.SESSION)
def fits_the_time(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings when a session takes longer than its place, or holds too many or few exercises."""
    found = []
    took, placed = view.session.worked_out_min, view.session.placed.duration_min
    if took > placed + SETTLING_MIN:
        words = _("{title} takes {took} min in a place of {placed}")
        found.append(forbids(words.format(title=view.session.title, took=took, placed=placed)))
    count = sum(1 for _item in view.working())
    if view.session.kind is SessionKind.JUMPS or not view.chosen:
        return tuple(found)
    if count > p.exercises_max:
        found.append(
            forbids(
                _("{count} exercises, at most {most}").format(count=count, most=p.exercises_max)
            )
        )
    if count < p.exercises_min:
        found.append(
            bends(
                _("{count} exercises, {least} are wanted").format(
                    count=count, least=p.exercises_min
                )
            )
        )
    return tuple(found)


@rule("D05", Window.SESSION)
def sets_by_level(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for exercises with more sets than the weeks done allow."""
    first = view.programme_week < p.first_weeks
    most = p.first_weeks_sets[1] if first else p.max_sets
    return tuple(
        forbids(
            _("{name}: {sets} sets, at most {most}").format(
                name=_(exercise.name), sets=item.dose.sets, most=most
            )
        )
        for item, exercise in view.working()
        if item.dose.sets > most and item.role is not Role.PLYO
    )


@rule("D08", Window.SESSION)
def never_to_failure(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for sets with fewer repetitions in reserve than allowed."""
    least = p.min_rir_novice if view.trainee.new_to_lifting else p.min_rir
    return tuple(
        forbids(
            _("{name}: {rir} in reserve, at least {least}").format(
                name=_(exercise.name), rir=item.dose.rir, least=least
            )
        )
        for item, exercise in view.working()
        if item.dose.rir is not None and item.dose.rir < least
    )


@rule("D09", Window.SESSION)
def rest_enough(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for heavy main lifts with less rest than their range."""
    if not view.session.kind.loads_legs_hard:
        return ()
    least = p.heavy_rest_range_s[0]
    return tuple(
        forbids(
            _("{name}: {rest} s of rest, at least {least}").format(
                name=_(exercise.name), rest=item.dose.rest_s, least=least
            )
        )
        for item, exercise in view.working()
        if item.role is Role.MAIN and item.dose.rest_s < least
    )


@rule("D10", Window.SESSION)
def supersets_do_not_compete(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for supersets of one pattern, of a heavy lift with another leg lift, or jumps."""
    del p
    found = []
    heavy = view.session.kind.loads_legs_hard
    for block, exercises in view.supersets():
        patterns = [exercise.pattern for exercise in exercises]
        if len(set(patterns)) < len(patterns) and view.chosen:
            found.append(forbids(_("{block} pairs two of one pattern").format(block=block.id)))
        legs = sum(exercise.pattern in LEG_WORK for exercise in exercises)
        has_main = any(item.role is Role.MAIN for item in block.items)
        if heavy and has_main and legs > 1 and view.chosen:
            found.append(
                forbids(_("{block} pairs a heavy lift with leg work").format(block=block.id))
            )
    found += [
        forbids(_("{block} tires the jumps").format(block=block.id))
        for block in view.session.blocks
        if len({item.role is Role.PLYO for item in block.items}) > 1
    ]
    return tuple(found)


@rule("D14", Window.SESSION)
def in_order(view: SessionView, p: Parameters) -> Finding | None:
    """Finding when blocks do not follow the order of the rule (an article keeps its own)."""
    if not view.chosen:
        return None
    place = {name: number for number, name in enumerate(p.order)}
    firsts = [_place(block.items[0].role, place) for block in view.session.blocks]
    known = [number for number in firsts if number is not None]
    if known != sorted(known):
        return forbids(_("{title} is not in order").format(title=view.session.title))
    return None


_PLACES = {
    Role.RAISE: "raise",
    Role.DYNAMIC: "dynamic",
    Role.PLYO: "plyo",
    Role.MAIN: "main",
    Role.SINGLE_LEG: "single_leg",
    Role.ACCESSORY: "single_leg",
    Role.UPPER: "single_leg",
    Role.CALF: "calf",
    Role.FOOT: "calf",
    Role.CORE: "core",
    Role.STATIC: "static",
}


def _place(role: Role, places: dict[str, int]) -> int | None:
    return places.get(_PLACES.get(role, ""))


@rule("D19", Window.SESSION)
def no_eccentric_hamstrings_before_a_race(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings that price strong lowering work for the hamstrings in the days before a race."""
    if view.race_in_h is None or view.race_in_h >= p.race_gap_h:
        return ()
    found = [
        costs(
            p.weight,
            _("{name} {gap} before a race").format(
                name=_(exercise.name), gap=spoken_hours(view.race_in_h)
            ),
        )
        for _item, exercise in view.working()
        if exercise.id in p.exercises
    ]
    return tuple(finding for finding in found if finding is not None)


@rule("D25", Window.SESSION)
def tendon_tempo(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for calf work that is not slow while a tendon is sore, and slow jumps."""
    found = []
    for item, exercise in view.working():
        slow = item.dose.tempo == p.tendon_tempo
        if (
            view.trainee.tendon_sore
            and item.role is Role.CALF
            and item.dose.reps is not None
            and not slow
        ):
            found.append(
                forbids(
                    _("{name}: tendons want {tempo}").format(
                        name=_(exercise.name), tempo=p.tendon_tempo
                    )
                )
            )
        if item.role is Role.PLYO and item.dose.tempo not in {"fast", ""}:
            found.append(forbids(_("{name}: jumps are fast").format(name=_(exercise.name))))
    return tuple(found)


@rule("G09", Window.SESSION)
def painful_regions_left_alone(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for exercises that a sore region should not do."""
    del p
    return tuple(_pain_findings(view))


def _pain_findings(view: SessionView) -> Iterator[Finding]:
    for exercise in view.all_exercises():
        for tag in exercise.avoid:
            if tag.region in view.trainee.sore:
                yield forbids(
                    _("{name} is to be avoided with this pain").format(name=_(exercise.name))
                )
        for tag in exercise.caution:
            if tag.region in view.trainee.above_green:
                yield forbids(
                    _("{name} waits until the pain is green").format(name=_(exercise.name))
                )


@rule("G13", Window.SESSION)
def easy_in_pregnancy(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings in pregnancy for jumps and for sets near the limit."""
    if not view.trainee.pregnant:
        return ()
    found = [
        forbids(
            _("{name}: {rir} in reserve, at least {least} in pregnancy").format(
                name=_(exercise.name), rir=item.dose.rir, least=p.min_rir
            )
        )
        for item, exercise in view.working()
        if item.dose.rir is not None and item.dose.rir < p.min_rir
    ]
    found += [
        forbids(_("jumps in pregnancy")) for item, _e in view.working() if item.role is Role.PLYO
    ]
    return tuple(found)


@rule("G14", Window.SESSION)
def youth_lifts_light(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for a runner under 18 beyond the youth limits: sets, repetitions, reserve, jumps."""
    if view.trainee.age is None or view.trainee.age >= p.under_age:
        return ()
    found = []
    for item, exercise in view.working():
        dose = item.dose
        few = dose.reps is not None and item.role is Role.MAIN and dose.reps[0] < p.reps[0]
        near = dose.rir is not None and dose.rir < p.min_rir
        if few or near or dose.sets > p.sets[1]:
            found.append(
                forbids(_("{name} is beyond the youth limits").format(name=_(exercise.name)))
            )
    landings = view.contacts(p.hops_per_s)
    if landings > p.contacts_max:
        words = _("{n} contacts, at most {cap} under {age}")
        found.append(forbids(words.format(n=landings, cap=p.contacts_max, age=p.under_age)))
    return tuple(found)


@rule("G15", Window.SESSION)
def older_runners_rest_longer(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for a runner of 65 or more: one set to start, two minutes between main sets."""
    if view.trainee.age is None or view.trainee.age < p.from_age:
        return ()
    found = []
    for item, exercise in view.working():
        if item.role in {Role.MAIN, Role.SINGLE_LEG} and item.dose.rest_s < p.rest_min_s:
            found.append(
                forbids(
                    _("{name}: {rest} s of rest, at least {least}").format(
                        name=_(exercise.name), rest=item.dose.rest_s, least=p.rest_min_s
                    )
                )
            )
        if view.programme_week == 0 and item.role not in QUIET and item.dose.sets > p.start_sets:
            words = ngettext(
                "{name}: start with {sets} set", "{name}: start with {sets} sets", p.start_sets
            )
            found.append(forbids(words.format(name=_(exercise.name), sets=p.start_sets)))
    return tuple(found)


@rule("W04", Window.SESSION)
def ramp_before_heavy(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for heavy loaded main lifts without lighter sets before."""
    del p
    if not view.session.kind.loads_legs_hard:
        return ()
    return tuple(
        forbids(_("{name} has no lighter sets before").format(name=_(exercise.name)))
        for item, exercise in view.working()
        if item.role is Role.MAIN and exercise.loadable and not item.ramp
    )


@rule("S10", Window.SESSION)
def light_sessions_stay_light(view: SessionView, p: Parameters) -> tuple[Finding, ...]:
    """Findings for light sessions that are long or near the limit: they may come before a run."""
    if view.session.kind is not SessionKind.LIGHT:
        return ()
    found = [
        forbids(
            _("{name}: {rir} in reserve, at least {least} in a light session").format(
                name=_(exercise.name), rir=item.dose.rir, least=p.min_rir
            )
        )
        for item, exercise in view.working()
        if item.dose.rir is not None and item.dose.rir < p.min_rir
    ]
    if view.session.placed.duration_min > p.max_min:
        found.append(forbids(_("a light session of more than {most} min").format(most=p.max_min)))
    return tuple(found)
