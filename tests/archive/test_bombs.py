"""Pages built to exhaust their reader, and real ones that look a little like them."""

from __future__ import annotations

import pytest

from chancery.archive.bombs import is_bomb
from chancery.archive.limits import MAX_ATTRIBUTES, MAX_DEPTH, MAX_PAGE, MAX_TAGS
from chancery.archive.page_tree import page_tree
from chancery.terms.errors import IntakeError

MANY = " ".join(f"a{number}=1" for number in range(200_000))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000, "<b>" * (MAX_DEPTH + 1), "<ul><li>" * (MAX_DEPTH + 1), "<td><table>" * (MAX_DEPTH + 1),
        "<DIV\n class='a>b'>" * (MAX_DEPTH + 1), "<!-- <p title=' --></p>" + "<i>" * 300, "<p>x" * (MAX_TAGS + 1),
        f"<p {MANY}>", f"<p {MANY.replace('=1 ', '/')}>", f'<p a=">" {MANY}>',
        f"</p {MANY}>", f"<!-- ' --><p {MANY}>",
    ],
    ids=["deep", "bold", "lists", "tables", "quoted", "comment", "wide", "many", "slashes", "hidden", "end", "quote"],
)  # fmt: skip
def test_bombs(page: str) -> None:
    assert is_bomb(page)
    with pytest.raises(IntakeError) as error:
        page_tree(page, source="x.html")
    assert error.value.code == "A008"


@pytest.mark.parametrize(
    "page",
    [
        "<p>x" * 50_000, "<div>" * (MAX_DEPTH - 1), "<div><b></div>" * 5000,
        "<img src='data:;base64," + "A/b+" * 50_000 + "'>",
        "<script>if (a<b) {" + "for (i=0;i<n;i++) {}" * 500 + "}</script><p>x", "<p title='" + "<b> " * 5000 + "'>x",
        "<!-- " + "<div>" * 500 + " --><p>x", "<br>" * 5000, "a < b " * 5000, "<" * 100_000,
        "<p " + " ".join(f"a{number}" for number in range(MAX_ATTRIBUTES - 1)) + ">x",
    ],
)  # fmt: skip
def test_pages(page: str) -> None:
    assert not is_bomb(page)


@pytest.mark.parametrize("unit", ["<!--", "<a '", '<a "', "<a ", "<script>", "</", "<a =", "=", "<a b='\">", "<a/"])
def test_the_count_comes_to_an_end(unit: str) -> None:
    page = unit * (1_000_000 // len(unit))
    assert is_bomb(page) in (True, False)


def test_entities_do_not_unfold() -> None:
    doctype = "<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY {chr(98 + number)} '{f'&{chr(97 + number)};' * 10}'>" for number in range(12)
    )
    tree = page_tree(f"{doctype}]><p>&m;</p>", source="x.html")
    assert len(tree.text_content()) < 2000


def test_a_page_that_is_too_long() -> None:
    with pytest.raises(IntakeError) as error:
        page_tree("x" * (MAX_PAGE + 1), source="x.html")
    assert error.value.code == "A006"


def test_what_only_the_parser_sees_is_told_too() -> None:
    deep = "<dd>" * (MAX_DEPTH + 1)
    hidden = "<p =' >" + "<b>" * 300 + " '>"
    for page in (deep, hidden):
        with pytest.raises(IntakeError) as error:
            page_tree(page, source="x.html")
        assert error.value.code == "A008"
