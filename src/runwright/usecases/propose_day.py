"""An easier day after short sleep, stress or sore legs (L09, L11, L12), as a change."""

from datetime import timedelta

from runwright.coaching.readiness import Answer
from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.said import together
from runwright.domain.words import _
from runwright.usecases.coach import Coach

DAY = "day"  # what a change is about that is about all work of a day
OF_TODAY = frozenset({"L12"})  # sore legs are of one morning, the rest is of the last week or two
EASED = frozenset({Answer.LESS, Answer.HALVE, Answer.SWAP})


def lighter_day(coach: Coach) -> tuple[Change, ...]:
    """Return what the mornings take off today's session; nothing on a day without one to do.

    A week that is lighter already loses no more for short sleep or stress.
    """
    today, easing = coach.order.today, coach.easing
    if easing.answer not in EASED or not coach.has_session_today:
        return ()
    rules = {reason.rule for reason in easing.reasons}
    if coach.is_lighter_week and not rules & OF_TODAY:
        return ()
    is_of_today = coach.is_lighter_week or rules <= OF_TODAY
    sunday = monday_of(today) + timedelta(days=DAYS_PER_WEEK - 1)
    last_day = today if is_of_today else sunday
    says = _words(easing.answer)
    if rules & OF_TODAY and not is_of_today:
        says = _("{today}; fewer sets until Sunday").format(today=says)
    return (
        Change(
            kind=ChangeKind.EASE,
            about=DAY,
            rule=easing.reasons[0].rule,
            because=together(reason.says for reason in easing.reasons),
            first_day=today,
            last_day=last_day,
            before=Work(says=_("All sets")),
            after=Work(says=says, sets_share=easing.sets_share),
            facts=" ".join([*sorted(rules), last_day.isoformat()]),
        ),
    )


def _words(answer: Answer) -> str:
    return {
        Answer.LESS: _("Fewer sets, the same weights"),
        Answer.HALVE: _("Half the sets for the legs, the same weights"),
        Answer.SWAP: _("The legs rest; the rest of the session stays"),
    }[answer]
