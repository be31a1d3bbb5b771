"""Documents that disagree (前后一致, K-F5): party, its number, plate, case and document numbers.

The value of most documents counts (少数服从多数), with a tie that of the decision.  A document that
prints another one is a breach of its own; what was read weakly is never reported.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import ne

from rapidfuzz.distance import Indel

from reviewer.checking import parameters
from reviewer.checking.families.happening import when_compared, where_compared
from reviewer.checking.families.likeness import (
    digits_differ,
    is_near_code,
    is_near_name,
    is_organisation,
    is_same_name,
    numbers_differ,
    plain,
)
from reviewer.checking.families.stated import (
    NAMES,
    Compared,
    Stated,
    breach_of,
    said,
    surely_read,
    usual_of,
)
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.receipts import served_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import is_recognised
from reviewer.model import Breach, Finding, PartyKind, RuleInfo, Verdict

_CODE_LENGTH = 18
_CREDIT_CODE_HAS = set("ABCDEFGHJKLMNPQRTUWY")
Differ = Callable[[Stated, Stated], bool]


@FAMILIES.add("consistency.agree")
def agree(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report each document whose value of a key differs from that of most documents.

    Parameters: `strict` documents must name the party itself, others may name somebody else and
    are compared only where they come near; `dates` keys only ask to look.
    """
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "未能判定程序的案卷不比对")
    strict = frozenset(parameters.texts(rule, "strict"))
    compared = [
        _compared(inquiry, "party", _parties(inquiry), _party_differs(inquiry, strict)),
        *(
            _compared(inquiry, "party_id", group, _id_differs(strict))
            for group in _codes(said(inquiry, "party_id"))
        ),
        *_plates(inquiry, strict),
        _compared(inquiry, "case_no", _case_numbers(inquiry), _number_differs),
        _numbers(inquiry, "decision_no", inquiry.decision_codes),
        _numbers(inquiry, "notice_no", ("DT26",)),
        *_dates(inquiry, rule),
        when_compared(inquiry),
        where_compared(inquiry),
    ]
    breaches = [breach for one in compared for breach in one.breaches]
    if breaches:
        return conclude_each(rule, breaches)
    told = [one for one in compared if len(one.places) > 1]
    if not told:
        return not_applicable(rule, "可以相互比对的文书不足两份")
    names = "、".join(dict.fromkeys(one.name for one in told))
    places = [place for one in told for place in one.places]
    return conclude(rule, Verdict.OK, f"各文书的{names}一致", places)


def _compared(
    inquiry: Inquiry, key: str, stated: Sequence[Stated], differs: Differ, hint: bool = False
) -> Compared:
    usual = usual_of(stated)
    if usual is None:
        return Compared(NAMES[key], ())
    counts = Counter(value for value, _ in {(one.value, one.document.id) for one in stated})
    twice = frozenset(value for value, number in counts.items() if number > 1)
    breaches = tuple(
        _unless_misread(inquiry, breach_of(inquiry, key, one, usual, hint), one, usual, twice)
        for one in stated
        if one.value != usual.value and surely_read(one, usual) and differs(one, usual)
    )
    same = [one.fact.place for one in stated if one.value == usual.value]
    return Compared(NAMES[key], tuple(dict.fromkeys(same)), breaches)


def _unless_misread(
    inquiry: Inquiry, breach: Breach, one: Stated, usual: Stated, twice: frozenset[str]
) -> Breach:
    """Return the breach; nobody can tell where a scan may just have taken a character for another.

    A slip of the pen stands in one document.  Where each of two readings that differ in one
    character stands in several, recognition took the character for one that looks like it.
    """
    short, long = sorted((one.value, usual.value), key=len)
    shorter = one if len(one.value) < len(usual.value) else usual
    lost = len(long) == len(short) + 1 and Indel.distance(short, long) == 1
    taken = len(long) == len(short) and sum(map(ne, short, long)) == 1 and {short, long} <= twice
    if lost and is_recognised(inquiry, shorter.fact.place):
        why, places = "可能漏识一字", [shorter.fact.place]
    elif taken and all(is_recognised(inquiry, each.fact.place) for each in (one, usual)):
        why, places = "两种写法各见于多份文书，可能误识形近字", [one.fact.place, usual.fact.place]
    else:
        return breach
    message = f"{breach.message}；{inquiry.places_of(places)}为扫描识别，{why}，无法判断"
    return replace(breach, verdict=Verdict.CANNOT_TELL, message=message)


def _parties(inquiry: Inquiry) -> list[Stated]:
    """Return the parties that documents name; none where a change of name was registered."""
    return [] if inquiry.reading.of_type("DT63") else said(inquiry, "party")


