"""A theme of one's own: a file beside the outline that changes what it names and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import deckgen
from deckgen.cli import commands
from deckgen.compiler import compile_file
from deckgen.outline import theme_colors
from deckgen.theme import Theme, load_theme
from deckgen.theme.legibility import GRAPHICS, TEXTS
from tests.decks import FLAGSHIP, ROOT, Package

OUTLINE = """
deck: {title: 季度复盘, theme: ./our-brand.yaml}
slides:
  - layout: kpi-row
    title: 三个数字说明这个季度
    items:
      - {value: 30, unit: 亿, label: 下载量, delta: +12%}
      - {value: 12, unit: 亿, label: 月活, delta: -3%}
      - {value: 92, unit: 元, label: 获客成本, delta: +18%, better: down}
    source: 示例数据
"""
BRAND = """
base: clarity
name: Meridian
name_zh: 远洋
colors: {accent1: "#b3201f", brand: 3A0F12}
fonts: {latin: Calibri, ea: 思源黑体}
radius: 6
"""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "outline.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    return path


def themed(outline: Path, brand: str) -> Theme:
    """Return the theme of an outline with a theme file beside it, which must have no mistakes."""
    (outline.parent / "our-brand.yaml").write_text(brand, encoding="utf-8")
    compiled = compile_file(outline)
    assert [problem for problem in compiled.problems if problem.severity == "error"] == []
    assert compiled.setting
    return compiled.setting.theme


def test_it_changes_what_it_names(outline: Path) -> None:
    theme, base = themed(outline, BRAND), load_theme("clarity")
    assert theme.colors == {**base.colors, "accent1": "B3201F", "brand": "3A0F12"}
    assert (theme.name, theme.name_zh, theme.radius, theme.motif) == ("Meridian", "远洋", 6, base.motif)


def test_it_is_the_theme_of_the_file_and_builds_equal_bytes(outline: Path) -> None:
    themed(outline, BRAND)
    deck = Package(deckgen.load(outline).to_bytes())
    part = deck.parts["ppt/theme/theme1.xml"].decode()
    assert 'name="远洋"' in part
    assert '<a:accent1><a:srgbClr val="B3201F"/>' in part
    assert set(re.findall(r'latin typeface="([^"]*)"', part)) == {"Calibri"}
    assert deckgen.load(outline).to_bytes() == deckgen.load(outline).to_bytes()


def test_an_empty_change_is_the_base(outline: Path) -> None:
    theme = themed(outline, "base: gazette\n")
    base = load_theme("gazette")
    assert (theme.colors, theme.fonts, theme.radius, theme.motif) == (base.colors, base.fonts, base.radius, base.motif)
    assert (theme.name, theme.name_zh) == ("our-brand", "our-brand")


def test_titles_follow_the_text_where_the_base_has_one_face_for_both(outline: Path) -> None:
    one = themed(outline, "base: clarity\nfonts: {latin: Calibri, ea: 思源黑体}\n").fonts
    assert (one["latin_heads"], one["ea_heads"]) == ("Calibri", "思源黑体")
    two = themed(outline, "base: gazette\nfonts: {latin: Calibri}\n").fonts
    assert (two["latin"], two["latin_heads"], two["ea_heads_fallback"]) == ("Calibri", "Georgia", "宋体")
    own = themed(outline, "base: gazette\nfonts: {ea_heads: 方正小标宋}\n").fonts
    assert own["ea_heads"] == "方正小标宋"
    assert "ea_heads_fallback" not in own, "the base's belongs to its own face"


def test_a_page_that_is_darker_than_its_text_makes_a_dark_theme(outline: Path) -> None:
    dark = (
        'base: night\ncolors: {page: "101010", surface: "1E1E1E", brand: "1E1E1E", muted: B8B8B8, hairline: "3C3C3C"}\n'
    )
    assert themed(outline, dark).dark


def colors_of_changes(outline: Path, theme: str, semantics: str) -> list[str]:
    text = OUTLINE.replace(
        "theme: ./our-brand.yaml", f"theme: {theme}" + (f", semantics: {semantics}" if semantics else "")
    )
    outline.write_text(text, encoding="utf-8")
    compiled = compile_file(outline)
    assert compiled.setting
    runs = [
        run
        for item in compiled.scenes[0].items
        for paragraph in getattr(item, "paragraphs", ())
        for run in paragraph.runs
        if run.text[0] in "▲▼"
    ]
    return [compiled.setting.theme.roles[run.color].slot for run in runs]


def test_movements_take_the_colours_of_their_market(outline: Path) -> None:
    green, red = "accent5", "accent6"
    assert colors_of_changes(outline, "clarity", "") == [green, red, red], "a rise of costs is bad"
    assert colors_of_changes(outline, "clarity", "cn-finance") == [red, green, red]
    (outline.parent / "our-brand.yaml").write_text("base: clarity\nsemantics: cn-finance\n", encoding="utf-8")
    assert colors_of_changes(outline, "our-brand.yaml", "") == [red, green, red]
    assert colors_of_changes(outline, "our-brand.yaml", "western") == [green, red, red], "the deck has the last word"


def test_every_role_that_can_be_faint_has_a_name() -> None:
    roles = {*TEXTS, *GRAPHICS} | {
        ground for table in (TEXTS, GRAPHICS) for grounds in table.values() for ground in grounds
    }
    assert theme_colors.NAMES.keys() == roles


def test_the_example_has_no_mistakes() -> None:
    compiled = compile_file(FLAGSHIP, str(ROOT / "examples" / "our-brand.yaml"))
    assert compiled.setting
    assert compiled.setting.theme.name_zh == "港湾"
    assert {problem.code for problem in compiled.problems} == {"pending"}


def test_the_option_takes_a_file_from_the_working_folder(
    outline: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "brands"
    elsewhere.mkdir()
    (elsewhere / "blue.yaml").write_text("base: clarity\nname: Blue\n", encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    run = CliRunner().invoke
    target = tmp_path / "deck.pptx"
    assert run(commands, ["build", str(outline), "--theme", "blue.yaml", "-o", str(target)]).exit_code == 0
    assert 'name="Blue"' in Package(target.read_bytes()).parts["ppt/theme/theme1.xml"].decode()
    refused = run(commands, ["build", str(outline), "--theme", "bleu.yaml"])
    assert refused.exit_code == 2
    assert "bleu.yaml" in refused.output


def test_a_mistake_in_a_theme_hides_none_on_the_slides(outline: Path) -> None:
    (outline.parent / "our-brand.yaml").write_text("base: clarity\nradius: round\n", encoding="utf-8")
    outline.write_text(OUTLINE + "  - {layout: bullets, title: 一句话, items: [只有一条]}\n", encoding="utf-8")
    places = [Path(problem.span.file).name for problem in compile_file(outline).problems if problem.span]
    assert sorted(set(places)) == ["our-brand.yaml", "outline.yaml"]
