"""How one edition is made from another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from elections.law.parameters import Rule, Tag

G = TypeVar("G")
Change = Callable[[Rule[Any]], Rule[Any]]


def each_rule(group: G, change: Change, *, but: Iterable[str] = ()) -> G:
    """Return a group with every rule changed, save those of these names."""
    found = {field.name: getattr(group, field.name) for field in fields(group)}  # type: ignore[arg-type]
    changed = {
        name: change(rule)
        for name, rule in found.items()
        if isinstance(rule, Rule) and name not in set(but)
    }
    return replace(group, **changed)  # type: ignore[type-var]


def only(group: G, change: Change, *names: str) -> G:
    """Return a group with the rules of these names changed."""
    return replace(group, **{name: change(getattr(group, name)) for name in names})  # type: ignore[type-var]


def in_doubt(note: str = "", *, article: str | None = None) -> Change:
    """Return a change that keeps the value and says that it is not confirmed."""

    def change(rule: Rule[Any]) -> Rule[Any]:
        cited = rule.article if article is None else article
        return replace(rule, tags=(Tag.UNCONFIRMED,), article=cited, note=note or rule.note)

    return change


def groups_of(edition: object) -> dict[str, Any]:
    """Give the groups of rules of an edition by name."""
    found = {field.name: getattr(edition, field.name) for field in fields(edition)}  # type: ignore[arg-type]
    return {
        name: group
        for name, group in found.items()
        if is_dataclass(group)
        and any(isinstance(getattr(group, field.name), Rule) for field in fields(group))
    }
