"""An outline file becomes a tree and the problems met while reading it; nothing a file holds can do harm."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.content.tree import Mapping
from deckgen.outline import traps
from deckgen.outline.draft import Draft
from deckgen.outline.events import OUTLINE_EMPTY, PARSER_MISTAKES, compose
from deckgen.outline.manuscript import GBK
from deckgen.outline.strangers import without_strangers
from deckgen.problems import Kind, Problem, Span, sorted_problems, suggest

LARGEST = 5_000_000
"""The most bytes of one outline."""

MOST_LINES = 200_000
"""The most lines of one outline."""

FILE_MISSING = Kind(
    "file-missing",
    "error",
    "找不到文件 {name}。",
    "There is no file {name}.",
    "请检查文件名和所在的文件夹。",
    "Look at the name and the folder.",
)
FILE_MISSING_SIMILAR = Kind(
    "file-missing",
    "error",
    "找不到文件 {name}。",
    "There is no file {name}.",
    "是不是 {similar}？",
    "Did you mean {similar}?",
)
FILE_IS_FOLDER = Kind(
    "file-is-folder",
    "error",
    "{name} 是文件夹，不是大纲。",
    "{name} is a folder, not an outline.",
    "请写出其中 .yaml 文件的名字。",
    "Name the .yaml file inside it.",
)
FILE_FORBIDDEN = Kind(
    "file-forbidden",
    "error",
    "没有权限读取 {name}。",
    "There is no permission to read {name}.",
    "请改变文件的权限，或把它复制到别处。",
    "Change the file's permissions, or copy it elsewhere.",
)
FILE_UNREADABLE = Kind(
    "file-unreadable",
    "error",
    "{name} 打不开。",
    "{name} cannot be opened.",
    "请检查文件名和所在的磁盘。",
    "Look at the name and at the disk it is on.",
)
FILE_TOO_LARGE = Kind(
    "file-too-large",
    "error",
    "文件超过 {limit} MB，不像大纲。",
    "The file is larger than {limit} MB, too large for an outline.",
    "请把它分成几份；大量数据放到数据文件里。",
    "Split it; keep large data in a data file.",
)
FILE_TOO_LONG = Kind(
    "file-too-large",
    "error",
    "文件超过 {limit} 行，不像大纲。",
    "The file has more than {limit} lines, too many for an outline.",
    "请把它分成几份；大量数据放到数据文件里。",
    "Split it; keep large data in a data file.",
)
FILE_IS_BINARY = Kind(
    "file-is-binary",
    "error",
    "这不是文本文件。",
    "This is not a text file.",
    "大纲是 .yaml 文本；检查是不是选错了文件。",
    "An outline is .yaml text; see whether it is the right file.",
)
ENCODING_GBK = Kind(
    "encoding",
    "error",
    "文件不是 UTF-8 编码，看起来是 GBK。",
    "The file is not in UTF-8; it looks like GBK.",
    "请用记事本打开，选「另存为」，编码选 UTF-8。",
    "Open it in a text editor, choose Save As, and UTF-8 as its encoding.",
)
ENCODING = Kind(
    "encoding",
    "error",
    "文件不是 UTF-8 编码。",
    "The file is not in UTF-8.",
    "请用记事本打开，选「另存为」，编码选 UTF-8。",
    "Open it in a text editor, choose Save As, and UTF-8 as its encoding.",
)

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE_END = re.compile(r"\r\n?")
_OTHER_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")
"""Line ends to YAML but to no editor."""
_COMMON_HAN = r"[\u4e00-\u9fff]"


@dataclass(frozen=True)
class Outline:
    """An outline as read: its tree, its lines as written, and what was wrong with it."""

    root: Mapping
    lines: tuple[str, ...]
    problems: tuple[Problem, ...]
    file: str
    readable: bool = True
    """Whether there is a tree; where not, `root` is empty and says nothing about the outline."""


def read(path: Path, name: str = "") -> Outline:
    """Return the outline in a file; `name` is what its spans call it, the path when left out.

    Whatever is wrong with the file is a problem of the outline; nothing is raised.
    """
    file = name or str(path)
    try:
        with open(path, "rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return _failed(file, _missing(path))
    except IsADirectoryError:
        return _failed(file, FILE_IS_FOLDER.at(Span(file, 1, 1), name=path.name))
    except PermissionError:
        return _failed(file, FILE_FORBIDDEN.at(Span(file, 1, 1), name=path.name))
    except (OSError, ValueError):
        return _failed(file, FILE_UNREADABLE.at(Span(file, 1, 1), name=path.name))
    return read_data(data, file)


def read_data(data: bytes, file: str) -> Outline:
    """Return the outline in the bytes of a file; what is in GBK is read all the same, so that its other mistakes are found."""
    text = _decoded(data, file)
    if not isinstance(text, Problem):
        return parse(text, file)
    if text.kind is not ENCODING_GBK:
        return _failed(file, text)
    outline = parse(data.decode(GBK), file)
    return replace(outline, problems=tuple(sorted_problems([text, *outline.problems])))


def parse(text: str, file: str) -> Outline:
    """Return the outline in a text; `file` is the name that its spans carry."""
    if len(text) > LARGEST:
        return _failed(file, FILE_TOO_LARGE.at(Span(file, 1, 1), limit=LARGEST // 1_000_000))
    text = _OTHER_LINE_ENDS.sub(" ", _LINE_END.sub("\n", text.removeprefix("\ufeff")))
    lines = tuple(text.removesuffix("\n").split("\n"))
    if not text.strip():
        return _failed(file, OUTLINE_EMPTY.at(Span(file, 1, 1)), lines)
    if len(lines) > MOST_LINES:
        return _failed(file, FILE_TOO_LONG.at(Span(file, 1, 1), limit=MOST_LINES))
    own, strangers = without_strangers(lines, file)
    draft = Draft(own, file)
    traps.find(draft)
    root, problems = compose(draft)
    traps_found = draft.problems()
    if draft.unrepaired and traps_found:
        problems = [problem for problem in problems if problem.kind not in PARSER_MISTAKES]
    found = tuple(sorted_problems([*strangers, *traps_found, *problems]))
    empty = Mapping(Span(file, 1, 1))
    return Outline(empty if root is None else root, lines, found, file, readable=root is not None)


def _decoded(data: bytes, file: str) -> str | Problem:
    """Return the text in UTF-8 or, where its mark says so, UTF-16."""
    start = Span(file, 1, 1)
    if len(data) > LARGEST:
        return FILE_TOO_LARGE.at(start, limit=LARGEST // 1_000_000)
    if data.startswith(_UTF16_MARKS):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return FILE_IS_BINARY.at(start)
    if b"\0" in data:
        return FILE_IS_BINARY.at(start)
    try:
        return data.removeprefix(_UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.removeprefix(_UTF8_MARK).count(b"\n", 0, error.start) + 1
        return (ENCODING_GBK if _looks_like_gbk(data) else ENCODING).at(Span(file, line, 1))


def _looks_like_gbk(data: bytes) -> bool:
    try:
        return bool(re.search(_COMMON_HAN, data.decode(GBK)))
    except UnicodeDecodeError:
        return False


def _missing(path: Path) -> Problem:
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.suffix in (".yaml", ".yml"))
    except OSError:
        names = []
    similar = suggest(path.name, names)
    start = Span(str(path), 1, 1)
    if similar:
        return FILE_MISSING_SIMILAR.at(start, name=path.name, similar=similar)
    return FILE_MISSING.at(start, name=path.name)


def _failed(file: str, problem: Problem, lines: tuple[str, ...] = ()) -> Outline:
    return Outline(Mapping(Span(file, 1, 1)), lines, (problem,), file, readable=False)
