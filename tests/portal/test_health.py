import pytest
from django.test import Client


@pytest.mark.django_db
def test_healthz_says_that_the_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "mode": "demonstration"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.usefixtures("database_down")
def test_healthz_says_503_when_the_database_is_down(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"database": "down"}


def test_healthz_is_only_read(client: Client) -> None:
    assert client.post("/healthz").status_code == 405
