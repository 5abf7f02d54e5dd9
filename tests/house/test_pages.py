"""Rendered pages: nothing that the policy would block, no variable that a template misspells."""

from copy import deepcopy

import pytest
from django.template import engines
from django.test import Client
from pytest_django import Settings

from tests.house.ids import filled
from tests.house.test_templates import inline

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]
MARK = "INVALID-VARIABLE"
PUBLIC = [
    "",
    "elections/2021-01-10-majilis/",
    "elections/2021-01-10-maslikhat/",
    "elections/2021-01-10-maslikhat/?region=almaty-region",
    "elections/2021-01-10-maslikhat/almaty/",
    "elections/2021-01-10-maslikhat/akmola-region/",
    "elections/2021-01-10-maslikhat/aktobe-region/",
    "elections/2021-01-10-maslikhat/rudnyy/",
    "elections/2021-01-10-maslikhat/semey/",
    "search/",
    "search/?q=almaty",
    "search/?q=almoty",
    "search/?q=zzzz",
    "open-data/",
    "law/",
    "accessibility/",
    "no-such-page/",
]
MODELS = [
    "parties/territory",
    "parties/party",
    "elections/election",
    "elections/contest",
    "elections/partylist",
    "elections/officialresult",
    "elections/officialfigure",
    "elections/allocation",
    "elections/publication",
]
ADMIN = [
    "",
    "password_change/",
    "password_change/done/",
    "parties/",
    "parties/user/",
    "parties/user/?q=asel",
    "parties/user/add/",
    "parties/user/{parties.user}/change/",
    "parties/user/{parties.user}/password/",
    "parties/user/{parties.user}/history/",
    "no-such-page/",
    *(f"{model}/" for model in MODELS),
    *(f"{model}/?q=a" for model in MODELS),
    *(f"{model}/{{{model.replace('/', '.')}}}/change/" for model in MODELS),
    *(f"{model}/{{{model.replace('/', '.')}}}/history/" for model in MODELS),
]


def misspelt(html: str) -> list[str]:
    """Return the names of the variables that a template asked for in vain."""
    return [part.partition("]]")[0] for part in html.split(f"[[{MARK} ")[1:]]


@pytest.fixture
def marked(settings: Settings) -> None:
    """Let every unknown variable leave a mark."""
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = f"[[{MARK} %s]]"
    settings.TEMPLATES = templates


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_a_public_page_is_whole(client: Client, language: str, path: str) -> None:
    response = client.get(f"/{language}/{path}")
    html = response.content.decode()
    assert response.status_code == (404 if path.startswith("no-such") else 200)
    assert not misspelt(html)
    assert not inline(html)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("path", ADMIN)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_an_admin_page_is_whole(client_of_asel: Client, language: str, path: str) -> None:
    client_of_asel.cookies["django_language"] = language
    response = client_of_asel.get(f"/admin/{filled(path)}")
    html = response.content.decode()
    assert response.status_code == (404 if path.startswith("no-such") else 200)
    assert not misspelt(html)
    assert not inline(html)


def test_a_misspelt_variable_is_seen(marked: None) -> None:
    html = engines["django"].from_string("<p>{{ tittle }}</p>").render({"title": "x"})
    assert misspelt(html) == ["tittle"]
