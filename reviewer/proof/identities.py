"""Invented people, firms and numbers.

Check digits are right, and the region code 649900 belongs to no county, so that no number can be
that of a real person or firm.
"""

from dataclasses import dataclass
from random import Random

from reviewer.model import PartyKind

_REGION = "649900"
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)

_SURNAMES = "马王李张刘杨田丁周吴赵罗高郭何梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
# fmt: off
_MEN = (
    "建国", "志强", "文斌", "晓东", "国栋", "永平", "学军", "振宁", "立新", "宗义", "明亮",
    "成林", "彦龙", "伟民", "小刚", "俊杰", "占山", "怀远", "思源", "金柱", "天佑", "宏图",
    "启航", "海涛", "建军", "德福",
)
_WOMEN = (
    "海燕", "玉兰", "丽娟", "春梅", "少华", "佳欣", "红霞", "秀英", "凤琴", "雪梅", "静怡",
    "晓琳",
)
_TRADES = ("运输", "物流", "货运", "汽车运输", "商贸物流")
_BRANDS = (
    "恒远", "顺达", "鑫隆", "驰通", "永泰", "宏途", "安捷", "金路通", "瑞丰", "腾跃", "凯运",
    "众诚", "万里行", "通源", "佳顺", "广联",
)
_ROADS = (
    "滨湖北街", "朔方路", "银河东路", "丰庆西街", "芦花路", "湖滨大道", "正源街", "北苑路",
    "长河街", "兴业路",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Individual:
    """A natural person as forms describe one."""

    name: str
    sex: str
    age: int
    """Years of age on the first of January of the year of the case."""
    id_no: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class Party:
    """The party (当事人) of a case."""

    kind: PartyKind
    name: str
    """Of a person the name; of a firm or business the registered name."""
    number: str
    """ID card number or unified credit code."""
    address: str
    phone: str
    person: Individual
    """The person, the legal representative or the operator."""

    @property
    def is_person(self) -> bool:
        """Return whether the party is a natural person."""
        return self.kind is PartyKind.PERSON

    @property
    def you(self) -> str:
        """Return how a document addresses the party."""
        return "你" if self.is_person else "你单位"


class Namer:
    """Gives names that differ from every name it gave before."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._given: set[str] = set()

    def person(self, woman: bool = False) -> str:
        """Return a new personal name of three characters."""
        while True:
            name = self._rng.choice(_SURNAMES) + self._rng.choice(_WOMEN if woman else _MEN)
            if name not in self._given:
                self._given.add(name)
                return name


def make_individual(rng: Random, namer: Namer, year: int, age: int | None = None) -> Individual:
    """Return an invented person, an adult unless `age` says otherwise."""
    woman = rng.random() < 0.15
    drawn = rng.randint(26, 57)
    age = drawn if age is None else age
    return Individual(
        name=namer.person(woman),
        sex="女" if woman else "男",
        age=age,
        id_no=_id_card(rng, year - age - 1, woman),
        address=f"沙湖市{rng.choice(('青禾区', '石坝区', '临河区'))}{rng.choice(_ROADS)}"
        f"{rng.randint(3, 260)}号{rng.randint(1, 28)}号楼{rng.randint(1, 4)}"
        f"单元{rng.randint(1, 18)}01室",
        phone=f"1880000{rng.randint(1000, 9999)}",
    )


def make_party(rng: Random, kind: PartyKind, person: Individual) -> Party:
    """Return a party of `kind` that `person` is, runs or represents."""
    if kind is PartyKind.PERSON:
        return Party(kind, person.name, person.id_no, person.address, person.phone, person)
    brand, trade = rng.choice(_BRANDS), rng.choice(_TRADES)
    if kind is PartyKind.ORGANISATION:
        name, head = f"沙湖市{brand}{trade}有限公司", "91"
    else:
        name, head = f"沙湖市青禾区{brand}货运部", "92"
    address = f"沙湖市青禾区{rng.choice(_ROADS)}{rng.randint(3, 260)}号"
    return Party(kind, name, _credit_code(rng, head), address, person.phone, person)


def make_plate(rng: Random, trailer: bool = False) -> str:
    """Return an invented plate (号牌), without a dot."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    body = rng.choice(letters) + "".join(rng.choice("0123456789") for _ in range(4))
    return f"宁{rng.choice('ABC')}{body[:-1]}挂" if trailer else f"宁{rng.choice('ABC')}{body}"


def id_card_check(first: str) -> str:
    """Return the check character of the first 17 digits (GB 11643)."""
    total = sum(int(d) * w for d, w in zip(first, _ID_WEIGHTS, strict=True))
    return _ID_CHECKS[total % 11]


def credit_code_check(first: str) -> str:
    """Return the check character of the first 17 characters (GB 32100)."""
    total = sum(_CODE_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(first))
    return _CODE_ALPHABET[-total % 31]


def _id_card(rng: Random, year: int, woman: bool) -> str:
    order = rng.randint(0, 49) * 2 + (0 if woman else 1)
    first = f"{_REGION}{year}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(0, 9)}"
    first += f"{order:02}"
    return first + id_card_check(first)


def _credit_code(rng: Random, head: str) -> str:
    organisation = "MA" + "".join(rng.choice(_CODE_ALPHABET) for _ in range(6))
    total = sum(int(c, 36) * w for c, w in zip(organisation, _ORGANISATION_WEIGHTS, strict=True))
    first = f"{head}{_REGION}{organisation}" + "0123456789X"[-total % 11]
    return first + credit_code_check(first)
