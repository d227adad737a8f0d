"""Numbers in words: Chinese numerals (三千五, 两千万, 壹佰, 1.5万, 二〇二六) and English ones (a dozen, twenty-five).

Libraries that do this take longer to import than a document takes to lint, and read 一百五 as 105.
"""

from functools import cache

CHINESE_DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **{char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)},
    "〇": 0,
    "两": 2,
}
"""Chinese digits, with those of cheques (壹), and their values."""

CHINESE_UNITS = {"十": 10, "百": 100, "千": 1_000, "拾": 10, "佰": 100, "仟": 1_000}
"""Units within a group of four digits."""

CHINESE_MAGNITUDES = {"万": 10_000, "亿": 100_000_000}
"""Units that multiply all before them. 兆 is left out: a million to some, a million millions to others."""

_CONTRACTED = {"廿": "二十", "卅": "三十"}
_LONGEST = 32
"""Longer runs of characters are no numbers that anyone writes."""

_MULTIPLIERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
ENGLISH_MAGNITUDES = frozenset(_MULTIPLIERS)
"""Words that multiply the number before them."""


def multiplied(number: float, magnitude: float) -> float:
    """Return the product without the noise of binary fractions (1.1 x 10,000 is 11,000)."""
    return round(number * magnitude, 6)


def chinese_number(text: str) -> float | None:
    """Return the value of a Chinese numeral, digits allowed within it (1亿2千万); None where it is none.

    A last digit stands for the next lower unit (一百五 is 150, 三万五 is 35,000); digits without any unit are
    read one by one (二〇二六 is 2026); 点 is the decimal point and 半 alone is a half.
    """
    if not 0 < len(text) <= _LONGEST:
        return None
    if text == "半":
        return 0.5
    for short, full in _CONTRACTED.items():
        text = text.replace(short, full)
    parts = _parts(text)
    if parts is None:
        return None
    if len(parts) == 1 and isinstance(parts[0], float):
        return parts[0]
    return _composed(parts)


def _parts(text: str) -> list[float | str] | None:
    """Split a numeral into numbers (floats) and units (their characters)."""
    parts: list[float | str] = []
    digits = ""
    for char in text:
        if char in CHINESE_DIGITS:
            digits += str(CHINESE_DIGITS[char])
        elif char in "点.":
            digits += "."
        elif "0" <= char <= "9":
            digits += char
        elif char in CHINESE_UNITS or char in CHINESE_MAGNITUDES:
            if digits and not _append(parts, digits):
                return None
            digits = ""
            parts.append(char)
        elif char != ",":
            return None
    return parts if not digits or _append(parts, digits) else None


def _append(parts: list[float | str], digits: str) -> bool:
    if digits.startswith(".") or digits.endswith(".") or digits.count(".") > 1:
        return False
    if len(digits) > 1 and digits[0] == "0" and parts and "." not in digits:
        parts.append("零")  # 一百零五: the next digit is one of the lowest unit
        digits = digits[1:]
    parts.append(float(digits))
    return True


def _composed(parts: list[float | str]) -> float | None:
    total = section = 0.0
    number: float | None = None
    unit = largest = 1
    for part in parts:
        if isinstance(part, float):
            if number is not None:
                return None
            number = part
        elif part == "零":
            unit = 1
        elif part in CHINESE_UNITS:
            unit = CHINESE_UNITS[part]
            section += multiplied(1 if number is None else number, unit)
            number = None
        else:
            unit = CHINESE_MAGNITUDES[part]
            before = section + (number or 0)
            if unit > largest:
                total = multiplied((total + before) or 1, unit)
                largest = unit
            else:
                total += multiplied(before or 1, unit)
            section, number = 0.0, None
    if number is not None and unit >= 100 and number < 10:
        number = multiplied(number, unit // 10)
    return total + section + (number or 0)


@cache
def english_words() -> dict[str, int]:
    """Return the words that make up English numbers, and their values ("and", "point" and "a" are not among them)."""
    small = (
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    )  # fmt: skip
    tens = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    values = {word: value for value, word in enumerate(small)}
    values |= {word: value for value, word in zip(range(20, 100, 10), tens, strict=True)}
    return values | _MULTIPLIERS | {"dozen": 12}


def english_number(words: str) -> float | None:
    """Return the value of an English number in words ("two point five million", "a dozen"); None where it is none."""
    tokens = words.lower().replace("-", " ").split()
    if not 0 < len(tokens) <= _LONGEST:
        return None
    if tokens[0] == "half" and tokens[1:2] in (["a"], ["an"]):
        whole = english_number(" ".join(tokens[1:]))
        return None if whole is None else whole / 2
    if "point" in tokens:
        return _english_decimal(tokens)
    return _english_whole(tokens)


def _english_decimal(tokens: list[str]) -> float | None:
    point = tokens.index("point")
    values = english_words()
    whole = _english_whole(tokens[:point]) if point else 0
    digits = ""
    magnitude = 1
    for word in tokens[point + 1 :]:
        if word in _MULTIPLIERS and digits:
            magnitude *= _MULTIPLIERS[word]
        elif values.get(word, 10) < 10 and magnitude == 1:
            digits += str(values[word])
        else:
            return None
    if whole is None or not digits:
        return None
    return multiplied(float(f"{whole:.0f}.{digits}"), magnitude)


def _english_whole(tokens: list[str]) -> float | None:
    values = english_words()
    total = section = 0
    last = 0
    for position, word in enumerate(tokens):
        if word in {"a", "an"} and position == 0 and len(tokens) > 1:
            section = 1
        elif word == "and" and 0 < position < len(tokens) - 1:
            continue
        elif word in {"hundred", "dozen"}:
            section = (section or 1) * values[word]
        elif word in _MULTIPLIERS:
            total += (section or 1) * values[word]
            section = 0
        elif word in values and (last == 0 or last >= 100 or (last >= 20 > values[word] and values[word] < 10)):
            section += values[word]
        else:
            return None
        last = values.get(word, 0)
    return float(total + section)
