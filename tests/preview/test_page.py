"""The page of the preview, in a real browser on a real server."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pptx
import pytest

from tests.decks import FLAGSHIP
from tests.preview.browser import chromium, opened
from tests.preview.running import preview, stream

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DECK = """deck: {title: 复盘, theme: pulse}
slides:
  - layout: cover
    title: 上半年复盘
  - layout: section
    title: 回顾
  - layout: bullets
    title: 三件事要先做
    items:
      - 先把物流的账算清楚
      - 再谈两家本地仓的价格
      - 最后签下五位**本地达人**，内容由他们的团队审核，每周一次
    notes: 先讲物流。
""" + "".join(f"  - {{layout: statement, text: 第{n}句话站得住}}\n" for n in range(4, 25))

TITLE, THIRD, NOTES = 8, 12, 13
"""Lines of `DECK`."""

EDITOR = f"{sys.executable} -c pass {{file}} {{line}}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def flagship() -> Iterator[str]:
    """The address of a preview that no test changes anything of."""
    with preview(FLAGSHIP) as address:
        yield address


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """An outline to write in, and the address of its preview."""
    path = tmp_path_factory.mktemp("desk") / "复盘.yaml"
    path.write_text(DECK, encoding="utf-8")
    with preview(path, DECKGEN_EDITOR=EDITOR) as running:
        yield path, running


@pytest.fixture
def outline(desk: tuple[Path, str]) -> Iterator[Path]:
    """The outline, which is as it was once a test has ended."""
    path, running = desk
    yield path
    path.write_text(DECK, encoding="utf-8")
    written = DECK.splitlines()[1 + 1 :]
    with stream(running) as told:
        while [line for slide in told.state()["slides"] for line in slide["source"]] != written:
            pass  # each state is waited for


@pytest.fixture
def address(desk: tuple[Path, str]) -> str:
    return desk[1]


def save(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def said(page: Page, selector: str, words: str) -> None:
    """Wait until a part of the page says something."""
    page.wait_for_function(
        "([selector, words]) => document.querySelector(selector)?.textContent.includes(words)", arg=[selector, words]
    )


def shown(page: Page, number: int) -> None:
    """Wait until a slide is the one that is shown, everywhere on the page."""
    said(page, "#place", f"{number} /")
    assert page.url.endswith(f"#{number}")
    assert page.locator(".thumbnail[aria-current] .number").inner_text() == str(number)


def test_every_slide_is_there_with_its_notes_and_its_lines(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/#3") as page:
        assert page.locator(".thumbnail").count() == 24
        assert page.locator(".thumbnails h2").all_inner_texts() == ["回顾"]
        assert page.locator("#file").inner_text() == "复盘.yaml"
        shown(page, 3)
        said(page, "#picture", "再谈两家本地仓的价格")
        assert page.locator("#notes").inner_text() == "先讲物流。"
        assert page.locator(".row").first.inner_text().split() == ["7", "-", "layout:", "bullets"]
        assert page.locator(".row").count() == NOTES - 7 + 1
        page.wait_for_function("document.querySelector('.thumbnail img').naturalWidth > 0")
        assert page.title() == "复盘.yaml"


def test_a_save_redraws_that_slide_and_moves_nothing(browser: Browser, outline: Path, address: str) -> None:
    with opened(browser, f"{address}/#20") as page:
        shown(page, 20)
        page.evaluate("""() => {
            document.querySelector("#picture svg").kept = true;
            for (const img of document.querySelectorAll(".thumbnail img[src]")) img.drawn = img.src;
            const list = document.querySelector("#thumbnails");
            list.scrollTop = 700;
        }""")
        place = page.evaluate("document.querySelector('#thumbnails').scrollTop")
        assert place > 0
        save(outline, "第18句话", "另一句话")
        page.wait_for_selector(".thumbnail.is-new")
        said(page, "#elsewhere", "18")
        changed = page.evaluate("""() => [...document.querySelectorAll(".thumbnail")].filter((row) => {
            const img = row.querySelector("img");
            return img.drawn && img.drawn !== img.src;
        }).map((row) => row.innerText.trim())""")
        assert changed == ["18"]
        assert page.evaluate("document.querySelector('#picture svg').kept"), "the slide that is shown was not touched"
        assert page.evaluate("document.querySelector('#thumbnails').scrollTop") == place
        shown(page, 20)
        page.click("#elsewhere")
        shown(page, 18)
        said(page, "#picture", "另一句话")


def test_the_slide_that_is_shown_changes_under_the_eyes(browser: Browser, outline: Path, address: str) -> None:
    with opened(browser, f"{address}/#3") as page:
        page.evaluate("document.querySelector('.thumbnail[aria-current]').kept = true")
        save(outline, "三件事要先做", "三件事马上做")
        said(page, "#picture", "三件事马上做")
        shown(page, 3)
        assert page.evaluate("document.querySelector('.thumbnail[aria-current]').kept"), "a new title is the same slide"
        save(outline, "  - layout: section", "  - {layout: statement, text: 多了一页}\n  - layout: section")
        shown(page, 4)
        said(page, "#picture", "三件事马上做")


def test_after_quick_saves_the_page_shows_the_last(browser: Browser, outline: Path, address: str) -> None:
    with opened(browser, f"{address}/#3") as page:
        for number in range(20):
            lines = "# 说明\n" * (number % 3)
            text = DECK.replace("三件事要先做", f"第{number}次改的标题").replace("slides:", f"{lines}slides:")
            outline.write_text(text, encoding="utf-8")
            time.sleep(0.03 * (number % 4))
        said(page, "#picture", "第19次改的标题")
        said(page, "#outline-lines", f"第 {7 + 1}–{NOTES + 1} 行")
        said(page, "#outline", "第19次改的标题")
        assert page.locator(".thumbnail").nth(2).get_attribute("aria-label") == "第 3 页：第19次改的标题"
        text = page.evaluate("decodeURIComponent(document.querySelectorAll('.thumbnail img')[2].src)")
        assert "第19次改的标题" in text


def test_an_outline_that_cannot_be_read_shows_its_line_beside_the_last_good_slide(
    browser: Browser, outline: Path, address: str
) -> None:
    with opened(browser, f"{address}/#3") as page:
        save(outline, "slides:", "slides: {")
        page.wait_for_selector("#banner .problem")
        assert "第 2 行" in page.locator("#banner").inner_text()
        assert page.locator("#banner .hint").inner_text()
        said(page, "#picture", "三件事要先做")
        said(page, "#problems", "大纲现在读不出来：先改第 2 行")
        assert "没有问题" not in page.locator("main").inner_text()
        assert page.locator("#stale").inner_text() == "大纲读不出来，上面是最后一次画好的样子"
        with page.expect_response("**/open") as answer:
            page.click("#problems button")
        assert answer.value.request.post_data_json == {"line": 2}
        assert page.locator("#download").get_attribute("aria-disabled") == "true"
        outline.write_text(DECK, encoding="utf-8")
        page.wait_for_selector("#banner", state="hidden")
        page.wait_for_selector("#stale", state="hidden")
        said(page, "#problems", "这一页没有问题")
        shown(page, 3)


def test_an_outline_that_is_emptied_leaves_the_language_of_the_page(
    browser: Browser, outline: Path, address: str
) -> None:
    with opened(browser, f"{address}/#3") as page:
        outline.write_text("", encoding="utf-8")
        said(page, "#banner", "大纲是空的")
        assert page.locator("#health").inner_text() == "大纲读不出来 · 1 个错误"
        assert page.locator("html").get_attribute("lang") == "zh-CN"
        said(page, "#picture", "三件事要先做")


def test_the_way_to_slides_redrawn_elsewhere_names_them_and_goes(browser: Browser, outline: Path, address: str) -> None:
    with opened(browser, f"{address}/#3") as page, stream(address) as told:
        page.clock.install()
        drawn = told.state()["version"]
        text = DECK
        for number in (6, 7, 8, 10):
            text = text.replace(f"第{number}句话", f"又是第{number}句话")
        outline.write_text(text, encoding="utf-8")
        said(page, "#elsewhere", "第 6–8、10 页刚重画")
        while told.state()["version"] < drawn + 2:
            pass  # once the checks are done, nothing more is to come
        page.wait_for_timeout(500)
        page.clock.run_for(7000)
        assert page.locator("#elsewhere").is_visible()
        page.clock.run_for(1500)
        assert page.locator("#elsewhere").is_hidden()
        save(outline, "又是第10句话", "第10句话")
        said(page, "#elsewhere", "第 10 页刚重画")
        page.keyboard.press("ArrowRight")
        assert page.locator("#elsewhere").is_hidden()


def test_a_slide_with_an_error_stays_with_the_error_beside_it(browser: Browser, outline: Path, address: str) -> None:
    with opened(browser, f"{address}/#3") as page:
        save(outline, "    notes:", "    nottes:")
        page.wait_for_selector("#problems .problem .icon.error")
        assert page.locator("#problems mark").inner_text() == "nottes"
        assert page.locator("#slide.is-stale").count() == 1
        said(page, "#picture", "三件事要先做")
        assert page.locator(".thumbnail[aria-current] .marks .error").count() == 1
        assert page.locator("#health").inner_text() == "1 个错误"
        page.click("#download", force=True)
        said(page, "#told", "先改好 1 个错误")
        page.click("#health")
        with page.expect_response("**/open") as answer:
            page.click("#all-list .problem")
        assert answer.value.request.post_data_json == {"line": NOTES}
        save(outline, "    nottes:", "    notes:")
        said(page, "#problems", "这一页没有问题")


def test_a_slide_that_never_was_right_is_a_calm_place(browser: Browser, outline: Path, address: str) -> None:
    with opened(browser, f"{address}/#3") as page:
        shown(page, 3)
        save(outline, "slides:\n", "slides:\n  - layout: bullets\n    title: 还没写完\n")
        shown(page, 4)
        page.keyboard.press("Home")
        said(page, "#picture", "改好这一页的错误")
        said(page, "#outline", "还没写完")


@pytest.mark.parametrize(
    ("words", "line"), [("三件事要先做", TITLE), ("再谈两家", THIRD - 1), ("最后签下五位", THIRD)], ids=str
)
def test_a_click_on_a_text_opens_its_line(browser: Browser, address: str, words: str, line: int) -> None:
    with opened(browser, f"{address}/#3") as page:
        box = page.locator("#picture text", has_text=words).bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        assert page.evaluate("document.querySelector('.spot:hover').dataset.said") == f"第 {line} 行"
        with page.expect_response("**/open") as answer:
            page.mouse.click(x, y)
        assert answer.value.request.post_data_json == {"line": line}
        assert answer.value.json()["editor"]
        assert page.locator(".row.is-marked .at").inner_text() == str(line)
        said(page, "#told", f"第 {line} 行已在编辑器中打开")


def test_keys_turn_pages(browser: Browser, flagship: str) -> None:
    with opened(browser, flagship) as page:
        shown(page, 1)
        for key, number in [
            ("ArrowRight", 2), ("ArrowDown", 3), ("PageDown", 4), ("Space", 5), ("j", 6), ("k", 5), ("ArrowLeft", 4),
            ("ArrowUp", 3), ("PageUp", 2), ("Home", 1), ("ArrowLeft", 1), ("End", 20), ("ArrowRight", 20),
        ]:  # fmt: skip
            page.keyboard.press(key)
            shown(page, number)
        page.reload()
        page.wait_for_selector("#picture svg")
        shown(page, 20)


def test_keys_open_what_is_beside_the_slide(browser: Browser, flagship: str) -> None:
    with opened(browser, flagship) as page:
        page.keyboard.press("p")
        page.wait_for_selector("#all-problems")
        assert page.locator("#all-list .problem").count() == 1
        page.keyboard.press("Escape")
        page.wait_for_selector("#all-problems", state="hidden")
        page.keyboard.press("?")
        page.wait_for_selector("#help kbd")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Escape")
        page.wait_for_selector("#help", state="hidden")
        shown(page, 1)
        page.keyboard.press("f")
        page.wait_for_function("document.fullscreenElement?.id === 'slide'")
        page.keyboard.press("ArrowRight")
        shown(page, 2)
        page.keyboard.press("f")
        page.wait_for_function("document.fullscreenElement === null")


def test_themes_are_compared_on_the_same_slide(browser: Browser, flagship: str) -> None:
    with opened(browser, f"{flagship}/#5") as page:
        ground = "document.querySelector('#picture svg rect').getAttribute('fill')"
        before = page.evaluate(ground)
        page.keyboard.press("T")
        said(page, "#theme-name", "夜航")
        page.wait_for_function(f"{ground} !== '{before}'")
        shown(page, 5)
        assert "theme=night" in page.url
        page.keyboard.press("t")
        said(page, "#theme-name", "脉动")
        page.wait_for_function(f"{ground} === '{before}'")
        page.click("#theme")
        page.click("#themes >> text=刊物")
        said(page, "#theme-name", "刊物")
        page.wait_for_function(f"{ground} !== '{before}'")


def test_the_deck_can_be_downloaded(browser: Browser, flagship: str, tmp_path: Path) -> None:
    with opened(browser, flagship) as page:
        with page.expect_download() as download:
            page.click("#download")
        assert download.value.suggested_filename == "tiktok-cross-border.pptx"
        download.value.save_as(tmp_path / "deck.pptx")
        assert len(pptx.Presentation(str(tmp_path / "deck.pptx")).slides) == 20


def test_charts_are_drawn(browser: Browser, flagship: str) -> None:
    with opened(browser, f"{flagship}/#6") as page:
        chart: Any = page.evaluate("""() => {
            const group = document.querySelector("#picture [data-path$='.chart']");
            const bars = [...group.querySelectorAll("rect, path")].map((bar) => bar.getBoundingClientRect());
            return { widest: Math.max(...bars.map((bar) => bar.width)), words: group.textContent };
        }""")
        assert chart["widest"] > 150
        assert "62" in chart["words"] and "7.1" in chart["words"]


HOSTILE = """deck: {title: '<script>hacked=1</script>', lang: en, theme: pulse}
slides:
  - layout: bullets
    title: '"><img src=x onerror=hacked=1>'
    items: ['<script>hacked=1</script>', '</text></svg><img src=x onerror=hacked=1>']
    notes: '<img src=x onerror=hacked=1><script>hacked=1</script>'
    "<img src=x onerror=hacked=1>": '"><svg onload=hacked=1>'
  - layout: section
    title: '<b onclick=hacked=1>Section</b>'
  - layout: bullets
    title: '</title><script>hacked=1</script>'
    items: ['<script>hacked=1</script>', '</text></svg><img src=x onerror=hacked=1>']
    notes: '<img src=x onerror=hacked=1><script>hacked=1</script>'
