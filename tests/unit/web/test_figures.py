"""Figures come as files that a browser keeps for a year, and never under a wrong name."""

import gzip

import pytest

from runwright.figures import Show, fault_ids, figure_ids, home_test_ids
from runwright.web.figures import figure_url


def drawing(response) -> str:
    return gzip.decompress(response.content).decode()


def test_a_figure_is_an_image_that_is_kept_for_a_year(signed_in):
    response = signed_in.get(figure_url("goblet_squat", Show.STILL))

    assert response.status_code == 200
    assert response["Content-Type"].startswith("image/svg+xml")
    assert "immutable" in response["Cache-Control"]
    assert drawing(response).startswith("<svg")


def test_a_figure_without_its_edition_is_asked_for_again(signed_in):
    response = signed_in.get("/api/v1/figures/goblet_squat.svg")

    assert response["Cache-Control"] == "no-cache"
    assert "animate" in drawing(response)


def test_a_figure_has_the_body_and_colours_the_runner_chose(signed_in, sample):
    sample.palette = "umber"

    url = figure_url("goblet_squat", Show.STILL, sample)

    assert "rwf-umber" in drawing(signed_in.get(url))


@pytest.mark.parametrize(
    ("name", "show"),
    [(figure_ids()[0], Show.MOVING), (fault_ids()[0], Show.FAULT)]
    + [(f"test-{name}", Show.STILL) for name in home_test_ids()],
)
def test_movements_faults_and_home_tests_are_drawn(signed_in, name, show):
    assert signed_in.get(figure_url(name, show)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "goblet_squat.svg?show=sitting",
        "goblet_squat.svg?palette=green",
        "nobody_knows.svg",
        "test-nobody_knows.svg",
    ],
)
def test_what_is_not_drawn_is_not_found(signed_in, path):
    assert signed_in.get(f"/api/v1/figures/{path}").status_code == 404


def test_a_fault_nobody_drew_is_not_found(signed_in):
    undrawn = next(name for name in figure_ids() if name not in fault_ids())

    assert signed_in.get(figure_url(undrawn, Show.FAULT)).status_code == 404
