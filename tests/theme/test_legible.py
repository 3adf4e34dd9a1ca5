"""Every colour of a built-in theme stands out from every ground it is used on, and is what the theme asks for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from deckgen.theme import Theme, contrast, load_theme, names
from deckgen.theme.color import difference
from deckgen.theme.legibility import GRAPHICS, SHADES, TEXTS, faint, strayed
from deckgen.theme.ramp import STEPS

BOTH = {"clarity": (15.6, 5.9), "pulse": (17.9, 3.9), "gazette": (14.9, 7.5), "night": (16.7, 9.1)}
"""Contrast of text and of the emphasis colour on the page, as the design system states them."""


@pytest.fixture(params=names())
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_everything_can_be_read(theme: Theme) -> None:
    assert list(faint(theme)) == []
    assert list(strayed(theme)) == []


def test_contrasts_are_those_of_the_design_system(theme: Theme) -> None:
    found = tuple(round(contrast(theme.hex(role), theme.hex("page")), 1) for role in ("text", "accent"))
    assert found == BOTH[theme.name]


def test_shades_are_nearly_the_colours_the_theme_asks_for(theme: Theme) -> None:
    for role, name in SHADES.items():
        assert difference(theme.hex(role), theme.colors[name]) <= 3, role


def test_every_role_is_looked_at(theme: Theme) -> None:
    grounds = {ground for table in (TEXTS, GRAPHICS) for pair in table.values() for ground in pair}
    decorative = {"hairline", "on-brand-line"}
    movements = {"rise", "fall", "rise-text", "fall-text"}
    assert theme.roles.keys() == {*TEXTS, *GRAPHICS} | grounds | decorative | movements


def test_a_theme_that_cannot_be_read_is_found(theme: Theme) -> None:
    pale = replace(theme, colors={**theme.colors, "muted": theme.colors["page"]})
    assert {(found.role, found.ground) for found in faint(pale)} >= {("muted", "page")}


def test_in_chinese_markets_a_rise_is_red_and_good_stays_good(theme: Theme) -> None:
    chinese = replace(theme, semantics="cn-finance")
    assert (theme.hex("rise"), theme.hex("fall")) == (theme.colors["accent5"], theme.colors["accent6"])
    assert (chinese.hex("rise"), chinese.hex("fall")) == (theme.colors["accent6"], theme.colors["accent5"])
    assert chinese.roles["rise-text"] == theme.roles["fall-text"]
    assert chinese.roles["positive"] == theme.roles["positive"]


def test_the_weakest_step_of_the_ramp_can_be_told_from_the_page(theme: Theme) -> None:
    assert contrast(theme.hex("ramp-1"), theme.hex("page")) >= 1.3


def test_paper_is_light_in_every_theme(theme: Theme) -> None:
    assert contrast(theme.hex("paper"), "000000") >= 13


def test_only_night_is_dark(theme: Theme) -> None:
    assert theme.dark == (theme.name == "night")


def test_steps_of_the_ramp_run_one_way_and_can_be_told_apart(theme: Theme) -> None:
    steps = [theme.hex(f"ramp-{step}") for step in range(1, STEPS + 1)]
    away = [contrast(step, theme.hex("page")) for step in steps]
    assert away == sorted(away)
    assert all(contrast(one, other) >= 1.2 for one, other in pairwise(steps))
