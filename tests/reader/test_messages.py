"""Messages, in sentences of our own."""

from __future__ import annotations

import pytest

from chancery.reader.steps import messages
from chancery.terms.claims import MessageFact
from tests.reader.marked import marked_draft


def told(marked: str) -> list[MessageFact]:
    draft = marked_draft(marked)
    messages.run(draft)
    for finding in draft.findings:
        assert draft.evidence(finding).quote == draft.text[finding.start : finding.end]
    return [finding.fact for finding in draft.findings if isinstance(finding.fact, MessageFact)]


@pytest.mark.parametrize(
    ("sentence", "sender", "form"),
    [
        ("[P Ana Lopes] stated that the pier would be mended before winter.", "Ana Lopes", "statement"),
        ("“We shall mend the pier before winter,” said [P Ana Lopes].", "Ana Lopes", "quote"),
        ("[P Ana Lopes] made a speech on the pier.", "Ana Lopes", "speech"),
        ("The [O Relief Board] said in a statement on Monday that the pier was safe.", "Relief Board", "statement"),
    ],
)
def test_who_said_it(sentence: str, sender: str, form: str) -> None:
    (fact,) = told(sentence)
    assert (fact.senders, fact.form) == ((sender,), form)


def test_several_words_of_one_speaker_are_one_message() -> None:
    text = (
        "[P Ana Lopes] stated that the pier would be mended before winter.\n"
        "She added that the harbour would be dredged.\nShe stressed that the work was urgent."
    )
    assert len(told(text)) == 1


def test_a_quotation_is_quoted_from_its_beginning() -> None:
    draft = marked_draft("“We shall mend the pier before winter,” said [P Ana Lopes].")
    messages.run(draft)
    (finding,) = draft.findings
    assert draft.evidence(finding).quote.startswith("“We shall")


def test_nothing_was_said() -> None:
    assert not told("[P Ana Lopes] presented her passport to the guard.")
    assert not told("[P Ana Lopes] was born in [L Odense].")
