"""The switch stays on the page, and only ever inside the portal."""

from urllib.parse import quote, urlsplit

import pytest
from django.test import Client

from parties.models import User
from tests import factories, people
from tests.portal.pages import LANGUAGES, page

QUERY = f"q={quote('Алматы қаласы')}&page=2"
PATHS = ["", f"search/?{QUERY}", "open-data/", "accessibility/", "no-such-page/"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_the_switch_keeps_page_and_query(client: Client, language: str, path: str) -> None:
    links = page(client.get(f"/{language}/{path}")).links
    for other in LANGUAGES:
        assert f"/{other}/{path}" in links or other == language


@pytest.mark.parametrize("query", ['q="><script>alert(1)</script>', "next=//evil.example", "q=%00"])
@pytest.mark.django_db
def test_a_hostile_query_stays_a_query(client: Client, query: str) -> None:
    read = page(client.get(f"/en/no-such-page/?{query}"))
    assert "<script>alert" not in read.html
    assert all(urlsplit(link).netloc in ("", "github.com") for link in read.links)


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "\x00"],
)
@pytest.mark.parametrize("given", ["next", "referer"])
def test_choosing_a_language_never_leads_elsewhere(client: Client, given: str, target: str) -> None:
    form = {"language": "ru"} | ({"next": target} if given == "next" else {})
    headers = {"referer": target} if given == "referer" else {}
    response = client.post("/language/setlang/", form, headers=headers)
    assert response.status_code == 302
    assert response["Location"] == "/"
    assert response.cookies["django_language"].value == "ru"


def test_choosing_a_language_stays_on_the_page(client: Client) -> None:
    response = client.post("/language/setlang/", {"language": "ru", "next": "/admin/login/?a=b"})
    assert response["Location"] == "/admin/login/?a=b"


def test_an_unknown_language_is_not_chosen(client: Client) -> None:
    response = client.post("/language/setlang/", {"language": "../../de", "next": "/kk/"})
    assert response["Location"] == "/kk/"
    assert "django_language" not in response.cookies


# --- at sign-in: what was chosen just now, else the account's ------------------------------------

SIGN_IN = "/party/sign-in/"


def sign_in(client: Client, person: User) -> str:
    """Sign in as the form does; return the language of the first page of the room."""
    form = {"username": person.email, "password": people.PASSWORD}
    answer = client.post(SIGN_IN, form, follow=True)
    assert answer.redirect_chain == [("/party/", 302)]
    return page(answer).language


def choose(client: Client, language: str) -> None:
    client.post("/party/language/", {"language": language, "next": SIGN_IN})
    assert page(client.get(SIGN_IN)).language == language


@pytest.fixture
def gulnar(db: None) -> User:
    return people.gulnar(factories.make_party())


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_language_chosen_before_sign_in_stays(
    client: Client, gulnar: User, language: str
) -> None:
    choose(client, language)
    assert sign_in(client, gulnar) == language
    assert page(client.get("/party/notices/")).language == language
    # Letters go on in the account's language; nobody has changed it.
    gulnar.refresh_from_db()
    assert gulnar.language == "kk"


def test_without_a_choice_the_room_opens_in_the_accounts_language(
    client: Client, gulnar: User
) -> None:
    client.cookies["django_language"] = "ru"
    assert sign_in(client, gulnar) == "kk"


def test_a_choice_before_sign_in_is_for_that_sign_in_and_not_for_the_next_person(
    client: Client, gulnar: User
) -> None:
    dana = people.dana(factories.make_party())
    choose(client, "en")
    assert sign_in(client, gulnar) == "en"
    client.post("/party/sign-out/")
    assert sign_in(client, dana) == "kk"


def test_a_language_chosen_in_the_room_is_the_accounts(client: Client, gulnar: User) -> None:
    sign_in(client, gulnar)
    client.post("/party/language/", {"language": "ru", "next": "/party/"})
    client.post("/party/sign-out/")
    gulnar.refresh_from_db()
    assert gulnar.language == "ru"
    assert sign_in(client, gulnar) == "ru"


def test_a_hostile_choice_is_none(client: Client, gulnar: User) -> None:
    client.cookies["language_chosen"] = "../../de"
    assert sign_in(client, gulnar) == "kk"


def test_a_language_chosen_where_a_session_has_ended_stays(client: Client, gulnar: User) -> None:
    party_list = factories.make_list(factories.make_contest(), gulnar.memberships.get().party)
    choose(client, "ru")
    form = {"username": gulnar.email, "password": people.PASSWORD}
    answer = client.post(f"/party/lists/{party_list.pk}/conference/", form)
    assert answer.cookies["django_language"].value == "ru"
    assert answer.cookies["language_chosen"].value == ""
