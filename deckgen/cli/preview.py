"""`deckgen preview`: a page that shows the slides and follows the outline as it is written."""

from __future__ import annotations

import contextlib
import socket
from pathlib import Path

import click

from deckgen.cli.failing import fail
from deckgen.cli.language import said
from deckgen.cli.outline import allow_outside_option, outline_argument

_PORT, _TRIES = 8642, 20
"""The port that is taken where none is asked for, or the next free one."""


@click.command(
    help=said(
        "在浏览器里预览，大纲一保存就更新。", "Show the slides in the browser, redrawn whenever the outline is saved."
    )
)
@outline_argument
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N",
    help=said(f"用哪个端口；默认从 {_PORT} 起找一个空的。", f"The port; by default the first free one from {_PORT} on."),
)  # fmt: skip
@click.option("--no-open", is_flag=True, help=said("不自动打开浏览器。", "Do not open the browser."))
@allow_outside_option
def preview(outline: Path, port: int | None, no_open: bool, allow_outside: bool) -> None:
    """Serve until it is ended."""
    try:
        from deckgen.preview.server import serve
    except ImportError:
        fail(
            said(
                '预览还缺几个部件。请运行 pip install "deckgen[preview]"。',
                'The preview needs a few more packages. Run pip install "deckgen[preview]".',
            )
        )
    listening = _listening(port)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    click.echo(said(f"预览：{address}（按 Ctrl-C 结束）", f"Preview: {address} (Ctrl-C ends it)"))
    if not no_open:
        import webbrowser

        webbrowser.open(address)
    with contextlib.suppress(KeyboardInterrupt):
        serve(outline, listening, allow_outside=allow_outside)


def _listening(port: int | None) -> socket.socket:
    """Return a socket at the port asked for, else at the first free one."""
    from deckgen.preview.server import listener

    if port:
        try:
            return listener(port)
        except OSError:
            fail(
                said(
                    f"端口 {port} 用不了，可能已有别的程序在用。请用 --port 换一个，或不写 --port。",
                    f"Port {port} cannot be used; another program may have it. Name another with --port, or leave it out.",
                )
            )
    for wanted in range(_PORT, _PORT + _TRIES):
        with contextlib.suppress(OSError):
            return listener(wanted)
    return listener(0)
