"""Read, merge, write and compile catalogue files."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from portal.catalogues.extraction import template_catalog

LANGUAGES = {"kk": "Kazakh", "ru": "Russian"}
DOMAINS = ("django", "djangojs")
OURS = "portal/locale"
UPSTREAM = "portal/locale_upstream"
UNCONFIRMED = "unconfirmed"
PLURAL_FORMS = {
    # The form after a number is the singular, so both forms bear the same text; two forms
    # because Django's own Kazakh catalogues have two.
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    ),
}
_EPOCH = datetime(2021, 1, 10, tzinfo=UTC)


@dataclass(frozen=True)
class CatalogueFile:
    """One .po file: where it lies, whose language and domain it is, whether we extract into it."""

    root: Path
    folder: str
    language: str
    domain: str

    @property
    def name(self) -> str:
        return f"{self.folder}/{self.language}/LC_MESSAGES/{self.domain}.po"

    @property
    def path(self) -> Path:
        return self.root / self.name

    @property
    def compiled(self) -> Path:
        return self.path.with_suffix(".mo")

    @property
    def is_ours(self) -> bool:
        return self.folder == OURS

    def read(self) -> Catalog:
        if not self.path.exists():
            return Catalog(locale=self.language)
        with self.path.open("rb") as stream:
            return read_po(stream, locale=self.language, abort_invalid=True)

    def plural_forms(self) -> str:
        """Return the Plural-Forms that the file itself states, or an empty string."""
        # Babel fills the header in when it is missing, so it cannot tell.
        text = self.path.read_text(encoding="utf-8")
        header = text.split("\n\n", 1)[0].replace('"\n"', "")
        found = re.search(r"Plural-Forms: (.*?)\\n", header)
        return found[1] if found else ""


def catalogue_files(root: Path, *folders: str) -> Iterator[CatalogueFile]:
    """Yield every catalogue of the folders: existing ones, and those that `extract` would make."""
    for folder in folders:
        for language in LANGUAGES:
            for domain in DOMAINS:
                file = CatalogueFile(root, folder, language, domain)
                if file.path.exists() or (file.is_ours and domain == "django"):
                    yield file


def entries(catalog: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue without its header."""
    return (message for message in catalog if message.id)


def forms(message: Message) -> tuple[str, ...]:
    """Return the translations of a message, one for each plural form."""
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(form or "" for form in message.string or ())


def singular(message: Message) -> str:
    """Return the English sentence that names the message."""
    return message.id if isinstance(message.id, str) else message.id[0]


def merged(template: Catalog, old: Catalog, language: str) -> Catalog:
    """Return the sentences of the code with the translations of the old catalogue.

    Nothing is guessed: a changed sentence is a new one. A new Kazakh sentence is flagged.
    """
    result = Catalog(locale=language)
    for message in sorted(entries(template), key=_order):
        known = old.get(singular(message), message.context)
        if known is not None and known.pluralizable == message.pluralizable:
            string, comments = known.string, known.user_comments
            flags = known.flags - {"python-format", "python-brace-format"}
        else:
            string = ("",) * result.num_plurals if message.pluralizable else ""
            comments, flags = [UNCONFIRMED] if language == "kk" else [], set()
        result.add(
            message.id,
            string,
            flags=flags,
            auto_comments=message.auto_comments,
            user_comments=comments,
            context=message.context,
        )
    return result


def _order(message: Message) -> tuple[str, str, str]:
    text = singular(message)
    return text.casefold(), text, message.context or ""


def po_text(catalog: Catalog, language: str) -> str:
    """Return the one way in which a catalogue of ours is written."""
    body = io.BytesIO()
    write_po(body, catalog, width=0, no_location=True, omit_header=True)
    return _header(language) + body.getvalue().decode().rstrip("\n") + "\n"


def _header(language: str) -> str:
    return (
        f"# Tizim in {LANGUAGES[language]}. See docs/languages.md.\n"
        'msgid ""\n'
        'msgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURAL_FORMS[language]}\\n"\n\n'
    )


def extract(root: Path) -> list[str]:
    """Bring our catalogues up to date with the code; return the names of the changed ones."""
    changed = []
    for domain in DOMAINS:
        template = template_catalog(root, domain)
        for language in LANGUAGES:
            file = CatalogueFile(root, OURS, language, domain)
            if not len(template) and not file.path.exists():
                continue
            text = po_text(merged(template, file.read(), language), language)
            if not file.path.exists() or file.path.read_text(encoding="utf-8") != text:
                file.path.parent.mkdir(parents=True, exist_ok=True)
                file.path.write_text(text, encoding="utf-8")
                changed.append(file.name)
    return changed


def compile_all(root: Path) -> list[str]:
    """Write the .mo beside each .po that is newer; return the names of those written.

    A .po is never rewritten. Fuzzy entries and plurals with a missing form are left out, so that
    English shows instead of an empty string.
    """
    code = Path(__file__).stat().st_mtime_ns
    written = []
    for file in catalogue_files(root, OURS, UPSTREAM):
        if not file.path.exists():
            continue
        newest = max(code, file.path.stat().st_mtime_ns)
        if file.compiled.exists() and file.compiled.stat().st_mtime_ns >= newest:
            continue
        target = file.compiled.with_suffix(f".mo.{newest}")
        with target.open("wb") as stream:
            write_mo(stream, _complete(file))
        # A web server that starts at this moment reads the old file or the new one, no half.
        target.replace(file.compiled)
        written.append(file.compiled.relative_to(root).as_posix())
    return written


def _complete(file: CatalogueFile) -> Catalog:
    result = Catalog(locale=file.language, creation_date=_EPOCH, revision_date=_EPOCH)
    result.mime_headers = [
        ("Language", file.language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Plural-Forms", PLURAL_FORMS[file.language]),
    ]
    for message in entries(file.read()):
        expected = result.num_plurals if message.pluralizable else 1
        strings = forms(message)
        if not message.fuzzy and len(strings) == expected and all(strings):
            result.add(message.id, message.string, context=message.context)
    return result
