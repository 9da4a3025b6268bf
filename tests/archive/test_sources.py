"""Which files are found under paths, folders and patterns, and what is said of the rest."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.archive.sources import find_sources, media_type_of


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.MD", "skip.pdf", ".hidden.txt", "deep/c.html", "deep/er/d.htm", ".git/e.txt", "z/f.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(*paths: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.fields["path"]) for problem in find_sources(paths).problems]


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["b.txt"], ("b.txt",)),
        (["."], ("./a.MD", "./b.txt", "./deep/c.html", "./deep/er/d.htm", "./z/f.txt")),
        (["z", "deep"], ("z/f.txt", "deep/c.html", "deep/er/d.htm")),
        (["deep/"], ("deep/c.html", "deep/er/d.htm")),
        (["*.txt"], ("b.txt",)),
        (["*"], ("a.MD", "b.txt", "deep/c.html", "deep/er/d.htm", "z/f.txt")),
        (["**/*.htm*"], ("deep/c.html", "deep/er/d.htm")),
        (["**/f.txt"], ("z/f.txt",)),
        (["**"], ("a.MD", "b.txt", "deep/c.html", "deep/er/d.htm", "z/f.txt")),
        (["[ab].*"], ("a.MD", "b.txt")),
        (["deep/*/?.htm"], ("deep/er/d.htm",)),
        (["b.txt", "./b.txt", "z/../b.txt", "*.txt", "z", "z/"], ("b.txt", "z/f.txt")),
    ],
)  # fmt: skip
def test_files_found(tree: Path, paths: list[str], files: tuple[str, ...]) -> None:
    found = find_sources(paths)
    assert found.files == files
    assert found.problems == ()


def test_an_absolute_path_stays_absolute(tree: Path) -> None:
    assert find_sources([str(tree / "z"), f"{tree}/*.txt"]).files == (f"{tree}/z/f.txt", f"{tree}/b.txt")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("missing.txt", "A001"), ("b.txt/c.txt", "A001"), ("x" * 5000, "A001"), ("a\0b", "A001"), ("", "A001"),
        ("skip.pdf", "A007"), ("empty", "A010"), ("nothing*", "A010"), ("empty/**/*.txt", "A010"), ("skip.*", "A010"),
    ],
)  # fmt: skip
def test_problems(tree: Path, path: str, code: str) -> None:
    assert codes(path) == [(code, path)]
    assert find_sources([path, "b.txt"]).files == ("b.txt",)


def test_a_file_with_signs_of_a_pattern_in_its_name(tree: Path) -> None:
    (tree / "report [1].txt").write_text("x")
    assert find_sources(["report [1].txt"]).files == ("report [1].txt",)


def test_loops_of_links_end(tree: Path) -> None:
    (tree / "deep" / "back").symlink_to(tree / "deep")
    (tree / "z" / "up").symlink_to(tree)
    (tree / "self.txt").symlink_to("self.txt")
    found = find_sources(["deep", "**/*.html"])
    assert found.files == ("deep/c.html", "deep/er/d.htm")
    assert codes("self.txt") == [("A011", "self.txt")]


def test_a_pipe_is_no_file_to_read(tree: Path) -> None:
    os.mkfifo(tree / "pipe.txt")
    assert codes("pipe.txt") == [("A007", "pipe.txt")]


@pytest.fixture
def deep_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A file in folders nested deeper than Python's stack; taken away again, as the clean-up of tests is recursive."""
    monkeypatch.chdir(tmp_path)
    folders = ["d" + "/d" * depth for depth in range(1200)]
    for folder in folders:
        Path(folder).mkdir()
    Path(folders[-1], "a.txt").write_text("x")
    yield f"{folders[-1]}/a.txt"
    Path(folders[-1], "a.txt").unlink()
    for folder in reversed(folders):
        Path(folder).rmdir()


def test_deep_folders_do_not_exhaust_the_stack(deep_file: str) -> None:
    assert find_sources(["d"]).files == (deep_file,)
    assert find_sources(["**/*.txt"]).files == (deep_file,)


def test_a_name_that_is_no_unicode_is_told(tree: Path) -> None:
    try:
        (tree / os.fsdecode(b"\xff.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert codes("*.txt") == [("A011", "?.txt")]


def test_media_types() -> None:
    assert [media_type_of(name) for name in ("a.txt", "b.Md", "c.HTML", "d.htm", "e.docx", ".txt")] == [
        "text/plain", "text/markdown", "text/html", "text/html", None, None,
    ]  # fmt: skip
