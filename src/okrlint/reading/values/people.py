"""Who answers for an item: from the words of an owner field to owners and contributors."""

from functools import cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import is_cjk
from okrlint.model import Owner, Text
from okrlint.reading.fields import canonical
from okrlint.reading.names import is_common_name, is_name
from okrlint.reading.values.inline_fields import is_day
from okrlint.reading.values.ratings import is_placeholder, may_tell_change
from okrlint.reading.word_sets import words

_MAX_PEOPLE = 100
_MARK_UP = '*_`~[]<>【】「」"“” \t\r\n\u3000'
_OPEN, _CLOSE = "(（[【", ")）]】"
_DEPARTMENTS = ("部", "组", "組", "团队", "團隊", "中心", "处", "處", "科", " team", " department", " dept")
_SURE_DEPARTMENTS = ("部", "部门", "部門", "组", "組", "团队", "團隊", "中心", " team", " department", " dept")
"""Those of them with which no name of a person ends."""

_TITLES = words("vp avp svp evp president director head chief manager lead")
_LEAD_ROLES = words("主责 主責 负责 負責 牵头 牽頭 主导 主導 lead owner dri accountable responsible r a")
_HELPER_ROLES = words(
    "协作 協作 配合 参与 參與 支持 协同 協同 辅助 輔助 协办 support supporting contributor helper backup deputy"
)

_VACANT = words("vacant vacancy 空缺 待招 待招聘 待招聘中 招聘中 待聘 缺编 暂缺 待入职") | {
    "to be hired",
    "to be recruited",
    "to be appointed",
    "open position",
    "open role",
}
"""Remarks behind a role that nobody fills yet."""


def owners(text: Text) -> tuple[Owner, ...]:
    """Return who answers for an item; who is marked as a helper is left out (see `people`)."""
    return people(text)[0]


def people(text: Text) -> tuple[tuple[Owner, ...], tuple[Owner, ...]]:
    """Return owners and contributors.

    `张三（主责）、李四（协作）` and `Ana (contributors: Bob, Chen)` name both. "Li, Wei" is one person, surname first.
    A placeholder (TBD) is returned as it stands: whether it names somebody is for a rule to say.
    """
    if _is_plain_name(text.value):
        name = text.part(0, len(text.value))
        return (Owner.model_construct(raw=name.raw, span=name.span, value=name.value, handle=False),), ()
    if may_tell_change(text.value):
        from okrlint.reading.values.superseded import current_part  # few words tell who was in charge before

        text = text.part(*current_part(text.value, _is_person))
    parts, separators = _parts(text.value)
    if _is_one_name(text.value, parts, separators) or is_placeholder(text.value):
        parts = [(0, len(text.value))]
    elif separators == ["/"]:
        parts = _without_department(text.value, parts)
    return _read(text, parts)


def _is_person(words: str) -> bool:
    return words.startswith("@") or is_name(words)