"""


def test_texts_stay_texts(browser: Browser, tmp_path: Path) -> None:
    outline = tmp_path / "<img src=x onerror=hacked=1>.yaml"
    outline.write_text(HOSTILE, encoding="utf-8")
    with preview(outline) as address, opened(browser, f"{address}/#3") as page:
        said(page, "#notes", "<script>hacked=1</script>")
        said(page, "#picture", "</text></svg><img")
        said(page, "#thumbnails h2", "<b onclick=hacked=1>")
        said(page, "#file", "<img src=x")
        page.keyboard.press("p")
        said(page, "#all-list mark", "<img src=x onerror=hacked=1>")
        page.keyboard.press("Home")
        said(page, "#outline", "<svg onload=hacked=1>")
        page.wait_for_function("document.querySelectorAll('.thumbnail img')[2].naturalWidth > 0")
        made = page.evaluate("document.querySelectorAll('body script, main img, #all-list img, header img, b').length")
        assert (made, page.evaluate("window.hacked ?? null")) == (0, None)


@pytest.mark.parametrize("width", [600, 380])
def test_a_narrow_window_is_enough(browser: Browser, flagship: str, width: int) -> None:
    with opened(browser, f"{flagship}/#5", width=width, height=900) as page:
        beyond = """() => [...document.querySelectorAll("body, header, header button, main, #slide, .turn, .details, .row")]
            .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right > innerWidth + 1)
            .map((part) => part.id || part.className || part.tagName)"""
        assert page.evaluate(beyond) == []
        assert page.evaluate("document.querySelector('#slide').clientWidth") > width * 0.9
        page.keyboard.press("p")
        page.wait_for_selector("#all-problems")
        assert page.evaluate(beyond) == []


def test_a_server_that_comes_back_is_found_again(browser: Browser, tmp_path: Path) -> None:
    outline = tmp_path / "复盘.yaml"
    outline.write_text(DECK, encoding="utf-8")
    with ExitStack() as kept:
        with preview(outline) as address:
            page = kept.enter_context(opened(browser, f"{address}/#3", stops=True))
        page.wait_for_selector("#connection")
        assert "预览已停止" in page.locator("#connection").inner_text()
        said(page, "#picture", "三件事要先做")
        save(outline, "三件事要先做", "三件事马上做")
        with preview(outline, "--port", address.rpartition(":")[2]):
            said(page, "#picture", "三件事马上做")
            page.wait_for_selector("#connection", state="hidden")
            shown(page, 3)
