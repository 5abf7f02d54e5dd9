"""Say in one line each what stands between the catalogues and a reader."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from portal.catalogues import wording
from portal.catalogues.extraction import template_catalog
from portal.catalogues.files import (
    LANGUAGES,
    OURS,
    PLURAL_FORMS,
    UNCONFIRMED,
    UPSTREAM,
    CatalogueFile,
    catalogue_files,
    entries,
    forms,
    merged,
    po_text,
    singular,
)
from portal.catalogues.literals import literals

SOURCE = "source:"
# Whose screens or messages we show.
DJANGO_PARTS = ("conf", "contrib/admin", "contrib/auth", "contrib/contenttypes", "contrib/sessions")


@dataclass(frozen=True)
class Problem:
    """One thing to repair: the file, the English sentence and what is wrong."""

    file: str
    sentence: str
    what: str

    def __str__(self) -> str:
        if not self.sentence:
            return f"{self.file}: {self.what}"
        short = self.sentence.replace("\n", "\\n")
        short = short if len(short) <= 70 else f"{short[:69]}…"
        return f'{self.file}: "{short}": {self.what}'


@dataclass(frozen=True)
class Tally:
    """How many Kazakh sentences a folder has, and how many of them wait for a native reader."""

    folder: str
    total: int
    unconfirmed: int


def problems(root: Path) -> list[Problem]:
    """Return everything wrong with the catalogues of the project at `root`."""
    found: list[Problem] = []
    rules = read_rules(root / OURS / "terms.toml")
    same = SameList(root)
    templates = {domain: template_catalog(root, domain) for domain in ("django", "djangojs")}
    for file in catalogue_files(root, OURS, UPSTREAM):
        try:
            catalog = file.read()
        except PoFileError as error:
            found.append(Problem(file.name, "", f"cannot be read: {error}"))
            continue
        found += _header(file)
        if file.is_ours:
            found += _extraction(file, templates[file.domain], catalog)
        for message in entries(catalog):
            found += _entry(file, message, rules, same)
    found += same.unused()
    found += _django(root)
    found += [Problem(name, text, "said past the catalogues") for name, text in literals(root)]
    return found


def tallies(root: Path) -> list[Tally]:
    """Count the Kazakh sentences that no source confirms, for each folder of catalogues."""
    result = []
    for folder in (OURS, UPSTREAM):
        messages = [
            message
            for file in catalogue_files(root, folder)
            if file.language == "kk"
            for message in entries(file.read())
        ]
        open_ones = sum(UNCONFIRMED in message.user_comments for message in messages)
        result.append(Tally(folder, len(messages), open_ones))
    return result


class SameList:
    """The sentences that may stay as they are in English, each with a reason."""

    def __init__(self, root: Path) -> None:
        self.name = f"{OURS}/same.toml"
        path = root / self.name
        self._listed: dict[str, dict[str, Any]] = (
            tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        )
        self._used: set[tuple[str, str]] = set()

    def allows(self, language: str, sentence: str) -> bool:
        self._used.add((language, sentence))
        return bool(str(self._listed.get(language, {}).get(sentence, "")).strip())

    def unused(self) -> Iterator[Problem]:
        for language, sentences in self._listed.items():
            for sentence, reason in sentences.items():
                if (language, sentence) not in self._used:
                    what = f"listed for {language}, but its translation is another or gone"
                    yield Problem(self.name, sentence, what)
                elif not str(reason).strip():
                    yield Problem(self.name, sentence, f"listed for {language} without a reason")


def read_rules(path: Path) -> list[wording.Rule]:
    """Read the words that a translation must not, or must, use."""
    if not path.exists():
        return []
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = [
        wording.Rule(
            language=row["language"],
            pattern=_pattern(row["pattern"]),
            why=row["why"],
            english=_pattern(row["english"]) if "english" in row else None,
            allowed=_pattern(row["allowed"]) if "allowed" in row else None,
        )
        for row in data.get("forbidden", [])
    ]
    for row in data.get("term", []):
        for language in LANGUAGES:
            if language in row:
                why = f"“{row['english']}” asks for “{row[language]}” (terms.toml)"
                rules.append(
                    wording.Rule(
                        language=language,
                        pattern=_pattern(row[language]),
                        why=why,
                        english=_pattern(rf"\b(?:{row['english']})\b"),
                        demanded=True,
                    )
                )
    return rules


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _header(file: CatalogueFile) -> Iterator[Problem]:
    if not file.path.exists():
        yield Problem(file.name, "", "missing: run `python -m portal.catalogues extract`")
        return
    head = file.path.read_text(encoding="utf-8").split("\n\n", 1)[0]
    if f'"Language: {file.language}\\n"' not in head:
        yield Problem(file.name, "", f"the header does not say Language: {file.language}")
    if file.plural_forms() != PLURAL_FORMS[file.language]:
        yield Problem(
            file.name, "", f"the header does not say Plural-Forms: {PLURAL_FORMS[file.language]}"
        )


def _extraction(file: CatalogueFile, template: Catalog, catalog: Catalog) -> Iterator[Problem]:
    in_code = {(m.context, singular(m)): m.pluralizable for m in entries(template)}
    in_file = {(m.context, singular(m)): m.pluralizable for m in entries(catalog)}
    clean = True
    for key, plural in in_code.items():
        if in_file.get(key) != plural:
            clean = False
            yield Problem(file.name, key[1], "in the code, not in the catalogue: run extract")
    for key in in_file.keys() - in_code.keys():
        clean = False
        yield Problem(file.name, key[1], "no longer in the code: run extract")
    if clean and file.path.exists():
        expected = po_text(merged(template, catalog, file.language), file.language)
        if file.path.read_text(encoding="utf-8") != expected:
            yield Problem(file.name, "", "not written as extract writes it: run extract")


def _entry(
    file: CatalogueFile, message: Message, rules: Iterable[wording.Rule], same: SameList
) -> Iterator[Problem]:
    english, language = singular(message), file.language
    plural = english if isinstance(message.id, str) else message.id[1]
    strings = forms(message)

    def problem(what: str) -> Problem:
        return Problem(file.name, english, what)

    if message.fuzzy:
        yield problem("fuzzy: a guess is never shown")
    wanted = (2 if language == "kk" else 3) if message.pluralizable else 1
    if len(strings) != wanted or not all(form.strip() for form in strings):
        yield problem("no translation" if not any(strings) else "a plural form is missing")
        return
    if language == "kk" and len(set(strings)) > 1:
        yield problem("Kazakh plural forms must bear the same text")
    if language == "kk":
        yield from map(problem, _confirmation(message))
    for text in dict.fromkeys(strings):
        if wording.same_as_english(english, text) and not same.allows(language, english):
            yield problem(f"translation equals the English and is not listed in {same.name}")
        yield from map(problem, wording.faults(language, english, plural, text))
        for rule in rules:
            if rule.language == language and rule.broken_by(english, text):
                yield problem(rule.why)


def _confirmation(message: Message) -> Iterator[str]:
    comments = message.user_comments
    flagged = UNCONFIRMED in comments
    sourced = any(comment.startswith(SOURCE) for comment in comments)
    if flagged == sourced:
        yield f"bears either “# {UNCONFIRMED}” or “# {SOURCE} …”"


def _django(root: Path) -> Iterator[Problem]:
    """Yield the sentences of Django's own screens that neither Django nor we translate."""
    for domain in ("django", "djangojs"):
        for language in LANGUAGES:
            upstream = CatalogueFile(root, UPSTREAM, language, domain)
            translated = _translated(_read(upstream.path))
            for part, key in _django_lacks(domain, language):
                if key not in translated:
                    yield Problem(upstream.name, key[1], f"lacking (django/{part})")


@cache
def _django_lacks(domain: str, language: str) -> list[tuple[str, tuple[str | None, str]]]:
    """Return what Django's own catalogues leave in English, each with the part that says it."""
    base = Path(django.__file__).parent
    lacking = []
    for part in DJANGO_PARTS:
        folder = base / part / "locale"
        theirs = _translated(_read(folder / language / "LC_MESSAGES" / f"{domain}.po"))
        for message in entries(_read(folder / "en" / "LC_MESSAGES" / f"{domain}.po")):
            key = (message.context, singular(message))
            if key not in theirs:
                lacking.append((part, key))
    return lacking


def _translated(catalog: Catalog) -> set[tuple[str | None, str]]:
    return {
        (message.context, singular(message))
        for message in entries(catalog)
        if not message.fuzzy and all(forms(message))
    }


def _read(path: Path) -> Catalog:
    if not path.exists():
        return Catalog()
    with path.open("rb") as stream:
        return read_po(stream)
