"""The name of a role as it is kept: in the singular, without what is said of how or when it was filled."""

from __future__ import annotations

from chancery.reader.wordlists import word_list

# Said of how often a post was filled, not part of it: "the first President", but "First Secretary".
_ORDINALS = frozenset({"first", "second", "third", "new", "newly", "elected", "appointed", "current", "incoming"})


_SAID_OF_HOLDERS = frozenset({"new", "newly", "outgoing", "incoming", "former", "then", "late", "current"})


def _is_ranked(word: str) -> bool:
    """Whether an ordinal before the word is a rank: "first secretary", "first vice-president"."""
    folded = word.casefold()
    return folded == "secretary" or folded.startswith(("vice", "deputy", "lieutenant"))


def without_ordinal(role: str) -> str:
    words = role.split(" ")
    while len(words) > 1 and (
        (words[0] in _ORDINALS and not _is_ranked(words[1])) or words[0].casefold() in _SAID_OF_HOLDERS
    ):
        del words[0]
    return " ".join(words)


def singular_role(role: str) -> str:
    """ "Vice-Premiers" to "Vice-Premier", "Members of Parliament" to "Member of Parliament", "MPs" to "MP"."""
    words = role.split(" ")
    end = next(
        (index for index, word in enumerate(words) if index and word in ("of", "for", "to", "on", "at")), len(words)
    )
    head, rest = " ".join(words[:end]), " ".join(words[end:])
    return f"{_singular(head)} {rest}".rstrip()


def _singular(head: str) -> str:
    folded = head.casefold()
    for plural, singular in word_list("en", "titles")["plurals"].items():
        if folded == plural or folded.endswith((f" {plural}", f"-{plural}")):
            before, last = head[: len(head) - len(plural)], head[len(head) - len(plural) :]
            return before + _cased_as(singular, last)
    if folded.endswith("ies"):
        return head[:-3] + "y"
    return head[:-1] if folded.endswith("s") and not folded.endswith(("ss", "us")) else head


def _cased_as(word: str, model: str) -> str:
    """The word with the capitals of the model: "MPs" makes "MP", "Secretaries-General" makes "Secretary-General"."""
    if model[:-1].isupper():
        return word.upper()
    parts, models = word.split("-"), model.split("-")
    if model[:1].isupper():
        same = len(parts) == len(models)
        return "-".join(
            part[:1].upper() + part[1:] if not same or models[index][:1].isupper() else part
            for index, part in enumerate(parts)
        )
    return word
