"""The commands, run as a person runs them."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import deckgen
from deckgen.cli import commands, main
from deckgen.layouts import layout_names
from deckgen.outline.schema_file import SCHEMA_FILE
from tests.decks import ROOT, Package

GOOD = """\
deck: {title: Quarterly review, lang: en-US}
slides:
  - layout: bullets
    title: Two things made the quarter
    items: [A first thing, A second thing]
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "review.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def test_build_writes_the_deck_beside_the_outline(outline: Path) -> None:
    result = run("build", outline)
    assert result.exit_code == 0, result.output
    assert Package(outline.with_suffix(".pptx").read_bytes()).named("ppt/slides/") == ["ppt/slides/slide1.xml"]


def test_build_reports_one_line_per_slide_and_the_totals(outline: Path) -> None:
    lines = run("build", outline).output.splitlines()
    assert lines[0].split()[:2] == ["1", "bullets"]
    assert "review.pptx: 1 slides" in lines[-1]


def test_build_in_chinese_for_a_chinese_outline(tmp_path: Path) -> None:
    path = tmp_path / "复盘.yaml"
    path.write_text(
        "deck: {title: 复盘}\nslides:\n  - {layout: bullets, title: 两件事, items: [甲, 乙]}\n", encoding="utf-8"
    )
    assert "1 张幻灯片" in run("build", path, "-o", tmp_path / "复盘.pptx").output


def test_theme_option_overrides_the_outline(outline: Path, tmp_path: Path) -> None:
    for theme in ("clarity", "pulse"):
        assert run("build", outline, "--theme", theme, "-o", tmp_path / f"{theme}.pptx").exit_code == 0
    parts = [
        Package((tmp_path / f"{theme}.pptx").read_bytes()).parts["ppt/theme/theme1.xml"]
        for theme in ("clarity", "pulse")
    ]
    assert b"0B5FD0" in parts[0]
    assert b"E8472B" in parts[1]


@pytest.mark.parametrize(
    "arguments",
    [["build"], ["build", "missing.yaml"], ["build", "x", "--wrong"], ["nonsense"], ["layouts", "nonsense"]],
    ids=" ".join,
)
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_unknown_theme_is_wrong_usage_and_names_the_themes(outline: Path) -> None:
    result = run("build", outline, "--theme", "puls")
    assert result.exit_code == 2
    assert "pulse" in result.output


def test_problems_in_the_outline_are_1_and_nothing_is_written(outline: Path) -> None:
    outline.write_text(GOOD.replace("title: Two", "titel: Two"), encoding="utf-8")
    target = outline.with_suffix(".pptx")
    target.write_bytes(b"the old deck")
    result = run("build", outline)
    assert result.exit_code == 1
    assert "titel" in result.output
    assert "Traceback" not in result.output
    assert target.read_bytes() == b"the old deck"


def failing(error: Exception) -> object:
    def refuse(*_: object, **__: object) -> None:
        raise error

    return refuse


@pytest.mark.parametrize(
    ("step", "error", "word"),
    [
        ("os.fsync", OSError(errno.ENOSPC, "No space left on device"), "full"),
        ("os.replace", PermissionError(errno.EACCES, "Access denied"), "PowerPoint"),
        ("tempfile.mkstemp", PermissionError(errno.EACCES, "Permission denied"), "cannot be written"),
    ],
    ids=["disk full", "open in PowerPoint", "no permission"],
)
def test_a_machine_that_fails_is_3_and_the_old_deck_stays(
    outline: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError, word: str
) -> None:
    target = outline.with_suffix(".pptx")
    target.write_bytes(b"the old deck")
    monkeypatch.setattr(step, failing(error))
    result = run("build", outline)
    assert result.exit_code == 3
    assert word in result.output
    assert "Traceback" not in result.output
    monkeypatch.undo()
    assert target.read_bytes() == b"the old deck"
    assert sorted(path.name for path in outline.parent.iterdir()) == ["review.pptx", "review.yaml"]


