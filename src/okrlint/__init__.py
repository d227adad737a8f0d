"""okrlint: a linter for OKRs (Objectives and Key Results) in Chinese and English.

    import okrlint

    document = okrlint.parse_text(text)      # the typed document, every value with its place
    report = okrlint.lint_text(text)         # what is wrong with it
    report = okrlint.lint_paths(["okrs/"])   # the same for files and folders

What is listed in `__all__`, and in `okrlint.plugins` and `okrlint.testing`, is public; nothing else is. The parts
are imported when they are first asked for.
"""

from typing import TYPE_CHECKING

from okrlint.lazy import exports

if TYPE_CHECKING:
    from okrlint.api import (
        fix_file as fix_file,
    )
    from okrlint.api import (
        fix_paths as fix_paths,
    )
    from okrlint.api import (
        fix_text as fix_text,
    )
    from okrlint.api import (
        lint_file as lint_file,
    )
    from okrlint.api import (
        lint_paths as lint_paths,
    )
    from okrlint.api import (
        lint_text as lint_text,
    )
    from okrlint.api import (
        parse_bytes as parse_bytes,
    )
    from okrlint.api import (
        parse_file as parse_file,
    )
    from okrlint.api import (
        parse_text as parse_text,
    )
    from okrlint.config.settings import (
        ConfigError as ConfigError,
    )
    from okrlint.config.settings import (
        Settings as Settings,
    )
    from okrlint.fixer import (
        Fixed as Fixed,
    )
    from okrlint.fixer import (
        FixedFiles as FixedFiles,
    )
    from okrlint.linter import (
        Linter as Linter,
    )
    from okrlint.linting.findings import (
        FileReport as FileReport,
    )
    from okrlint.linting.findings import (
        Finding as Finding,
    )
    from okrlint.linting.findings import (
        FixNote as FixNote,
    )
    from okrlint.linting.findings import (
        Position as Position,
    )
    from okrlint.linting.findings import (
        Replacement as Replacement,
    )
    from okrlint.linting.findings import (
        Report as Report,
    )
    from okrlint.linting.fixing import (
        Change as Change,
    )
    from okrlint.linting.interface import (
        Severity as Severity,
    )
    from okrlint.model import (
        Action as Action,
    )
    from okrlint.model import (
        CheckIn as CheckIn,
    )
    from okrlint.model import (
        Confidence as Confidence,
    )
    from okrlint.model import (
        Cycle as Cycle,
    )
    from okrlint.model import (
        Deadline as Deadline,
    )
    from okrlint.model import (
        Document as Document,
    )
    from okrlint.model import (
        Field as Field,
    )
    from okrlint.model import (
        KeyResult as KeyResult,
    )
    from okrlint.model import (
        Metric as Metric,
    )
    from okrlint.model import (
        Objective as Objective,
    )
    from okrlint.model import (
        Owner as Owner,
    )
    from okrlint.model import (
        Problem as Problem,
    )
    from okrlint.model import (
        Quantity as Quantity,
    )
    from okrlint.model import (
        Score as Score,
    )
    from okrlint.model import (
        Span as Span,
    )
    from okrlint.model import (
        Text as Text,
    )
    from okrlint.model import (
        Weight as Weight,
    )
    from okrlint.opening import (
        FormatError as FormatError,
    )
    from okrlint.plugin_files import (
        PluginError as PluginError,
    )
    from okrlint.reading.source import (
        UnreadableError as UnreadableError,
    )

__version__ = "0.1.0"

_HOMES = {
    "okrlint.api": "fix_file fix_paths fix_text lint_file lint_paths lint_text parse_bytes parse_file parse_text",
    "okrlint.config.settings": "ConfigError Settings",
    "okrlint.fixer": "Fixed FixedFiles",
    "okrlint.plugin_files": "PluginError",
    "okrlint.linter": "Linter",
    "okrlint.linting.fixing": "Change",
    "okrlint.linting.findings": "FileReport Finding FixNote Position Replacement Report",
    "okrlint.linting.interface": "Severity",
    "okrlint.model": "Action CheckIn Confidence Cycle Deadline Document Field KeyResult Metric Objective Owner Problem "
    "Quantity Score Span Text Weight",
    "okrlint.opening": "FormatError",
    "okrlint.reading.source": "UnreadableError",
}
__all__, __getattr__ = exports(__name__, _HOMES)
