"""The server of the preview, as a browser and as strangers ask it."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pptx
import pytest

from deckgen.preview.editor import CHOICE, open_line
from tests.preview.running import COMMAND, preview, stream

DECK = "deck: {title: 复盘, theme: pulse}\nslides:\n" + "".join(
    f"  - {{layout: statement, text: 第{n}句话站得住}}\n" for n in range(1, 5)
)


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "复盘.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.fixture
def address(outline: Path) -> Iterator[str]:
    with preview(outline) as running:
        yield running


def save(path: Path, before: str, after: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_a_save_brings_only_what_is_new(outline: Path, address: str) -> None:
    with stream(address) as told:
        first = told.sent()
        assert all(slide["svg"].startswith("<svg") for slide in first["slides"])
        save(outline, "第2句话", "另一句话")
        second = told.sent()
        assert second["changed"] == [2]
        one, two, *others = second["slides"]
        assert (one, others) == (None, [None, None])
        assert "另一句话" in two["svg"]


def test_slides_whose_lines_move_are_sent_again_without_their_drawings(outline: Path, address: str) -> None:
    with stream(address) as told:
        told.sent()
        save(outline, "  - {layout: statement, text: 第3", "  # 说明\n  - {layout: statement, text: 第3")
        slides = told.sent()["slides"]
        assert [slide and slide["first"] for slide in slides] == [None, None, 6, 7]
        assert not any("svg" in slide for slide in slides if slide)


def test_pictures_come_before_the_checks_are_done(outline: Path, address: str) -> None:
    with stream(address) as told:
        first = told.state()
        save(outline, "第2句话站得住", "第2句话站得住" + "又站得住" * 12)
        early, late = told.state(), told.state()
        assert (early["changed"], early["problems"]) == ([2], first["problems"])
        assert late["version"] == early["version"] + 1
        assert [problem["code"] for problem in late["problems"]] == ["same-layout", "long-text"]
        assert not any("svg" in slide for slide in late["slides"])


def test_editors_that_replace_the_file_are_followed(outline: Path, address: str) -> None:
    with stream(address) as told:
        told.state()
        for number in range(3):
            beside = outline.with_suffix(".tmp")
            beside.write_text(DECK.replace("第2句话", f"第{number}次改的话"), encoding="utf-8")
            os.replace(beside, outline)
            while "svg" not in (slide := told.state()["slides"][1]):
                pass
            assert f"第{number}次改的话" in slide["svg"]


def test_a_picture_saved_later_is_found(outline: Path, address: str) -> None:
    from PIL import Image

    with stream(address) as told:
        told.state()
        save(
            outline,
            "slides:\n",
            "slides:\n  - {layout: image-full, title: 就是它, image: {file: bild.png, alt: 颜色}}\n",
        )
        while not any(problem["code"] == "file-missing" for problem in told.state()["problems"]):
            pass  # the page is told of the other slides first
        Image.new("RGB", (1600, 900), "red").save(outline.parent / "bild.png")
        state = told.state()
        while state["slides"][0]["stale"]:
            state = told.state()  # a file is empty before it is full
        assert state["slides"][0]["picture"]


def test_two_pages_may_look_at_two_themes(outline: Path, address: str) -> None:
    with stream(address) as pulse, stream(address, "night") as night:
        assert (pulse.state()["theme"], night.state()["theme"]) == ("pulse", "night")
        save(outline, "第2句话", "另一句话")
        assert pulse.state()["changed"] == night.state()["changed"] == [2]


def test_the_deck_can_be_fetched_unless_there_are_errors(outline: Path, address: str) -> None:
    answer = httpx.get(f"{address}/deck.pptx", params={"theme": "night"})
    assert len(pptx.Presentation(io.BytesIO(answer.content)).slides) == 4
    assert "filename*=UTF-8''%E5%A4%8D%E7%9B%98.pptx" in answer.headers["content-disposition"]
    with stream(address) as told:
        told.state()
        save(outline, "layout: statement", "layout: statment")
        while not told.state()["problems"]:
            pass
        assert httpx.get(f"{address}/deck.pptx").status_code == 409


@pytest.mark.parametrize(
    "path", ["/server.py", "/..%2fserver.py", "/../server.py", "/page/index.html", "/etc/passwd", "/%2e%2e/view.py"]
)
def test_nothing_but_the_page_is_served(address: str, path: str) -> None:
    port = int(address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:  # as no library would put it
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        assert line.makefile("rb").readline().split()[1] == b"404"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:{port}"},
        {"Host": "127.0.0.1:1"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"},
    ],
    ids=str,
)
def test_strangers_get_nothing(address: str, headers: dict[str, str]) -> None:
    port = address.rpartition(":")[2]
    sent = {name: value.format(port=port) for name, value in headers.items()}
    for path in ("/events", "/deck.pptx"):
        assert httpx.get(f"{address}{path}", headers=sent).status_code in (400, 403)


def test_a_link_from_elsewhere_leads_to_the_page(address: str) -> None:
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert httpx.get(address, headers=followed).status_code == 200
    assert httpx.get(address.replace("127.0.0.1", "localhost")).status_code == 200


def test_the_page_may_load_nothing_from_elsewhere(address: str) -> None:
    policy = httpx.get(address).headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy


def test_other_machines_cannot_reach_it(address: str) -> None:
    port = int(address.rpartition(":")[2])
    own = {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for other in [*sorted(own - {"127.0.0.1"}), "127.0.0.2"]:  # another address of this machine is closed too
        with pytest.raises((ConnectionError, TimeoutError)):
            socket.create_connection((other, port), timeout=2).close()


@pytest.fixture
def editor(tmp_path: Path) -> tuple[Path, str]:
    """A stand-in for an editor: the file it writes what it was called with to, and the command."""
    script, seen = tmp_path / "editor.py", tmp_path / "seen.txt"
    script.write_text(f"import sys; open({str(seen)!r}, 'w').write('|'.join(sys.argv[1:]))", encoding="utf-8")
    return seen, f"{sys.executable} {script} {{file}} {{line}}"


def test_a_text_opens_its_line_in_the_editor(outline: Path, editor: tuple[Path, str]) -> None:
    seen, command = editor
    with preview(outline, DECKGEN_EDITOR=command) as address, stream(address) as told:
        told.state()
        answer = httpx.post(f"{address}/open", json={"path": "slides[2].text"}, headers={"Origin": address})
        assert answer.json()["line"] == 5
        deadline = time.monotonic() + 10
        while not (seen.exists() and seen.read_text()) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert seen.read_text(encoding="utf-8") == f"{outline}|5"


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, {"line": 2}, 403),
        ({"Origin": "http://evil.example"}, {"line": 2}, 403),
        ({"Origin": "{own}", "Content-Type": "text/plain"}, {"line": 2}, 415),
        ({"Origin": "{own}"}, {"file": "/etc/passwd"}, 400),
        ({"Origin": "{own}"}, [], 400),
        ({"Origin": "{own}"}, {"line": "two"}, 400),
    ],
    ids=str,
)
def test_only_the_page_opens_the_editor(
    outline: Path, editor: tuple[Path, str], headers: dict[str, str], body: object, status: int
) -> None:
    seen, command = editor
    with preview(outline, DECKGEN_EDITOR=command) as address:
        sent = {name: value.format(own=address) for name, value in headers.items()}
        assert httpx.post(f"{address}/open", json=body, headers=sent).status_code == status
    assert not seen.exists()


def test_a_port_that_is_taken_is_told(outline: Path, address: str) -> None:
    port = address.rpartition(":")[2]
    done = subprocess.run(
        [*COMMAND, str(outline), "--no-open", "--port", port],
        capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 3
    assert f"Port {port} cannot be used" in done.stderr
    with preview(outline) as second:
        assert second != address


def test_an_editor_that_cannot_be_called_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOICE, 'code "-g {file}')
    assert open_line(tmp_path / "a.yaml", 1) == ""


def test_a_file_may_be_called_as_the_place_of_a_line(
    tmp_path: Path, editor: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, command = editor
    monkeypatch.setenv(CHOICE, command)
    file = tmp_path / "{line}.yaml"
    open_line(file, 7)
    deadline = time.monotonic() + 10
    while not seen.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert str(file) in seen.read_text(encoding="utf-8")


def test_what_cannot_be_followed_any_longer_ends_in_a_sentence(outline: Path) -> None:
    script = (
        "import deckgen.preview.view as v\n"
        "shown = v.problems_of\n"
        "v.problems_of = lambda compiled, slides: 1 // 0 if '另一句' in str(slides) else shown(compiled, slides)\n"
        "from deckgen.cli import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, "preview", str(outline), "--no-open"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        address = process.stdout.readline().removeprefix("Preview: ").partition("/ ")[0]
        with stream(address) as told:
            told.state()
            save(outline, "第2句话", "另一句话")
            assert process.wait(timeout=20) == 3
        assert "ZeroDivisionError" in process.stderr.read()
