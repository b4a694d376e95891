"""A placement written out as a plan: sessions, extras, weeks, and what was said about them."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runwright import __version__
from runwright.domain.calendar import DAYS_PER_WEEK, MINUTES_PER_DAY, MINUTES_PER_HOUR
from runwright.domain.evidence import Region
from runwright.domain.plan import (
    PLAN_SCHEMA_VERSION,
    DayPlan,
    MadeWith,
    PlannedSession,
    SeasonPlan,
    WeekPlan,
)
from runwright.domain.protocol import Phase
from runwright.domain.runner import Pain
from runwright.domain.words import _
from runwright.planning.before_races import BeforeRaces
from runwright.planning.compose import Item
from runwright.planning.day_room import DaySpot
from runwright.planning.doses import Doses, WeekOfTraining
from runwright.planning.explain import Explainer
from runwright.planning.extras import Extras
from runwright.planning.fill import BlockContent, Filler
from runwright.planning.kit import kit_at_hand
from runwright.planning.placement import Placement
from runwright.planning.request import PlanRequest
from runwright.planning.season import Season
from runwright.planning.selection import Selection
from runwright.planning.session_items import SessionItems
from runwright.planning.session_spot import SessionSpot
from runwright.planning.session_writer import written
from runwright.planning.set_limits import Parts, has_work, within, working_sets
from runwright.rules.registry import RuleBook
from runwright.rules.week_content import sets_before_race, sets_in_deload, sets_next_week

if TYPE_CHECKING:
    from runwright.domain.session import SessionKind

IsAboveGreen = Callable[[Pain, Region], bool]


class PlanWriter:
    """Writes a placement out as a plan."""

    def __init__(  # the parts of one plan
        self,
        request: PlanRequest,
        book: RuleBook,
        season: Season,
        placement: Placement,
        explainer: Explainer,
        is_above_green: IsAboveGreen,
    ) -> None:
        self.request, self.book, self.season = request, book, season
        self.placement, self.explainer = placement, explainer
        runner, library = request.runner, request.library
        self.home_kit = kit_at_hand(library, runner.kit)
        self.doses = Doses(book, library.planner, runner, self.home_kit)
        self.selection = Selection(library, runner, request.lasting, is_above_green=is_above_green)
        self.items = SessionItems(
            library=library,
            protocol=request.protocol,
            book=book,
            selection=self.selection,
            doses=self.doses,
            needed=frozenset(p for need in request.screening.needs for p in need.patterns),
        )
        self.filler = Filler(self.items, self.home_kit)
        self.normal_sets = 0  # working sets of the last full week
        self.most_so_far = 0  # working sets of the fullest week, even if none was full
        self.empty: list[tuple[int, SessionKind]] = []  # sessions in which nothing may be done
        self.extras = Extras(
            library=library,
            book=book,
            items=self.items,
            screening=request.lasting,
            facts=request.facts,
            running_months=runner.running_months,
            weekly_km=runner.weekly_km,
            has_tests=bool(runner.test_results),
        )

    def plan(self) -> SeasonPlan:
        """The whole plan."""
        spots = self._spots()
        self.before_races = BeforeRaces(
            self.book, self.request.runner.races, [self._day(one) for one in spots], self._day
        )
        sessions = self._sessions(spots)
        weeks = tuple(self._week(number, sessions) for number in range(len(self.season.frames)))
        request = self.request
        exercises = {item.exercise for week in weeks for day in week.days for item in day.items}
        return SeasonPlan(
            runner=request.runner.name,
            start=request.start,
            made_with=MadeWith(
                schema_version=PLAN_SCHEMA_VERSION,
                program_version=__version__,
                knowledge_version=request.library.version,
                protocol=request.protocol.id,
                seed=request.seed,
            ),
            weeks=weeks,
            races=tuple(sorted(request.runner.races, key=lambda race: (race.day, race.name))),
            objective=self.explainer.objective(),
            relaxed=self.explainer.relaxed(),
            unmet=self.explainer.unmet(self.empty),
            gates=request.screening.gates,
            findings=request.screening.findings,
            needs=request.screening.needs,
            notes=(*request.notes, *self._own_notes()),
            exercise_names={
                name: request.library.exercises[name].name for name in sorted(exercises)
            },
        )

    def _own_notes(self) -> tuple[str, ...]:
        heavy = any(frame.phase is Phase.STRENGTH for frame in self.season.frames)
        if not (heavy and self.doses.second_best and not self.request.protocol.templates):
            return ()
        low, high = self.request.library.planner["second_best_heavy"]["reps"]
        return (
            _(
                "Without a bar or a machine most runners cannot lift heavy enough for sets of 3 to "
                "6. Sets of {low} to {high} near the end of what you can do are second best."
            ).format(low=low, high=high),
        )

    # -- sessions -------------------------------------------------------------------------------

    def _spots(self) -> list[SessionSpot]:
        spots = []
        for week, placed in enumerate(self.placement.weeks):
            ordinals: dict[SessionKind, int] = {}
            for weekday, session in enumerate(placed.sessions):
                if session is None:
                    continue
                spot = SessionSpot(
                    placed=session,
                    week=week,
                    weekday=weekday,
                    ordinal=0,
                    kit=self._kit_on(week * DAYS_PER_WEEK + weekday),
                )
                number = ordinals.get(spot.family, 0)
                ordinals[spot.family] = number + 1
                spots.append(
                    SessionSpot(
                        placed=session,
                        week=week,
                        weekday=weekday,
                        ordinal=number,
                        kit=spot.kit,
                        race_in_h=self._race_in_h(week * DAYS_PER_WEEK + weekday, session.end_min),
                    )
                )
        return spots

    def _kit_on(self, day_number: int) -> frozenset[str]:
        *_, travel = self.season.days[day_number]
        if travel is None:
            return self.home_kit
        return kit_at_hand(self.request.library, travel.kit)

    def _race_in_h(self, day_number: int, end_min: int) -> float | None:
        """Hours from a minute of a day to the next race; None where none is near."""
        day = self.season.days[day_number][0]
        near = [
            ((race.day - day).days * MINUTES_PER_DAY + race.start_min - end_min) / MINUTES_PER_HOUR
            for race in self.request.runner.races
            if 0 <= (race.day - day).days <= DAYS_PER_WEEK
        ]
        return min((hours for hours in near if hours > 0), default=None)

    def _sessions(self, spots: Sequence[SessionSpot]) -> dict[tuple[int, int], PlannedSession]:
        sessions: dict[tuple[int, int], PlannedSession] = {}
        most_sets = 0
        for block in self._blocks():
            in_block = [spot for spot in spots if spot.week in block]
            phase = self.season.frames[block[0]].phase
            templates = bool(self.request.protocol.templates)
            content: BlockContent = {} if templates else self.filler.block(in_block, phase)
            for week in block:
                of_week = [spot for spot in in_block if spot.week == week]
                most_sets = self._write_week(week, of_week, content, most_sets, sessions)
        return sessions

    def _blocks(self) -> list[tuple[int, ...]]:
        """Weeks of one phase in a row, at most as many as accessories stay (rule D26)."""
        most = self.request.library.planner["blocks"]["weeks_most"]
        blocks: list[list[int]] = []
        for week, frame in enumerate(self.season.frames):
            same = blocks and self.season.frames[blocks[-1][0]].phase is frame.phase
            if same and len(blocks[-1]) < most:
                blocks[-1].append(week)
            else:
                blocks.append([week])
        return [tuple(block) for block in blocks]

    def _write_week(
        self,
        week: int,
        spots: Sequence[SessionSpot],
        content: BlockContent,
        most_sets: int,
        sessions: dict[tuple[int, int], PlannedSession],
    ) -> int:
        training = self._training(week)
        parts = self._filled(spots, content, training)
        limit = self._most_sets(training, most_sets)
        if limit is not None:
            parts = within(parts, limit)
        self.before_races.cut(parts, most_sets if most_sets > 0 else self.most_so_far)
        for spot, opening, items in parts:
            sessions[week, spot.weekday] = written(
                spot,
                opening,
                items,
                session_id=self._session_id(spot),
                reasons=self.explainer.reasons(week, spot.weekday),
                more=self._more(spot, content, items, training),
                most_exercises=self.book.parameters("D03").exercises_max,
            )
        if training.deload:
            return most_sets
        self.most_so_far = max(self.most_so_far, working_sets(parts))
        if not self._is_full(week):
            return most_sets
        self.normal_sets = working_sets(parts)
        return max(most_sets, self.normal_sets)

    def _filled(
        self, spots: Sequence[SessionSpot], content: BlockContent, training: WeekOfTraining
    ) -> Parts:
        """Warm-up and items of each session; one in which nothing may be done is left out."""
        filled = [(spot, *self.filler.session(spot, content, training)) for spot in spots]
        self.empty += [
            (spot.week, spot.placed.kind) for spot, *parts in filled if not has_work(*parts)
        ]
        return [part for part in filled if has_work(*part[1:])]

    def _most_sets(self, training: WeekOfTraining, most_sets: int) -> int | None:
        """Most working sets of a week after a fullest one; None while there was none."""
        if most_sets == 0:
            return None
        limit = sets_next_week(most_sets, self.book.parameters("L07"))
        if training.deload and self.normal_sets:
            limit = min(limit, sets_in_deload(self.normal_sets, self.book.parameters("L13")))
        if training.phase in {Phase.TAPER, Phase.RACE}:
            limit = min(limit, sets_before_race(most_sets, self.book.parameters("S13")))
        return limit

    def _day(self, spot: SessionSpot) -> date:
        return self.season.frames[spot.week].monday + timedelta(days=spot.weekday)

    def _is_full(self, week: int) -> bool:
        """Whether a week holds as many strength sessions as it asks for."""
        placed = self.placement.weeks[week].sessions
        held = sum(session is not None and session.kind.is_strength for session in placed)
        return held >= max(1, self.season.frames[week].wanted.strength_sessions)

    def _training(self, week: int) -> WeekOfTraining:
        frames = self.season.frames
        phase = frames[week].phase
        first = week
        while first > 0 and frames[first - 1].phase is phase:
            first -= 1
        return WeekOfTraining(
            phase=phase,
            programme_week=week + self.request.weeks_trained,
            block_week=week - first,
            deload=self.placement.weeks[week].deload,
            eased_sets=self._eased_sets(week),
        )

    def _eased_sets(self, week: int) -> int:
        """Sets less in the first week after short nights (rule L09)."""
        sleep_h = self.request.runner.readiness.sleep_h
        if week > 0 or sleep_h is None:
            return 0
        l09 = self.book.parameters("L09")
        age = self.request.runner.age
        teen = age is not None and age < l09.teen_under_age
        return int(l09.sets_less) if sleep_h < (l09.sleep_h_teen if teen else l09.sleep_h) else 0

    def _more(
        self,
        spot: SessionSpot,
        content: BlockContent,
        items: Sequence[Item],
        training: WeekOfTraining,
    ) -> list[Item]:
        """Exercises of the block that a longer version of the session may add."""
        has = {item.exercise.id for item in items}
        offered = {one.area.id: one for session in content.values() for one in session}
        return [
            self.items.item(one, spot.placed.kind, training)
            for one in offered.values()
            if one.exercise.id not in has
            and spot.family in one.area.kinds
            and self.selection.is_allowed(one.exercise, spot.kit)
        ]

    def _session_id(self, spot: SessionSpot) -> str:
        day = self._day(spot)
        return f"{day.isoformat()}-{spot.placed.kind.value}"

    # -- weeks ----------------------------------------------------------------------------------

    def _week(self, number: int, sessions: dict[tuple[int, int], PlannedSession]) -> WeekPlan:
        frame, placed = self.season.frames[number], self.placement.weeks[number]
        days = self.season.days[number * DAYS_PER_WEEK : (number + 1) * DAYS_PER_WEEK]
        extras = self.extras.of_week(self._day_spots(number), self._training(number))
        planned = tuple(
            DayPlan(
                day=day,
                available=available,
                runs=runs,
                session=sessions.get((number, weekday)),
                extras=() if day < self.request.start else extras[weekday],
                blocked=blocked,
                travel=travel.note if travel is not None else None,
            )
            for weekday, (day, available, runs, blocked, travel) in enumerate(days)
        )
        runs = [run for day in planned for run in day.runs]
        known = [run.distance_km for run in runs if run.distance_km is not None]
        return WeekPlan(
            number=frame.number,
            monday=frame.monday,
            phase=frame.phase,
            deload=placed.deload,
            novel=frame.novel,
            days=planned,
            hard_sets=sum(day.session.hard_sets for day in planned if day.session is not None),
            run_km=round(sum(known), 1) if known else None,
            longest_km=max(known) if known else None,
            run_min=sum(run.duration_min for run in runs),
        )

    def _day_spots(self, week: int) -> list[DaySpot]:
        spots = []
        for weekday, session in enumerate(self.placement.weeks[week].sessions):
            number = week * DAYS_PER_WEEK + weekday
            _, available, runs, _, _ = self.season.days[number]
            taken = session.duration_min if session is not None else 0
            spots.append(
                DaySpot(
                    week=week,
                    weekday=weekday,
                    minutes=available.minutes - taken,
                    windows=available.windows,
                    runs=runs,
                    session=session,
                    kit=self._kit_on(number),
                )
            )
        return spots
