"""``jixiao serve``: the local page, for people without a terminal."""

from __future__ import annotations

import importlib.util
import sys
import webbrowser
from pathlib import Path
from threading import Thread

import click

from jixiao.cli.commands.rulebooks import library_at, problems_text
from jixiao.cli.shell import (
    Exit,
    UsageProblem,
    bilingual_command,
    give_result,
    lang_option,
    language_of,
    option,
    print_notice,
    rulebooks_option,
)
from jixiao.finding import Lang, text_in

_NEEDED = ("starlette", "uvicorn", "python_multipart")


@bilingual_command("serve", says="cli.serve.help")
@click.argument("folder", metavar="[FOLDER]", required=False)
@option("--port", type=click.IntRange(0, 65_535), default=0, metavar="N", says="cli.serve.port")
@option("--host", default="127.0.0.1", metavar="ADDRESS", says="cli.serve.host")
@option("--no-browser", is_flag=True, says="cli.serve.no-browser")
@rulebooks_option()
@lang_option()
@click.pass_context
def command(
    ctx: click.Context,
    folder: str | None,
    port: int,
    host: str,
    rulebooks: str | None,
    *,
    no_browser: bool,
    lang: str | None,  # noqa: ARG001 - found before parsing
) -> int:
    """Serve the page until Ctrl-C."""
    from jixiao.rulebook import RulebookError

    said = language_of(ctx)
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        print_notice(text_in("cli.serve.no-web", said))
        return Exit.FAILED
    if folder is not None and not Path(folder).is_dir():
        raise UsageProblem(text_in("cli.serve.no-folder", said, folder=folder))
    try:
        known = library_at(rulebooks, said)
    except RulebookError as broken:
        print_notice(problems_text(broken, said))
        return Exit.FAILED
    from jixiao.web import LOOPBACK, Address, run_server

    if host not in LOOPBACK:
        print_notice(text_in("cli.serve.open-to-others", said, host=host))

    def opened(address: Address) -> None:
        give_result(f"{address.url}\n")
        sys.stdout.flush()
        print_notice(text_in("cli.serve.opened", said))
        if not no_browser:  # a browser may not give the call back until it is closed
            Thread(target=webbrowser.open, args=(address.url,), daemon=True).start()

    try:
        has_left = run_server(
            host, port, known, folder=Path(folder) if folder else None, lang=said, opened=opened
        )
    except OSError as trouble:
        return _no_port(host, port, trouble, said)
    print_notice(text_in("cli.serve.closed", said))
    if has_left:
        print_notice(text_in("cli.serve.left", said))
    return Exit.CLEAN


def _no_port(host: str, port: int, trouble: OSError, lang: Lang) -> int:
    reason = trouble.strerror or str(trouble)
    print_notice(text_in("cli.serve.no-port", lang, host=host, port=port, reason=reason))
    return Exit.FAILED
