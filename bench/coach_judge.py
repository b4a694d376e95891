"""What was asked of a runner, judged: new stress week by week, and every hard rule.

New stress is read from what was asked, whoever asked it, and not from what an arm says of itself:
heavier than ever before under the same repetitions, another rung of a ladder, more landings, the
first week of a heavier phase, a race. A weight taken between two sets is new when it is lifted.
Several exercises may take their next weight in one week, and one of them its next rung: that is one
kind, known work a step harder. A second rung in the week is a second kind, and a rung in the first
week of a phase too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bench.coach_arms import Ask
from bench.coach_plan import exercise_of, known
from runwright.domain.plan import DayPlan, SeasonPlan, WeekPlan
from runwright.domain.proposal import Change, ChangeKind, Decided, Work, accepted
from runwright.domain.protocol import Phase
from runwright.domain.session import Block
from runwright.planning.planner import PlannedSeason, rule_book
from runwright.rules.audit import AuditFinding, audit
from runwright.usecases.audit_plan import audit_planned, context_of

LIGHTER_WEEK = "L13"
HURT = "G08"
WEIGHT, RUNG, SECOND_RUNG, LANDINGS = "weight", "rung", "a second rung", "landings"
HEAVIER = {Phase.BUILD, Phase.STRENGTH}
WEEK = 7


def stressors_a_week(
    plan: SeasonPlan,
    asked: Mapping[date, Sequence[Ask]],
    raised: Mapping[date, Mapping[str, float]],
) -> list[set[str]]:
    """Kinds of new stress in each week of a plan.

    Parameters
    ----------
    raised
        Weights taken within a session that were more than it asked for, by exercise. [kg]
    """
    seen = _Seen()
    found = []
    before: Phase | None = None
    for week in plan.weeks:
        days = [week.monday + timedelta(days=number) for number in range(WEEK)]
        asks = [(day, ask) for day in days for ask in asked.get(day, ())]
        kinds = set(seen.week(asks, plan, raised))
        if before is not None and week.phase is not before and week.phase in HEAVIER:
            kinds = kinds - {WEIGHT} | {"phase"}
        elif RUNG in kinds:
            kinds -= {WEIGHT}
        if any(race.day in days for race in plan.races):
            kinds.add("race")
        found.append(kinds)
        before = week.phase
    return found


class _Seen:
    """What a runner was asked for so far."""

    def __init__(self) -> None:
        self.heaviest: dict[tuple[str, int], float] = {}
        self.landings: dict[str, int] = {}
        self.exercises: set[str] = set()

    def week(
        self,
        asks: Sequence[tuple[date, Ask]],
        plan: SeasonPlan,
        raised: Mapping[date, Mapping[str, float]],
    ) -> Iterator[str]:
        """Yield what is new in a week, and take it in."""
        for day, ask in asks:
            key = (ask.exercise, ask.dose.reps[1] if ask.dose.reps is not None else 0)
            known_kg = self.heaviest.get(key)
            for load_kg in (ask.asked_kg, raised.get(day, {}).get(ask.exercise)):
                if load_kg is not None and known_kg is not None and load_kg > known_kg:
                    yield WEIGHT
            most = self.landings.get(ask.exercise)
            if most is not None and (ask.dose.contacts or 0) > most:
                yield LANDINGS
        yield from self._rungs(asks, plan)
        for on, ask in asks:
            key = (ask.exercise, ask.dose.reps[1] if ask.dose.reps is not None else 0)
            done_kg = raised.get(on, {}).get(ask.exercise, ask.dose.load_kg)
            if done_kg is not None:
                self.heaviest[key] = max(self.heaviest.get(key, 0.0), done_kg)
            landings = self.landings.get(ask.exercise, 0)
            self.landings[ask.exercise] = max(landings, ask.dose.contacts or 0)
            self.exercises.add(ask.exercise)

    def _rungs(self, asks: Sequence[tuple[date, Ask]], plan: SeasonPlan) -> Iterator[str]:
        """Yield what rungs are new in a week; of jumps they are landings."""
        new = {
            ask.exercise: ask.dose
            for day, ask in asks
            if ask.exercise not in self.exercises and _is_harder(ask, plan.day(day))
        }
        yield from (RUNG if dose.contacts is None else LANDINGS for dose in new.values())
        if len(new) > 1:
            yield SECOND_RUNG


def _is_harder(ask: Ask, day: DayPlan | None) -> bool:
    """Whether an exercise stands in the place of an easier one of the plan."""
    if day is None or day.session is None:
        return False
    planned = {item.label: item.exercise for block in day.session.blocks for item in block.items}
    was = exercise_of(planned.get(ask.label, ask.exercise))
    return exercise_of(ask.exercise).level > was.level


def violations(
    season: PlannedSeason, asked: Mapping[date, Sequence[Ask]]
) -> tuple[AuditFinding, ...]:
    """Hard rules that what was asked breaks and the plan itself does not.

    Each day is the plan's with what was asked in its places; what was left out because it hurt
    stays as planned, since leaving out is what safety asks for. A lighter week is measured against
    the full week before as it was planned: after a week that sleep or pain had eased it is enough.
    """
    weeks = tuple(
        replace(week, days=tuple(_day(day, asked.get(day.day)) for day in week.days))
        for week in season.plan.weeks
    )
    eased = {
        was.monday
        for was, now in zip(season.plan.weeks, weeks, strict=True)
        if was.deload and _sets(now) <= _sets(was)
    }
    lived = replace(season.plan, weeks=weeks)
    book = rule_book(season.request)
    found = audit(lived, book, known()[0].exercises, context_of(season))
    planned = {(one.rule, one.day) for one in audit_planned(season) if one.is_violation}
    return tuple(
        one
        for one in found
        if one.is_violation
        and (one.rule, one.day) not in planned
        and not (one.rule == LIGHTER_WEEK and one.day in eased)
    )


def ignored_steps_down(
    asked: Mapping[date, Sequence[Ask]], decisions: Iterable[Decided]
) -> Iterator[Change]:
    """Yield what hurt and was agreed to be less, where the next session asked for as much."""
    agreed = list(accepted(decisions))
    for number, (on, change) in enumerate(agreed):
        if change.kind is not ChangeKind.STEP_DOWN or change.rule != HURT or change.after is None:
            continue
        names = {change.about, change.after.exercise}
        until = next((day for day, one in agreed[number + 1 :] if one.about in names), date.max)
        days = (day for day in sorted(asked) if on < day < until)
        asks = (ask for day in days for ask in asked[day] if ask.exercise == change.about)
        first = next(asks, None)
        if first is not None and _is_no_less(first, change.after):
            yield change


def _is_no_less(ask: Ask, agreed: Work) -> bool:
    if agreed.exercise != ask.exercise:
        return True
    pairs = ((ask.dose.load_kg, agreed.load_kg), (ask.dose.contacts, agreed.contacts))
    return any(told is not None and (now is None or now > told) for now, told in pairs)


def _sets(week: WeekPlan) -> int:
    sessions = [day.session for day in week.days if day.session is not None]
    return sum(item.dose.sets for one in sessions for block in one.blocks for item in block.items)


def _day(day: DayPlan, asked: Sequence[Ask] | None) -> DayPlan:
    if day.session is None or not asked:
        return day
    by_label = {ask.label: ask for ask in asked}
    blocks = tuple(
        Block(
            id=block.id,
            items=tuple(
                item
                if item.label not in by_label
                else replace(
                    item,
                    exercise=by_label[item.label].exercise,
                    dose=by_label[item.label].dose,
                    ramp=item.ramp if exercise_of(by_label[item.label].exercise).loadable else (),
                )
                for item in block.items
            ),
        )
        for block in day.session.blocks
    )
    return replace(day, session=replace(day.session, blocks=blocks))
