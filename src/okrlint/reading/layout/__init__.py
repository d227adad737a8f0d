"""The judgement which blocks of an outline are objectives and key results, and which are not.

Order of trust: what is labelled (`O1：`, `KR1：`), then what stands under a heading or in a column of that name, and
only in a document that calls itself OKRs the mere structure of headings and lists. A document counts when it
holds an objective with a key result, or objectives that are labelled as such; prose that mentions them does not.
"""

from okrlint.reading.layout.document import draft_from_outline

__all__ = ["draft_from_outline"]
