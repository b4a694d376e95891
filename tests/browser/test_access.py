"""Every page of the app, on a phone and a laptop, by day and by night, for whoever uses it."""

import re
from urllib.parse import urlsplit

import pytest

axe_module = pytest.importorskip("axe_playwright_python.sync_playwright")

ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast"]  # the rest is the same by night
LAPTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
PAGES_MOST = 60
FILES = re.compile(r"\.(svg|css|js|json|zip|html|toml|crt|ics|csv)$")
NAMED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[^/]*|(?<=/)[0-9]+(?=/)|(?<=library/)[^/]+/$")
TEXT_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def kind_of(path):
    """Addresses of one kind look alike without the days, numbers and names in them."""
    return NAMED.sub("*", path)


def pages_from(page):
    """One page of each kind that can be reached by links from Today."""
    seen, waiting = {}, ["/"]
    while waiting and len(seen) < PAGES_MOST:
        path = waiting.pop(0)
        if kind_of(path) in seen or FILES.search(path):
            continue
        response = page.goto(path)
        if response is None or "text/html" not in response.headers.get("content-type", ""):
            continue
        seen[kind_of(path)] = path
        links = page.eval_on_selector_all(
            "a[href]", "all => all.map((one) => new URL(one.getAttribute('href'), location).href)"
        )
        waiting += [
            urlsplit(one).path for one in links if urlsplit(one).netloc == urlsplit(page.url).netloc
        ]
    return list(seen.values())


def faults_of(page, path):
    """Everything wrong with a page on a phone, its colours by night, its width on a laptop."""
    faults = []
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size(PHONE)
    page.goto(path)
    faults += said(page, "phone", {"type": "tag", "values": ALL})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    faults += said(page, "by night", {"type": "rule", "values": COLOURS})
    for name, size in (("phone", PHONE), ("laptop", LAPTOP)):
        page.set_viewport_size(size)
        if page.evaluate(TEXT_TOO_WIDE) > 0:
            faults.append(f"{name}: wider than the screen")
    return [f"{path} {one}" for one in faults]


def said(page, where, rules):
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = axe_module.Axe().run(page, options=options).response["violations"]
    return [
        f"{where}: {one['id']}: {one['help']}: {[node['target'] for node in one['nodes'][:3]]}"
        for one in found
    ]


def test_no_page_keeps_anybody_out(phone):
    paths = pages_from(phone)

    assert len(paths) >= 20
    assert [fault for path in paths for fault in faults_of(phone, path)] == []


def test_pages_of_what_waits_keep_nobody_out(phone):
    phone.goto("/check-in/")
    phone.get_by_label("Something does").check()
    phone.get_by_text("Somewhere else").click()
    phone.locator("#region").select_option("bone_front_shin")
    phone.locator("[name=new_pain][value='3']").check()
    phone.get_by_text("Ill, or a warning sign?").click()
    phone.get_by_label("Do you have a fever today, or feel ill all over?").check()
    phone.get_by_role("button", name="Save, see today").click()
    phone.wait_for_url("**/heard/**")
    heard = urlsplit(phone.url).path
    script = "do/2026-01-01-heavy/"

    assert [
        fault
        for path in (heard, "/", "/safety/", "/season/", "/check-in/", "/you/body/", f"/{script}")
        for fault in faults_of(phone, path)
    ] == []
