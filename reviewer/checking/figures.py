"""The file that the measured figures of the rules ship in: resources/proof-figures.json.

`reviewer prove --figures` writes it, nobody by hand.  One line a rule, so that a change of the
figures can be read in the history of the file.
"""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from reviewer.errors import BadData, UserError
from reviewer.model.figures import MADE_UP, Measured, RuleScore
from reviewer.resources import resource

FIGURES_FILE = "proof-figures.json"
_SCHEMA = 1
_SCORE = tuple(one.name for one in fields(RuleScore) if one.name != "rule")
_PLAIN = tuple(one.name for one in fields(Measured) if one.name not in {"on", "seeds", "rules"})


def load_figures(path: Path | None = None) -> tuple[Measured, ...]:
    """Return the figures of `path`, those that ship with the program without it.

    Empty when the file is missing: then nothing was measured yet.

    Raises:
        BadData: the file is not one that the program wrote.
    """
    path = path or resource(FIGURES_FILE)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_measured(entry) for entry in _entries(content))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadData(
            f"测量结果《{path.name}》格式有误。", "请用 reviewer prove 重新测量，或删除该文件。"
        ) from error


def save_figures(measured: Sequence[Measured], path: Path) -> None:
    """Write the figures to `path`, wholly or not at all.

    Raises:
        UserError: the file cannot be written.
    """
    draft = path.with_suffix(".new")
    try:
        draft.write_text(_text(measured), encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise UserError(f"写不出“{path}”。", "请确认文件夹存在且可以写入。") from error


def _entries(content: dict[str, Any]) -> list[dict[str, Any]]:
    if content["schema"] != _SCHEMA:
        raise ValueError(content["schema"])
    entries: list[dict[str, Any]] = content["measured"]
    return entries


def _measured(entry: dict[str, Any]) -> Measured:
    first, last = entry["seeds"]
    rules = entry["rules"].items()
    return Measured(
        on=date.fromisoformat(entry["on"]),
        seeds=(int(first), int(last)),
        rules=tuple(RuleScore(code, *(int(one[name]) for name in _SCORE)) for code, one in rules),
        **{name: entry[name] for name in _PLAIN},
    )


def _text(measured: Sequence[Measured]) -> str:
    entries = ",\n".join(_entry(one) for one in measured)
    note = _json(f"{MADE_UP}。由 reviewer prove --figures 写入，不手工修改。")
    return f'{{\n"note": {note},\n"schema": {_SCHEMA},\n"measured": [\n{entries}\n]\n}}\n'


def _entry(one: Measured) -> str:
    head = {name: getattr(one, name) for name in _PLAIN}
    head |= {"on": one.on.isoformat(), "seeds": list(one.seeds)}
    lines = [f"  {_json(name)}: {_json(value)}," for name, value in head.items()]
    rules = ",\n".join(
        f"   {_json(score.rule)}: {_json({name: getattr(score, name) for name in _SCORE})}"
        for score in one.rules
    )
    return "\n".join([" {", *lines, f'  "rules": {{\n{rules}\n  }}', " }"])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
