"""Sound outlines, damaged by machine: what `--fix` mends is as it was, what it leaves is as the damage left it."""

from __future__ import annotations

import re
import tempfile
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.fix import Fixed, fix_file
from deckgen.layouts import find_layout, layout_names
from tests.decks import ROOT

HEAD = "# 文稿 ：一份示例, 不动  它。\ndeck: {title: 示例, lang: zh-CN}   # 全角，半角, 都留着\nslides:\n"
HAN = r"[\u4e00-\u9fff]"
NAMED = [
    "bullets",
    "kpi-row",
    "cards",
    "exec-summary",
    "table",
    "chart-takeaway",
    "quote",
    "two-column",
    "faq",
    "timeline",
]

Damage = Callable[[str, int], "str | None"]
"""Damages a line at the n-th place where it can be; None where there is no such place."""


def _at(pattern: str, wanted: str | Callable[[re.Match[str]], str]) -> Damage:
    def damage(line: str, number: int) -> str | None:
        found = [match for match in re.finditer(pattern, line) if not _in_comment(line, match.start())]
        if not found:
            return None
        match = found[number % len(found)]
        return line[: match.start()] + (wanted(match) if callable(wanted) else wanted) + line[match.end() :]

    return damage


def _in_comment(line: str, position: int) -> bool:
    return line.lstrip().startswith("#") or " #" in line[:position]


DAMAGES: dict[str, Damage] = {
    "full-width colon": _at(r"(?<=[a-z]): (?=\S)", "："),
    "no space after the colon": _at(r"(?<=[a-z]): (?=[\u4e00-\u9fff])", ":"),
    "no space after the dash": _at(r"(?<=- ) *|(?<= )- (?=[\u4e00-\u9fff])", lambda match: match[0].replace("- ", "-")),
    "full-width comma": _at(r"(?<=\d), (?=[a-z_]+: )", "，"),
    "no quotes": _at(r"(?<=: )\"[^\"\\]*\"$", lambda match: match[0][1:-1]),
    "a letter swapped": _at(r"\b[a-z]{2}(?=[a-z]{3,}: )", lambda match: match[0][::-1]),
    "a letter twice": _at(r"(?<=[a-z]{3})[a-z](?=[a-z]{2,}: )", lambda match: match[0] * 2),
    "half-width comma": _at(rf"(?<={HAN})，(?={HAN})", ","),
    "half-width comma and a space": _at(rf"(?<={HAN})，(?={HAN})", ", "),
    "half-width colon": _at(rf"(?<={HAN})：(?={HAN})", ":"),
    "half-width brackets": _at(rf"(?<={HAN})（([^（）]*{HAN}[^（）]*)）", lambda match: f"({match[1]})"),
    "full-width digits": _at(r"(?<=[\u4e00-\u9fff])\d+(?=[\u4e00-\u9fff])", lambda match: _wide(match[0])),
    "a space before a sign": _at(rf"(?<={HAN})(?=[，、。；])", " "),
    "a space behind a sign": _at(rf"(?<=[，、；：])(?={HAN})", " "),
    "a space before a letter": _at(rf"(?<={HAN})(?=[A-Z])", " "),
    "a closing stop": _at(rf"(?<=title: )[^\"#\[{{]*{HAN}$", lambda match: match[0] + "。"),
    "indented by one more": _at(r"^(?= +[a-z]+: \S)", " "),
}


def _wide(digits: str) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in digits)


@cache
def sound(name: str) -> str:
    """Return an outline with the example of a layout, on which there is nothing to mend."""
    example = textwrap.indent(find_layout(name).example.strip("\n"), "    ").replace("    layout", "  - layout", 1)
    text = f"{HEAD}{example}\n  # 完 ,\n"
    assert not fixed(text.encode()).is_changed
    return text


def fixed(data: bytes) -> Fixed:
    """Return what becomes of an outline file; pictures are looked for where those of the examples lie."""
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "assets").symlink_to(ROOT / "assets")
        path = Path(made) / "deck.yaml"
        path.write_bytes(data)
        return fix_file(path, allow_outside=True)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(layout_names()), st.sampled_from(sorted(DAMAGES)), st.integers(0, 60), st.integers(0, 5),
    st.sampled_from(["\n", "\r\n"]), st.sampled_from([b"", b"\xef\xbb\xbf"]), st.booleans(),
)  # fmt: skip
def test_a_damaged_line_is_mended_or_left(
    name: str, damage: str, row: int, number: int, end: str, mark: bytes, last: bool
) -> None:
    lines = sound(name).splitlines()
    row = 3 + row % (len(lines) - 4)
    damaged = DAMAGES[damage](lines[row], number)
    if damaged is None:
        return

    def written(line: str) -> bytes:
        text = end.join([*lines[:row], line, *lines[row + 1 :]]) + (end if last else "")
        return mark + text.encode()

    result = fixed(written(damaged))
    mended = _row(result.after, row, len(mark))
    assert result.after == written(mended)
    assert mended == damaged or _unquoted(mended) == _unquoted(lines[row])
    assert result.is_changed == bool(result.mended)
    assert not fixed(result.after).is_changed


def _row(data: bytes, row: int, mark: int) -> str:
    return data[mark:].decode().split("\n")[row].removesuffix("\r")


def _unquoted(line: str) -> str:
    """Return a line without its quotes: a text that was taken apart is whole again in quotes."""
    return line.replace('"', "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(NAMED),
    st.lists(
        st.tuples(st.sampled_from(sorted(DAMAGES)), st.integers(0, 60), st.integers(0, 5)), min_size=2, max_size=6
    ),
)
def test_many_damages_never_touch_another_line_or_a_comment(name: str, damages: list[tuple[str, int, int]]) -> None:
    lines = sound(name).splitlines()
    damaged = list(lines)
    for damage, row, number in damages:
        row = 3 + row % (len(lines) - 4)
        damaged[row] = DAMAGES[damage](damaged[row], number) or damaged[row]
    result = fixed("\n".join(damaged).encode())
    mended = result.after.decode().split("\n")
    assert len(mended) == len(lines)
    for sound_line, damaged_line, line in zip(lines, damaged, mended, strict=True):
        assert damaged_line != sound_line or line == sound_line
    assert not fixed(result.after).is_changed


def test_every_damage_can_be_done_somewhere() -> None:
    texts = [line for name in layout_names() for line in sound(name).splitlines()[3:]]
    assert not [name for name, damage in DAMAGES.items() if not any(damage(line, 0) for line in texts)]
