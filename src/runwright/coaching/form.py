"""Form that was rated: nothing as hard as the rated movement, or harder, before it is good (P03).

The one movement the knowledge base rates is the single-leg squat on video (A06). Easier exercises
of its pattern do not wait for it: they are the way there.
"""

from collections.abc import Collection

from runwright.coaching.known import Known
from runwright.domain.exercise import Exercise
from runwright.domain.screening import HomeTestFinding
from runwright.domain.words import _
from runwright.rules.registry import RuleBook

RATED = "single_leg_squat"  # the id of the test that counts faults, and of the movement it films


def form_words(findings: Collection[HomeTestFinding], book: RuleBook) -> str:
    """Return why harder single-leg squats wait; '' where the form is good enough, or not rated.

    The worse side counts, or the one that was rated.
    """
    p = book.parameters("P03")
    finding = next((one for one in findings if one.test == RATED), None)
    faults = [] if finding is None else [one for one in _told(finding) if one is not None]
    if not faults:
        return ""
    good = p.segments_scored - max(faults)
    if good >= p.quality_segments_min:
        return ""
    says = _(
        "Your single-leg squat on video had {good:g} of {scored} points good, {least} are wanted: "
        "the harder one waits until you film it again."
    )
    return says.format(good=good, scored=p.segments_scored, least=p.quality_segments_min)


def _told(finding: HomeTestFinding) -> tuple[float | None, ...]:
    return finding.left, finding.right, finding.value


def is_rated(exercise: Exercise, known: Known) -> bool:
    """Whether an exercise is of the rated pattern, and as hard as the rated movement or harder."""
    rated = known.exercises[RATED]
    return exercise.pattern == rated.pattern and exercise.level >= rated.level
