"""What becomes of delivered files, good and bad."""

import errno
import os
import sys
import zipfile
from pathlib import Path

import pytest

from reviewer.errors import Cancelled, UnreadableFile, UserError
from reviewer.intake import Key, archives, docx_body, gather, hash_file, read_text
from reviewer.model import FileKind, ImportResult
from reviewer.progress import Silent
from tests.intake.builders import (
    deliver,
    docx,
    packed,
    packed_raw,
    picture,
    scan,
    scan_pdf,
    text_pdf,
    write,
)

FILED, FAILED, LISTED = ImportResult.STORED, ImportResult.FAILED, ImportResult.LISTED


def only(folder: Path, name: str, content: bytes) -> tuple[ImportResult, str, str]:
    """Gather a folder with one file; return result, message and remedy."""
    (folder / "案卷").mkdir()
    (folder / "案卷" / name).write_bytes(content)
    delivery = deliver(folder / "案卷", folder / "work")
    assert len(delivery.rows) == 1, delivery.rows
    row = delivery.rows[0]
    assert row.path == name
    assert bool(delivery.unreadable) == (row.result is FAILED or bool(row.remedy))
    return row.result, row.message, row.remedy


GOOD = {
    "pdf": ("决定书.pdf", text_pdf([["行政处罚决定书"]])),
    "scan": ("扫描.pdf", scan_pdf([scan(["文书"])])),
    "docx": ("笔录.docx", docx("询问笔录")),
    "jpg": ("照片.jpg", picture()),
    "png": ("照片.PNG", picture("PNG")),
    "bmp": ("照片.bmp", picture("BMP")),
    "webp": ("照片.webp", picture("WEBP")),
    "tiff": ("传真.tif", picture("TIFF")),
}


@pytest.mark.parametrize(("name", "content"), GOOD.values(), ids=GOOD)
def test_readable_files_are_taken_without_remark(tmp_path: Path, name: str, content: bytes) -> None:
    assert only(tmp_path, name, content) == (FILED, "共 1 页。", "")


