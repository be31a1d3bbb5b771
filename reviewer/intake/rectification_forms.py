"""Reading 整改台账填报表 back, from Excel or Word, however it was re-saved.

Rows are known by their marks, never by their order; columns by their marks or heads.  Nothing is
compared here with the records and nothing imported (`campaign.form_preview`).
"""

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

from reviewer.errors import UnreadableFile, UserError
from reviewer.intake.rectification_excel import read_workbook
from reviewer.intake.rectification_word import read_document
from reviewer.model.rectification_forms import FILLED, FORM_TITLE, ReadForm

_SIZE = 50_000_000
"""Bytes; the form of 500 problems has less than one million."""
_FILES, _DEPTH = 2_000, 2
_AGAIN = "请让填报单位用 Excel 或 WPS 打开，另存为 .xlsx（Word 填报的另存为 .docx）后重新报送。"
_OLE = b"\xd0\xcf\x11\xe0"


def read_form(path: Path) -> ReadForm:
    """Return what the form `path` holds, and which files lie beside it.

    Raises:
        UserError: it is no form of ours, cannot be opened, or has lost its columns.
    """
    kind = _kind(path)
    try:
        form = read_workbook(path) if kind == "excel" else read_document(path)
    except UnreadableFile as error:
        raise UserError(f"无法读取《{path.name}》：{error}", _AGAIN) from error
    if form.mark is None and not any(row.mark for row in form.rows):
        raise UserError(
            f"《{path.name}》中没有{FORM_TITLE}的标识，不是本程序生成的{FORM_TITLE}，或者标识已被删除。",
            f"请让填报单位在下发的{FORM_TITLE}上填写后重新报送，不要复制到新建的文件。",
        )
    if len(form.lost_columns) == len(FILLED):
        raise UserError(
            f"《{path.name}》中没有找到填写栏的列标题。",
            f"列标题应为{'、'.join(one.title for one in FILLED)}，请恢复后重新导入。",
        )
    beside = tuple(one for one in _beside(path) if one != path)
    return ReadForm(path, form.mark, form.rows, beside, form.lost_columns)


def _kind(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            first = stream.read(8)
        size = path.stat().st_size
    except OSError as error:
        raise UserError(f"无法打开《{path.name}》。", "请确认文件存在且没有被占用。") from error
    if size > _SIZE:
        raise UserError(
            f"《{path.name}》超过 50 MB，不是{FORM_TITLE}。", "佐证材料请单独存放，不要插入表内。"
        )
    if first.startswith(_OLE):
        raise UserError(f"《{path.name}》是旧格式文件，或者设有打开密码。", _AGAIN)
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise UserError(
            f"《{path.name}》不是 Excel 或者 Word 文件，或者已损坏。", _AGAIN
        ) from error
    if any(name.startswith("xl/") for name in names):
        return "excel"
    if any(name.startswith("word/") for name in names):
        return "word"
    raise UserError(f"《{path.name}》不是 .xlsx 或者 .docx 文件。", _AGAIN)


def _beside(path: Path) -> Iterator[Path]:
    """Yield the files of the form's folder and the folders in it, no hidden and no lock files."""
    found = 0
    top = path.parent
    for folder, folders, names in os.walk(top):
        depth = len(Path(folder).relative_to(top).parts)
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        if depth >= _DEPTH:
            folders.clear()
        for name in sorted(names):
            if name.startswith((".", "~$")):
                continue
            found += 1
            if found > _FILES:
                return
            yield Path(folder) / name
