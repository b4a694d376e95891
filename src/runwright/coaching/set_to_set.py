"""Another weight within a session: what a set left decides about the sets after it (P01)."""

from collections.abc import Iterator, Sequence

from runwright.coaching.one_rm import load_share_for
from runwright.domain.session import Dose, HeavierNext, SetToSet
from runwright.rules.registry import RuleBook

NEAR = (0.5, 2.0)  # weights further away are no next one
DIGITS = 3  # of a share: a tenth of a per cent


def set_to_set(
    dose: Dose, loads_kg: Sequence[float], book: RuleBook, *, may_get_heavier: bool
) -> SetToSet | None:
    """Return the weights that may be offered between the sets; None where there is no choice.

    Parameters
    ----------
    loads_kg
        The weights there are for the exercise, lightest first. [kg]
    may_get_heavier
        Whether anything may get harder today; less is always there.
    """
    if dose.reps is None or dose.rir is None or dose.sets == 1 or dose.load_kg == 0:
        return None
    at_hand = tuple(one for one in loads_kg if one > 0 and _is_near(one, dose.load_kg))
    if not at_hand:
        return None
    heavier = tuple(_heavier(dose.reps, dose.rir, book)) if may_get_heavier else ()
    return SetToSet(loads_kg=at_hand, heavier=heavier)


def _is_near(load_kg: float, asked_kg: float | None) -> bool:
    return asked_kg is None or NEAR[0] * asked_kg <= load_kg <= NEAR[1] * asked_kg


def _heavier(reps: tuple[int, int], asked: int, book: RuleBook) -> Iterator[HeavierNext]:
    """Yield how much heavier it may be by what a set left, the most first.

    A reserve far from the end is not believed beyond the last one that can be (rule P05).
    """
    p, most = book.parameters("P01"), book.parameters("P05").unknown_from_rir
    for rir in range(most, min(asked + p.set_reserve, most) - 1, -1):
        share = min(1 + p.search_step_share, _share(reps, rir, asked, book, slack=0))
        usual = min(1 + p.load_step_allowed_share[1], _share(reps, rir, asked, book, slack=1))
        yield HeavierNext(rir=rir, load_share=round(max(share, usual), DIGITS))


def _share(reps: tuple[int, int], rir: int, asked: int, book: RuleBook, *, slack: int) -> float:
    """Return how much of its weight still leaves the bottom of the range, reserve kept. [1]

    Parameters
    ----------
    slack
        Repetitions that may be missing of it. [reps]
    """
    return load_share_for(wanted=reps[0] - slack + asked, reps=reps[1] + rir, book=book)
