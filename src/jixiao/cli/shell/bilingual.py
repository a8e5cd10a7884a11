"""Commands, groups and options whose help is written in two languages; groups load lazily."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import click

from jixiao.cli.shell.language import language_of
from jixiao.finding import Bilingual, text_in, text_of
from jixiao.reporting import pad_text, screen_width_of, wrap_text

F = TypeVar("F", bound=Callable[..., Any])


class UsageProblem(click.UsageError):
    """The command was used wrongly; the message is in the user's language already."""


class Option(click.Option):
    """An option with help in two languages."""

    def __init__(self, names: Sequence[str], texts: Bilingual, **attrs: Any) -> None:
        self.texts = texts
        super().__init__(names, **attrs)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the language of ``ctx``."""
        record = super().get_help_record(ctx)
        return record and (record[0], self.texts.text(language_of(ctx)))


def _write_section(
    heading: str, records: Sequence[tuple[str, str]], formatter: click.HelpFormatter
) -> None:
    """Write names and their help in two columns, counting a Chinese character as two places."""
    indent = min(26, max(screen_width_of(name) for name, _ in records)) + 4
    formatter.write(f"\n{heading}:\n")
    for name, text in records:
        lines = wrap_text(text, formatter.width - indent)
        start = f"  {pad_text(name, indent - 2)}"
        if screen_width_of(name) > indent - 4:
            formatter.write(start.rstrip() + "\n")
            start = " " * indent
        formatter.write(start + ("\n" + " " * indent).join(lines) + "\n")


class _Speaking(click.Command):
    """What commands and groups share: help and complaints in the language of the context."""

    def __init__(self, *args: Any, texts: Bilingual, **attrs: Any) -> None:
        self.texts = texts
        attrs.setdefault("context_settings", {}).update(
            help_option_names=["-h", "--help"], max_content_width=100
        )
        super().__init__(*args, **attrs)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Parse; a complaint that does not know its command learns it here."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as wrong:
            if wrong.ctx is None:
                wrong.ctx = click.Context(self, parent=parent, info_name=info_name, **extra)
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call the command."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(
            ctx.command_path, pieces, text_in("cli.shell.usage", language_of(ctx))
        )

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        for paragraph in self.texts.text(language_of(ctx)).split("\n\n"):
            lines = wrap_text(paragraph, formatter.width - 2)
            formatter.write("\n" + "".join(f"  {line}\n" for line in lines))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of options."""
        lang = language_of(ctx)
        records = []
        for param in self.get_params(ctx):
            if isinstance(param, Option):
                records.append(param.get_help_record(ctx))
            elif isinstance(param, click.Option):  # the one that click adds itself
                records.append(("-h, --help", text_in("cli.shell.help", lang)))
        _write_section(
            text_in("cli.shell.options", lang),
            [record for record in records if record],
            formatter,
        )


class Command(_Speaking):
    """A command; refuses surplus arguments in the user's language."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; what is left over is wrong use."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            said = text_in("cli.shell.extra", language_of(ctx), args=" ".join(rest))
            raise UsageProblem(said, ctx)
        return rest

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Arguments first: they are what a user writes first."""
        lang = language_of(ctx)
        return [
            *(piece for param in self.get_params(ctx) for piece in param.get_usage_pieces(ctx)),
            text_in("cli.shell.options-piece", lang),
        ]


class SubCommand(NamedTuple):
    """A subcommand that is loaded when it is used: where it lives and its one-line help."""

    module: str
    short: Bilingual


class LazyGroup(_Speaking, click.Group):
    """A group that imports a subcommand's module only when that subcommand runs."""

    def __init__(self, *args: Any, subcommands: Mapping[str, SubCommand], **attrs: Any) -> None:
        super().__init__(*args, **attrs)
        self.subcommands = subcommands

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order in which they are best learnt."""
        return list(self.subcommands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load one subcommand."""
        if cmd_name not in self.subcommands:
            return None
        module = importlib.import_module(self.subcommands[cmd_name].module)
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand; an unknown one is answered with the nearest."""
        name = args[0]
        if name not in self.subcommands and not ctx.resilient_parsing and name[:1] != "-":
            import difflib

            lang = language_of(ctx)
            said = text_in("cli.shell.no-command", lang, name=name)
            near = difflib.get_close_matches(name, self.subcommands, cutoff=0.5)
            raise UsageProblem(said + meant(near or list(self.subcommands), ctx), ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """``命令 …``."""
        return [text_in("cli.shell.command-piece", language_of(ctx))]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of subcommands without loading them."""
        lang = language_of(ctx)
        shorts = [(name, sub.short.text(lang)) for name, sub in self.subcommands.items()]
        _write_section(text_in("cli.shell.commands", lang), shorts, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write subcommands, then options."""
        self.format_commands(ctx, formatter)
        _Speaking.format_options(self, ctx, formatter)


def meant(names: Sequence[str], ctx: click.Context | None) -> str:
    """Suggest ``names`` in place of what was typed; empty where there are none."""
    if not names:
        return ""
    lang = language_of(ctx)
    listed = text_in("words.separator", lang).join(names)
    return (" " if lang == "en" else "") + text_in("cli.shell.meant", lang, names=listed)


def option(*names: str, says: str, **attrs: Any) -> Callable[[F], F]:
    """Add an option; ``says`` is the id of its help."""
    return click.option(*names, cls=Option, texts=text_of(says), **attrs)


def bilingual_command(name: str, *, says: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command; ``says`` is the id of its help."""
    return click.command(name, cls=Command, texts=text_of(says))
