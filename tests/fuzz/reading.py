"""Coverage-guided fuzzing of reading: `python tests/fuzz/reading.py -max_total_time=20`.

The first byte chooses the format; the rest is the file. Nothing but `UnreadableError` may come out of reading, and
what is read must stand where it says. All options are those of libFuzzer; a folder among them holds the inputs to
begin with, and takes those that reach something new. An input that fails is kept as `crash-…`: with its path as the
only argument it is read again.

Needs the extra `fuzz`. Where atheris cannot be imported, this says so and ends well: it has no wheels for some
platforms.
"""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "reading"), str(TESTS / "properties")]

try:
    import atheris
except ImportError as missing:
    print(f"skipped: atheris cannot be imported here ({missing}); python -m pip install '.[fuzz]' brings it")
    sys.exit()

with atheris.instrument_imports(include=["okrlint"]):
    from places import assert_sound

    import okrlint.language
    import okrlint.reading
    from okrlint.opening import reader_for
    from okrlint.reading.interface import ReadingOptions, open_source
    from okrlint.reading.source import UnreadableError
    from okrlint.registry import installed

    for package in (okrlint.language, okrlint.reading):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)  # those that reading would import only later would not be watched

READERS = [reader_for(name, "-") for name in sorted(ref.name for ref in installed().readers)]

PATH = "okr/team"
SECONDS = 10
"""How long one input may take: it is of a few thousand bytes, and everything is slower while it is watched."""


def read(data: bytes) -> None:
    """Read a file that may hold anything."""
    if not data:
        return
    reader = READERS[data[0] % len(READERS)]
    try:
        source = open_source(reader, data[1:], PATH)
        document = reader.read(source, ReadingOptions())
    except UnreadableError as error:
        assert error.message.en
        assert error.message.zh
    else:
        assert_sound(source, document)


def write_corpus(folder: Path) -> None:
    """Write the inputs to begin with: a document of each layout, well-formed ones, and those of the manual."""
    from hypothesis import given, settings
    from okr_documents import Written, documents
    from okr_seeds import SEEDS

    examples = (TESTS.parent / "docs" / "examples").iterdir()
    inputs = [(reader_for(None, path.name).name, path.read_bytes()) for path in sorted(examples)]
    inputs.extend((seed.format, seed.text.encode()) for seed in SEEDS.values())

    @settings(max_examples=60, database=None, derandomize=True)
    @given(documents())
    def generate(written: Written) -> None:
        inputs.append((written.format, written.text.encode()))

    generate()
    names = [reader.name for reader in READERS]
    for number, (name, data) in enumerate(inputs):
        (folder / f"{number:03}-{name}").write_bytes(bytes([names.index(name)]) + data)


def main() -> None:
    """Fuzz until the options say stop, or something fails."""
    if any(not argument.startswith("-") for argument in sys.argv[1:]):
        atheris.Setup(sys.argv, read)
        atheris.Fuzz()  # ends the process
    with TemporaryDirectory() as corpus:
        write_corpus(Path(corpus))
        command = [sys.executable, sys.argv[0], f"-timeout={SECONDS}", *sys.argv[1:], corpus]
        sys.exit(subprocess.run(command).returncode)


if __name__ == "__main__":
    main()
