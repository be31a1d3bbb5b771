"""The invented authorities, each with its surroundings and its habits of numbering."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Bureau:
    """One invented authority."""

    name: str = "沙湖市交通运输局"
    short: str = "沙交执"
    brigade: str = "沙湖市交通运输综合行政执法支队一大队"
    government: str = "沙湖市人民政府"
    court: str = "青禾区人民法院"
    police: str = "沙湖市公安局青禾分局"
    bank: str = "沙湖银行青禾支行"
    account: str = "6499000100000628"
    address: str = "沙湖市青禾区滨湖北街88号"
    phone: str = "0999-6280000"
    station: str = "沙湖市青禾固定超限检测站"
    benchmark: str = "《沙湖市交通运输行政处罚裁量基准》"
    area: str = "沙湖市青禾区"
    superior: str = "沙湖省交通运输厅"
    certs: str = "6499000{}"
    """What a certificate number looks like; the field takes two digits."""
    words: tuple[tuple[str, str], ...] = ()
    """What stands in a document number instead of the usual word for its kind."""

    def cert(self, number: int) -> str:
        """Return a certificate number of this authority."""
        return self.certs.format(f"{number:02}")

    def word(self, usual: str) -> str:
        """Return the word for a kind of document in its number."""
        return dict(self.words).get(usual, usual)


def _bureau(city: str, district: str, short: str, certs: str, **words: str) -> Bureau:
    return Bureau(
        name=f"{city}交通运输局",
        short=short,
        brigade=f"{city}交通运输综合行政执法大队二中队",
        government=f"{city}人民政府",
        court=f"{city}人民法院",
        police=f"{city}公安局",
        bank=f"{city}农村商业银行营业部",
        account="6277000100001136",
        address=f"{city}{district}建设路16号",
        phone="0998-3316000",
        station=f"{city}北郊超限检测站",
        benchmark="《交通运输行政处罚自由裁量权基准》",
        area=f"{city}{district}",
        superior="云岭省交通运输厅",
        certs=certs,
        words=tuple(words.items()),
    )


BUREAUS: tuple[Bureau, ...] = (
    Bureau(),
    _bureau("云岭县", "石桥镇", "云交", "33{}0217", 罚="罚", 告="罚告", 立="立"),
    _bureau("望川市", "河西街道", "望交运", "1164{}0358", 罚="执罚", 告="执告", 立="案"),
    _bureau("朔丰县", "城关镇", "朔丰交", "SF-{}116", 罚="罚决", 告="违通", 立="立案"),
    _bureau("银泽市", "东湖街道", "银交执", "YZ20{}0045", 罚="罚", 告="听告", 立="立"),
)

CAMPAIGN_BUREAUS: tuple[Bureau, ...] = (
    *BUREAUS,
    _bureau("鹿鸣县", "西关镇", "鹿交", "LM{}0311", 罚="罚", 告="罚告", 立="立"),
    _bureau("平沙县", "北街镇", "平沙交", "52{}0418", 罚="执罚", 告="执告", 立="案"),
    _bureau("云汀县", "南渡镇", "汀交执", "YT{}0522", 罚="罚", 告="违通", 立="立"),
    _bureau("归川县", "东桥镇", "归交", "GC{}0629", 罚="罚决", 告="罚告", 立="立案"),
    _bureau("白塬县", "塬上镇", "白交运", "61{}0733", 罚="罚", 告="罚告", 立="立"),
    _bureau("锦河县", "柳林镇", "锦交执", "JH{}0844", 罚="罚", 告="听告", 立="立"),
    _bureau("清渠县", "三里镇", "清交", "QQ{}0955", 罚="执罚", 告="执告", 立="案"),
)
"""Those of a campaign; cases for the figures are drawn from the first ones alone."""


def place_in(rng: Random, bureau: Bureau, station: bool) -> str:
    """Return an invented place on a road in the area of `bureau`."""
    road = rng.choice(("G109线", "G307线", "S203线", "S302线"))
    spot = f"{road}K{rng.randint(1000, 1380)}+{rng.choice((150, 300, 420, 680, 900))}处"
    return f"{bureau.area}{'' if station else '境内'}{spot}"
