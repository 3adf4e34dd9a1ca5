"""The command line: one file per command, loaded when it is called."""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys
import traceback
from pathlib import Path

import click

from deckgen.cli.failing import fail
from deckgen.cli.language import said

_COMMANDS = ("new", "build", "check", "explain", "preview", "render", "layouts", "icons", "themes", "schema")


class _Commands(click.Group):
    """Imports a command only when it is wanted, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(importlib.import_module(f"deckgen.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=said(
        "把 YAML 大纲编译成原生、可编辑的 PowerPoint。",
        "Compile a YAML outline into a native, editable PowerPoint deck.",
    ),
    epilog=said(
        "退出码：0 完成，1 大纲有错，2 用法不对，3 机器出错（磁盘、权限、文件被占用）。",
        "Exit codes: 0 done, 1 problems in the outline, 2 wrong usage, 3 the machine failed (disk, permission, lock).",
    ),
)
@click.version_option(package_name="deckgen", message="%(prog)s %(version)s")
def commands() -> None:
    """Hold the commands."""


def main() -> None:
    """Run the command line; what the machine refuses is said in a sentence."""
    # A build lives for a second and its values hold no cycles: looking for some would only cost time.
    gc.disable()
    atexit.register(gc.freeze)  # nor is it worth looking for some at the end
    # pydantic would look through every installed distribution for plugins, of which deckgen uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if sys.stdout.encoding and sys.stdout.encoding.lower() not in ("utf-8", "utf8"):
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                reconfigure(errors="replace")
    try:
        commands()
    except Exception as failure:  # a traceback would tell a marketer nothing
        fail(_broken(failure))


def _broken(failure: Exception) -> str:
    """Return a sentence for a fault of deckgen itself, with what its engineers need to find it."""
    frame = traceback.extract_tb(failure.__traceback__)[-1]
    place = f"{type(failure).__name__}: {failure} ({Path(frame.filename).name}:{frame.lineno})"
    return said(
        f"deckgen 自己出错了，不是大纲的问题，什么也没有写。请把大纲和这一行告诉我们：{place}",
        f"deckgen itself failed; your outline is not to blame and nothing was written. Please report: {place}",
    )
