"""What comes after the decision: service by announcement, payment, enforcement, transfer.

The dates are told in sentences as often as under labels; a label counts first.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from reviewer.reading.ending_dates import end_date
from reviewer.reading.extract.near import (
    dates_with_sentence,
    near,
    near_time,
    not_in_head,
    sums_after,
    ticked,
)
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import (
    GUESSED,
    LABELLED,
    TOLD,
    Found,
    dated,
    first_of,
    signed_in,
)
from reviewer.reading.fragment import Fragment
from reviewer.reading.money import counted, sums
from reviewer.reading.run_in import body_date
from reviewer.reading.sheet import Sheet
from reviewer.reading.signing import last_date, receipt_date, signing_date

_NUMBER = r"(?P<n>[0-9]{1,3}|[一二三四五六七八九十百]{1,4})"
_SIGNED = first_of(dated("signed_on"), signing_date(), body_date(), last_date())
_CONSENT_WORDS = r"(?:电子(?:方式)?送达|电子邮件|电子邮箱|短信|传真|微信|电子方式)"
_REASONS = (
    r"无法(?:直接|与|通过|采用|以|联系|送达|取得|向)|下落不明|联系不上|去向不明|无人(?:在|接|签|应)|查无此人|"
    r"拒(?:收|绝签收|签|不签收)|退(?:回|件)|未能(?:直接|有效)?送达|其他(?:送达)?方式|地址不(?:详|明|准)|失去?联|"
    r"不在(?:登记|注册|经营|住所)|搬(?:离|迁)|送达未果|难以送达|不知去向"
)
EXPLAINED = Take("announcement_explained", ticked(_REASONS))


def consent(sheet: Sheet) -> Iterator[Found]:
    """Find whether the party agrees to electronic service."""
    text = sheet.text
    refused = re.search(
        rf"[☑√■✓]不(?:同意|接受)|不(?:同意|接受)[☑√■✓]|是否同意{_CONSENT_WORDS}[^。;]{{0,12}}?(?:不同意|否)(?![☑√■✓/]|.?同意)"
        rf"|(?<![□☐])不(?:同意|接受)(?:采用|以|接受|使用)?[^。;□☑]{{0,10}}{_CONSENT_WORDS}",
        text,
    )
    agreed = re.search(
        rf"[☑√■✓](?:本人|我单位|是)?[^不。;□☐]{{0,6}}同意|(?<!不)同意[☑√■✓]"
        rf"|(?<![□☐不否])同意(?!与否)[^。;□☐]{{0,40}}?{_CONSENT_WORDS}"
        rf"|{_CONSENT_WORDS}[^。;□☐]{{0,16}}?(?<![不否□☐])同意"
        rf"|(?:接受|选择|采用){_CONSENT_WORDS}",
        text,
    )
    chosen = re.search(r"[☑√■✓](?:本人|我单位|是)?[^不。;□☐]{0,6}同意(?![人书])", text)
    if refused and not chosen:
        yield Found(False, sheet.flat.cut(refused.start(), refused.end()), TOLD)
    elif agreed:
        yield Found(True, sheet.flat.cut(agreed.start(), agreed.end()), TOLD)


_ANNOUNCED = (
    ("DT35", re.compile(r"处罚决定书")),
    ("DT26", re.compile(r"(?:违法行为|处罚[^。;]{0,8}?|听证)(?:通知书|告知书)")),
    ("DT43", re.compile(r"催告书")),
    ("DT36", re.compile(r"不予(?:行政)?处罚")),
)


def _announced_document(sheet: Sheet) -> Iterator[Found]:
    """Find what an announcement serves: the first document it names."""
    named = [
        (match.start(), code, match)
        for code, pattern in _ANNOUNCED
        if (match := pattern.search(sheet.text))
    ]
    if named:
        _, code, match = min(named, key=lambda one: one[0])
        yield Found(code, sheet.flat.cut(match.start(), match.end()), TOLD)


_UNTIL = re.compile(r"公告(?:期限|期间|期|时间)(?:为|:|自)?[^。;]{0,30}?(?:至|到|-|~|—)$")
ANNOUNCEMENT = (
    Take("announced_on", first_of(dated("announced_on"), signing_date(), last_date())),
    Take("announced_until", near(before=_UNTIL.pattern)),
    Take(
        "announced_days",
        first_of(
            counted(
                rf"{_NUMBER}个?(?:自然)?[日天](?:后|内|期满|届满|止)?[^。;]{{0,14}}?(?:即)?视为(?:已)?送达"
            ),
            counted(rf"公告[^。;]{{0,14}}?之日起[^。;]{{0,8}}?{_NUMBER}个?(?:自然)?[日天]"),
            counted(rf"公告(?:期限|期间|期)(?:为|:)?[^。;]{{0,4}}?{_NUMBER}个?(?:自然)?[日天]"),
        ),
    ),
    Take("announced_document", _announced_document),
    EXPLAINED,
)
CONSENT = (Take("electronic_consent", consent),)


def _latest_due(sheet: Sheet) -> Iterator[Found]:
    """Find the last day of a payment in parts: the latest date that is not the form's own."""
    own = {str(one.value) for one in signing_date()(sheet)}
    found = [
        Found(one.value, sheet.flat.cut(one.start, one.end), TOLD)
        for one, _, _ in dates_with_sentence(sheet.text)
        if str(one.value) not in own
    ]
    if found:
        yield max(found, key=lambda one: str(one.value))


