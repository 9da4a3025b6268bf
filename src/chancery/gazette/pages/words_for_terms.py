"""The record's own terms in words: kinds, forms, states. In English each is its own word."""

from __future__ import annotations

from chancery.gazette.tongue import in_context, pgettext

# Each with its sense: "proposed" is said of agreements and of statements, which other languages tell apart.
_TERMS = frozenset(
    {
        in_context("kind", "post"),
        in_context("kind", "unit"),
        in_context("kind", "gathering"),
        in_context("kind", "attendance"),
        in_context("kind", "agreement"),
        in_context("kind", "award"),
        in_context("kind", "decision"),
        in_context("kind", "message"),
        in_context("kind", "person"),
        in_context("kind", "organisation"),
        in_context("kind", "body"),
        in_context("kind", "place"),
        in_context("kind", "document"),
        in_context("kind", "claim"),
        in_context("kind", "ruling"),
        in_context("kind", "person, body or place"),
        in_context("kind", "ruling, reading or claim"),
        in_context("form", "conference"),
        in_context("form", "meeting"),
        in_context("form", "talks"),
        in_context("form", "reception"),
        in_context("form", "ceremony"),
        in_context("form", "rally"),
        in_context("form", "congress"),
        in_context("form", "visit"),
        in_context("form", "summit"),
        in_context("form", "call"),
        in_context("form", "celebration"),
        in_context("form", "vote"),
        in_context("form", "other"),
        in_context("form", "letter"),
        in_context("form", "telegram"),
        in_context("form", "speech"),
        in_context("form", "report"),
        in_context("form", "statement"),
        in_context("form", "toast"),
        in_context("form", "quote"),
        in_context("form", "congratulation"),
        in_context("mode", "in person"),
        in_context("mode", "online"),
        in_context("mode", "hybrid"),
        in_context("status", "signed"),
        in_context("status", "proposed"),
        in_context("status", "in preparation"),
        in_context("status", "in force"),
        in_context("status", "annulled"),
        in_context("status", "adopted"),
        in_context("stance", "denied"),
        in_context("stance", "proposed"),
        in_context("stance", "attributed"),
        in_context("judgement", "same"),
        in_context("judgement", "not the same"),
        in_context("judgement", "unsure"),
        in_context("judgement", "accept"),
        in_context("judgement", "reject"),
        in_context("judgement", "annul"),
        in_context("judgement", "withdraw"),
        in_context("standing", "acting"),
        in_context("standing", "candidate"),
        in_context("furniture", "date line"),
        in_context("furniture", "dateline"),
        in_context("furniture", "language marks"),
        in_context("furniture", "photo mark"),
        in_context("furniture", "footer"),
        in_context("furniture", "boilerplate"),
        in_context("role", "reader"),
        in_context("role", "editor"),
        in_context("role", "owner"),
    }
)


def term_in_words(term: str, sense: str) -> str:
    """A term of the record in a sense: "kind", "form", "mode", "status", "stance"… What is none stands for itself."""
    return pgettext(sense, term) if (sense, term) in _TERMS else term


def terms_in_words(terms: str, sense: str) -> str:
    """Terms with commas between them."""
    return ", ".join(term_in_words(term, sense) for term in terms.split(", "))
