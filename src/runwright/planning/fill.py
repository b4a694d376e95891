"""What every session of a season holds: areas by block of weeks, exercises, doses, blocks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from runwright.domain.exercise import Exercise, Role
from runwright.domain.protocol import Phase
from runwright.domain.session import SessionKind
from runwright.planning.compose import SECONDS_PER_MINUTE, Item, compose, fitting
from runwright.planning.content import (
    MUSCLES,
    AreaWorth,
    Candidate,
    ContentPoints,
    SessionOffer,
    best_content,
)
from runwright.planning.doses import WeekOfTraining
from runwright.planning.selection import picking_for
from runwright.planning.session_items import SessionItems
from runwright.planning.session_spot import Chosen, SessionSpot
from runwright.planning.template_sessions import TemplateSessions

FULL_WEEK = 99  # long after the first weeks' smaller doses
FULL_BLOCK_WEEK = 5  # holds have grown to their longest by then
CALF = frozenset({"gastrocnemius", "soleus"})


Spots = Sequence[SessionSpot]
BlockContent = dict[tuple[SessionKind, int], tuple[Chosen, ...]]


class Filler:
    """Fills the sessions of one runner's season."""

    def __init__(self, items: SessionItems, home_kit: frozenset[str]) -> None:
        self.items, self.home_kit = items, home_kit
        self.library, self.protocol, self.book = items.library, items.protocol, items.book
        self.selection, self.settings = items.selection, items.settings
        self.templates = TemplateSessions(items)
        self.usual: dict[str, str] = {}

    def block(self, spots: Spots, phase: Phase) -> BlockContent:
        """Content of every session of a block of weeks, by family and ordinal.

        The most common week of the block, the longest of its kind, is chosen as a whole; sessions
        that only other weeks have are chosen for themselves, a short one from what the heavy one
        holds.
        """
        content: BlockContent = {}
        typical = self._typical_week(spots)
        self._choose(typical, phase, content)
        for spot in sorted(spots, key=lambda one: (one.week, one.weekday)):
            key = (spot.family, spot.ordinal)
            if key in content or spot.placed.kind is SessionKind.JUMPS:
                continue
            heavy = content.get((SessionKind.HEAVY, spot.ordinal))
            if spot.family is SessionKind.SHORT and heavy is not None:
                content[key] = heavy
            else:
                self._choose((spot,), phase, content)
        self._remember(content)
        return content

    def _typical_week(self, spots: Spots) -> Spots:
        weeks: dict[int, list[SessionSpot]] = {}
        for spot in spots:
            if spot.placed.kind is not SessionKind.JUMPS:
                weeks.setdefault(spot.week, []).append(spot)
        if not weeks:
            return ()
        shapes = Counter(_shape(week) for week in weeks.values())
        most = max(shapes.values())
        common = [week for week in weeks.values() if shapes[_shape(week)] == most]
        return tuple(max(common, key=lambda week: sum(one.placed.duration_min for one in week)))

    def _choose(self, week: Spots, phase: Phase, content: BlockContent) -> None:
        if not week:
            return
        picked = self._exercises_by_area(week, phase, content)
        offers, choices = [], []
        for spot in week:
            areas = [
                (number, chosen)
                for number, chosen in enumerate(picked)
                if chosen is not None and spot.family in chosen.area.kinds
            ]
            candidates = tuple(self._candidate(number, one, spot, phase) for number, one in areas)
            if not candidates:
                continue
            offers.append(self._offer(spot, candidates, full_week(phase)))
            choices.append((spot, {one.exercise.id: one for _, one in areas}))
        if not offers:
            return
        best = best_content(offers, self._worth(), self._prices())
        for (spot, by_id), session in zip(choices, best.sessions, strict=True):
            content[spot.family, spot.ordinal] = tuple(by_id[one.exercise] for one in session)

    def _exercises_by_area(
        self, week: Spots, phase: Phase, content: BlockContent
    ) -> list[Chosen | None]:
        heavy = any(spot.placed.kind.loads_legs_hard for spot in week)
        kind = SessionKind.HEAVY if heavy else week[0].placed.kind
        known = {one.area.id: one for session in content.values() for one in session}
        taken = {one.exercise.id for one in known.values()}
        picked: list[Chosen | None] = []
        for area in self.protocol.areas:
            if area.id in known:
                picked.append(known[area.id])
                continue
            exercise = self.selection.best_for(
                area,
                picking_for(kind, phase, self.home_kit),
                usual=self.usual.get(area.id),
                taken=frozenset(taken),
            )
            if exercise is not None:
                taken.add(exercise.id)
            picked.append(Chosen(area=area, exercise=exercise) if exercise is not None else None)
        return picked

    def _candidate(self, number: int, chosen: Chosen, spot: SessionSpot, phase: Phase) -> Candidate:
        item = self.items.item(chosen, spot.placed.kind, of_session(spot, full_week(phase)))
        sets = item.dose.sets if item.dose.rir is not None else 0
        return Candidate(
            area=number,
            exercise=chosen.exercise.id,
            timed=item.timed,
            group=item.group,
            lower_body=chosen.area.lower_body,
            single_leg=chosen.exercise.is_single_leg,
            heavy=item.heavy,
            sets_by_muscle=tuple(
                sets if _trains(chosen.exercise, muscle) and chosen.area.lower_body else 0
                for muscle in MUSCLES
            ),
            harmless=not chosen.area.lower_body,
            is_main=chosen.area.role is Role.MAIN,
        )

    def _offer(
        self, spot: SessionSpot, candidates: tuple[Candidate, ...], week: WeekOfTraining
    ) -> SessionOffer:
        d03 = self.book.parameters("D03")
        opening_s = compose(self.items.opening(spot, week)).seconds
        return SessionOffer(
            budget_s=spot.placed.duration_min * SECONDS_PER_MINUTE - opening_s,
            candidates=candidates,
            least=d03.exercises_min,
            most=d03.exercises_max,
            needs_main=spot.placed.kind.is_lower_body,
        )

    def _worth(self) -> list[AreaWorth]:
        extra = self.settings
        return [
            AreaWorth(
                first=area.priority + (extra["need_first"] if self.items.is_needed(area) else 0),
                again=area.again + (extra["need_again"] if self.items.is_needed(area) else 0),
            )
            for area in self.protocol.areas
        ]

    def _prices(self) -> ContentPoints:
        d11 = self.book.parameters("D11")
        return ContentPoints(
            single_leg_missing=self.settings["single_leg_missing"],
            sets_missing=self.settings["sets_missing"],
            sets_over=self.settings["sets_over"],
            same_group=self.settings["same_group"],
            sets_min=d11.sets_min,
            sets_cap=d11.sets_cap,
        )

    def _remember(self, content: BlockContent) -> None:
        for session in content.values():
            for one in session:
                self.usual[one.area.id] = one.exercise.id

    def session(
        self, spot: SessionSpot, content: BlockContent, week: WeekOfTraining
    ) -> tuple[list[Item], list[Item]]:
        """Warm-up items and the items of a session, before the week's sets are balanced."""
        kind, week = spot.placed.kind, of_session(spot, week)
        jumps = self.items.jumps(spot, week) if kind.has_jumps else []
        opening = [*self.items.opening(spot, week), *jumps]
        if kind is SessionKind.JUMPS:
            return opening[: len(opening) - len(jumps)], jumps
        if self.protocol.templates:
            return self.templates.session(spot, week)
        chosen = [
            self._with_kit(one, spot, week.phase) for one in content[spot.family, spot.ordinal]
        ]
        items = [
            self.items.item(one, kind, week)
            for one in chosen
            if one is not None and not self._too_sore_for_race(one.exercise, spot)
        ]
        most = self.book.parameters("D03").exercises_max - len(jumps)
        left = spot.placed.duration_min * SECONDS_PER_MINUTE - compose(opening).seconds
        return opening, list(fitting(items, left, most=most)) if items else []

    def _too_sore_for_race(self, exercise: Exercise, spot: SessionSpot) -> bool:
        """Whether its soreness would still be there at the next race (rule D19)."""
        d19 = self.book.parameters("D19")
        near = spot.race_in_h is not None and spot.race_in_h < d19.race_gap_h
        return near and exercise.id in d19.exercises

    def _with_kit(self, chosen: Chosen, spot: SessionSpot, phase: Phase) -> Chosen | None:
        """The same area with what is at hand on that day; None where nothing is."""
        if self.selection.is_allowed(chosen.exercise, spot.kit):
            return chosen
        exercise = self.selection.best_for(
            chosen.area,
            picking_for(spot.placed.kind, phase, spot.kit),
            usual=None,
            taken=frozenset(),
        )
        return Chosen(area=chosen.area, exercise=exercise) if exercise is not None else None


def _shape(week: Spots) -> tuple[tuple[SessionKind, int], ...]:
    """Which sessions a week holds."""
    return tuple(sorted((one.family, one.ordinal) for one in week))


def of_session(spot: SessionSpot, week: WeekOfTraining) -> WeekOfTraining:
    """The week as one session of it sees it: with that session's minutes."""
    return replace(week, session_min=spot.placed.duration_min)


def full_week(phase: Phase) -> WeekOfTraining:
    """The fullest week of a phase: what fits it fits all its weeks."""
    return WeekOfTraining(
        phase=phase, programme_week=FULL_WEEK, block_week=FULL_BLOCK_WEEK, deload=False
    )


def _trains(exercise: Exercise, muscle: str) -> bool:
    wanted = CALF if muscle == "calf" else {muscle}
    return bool(wanted & set(exercise.primary_muscles))