INSTALMENT = (
    Take(
        "instalment_until",
        first_of(
            near(
                before=r"(?:延(?:长|期)|暂缓)[^。;]{0,20}?(?:至|到|截止(?:日期)?(?:为|:)?)$",
                last=True,
            ),
            near(after=r"(?:之?前|以前|日前|止)", last=True),
            _latest_due,
        ),
    ),
    Take(
        "instalment_asked",
        ticked(r"(?:提出|提交|递交|根据|依|经|收到)[^。;]{0,24}?申请|申请(?:理由|事项|人)"),
    ),
    Take(
        "instalment_granted",
        ticked(r"(?<!不)(?:同意|批准|准予|准许)", unless=r"(?:请|望|恳请|敬请)[^。;]{0,12}$"),
    ),
)
_BANKING = r"(?:银行|账户|专户|国库|信用社|财政)"
HANDED_OVER = (
    Take(
        "collected_on",
        first_of(dated("collected_on"), near(after=r"[^,。;]{0,20}?(?:抵岸|当场收缴|收缴|收取)")),
    ),
    Take(
        "surrendered_on",
        first_of(
            dated("surrendered_on"),
            near(
                after=rf"(?:(?!{_BANKING})[^,。;]){{0,24}}?(?:交至|交到|上交|上缴|交回|缴回|缴至|移交|交(?:本)?(?:机关|单位|支队|大队|财务))(?![^,。;]{{0,10}}{_BANKING})"
            ),
            not_in_head("银行|国库|解缴", last_date()),
        ),
    ),
    Take(
        "banked_on",
        first_of(
            dated("banked_on"),
            near(
                after=rf"[^,。;]{{0,30}}?(?:缴付|存入|缴存|解缴|缴入|交付|缴至|上缴|汇入|交存)[^,。;]{{0,20}}?{_BANKING}"
            ),
        ),
    ),
)
_BARE_SUM = re.compile(r"¥?(?P<sum>[0-9]{1,3}(?:,[0-9]{3})*\.[0-9]{2}|[0-9]+\.[0-9]{2})元?")


_TOTAL = re.compile("[合总共]计|总额|实[缴收]|应[缴收]|罚款")


def _in_its_row(sheet: Sheet) -> Iterator[Found]:
    """Find the surcharge as a row of a receipt: 加处罚款 | 元 | 1 | 600.00, but before 合计."""
    for hit in sheet.labels("surcharge"):
        label = sheet.fragments[hit.at]
        row = [
            one
            for one in (sheet.fragments[at] for at in sheet.on_page(label.page))
            if one.block == label.block and one.box.x0 > label.box.x0 and _in_row(one, label)
        ]
        own = takewhile(
            lambda one: not _TOTAL.search(one.text), sorted(row, key=lambda one: one.box.x0)
        )
        matches = [(one, match) for one in own if (match := _BARE_SUM.fullmatch(one.text))]
        if matches:
            one, match = matches[-1]
            yield Found(Decimal(match["sum"].replace(",", "")), one.strip, LABELLED)


