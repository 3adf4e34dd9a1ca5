"""Which files an outline may name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.images.locate import ADDRESS, MISSING, NOT_A_FILE, OUTSIDE, UNREADABLE, locate
from deckgen.images.unusable import Unusable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an outline's pictures, and a picture outside it."""
    inside = tmp_path / "deck"
    (inside / "pictures").mkdir(parents=True)
    for path in (inside / "hills.png", inside / "pictures" / "door.jpg", tmp_path / "secret.png"):
        path.write_bytes(b"picture")
    return inside


def refused(written: str, folder: Path, allow_outside: bool = False) -> Unusable:
    with pytest.raises(Unusable) as caught:
        locate(written, folder, allow_outside)
    return caught.value


@pytest.mark.parametrize("written", ["hills.png", " hills.png ", "./hills.png", "pictures/../hills.png"])
def test_a_file_beside_the_outline(written: str, folder: Path) -> None:
    assert locate(written, folder) == (folder / "hills.png").resolve()


def test_a_backslash_is_a_slash(folder: Path) -> None:
    assert locate(r"pictures\door.jpg", folder) == (folder / "pictures" / "door.jpg").resolve()


def test_an_absolute_path_into_the_folder(folder: Path) -> None:
    assert locate(str(folder / "hills.png"), folder) == (folder / "hills.png").resolve()


@pytest.mark.parametrize("written", ["../secret.png", "pictures/../../secret.png", r"..\secret.png", "/etc/passwd"])
def test_nothing_outside_the_folder(written: str, folder: Path) -> None:
    assert refused(written, folder).kind is OUTSIDE


def test_the_assets_beside_the_folder(folder: Path) -> None:
    assets = folder.parent / "assets"
    assets.mkdir()
    (assets / "hero.png").write_bytes(b"picture")
    (assets / "leak.png").symlink_to(folder.parent / "secret.png")
    assert locate("../assets/hero.png", folder) == (assets / "hero.png").resolve()
    assert refused("../assets/leak.png", folder).kind is OUTSIDE
    assert refused("../assets/../secret.png", folder).kind is OUTSIDE


def test_nothing_is_said_about_files_outside(folder: Path) -> None:
    """A file that exists outside and one that does not are refused alike."""
    assert refused("../secret.png", folder).kind is refused("../nothing.png", folder).kind is OUTSIDE


def test_an_absolute_path_outside(folder: Path) -> None:
    assert refused(str(folder.parent / "secret.png"), folder).kind is OUTSIDE


def test_a_neighbour_whose_name_begins_alike(folder: Path) -> None:
    neighbour = folder.with_name("deck-two")
    neighbour.mkdir()
    (neighbour / "a.png").write_bytes(b"picture")
    assert refused("../deck-two/a.png", folder).kind is OUTSIDE


def test_links_are_followed_before_they_are_judged(folder: Path) -> None:
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "shelf").symlink_to(folder.parent)
    (folder / "near.png").symlink_to(folder / "hills.png")
    assert refused("link.png", folder).kind is OUTSIDE
    assert refused("shelf/secret.png", folder).kind is OUTSIDE
    assert locate("near.png", folder) == (folder / "hills.png").resolve()


def test_outside_when_allowed(folder: Path) -> None:
    secret = (folder.parent / "secret.png").resolve()
    assert locate("../secret.png", folder, allow_outside=True) == secret
    assert locate(str(secret), folder, allow_outside=True) == secret


def test_a_folder_named_relative_to_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert locate("hills.png", Path()) == (folder / "hills.png").resolve()
    assert refused("../secret.png", Path()).kind is OUTSIDE


@pytest.mark.parametrize(
    "written",
    [
        "https://example.com/a.png", "HTTP://example.com/a.png", "ftp://example.com/a.png", "file:///etc/passwd",
        "data:image/png;base64,iVBORw0KGgo=", "//server/share/a.png", r"\\server\share\a.png", "file:a.png",
    ],
)  # fmt: skip
@pytest.mark.parametrize("allow_outside", [False, True])
def test_nothing_from_a_network(written: str, allow_outside: bool, folder: Path) -> None:
    assert refused(written, folder, allow_outside).kind is ADDRESS


def test_a_long_address_is_shortened(folder: Path) -> None:
    assert len(str(refused("data:image/png;base64," + "A" * 5000, folder).facts["name"])) == 80


def test_a_slip_of_a_letter_is_found(folder: Path) -> None:
    reason = refused("hils.png", folder)
    assert reason.kind is MISSING
    assert reason.facts["help_en"] == "Did you mean “hills.png”?"
    assert refused("pictures/Door.JPG", folder).facts["help_zh"] == "是不是「pictures/door.jpg」？"


def test_nothing_near_in_the_folder(folder: Path) -> None:
    assert "outline's folder" in str(refused("nothing-like-it.gif", folder).facts["help_en"])
    assert refused("no-such-folder/hills.png", folder).kind is MISSING
    assert refused("hills.png/deeper.png", folder).kind is MISSING


def test_what_is_no_regular_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    assert refused("pictures", folder).kind is NOT_A_FILE
    assert refused(".", folder).kind is NOT_A_FILE
    assert refused("pipe.png", folder).kind is NOT_A_FILE
    assert refused("/dev/zero", folder, allow_outside=True).kind is NOT_A_FILE


def test_names_that_no_file_can_have(folder: Path) -> None:
    (folder / "circle.png").symlink_to(folder / "circle.png")
    for written in ("a\0b.png", "x" * 5000, "circle.png"):
        assert refused(written, folder).kind is UNREADABLE
