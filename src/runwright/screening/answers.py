"""What the safety questions were answered, and what no answer means: never the safe one."""

from datetime import date, timedelta
from string import Formatter

from runwright.domain.home_test import AnswerUse, Asked, SafetyQuestion
from runwright.domain.runner import Sex
from runwright.screening.pain import Suspicion, asks_about_bone, bone_suspicion
from runwright.screening.subject import RuleParameters, Subject


def answer(seen: Subject, question: SafetyQuestion) -> bool | None:
    """Return the answer that holds today; None where there is none.

    Facts told elsewhere answer too (age, pregnancy, weeks since a birth). Answers older than rule
    G01 lets them be are forgotten, unless they are the cautious ones.
    """
    told = _told_elsewhere(seen, question.id)
    if told is None:
        told = seen.runner.safety.get(question.id)
    if told is None or told is _cautious_answer(question) or not _is_out_of_date(seen, question):
        return told
    return None


def standing_answer(seen: Subject, question: SafetyQuestion) -> bool | None:
    """Return the answer that need not be asked again; None where it ran out or came too early.

    An answer that takes back another came too early when the other was given after it.
    """
    told = answer(seen, question)
    closed = (seen.questions[one] for one in question.opens)
    if told is True and any(
        _has_closing_answer(seen, one) and not _opens(seen, question, one) for one in closed
    ):
        return None
    return told


def applies(seen: Subject, question: SafetyQuestion) -> bool:
    """Whether the question is asked of this runner."""
    too_old = (
        question.to_age is not None
        and seen.runner.age is not None
        and seen.runner.age > question.to_age
    )
    return not too_old and _is_asked(seen, question)


def is_closing(seen: Subject, question: SafetyQuestion) -> bool:
    """Whether the answer closes the gate, and nothing has opened it again."""
    if not _has_closing_answer(seen, question):
        return False
    openers = [one for one in seen.questions.values() if question.id in one.opens]
    return not openers or not all(_opens(seen, opener, question) for opener in openers)


def closing_questions(seen: Subject, rule_id: str) -> tuple[SafetyQuestion, ...]:
    """Questions of a rule whose answers keep its gate closed."""
    return tuple(
        question
        for question in seen.questions.values()
        if question.rule == rule_id and is_closing(seen, question)
    )


def open_questions(seen: Subject) -> tuple[SafetyQuestion, ...]:
    """Questions this runner should still answer, in the order they are asked."""
    return tuple(
        question
        for question in seen.questions.values()
        if (
            _is_open_for_a_pain(seen, question)
            if question.asked is Asked.EACH_PAIN
            else applies(seen, question) and standing_answer(seen, question) is None
        )
    )


def keeps_light(question: SafetyQuestion) -> bool:
    """Whether the plan stays light while this question has no answer (rule G01)."""
    return question.required and question.use is not AnswerUse.OPENS


def bone_doubts(seen: Subject) -> tuple[Suspicion, ...]:
    """What the bone questions say of each pain, in the order of the pains (rule G03)."""
    raised = any(
        answer(seen, question) is True
        for question in seen.questions.values()
        if question.asked is Asked.HURTS
    )
    return tuple(
        bone_suspicion(pain, seen.regions, seen.rules["G07"], raised=raised)
        if any(asks_about_bone(question, pain) for question in seen.questions.values())
        else Suspicion.NO
        for pain in seen.runner.pains
    )


def filled(text: str, parameters: RuleParameters) -> str:
    """Return `text` with the rule's numbers in their places."""
    names = [name for _, name, _, _ in Formatter().parse(text) if name]
    return text.format(**{name: getattr(parameters, name) for name in names})


def _told_elsewhere(seen: Subject, question_id: str) -> bool | None:
    runner = seen.runner
    if question_id == "pregnant" and runner.pregnant:
        return True
    if question_id == "gave_birth" and runner.weeks_since_birth is not None:
        return True
    if runner.age is not None and question_id == "under_18":
        return runner.age < int(seen.rules["G14"].under_age)
    if runner.age is not None and question_id == "from_65":
        return runner.age >= int(seen.rules["G15"].from_age)
    return None


def _cautious_answer(question: SafetyQuestion) -> bool:
    if question.use is AnswerUse.CLOSES:
        return bool(question.closing)
    return question.use is AnswerUse.TELLS


def good_until(seen: Subject, question: SafetyQuestion) -> date | None:
    """Return the last day an answer holds (rule G01); None where nobody knows when it was given."""
    answered_on = seen.runner.safety_on.get(question.id, seen.history.answered_on)
    if answered_on is None:
        return None
    return answered_on + timedelta(days=int(seen.rules["G01"].valid_days))


def _is_out_of_date(seen: Subject, question: SafetyQuestion) -> bool:
    last = good_until(seen, question)
    return last is not None and seen.as_of > last


def _opens(seen: Subject, opener: SafetyQuestion, question: SafetyQuestion) -> bool:
    """Whether an answer takes back another; one given before it was about something else."""
    told_on = seen.runner.safety_on
    closed_on, opened_on = told_on.get(question.id), told_on.get(opener.id)
    if answer(seen, opener) is not True:
        return False
    return closed_on is None or (opened_on is not None and opened_on >= closed_on)


def _is_asked(seen: Subject, question: SafetyQuestion) -> bool:
    runner, when = seen.runner, question.asked
    if when is Asked.WHEN_CLOSED:
        return any(_has_closing_answer(seen, seen.questions[one]) for one in question.opens)
    if when is Asked.EACH_PAIN:
        return any(asks_about_bone(question, pain) for pain in runner.pains)
    asked = {
        Asked.ALWAYS: True,
        Asked.NOT_A_MAN: runner.sex is not Sex.MAN,
        Asked.AGE_NOT_TOLD: runner.age is None,
        Asked.PREGNANT: _is_told(seen, "pregnant"),
        Asked.AFTER_BIRTH: _is_told(seen, "gave_birth"),
        Asked.HURTS: any(pain.pain_0_10 > 0 for pain in runner.pains),
    }
    return asked[when]


def _is_told(seen: Subject, question_id: str) -> bool:
    question = seen.questions.get(question_id)
    return question is not None and answer(seen, question) is True


def _has_closing_answer(seen: Subject, question: SafetyQuestion) -> bool:
    return question.closing is not None and answer(seen, question) is question.closing


def _is_open_for_a_pain(seen: Subject, question: SafetyQuestion) -> bool:
    return any(
        doubt is Suspicion.UNKNOWN
        and asks_about_bone(question, pain)
        and getattr(pain, question.id) is None
        for pain, doubt in zip(seen.runner.pains, bone_doubts(seen), strict=True)
    )