def test_a_missing_folder_is_3(outline: Path, tmp_path: Path) -> None:
    result = run("build", outline, "-o", tmp_path / "nowhere" / "deck.pptx")
    assert result.exit_code == 3
    assert "nowhere" in result.output


def test_check_writes_nothing(outline: Path) -> None:
    result = run("check", outline)
    assert (result.exit_code, result.output.strip()) == (0, "No problems, 1 slides.")
    assert not outline.with_suffix(".pptx").exists()


def test_check_as_json_has_the_promised_fields(outline: Path) -> None:
    outline.write_text(GOOD.replace("bullets", "bullet"), encoding="utf-8")
    result = run("check", outline, "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)
    assert set(problem) == {"file", "line", "column", "code", "severity", "message", "hint", "fixable"}
    assert (problem["line"], problem["column"], problem["code"]) == (3, 13, "unknown-layout")
    assert "bullets" in problem["hint"]


def test_check_for_github(outline: Path) -> None:
    outline.write_text(GOOD.replace("bullets", "bullet"), encoding="utf-8")
    assert run("check", outline, "--format", "github").stdout.startswith(f"::error file={outline},line=3,col=13")


DAMAGED = GOOD.replace("title: Two", "titel: Two").replace("layout: ", "layout：") + "    lbl: x\n"


def test_check_fix_mends_the_file_and_reports_the_rest(outline: Path) -> None:
    outline.write_text(DAMAGED, encoding="utf-8")
    outline.chmod(0o640)
    result = run("check", outline, "--fix")
    assert result.exit_code == 1
    assert outline.read_text(encoding="utf-8") == GOOD + "    lbl: x\n"
    assert outline.stat().st_mode & 0o777 == 0o640
    assert result.stdout.splitlines() == [
        "Mended 2 problems:",
        f"  {outline}:3:11: [fullwidth-colon] The name of the field is followed by a full-width colon.",
        f"  {outline}:4:5: [unknown-field] The layout bullets has no field “titel”.",
    ]
    assert "lbl" in result.stderr
    assert "can be mended" not in result.stderr


def test_check_fix_on_a_sound_outline_does_not_write(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.replace", failing(AssertionError("written")))
    result = run("check", outline, "--fix")
    assert result.exit_code == 0
    assert result.output.splitlines() == ["Nothing can be mended with certainty.", "No problems, 1 slides."]


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"]], ids=" ".join)
def test_check_diff_shows_the_changes_and_writes_nothing(outline: Path, options: list[str]) -> None:
    outline.write_text(DAMAGED, encoding="utf-8")
    result = run("check", outline, *options)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:2] == [f"--- {outline}", f"+++ {outline}"]
    changed = [line for line in result.stdout.splitlines()[2:] if line[0] in "+-"]
    assert changed == [
        "-  - layout：bullets",
        "-    titel: Two things made the quarter",
        "+  - layout: bullets",
        "+    title: Two things made the quarter",
    ]
    assert outline.read_text(encoding="utf-8") == DAMAGED


def test_check_diff_is_0_where_nothing_can_be_mended(outline: Path) -> None:
    outline.write_text(GOOD + "    lbl: x\n", encoding="utf-8")
    result = run("check", outline, "--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_says_what_can_be_mended(outline: Path) -> None:
    outline.write_text(DAMAGED, encoding="utf-8")
    assert "2 of them can be mended with --fix" in run("check", outline).stderr
    found = json.loads(run("check", outline, "--format", "json").stdout)
    assert [(problem["line"], problem["code"], problem["fixable"]) for problem in found] == [
        (3, "fullwidth-colon", True),
        (4, "unknown-field", True),
        (6, "unknown-field", False),
    ]


def test_check_fix_as_json_lists_what_is_left(outline: Path) -> None:
    outline.write_text(DAMAGED, encoding="utf-8")
    result = run("check", outline, "--fix", "--format", "json")
    assert [problem["code"] for problem in json.loads(result.stdout)] == ["unknown-field"]
    assert "Mended 2 problems" in result.stderr


def test_check_fix_follows_a_link_to_the_outline(outline: Path, tmp_path: Path) -> None:
    outline.write_text(DAMAGED, encoding="utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(outline)
    run("check", link, "--fix")
    assert link.is_symlink()
    assert "title: Two" in outline.read_text(encoding="utf-8")


def test_check_fix_does_not_write_over_what_another_program_wrote(
    outline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import deckgen.fix

    outline.write_text(DAMAGED, encoding="utf-8")
    fix_file = deckgen.fix.fix_file

    def slow(*arguments: object, **options: object) -> object:
        fixed = fix_file(*arguments, **options)  # type: ignore[arg-type]  # passed on as they are
        outline.write_text(GOOD, encoding="utf-8")
        return fixed

    monkeypatch.setattr("deckgen.fix.fix_file", slow)
    result = run("check", outline, "--fix")
    assert result.exit_code == 3
    assert "was changed by another program" in result.output
    assert outline.read_text(encoding="utf-8") == GOOD


def test_an_outline_that_cannot_be_written_is_3_and_stays(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline.write_text(DAMAGED, encoding="utf-8")
    monkeypatch.setattr("os.replace", failing(PermissionError(errno.EACCES, "Access denied")))
    result = run("check", outline, "--fix")
    assert result.exit_code == 3
    assert "What was there is untouched" in result.output
    assert outline.read_text(encoding="utf-8") == DAMAGED


def test_layouts_as_json_lists_every_layout() -> None:
    listed = json.loads(run("layouts", "--format", "json").output)
    assert [layout["name"] for layout in listed] == layout_names()
    for layout in listed:
        assert {"name", "name_zh", "summary", "fields"} <= set(layout)
        assert all(field["name_zh"] and field["description"] for field in layout["fields"])


def test_layouts_shows_fields_and_example_of_one() -> None:
    output = run("layouts", "kpi-row").output
    assert "items*" in output
    assert "layout: kpi-row" in output


def test_layouts_speak_chinese_in_a_chinese_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    output = run("layouts", "kpi-row").output
    assert "两到六个大数字排成一排" in output
    assert "label*               指标：这个数字统计的是什么，用几个字。 [≤14]" in output
    assert "What the number" not in output
    assert "封面  第一页：讲什么，讲给谁听，由谁来讲。" in run("layouts").output


def test_schema_prints_the_language_or_one_layout(tmp_path: Path) -> None:
    assert run("schema").stdout == SCHEMA_FILE.read_text(encoding="utf-8")
    assert json.loads(run("schema", "封面").stdout)["title"] == "cover"
    target = tmp_path / "outline.schema.json"
    assert run("schema", "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8") == run("schema").stdout
    assert run("schema", "-o", tmp_path / "nowhere" / "s.json").exit_code == 3
    wrong = run("schema", "covr")
    assert (wrong.exit_code, "Did you mean “cover”?" in wrong.output) == (2, True)


def test_schema_prints_the_line_for_an_outline() -> None:
    assert run("schema", "--line").stdout == f"# yaml-language-server: $schema={SCHEMA_FILE.as_uri()}\n"


@pytest.mark.parametrize("word", ["truck", "物流"])
def test_icons_are_found_in_both_languages(word: str) -> None:
    assert run("icons", word).output.startswith("truck ")
    assert json.loads(run("icons", word, "--format", "json").output)[0]["name"] == "truck"


def test_icons_lists_them_all_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    output = run("icons").output
    assert output.startswith("Commerce\n  cart ")
    assert len(json.loads(run("icons", "--format", "json").output)) >= 200
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run("icons").output.startswith("商业与零售\n")


def test_an_icon_that_is_not_there_is_wrong_usage() -> None:
    result = run("icons", "trukc")
    assert result.exit_code == 2
    assert "Did you mean “truck”?" in result.output


def test_themes_names_them() -> None:
    output = run("themes").output
    assert "clarity" in output
    assert "pulse" in output


def fresh(code: str) -> Iterator[str]:
    """Yield the modules that some code leaves imported in a new process."""
    script = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    yield from done.stdout.splitlines()


CALL = "import sys\nsys.argv = ['deckgen', *{!r}]\nfrom deckgen.cli import main\ntry: main()\nexcept SystemExit: pass"


OUTLINE = "outlines/tiktok-cross-border.yaml"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["layouts"], ["themes"], ["check", OUTLINE], ["build", OUTLINE, "-o"]], ids=" ".join
)
def test_no_command_waits_for_libraries_it_does_not_need(arguments: list[str], tmp_path: Path) -> None:
    """A deck without pictures is built without Pillow, any deck without python-pptx."""
    target = [str(tmp_path / "deck.pptx")] if arguments[-1] == "-o" else []
    modules = set(fresh(CALL.format(arguments + target)))
    assert "click" in modules
    assert not {"pptx", "lxml", "PIL"} & modules
    assert all(Path(path).exists() for path in target)


def test_help_imports_neither_yaml_nor_pydantic() -> None:
    assert not {"yaml", "pydantic"} & set(fresh(CALL.format(["--help"])))


def test_a_deck_never_replaces_its_outline(outline: Path) -> None:
    assert run("build", outline, "-o", outline).exit_code == 2
    assert outline.read_text(encoding="utf-8") == GOOD
    with pytest.raises(ValueError, match="replace"):
        deckgen.build(outline, outline)


def test_a_fault_of_deckgen_itself_is_a_sentence_and_3(
    outline: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("deckgen.compiler.compose", failing(RuntimeError("something inside")))
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("sys.argv", ["deckgen", "build", str(outline)])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 3
    told = capsys.readouterr().err
    assert "deckgen itself failed" in told
    assert "RuntimeError: something inside" in told
    assert "Traceback" not in told


def test_the_gallery_holds_every_layout_s_example(tmp_path: Path) -> None:
    target = tmp_path / "gallery.pptx"
    result = run("layouts", "--gallery", target, "--theme", "clarity")
    assert result.exit_code == 0, result.output
    shown = [line.split()[1] for line in result.output.splitlines() if line[:3].strip().isdigit()]
    assert sorted(shown) == layout_names()
    assert len(Package(target.read_bytes()).named("ppt/slides/")) == len(layout_names())


def test_the_gallery_of_one_layout(tmp_path: Path) -> None:
    target = tmp_path / "one.pptx"
    assert run("layouts", "kpi-row", "--gallery", target).exit_code == 0
    assert len(Package(target.read_bytes()).named("ppt/slides/")) == 1


def test_a_gallery_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = run("layouts", "kpi-row", "--gallery", tmp_path / "nowhere" / "deck.pptx")
    assert result.exit_code == 3
    assert "There is no folder" in result.output


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_report_ends_in_where_its_first_code_is_explained(outline: Path, command: str) -> None:
    warned = GOOD.replace("A first thing", "A first thing worth 5 million")
    for text, code in ((warned, "no-source"), (warned.replace("title: Two", "titel: Two"), "unknown-field")):
        outline.write_text(text, encoding="utf-8")
        told = [line for line in run(command, outline).output.splitlines() if "deckgen explain" in line]
        assert told == [f"For what it means, with an example, run: deckgen explain {code}"]


def test_a_report_points_to_the_explanation_in_its_own_language(outline: Path) -> None:
    outline.write_text("deck: {title: 复盘}\nslides:\n  - layout: statement\n    txt: 先看渠道\n", encoding="utf-8")
    assert "运行：deckgen explain unknown-field --lang zh\n" in run("check", outline).output
    assert "This is an error" in run("explain", "unknown-field").output
    assert "这是错误" in run("explain", "unknown-field", "--lang", "zh").output
    assert "没有这个字段" in run("explain", "--lang", "zh").output


def test_data_and_an_outline_without_problems_do_not_point_to_explanations(outline: Path) -> None:
    assert "deckgen explain" not in run("check", outline).output
    outline.write_text(GOOD.replace("bullets", "bullet"), encoding="utf-8")
    for form in ("json", "github"):
        assert "deckgen explain" not in run("check", outline, "--format", form).output
