"""Where each built-in rule is. Codes and names stand here too, so that a run selects before it imports."""

from okrlint.plugins import RuleRef


def _rule(code: str, name: str, family: str, *, on: bool = True) -> RuleRef:
    """Return the place of a rule: its module and class have its name."""
    module = name.replace("-", "_")
    title = "".join(word.capitalize() for word in name.split("-"))
    return RuleRef(code, name, f"okrlint_rules.{family}.{module}:{title}", on)


RULES: tuple[RuleRef, ...] = (
    _rule("OB001", "objective-has-metric", "objective"),
    _rule("OB002", "objective-is-task", "objective"),
    _rule("OB003", "objective-not-inspiring", "objective"),
    _rule("OB004", "objective-business-as-usual", "objective"),
    _rule("OB005", "objective-too-long", "objective"),
    _rule("OB006", "objective-unfocused", "objective"),
    _rule("OB007", "objective-buzzword", "objective"),
    _rule("OB008", "objective-too-thin", "objective"),
    _rule("OB009", "objective-restates-kr", "objective"),
    _rule("OB010", "objective-no-beneficiary", "objective", on=False),
    _rule("OB011", "objective-negative-framing", "objective", on=False),
    _rule("KW001", "kr-not-quantified", "key_result"),
    _rule("KW002", "kr-is-activity", "key_result"),
    _rule("KW003", "kr-output-not-outcome", "key_result"),
    _rule("KW004", "kr-vague-term", "key_result"),
    _rule("KW005", "kr-no-baseline", "key_result"),
    _rule("KW009", "kr-binary-milestone", "key_result"),
    _rule("KW010", "kr-business-as-usual", "key_result"),
    _rule("KW011", "kr-not-challenging", "key_result"),
    _rule("KW014", "kr-not-trackable", "key_result"),
    _rule("KW015", "kr-internal-jargon", "key_result", on=False),
    _rule("KW016", "kr-vanity-metric", "key_result"),
    _rule("KW018", "kr-universal-quantifier", "key_result", on=False),
    _rule("KW019", "kr-hidden-scope-condition", "key_result"),
    _rule("OW001", "kr-no-owner", "ownership"),
    _rule("OW002", "owner-collective", "ownership"),
    _rule("OW003", "owner-too-many", "ownership"),
    _rule("OW004", "owner-placeholder", "ownership"),
    _rule("TM001", "kr-no-deadline", "time"),
    _rule("TM002", "deadline-outside-cycle", "time"),
    _rule("TM005", "deadline-invalid", "time"),
    _rule("CF001", "kr-no-confidence", "confidence"),
    _rule("CF002", "confidence-invalid", "confidence"),
    _rule("WT001", "weights-missing", "weight"),
    _rule("WT002", "weights-sum", "weight"),
    _rule("WT003", "weights-all-equal", "weight"),
    _rule("WT004", "weight-invalid", "weight"),
    _rule("WT005", "weights-partial", "weight"),
    _rule("ST002", "too-few-krs", "structure"),
    _rule("ST003", "too-many-krs", "structure"),
    _rule("ST004", "objective-without-krs", "structure"),
    _rule("AP001", "kr-without-actions", "action"),
)
