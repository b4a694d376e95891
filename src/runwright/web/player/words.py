"""Every word the player says, so that one catalogue translates pages and player alike."""

from runwright.domain.words import _


def player_words() -> dict[str, str]:
    """Return the words by the names the modules call them."""
    return {
        **_doing(),
        **_logging(),
        **_hurting(),
        **_choosing(),
        **_before(),
        **_after(),
        **waiting_words(),
    }


def _doing() -> dict[str, str]:
    return {
        "done": _("Done"),
        "start": _("Start"),
        "start_now": _("Start now"),
        "stop_early": _("Stop here"),
        "start_next": _("Start"),
        "skip": _("Skip"),
        "it_hurts": _("It hurts"),
        "back": _("Back"),
        "swap": _("Swap"),
        "pause": _("Pause"),
        "resume": _("Go on"),
        "leave_page": _("Leave the session. Your place is kept."),
        "voice": _("Voice and beeps"),
        "still_figure": _("Stop the moving figure"),
        "progress": _("Session"),
        "min_left": _("{n} min left"),
        "sets_of": _("{n} of {of} sets"),
        "left": _("left"),
        "right": _("right"),
        "left_side": _("Left side"),
        "right_side": _("Right side"),
        "switch": _("Switch sides."),
        "get_ready": _("Get ready"),
        "hold": _("Hold"),
        "rest": _("Rest"),
        "rest_over": _("Rest is over"),
        "place": _("{label}, set {n} of {of}"),
        "ramp_place": _("{label}, lighter set first"),
        "next_place": _("Next: {place}"),
        "target": _("to do"),
        "tempo": _("down, hold, up"),
        "leave_reserve": _("leave {n} in reserve"),
        "leave_more": _("easy on purpose: leave {n} or more in reserve"),
        "ramp_easy": _("easy, to get ready"),
        "your_load": _("your load"),
        "last_time": _("last time"),
        "body_weight": _("body weight"),
        "each_side": _("each side"),
        "hold_each": _("hold each {s} s"),
        "more": _("More on how"),
        "feel": _("You feel"),
        "fault": _("Watch for"),
        "s": _("s"),
        "m": _("m"),
        "kg": _("kg"),
        "lb": _("lb"),
        "steps": _("steps"),
        "contacts": _("contacts"),
        "reps": _("reps"),
        "reps_aloud": _("repetitions"),
        "s_aloud": _("seconds"),
        "m_aloud": _("metres"),
        "then": _("Then: {what}"),
        "then_done": _("Then it is done"),
        "other_next": _("Something else"),
    }


def _logging() -> dict[str, str]:
    return {
        "what_you_did": _("what you did"),
        "reps_field": _("Reps"),
        "hold_s_field": _("Seconds"),
        "distance_m_field": _("Metres"),
        "contacts_field": _("Contacts"),
        "load": _("Load"),
        "step_size": _("steps of {n}"),
        "step_size_now": _("Steps of {n}. Press for another size."),
        "more_possible": _("More you could have done"),
        "aim": _("aim {n}"),
        "aim_more": _("{n} or more"),
        "heavier_next": _("That left more than was asked for. The next sets may be heavier."),
        "lighter_next": _("That was too much. Make the next sets lighter."),
        "take_weight": _("Take {load}"),
        "stay_at": _("Stay at {load}"),
        "weight_taken": _("The next sets: {load}."),
        "less_of": _("{name} {aside}: {n} less"),
        "more_of": _("{name} {aside}: {n} more"),
        "less_rest": _("{n} seconds less"),
        "more_rest": _("{n} seconds more"),
        "reps_short": _("reps"),
        "hold_s_short": _("s"),
        "distance_m_short": _("m"),
        "contacts_short": _("contacts"),
    }


def _hurting() -> dict[str, str]:
    return {
        "hurts_title": _("What hurts?"),
        "stop_this": _("Stop this one."),
        "where": _("Where"),
        "elsewhere": _("Somewhere else"),
        "where_is": _("{name}. Change"),
        "which_side": _("Which side"),
        "both_or_middle": _("both, or middle"),
        "how_much": _("How much"),
        "pain_scale": _("0 none, 10 worst"),
        "pain_limits": _(
            "Up to {green} go on, up to {amber} add nothing, above stop. Coach default for this "
            "tissue, rule G07."
        ),
        "note_and_go_on": _("Note it and go on"),
        "instead": _("Instead"),
        "if_easy": _("Instead, if it feels easy"),
        "swap_go_on": _("Swap and go on"),
        "leave_it_out": _("Leave this exercise out"),
        "end_here": _("End the session here"),
        "pain_because": _("Pain: {region}, {n} of 10"),
        "sore_here": _("{region}: {n} of 10 today. This one works there."),
        "swap_or_leave": _("Take another one"),
        "see_someone": _(
            "See someone if you cannot put weight on it, if it swells, or if it hurts at night."
        ),
    }


