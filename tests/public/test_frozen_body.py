"""Page, JSON and CSV are made from one stored text; nothing else is asked."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from django.db import connection
from django.test import Client

from elections import frozen
from elections.models import Publication

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

PAGE = "/en/elections/2021-01-10-maslikhat/shymkent/"
JSON = "/elections/2021-01-10-maslikhat/shymkent/result.json"
CSV = "/elections/2021-01-10-maslikhat/shymkent/result.csv"


def shymkent() -> Publication:
    return Publication.objects.get(contest__territory__slug="shymkent")


def overwrite(old: str, new: str, *, with_digest: bool) -> None:
    """Do what only a superuser of the database can: change the text behind all guards."""
    publication = shymkent()
    assert publication.body.count(old) >= 1
    body = publication.body.replace(old, new)
    digest = frozen.digest(body) if with_digest else publication.digest
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        if not with_digest:
            cursor.execute(
                "ALTER TABLE elections_publication DROP CONSTRAINT publication_digest_of_its_body"
            )
        cursor.execute(
            "UPDATE elections_publication SET body = %s, digest = %s WHERE id = %s",
            [body, digest, publication.pk],
        )
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_one_byte_changes_page_json_and_csv(client: Client) -> None:
    before = [client.get(address) for address in (PAGE, JSON, CSV)]
    overwrite('"votes":261213', '"votes":261214', with_digest=True)
    page, file, table = (client.get(address) for address in (PAGE, JSON, CSV))

    assert "261,214" in page.content.decode()
    assert "261,213" not in page.content.decode().split('id="computation"')[0]
    assert b'"votes":261214' in file.content
    assert ",261214,official," in table.content.decode()
    assert not {r["ETag"] for r in before} & {r["ETag"] for r in (page, file, table)}


def test_a_changed_name_changes_all_three(client: Client) -> None:
    overwrite("Ak Zhol Democratic Party", "Ak Zhol Democratic Partx", with_digest=True)
    for address in (PAGE, JSON, CSV):
        assert "Democratic Partx" in client.get(address).content.decode()


def test_a_text_that_does_not_fit_its_digest_is_called_so(client: Client) -> None:
    warning = "Do not rely on this page."
    assert warning not in client.get(PAGE).content.decode()
    overwrite('"votes":261213', '"votes":261214', with_digest=False)
    assert warning in client.get(PAGE).content.decode()


def test_the_json_is_the_stored_text_to_the_byte(client: Client) -> None:
    publication, response = shymkent(), client.get(JSON)
    assert response.content == publication.body.encode()
    assert response["Content-Type"] == "application/json"
    assert hashlib.sha256(response.content).hexdigest() == publication.digest


def test_the_digest_stands_in_tag_header_and_page(client: Client) -> None:
    digest = shymkent().digest
    response = client.get(JSON)
    assert response["ETag"] == f'"{digest}"'
    in_base64 = base64.b64encode(bytes.fromhex(digest)).decode()
    assert response["Repr-Digest"] == f"sha-256=:{in_base64}:"
    assert digest in client.get(PAGE).content.decode()


def test_whoever_has_the_file_gets_304(client: Client) -> None:
    digest = shymkent().digest
    for address in (JSON, CSV, PAGE, "/verify.py"):
        tag = client.get(address)["ETag"]
        assert client.get(address, HTTP_IF_NONE_MATCH=tag).status_code == 304
        other = client.get(address, HTTP_IF_NONE_MATCH=f'"{digest[::-1]}"')
        assert other.status_code == 200


def test_the_page_names_the_real_sizes(client: Client) -> None:
    page = client.get(PAGE).content.decode()
    for address in (JSON, CSV):
        size = max(1, (len(client.get(address).content) + 500) // 1000)
        assert f'href="{address}"' in page
        assert f"{size} kB" in page


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_an_election_of_one_contest_has_its_files_beside_it(client: Client, kind: str) -> None:
    short = client.get(f"/elections/2021-01-10-majilis/result.{kind}")
    long = client.get(f"/elections/2021-01-10-majilis/kazakhstan/result.{kind}")
    assert short.content == long.content
    assert short.status_code == 200


def test_the_published_json_holds_every_step(client: Client) -> None:
    body = json.loads(client.get("/elections/2021-01-10-majilis/result.json").content)
    codes = [step["code"] for step in body["allocation"]["steps"]]
    assert codes == ["threshold", "quotient", "whole", "remainders", "result"]
