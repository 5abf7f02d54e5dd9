"""The catalogues are complete and right, and each check fails on a planted offence."""

from __future__ import annotations

import gettext as standard
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import django
import pghistory.models
import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.db.models import Model
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext, trans_real

from portal.catalogues import checks, files
from portal.catalogues.__main__ import main
from portal.catalogues.extraction import ROOT, template_catalog

KK = "portal/locale/kk/LC_MESSAGES/django.po"
RU = "portal/locale/ru/LC_MESSAGES/django.po"
UPSTREAM_KK = "portal/locale_upstream/kk/LC_MESSAGES/django.po"
SAME = "portal/locale/same.toml"
PAGE_FILE = "templates/page.html"
PAGE = """\
{% load i18n %}
  <h1>{% translate "Turnout" %}</h1>
      <p>{% blocktranslate trimmed count votes=n %}
        {{ votes }} vote{% plural %}{{ votes }} votes{% endblocktranslate %}</p>
    <a title="{% translate 'Search' %}">{% blocktranslate with x=name trimmed %}
  In {{ x }}, 5% of it
{% endblocktranslate %}</a>
"""
KK_ENTRIES = """\
#, python-format
msgid "%(votes)s vote"
msgid_plural "%(votes)s votes"
msgstr[0] "%(votes)s дауыс"
msgstr[1] "%(votes)s дауыс"

#, python-format
msgid "In %(x)s, 5%% of it"
msgstr "Аумақ: %(x)s, 5%%"

msgid "Search"
msgstr "Іздеу"

msgid "Turnout"
msgstr "Сайлаушылардың келуі"
"""
RU_ENTRIES = """\
#, python-format
msgid "%(votes)s vote"
msgid_plural "%(votes)s votes"
msgstr[0] "%(votes)s голос"
msgstr[1] "%(votes)s голоса"
msgstr[2] "%(votes)s голосов"

#, python-format
msgid "In %(x)s, 5%% of it"
msgstr "Территория: %(x)s, 5\u00a0%%"

msgid "Search"
msgstr "Найти"

msgid "Turnout"
msgstr "Явка"
"""