def _party_differs(inquiry: Inquiry, strict: frozenset[str]) -> Differ:
    individual = any(
        fact.value == PartyKind.INDIVIDUAL_BUSINESS for fact in inquiry.facts("party_kind")
    )

    def differs(one: Stated, usual: Stated) -> bool:
        if is_same_name(one.value, usual.value) or is_same_name(usual.value, one.value):
            return False
        if is_near_name(one.value, usual.value):
            return True
        if is_organisation(one.value) != is_organisation(usual.value):
            # 字号 and 经营者 of a business, the driver of a company.
            return not individual and one.document.type in strict - {"DT37"}
        return one.document.type in strict

    return differs


def _codes(stated: Sequence[Stated]) -> Iterator[list[Stated]]:
    """Return the ID numbers and the credit codes apart."""
    for credit in (False, True):
        group = [
            one
            for one in stated
            if len(one.value) >= _CODE_LENGTH - 1
            and bool(set(one.value) & _CREDIT_CODE_HAS) is credit
        ]
        yield group


def _id_differs(strict: frozenset[str]) -> Differ:
    def differs(one: Stated, usual: Stated) -> bool:
        if is_near_code(one.value, usual.value):
            return True
        return one.document.type in strict and usual.document.type in strict

    return differs


def _plates(inquiry: Inquiry, strict: frozenset[str]) -> Iterator[Compared]:
    """Compare the plate of the vehicle, and apart from it that of the trailer."""
    stated = said(inquiry, "plate")
    for trailer in (False, True):
        group = [one for one in stated if one.value.endswith("挂") is trailer]
        counts = Counter(value for value, _ in {(one.value, one.document.id) for one in group})
        usual = usual_of(group)
        named = {one.document.id for one in group if usual and one.value == usual.value}
        alone = {
            value
            for value, number in counts.items()
            if number == 1 and usual and counts[usual.value] > 1
        }
        others = Counter(one.document.id for one in group)

        def differs(
            one: Stated,
            usual: Stated,
            named: set[int] = named,
            alone: set[str] = alone,
            others: Counter[int] = others,
        ) -> bool:
            if one.document.id in named or one.value not in alone:
                return False  # another vehicle beside the one of the case
            if one.value[:-1] == usual.value and one.value[-1].isdigit():
                return False  # the quantity in the next cell of a list
            if is_near_code(one.value, usual.value):
                return True
            return one.document.type in strict and others[one.document.id] == 1

        yield _compared(inquiry, "plate", group, differs)


def _case_numbers(inquiry: Inquiry) -> list[Stated]:
    """Return the case numbers; some forms print a document's own number as 案号."""
    own = {
        plain(str(fact.value))
        for key in ("decision_no", "notice_no")
        for fact in inquiry.facts(key)
    }
    return [one for one in said(inquiry, "case_no") if one.value not in own]


def _number_differs(one: Stated, usual: Stated) -> bool:
    return numbers_differ(one.printed, usual.printed)


def _numbers(inquiry: Inquiry, key: str, codes: Iterable[str]) -> Compared:
    """Compare the number that a document bears with those by which others name it."""
    codes = tuple(codes)
    stated = said(inquiry, key)
    own = [one for one in stated if one.document.type in codes]
    if not own:
        return _compared(inquiry, key, stated, _number_differs)
    named = [one for one in stated if one.document.type not in codes]
    named += _on_receipts(inquiry, codes)
    first = own[0]
    breaches = tuple(
        breach_of(inquiry, key, one, first, hint=False)
        for one in named
        if surely_read(one, first)
        and digits_differ(one.printed, first.printed)
        and not any(not digits_differ(one.printed, other.printed) for other in own)
    )
    # Where all that name it agree on another number, the document itself bears the odd one.
    values = {one.value for one in named}
    if len(breaches) == len(named) > 1 and len(values) == 1:
        breaches = (breach_of(inquiry, key, first, named[0], hint=False),)
    same = [one.fact.place for one in (*own, *named)]
    return Compared(NAMES[key], tuple(dict.fromkeys(same)), breaches)


def _on_receipts(inquiry: Inquiry, codes: tuple[str, ...]) -> list[Stated]:
    found = []
    for fact in inquiry.facts("served"):
        served, document = served_of(fact), inquiry.document_of(fact)
        if served and document and served.document in codes and served.number and fact.is_read:
            found.append(Stated(plain(served.number), fact, document))
    return found


def _always(one: Stated, usual: Stated) -> bool:
    return one.value != usual.value


def _dates(inquiry: Inquiry, rule: RuleInfo) -> Iterator[Compared]:
    """Ask to look where documents give the offence another day."""
    for key, codes in parameters.table(rule, "dates").items():
        chosen = tuple(map(str, codes)) if isinstance(codes, list) else ()
        stated = said(inquiry, key, *chosen)
        yield _compared(inquiry, key, stated, _always, hint=True)
