"""The server of the preview: the page, a stream of what it shows, the deck, and the way to the editor."""

from __future__ import annotations

import gc
import json
import socket
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import quote

import anyio
import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from deckgen.preview.board import Board
from deckgen.preview.editor import open_line
from deckgen.preview.guard import Guard
from deckgen.preview.state import SlideState
from deckgen.theme import names

_PAGE = Path(__file__).parent / "page"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_DECK = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

_BEAT = 10.0
"""After how many silent seconds a stream shows that it is alive, which finds those whose page is gone."""


def application(board: Board, outline: Path, port: int, failed: Callable[[Exception], None]) -> Guard:
    """Return the preview of an outline as a web application that answers at a port of this machine only.

    `failed` is told what made it impossible to follow the outline any longer.
    """

    async def file(request: Request) -> Response:
        name = request.path_params.get("name", "index.html")
        path = _PAGE / name
        if path.suffix not in _TYPES or path.name not in {known.name for known in _PAGE.iterdir()}:
            return PlainTextResponse("There is no such page.", status_code=404)
        return FileResponse(path, media_type=_TYPES[path.suffix])

    async def events(request: Request) -> Response:
        return StreamingResponse(_stream(board, _theme(request)), media_type="text/event-stream")

    async def deck(request: Request) -> Response:
        data = await board.deck(_theme(request))
        if data is None:
            return JSONResponse({"message": "The outline has errors."}, status_code=409)
        name = f"{outline.stem}.pptx"
        disposition = f"attachment; filename=\"deck.pptx\"; filename*=UTF-8''{quote(name)}"
        return Response(data, media_type=_DECK, headers={"Content-Disposition": disposition})

    async def opened(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return PlainTextResponse("JSON is wanted.", status_code=415)
        try:
            asked = await request.json()
            line = int(asked["line"]) if "line" in asked else board.line_of(str(asked["path"]))
        except (ValueError, KeyError, TypeError):
            return PlainTextResponse("A line or a path is wanted.", status_code=400)
        editor = open_line(outline.absolute(), line) if line > 0 else ""
        return JSONResponse({"line": line, "editor": editor})

    async def follow() -> None:
        try:
            await board.follow()
        except Exception as failure:  # the page would stand still and say nothing
            board.close()
            failed(failure)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(follow)
            yield
            board.close()
            tasks.cancel_scope.cancel()

    routes = [
        Route("/", file),
        Route("/events", events),
        Route("/deck.pptx", deck),
        Route("/open", opened, methods=["POST"]),
        Route("/{name}", file),
    ]
    return Guard(Starlette(routes=routes, lifespan=lifespan), port)


def _theme(request: Request) -> str:
    """Return the theme a request asks for; empty for the one that the outline names."""
    theme = request.query_params.get("theme", "")
    if theme and theme not in names():
        raise HTTPException(404, "There is no such theme.")
    return theme


async def _stream(board: Board, theme: str) -> AsyncIterator[str]:
    """Yield every state of an outline in a theme as a server-sent event, with what is new in it.

    A slide that is as in the state before, at the same place, is sent as null; a drawing comes with the first slide that shows
    it.
    """
    slides: list[SlideState] = []
    sent: set[str] = set()
    version = 0
    async with board.watched(theme) as view:
        yield "retry: 500\n\n"
        while not board.closed:
            state = await board.after(view, version, _BEAT)
            if state is None:
                yield ": alive\n\n"
                continue
            told = {**state, "slides": _news(state["slides"], slides, view.pictures, sent)}
            version, slides = state["version"], state["slides"]
            sent &= {slide["picture"] for slide in slides}
            yield f"event: state\ndata: {json.dumps(told, ensure_ascii=False)}\n\n"


def _news(
    slides: Sequence[SlideState], before: Sequence[SlideState], pictures: Mapping[str, str], sent: set[str]
) -> list[dict[str, Any] | None]:
    """Return the slides that differ from those at their places before, with the drawings not `sent` yet, which then are."""
    news: list[dict[str, Any] | None] = []
    for slide, last in zip_longest(slides, before[: len(slides)]):
        key = slide["picture"]
        if key in pictures and key not in sent:
            sent.add(key)
            news.append({**slide, "svg": pictures[key]})
        else:
            news.append(None if slide == last else {**slide})
    return news


def listener(port: int) -> socket.socket:
    """Return a socket that listens at a port of this machine only; 0 takes any that is free.

    Raises:
        OSError: the port is taken.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind(("127.0.0.1", port))
        made.listen(64)
    except OSError:
        made.close()
        raise
    return made


def serve(outline: Path, listening: socket.socket, *, allow_outside: bool = False) -> None:
    """Serve the preview of an outline until the program is asked to end.

    Raises:
        Exception: the outline cannot be followed any longer.
    """
    failures: list[Exception] = []

    def failed(failure: Exception) -> None:
        failures.append(failure)
        server.should_exit = True

    board = Board(outline, allow_outside=allow_outside)
    app = application(board, outline, listening.getsockname()[1], failed)
    server = uvicorn.Server(
        uvicorn.Config(
            app, log_level="critical", lifespan="on", ws="none", server_header=False, timeout_graceful_shutdown=1
        )
    )
    gc.enable()  # unlike a build, it stays
    server.run(sockets=[listening])
    if failures:
        raise failures[0]