@pytest.fixture(scope="session")
def clean_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small project with complete catalogues and the real lists of words."""
    root = tmp_path_factory.mktemp("languages") / "project"
    (root / "templates").mkdir(parents=True)
    (root / PAGE_FILE).write_text(PAGE)
    upstream = root / files.UPSTREAM
    shutil.copytree(ROOT / files.UPSTREAM, upstream, ignore=shutil.ignore_patterns("*.mo"))
    (root / files.OURS).mkdir()
    shutil.copy(ROOT / files.OURS / "terms.toml", root / files.OURS)
    (root / SAME).write_text('[kk]\nIPv4 = "a name"\nIPv6 = "a name"\n')
    for language, entries in (("kk", KK_ENTRIES), ("ru", RU_ENTRIES)):
        po = files.CatalogueFile(root, files.OURS, language, "django").path
        po.parent.mkdir(parents=True)
        header = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
        header += f'"Plural-Forms: {files.PLURAL_FORMS[language]}\\n"\n\n'
        flag = "# unconfirmed\n" if language == "kk" else ""
        po.write_text(header + entries.replace('msgid "', f'{flag}msgid "'))
    files.extract(root)
    assert [str(problem) for problem in checks.problems(root)] == []
    return root


@pytest.fixture
def project(clean_project: Path, tmp_path: Path) -> Path:
    """Return a copy of the small project, to be spoiled."""
    return Path(shutil.copytree(clean_project, tmp_path / "project"))


def plant(project: Path, name: str, old: str, new: str) -> list[str]:
    """Change one text of the small project and return the lines of the check."""
    path = project / name
    text = path.read_text()
    assert old in text, f"nothing to spoil: {old}"
    path.write_text(text.replace(old, new, 1))
    return [str(problem) for problem in checks.problems(project)]


def test_the_catalogues_of_the_project_have_no_problem() -> None:
    assert [str(problem) for problem in checks.problems(ROOT)] == []


OFFENCES = {
    "no translation": (KK, '"Іздеу"', '""'),
    "a plural form is missing": (RU, '"%(votes)s голосов"', '""'),
    "fuzzy": (RU, 'msgid "Search"', '#, fuzzy\nmsgid "Search"'),
    "placeholders differ": (RU, '"%(votes)s голоса"', '"%(vote)s голоса"'),
    "%%, %(x)s became %%": (KK, "Аумақ: %(x)s, 5%%", "Аумақ, 5%%"),
    "equals the English": (RU, '"Явка"', '"Turnout"'),
    "Kazakh plural forms must": (KK, '[1] "%(votes)s дауыс"', '[1] "%(votes)s дауыстар"'),
    "жою is both": (KK, '"Іздеу"', '"Жою"'),
    "asks for “сайлаушылардың келуі”": (KK, "Сайлаушылардың келуі", "Қатысу"),
    "Latin and Cyrillic letters in one word": (KK, '"Іздеу"', '"Iздеу"'),
    "a word that the English has not: Xyz": (RU, '"Явка"', '"Явка Xyz"'),
    "letters of another alphabet: і": (RU, '"Найти"', '"Найті"'),
    "quotation marks are": (RU, '"Найти"', '"“Найти”"'),
    "after № comes a space": (RU, '"Найти"', '"Найти №5"'),
    "markup differs": (RU, '"Найти"', '"<b>Найти</b>"'),
    "ends with other white space": (RU, '"Найти"', '"Найти "'),
    "a suffix glued to a variable": (KK, "Аумақ: %(x)s, 5%%", "%(x)sда, 5%%"),
    "no space before the per cent": (KK, '5%%"', '5 %%"'),
    "a no-break space before": (RU, "5\u00a0%%", "5%%"),
    "bears either": (KK, '# unconfirmed\nmsgid "Search"', 'msgid "Search"'),
    "in the code, not in the catalogue": (PAGE_FILE, '"Turnout"', '"Turnout of voters"'),
    '"Votes": said past the catalogues': (PAGE_FILE, "<h1>", "<h1>Votes"),
    '"Close": said past the catalogues': (PAGE_FILE, "<h1>", '<h1 title="Close">'),
    "no longer in the code": (PAGE_FILE, "{% translate 'Search' %}", ""),
    "not written as extract writes it": (RU, 'msgid "Search"', '# a\n# b\n\nmsgid "Search"'),
    "does not say Plural-Forms": (RU, "(n%10==1 &&", "(n%10!=1 &&"),
    "does not say Language": (RU, "Language: ru", "Language: kk"),
    "listed for ru, but": (SAME, "[kk]", '[ru]\nNothing = "why"\n[kk]'),
    "without a reason": (SAME, 'IPv4 = "a name"', 'IPv4 = " "'),
    "lacking (django/contrib/admin)": (UPSTREAM_KK, 'msgstr "Сайтты ашу"', 'msgstr ""'),
    "cannot be read": (RU, 'msgid "Search"\nmsgstr', 'msgid "Search"\nstr'),
}


@pytest.mark.parametrize("offence", OFFENCES)
def test_the_check_fails_on_a_planted_offence(project: Path, offence: str) -> None:
    lines = plant(project, *OFFENCES[offence])

    assert any(offence in line for line in lines), lines
    assert all("\n" not in line for line in lines)


def test_the_command_exits_with_1_and_names_file_and_sentence(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"], project) == 0
    plant(project, RU, '"Явка"', '""')

    assert main(["check"], project) == 1
    assert f'{RU}: "Turnout": no translation' in capsys.readouterr().out.splitlines()


def test_the_check_counts_what_waits_for_a_native_reader(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(project, KK, '# unconfirmed\nmsgid "Search"', '# source: glossary\nmsgid "Search"')
    main(["check"], project)

    assert "portal/locale: 3 of 4 Kazakh sentences wait" in capsys.readouterr().out


def test_extraction_finds_python_and_indented_templates_alike(project: Path) -> None:
    (project / "portal" / "views.py").write_text(
        "from django.utils.translation import gettext as _, pgettext_lazy\n"
        "# Translators: on the button\n"
        'A = _("Sign "\n      "in")\n'
        'B = pgettext_lazy("verb", "List")\n'
    )
    catalog = template_catalog(project, "django")

    assert {(m.context, files.singular(m)) for m in files.entries(catalog)} == {
        (None, "Sign in"),
        ("verb", "List"),
        (None, "Turnout"),
        (None, "Search"),
        (None, "%(votes)s vote"),
        (None, "In %(x)s, 5%% of it"),
    }
    assert catalog["Sign in"].auto_comments == ["Translators: on the button"]


def test_extraction_keeps_translations_adds_flagged_ones_and_drops_the_rest(project: Path) -> None:
    page = project / "templates" / "page.html"
    page.write_text(page.read_text().replace('"Turnout"', '"Results"'))
    files.extract(project)
    text = (project / KK).read_text()

    assert '# unconfirmed\nmsgid "Results"\nmsgstr ""' in text
    assert 'msgid "Search"\nmsgstr "Іздеу"' in text
    assert "Turnout" not in text
    assert files.extract(project) == []


def test_compiling_leaves_the_po_alone_and_is_not_repeated(project: Path) -> None:
    (project / RU).write_text((project / RU).read_text() + "# a remark\n")
    before = (project / RU).read_bytes()

    assert len(files.compile_all(project)) == 6
    assert (project / RU).read_bytes() == before
    assert files.compile_all(project) == []
    os.utime(project / KK, ns=(2**62, 2**62))
    assert files.compile_all(project) == ["portal/locale/kk/LC_MESSAGES/django.mo"]


def test_an_incomplete_or_fuzzy_entry_is_not_shipped(project: Path) -> None:
    plant(project, RU, '"%(votes)s голосов"', '""')
    plant(project, RU, 'msgid "Search"', '#, fuzzy\nmsgid "Search"')
    files.compile_all(project)
    shipped = (project / RU).with_suffix(".mo").read_bytes().decode(errors="replace")

    assert "голос" not in shipped
    assert "Найти" not in shipped
    assert "Явка" in shipped


@pytest.mark.parametrize(
    ("count", "text"), [(1, "голос"), (2, "голоса"), (5, "голосов"), (21, "голос")]
)
def test_russian_plurals_follow_the_number(project: Path, count: int, text: str) -> None:
    files.compile_all(project)
    compiled = standard.translation("django", project / files.OURS, ["ru"])

    assert compiled.ngettext("%(votes)s vote", "%(votes)s votes", count) == f"%(votes)s {text}"


DJANGO = Path(django.__file__).parent


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("part", checks.DJANGO_PARTS)
def test_every_sentence_of_django_is_translated(part: str, language: str) -> None:
    with (DJANGO / part / "locale" / "en" / "LC_MESSAGES" / "django.po").open("rb") as stream:
        messages = list(files.entries(read_po(stream)))
    assert messages

    with translation.override(language):
        merged: Any = trans_real.catalog()
        catalog = merged._catalog
        for message in messages:
            english = files.singular(message)
            key = f"{message.context}\x04{english}" if message.context else english
            assert (key, 1) in catalog if message.pluralizable else catalog.get(key), english


def test_our_kazakh_prevails_over_the_misprints_of_django() -> None:
    with translation.override("kk"):
        assert gettext("Change") == "Өзгерту"
        assert gettext("Delete") == "Өшіру"
        assert pgettext("alt. month", "January") == "қаңтар"
        assert ngettext("%(num)d day", "%(num)d days", 5) == "%(num)d күн"


def test_english_does_not_fall_back_to_another_language() -> None:
    with translation.override("en"):
        assert gettext("Change") == "Change"
        assert pgettext("alt. month", "January") == "January"


def names_in_one_language(models: Iterable[type[Model]]) -> list[str]:
    """Return the models, fields and choices of ours that the admin would name in English alone."""
    spoken = []
    for model in models:
        meta = model._meta
        spoken += [(meta.label, meta.verbose_name), (meta.label, meta.verbose_name_plural)]
        for field in meta.fields:
            if field.editable and not field.primary_key:
                spoken.append((str(field), field.verbose_name))
                spoken += [(str(field), label) for _value, label in field.flatchoices]
    return [f"{place}: {text}" for place, text in spoken if not isinstance(text, Promise)]


def test_every_model_is_named_in_every_language() -> None:
    packages = "parties.", "elections."
    ours = [m for m in apps.get_models() if m.__module__.startswith(packages)]
    ours = [model for model in ours if not issubclass(model, pghistory.models.Event)]
    own_names = "Қазақша", "Русский", "English"  # the languages call themselves so everywhere

    assert len(ours) > 5
    unnamed = names_in_one_language(ours)
    assert [name for name in unnamed if not name.endswith(own_names)] == []


def test_a_model_named_in_english_alone_is_seen() -> None:
    lab = [model for model in apps.get_models() if model.__module__.startswith("tests.lab")]

    assert names_in_one_language(lab)


def test_no_russian_sentence_puts_a_second_full_stop_behind_a_date() -> None:
    """A date ends in "г.": what `day` stands for closes the sentence itself."""
    with (ROOT / RU).open("rb") as catalogue:
        russian = read_po(catalogue, locale="ru")
    texts = [
        text
        for message in russian
        for text in ([message.string] if isinstance(message.string, str) else message.string or ())
    ]

    assert [text for text in texts if "%(day)s" in text]
    assert [text for text in texts if "%(day)s." in text] == []


def test_the_table_for_the_native_reader_names_where_each_sentence_is_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(project, KK, '# unconfirmed\nmsgid "Search"', '# source: glossary\nmsgid "Search"')
    assert main(["unconfirmed"], project) == 0
    lines = capsys.readouterr().out.splitlines()

    assert "Turnout,Явка,Сайлаушылардың келуі,,templates/page.html" in lines
    assert not [line for line in lines if line.startswith("Search,")]
