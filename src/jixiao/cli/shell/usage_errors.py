"""Say what was wrong with the command line, in the user's language, whatever click found."""

from __future__ import annotations

import click

from jixiao.cli.shell.bilingual import UsageProblem, meant
from jixiao.cli.shell.language import language_of
from jixiao.finding import text_in


def complain(wrong: click.ClickException) -> str:
    """Give the complaint as one or two lines."""
    if isinstance(wrong, click.exceptions.NoArgsIsHelpError):
        return wrong.ctx.get_help()
    ctx = wrong.ctx if isinstance(wrong, click.UsageError) else None
    said = _message(wrong, ctx)
    if ctx is None:
        return said
    return f"{said}\n{text_in('cli.usage.see-help', language_of(ctx), path=ctx.command_path)}"


def _message(wrong: click.ClickException, ctx: click.Context | None) -> str:
    lang = language_of(ctx)
    if isinstance(wrong, UsageProblem):
        return wrong.message
    if isinstance(wrong, click.NoSuchOption):
        said = text_in("cli.usage.no-option", lang, name=wrong.option_name)
        return said + meant(wrong.possibilities or [], ctx)
    if isinstance(wrong, click.BadOptionUsage):
        flag = ctx is not None and any(
            isinstance(param, click.Option) and param.is_flag and wrong.option_name in param.opts
            for param in ctx.command.params
        )
        return text_in(
            "cli.usage.takes-none" if flag else "cli.usage.needs-value",
            lang,
            name=wrong.option_name,
        )
    if isinstance(wrong, click.BadParameter):
        return _bad_parameter(wrong, ctx)
    if ctx is not None and isinstance(ctx.command, click.Group):
        return text_in("cli.usage.no-command", lang)
    return text_in("cli.usage.wrong", lang, message=wrong.format_message())


def _bad_parameter(wrong: click.BadParameter, ctx: click.Context | None) -> str:
    lang = language_of(ctx)
    name = _name(wrong.param)
    if isinstance(wrong, click.MissingParameter):
        return text_in("cli.usage.missing", lang, name=name)
    kind = wrong.param.type if wrong.param else None
    if isinstance(kind, click.Choice):
        choices = text_in("words.separator", lang).join(map(str, kind.choices))
        return text_in("cli.usage.choose", lang, name=name, choices=choices)
    if isinstance(kind, type(click.INT)):
        return text_in("cli.usage.number", lang, name=name)
    return text_in("cli.usage.bad-value", lang, name=name)


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.name or "") if param else ""
