"""The frozen bodies of a submission: a public and a private half, one digest over both.

The digest is taken of both halves and a random nonce: over one unknown IIN alone it could be
guessed. The nonce is drawn when the confirm page is shown, so that the digest on that page is the
one on the receipt.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from elections import frozen
from elections.models import Candidate, PartyList, Submission
from portal.base import crypto

SCHEMA = "tizim/submission/1"
PLACE = "elections_submission.private_body"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bodies:
    """Both halves as canonical JSON, with nonce and digest."""

    public: str
    private: str
    nonce: str
    digest: str


def new_nonce() -> str:
    """Return 128 random bits."""
    return secrets.token_hex(16)


def is_nonce(text: str) -> bool:
    """Say whether this looks like one of ours; anything else was crafted."""
    return re.fullmatch(r"[0-9a-f]{32}", text, re.ASCII) is not None


def bodies(party_list: PartyList, candidates: Sequence[Candidate], *, nonce: str) -> Bodies:
    """Freeze a list as it is now; the candidates in the law's order, each with its number.

    What may be published of a candidate is the name and the number: no source read confirms more
    (year of birth, occupation and residence are usual, but unconfirmed).
    """
    public = frozen.canonical(_public(party_list, candidates))
    private = frozen.canonical(_private(party_list, candidates))
    return Bodies(public, private, nonce, digest_of(public, private, nonce))


def digest_of(public: str, private: str, nonce: str) -> str:
    """Give the SHA-256 over both halves and the nonce, in hexadecimal."""
    return frozen.digest(
        frozen.canonical({"schema": SCHEMA, "public": public, "private": private, "nonce": nonce})
    )


def open_private(submission: Submission) -> Json:
    """Return the private half; raises SubmissionKey.DoesNotExist once it has been erased."""
    key = submission.key.wrapped_key
    opened: Json = json.loads(crypto.decrypt_under(key, submission.private_body, place=PLACE))
    return opened


def is_unchanged(submission: Submission) -> bool | None:
    """Say whether both halves still have the digest; None once the private half is erased."""
    key = getattr(submission, "key", None)
    if key is None:
        return None
    private = crypto.decrypt_under(key.wrapped_key, submission.private_body, place=PLACE)
    return digest_of(submission.public_body, private, submission.nonce) == submission.digest


def _head(party_list: PartyList) -> Json:
    contest = party_list.contest
    return {
        "schema": SCHEMA,
        "election": contest.election.slug,
        "territory": contest.territory.slug,
        "party": party_list.party.slug,
    }


def _public(party_list: PartyList, candidates: Sequence[Candidate]) -> Json:
    people = [
        {"number": number, "name": person.full_name}
        for number, person in enumerate(candidates, start=1)
    ]
    return _head(party_list) | {"candidates": people}


def _private(party_list: PartyList, candidates: Sequence[Candidate]) -> Json:
    return _head(party_list) | {
        "edition": party_list.contest.election.edition,
        "conference": {
            "nominating_body": party_list.nominating_body,
            "nominated_on": _day(party_list.nominated_on),
            "nominated_at_place": party_list.nominated_at_place,
            "members": party_list.members,
            "present": party_list.present,
            "votes_for": party_list.votes_for,
            "minutes_number": party_list.minutes_number,
        },
        "candidates": [
            {
                "number": number,
                "id": person.pk,
                "surname": person.surname,
                "given_name": person.given_name,
                "patronymic": person.patronymic,
                "name_latin": person.name_latin,
                "iin": None if person.iin is None else str(person.iin),
                "birth_date": _day(person.birth_date),
                "sex": person.sex,
                "is_citizen": person.is_citizen,
                "is_party_member": person.is_party_member,
                "residence": person.residence,
                "occupation": person.occupation,
                "workplace": person.workplace,
                "disability": None if person.disability is None else str(person.disability),
            }
            for number, person in enumerate(candidates, start=1)
        ],
    }


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
