"""Which nodes of names are one entity, and what rulings change in that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chancery.register.grouping import entity_id, linked_nodes, ruled_clusters


def test_a_name_joins_the_one_node_that_claims_it_and_none_of_two() -> None:
    nodes = ["viktor ivanovich lopes", "viktor pavlovich lopes", "viktor lopes"]
    one = {"viktor lopes": frozenset(nodes[:1])}
    assert set(linked_nodes(nodes, one)) == {frozenset({nodes[0], nodes[2]}), frozenset({nodes[1]})}
    two = {"viktor lopes": frozenset(nodes[:2])}
    assert len(linked_nodes(nodes, two)) == 3
    assert linked_nodes(["a b"], {"no such": frozenset({"a b"})}) == [frozenset({"a b"})]


def clusters(*sets: str) -> set[frozenset[str]]:
    return {frozenset(each) for each in sets}


def test_rulings_join_and_part() -> None:
    assert set(ruled_clusters(["ab", "c"], same=[("b", "c")], apart=[])) == clusters("abc")
    assert set(ruled_clusters(["abcd"], same=[], apart=[("a", "b")])) == clusters("acd", "b")
    assert set(ruled_clusters(["abc"], same=[], apart=[("a", "b"), ("a", "c")])) == clusters("a", "bc")
    assert set(ruled_clusters(["abc"], same=[], apart=[("a", "b"), ("b", "c"), ("a", "c")])) == clusters("a", "b", "c")


def test_ruled_apart_holds_against_a_chain_of_sames() -> None:
    ruled = ruled_clusters(["a", "b", "c"], same=[("a", "c"), ("c", "b")], apart=[("a", "b")])
    assert set(ruled) == clusters("ac", "b")


def test_a_ruling_on_someone_who_is_gone_says_nothing() -> None:
    assert set(ruled_clusters(["a"], same=[("a", "z")], apart=[("z", "a")])) == clusters("a")


def test_entity_ids_are_of_type_and_earliest_member() -> None:
    assert entity_id("person", "m") == entity_id("person", "m")
    assert len({entity_id("person", "m"), entity_id("place", "m"), entity_id("person", "n")}) == 3


members = st.sampled_from("abcdef")
pairs = st.lists(st.tuples(members, members).filter(lambda pair: pair[0] != pair[1]), max_size=4)


@given(st.lists(st.integers(0, 2), min_size=6, max_size=6), pairs, pairs)
def test_everyone_is_in_one_cluster_and_ruled_apart_is_apart(
    where: list[int], same: list[tuple[str, str]], apart: list[tuple[str, str]]
) -> None:
    before = [[m for m, group in zip("abcdef", where, strict=True) if group == g] for g in range(3)]
    after = ruled_clusters([each for each in before if each], same, apart)
    assert sorted(member for cluster in after for member in cluster) == list("abcdef")
    assert not any(set(pair) <= cluster for pair in apart for cluster in after)
    if not apart:
        assert all(any(set(pair) <= cluster for cluster in after) for pair in same)
