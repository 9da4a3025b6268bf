"""The forms of verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.reader.grammar.deciding_words import deciding_words
from chancery.reader.grammar.inflected import Form, forms_of


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("approve", {"approve": "base", "approves": "s", "approving": "ing", "approved": "past"}),
        ("ban+", {"ban": "base", "bans": "s", "banning": "ing", "banned": "past"}),
        ("certify", {"certify": "base", "certifies": "s", "certifying": "ing", "certified": "past"}),
        ("pass", {"pass": "base", "passes": "s", "passing": "ing", "passed": "past"}),
        ("destroy", {"destroy": "base", "destroys": "s", "destroying": "ing", "destroyed": "past"}),
    ],
)
def test_regular_verbs(written: str, forms: dict[str, str]) -> None:
    assert {word: form.shape for word, form in forms_of([written], {}).items()} == forms


def test_irregular_verbs() -> None:
    irregular = {"choose": "chose chosen", "set": "set"}
    found = forms_of(["choose", "set"], irregular)
    assert found["chosen"] == Form("choose", "part")
    assert found["chose"] == Form("choose", "past")
    assert found["set"].shape == "past"
    assert "choosed" not in found


@given(st.lists(st.sampled_from(["close", "open", "ban+", "carry", "veto", "pass", "agree"]), unique=True))
def test_every_form_leads_back_to_a_verb_of_the_list(verbs: list[str]) -> None:
    bases = {verb.rstrip("+") for verb in verbs}
    found = forms_of(verbs, {})
    assert {form.verb for form in found.values()} == bases
    assert bases <= found.keys()


def test_every_irregular_verb_of_the_list_is_a_verb_of_it() -> None:
    words = deciding_words("en")
    assert {"chosen", "withdrew", "forbidden", "undertook"} <= words.verbs.keys()
    assert words.verbs["shall"].shape == "modal"
