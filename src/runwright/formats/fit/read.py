"""From the messages of a FIT file to the runs they tell of."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from runwright.domain.problem import Imported, Problem
from runwright.domain.run import RunSource
from runwright.domain.words import N_, _
from runwright.formats.fit.frames import Break
from runwright.formats.fit.messages import (
    ALTITUDE_FIELDS,
    DISTANCE_FIELDS,
    HEART_RATE_FIELD,
    Message,
    Survey,
    survey,
)
from runwright.formats.fit.records import track_of
from runwright.formats.from_track import recordings_of
from runwright.formats.imported import joined
from runwright.formats.plain import finite, one_line, positive
from runwright.formats.reasons import problem
from runwright.formats.recording import Recording
from runwright.formats.sports import Sport, is_indoor, sport_of
from runwright.formats.track import Track

FORMAT = "fit"
WORKOUT_RPE_PER_RPE = 10  # watches store effort times ten
QUARTER_HOUR = timedelta(minutes=15)  # every time zone is a multiple of it
WIDEST_ZONE = timedelta(hours=15)
NEARLY_ALL = 0.9  # watches stop writing points a little before and after the session
CONTENTS = {  # what else watches write, by the type in file_id
    "course": N_("a course"),
    "device": N_("facts about the device"),
    "goals": N_("goals"),
    "monitoring_a": N_("steps and pulse of a day"),
    "monitoring_b": N_("steps and pulse of a day"),
    "monitoring_daily": N_("steps and pulse of a day"),
    "schedules": N_("a schedule"),
    "segment": N_("a segment"),
    "settings": N_("settings"),
    "sport": N_("settings of a sport"),
    "totals": N_("totals"),
    "weight": N_("body weight"),
    "workout": N_("a planned workout"),
}
PARTS_OF_RACES = frozenset({"transition"})


def read_fit(data: bytes, label: str, now: datetime) -> Imported[Recording]:
    """Return the activities of a FIT file, and what was wrong with it.

    The watch's own summary wins; what it lacks is measured from the records. A broken file gives
    what stands before the break.

    Parameters
    ----------
    label
        File as the person knows it.
    now
        Aware; its zone is taken for watches that know the local time only.
    """
    seen = survey(data)
    damage = _damage(seen.broken, len(data), label)
    if not seen.of("session") and not seen.point_fields:
        return Imported(problems=(*damage, _no_activity(seen, label)))
    read = joined(_recordings(seen, data, label, now))
    return Imported(items=read.items, problems=(*damage, *read.problems))


def _damage(broken: Break, size: int, label: str) -> tuple[Problem, ...]:
    if broken.at is None:
        return ()
    place = _("byte {at} of {size}").format(at=broken.at, size=size)
    return (problem(FORMAT, "truncated" if broken.at_end else "broken", label, place=place),)


def _no_activity(seen: Survey, label: str) -> Problem:
    """Return what a FIT file without sessions and records is: settings, sleep, a workout."""
    kinds = [str(message.get("type")) for message in seen.of("file_id")]
    other = next((kind for kind in kinds if kind not in {"activity", "None"}), None)
    if other is None:
        return problem(FORMAT, "no-activity", label)
    content = _(CONTENTS[other]) if other in CONTENTS else one_line(other.replace("_", " "))
    return problem(FORMAT, "not-an-activity", label, content=content)


def _recordings(
    seen: Survey, data: bytes, label: str, now: datetime
) -> Iterable[Imported[Recording]]:
    clock = _Clock(seen, now)
    known = [_of_session(session, seen, label, clock) for session in seen.of("session")]
    told = [each for each in known if each.sport_told not in PARTS_OF_RACES]
    if known and all(_is_complete(each, seen.point_fields) for each in told):
        return [Imported(items=tuple(told))]
    track = track_of(data, has_compressed_times=seen.has_compressed_times)
    if not known:
        return [_measured(_of_sport(seen, label), track, now)]
    return [_completed(each, track, now, is_only=len(known) == 1) for each in told]


def _of_session(session: Message, seen: Survey, label: str, clock: "_Clock") -> Recording:
    """Return what a session message says of one activity."""
    rpe = finite(session.get("workout_rpe"))
    return replace(
        _of_sport(seen, label, session),
        started_at=clock.moment(session.get("start_time")),
        local_time_told=clock.knows_zone,
        duration_s=positive(session.get("total_timer_time"))
        or positive(session.get("total_elapsed_time")),
        elapsed_s=positive(session.get("total_elapsed_time")),
        distance_m=positive(session.get("total_distance")),
        ascent_m=finite(session.get("total_ascent")),
        mean_heart_rate_bpm=positive(session.get("avg_heart_rate")),
        max_heart_rate_bpm=positive(session.get("max_heart_rate")),
        rpe=rpe / WORKOUT_RPE_PER_RPE if rpe is not None else None,
    )


def _of_sport(seen: Survey, label: str, session: Message | None = None) -> Recording:
    """Return a recording that knows its sport, from its session or the file's sport message."""
    told = [message for message in (session, *seen.of("sport")) if message is not None]
    sport = _word(told, "sport")
    finer = _word(told, "sub_sport")
    is_strength = sport_of(finer) is Sport.STRENGTH
    return Recording(
        source=RunSource(label=label, format=FORMAT),
        sport=Sport.STRENGTH if is_strength else sport_of("run" if finer == "treadmill" else sport),
        sport_told=finer if sport in {"", "training", "generic"} and finer else sport,
        indoor=is_indoor(finer),
    )


