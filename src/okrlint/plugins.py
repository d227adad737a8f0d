"""All that an author of rules, readers, reporters, presets, word lists or fields imports.

Names stay, and change their meaning only with a new major version; what is not listed here is not for plugins.
The parts are imported when they are first asked for: a run loads only what its rules use.

A reader may make a `Document` of the models itself; or it finds out which words are an objective, a key result and
their fields, puts them into a `DocumentDraft`, and has `assemble` read the words as okrlint's own readers do. A `Text`
of the whole source, `Text(value=source.text, raw=source.text, span=Span(0, len(source.text)))`, gives by `part` and
`split` texts that know their places.
"""

from typing import TYPE_CHECKING

from okrlint.lazy import exports

if TYPE_CHECKING:
    from okrlint.config.presets import (
        PresetRef as PresetRef,
    )
    from okrlint.history.interface import (
        Addition as Addition,
    )
    from okrlint.history.interface import (
        Commit as Commit,
    )
    from okrlint.history.interface import (
        History as History,
    )
    from okrlint.history.interface import (
        ItemHistory as ItemHistory,
    )
    from okrlint.history.interface import (
        Removal as Removal,
    )
    from okrlint.history.interface import (
        Version as Version,
    )
    from okrlint.history.typos import (
        is_typo_only as is_typo_only,
    )
    from okrlint.hooks import (
        hookimpl as hookimpl,
    )
    from okrlint.language.conversion import (
        in_one_unit as in_one_unit,
    )
    from okrlint.language.dates import (
        DateSpan as DateSpan,
    )
    from okrlint.language.dates import (
        dates as dates,
    )
    from okrlint.language.dates import (
        is_vague as is_vague,
    )
    from okrlint.language.directions import (
        Direction as Direction,
    )
    from okrlint.language.directions import (
        direction as direction,
    )
    from okrlint.language.directions import (
        direction_before as direction_before,
    )
    from okrlint.language.folding import (
        fold as fold,
    )
    from okrlint.language.folding import (
        fold_width as fold_width,
    )
    from okrlint.language.folding import (
        is_cjk as is_cjk,
    )
    from okrlint.language.folding import (
        language_of as language_of,
    )
    from okrlint.language.kinds import (
        Lead as Lead,
    )
    from okrlint.language.kinds import (
        is_name as is_name,
    )
    from okrlint.language.kinds import (
        is_stative_deliverable as is_stative_deliverable,
    )
    from okrlint.language.kinds import (
        is_usual as is_usual,
    )
    from okrlint.language.kinds import (
        kind as kind,
    )
    from okrlint.language.kinds import (
        lead as lead,
    )
    from okrlint.language.kinds import (
        moves as moves,
    )
    from okrlint.language.kinds import (
        quantified as quantified,
    )
    from okrlint.language.metric_names import (
        Clause as Clause,
    )
    from okrlint.language.metric_names import (
        better_when as better_when,
    )
    from okrlint.language.metric_names import (
        clauses as clauses,
    )
    from okrlint.language.metric_names import (
        is_metric_name as is_metric_name,
    )
    from okrlint.language.metric_names import (
        metric_name as metric_name,
    )
    from okrlint.language.metric_names import (
        metric_range as metric_range,
    )
    from okrlint.language.quantities import (
        Amount as Amount,
    )
    from okrlint.language.quantities import (
        Change as Change,
    )
    from okrlint.language.quantities import (
        amounts as amounts,
    )
    from okrlint.language.quantities import (
        change as change,
    )
    from okrlint.language.quantities import (
        has_metric as has_metric,
    )
    from okrlint.language.quantities import (
        metric_amount as metric_amount,
    )
    from okrlint.language.segmentation import (
        Token as Token,
    )
    from okrlint.language.segmentation import (
        tokens as tokens,
    )
    from okrlint.language.similarity import (
        is_comparable as is_comparable,
    )
    from okrlint.language.similarity import (
        similarity as similarity,
    )
    from okrlint.language.similarity import (
        terms as terms,
    )
    from okrlint.language.similarity import (
        without_figures as without_figures,
    )
    from okrlint.linting.fields import (
        is_dropped as is_dropped,
    )
    from okrlint.linting.fields import (
        says_dropped as says_dropped,
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
        Hidden as Hidden,
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
    from okrlint.linting.findings import (
        Unsaid as Unsaid,
    )
    from okrlint.linting.interface import (
        Certainty as Certainty,
    )
    from okrlint.linting.interface import (
        Context as Context,
    )
    from okrlint.linting.interface import (
        DocumentRule as DocumentRule,
    )
    from okrlint.linting.interface import (
        Edit as Edit,
    )
    from okrlint.linting.interface import (
        Examples as Examples,
    )
    from okrlint.linting.interface import (
        Fix as Fix,
    )
    from okrlint.linting.interface import (
        Hit as Hit,
    )
    from okrlint.linting.interface import (
        ItemRule as ItemRule,
    )
    from okrlint.linting.interface import (
        KeyResultRule as KeyResultRule,
    )
    from okrlint.linting.interface import (
        Meta as Meta,
    )
    from okrlint.linting.interface import (
        ObjectiveRule as ObjectiveRule,
    )
    from okrlint.linting.interface import (
        ProjectContext as ProjectContext,
    )
    from okrlint.linting.interface import (
        ProjectRule as ProjectRule,
    )
    from okrlint.linting.interface import (
        Rule as Rule,
    )
    from okrlint.linting.interface import (
        RuleError as RuleError,
    )
    from okrlint.linting.interface import (
        RuleOptions as RuleOptions,
    )
    from okrlint.linting.interface import (
        RuleRef as RuleRef,
    )
    from okrlint.linting.interface import (
        Scope as Scope,
    )
    from okrlint.linting.interface import (
        Severity as Severity,
    )
    from okrlint.linting.lexicon import (
        Lexicon as Lexicon,
    )
    from okrlint.linting.lexicon import (
        LexiconMatch as LexiconMatch,
    )
    from okrlint.linting.lexicon import (
        LexiconRef as LexiconRef,
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
        Item as Item,
    )
    from okrlint.model import (
        KeyResult as KeyResult,
    )
    from okrlint.model import (
        KeyResultKind as KeyResultKind,
    )
    from okrlint.model import (
        LinkedText as LinkedText,
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
        Piece as Piece,
    )
    from okrlint.model import (
        Problem as Problem,
    )
    from okrlint.model import (
        Quantity as Quantity,
    )
    from okrlint.model import (
        Rating as Rating,
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
        Value as Value,
    )
    from okrlint.model import (
        Weight as Weight,
    )
    from okrlint.model import (
        Words as Words,
    )
    from okrlint.project.interface import (
        Link as Link,
    )
    from okrlint.project.interface import (
        LinkState as LinkState,
    )
    from okrlint.project.interface import (
        Place as Place,
    )
    from okrlint.project.interface import (
        Project as Project,
    )
    from okrlint.project.interface import (
        Team as Team,
    )
    from okrlint.project.links import (
        Links as Links,
    )
    from okrlint.project.summaries import (
        DocumentSummary as DocumentSummary,
    )
    from okrlint.project.summaries import (
        Due as Due,
    )
    from okrlint.project.summaries import (
        Entry as Entry,
    )
    from okrlint.project.summaries import (
        Figure as Figure,
    )
    from okrlint.project.summaries import (
        ItemSummary as ItemSummary,
    )
    from okrlint.project.summaries import (
        Period as Period,
    )
    from okrlint.project.summaries import (
        Phrase as Phrase,
    )
    from okrlint.project.summaries import (
        Reference as Reference,
    )
    from okrlint.reading.assembly import (
        assemble as assemble,
    )
    from okrlint.reading.drafts import (
        DocumentDraft as DocumentDraft,
    )
    from okrlint.reading.drafts import (
        Draft as Draft,
    )
    from okrlint.reading.fields import (
        field_name as field_name,
    )
    from okrlint.reading.interface import (
        ContainerReader as ContainerReader,
    )
    from okrlint.reading.interface import (
        FieldNames as FieldNames,
    )
    from okrlint.reading.interface import (
        Reader as Reader,
    )
    from okrlint.reading.interface import (
        ReaderRef as ReaderRef,
    )
    from okrlint.reading.interface import (
        ReadingOptions as ReadingOptions,
    )
    from okrlint.reading.projection import (
        Part as Part,
    )
    from okrlint.reading.projection import (
        Projection as Projection,
    )
    from okrlint.reading.source import (
        Excerpt as Excerpt,
    )
    from okrlint.reading.source import (
        Source as Source,
    )
    from okrlint.reading.source import (
        UnreadableError as UnreadableError,
    )
    from okrlint.reporting.interface import (
        Reporter as Reporter,
    )
    from okrlint.reporting.interface import (
        ReporterRef as ReporterRef,
    )
    from okrlint.reporting.interface import (
        RuleNote as RuleNote,
    )
    from okrlint.reporting.interface import (
        Style as Style,
    )

_HOMES = {
    "okrlint.config.presets": "PresetRef",
    "okrlint.history.interface": "Addition Commit History ItemHistory Removal Version",
    "okrlint.history.typos": "is_typo_only",
    "okrlint.hooks": "hookimpl",
    "okrlint.language.conversion": "in_one_unit",
    "okrlint.language.dates": "DateSpan dates is_vague",
    "okrlint.language.directions": "Direction direction direction_before",
    "okrlint.language.folding": "fold fold_width is_cjk language_of",
    "okrlint.language.kinds": "Lead is_name is_stative_deliverable is_usual kind lead moves quantified",
    "okrlint.language.metric_names": "Clause better_when clauses is_metric_name metric_name metric_range",
    "okrlint.language.quantities": "Amount Change amounts change has_metric metric_amount",
    "okrlint.language.segmentation": "Token tokens",
    "okrlint.language.similarity": "is_comparable similarity terms without_figures",
    "okrlint.linting.fields": "is_dropped says_dropped",
    "okrlint.linting.findings": "FileReport Finding FixNote Hidden Position Replacement Report Unsaid",
    "okrlint.linting.interface": "Certainty Context DocumentRule Edit Examples Fix Hit ItemRule "
    "KeyResultRule Meta ObjectiveRule ProjectContext ProjectRule "
    "RuleError RuleOptions Rule RuleRef Scope Severity",
    "okrlint.linting.lexicon": "Lexicon LexiconMatch LexiconRef",
    "okrlint.model": "Action CheckIn Confidence Cycle Deadline Document Field Item KeyResult KeyResultKind Metric "
    "LinkedText Objective Owner Piece Problem Quantity Rating Score Span Text Value Weight Words",
    "okrlint.project.interface": "Link LinkState Place Project Team",
    "okrlint.project.links": "Links",
    "okrlint.project.summaries": "DocumentSummary Due Entry Figure ItemSummary Period Phrase Reference",
    "okrlint.reading.assembly": "assemble",
    "okrlint.reading.drafts": "DocumentDraft Draft",
    "okrlint.reading.fields": "field_name",
    "okrlint.reading.interface": "ContainerReader FieldNames Reader ReaderRef ReadingOptions",
    "okrlint.reading.projection": "Part Projection",
    "okrlint.reading.source": "Excerpt Source UnreadableError",
    "okrlint.reporting.interface": "Reporter ReporterRef RuleNote Style",
}
__all__, __getattr__ = exports(__name__, _HOMES)
