"""A session as a card: its warm-up, its blocks with doses, its shorter and longer versions."""

from collections.abc import Iterable
from dataclasses import dataclass

from runwright.domain.calendar import clock
from runwright.domain.exercise import Role
from runwright.domain.plan import DayPlan, Extra, PlannedSession
from runwright.domain.session import Block, Prescription
from runwright.domain.words import _
from runwright.formats.figure_html.book import FigureBook, Plate
from runwright.formats.plan_html.cited import Cited
from runwright.formats.plan_html.exercise_view import HowTo, exercise_anchor, how_to
from runwright.formats.plan_html.week_boxes import session_anchor
from runwright.formats.plan_html.why_view import WhyView
from runwright.formats.plan_words.dates import weekday, weekday_and_day
from runwright.formats.plan_words.doses import amount, how, load, ramp, sides_words

OPENING = frozenset({Role.ROLLING, Role.RAISE, Role.DYNAMIC, Role.MOBILITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """An exercise with its dose.

    Attributes
    ----------
    sides
        ``each side``, where sides are done apart.
    load
        ``24 kg`` where a weight is named; '' where the runner chooses by the reserve.
    how_to
        Cues and faults in place; None where only the link is shown.
    plate, control
        Its drawing in place, and the id of what sets it going; None and '' as for `how_to`, and
        where nobody drew it.
    """

    label: str
    name: str
    anchor: str
    amount: str
    sides: str
    load: str
    how: str
    ramp: str
    note: str
    how_to: HowTo | None
    plate: Plate | None
    control: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """Exercises done together, two and more in turn."""

    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkView:
    """Opening and blocks of a session or of one of its versions."""

    opening: tuple[ItemView, ...]
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """The session for another number of minutes."""

    name: str
    takes: str
    is_same: bool
    work: WorkView


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """A session.

    Attributes
    ----------
    is_next
        Whether it is the next one to do: its reasons are shown in full.
    """

    anchor: str
    title: str
    when: str
    takes: str
    heading: str
    work: WorkView
    versions: tuple[VersionView, ...]
    why: WhyView
    is_next: bool


class SessionBook:
    """Makes session cards of one plan."""

    def __init__(self, cited: Cited, figures: FigureBook) -> None:
        self.cited, self.figures = cited, figures

    def session(
        self, day: DayPlan, session: PlannedSession, why: WhyView, *, in_full: bool, is_next: bool
    ) -> SessionView:
        """Return a session's card; `in_full` shows how each exercise is done in place."""
        placed = session.placed
        when = _("{day}, {time}, {minutes} min")
        return SessionView(
            anchor=session_anchor(session),
            title=session.title,
            when=when.format(
                day=weekday_and_day(day.day),
                time=clock(placed.start_min),
                minutes=placed.duration_min,
            ),
            takes=_("takes about {minutes:.0f} min").format(minutes=session.worked_out_min),
            heading=_("Why {title} is on {day}").format(title=session.title, day=weekday(day.day)),
            work=self.work(session.blocks, in_full=in_full),
            versions=tuple(
                VersionView(
                    name=_("{minutes} min").format(minutes=one.minutes),
                    takes=_("takes about {minutes:.0f} min").format(minutes=one.worked_out_min),
                    is_same=one.blocks == session.blocks,
                    work=self.work(one.blocks, in_full=False),
                )
                for one in session.variants
            ),
            why=why,
            is_next=is_next,
        )

    def work(self, blocks: Iterable[Block], *, in_full: bool) -> WorkView:
        """Return blocks, those that open the session apart."""
        opening: list[ItemView] = []
        main: list[BlockView] = []
        for block in blocks:
            if block.items and block.items[0].role in OPENING:
                opening += (self.item(one, in_full=False) for one in block.items)  # a line of links
            else:
                items = tuple(self.item(one, in_full=in_full) for one in block.items)
                main.append(BlockView(items=items))
        return WorkView(opening=tuple(opening), blocks=tuple(main))

    def item(self, item: Prescription, *, in_full: bool) -> ItemView:
        """Return an exercise with its dose."""
        exercise = self.cited.exercise(item.exercise)
        sides = sides_words(self.cited.sides_of(item.exercise))
        plate = self.figures.plate(item.exercise) if in_full else None
        return ItemView(
            label=item.label,
            name=self.cited.name_of(item.exercise),
            anchor=exercise_anchor(item.exercise),
            amount=amount(item.dose),
            sides=sides,
            load=load(item.dose),
            how=" · ".join(([sides] if sides else []) + how(item.dose)),
            ramp=ramp(item.ramp),
            note=item.note,
            how_to=how_to(exercise, item.dose.tempo) if in_full and exercise is not None else None,
            plate=plate,
            control=plate.new_control() if plate is not None else "",
        )

    def routine(self, extra: Extra) -> tuple[ItemView, ...]:
        """Return the exercises of a warm-up, mobility and the like."""
        return tuple(self.item(one, in_full=False) for one in extra.items)
