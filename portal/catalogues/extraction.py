"""Find every translatable sentence of the project's Python, templates and JavaScript."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("elections", "parties", "portal")
TEMPLATE_FOLDERS = ("templates", *PACKAGES)
TEMPLATE_SUFFIXES = (".html", ".txt", ".svg")
# Migrations repeat what models say; the catalogues would find their own examples.
SKIPPED_FOLDERS = frozenset({"migrations", "catalogues", "locale", "locale_upstream", "vendor"})
COMMENT_TAGS = ("Translators:",)

Spec = tuple[int | tuple[int, str], ...] | None
KEYWORDS: Mapping[str, Spec] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def template_catalog(root: Path, domain: str) -> Catalog:
    """Return the sentences of one domain ("django" or "djangojs"), untranslated."""
    catalog = Catalog()
    for path in source_files(root, domain):
        for messages, comments, context in sentences(path):
            catalog.add(messages, auto_comments=comments, context=context)
    return catalog


def places(root: Path, domain: str) -> dict[tuple[str | None, str], list[str]]:
    """Return for each sentence (context, text) the files that say it."""
    found: dict[tuple[str | None, str], list[str]] = {}
    for path in source_files(root, domain):
        name = path.relative_to(root).as_posix()
        for messages, _comments, context in sentences(path):
            singular = messages if isinstance(messages, str) else messages[0]
            files = found.setdefault((context, singular), [])
            if name not in files:
                files.append(name)
    return found


def source_files(root: Path, domain: str) -> list[Path]:
    """List what one domain is extracted from, in a fixed order."""
    if domain == "djangojs":
        return sorted(_files(root / "static", (".js",)))
    python = [p for package in PACKAGES for p in _files(root / package, (".py",))]
    return sorted({*python, *template_files(root)})


def template_files(root: Path, suffixes: tuple[str, ...] = TEMPLATE_SUFFIXES) -> list[Path]:
    """List the templates, wherever they lie, in a fixed order."""
    return sorted({p for f in TEMPLATE_FOLDERS for p in _files(root / f, suffixes)})


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.suffix in suffixes and not SKIPPED_FOLDERS.intersection(
            path.relative_to(folder.parent).parts[:-1]
        ):
            yield path


def sentences(path: Path) -> Iterator[tuple[str | tuple[str, str], list[str], str | None]]:
    """Yield message (or singular and plural), translators' comments and context, file by file."""
    text = path.read_text(encoding="utf-8")
    method = "javascript" if path.suffix == ".js" else "python"
    if path.suffix in TEMPLATE_SUFFIXES:
        # What templatize() leaves is indented like HTML, which Python's tokenizer refuses.
        text = "\n".join(line.lstrip() for line in templatize(text, str(path)).split("\n"))
    source = io.BytesIO(text.encode())
    for _line, found, comments, context in extract(
        method, source, keywords=KEYWORDS, comment_tags=COMMENT_TAGS
    ):
        if isinstance(found, str):
            yield found, comments, context
        else:
            yield (found[0], found[1]), comments, context
