"""`runwright propose`, done: proposals listed, decided on, carried out."""

import sys
from collections.abc import Sequence
from pathlib import Path

from runwright.cli.coached import Coached, coached
from runwright.cli.guard import WrongUseError
from runwright.cli.outputs import write_changed
from runwright.cli.pages.proposed import proposal_lines, record_lines
from runwright.cli.screen import Screen, say, screen_of
from runwright.domain.proposal import Decision, Proposal
from runwright.domain.words import _, ngettext
from runwright.usecases.carry_out import carried_out
from runwright.usecases.decide import decide

ALL = "all"


def run(  # noqa: PLR0913  # what the command takes
    plan_file: Path,
    runner_file: Path | None,
    runs: Sequence[Path],
    accepted: Sequence[str],
    declined: Sequence[str],
    *,
    because: str,
    record: bool,
) -> None:
    """List what is open, or write words on it down."""
    here = coached(plan_file, runner_file, runs=runs)
    screen = screen_of(sys.stdout)
    if record:
        say(_record(here, screen), screen)
        return
    yes = _chosen(accepted, here)
    no = _chosen(declined, here)
    twice = [one.title for one in yes if one in no]
    if twice:
        says = _("'{title}' cannot be accepted and declined at once.").format(title=twice[0])
        raise WrongUseError(says)
    for one in no:
        _keep(here, one, Decision.DECLINED, because, screen)
    for one in yes:
        _keep(here, one, Decision.ACCEPTED, because, screen)
    if not yes and not no:
        say(_open(here, screen), screen)


def _open(here: Coached, screen: Screen) -> list[str]:
    if not here.proposals:
        return screen.wrapped(_("Nothing to change. Train on, and tell how it went."))
    count = len(here.proposals)
    words = ngettext("{n} proposal", "{n} proposals", count).format(n=count)
    return [*screen.title(words), *proposal_lines(here.proposals, screen)]


def _record(here: Coached, screen: Screen) -> list[str]:
    if not here.diary.record:
        return screen.wrapped(_("Nothing was decided yet."))
    return [*screen.title(_("What changed and why")), *record_lines(here.diary.record, screen)]


def _chosen(words: Sequence[str], here: Coached) -> list[Proposal]:
    """Return the proposals that are meant; numbers count as the list shows them."""
    found: list[Proposal] = []
    for word in words:
        if word == ALL:
            found += here.proposals
            continue
        number = int(word) if word.isascii() and word.isdigit() else 0
        if not 1 <= number <= len(here.proposals):
            says = _("There is no proposal {got}; see the list:  runwright propose {plan}")
            raise WrongUseError(says.format(got=word, plan=here.folder))
        found.append(here.proposals[number - 1])
    return list(dict.fromkeys(found))


def _keep(here: Coached, one: Proposal, decision: Decision, because: str, screen: Screen) -> None:
    """Write a word down; a plan it leads to is written first, so that both or none is there."""
    decided = decide(here.proposals, one.id, decision, here.today, because)
    changed = carried_out(here.coach, decided)
    if changed is not None:
        write_changed(here.folder, changed, here.library, today=here.today)
    here.diary.keep_decision(decided)
    accepted = decision is Decision.ACCEPTED
    words = _("Accepted: {title}.") if accepted else _("Declined: {title}.")
    lines = screen.wrapped(words.format(title=one.title))
    if changed is not None:
        lines += screen.wrapped(_("The plan has the days as agreed; its files are new."), "  ")
    say(lines, screen)