def _choosing() -> dict[str, str]:
    return {
        "skip_title": _("Skip"),
        "skip_set_lead": _("Only this set; the next one stays."),
        "skip_set": _("Skip this set"),
        "leave_out": _("Leave the exercise out"),
        "leave_lead": _("Say why, and the plan can answer to it."),
        "no_time": _("No time"),
        "no_kit": _("Kit not here"),
        "too_hard": _("Too hard today"),
        "not_today": _("Not today"),
        "something_hurts": _("Something hurts"),
        "swap_title": _("Something else"),
        "swap_lead": _("Same kind of movement, with the sets it asks for."),
        "no_swap": _("Nothing fits your kit and your body here. Leave it out instead."),
        "easier": _("Easier"),
        "planned": _("As planned"),
        "alike": _("Alike"),
        "do_this": _("Do this one"),
    }


def _before() -> dict[str, str]:
    return {
        "ready_title": _("What is coming"),
        "go_on_title": _("Go on where you were"),
        "go_on_lead": _("{n} sets are kept on this phone."),
        "how_long": _("How long have you got"),
        "min": _("{n} min"),
        "in_turn": _("In turn, set by set"),
        "coach_default": _(
            "Loads are yours to choose: stop with the repetitions in reserve that are asked for."
        ),
        "start_session": _("Start, {n} min"),
        "start_over": _("Start over"),
        "end_there": _("It ended there"),
        "done_title": _("This one is done"),
        "done_effort": _("Effort {n} of 10."),
        "done_in_diary": _("It is in your diary."),
        "done_waits": _("It is kept on this phone, and not in your diary yet."),
        "do_again": _("Do it again"),
        "change_it": _("Change what is written"),
        "take_as_file": _("Take it along as a file"),
        "bring_back": _("Bring one back"),
        "locked_title": _("This waits"),
        "locked_kept": _("{n} sets of this session are kept."),
        "locked_end": _("End it here, and keep them"),
        "opens_when": _("Opens when"),
        "what_lifts": _("What lifts it"),
        "no_script_title": _("This session is not here"),
        "no_script": _(
            "It is not kept on this phone, and the app did not answer with it. Open Today once "
            "with a connection, and the next days are kept."
        ),
        "to_today": _("To today"),
    }


def _after() -> dict[str, str]:
    return {
        "ended": _("How was it?"),
        "ended_pain": _("Good that you stopped."),
        "end_lead": _("{n} sets in {min} min."),
        "effort": _("Effort of the whole session"),
        "effort_scale": _("0 to 10"),
        "effort_0": _("0 rest"),
        "effort_5": _("5 hard"),
        "effort_10": _("10 all there was"),
        "pains": _("Pain"),
        "no_pains": _("None told."),
        "add_pain": _("Something hurts"),
        "pain_line": _("{region}: {n} of 10"),
        "note": _("Note"),
        "optional": _("if you like"),
        "minutes_field": _("Minutes it took"),
        "without_breaks": _("without long breaks"),
        "your_sets": _("Your sets"),
        "keep": _("Keep it"),
        "not_finished": _("Not finished yet"),
        "kept_title": _("Kept on this phone"),
        "in_diary_title": _("In your diary"),
        "asks_tomorrow": _("Tomorrow morning the check-in asks how it feels."),
        "sending": _("Sending it to your diary."),
        "in_diary": _("Every set is there, once."),
        "sign_in": _("Sign in"),
        "other": _("Kept on this phone."),
        "alone": _(
            "Keep it as a file or as text, and bring that to the app: open this session there and "
            "choose Bring one back."
        ),
        "try_again": _("Try again"),
    }


def waiting_words() -> dict[str, str]:
    """Return the words for what a phone keeps, which every page of the app may have to say."""
    return {
        "left_here": _("You are in the middle of \u201c{title}\u201d of {day}."),
        "go_on": _("Go on"),
        "offline": _("Kept on this phone, will be sent when there is a connection."),
        "sign-in": _("Kept on this phone. Sign in again, and it will be sent."),
        "refused": _("The diary could not take it. It stays on this phone; keep it as a file too."),
        "refused_one": _("{day}, {n} sets."),
        "as_file": _("Keep it as a file"),
        "as_text": _("As text to paste"),
        "as_text_lead": _("Send it to yourself and paste it where you bring a session back."),
        "copy": _("Copy"),
        "copied": _("Copied."),
        "discard": _("Discard it"),
        "discard_sure": _("Discard it? Its {n} sets are nowhere else."),
        "discard_yes": _("Discard"),
        "discard_no": _("Keep it here"),
        "discarded": _("Discarded."),
        "undo": _("Undo"),
    }
