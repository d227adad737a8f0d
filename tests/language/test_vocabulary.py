import pytest

from okrlint.language.vocabulary import groups, words

LISTS = ("names", "quantity_words", "units")


@pytest.mark.parametrize("name", LISTS)
def test_every_group_of_a_list_has_entries(name: str) -> None:
    assert [group for group, entries in groups(name).items() if group and not entries] == []


@pytest.mark.parametrize("name", LISTS)
def test_entries_are_neither_comments_nor_headings(name: str) -> None:
    assert [entry for entry in words(name) if entry.startswith(("#", "[")) or entry != entry.strip()] == []


@pytest.mark.parametrize("name", LISTS)
def test_entries_are_in_the_form_they_are_looked_up_in(name: str) -> None:
    assert [entry for entry in words(name) if entry.partition(" = ")[0] != entry.partition(" = ")[0].lower()] == []
