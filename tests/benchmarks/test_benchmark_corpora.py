"""The corpora that benchmarks run on are the same everywhere, and of the size that is told of them."""

from pathlib import Path
from statistics import mean

import pytest
import yaml
from corpora import KINDS, PER_FOLDER, documents, one_of, write

from okrlint import parse_text


@pytest.mark.parametrize("kind", KINDS)
def test_same_number_gives_the_same_words(kind: str) -> None:
    assert list(documents(kind, 5)) == list(documents(kind, 7))[:5]
    assert len({text for _, text in documents(kind, 50)}) == 50


@pytest.mark.parametrize("kind", KINDS)
def test_files_are_about_as_large_as_is_told(kind: str) -> None:
    assert mean(len(text.encode()) for _, text in documents(kind, 200)) == pytest.approx(1500, rel=0.2)


@pytest.mark.parametrize("kind", KINDS)
def test_okrlint_reads_all_that_is_written(kind: str) -> None:
    for name, text in documents(kind, 10):
        document = parse_text(text, "yaml" if kind == "yaml" else "markdown", name)
        assert [len(objective.key_results) for objective in document.objectives] == [3, 3, 3]
        assert document.language == ("zh" if kind == "chinese" else "en")
        if kind == "yaml":
            assert yaml.safe_load(text)["objectives"][0]["id"] == "O1"


def test_no_folder_holds_more_than_a_hundred_files(tmp_path: Path) -> None:
    write("yaml", PER_FOLDER + 1, tmp_path)
    assert sorted(len(list(folder.iterdir())) for folder in tmp_path.iterdir()) == [1, PER_FOLDER]


@pytest.mark.parametrize("kind", ["english", "chinese"])
def test_large_document_is_at_least_that_large(kind: str) -> None:
    size = len(one_of(kind, 20_000).encode())
    assert 20_000 <= size < 22_500