def _without_department(value: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts of `张三/市场部` and `Ana / Platform team` but for the department of the other one."""
    people = [part for part in parts if not _is_department(value[slice(*part)].strip().lower())]
    return people or parts


def _is_department(name: str) -> bool:
    return len(name) > len("本部") and name.endswith(_SURE_DEPARTMENTS)


_JOINING = frozenset("以和與与及")
_BESIDE_NAMES = frozenset(("and", "plus", "equally", "jointly", "together"))


def _is_plain_name(value: str) -> bool:
    """Tell whether words are one name and no more, as most are: letters and blanks, and none that join or remark."""
    if not value.replace(" ", "").isalpha() or not (value.isascii() or _JOINING.isdisjoint(value)):
        return False
    return " " not in value or _BESIDE_NAMES.isdisjoint(value.lower().split())


@cache
def _plural() -> Pattern[str]:
    return compile_pattern(
        r"(?:owners|owner ?\(s\)|leads|lead\(s\)|dris|assignees|people|persons)[*_`\s]{0,4}[:：=|｜]?[*_`\s]{0,4}",
        IGNORECASE,
    )


def one_by_one(label: str, text: Text) -> list[Text]:
    """Return the people of a field apart where its name is in the plural: in `Owners: Bo, Cy` are two."""
    value = text.value
    several = (
        "," in value and _plural().fullmatch(label.strip("*_`~>- \t")) and not any(char in value for char in _OPEN)
    )
    return [part for part in text.split(",") if part.value] if several else [text]


def contributors(text: Text) -> tuple[Owner, ...]:
    """Return all who are named in a field of helpers."""
    return sum(_read(text, _parts(text.value)[0]), ())


def _read(text: Text, parts: list[tuple[int, int]]) -> tuple[tuple[Owner, ...], tuple[Owner, ...]]:
    found: tuple[list[Owner], list[Owner]] = ([], [])
    helping = False
    for start, end in parts:
        start, role = _role_before(text.value, start, end)
        helping = helping if role is None else role
        name_end = _name_end(text.value, start, end)
        remark = text.value[name_end:end].strip(f"{_OPEN}{_CLOSE}:： ")
        if _is_person_of(remark, text.value[start:name_end]):
            start = text.value.index(remark, name_end)
            name_end = start + len(remark)
        elif remark.lower() in _VACANT:
            name_end = end  # no less than the role, it says who fills it: nobody
        owner = _owner(text.part(start, name_end))
        if owner:
            found[helping or _role(remark) is True].append(owner)
        found[1].extend(_helpers(text, name_end, end))
    return tuple(found[0]), tuple(found[1])


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(
        r"[,，、;；|｜·\n]|(?<=[^\s/\d])\s?/\s?(?=[^\s/])|\s(?:&|＆|and|plus)\s|(?<=\w)[+＋](?=[^\W+])|\s[+＋]\s"
        r"|\s(?=@)|(?<=[^\x00-\x7f])[&＆](?=[^\x00-\x7f])|以及|[和与與及]"
    )


def _parts(value: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Return where the people of a list stand, and what parts them; parentheses are left whole."""
    parts: list[tuple[int, int]] = []
    separators: list[str] = []
    start = depth = at = 0
    pattern = _separator()
    for match in pattern.finditer(value):
        for char in value[at : match.start()]:
            depth = max(0, depth + (char in _OPEN) - (char in _CLOSE))
        at = match.start()
        if depth or len(parts) >= _MAX_PEOPLE or not _separates(value, start, match.start(), match.end()):
            continue
        parts.append((start, match.start()))
        separators.append(match.group().strip())
        start = match.end()
    parts.append((start, len(value)))
    return parts, separators


def _separates(value: str, start: int, low: int, high: int) -> bool:
    """Tell whether a separator parts two names: 和 in 张三和李四 does, in 李和平 it does not."""
    if value[low:high] not in ("和", "与", "與", "及"):
        return True
    before, after = value[start:low].strip(), value[high : high + 4].strip()
    following = next((at for at, char in enumerate(after) if not is_cjk(char)), len(after))
    return (len(before) >= 2 or not before.isalpha()) and bool(after) and (following >= 2 or following == 0)


def _is_one_name(value: str, parts: list[tuple[int, int]], separators: list[str]) -> bool:
    """Tell whether what stands around a comma may be one: a surname first (Li, Wei), or a role (VP, Field Ops)."""
    if separators != [","]:
        return False
    names = [value[start:end].strip() for start, end in parts]
    if value.isascii() and not _TITLES.isdisjoint(names[0].lower().split()):
        return True
    return all(map(_is_name_of_one, names)) and not is_common_name(names[0])  # `Ana, Bo` are two given names


@cache
def _one() -> Pattern[str]:
    """Match a surname or a given name: Li, O'Brien, Müller-Jones, McDonald, "van der Berg", "Mary B."; no HR."""
    upper, lower = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿā-ſ"
    return compile_pattern(
        r"(?:(?:[Dd]e|[Dd]el|[Dd]i|[Dd]a|[Dd]os|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Ll]a|[Ll]e|[Ee]l|[Aa]l|[Ss]t\.?) ?){0,3}"
        rf"[{upper}](?:'[{upper}])?[{lower}]{{1,24}}(?:['-]?[{upper}][{lower}]{{1,24}}){{0,2}}(?: [A-Z]\.?)?"
    )


def _is_name_of_one(name: str) -> bool:
    return _one().fullmatch(name.replace("’", "'")) is not None


def _role_before(value: str, start: int, end: int) -> tuple[int, bool | None]:
    """Read `主责：` or `Support:` before a name: where the name begins, and whether it is a helper's."""
    for colon in ":：":
        head, found, _ = value[start:end].partition(colon)
        role = canonical(head) if found else None
        if role in ("owner", "contributors"):
            return start + len(head) + 1, role == "contributors"
    return start, None


def _is_person_of(remark: str, name: str) -> bool:
    """Tell whether a name is a department's and the remark behind it its person's: 市场部（王芳）."""
    if not name.strip().lower().endswith(_DEPARTMENTS) or _role(remark) is not None:
        return False
    return (2 <= len(remark) <= 4 and all(map(is_cjk, remark))) or (
        remark.istitle() and remark.replace(" ", "").isalpha()
    )


def _role(remark: str) -> bool | None:
    """Tell whether a remark marks a helper (True) or a lead (False)."""
    word = remark.lower()
    return True if word in _HELPER_ROLES else False if word in _LEAD_ROLES else None


def _name_end(value: str, start: int, end: int) -> int:
    """Return where a name ends: before a remark in parentheses, a share (`: 1/3`) or an adverb."""
    for at in range(start + 1, end):
        if value[at] in "(（" or (value[at] in ":：" and value[at + 1 : end].strip()[:1].isdigit()):
            return at
    for adverb in (" equally", " jointly", " together"):
        if value[start:end].rstrip().lower().endswith(adverb):
            return start + len(value[start:end].rstrip()) - len(adverb)
    return end


def _owner(text: Text) -> Owner | None:
    """Make an owner of a name, without mark-up, `@` and quotes around it."""
    bare = _without_full_stop(text.value.strip(_MARK_UP))
    low = text.value.find(bare)
    name = text.part(low, low + len(bare))
    value = bare.lstrip("@＠")
    if not value or is_day(value):
        return None
    return Owner.model_construct(raw=name.raw, span=name.span, value=value, handle=bare != value)


def _without_full_stop(name: str) -> str:
    """Take off the full stop of a sentence: `Hana.`, but not that of `Ana R.` and `Sam Jr.`."""
    stops = name[-1:] in tuple(".。") and len(name.split()[-1]) > len("Jr.")
    return name[:-1] if stops else name


def _helpers(text: Text, start: int, end: int) -> tuple[Owner, ...]:
    """Return the helpers that a remark names: `（协作：李四、王五）`, `(contributors: Bob, Chen)`."""
    inner = text.value[start:end].strip()
    if inner[:1] not in tuple(_OPEN) or inner[-1:] not in tuple(_CLOSE):
        return ()
    low = text.value.index(inner[0], start) + 1
    name_start, role = _role_before(text.value, low, low + len(inner) - 2)
    return contributors(text.part(name_start, low + len(inner) - 2)) if role else ()
