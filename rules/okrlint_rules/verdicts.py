"""Verdicts of others: a certificate, a permission or an examination that nobody grants to themselves."""

import re
from functools import cache

from okrlint.plugins import KeyResult, fold


def is_proven_verdict(item: KeyResult) -> bool:
    """Tell whether a key result is what others shall certify or permit, and names what shows it.

    It is reached or not, yet no work of one's own: two strangers grade it the same by the paper.
    """
    text = fold(item.text.value).lower()
    if not any(map(text.__contains__, _SIGNS)):
        return False
    return _verdict().search(text) is not None and _is_proven(item, text)


_SIGNS = (
    *("certif", "accredit", "permi", "licen", "consent", "clearance", "patent", "approv", "authori", "inspection"),
    *("audit", "证", "照", "许可", "批", "认定", "资质", "专利", "审", "检", "核查", "验收"),
)
"""Without any of these the pattern below finds nothing, which takes long to build."""


def _is_proven(item: KeyResult, text: str) -> bool:
    if item.measures or item.field("source", "evidence", "验收物", "凭据", "证据") is not None:
        return True
    return _proof().search(text) is not None


@cache
def _proof() -> re.Pattern[str]:
    return re.compile(r"(?:\bevidence|\bproof|凭据|凭证|证据|佐证|验收物)\s?(?:[:=]|为|是)", re.ASCII)


@cache
def _verdict() -> re.Pattern[str]:
    """A paper of an authority and that it is got, in either order; or an examination by one, passed."""
    papers_en = (
        r"(?:certificates?|certification|accreditation|permission|permits?|licen[cs]es?|consent|clearance|patents?"
        r"|approval|authori[sz]ation)"
    )
    papers_zh = r"(?:证书|合格证|许可证?|执照|牌照|批文|批复|认证|认定|资质|专利|等级证)"
    got_zh = r"(?:取得|获得|获批|获颁|获|拿到|拿下|通过|领取|核发|颁发|下发)"
    return re.compile(
        rf"""\b{papers_en} (?:\s(?:is|are|has\sbeen|have\sbeen))?
                \s(?:issued|granted|awarded|obtained|received|secured|renewed)\b
          | \b(?:get|gain|obtain|earn|secure|win|receive|renew|hold)\b (?:\s[\w&/.'-]{{1,24}}){{0,5}}? \s{papers_en}\b
          | \bpass\b (?:\s[\w&/.'-]{{1,24}}){{0,5}}? \s(?:re-?)?(?:inspection|accreditation|certification|audit)\b
          | {got_zh} [^,，。;；]{{0,20}}? {papers_zh}
          | {papers_zh} [^,，。;；]{{0,12}}? {got_zh}
          | 通过 [^,，。;；]{{0,16}}? (?:复审|年检|年审|核查|等级评审|消防验收|消防检查)""",
        re.ASCII | re.VERBOSE,
    )