def _word(messages: list[Message], name: str) -> str:
    """Return the first word the messages have for it; a number is one the profile lacks."""
    values = (message.get(name) for message in messages)
    return next(
        (one_line(value.replace("_", " ")) for value in values if isinstance(value, str)), ""
    )


def _is_complete(recording: Recording, point_fields: frozenset[int]) -> bool:
    """Whether the records could add nothing that the session does not say."""
    lacks_distance = recording.distance_m is None and point_fields & DISTANCE_FIELDS
    lacks_pulse = recording.mean_heart_rate_bpm is None and HEART_RATE_FIELD in point_fields
    lacks_climb = recording.ascent_m is None and point_fields & ALTITUDE_FIELDS
    lacks_time = recording.started_at is None or recording.duration_s is None
    is_run = recording.sport in {Sport.RUN, Sport.UNTOLD}
    return not is_run or not (lacks_distance or lacks_pulse or lacks_climb or lacks_time)


def _completed(
    known: Recording, track: Track, now: datetime, *, is_only: bool
) -> Imported[Recording]:
    """Return a session with what it lacks taken from its own points."""
    own = track if is_only else _between(track, known)
    if not _covers(own, known):
        return Imported(items=(known,))
    read = _measured(known, own, now)
    started_at = known.started_at
    if started_at is None:
        return read
    return Imported(
        items=tuple(replace(item, started_at=started_at) for item in read.items),
        problems=read.problems,
    )


def _covers(track: Track, known: Recording) -> bool:
    """Whether points were kept for nearly all of a session; sums over a part would be too small."""
    if len(track) == 0 or known.elapsed_s is None:
        return len(track) > 0
    return track.time_s[-1] - track.time_s[0] >= NEARLY_ALL * known.elapsed_s


def _measured(known: Recording, track: Track, now: datetime) -> Imported[Recording]:
    if len(track) == 0:
        return Imported(items=(known,))
    return recordings_of(track, known, now)


def _between(track: Track, known: Recording) -> Track:
    """Return the points of one of several sessions."""
    if known.started_at is None or known.elapsed_s is None:
        return Track()
    first_s = known.started_at.timestamp()
    last_s = first_s + known.elapsed_s
    return track.picked([at for at, at_s in enumerate(track.time_s) if first_s <= at_s <= last_s])


class _Clock:
    """The clock of the watch: what its times mean where it was worn.

    Attributes
    ----------
    knows_zone
        Whether the watch wrote its local time beside the moment.
    """

    def __init__(self, seen: Survey, now: datetime) -> None:
        activity = seen.of("activity")[-1] if seen.of("activity") else {}
        self._local, self._same = activity.get("local_timestamp"), activity.get("timestamp")
        self._zone = now.tzinfo
        offset = self._offset()
        self._watch_zone = None if offset is None else timezone(offset)
        counts_from_start = isinstance(self._local, datetime) and isinstance(self._same, int)
        self.knows_zone = offset is not None or counts_from_start

    def moment(self, value: object) -> datetime | None:
        """Return the moment of a FIT time.

        Below 0x10000000 it counts seconds since the watch was switched on; then the local time
        of another message tells when that was.
        """
        if isinstance(value, datetime):
            return value if self._watch_zone is None else value.astimezone(self._watch_zone)
        local, same = self._local, self._same
        if not isinstance(value, int) or not isinstance(local, datetime):
            return None
        if not isinstance(same, int):
            return None
        return local.replace(tzinfo=self._zone) - timedelta(seconds=same - value)

    def _offset(self) -> timedelta | None:
        """Return how far the watch's zone is from UTC; None where it does not say."""
        if not isinstance(self._local, datetime) or not isinstance(self._same, datetime):
            return None
        offset = QUARTER_HOUR * round((self._local - self._same) / QUARTER_HOUR)
        return offset if abs(offset) <= WIDEST_ZONE else None
