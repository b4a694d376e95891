"""A session as one file, and the way back of what was done with it."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from runwright.web.player.alone import one_script
from runwright.web.player.files import WORKER, modules
from runwright.web.player.scripts import ScriptDesk
from tests.unit.web.test_api import SESSION, kept


def brought(client, content):
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post("/do/bring/", {"session": SimpleUploadedFile("session.json", text)})


def test_every_module_stands_in_the_one_script_once_and_imports_nothing():
    text = one_script()

    for name in modules():
        called = f"const m_{name.removesuffix('.js')} = (() => {{"
        assert text.count(called) == (name not in {WORKER, "keep.js"})
    assert not re.search(r"^(import|export) ", text, re.MULTILINE)


def test_the_file_asks_nothing_of_anybody_and_holds_script_and_figures(signed_in, sample):
    desk = ScriptDesk(sample)
    script = desk.days(desk.today, 5)[0]
    answer = signed_in.get(f"/do/{script.id}/session.html")
    page = answer.content.decode()

    assert f'filename="runwright-{script.id}.html"' in answer["Content-Disposition"]
    assert not re.search(r'(src|href)="(?!#)', page)
    for item in script.versions[0].blocks[0].items:
        assert f'id="figure-{item.prescribed.exercise}"' in page


def test_a_session_that_is_not_in_the_plan_has_no_file(signed_in, sample):
    assert signed_in.get("/do/2020-01-01-foundation/session.html").status_code == 404


def test_a_session_that_is_brought_back_is_written_down_once(signed_in, sample):
    for _ in range(2):
        assert brought(signed_in, SESSION).url == f"/diary/{SESSION['id']}/"

    assert kept().count() == 1


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"[]", SESSION | {"minutes": "x"}, b"{" * 2_100_000]
)
def test_a_file_that_is_no_session_is_refused_in_words(signed_in, sample, content):
    answer = brought(signed_in, content)

    assert answer.status_code == 422
    assert "Not written down yet." in answer.content.decode()
    assert kept().count() == 0


def test_without_a_file_one_is_told_to_choose_it(signed_in, sample):
    assert (
        "Choose the file or paste the text first." in signed_in.post("/do/bring/").content.decode()
    )
