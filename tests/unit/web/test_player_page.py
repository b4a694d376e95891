"""The player's page and files: one page for every session, modules by edition, a worker."""

import json
import re

from runwright.web.player.files import WORKER, edition, modules
from runwright.web.player.words import player_words


def test_one_page_serves_every_session_so_that_one_copy_serves_them_offline(signed_in, sample):
    pages = [signed_in.get(path).content.decode() for path in ("/do/", "/do/any-session/")]
    page = pages[0]

    assert pages[0] == pages[1]
    assert edition() in page
    assert "<script>" not in page


def test_without_a_runner_the_player_leads_to_the_first_page(signed_in):
    assert signed_in.get("/do/any/").url == "/start/"


def test_modules_of_this_edition_may_be_kept_and_others_not(client, db):
    now = client.get(f"/player/{edition()}/main.js")

    assert "immutable" in now["Cache-Control"]
    assert client.get("/player/older/main.js")["Cache-Control"] == "no-store"
    assert client.get(f"/player/{edition()}/other.js").status_code == 404


def test_the_worker_knows_every_file_of_the_player(client, db):
    text = client.get("/sw.js").content.decode()
    told = json.loads(re.search(r"const TOLD = (\{.*\});", text).group(1))

    assert told["edition"] == edition()
    for name in modules():
        assert (f"/player/{edition()}/{name}" in told["files"]) == (name != WORKER)
    for path in told["files"]:
        answer = client.get(path)
        answer.close()
        assert answer.status_code == 200


def test_every_word_the_modules_ask_for_is_there_and_no_other():
    text = "".join(modules().values())
    keys = set(player_words())
    asked = set(re.findall(r'say\(\s*"([\w-]+)"', text))

    assert asked <= keys
    assert all(re.search(rf"\b{re.escape(key.split('_')[0])}", text) for key in keys)