def _in_row(one: Fragment, label: Fragment) -> bool:
    if label.cell:
        return one.cell is not None and one.cell[0] == label.cell[0]
    return one.row == label.row


SURCHARGE = Take(
    "surcharge",
    first_of(
        _in_its_row,
        sums("surcharge"),
        sums_after(
            r"(?:加处|滞纳)(?:的)?(?:罚款|金)(?:金额|数额)?(?:共计|合计|计|为|共|:|人民币|\(大写\)|\(小写\)|[(¥])*$"
        ),
    ),
)
_URGED = r"催告"
URGE_TOLD = first_of(
    near(after=r"[^,。;]{0,40}?(?:送达|签收|收到)[^,。;]{0,16}?催告"),
    near(before=r"催告书[^。;]{0,20}?(?:于|在)$", after=r"[^,。;]{0,20}?(?:送达|签收|收到)"),
    near(after=r"[^,。;]{0,30}?(?:书面|依法)?(?:进行|作出|发出|下达)?(?:了)?催告"),
)
REDRESS_SOUGHT = Take(
    "redress_sought",
    ticked(
        r"(?:复议(?:机关|决定)|人民法院|判决|裁定)[^。;]{0,30}?(?:维持|驳回)",
        r"(?:维持|驳回)[^。;]{0,20}?(?:复议|诉讼|起诉|诉讼请求)",
    ),
)
URGE = (
    SURCHARGE,
    REDRESS_SOUGHT,
    Take("urge_served_date", receipt_date()),
)
APPLICATION = (SURCHARGE, REDRESS_SOUGHT, Take("urge_served_date", URGE_TOLD))
_PERFORM = r"(?:代履行|强制执行|强制拆除|强制清除|强制清理|拆除|清除|清理|组织实施)"
_NOT_BEFORE = r"(?!\s*(?:之?前|以前|日前|内))"
PERFORMANCE = (
    SURCHARGE,
    Take(
        "performed_on",
        first_of(
            dated("performed_on"),
            near(
                before=r"(?:定于|决定于|拟于|将于|已?于|在|自)$",
                after=rf"{_NOT_BEFORE}[^。;]{{0,30}}?{_PERFORM}",
            ),
            near(before=rf"{_PERFORM}(?:的)?(?:时间|日期)?(?:为|定于|定为|:|于|在)$"),
        ),
    ),
    Take(
        "performed_at",
        first_of(
            near_time(
                before=r"(?:定于|决定于|拟于|将于|已?于|在|自|时间:?|日期:?)$",
                after=rf"[^。;]{{0,30}}?{_PERFORM}",
            ),
            near_time(before=rf"{_PERFORM}(?:的)?(?:时间|日期)(?:为|定于|:)?$"),
            near_time(before=r"(?:执行|实施|履行)(?:时间|日期):?$"),
        ),
    ),
    Take("urge_served_date", URGE_TOLD),
    Take("urged_told", ticked(_URGED, unless=r"(?:未|没有|无需)[^。;]{0,6}$")),
    Take("cleared_at_once", ticked(r"立即(?:实施|予以|组织|依法)?(?:代履行|清除|清理)|情况紧急")),
    Take(
        "performance_witnessed",
        ticked(
            r"(?:见证人|当事人|到场监督人员?|代履行人)[^。;□]{0,8}?(?:签名|签字|盖章|签章)[^。;]{0,6}?:?[\u4e00-\u9fa5]{2,4}",
            r"见证人:[\u4e00-\u9fa5]{2,4}",
        ),
    ),
)


_NOT_PUBLIC = re.compile(
    r"(?:决定|作出|处罚|截图|打印|查询|立案|有效|截止|成立|登记|更新)[^。;]{0,8}$"
)


def _only_date(sheet: Sheet) -> Iterator[Found]:
    """Find the one date of a page of publication that is none of the decision or the print."""
    found = {
        one.value: Found(one.value, sheet.flat.cut(one.start, one.end), GUESSED)
        for one, front, _ in dates_with_sentence(sheet.text)
        if not _NOT_PUBLIC.search(front)
    }
    if len(found) == 1:
        yield from found.values()


