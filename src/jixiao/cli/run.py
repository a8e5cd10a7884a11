"""Run the command line: prepare the streams, call the command, turn what happens into a code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from jixiao.cli.app import app
from jixiao.cli.shell import (
    Exit,
    complain,
    explain_trouble,
    language_asked,
    prepare,
    print_notice,
    silence,
)
from jixiao.finding import Lang, text_in

TRACEBACK = "JIXIAO_TRACEBACK"


def run_command_line(args: Sequence[str] | None = None) -> int:
    """Run ``jixiao`` and give its exit code; nothing is raised."""
    lang = language_asked(sys.argv[1:] if args is None else args, os.environ)
    prepare()
    try:
        code = app.main(
            args=None if args is None else list(args),
            prog_name="jixiao",
            standalone_mode=False,
            obj=lang,
        )
        sys.stdout.flush()
    except click.ClickException as wrong:
        print_notice(complain(wrong))
        return Exit.MISUSE
    except BrokenPipeError:  # the reader of the result (head, less) has seen enough
        silence()
        return Exit.CLEAN
    except (click.Abort, KeyboardInterrupt):
        print_notice(text_in("cli.stopped", lang))
        return Exit.FAILED
    except Exception as trouble:
        if os.environ.get(TRACEBACK):
            raise
        print_notice(_explain(trouble, lang))
        return Exit.FAILED
    return code if isinstance(code, int) else Exit.CLEAN


def _explain(trouble: Exception, lang: Lang) -> str:
    if isinstance(trouble, OSError):
        return explain_trouble(trouble, lang)
    text = " ".join(str(trouble).split())[:200]
    return text_in("cli.bug", lang, kind=type(trouble).__name__, text=text)
