"""Another weight for the sets that are left: offered after a set, taken or not, and logged."""

import pytest

from tests.browser.playing import begin, go, go_to_the_end, keep, performed

SETS_BEFORE = 40


def weighed_places(page):
    """Sessions, and the places in them whose weight may change between their sets."""
    for script in page.request.get("/api/v1/scripts/?days=14").json()["scripts"]:
        items = [item for block in script["versions"][0]["blocks"] for item in block["items"]]
        for item in items:
            if item["prescribed"].get("set_to_set"):
                yield script, item["prescribed"]


def a_set(exercise):
    """Weight, repetitions and reserve of a set, and the weight that follows: more if it may be."""
    between = exercise["set_to_set"]
    loads = between["loads_kg"]
    bottom, top = next(one["reps"] for one in exercise["sets"] if "ramp_share" not in one)
    share = between["heavier"][0]["load_share"] if between.get("heavier") else 1
    for now in loads:
        fit = [one for one in loads if now < one <= now * share]
        if fit:
            return now, top, "5+", max(fit)
    return loads[1], bottom - 1, "1", loads[0]


def after_its_first_set(page, exercise):
    """Go on to the rest after the first working set of an exercise, its load field in sight."""
    logged = page.locator(".p-log")
    for _ in range(SETS_BEFORE):
        go(page)
        told = logged.get_by_role("heading", name=exercise["name"]).count()
        if told and logged.get_by_role("group", name="More you could have done").count():
            return logged
    pytest.fail(f"{exercise['name']} never comes")


def kg(load):
    return f"{load:g} kg"


def test_a_set_that_was_far_off_offers_another_weight_and_the_next_sets_have_it(phone):
    places = sorted(weighed_places(phone), key=lambda one: "heavier" not in one[1]["set_to_set"])
    script, exercise = places[0]
    now, reps, left, other = a_set(exercise)
    begin(phone, script)
    logged = after_its_first_set(phone, exercise)
    load = logged.get_by_role("spinbutton", name="Load kg")
    load.fill(f"{now:g}")
    load.blur()
    for field in logged.get_by_role("spinbutton", name="Reps").all():
        field.fill(str(reps))
        field.blur()
    logged.get_by_role("group", name="More you could have done").get_by_text(
        left, exact=True
    ).click()
    logged.get_by_role("button", name=f"Take {kg(other)}").click()
    logged.get_by_text(f"The next sets: {kg(other)}.").wait_for()
    assert logged.get_by_role("button", name=f"Stay at {kg(now)}").is_visible()

    go_to_the_end(phone)
    keep(phone)
    phone.get_by_role("heading", name="In your diary").wait_for()
    (session,) = performed(phone, script)
    loads = [
        one["load_kg"]
        for one in session["sets"]
        if one["exercise"] == exercise["exercise"] and not one.get("is_ramp")
    ]

    assert set(loads) == {now, other}
    assert loads == sorted(loads, reverse=other < now)
