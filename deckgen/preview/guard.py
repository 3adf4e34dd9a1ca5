"""What the preview answers to: this machine's own browser on its own page, and nobody else."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer tells the browser: the page may load nothing from elsewhere, and no other page may load from it.

Styles may stand in the drawings of slides; scripts may not.
"""

_HARMLESS = ("GET", "HEAD")


class Guard:
    """Lets requests pass that come from the page itself.

    Any page in the browser can send requests to this machine. One that reached it by a name of its own (DNS rebinding) shows in
    `Host`, one that calls across in `Origin` or `Sec-Fetch-Site`; a link to the preview may be followed from anywhere.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refusal(scope["method"], Headers(scope=scope), scope["path"])
        app = PlainTextResponse(refused, status_code=403) if refused else self._app
        await app(scope, receive, guarded)

    def _refusal(self, method: str, headers: Headers, path: str) -> str:
        """Return why a request is refused; empty where it is not."""
        if headers.get("host", "") not in self._hosts:
            return "The preview is for this machine only."
        origin = headers.get("origin")
        if (origin or method not in _HARMLESS) and origin not in self._origins:
            return "The preview answers its own page only."
        followed = path == "/" and headers.get("sec-fetch-mode") == "navigate"
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and not followed:
            return "The preview answers its own page only."
        return ""
