"""What somebody means by a name: the id, the spoken name, or the nearest right ones."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from runwright.cli.guard import WrongUseError
from runwright.domain.words import _
from runwright.formats.nearest import plain

NEAREST_SHOWN = 6
LIKENESS = 0.55  # a little below difflib's own: a hint may be a guess


class NotFoundError(WrongUseError):
    """A name that is not in the knowledge base; says the nearest right ones.

    Attributes
    ----------
    nearest
        Ids and names that could be meant.
    """

    code = "cli.not-found"

    def __init__(self, kind: str, asked: str, nearest: tuple[str, ...]) -> None:
        self.asked, self.nearest = asked, nearest
        says = _("There is no {kind} '{asked}'.").format(kind=kind, asked=asked)
        if nearest:
            listed = "\n".join(f"  {one}" for one in nearest)
            says += "\n" + _("Nearest:") + "\n" + listed
        else:
            says += " " + _("Without a name the command lists all.")
        super().__init__(says)


class SeveralFitError(NotFoundError):
    """A name that several entries bear; says which."""

    code = "cli.several-fit"

    def __init__(self, asked: str, fitting: tuple[str, ...]) -> None:
        WrongUseError.__init__(
            self,
            _("Several fit '{asked}'; name one of them:").format(asked=asked)
            + "\n"
            + "\n".join(f"  {one}" for one in fitting),
        )
        self.asked, self.nearest = asked, fitting


def found(asked: str, names: Mapping[str, str], *, kind: str) -> str:
    """Return the id that is meant.

    Parameters
    ----------
    names
        Spoken name by id; '' where there is none beside the id.
    kind
        What is looked for, for the words of the error.

    Raises
    ------
    NotFoundError
        If nothing bears the name.
    SeveralFitError
        If several do.
    """
    word = plain(asked)
    exact = [one for one, name in names.items() if word in {plain(one), plain(name)}]
    if exact:
        return exact[0]
    holding = [one for one, name in names.items() if _holds(word, one, name)]
    if len(holding) == 1:
        return holding[0]
    if holding:
        raise SeveralFitError(asked, tuple(_shown(one, names) for one in holding))
    near = tuple(_shown(one, names) for one in _nearest(word, names))
    raise NotFoundError(kind, asked, near)


def _holds(word: str, one: str, name: str) -> bool:
    """Whether every word asked for begins a word of the id or name."""
    parts = [*plain(one).split(), *plain(name).replace("-", " ").split()]
    return bool(word) and all(any(part.startswith(w) for part in parts) for w in word.split())


def _nearest(word: str, names: Mapping[str, str]) -> Iterable[str]:
    by_word: dict[str, str] = {}
    for one, name in names.items():
        by_word.setdefault(plain(one), one)
        by_word.setdefault(plain(name), one)
    close = get_close_matches(word, by_word, n=NEAREST_SHOWN, cutoff=LIKENESS)
    return list(dict.fromkeys(by_word[each] for each in close))


def _shown(one: str, names: Mapping[str, str]) -> str:
    return f"{one}  ({names[one]})" if names[one] else one
