"""The help and the complaints of the command line, in Chinese.

click takes its words from gettext catalogues that have no Chinese; the few words that show are
said here instead.
"""

import click

_HEADS = {"Options": "选项", "Commands": "命令"}
_HELP = "显示这些说明。"


class _Formatter(click.HelpFormatter):
    """Help with Chinese heads and full-width colons."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write the head of a list."""
        self.write(f"{'':>{self.current_indent}}{_HEADS.get(heading, heading)}：\n")


class _Context(click.Context):
    formatter_class = _Formatter


class ChineseCommand(click.Command):
    """A command that explains itself in Chinese."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the name of the command."""
        return [_piece(piece) for piece in super().collect_usage_pieces(ctx)]


class ChineseGroup(ChineseCommand, click.Group):
    """A command of commands, all of which explain themselves in Chinese."""

    command_class = ChineseCommand


def unusable(error: click.UsageError) -> str:
    """Return what is wrong with the arguments, and how the command is called."""
    usage = error.ctx.get_usage() if error.ctx is not None else "用法：reviewer 命令"
    asked = error.ctx.command_path if error.ctx is not None else "reviewer"
    return f"{_what(error)}。{usage}\n各选项见 {asked} --help。"


def _what(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有“{error.option_name}”这个选项"
        case click.NoSuchCommand():
            return f"没有“{error.command_name}”这个命令"
        case click.BadOptionUsage():
            return f"选项“{error.option_name}”的写法有误"
        case click.MissingParameter():
            return f"没有给出{_named(error)}"
        case click.BadParameter():
            return f"{_named(error) or '参数'}有误"
        case _:
            return "参数过多或写法有误"


def _named(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    if isinstance(error.param, click.Option):
        return f"选项“{error.param.opts[-1]}”"
    return f"“{(error.param.metavar or error.param.name or '').rstrip('…')}”"


def _piece(piece: str) -> str:
    return {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数…]"}.get(piece, piece)