BAD = {
    "nothing in it": ("空.pdf", b"", "0 字节"),
    "locked pdf": ("密.pdf", text_pdf([["机密"]], password="1"), "打开密码"),
    "damaged pdf": ("坏.pdf", b"%PDF-1.4\nnothing follows", "已损坏"),
    "half a jpg": ("半.jpg", picture(size=(900, 900))[:20000], "不完整"),
    "half a png": ("半.png", picture("PNG", (400, 400))[:9000], "不完整"),
    "half a tiff": ("半.tif", picture("TIFF", (400, 400))[:9000], "不完整"),
    "half a docx": ("半.docx", docx("正文" * 500)[:9000], "不完整"),
    "half a zip": ("半.zip", packed({"a.jpg": picture()})[:500], "不完整"),
    "word 97": ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".doc"),
    "wps": ("文书.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".wps"),
    "et": ("台账.et", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".et"),
    "locked docx": (
        "密.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "密码",
    ),
    "ofd": ("公文.ofd", packed({"OFD.xml": b"<a/>", "Doc_0/Document.xml": b"<a/>"}), "OFD"),
    "xlsx": ("表.xlsx", packed({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "Excel"),
    "rar": ("卷.rar", b"Rar!\x1a\x07\x01\0 and more", "RAR"),
    "7z": ("卷.7z", b"7z\xbc\xaf\x27\x1c and more", "7Z"),
    "caj": ("文.caj", b"CAJ\0 and more", "CAJ"),
    "heic": ("照.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
    "text": ("说明.txt", "说明文字，供参考。".encode("gb18030"), "纯文本"),
    "html": ("页.html", b"<!DOCTYPE html><html></html>", "网页"),
    "rtf": ("文.doc", b"{\\rtf1 text}", "RTF"),
    "anything": ("未知.bin", bytes(range(256)) * 8, "不认识"),
}


@pytest.mark.parametrize(("name", "content", "says"), BAD.values(), ids=BAD)
def test_bad_files_get_a_sentence_and_a_remedy(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    result, message, remedy = only(tmp_path, name, content)

    assert result is FAILED
    assert says in message + remedy
    assert message.endswith("。")
    assert remedy.endswith("。")


def test_a_password_opens_the_file_that_it_is_for(tmp_path: Path) -> None:
    locked = text_pdf([["机密"]], password="1")
    case = write(tmp_path / "卷", a__pdf=locked, b__pdf=text_pdf([["公开"]]))
    work = tmp_path / "work"

    delivery = gather([case], work, Silent(), Key("a.pdf", "1"))

    [file] = delivery.files
    [row] = delivery.rows
    assert (file.path, file.pages, file.sha256) == ("a.pdf", 1, hash_file(case / "a.pdf"))
    assert file.original == str(case / "a.pdf")
    assert "机密" in next(iter(read_text(file))).lines[0].text
    assert "已用密码打开" in row.message
    assert (case / "a.pdf").read_bytes() == locked


def test_a_password_opens_a_file_in_an_archive(tmp_path: Path) -> None:
    inner = packed({"密/a.pdf": text_pdf([["机密"]], password="1"), "b.pdf": text_pdf([["公"]])})
    alone = write(tmp_path / "一", c__zip=inner) / "c.zip"

    for paths, name in (([alone], "密/a.pdf"), ([alone.parent], "c.zip/密/a.pdf")):
        delivery = gather(paths, tmp_path / name[:1], Silent(), Key(name, "1"))
        assert [(row.path, row.result) for row in delivery.rows] == [(name, FILED)]
        assert Path(delivery.files[0].original).exists()


@pytest.mark.parametrize("password", ["2", "", "密码" * 40], ids=["wrong", "none", "long"])
def test_a_wrong_password_opens_nothing_and_may_be_tried_again(
    tmp_path: Path, password: str
) -> None:
    case = write(tmp_path / "卷", a__pdf=text_pdf([["机密"]], password="1"))

    [row] = gather([case], tmp_path / "work", Silent(), Key("a.pdf", password)).rows

    assert row.result is FAILED
    assert row.locked
    assert row.message == ("密码不对，PDF 没有打开。" if password else "PDF 设有打开密码。")
    assert password not in repr(Key("a.pdf", password)) or not password


def test_a_damaged_file_asks_for_no_password(tmp_path: Path) -> None:
    case = write(tmp_path / "卷", a__pdf=b"%PDF-1.4\nnothing follows")

    assert not deliver(case, tmp_path / "work").rows[0].locked


def test_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    case = write(tmp_path / "卷", a__pdf=b"%PDF-1.4", b__jpg=picture(), c__pdf=b"")

    delivery = deliver(case, tmp_path / "work")

    assert [row.result for row in delivery.rows] == [FAILED, FILED, FAILED]
    assert [file.path for file in delivery.files] == ["b.jpg"]
    assert [one.path for one in delivery.unreadable] == ["a.pdf", "c.pdf"]


def test_a_wrong_suffix_is_read_by_content_and_said(tmp_path: Path) -> None:
    result, message, _ = only(tmp_path, "决定书.docx", text_pdf([["决定"]]))

    assert (result, message) == (FILED, "共 1 页。扩展名是 .docx，内容是PDF，按内容读取。")


def test_a_half_written_pdf_is_read_as_far_as_it_goes_and_said(tmp_path: Path) -> None:
    content = text_pdf([["第一页"], ["第二页"]])

    result, message, remedy = only(tmp_path, "半.pdf", content[: content.rindex(b"startxref")])

    assert result is FILED
    assert "可能缺页" in message
    assert remedy


def test_files_come_in_natural_order(tmp_path: Path) -> None:
    case = tmp_path / "卷"
    for number in (10, 2, 1):
        write(case / f"第{number}册", **{f"{number}__jpg": picture(size=(9 + number, 9))})

    delivery = deliver(case, tmp_path / "work")

    assert [file.path for file in delivery.files] == [
        "第1册/1.jpg",
        "第2册/2.jpg",
        "第10册/10.jpg",
    ]


def test_the_same_content_is_taken_once_and_said(tmp_path: Path) -> None:
    photo = picture()
    case = write(tmp_path / "卷", a__jpg=photo, b__jpg=photo)

    delivery = deliver(case, tmp_path / "work")

    assert [file.path for file in delivery.files] == ["a.jpg"]
    assert delivery.rows[1].result is ImportResult.DUPLICATE
    assert delivery.rows[1].message == "与“a.jpg”内容相同，只保存一份。"
    assert delivery.rows[1].sha256 == delivery.files[0].sha256


def test_audio_and_video_are_listed_with_their_hash(tmp_path: Path) -> None:
    film = b"\0\0\0\x18ftypmp42" + b"film" * 100
    case = write(tmp_path / "卷", 执法记录__mp4=film, a__zip=packed({"录音.mp3": b"ID3" + film}))

    delivery = deliver(case, tmp_path / "work")

    assert [(row.path, row.result) for row in delivery.rows] == [
        ("a.zip/录音.mp3", LISTED),
        ("执法记录.mp4", LISTED),
    ]
    assert all(file.sha256 and file.kind is FileKind.MEDIA for file in delivery.files)
    assert not (tmp_path / "work").exists()


LITTER = ["~$决定书.docx", "Thumbs.db", ".DS_Store", "desktop.ini", "._照片.jpg"]


@pytest.mark.parametrize("name", LITTER)
def test_what_programs_leave_behind_is_listed_and_no_failure(tmp_path: Path, name: str) -> None:
    result, message, _ = only(tmp_path, name, b"litter")

    assert result is LISTED
    assert message.endswith("已略过。")


def test_a_single_file_is_named_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, 决定书__pdf=text_pdf([["决定"]]))

    delivery = deliver(tmp_path / "决定书.pdf", tmp_path / "work")

    assert [file.path for file in delivery.files] == ["决定书.pdf"]
    assert delivery.source == "决定书.pdf"


def test_several_paths_keep_their_names_apart(tmp_path: Path) -> None:
    one = write(tmp_path / "甲" / "卷", a__jpg=picture(size=(20, 20)))
    two = write(tmp_path / "乙" / "卷", a__jpg=picture(size=(30, 30)))

    delivery = gather([one, two], tmp_path / "work", Silent())

    assert [file.path for file in delivery.files] == ["卷/a.jpg", "卷（2）/a.jpg"]
    assert delivery.source == "卷等 2 项"


def test_a_missing_path_is_a_users_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到"):
        deliver(tmp_path / "没有", tmp_path / "work")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right few accounts have")
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    case = write(tmp_path / "卷", a__jpg=picture())
    (case / "回到自己").symlink_to(case, target_is_directory=True)
    (case / "无处.pdf").symlink_to(case / "没有.pdf")

    delivery = deliver(case, tmp_path / "work")

    assert [(row.path, row.result) for row in delivery.rows] == [
        ("a.jpg", FILED),
        ("无处.pdf", FAILED),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names are always characters")
def test_a_name_of_undecodable_bytes_is_read_and_spelt(tmp_path: Path) -> None:
    case = tmp_path / "卷"
    case.mkdir()
    with open(os.fsencode(case) + b"/" + "决定书.jpg".encode("gbk"), "wb") as stream:  # noqa: PTH123 - Path has no byte names
        stream.write(picture())

    delivery = deliver(case, tmp_path / "work")

    assert [file.path for file in delivery.files] == ["决定书.jpg"]
    delivery.files[0].location.encode("utf-8")
    assert Path(delivery.files[0].location).is_file()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a plain account")
def test_what_may_not_be_opened_is_a_row(tmp_path: Path) -> None:
    case = write(tmp_path / "卷", a__jpg=picture())
    (case / "a.jpg").chmod(0)

    assert deliver(case, tmp_path / "work").rows[0].result is FAILED


def test_cancel_stops_gathering(tmp_path: Path) -> None:
    class Stop:
        def report(self, done: int, total: int, label: str) -> None:
            raise Cancelled

    case = write(tmp_path / "卷", a__jpg=picture())

    with pytest.raises(Cancelled):
        gather([case], tmp_path / "work", Stop())


def test_originals_stay_as_they_were(tmp_path: Path) -> None:
    case = write(tmp_path / "卷", a__pdf=text_pdf([["一"]]), b__zip=packed({"c.jpg": picture()}))
    before = {path.name: path.read_bytes() for path in case.iterdir()}

    deliver(case, tmp_path / "work")

    assert {path.name: path.read_bytes() for path in case.iterdir()} == before


def test_a_huge_jpg_is_read_scaled_down_and_said(tmp_path: Path) -> None:
    result, message, _ = only(tmp_path, "大.jpg", picture_of(30_000, 3_000, "JPEG"))

    assert result is FILED
    assert "30000×3000" in message


def test_a_huge_png_is_refused_without_decoding_it(tmp_path: Path) -> None:
    header = picture("PNG", (8, 8))
    huge = header[:16] + (30_000).to_bytes(4, "big") * 2 + header[24:]

    result, message, remedy = only(tmp_path, "大.png", with_crc(huge))

    assert result is FAILED
    assert "30000×30000" in message
    assert "缩小" in remedy


def picture_of(width: int, height: int, format_: str) -> bytes:
    import io

    from PIL import Image

    stream = io.BytesIO()
    Image.new("L", (width, height), 255).save(stream, format_)
    return stream.getvalue()


def with_crc(png: bytes) -> bytes:
    """Mend the checksum of the header that was changed."""
    import zlib

    return png[:29] + zlib.crc32(png[12:29]).to_bytes(4, "big") + png[33:]


# Archives


def test_a_zip_is_a_case_of_its_members(tmp_path: Path) -> None:
    (tmp_path / "卷.zip").write_bytes(packed({"正卷/1.jpg": picture(), "正卷/": b""}))

    delivery = deliver(tmp_path / "卷.zip", tmp_path / "work")

    assert [file.path for file in delivery.files] == ["正卷/1.jpg"]
    assert Path(delivery.files[0].location).is_relative_to(tmp_path / "work")


NAMES = {
    "GBK": ("案卷\\决定书.jpg".encode("gbk"), "案卷/决定书.jpg"),
    "UTF-8 without its flag": ("案卷/决定书.jpg".encode(), "案卷/决定书.jpg"),
    "ASCII": (b"a/b.jpg", "a/b.jpg"),
}


@pytest.mark.parametrize(("raw", "name"), NAMES.values(), ids=NAMES)
def test_member_names_of_chinese_windows_are_decoded(tmp_path: Path, raw: bytes, name: str) -> None:
    (tmp_path / "卷.zip").write_bytes(packed_raw([(raw, picture())]))

    delivery = deliver(tmp_path / "卷.zip", tmp_path / "work")

    assert [file.path for file in delivery.files] == [name]


ESCAPES = ["../外面.jpg", "a/../../外面.jpg", "/etc/外面.jpg", "C:/外面.jpg"]


@pytest.mark.parametrize("name", ESCAPES)
def test_a_member_that_points_outside_is_refused_and_the_rest_is_read(
    tmp_path: Path, name: str
) -> None:
    case = write(tmp_path / "卷", a__zip=packed({name: b"x", "好.jpg": picture()}))

    delivery = deliver(case, tmp_path / "work")

    assert {row.result for row in delivery.rows} == {FAILED, FILED}
    assert [file.path for file in delivery.files] == ["a.zip/好.jpg"]
    assert not list(tmp_path.rglob("外面.jpg"))


def test_a_bomb_is_stopped_while_unpacking(tmp_path: Path) -> None:
    bomb = packed({"零.bin": b"\0" * 80_000_000, "后.jpg": picture()})
    case = write(tmp_path / "卷", a__zip=bomb)

    delivery = deliver(case, tmp_path / "work")

    assert [row.result for row in delivery.rows] == [FAILED]
    assert "体积远大于" in delivery.rows[0].message
    assert list((tmp_path / "work").iterdir()) == []


def test_archives_in_an_archive_share_its_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "RATIO_FROM", 1_000_000)
    inner = [packed({f"{n}.bin": bytes([n]) + bytes(900_000)}) for n in range(20)]
    outer = packed({f"{n:02}.zip": content for n, content in enumerate(inner)})
    case = write(tmp_path / "卷", a__zip=outer)

    delivery = deliver(case, tmp_path / "work")

    assert len(delivery.rows) < 10
    assert "体积远大于" in delivery.rows[-1].message


def test_what_is_refused_does_not_stay_on_the_disk(tmp_path: Path) -> None:
    inner = packed({"好.jpg": picture(), "说明.txt": b"text"})
    case = write(tmp_path / "卷", a__zip=packed({"内.zip": inner, "坏.pdf": b"%PDF-1.4"}))

    delivery = deliver(case, tmp_path / "work")

    assert [file.path for file in delivery.files] == ["a.zip/内.zip/好.jpg"]
    assert [str(path.absolute()) for path in (tmp_path / "work").iterdir()] == [
        delivery.files[0].location
    ]


def test_members_of_one_name_are_told_apart_before_the_suffix(tmp_path: Path) -> None:
    photos = [picture(size=(size, 9)) for size in (20, 30)]
    members = [("照片.jpg".encode(), photo) for photo in photos]

    (tmp_path / "卷.zip").write_bytes(packed_raw(members))
    delivery = deliver(tmp_path / "卷.zip", tmp_path / "work")

    assert sorted(row.path for row in delivery.rows) == ["照片.jpg", "照片（2）.jpg"]
    assert {row.message for row in delivery.rows} == {"共 1 页。"}


def test_a_docx_of_endless_paragraphs_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx_body, "_MOST_PIECES", 100)

    path = write(tmp_path / "卷", a__docx=docx(*["段"] * 60)) / "a.docx"

    with pytest.raises(UnreadableFile, match="段落过多"):
        docx_body.read_body(path)


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    crowd = packed({f"{number}.txt": b"" for number in range(20_000)})

    result, message, _ = only(tmp_path, "多.zip", crowd)

    assert result is FAILED
    assert "20000 个文件" in message


def test_an_archive_in_an_archive_is_opened_and_a_third_one_refused(tmp_path: Path) -> None:
    inner = packed({"深.zip": packed({"x.jpg": picture()}), "好.jpg": picture(size=(50, 50))})
    case = write(tmp_path / "卷", 外__zip=packed({"内.zip": inner}))

    delivery = deliver(case, tmp_path / "work")

    assert [(row.path, row.result) for row in delivery.rows] == [
        ("外.zip/内.zip/好.jpg", FILED),
        ("外.zip/内.zip/深.zip", FAILED),
    ]


def test_a_full_disk_is_named_while_unpacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("reviewer.intake.intaking.Intaking._new_location", full)
    case = write(tmp_path / "卷", a__zip=packed({"a.jpg": picture()}))

    [row] = deliver(case, tmp_path / "work").rows

    assert row.message == "磁盘空间不足，解压失败。"
    assert "清理" in row.remedy


def test_a_zip_with_a_password_says_so(tmp_path: Path) -> None:
    raw = bytearray(packed({"a.jpg": picture()}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1

    delivery = deliver(write(tmp_path / "卷", a__zip=bytes(raw)), tmp_path / "work")

    assert delivery.rows[0].message == "压缩包设有密码。"


def test_a_docx_that_points_outside_says_so(tmp_path: Path) -> None:
    relation = (
        b'<Relationship Id="rId99" TargetMode="External" Target="http://192.0.2.1/x.png" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
    )
    changed = {}
    import io

    with zipfile.ZipFile(io.BytesIO(docx("正文"))) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", relation + b"</Relationships>")
            changed[name] = content

    result, message, _ = only(tmp_path, "外链.docx", packed(changed))

    assert result is FILED
    assert "1 处外部内容，未访问" in message


def test_a_docx_that_unpacks_into_far_more_than_it_holds_is_refused(tmp_path: Path) -> None:
    body = b"<w:p/>" * 5_000_000
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": b'<w:document xmlns:w="w"><w:body>' + body + b"</w:body></w:document>",
    }
    case = write(tmp_path / "卷", **{"1.docx": packed(parts), "2.docx": docx("立案审批表")})

    delivery = deliver(case, tmp_path / "work")

    assert [row.result for row in delivery.rows] == [ImportResult.FAILED, ImportResult.STORED]
    assert delivery.rows[0].message == "Word 文档的内容解压后过大，未读取。"
    assert delivery.rows[0].remedy