_PUBLIC = r"(?:公示|公开|发布|公布|上网|上传)"
_PUBLISHED = near(
    before=r"(?<!拟)(?:已?于|:|,|^|在|自|公[示开布])[^,。;]{0,6}$",
    after=r"(?!.{0,3}前)[^。;]{0,24}?(?:公示|公开|公布|上网)(?!期|截止)",
)
PUBLISHED_TOLD = Take("public_date", _PUBLISHED)
PUBLICATION = (
    Take(
        "public_date",
        not_in_head(
            "撤回|撤下|撤除",
            first_of(
                dated("public_on"),
                near(before=rf"{_PUBLIC}(?:起始|开始)?(?:时间|日期)?[:为于自]{{0,2}}$"),
                _PUBLISHED,
                _only_date,
            ),
        ),
    ),
    Take(
        "public_withdrawn_on",
        first_of(
            dated("withdrawn_on"), near(after=r"[^,。;]{0,30}?(?:撤回|撤下|撤销公示|撤除|删除)")
        ),
    ),
    Take(
        "revoked_on",
        first_of(
            dated("revoked_on"),
            near(
                before=r"(?:撤销|变更|确认违法|确认无效)[^,。;]{0,12}?决定(?:书)?(?:已?于|自|在)?$",
                after=r"[^,。;]{0,12}?(?:生效|作出|送达)",
            ),
            near(
                after=r",?(?:(?!撤回|撤下|公示|公开)[^,。;]){0,40}?"
                r"(?:被|予以|依法|决定)?(?:撤销(?!公示)|变更|确认违法|确认无效)"
            ),
        ),
    ),
)
COPIED_TOLD = Take("copied_date", near(after=r"[^。;]{0,40}?抄(?:告|送)"))
COPY = (Take("copied_date", first_of(dated("copied_on"), signing_date(), _SIGNED, end_date())),)
RECORD = (
    Take(
        "record_filed_date",
        first_of(
            dated("record_filed_on"),
            near(after=r"[^,。;]{0,30}?(?:报|向|送|提交)?[^,。;]{0,30}?备案"),
            signed_in("handler"),
            _SIGNED,
            near(before=r"备案(?:登记|报送|送交|接收)?(?:日期|时间|于)?[:为]?$"),
            end_date(),
        ),
    ),
)
RECORD_TOLD = Take(
    "record_filed_date",
    first_of(
        dated("record_filed_on"),
        near(after=r"[^,。;]{0,30}?(?:报|向|送|提交)[^,。;]{0,30}?备案"),
    ),
)
ARCHIVED = (Take("archive_transferred_on", dated("archive_transferred_on")),)
_DONE = (
    r"(?!\s*(?:之?前|以前|日前|内|止|到期|届满|起至|至))[^,。;]{0,36}?"
    r"(?:送达|询问|立案|作出|缴纳|检查|查获|制作|复查|听证|告知|提出|收到|签收|核实|调取)"
)
NARRATED = Take(
    "narrated_on",
    near(
        before=r"^(?!.*(?:拟|将|应当?|限|有效|截止|期限|至|请|须)[^,]{0,10}$)",
        after=_DONE,
        last=True,
    ),
)
OFFICIAL = Take(
    "official_receipt", ticked(r"财政|非税|代收|银行|国库|缴款书|监制|信用社|农商行|罚没.{0,6}票据")
)

_NARRATING = ("DT05", "DT23", "DT24", "DT25", "DT26", "DT34", "DT35", "DT36", "DT52")


def takes_told(code: str) -> tuple[Take, ...]:
    """Return what documents of a type tell in passing of later steps, beside their own table."""
    told: tuple[Take, ...] = (NARRATED,) if code in _NARRATING else ()
    if code in ("DT34", "DT52"):
        told = (*told, RECORD_TOLD)
    if code == "DT52":
        told = (*told, PUBLISHED_TOLD, COPIED_TOLD, REDRESS_SOUGHT)
    return told
