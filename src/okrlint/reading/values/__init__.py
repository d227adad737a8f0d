"""From words to values: owners, dates, ratings, quantities, and the fields that stand inside a statement."""
