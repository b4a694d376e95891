"""The placement as a CP-SAT model over the same tables: what the dynamic program must equal.

It takes every choice a day has (before the program drops any), every pair of days one and two
nights apart, every weekday of two weeks, the points of every count a week can come to, and the
spacing of deloads; and knows nothing of patterns, boundaries or dominance.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations_with_replacement

import numpy as np
from ortools.sat.python import cp_model

from runwright.domain.session import SessionKind
from runwright.planning.choices import choices_for
from runwright.planning.day_table import KIND_NUMBER, KINDS, DayTable
from runwright.planning.frames import WeekFrame
from runwright.planning.placement import SeasonSearch
from runwright.planning.tables import FORBIDDEN, Tables
from runwright.planning.weeks import tally_of
from runwright.rules.registry import Window
from runwright.rules.windows import PlannedDay

DAYS = 7
Literals = list[cp_model.IntVar]


@dataclass(frozen=True)
class Oracle:
    """What the solver says of a season: the least points, and whether it proved them."""

    points: int | None
    proven: bool
    seconds: float


def tuned(time_limit_s: float) -> cp_model.CpSolver:
    """The parameters that work on these models (planner.md)."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.add_lp_constraints_lazily = False
    solver.parameters.symmetry_level = 0
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.max_time_in_seconds = time_limit_s
    return solver


def oracle(search: SeasonSearch, *, time_limit_s: float = 60.0) -> Oracle:
    """The least points of a season by CP-SAT; None where there is no placement at all."""
    built = SeasonModel(search)
    solver = tuned(time_limit_s)
    status = solver.solve(built.model)
    found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    return Oracle(
        points=round(solver.objective_value) if found else None,
        proven=status in {cp_model.OPTIMAL, cp_model.INFEASIBLE},
        seconds=solver.wall_time,
    )


def every_choice(frame: WeekFrame, tables: Tables) -> list[DayTable]:
    """The seven days of a week with every choice that day rules allow, none dropped."""
    found = []
    for facts in frame.days:
        offered = choices_for(facts, frame.kinds(), tables.lengths, tables.hints)
        days = [PlannedDay(facts, choice) for choice in offered]
        points = [tables.day_points(day) for day in days]
        kept = [n for n, cost in enumerate(points) if n == 0 or cost < FORBIDDEN]
        found.append(
            DayTable(
                facts=facts,
                days=tuple(days[n] for n in kept),
                points=np.array([points[n] for n in kept], dtype=np.int32),
            )
        )
    return found


