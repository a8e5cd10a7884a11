"""What all commands share: two languages, the two streams, options, exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.cli.shell import bilingual as bilingual
    from jixiao.cli.shell import console as console
    from jixiao.cli.shell.bilingual import LazyGroup as LazyGroup
    from jixiao.cli.shell.bilingual import SubCommand as SubCommand
    from jixiao.cli.shell.bilingual import UsageProblem as UsageProblem
    from jixiao.cli.shell.bilingual import lang_option as lang_option
    from jixiao.cli.shell.bilingual import option as option
    from jixiao.cli.shell.console import Counter as Counter
    from jixiao.cli.shell.console import give_result as give_result
    from jixiao.cli.shell.exits import Exit as Exit
    from jixiao.cli.shell.language import language_asked as language_asked
    from jixiao.cli.shell.language import language_of as language_of
    from jixiao.cli.shell.usage_errors import complain as complain
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            # Commands, groups and options whose help is written in two languages; groups load lazi
            "bilingual": "bilingual",
            # The two streams: the result in UTF-8 on standard output, everything else on standard
            "console": "console",
            # A group that imports a subcommand's module only when that subcommand runs
            "LazyGroup": "bilingual",
            "SubCommand": "bilingual",  # A subcommand that is loaded when it is used
            "UsageProblem": "bilingual",  # The command was used wrongly
            "lang_option": "bilingual",  # Add ``--lang``
            "option": "bilingual",  # Add an option with its help in two languages
            "Counter": "console",  # Tell on standard error how far a run over several files is
            "give_result": "console",  # Write a result to standard output
            "Exit": "exits",  # What the program's exit code says
            # Find the language before anything is parsed, so that complaints about ``args`` speak
            "language_asked": "language",
            "language_of": "language",  # The language of a running command
            "complain": "usage_errors",  # Give the complaint as one or two lines
        },
    )
