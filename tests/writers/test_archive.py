"""The archive is a zip that others read, the same each time."""

from __future__ import annotations

import io
import zipfile

from deckgen.writers.pptx.archive import archive

ENTRIES = [
    ("[Content_Types].xml", b"<Types/>"),
    ("ppt/a.xml", b"abc" * 900),
    ("ppt/media/image1.png", b"\x89PNG" * 90),
    ("e", b""),
]


def test_the_standard_library_reads_it() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(ENTRIES, stored=(".png",)))) as opened:
        assert opened.testzip() is None
        assert [(name, opened.read(name)) for name in opened.namelist()] == ENTRIES
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        kinds = {entry.filename: entry.compress_type for entry in opened.infolist()}
    assert kinds["ppt/media/image1.png"] == zipfile.ZIP_STORED
    assert kinds["ppt/a.xml"] == zipfile.ZIP_DEFLATED


def test_equal_entries_give_equal_bytes() -> None:
    assert archive(ENTRIES) == archive(list(ENTRIES))


def test_an_empty_archive_is_one_too() -> None:
    assert zipfile.ZipFile(io.BytesIO(archive([]))).namelist() == []
