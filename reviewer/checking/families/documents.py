"""Missing documents (缺件): what the matrix of documents.md 3.4 requires and the file lacks.

An absence has no place in the file: its evidence is empty, and the finding says what was
searched and what came nearest.  Unclassified pages do not matter; a file that cannot be opened
or a page read weakly may be the missing document, and then nothing can be told.
"""

from collections.abc import Mapping

from reviewer.checking import parameters
from reviewer.checking.families.needs import EXEMPTIONS, NEEDS, Answer, Need
from reviewer.checking.in_forms import section_of
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.receipts import Receipts
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import nearly_there
from reviewer.checking.words import all_pages, in_brackets, page_list
from reviewer.model import Breach, Fact, Finding, PageRef, Procedure, RuleInfo, Verdict

PROCEDURE_NAMES = {
    Procedure.GENERAL: "普通程序",
    Procedure.SUMMARY: "简易程序",
    Procedure.NO_PENALTY: "不予处罚",
    Procedure.COERCIVE: "行政强制措施",
    Procedure.INSPECTION: "行政检查",
    Procedure.UNKNOWN: "未能判定程序的",
}
_NOTICE = ("DT26",)
_TITLE_READ = 0.7
"""A document is what its title says when that was read at least so surely."""


@FAMILIES.add("documents.required")
def required(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a document that the procedure requires and the file does not hold.

    Parameters: `instead` documents do as well, `not_titled` ones do not count, `told` facts of
    any document do as well; `when` and `unless` name entries of `NEEDS` and `EXEMPTIONS`;
    `hint` only asks to look.
    """
    need, name = parameters.text(rule, "need"), parameters.text(rule, "name")
    when, unless = parameters.texts(rule, "when"), parameters.texts(rule, "unless")
    if other := _other_procedure(inquiry, rule, parameters.procedures(rule)):
        return other
    answer = _first_answer(inquiry, when, NEEDS)
    if answer and answer.verdict is Verdict.NOT_APPLICABLE:
        return not_applicable(rule, answer.why, answer.places)
    if there := _there(inquiry, rule, need, name):
        return there
    if answer := answer or _first_answer(inquiry, unless, EXEMPTIONS):
        return conclude(rule, answer.verdict, answer.why, answer.places)
    return _missing(inquiry, rule, name)


def _missing(inquiry: Inquiry, rule: RuleInfo, name: str) -> Finding:
    searched = _searched(inquiry, parameters.texts(rule, "near"))
    codes = (parameters.text(rule, "need"), *parameters.texts(rule, "instead"))
    if section := section_of(inquiry, codes[0]):
        if section.whole:
            return conclude(rule, Verdict.OK, f"无单独的{name}，{section.why}", section.places)
        message = f"未见{name}；{section.why}"
        return conclude(rule, Verdict.CANNOT_TELL, message, section.places, searched)
    if doubt := _decided_under_old_law(inquiry, rule) or may_be_hidden(inquiry, *codes):
        return conclude(rule, Verdict.CANNOT_TELL, f"未见{name}；{doubt}", (), searched)
    message = f"{PROCEDURE_NAMES[inquiry.procedure]}案卷未见{name}；{'；'.join(searched)}"
    verdict = Verdict.HINT if rule.parameters.get("hint") is True else Verdict.PROBLEM
    return conclude(rule, verdict, message, (), searched)


def _first_answer(
    inquiry: Inquiry, names: tuple[str, ...], table: Mapping[str, Need]
) -> Answer | None:
    answers = (table[name](inquiry) for name in names)
    return next((answer for answer in answers if answer), None)


def _there(inquiry: Inquiry, rule: RuleInfo, need: str, name: str) -> Finding | None:
    """Return that the document is in the file, or what does as well; None when nothing is."""
    unlike = parameters.texts(rule, "not_titled")
    codes = (need, *parameters.texts(rule, "instead"))
    found = [
        document
        for document in inquiry.reading.of_type(*codes)
        if not any(word in document.title for word in unlike)
    ]
    if found:
        places = [place for document in found for place in inquiry.shown_by(document)]
        titles = "、".join(dict.fromkeys(f"《{one.title}》" for one in found))
        what = name if any(one.type == need for one in found) else titles
        message = f"卷内有{what}{in_brackets(inquiry.pages_of(*found))}"
        return conclude(rule, Verdict.OK, message, places)
    told = [fact for key in parameters.texts(rule, "told") for fact in inquiry.facts(key)]
    read = [fact for fact in told if fact.is_read]
    if not told:
        return None
    pages = in_brackets(inquiry.places_of(fact.place for fact in read or told))
    if read:
        message = f"文书中已写明{rule.title}的内容{pages}"
        return conclude(rule, Verdict.OK, message, [fact.place for fact in read])
    message = f"未见{name}；文书中似有{rule.title}的内容{pages}，识别不清，无法判断"
    return conclude(rule, Verdict.CANNOT_TELL, message, [fact.place for fact in told])


@FAMILIES.add("documents.receipts")
def receipts(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report each document of the procedure whose service no receipt proves."""
    wanted = {
        Procedure(name): parameters.texts(rule, name)
        for name in rule.parameters
        if name in set(Procedure)
    }
    if other := _other_procedure(inquiry, rule, frozenset(wanted)):
        return other
    kinds = {"decision": inquiry.decision_codes, "notice": _NOTICE}
    names = {"decision": "决定书", "notice": "违法行为通知书"}
    breaches: list[Breach] = []
    proving: list[Fact] = []
    for kind in wanted[inquiry.procedure]:
        found = inquiry.receipts(*kinds[kind])
        proving += found.proving
        if not found.proving:
            breaches.append(_unproved(inquiry, rule, kinds[kind], names[kind], found))
    if breaches:
        return conclude_each(rule, breaches, _searched(inquiry, ("DT38", "DT39")))
    return _all_proved(inquiry, rule, proving)


def may_be_hidden(inquiry: Inquiry, *codes: str) -> str:
    """Return in words which files or pages could be a document that was not found.

    With `codes`, the types that are missed, also the pages whose title comes near to theirs.
    """
    parts = [near] if (near := nearly_there(inquiry, *codes)) else []
    if unreadable := inquiry.reading.unreadable:
        named = dict.fromkeys(
            f"《{one.path}》{f'第{one.page}页' if one.page else ''}" for one in unreadable
        )
        parts.append(f"{'、'.join(named)}未能读取")
    if weak := _unknown_pages(inquiry):
        parts.append(
            f"{page_list(inquiry.reading.paths, weak, dict(inquiry.reading.folios))}识别不清"
        )
    if not inquiry.reading.pages:
        parts.append("案卷没有可查的页面")
    return f"{'，'.join(parts)}，所缺文书可能在其中，无法判断" if parts else ""


def _unknown_pages(inquiry: Inquiry) -> list[PageRef]:
    """Return the weak pages but for those on which a title was read all the same."""
    known = {
        document.pages[0]
        for document in inquiry.reading.documents
        if document.pages and (document.confidence >= _TITLE_READ or document.corrected)
    }
    return [ref for ref in inquiry.reading.weak if ref not in known]


def _other_procedure(
    inquiry: Inquiry, rule: RuleInfo, procedures: frozenset[Procedure]
) -> Finding | None:
    if inquiry.procedure in procedures:
        return None
    if inquiry.procedure is Procedure.UNKNOWN:
        message = f"未能判定案卷的程序类型，无法判断是否应有{rule.title}"
        return conclude(rule, Verdict.CANNOT_TELL, message, (), _searched(inquiry, ()))
    return not_applicable(rule, f"{PROCEDURE_NAMES[inquiry.procedure]}案卷不要求{rule.title}")


def _searched(inquiry: Inquiry, near: tuple[str, ...]) -> tuple[str, ...]:
    reading = inquiry.reading
    if not reading.pages:
        return ()
    lines = [f"已查{all_pages(reading.paths, reading.pages, dict(reading.folios))}"]
    # The first kind of near document that the file holds is what came nearest.
    nearest = next((found for code in near if (found := reading.of_type(code))), ())
    if nearest:
        lines.append(f"最接近的是《{nearest[0].title}》{in_brackets(inquiry.pages_of(nearest[0]))}")
    elif near:
        lines.append("未见相近文书")
    return tuple(lines)


def _decided_under_old_law(inquiry: Inquiry, rule: RuleInfo) -> str:
    """Return in words that the case was decided before the law that the rule rests on."""
    days, since = inquiry.moment("decision").days, rule.valid_from
    if since is None or not days or days[-1].day >= since:
        return ""
    return f"{days[-1].day} 作出决定，{since} 以前的步骤{OLD_LAW}，无法判断"


def _unproved(
    inquiry: Inquiry, rule: RuleInfo, codes: tuple[str, ...], name: str, found: Receipts
) -> Breach:
    served = inquiry.reading.of_type(*codes)
    subject = inquiry.subject(served[0]) if served else codes[0]
    where = in_brackets(inquiry.pages_of(*served))
    if found.other_number:
        return _other_number(inquiry, subject, name, found.other_number)
    if not served:
        message = f"卷内未见{name}，其送达无从核对"
    elif found.unnamed:
        pages = in_brackets(inquiry.pages_of(*found.unnamed))
        message = f"未见写明{name}的送达回证；有送达回证{pages}未识别到文书名称和文号，无法判断"
    elif doubt := (
        _decided_under_old_law(inquiry, rule)
        or _announced(inquiry)
        or may_be_hidden(inquiry, "DT37")
    ):
        message = f"未见{name}{where}的送达回证；{doubt}"
    else:
        message = f"未见{name}{where}的送达回证；{_receipts_found(inquiry)}"
        return Breach(subject, Verdict.PROBLEM, message)
    return Breach(subject, Verdict.CANNOT_TELL, message)


def _announced(inquiry: Inquiry) -> str:
    """Return in words that an announcement may have served the document."""
    papers = inquiry.reading.of_type("DT39")
    if not papers:
        return ""
    return (
        f"卷内有《{papers[0].title}》{in_brackets(inquiry.pages_of(*papers))}，是否公告送达请核对"
    )


def _receipts_found(inquiry: Inquiry) -> str:
    found = inquiry.reading.of_type("DT37")
    searched = "；".join(_searched(inquiry, ()))
    if not found:
        return f"卷内没有送达回证；{searched}"
    return f"卷内送达回证{in_brackets(inquiry.pages_of(*found))}写明的是其他文书；{searched}"


def _other_number(inquiry: Inquiry, subject: str, name: str, facts: tuple[Fact, ...]) -> Breach:
    places = tuple(fact.place for fact in facts)
    message = (
        f"送达回证{in_brackets(inquiry.places_of(places))}写明的文号与{name}的文号不一致，"
        "无法判断是否为该文书的送达回证"
    )
    return Breach(subject, Verdict.CANNOT_TELL, message, places)


def _all_proved(inquiry: Inquiry, rule: RuleInfo, proving: list[Fact]) -> Finding:
    places = tuple(fact.place for fact in proving)
    message = f"应有的送达回证均在卷{in_brackets(inquiry.places_of(places))}"
    return conclude(rule, Verdict.OK, message, places)
