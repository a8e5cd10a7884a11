"""What all commands share: two languages, the two streams, options, exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.front_door import front_door

if TYPE_CHECKING:
    from jixiao.cli.shell.bilingual import LazyGroup as LazyGroup
    from jixiao.cli.shell.bilingual import SubCommand as SubCommand
    from jixiao.cli.shell.bilingual import UsageProblem as UsageProblem
    from jixiao.cli.shell.bilingual import bilingual_command as bilingual_command
    from jixiao.cli.shell.bilingual import option as option
    from jixiao.cli.shell.console import WIDTH as WIDTH
    from jixiao.cli.shell.console import Counter as Counter
    from jixiao.cli.shell.console import explain_trouble as explain_trouble
    from jixiao.cli.shell.console import give_result as give_result
    from jixiao.cli.shell.console import paint as paint
    from jixiao.cli.shell.console import prepare as prepare
    from jixiao.cli.shell.console import print_notice as print_notice
    from jixiao.cli.shell.console import screen_width as screen_width
    from jixiao.cli.shell.console import silence as silence
    from jixiao.cli.shell.exits import Exit as Exit
    from jixiao.cli.shell.language import language_asked as language_asked
    from jixiao.cli.shell.language import language_of as language_of
    from jixiao.cli.shell.options import fail_on_option as fail_on_option
    from jixiao.cli.shell.options import force_option as force_option
    from jixiao.cli.shell.options import lang_option as lang_option
    from jixiao.cli.shell.options import limits_option as limits_option
    from jixiao.cli.shell.options import output_option as output_option
    from jixiao.cli.shell.options import rulebook_option as rulebook_option
    from jixiao.cli.shell.options import rulebooks_option as rulebooks_option
    from jixiao.cli.shell.usage_errors import complain as complain
else:
    __getattr__, __dir__, __all__ = front_door(
        __name__,
        {
            "LazyGroup": "bilingual",  # a group of commands, each imported when it runs
            "SubCommand": "bilingual",  # where a command lives, and its one-line help
            "UsageProblem": "bilingual",  # wrong use of a command, in the user's language
            # make a function a command with help in two languages
            "bilingual_command": "bilingual",
            "option": "bilingual",  # an option with help in two languages
            "Counter": "console",  # progress over several files on standard error
            "WIDTH": "console",  # columns of a line where the result goes to no terminal
            "explain_trouble": "console",  # plain words for a file that cannot be read or written
            "give_result": "console",  # write the result to standard output
            "paint": "console",  # colour a text where standard output shows colours
            "prepare": "console",  # set the encodings of the two streams
            "print_notice": "console",  # write a remark to standard error
            "screen_width": "console",  # columns that a line of the result may take
            "silence": "console",  # stop writing to a standard output that nobody reads
            "Exit": "exits",  # the exit codes
            "language_asked": "language",  # the language, found before anything is parsed
            "language_of": "language",  # the language of a running command
            "fail_on_option": "options",  # the option --fail-on
            "force_option": "options",  # the option --force
            "lang_option": "options",  # the option --lang
            "limits_option": "options",  # the option --limits
            "output_option": "options",  # the option --output
            "rulebook_option": "options",  # the option --rulebook
            "rulebooks_option": "options",  # the option --rulebooks
            "complain": "usage_errors",  # a usage error in one or two lines
        },
    )