@dataclass
class SeasonModel:
    """A season's model; `costs` are (points, literal) and integer terms of the objective."""

    search: SeasonSearch
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    costs: list[tuple[int, cp_model.IntVar]] = field(default_factory=list)

    def __post_init__(self) -> None:
        frames, tables = self.search.frames, self.search.tables
        self.days = [day for frame in frames for day in every_choice(frame, tables)]
        self.chosen = [self._choice(day) for day in self.days]
        self.kinds = [
            self._kinds(day, chosen) for day, chosen in zip(self.days, self.chosen, strict=True)
        ]
        self._pairs()
        self._weekdays()
        self._weeks()
        self.model.minimize(sum(points * literal for points, literal in self.costs))

    def _choice(self, day: DayTable) -> Literals:
        literals = [self.model.new_bool_var("") for _ in day.days]
        self.model.add_exactly_one(literals)
        for literal, points in zip(literals, day.points.tolist(), strict=True):
            self._price(points, literal)
        return literals

    def _price(self, points: int, literal: cp_model.IntVar) -> None:
        if points >= FORBIDDEN:
            self.model.add(literal == 0)
        elif points:
            self.costs.append((points, literal))

    def _kinds(self, day: DayTable, chosen: Literals) -> Literals:
        found = []
        for number in range(len(KINDS)):
            of_kind = [
                x for x, kind in zip(chosen, day.kinds.tolist(), strict=True) if kind == number
            ]
            literal = self.model.new_bool_var("")
            self.model.add(literal == sum(of_kind))
            found.append(literal)
        return found

    def _both(self, first: Literals, second: Literals, points: list[list[int]]) -> None:
        """Price two choices that are made together, row by row."""
        for x, row in zip(first, points, strict=True):
            by_points: dict[int, Literals] = {}
            for y, cost in zip(second, row, strict=True):
                if cost:
                    by_points.setdefault(min(cost, FORBIDDEN), []).append(y)
            for cost, others in by_points.items():
                if cost >= FORBIDDEN:
                    self.model.add_at_most_one([x, *others])
                    continue
                paid = self.model.new_bool_var("")
                self.model.add(paid >= x + sum(others) - 1)
                self.costs.append((cost, paid))

    def _pairs(self) -> None:
        pair = self.search.tables.pair
        for apart in (1, 2):
            for number in range(len(self.days) - apart):
                before, after = self.days[number], self.days[number + apart]
                points = pair(before, after, apart).tolist()
                self._both(self.chosen[number], self.chosen[number + apart], points)

    def _weekdays(self) -> None:
        points = self.search.tables.weekday.tolist()
        for number in range(DAYS, len(self.days)):
            self._both(self.kinds[number - DAYS], self.kinds[number], points)

    def _weeks(self) -> None:
        spacing = self.search.spacing
        since = self.model.new_constant(self.search.since_deload)
        for number, frame in enumerate(self.search.frames):
            deload = self.model.new_bool_var("")
            then = self.model.new_int_var(0, spacing.most, "")
            steps = list(self._steps(frame))
            self.model.add_allowed_assignments([since, deload, then], steps)
            since = then
            self._counts(number, frame, deload)

    def _steps(self, frame: WeekFrame) -> Iterator[tuple[int, int, int]]:
        """What may follow a number of normal weeks: (before, deload, after)."""
        least, most = self.search.spacing.least, self.search.spacing.most
        for count in range(most + 1):
            if frame.rests:
                yield count, 0, 0
                continue
            if (count < most or frame.deload is None) and not frame.must_deload:
                yield count, 0, min(count + 1, most)
            if frame.deload is not None and (count >= least or frame.must_deload):
                yield count, 1, 0

    def _counts(self, number: int, frame: WeekFrame, deload: cp_model.IntVar) -> None:
        days = range(number * DAYS, (number + 1) * DAYS)
        counted = [
            self._sum([self.kinds[day][KIND_NUMBER[kind]] for day in days]) for kind in SessionKind
        ]
        hard = [
            x
            for day in days
            for x, planned in zip(self.chosen[day], self.days[day].days, strict=True)
            if planned.is_hard
        ]
        rest = [
            x
            for day in days
            for x, planned in zip(self.chosen[day], self.days[day].days, strict=True)
            if planned.session is None and not planned.facts.runs
        ]
        rows = sorted(self._rows(frame))
        points = self.model.new_int_var(0, max(row[-1] for row in rows), "")
        self.model.add_allowed_assignments(
            [deload, *counted, self._sum(hard), self._sum(rest), points], rows
        )
        self.costs.append((1, points))

    def _sum(self, literals: Literals) -> cp_model.IntVar:
        total = self.model.new_int_var(0, DAYS, "")
        self.model.add(total == sum(literals))
        return total

    def _rows(self, frame: WeekFrame) -> Iterator[tuple[int, ...]]:
        """Points of every count the week can come to; what the runs alone do costs nothing."""
        tables, kinds = self.search.tables, frame.kinds()
        given_hard = sum(facts.has_hard_run for facts in frame.days)
        free = sum(not facts.runs for facts in frame.days)
        doses = [dose for dose in (frame.wanted, frame.deload) if dose is not None]
        most = max(sum(count for _, count in dose.sessions) for dose in doses)
        for deload in (False, True) if frame.deload is not None else (False,):
            bare = tally_of(frame, {}, given_hard, free, deload=deload)
            given = tables.book.findings(Window.WEEK, bare)
            for sessions in range(most + 1):
                for picked in combinations_with_replacement(kinds, sessions):
                    counts = {kind: picked.count(kind) for kind in set(picked)}
                    numbers = [counts.get(kind, 0) for kind in SessionKind]
                    for hard in range(given_hard, min(DAYS, given_hard + sessions) + 1):
                        for rest in range(max(0, free - sessions), free + 1):
                            tally = tally_of(frame, counts, hard, rest, deload=deload)
                            points = tables.points(tables.book.findings(Window.WEEK, tally), given)
                            if points < FORBIDDEN:
                                yield (int(deload), *numbers, hard, rest, points)
