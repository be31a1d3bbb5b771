"""Reading the data files that ship with the program and that a bureau may change.

A file that is wrong is refused with a sentence that names the file; nothing is guessed.
"""

from pathlib import Path
from typing import Any

import yaml

from reviewer.errors import BadData
from reviewer.paths import resources_folder


def resource(*parts: str) -> Path:
    """Return the path of a shipped data file, such as `resource("rules", "deadlines.yaml")`."""
    return resources_folder().joinpath(*parts)


def load_yaml(path: Path) -> Any:
    """Return the content of a YAML file.

    Raises:
        BadData: the file is missing or is not YAML.
    """
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=_Loader)
    except FileNotFoundError as error:
        raise BadData(
            f"缺少资料文件《{path.name}》。", "请重新安装程序，或从备份恢复该文件。"
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadData(
            f"资料文件《{path.name}》格式有误：{error}", "请改正该文件，或重新安装程序。"
        ) from error


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader that refuses a key written twice; PyYAML lets the last one win silently.

    The C loader is about ten times as fast; wheels of all our platforms carry it.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping of `node`; raises a YAML error that names the doubled key."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"“{key.value}”写了两次", key.start_mark
                )
            seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping
