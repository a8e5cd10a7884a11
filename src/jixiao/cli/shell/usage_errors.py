"""Say what was wrong with the command line, in the user's language, whatever click found."""

from __future__ import annotations

import click

from jixiao.cli.shell.bilingual import UsageProblem, meant
from jixiao.cli.shell.language import language_of
from jixiao.finding import Bilingual

NO_OPTION = Bilingual("没有选项“{name}”。", "There is no option “{name}”.")
NEEDS_VALUE = Bilingual("选项“{name}”后面要写一个值。", "The option “{name}” needs a value.")
TAKES_NONE = Bilingual("选项“{name}”后面不带值。", "The option “{name}” takes no value.")
MISSING = Bilingual("还缺少：{name}。", "Missing: {name}.")
CHOOSE = Bilingual("“{name}”只能是下列之一：{choices}。", "“{name}” must be one of: {choices}.")
NUMBER = Bilingual("“{name}”要写一个整数。", "“{name}” must be a whole number.")
BAD_VALUE = Bilingual("“{name}”的值不能用。", "The value of “{name}” cannot be used.")
NO_COMMAND = Bilingual("请写明要用的命令。", "Please name a command.")
WRONG = Bilingual("命令写法不对：{message}", "Wrong use: {message}")
SEE_HELP = Bilingual("用法请看：{path} --help", "For help: {path} --help")


def complain(wrong: click.ClickException) -> str:
    """Give the complaint as one or two lines."""
    if isinstance(wrong, click.exceptions.NoArgsIsHelpError):
        return wrong.ctx.get_help()
    ctx = wrong.ctx if isinstance(wrong, click.UsageError) else None
    said = _message(wrong, ctx)
    if ctx is None:
        return said
    return f"{said}\n{SEE_HELP.text(language_of(ctx)).format(path=ctx.command_path)}"


def _message(wrong: click.ClickException, ctx: click.Context | None) -> str:
    lang = language_of(ctx)
    if isinstance(wrong, UsageProblem):
        return wrong.message
    if isinstance(wrong, click.NoSuchOption):
        said = NO_OPTION.text(lang).format(name=wrong.option_name)
        return said + meant(wrong.possibilities or [], ctx)
    if isinstance(wrong, click.BadOptionUsage):
        flag = ctx is not None and any(
            isinstance(param, click.Option) and param.is_flag and wrong.option_name in param.opts
            for param in ctx.command.params
        )
        return (TAKES_NONE if flag else NEEDS_VALUE).text(lang).format(name=wrong.option_name)
    if isinstance(wrong, click.BadParameter):
        return _bad_parameter(wrong, ctx)
    if ctx is not None and isinstance(ctx.command, click.Group):
        return NO_COMMAND.text(lang)
    return WRONG.text(lang).format(message=wrong.format_message())


def _bad_parameter(wrong: click.BadParameter, ctx: click.Context | None) -> str:
    lang = language_of(ctx)
    name = _name(wrong.param)
    if isinstance(wrong, click.MissingParameter):
        return MISSING.text(lang).format(name=name)
    kind = wrong.param.type if wrong.param else None
    if isinstance(kind, click.Choice):
        choices = ("、" if lang == "zh" else ", ").join(map(str, kind.choices))
        return CHOOSE.text(lang).format(name=name, choices=choices)
    if isinstance(kind, type(click.INT)):
        return NUMBER.text(lang).format(name=name)
    return BAD_VALUE.text(lang).format(name=name)


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.name or "") if param else ""
