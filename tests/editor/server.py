"""The YAML language server, asked as an editor asks it: over standard input and output, in its own protocol."""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"

_CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}

_CURSOR = "│"


class Offer(NamedTuple):
    """Something that completion offers: what the list shows, what is inserted, how it is sorted, what is said of it."""

    label: str
    inserts: str
    sort: str
    doc: str


class Complaint(NamedTuple):
    """A mistake as the editor marks it: the line, from 1, and the words."""

    line: int
    message: str


class LanguageServer:
    """A running server. Without a `schema` it uses what the outlines name in their first lines."""

    def __init__(self, folder: Path, schema: Path | None = None) -> None:
        self.folder = folder
        self._ids, self._files = itertools.count(1), itertools.count(1)
        self._told: list[dict[str, Any]] = []
        self._settings = {
            "yaml": {
                "schemas": {schema.as_uri(): "*.yaml"} if schema else {},
                "completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False},
            }
        }  # fmt: skip
        self._process = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": _CAPABILITIES})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def offers(self, text: str) -> list[Offer]:
        """Return what is offered at the mark │ in a text, in the order an editor shows it before anything is typed."""
        found = self._at("textDocument/completion", text) or []
        items = found["items"] if isinstance(found, dict) else found
        offers = [
            Offer(
                item["label"],
                item.get("textEdit", {}).get("newText", item.get("insertText", "")),
                item.get("sortText") or item["label"],
                _plain(item.get("documentation")),
            )
            for item in items
        ]
        return sorted(offers, key=lambda offer: offer.sort)

    def hover(self, text: str) -> str:
        """Return what is shown where the pointer rests at the mark │ in a text."""
        found = self._at("textDocument/hover", text)
        return _plain(found["contents"]) if found else ""

    def complaints(self, text: str) -> list[Complaint]:
        """Return the mistakes that are marked in a text."""
        marks = self._open(text)[1]
        return [Complaint(mark["range"]["start"]["line"] + 1, mark["message"]) for mark in marks]

    def _at(self, method: str, text: str) -> Any:
        before = text.split(_CURSOR)[0]
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        uri, _ = self._open(text.replace(_CURSOR, ""))
        return self._ask(method, {"textDocument": {"uri": uri}, "position": position})

    def _open(self, text: str) -> tuple[str, list[dict[str, Any]]]:
        """Open a text as a file, and wait until it is checked."""
        uri = (self.folder / f"outline-{next(self._files)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._told.pop() if self._told else self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return uri, message["params"]["diagnostics"]

    def _ask(self, method: str, params: Any) -> Any:
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number:
                assert "error" not in message, message
                return message["result"]
            self._told.append(message)

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """Return the next message that is no question; questions are answered."""
        assert self._process.stdout
        while True:
            length = 0
            while line := self._process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            assert length, "the language server has ended"
            message: dict[str, Any] = json.loads(self._process.stdout.read(length))
            if not ("method" in message and "id" in message):
                return message
            asked = message["params"]["items"] if message["method"] == "workspace/configuration" else []
            answer = [self._settings.get(item.get("section", "yaml"), {}) for item in asked]
            self._send({"id": message["id"], "result": answer or None})


def _plain(content: Any) -> str:
    return content["value"] if isinstance(content, dict) else content or ""
