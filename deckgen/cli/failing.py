"""How a command ends where the machine, not the outline, stands in its way."""

from __future__ import annotations

from typing import NoReturn

import click


def fail(reason: str) -> NoReturn:
    """Say in a sentence what the machine lacks or refuses and end with the exit code of such failures."""
    click.echo(reason, err=True)
    raise SystemExit(3)
