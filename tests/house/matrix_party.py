"""The party's room: her own list for Aigerim, read for Bolat, not there for Dana.

Whoever has no room here is told so; whoever is signed out signs in first, and a form that was typed
meanwhile comes back with the password field (401). An address that changes nothing refuses POST
before it looks at who asks.
"""

from collections.abc import Mapping

from tests.house.matrix import (
    ABSENT,
    CAST,
    FORBIDDEN,
    NOT_FOUND,
    READ,
    READER,
    Pair,
    Row,
    everybody,
)

LISTS = "party/lists/"
ONE = f"{LISTS}<int:pk>/"
PERSON = f"{ONE}candidates/<int:candidate>/"
PARTY = ("gulnar", "aigerim", "bolat", "dana")


def room(
    route: str,
    path: str,
    chief: Pair,
    official: Pair,
    viewer: Pair,
    dana: Pair = NOT_FOUND,
    data: Mapping[str, str] | None = None,
) -> Row:
    """Return a row of the room; strangers to it get what they get at every door."""

    def methods(get: int, post: int) -> Pair:
        return (405 if official[0] == 405 else get, 405 if official[1] == 405 else post)

    answers = dict.fromkeys(CAST, methods(403, 403)) | {
        READER: methods(302, 401),
        "gulnar": chief,
        "aigerim": official,
        "bolat": viewer,
        "dana": methods(*dana),
    }
    return Row(route, path, answers, data or {})


def all_read(route: str, path: str, dana: Pair = ABSENT) -> Row:
    return room(route, path, READ, READ, READ, dana)


def absent(route: str, path: str, status: Pair = NOT_FOUND) -> Row:
    return room(route, path, status, status, status)


BOTH = (200, 200)
# One typed person, so that a POST would change something for whoever may.
PERSON_TYPED = {"surname": "Жаңа", "given_name": "Әсел", "version": "0"}
PARTY_ROWS: list[Row] = [
    room("party/", "/party/", READ, READ, READ, dana=READ),
    room(
        f"{LISTS}new/<int:contest>/<slug:party>/",
        "/party/lists/new/{contest-without-list}/{party-slug}/",
        (405, 302),
        (405, 302),
        (405, 403),
        (405, 404),
    ),
    absent(
        f"{LISTS}new/<int:contest>/<slug:party>/",
        "/party/lists/new/999999999/{party-slug}/",
        (405, 404),
    ),
    all_read(ONE, "/party/lists/{draft}/"),
    all_read(ONE, "/party/lists/{submitted}/"),
    absent(ONE, "/party/lists/999999999/", ABSENT),
    room(
        f"{ONE}candidates/new/",
        "/party/lists/{draft}/candidates/new/",
        (200, 302),
        (200, 302),
        (403, 403),
        data=PERSON_TYPED,
    ),
    absent(f"{ONE}candidates/new/", "/party/lists/999999999/candidates/new/"),
    room(
        f"{ONE}candidates/new/check/",
        "/party/lists/{draft}/candidates/new/check/",
        (405, 200),
        (405, 200),
        (405, 200),
    ),
    room(
        PERSON,
        "/party/lists/{draft}/candidates/{candidate}/",
        (200, 302),
        (200, 302),
        (200, 403),
        data=PERSON_TYPED,
    ),
    # A person of another list, under the number of this one.
    absent(PERSON, "/party/lists/{draft}/candidates/{candidate-elsewhere}/"),
    absent(PERSON, "/party/lists/{draft}/candidates/999999999/"),
    room(
        f"{PERSON}check/",
        "/party/lists/{draft}/candidates/{candidate}/check/",
        (405, 200),
        (405, 200),
        (405, 200),
    ),
    absent(
        f"{PERSON}check/",
        "/party/lists/{draft}/candidates/{candidate-elsewhere}/check/",
        (405, 404),
    ),
    room(
        f"{PERSON}remove/",
        "/party/lists/{draft}/candidates/{candidate}/remove/",
        (200, 302),
        (200, 302),
        (200, 403),
    ),
    absent(f"{PERSON}remove/", "/party/lists/{draft}/candidates/{candidate-elsewhere}/remove/"),
    room(f"{ONE}conference/", "/party/lists/{draft}/conference/", BOTH, BOTH, BOTH),
    absent(f"{ONE}conference/", "/party/lists/999999999/conference/"),
    all_read(f"{ONE}to-do/", "/party/lists/{draft}/to-do/"),
    absent(f"{ONE}to-do/", "/party/lists/999999999/to-do/", ABSENT),
    # Posted without the digest that was shown: told so, nothing handed in.
    room(f"{ONE}submit/", "/party/lists/{draft}/submit/", (200, 409), (200, 409), FORBIDDEN),
    absent(f"{ONE}submit/", "/party/lists/999999999/submit/"),
    room(f"{ONE}withdraw/", "/party/lists/{draft}/withdraw/", BOTH, FORBIDDEN, FORBIDDEN),
    absent(f"{ONE}withdraw/", "/party/lists/999999999/withdraw/"),
    all_read(f"{ONE}receipt/<int:number>/", "/party/lists/{submitted}/receipt/1/"),
    absent(f"{ONE}receipt/<int:number>/", "/party/lists/{submitted}/receipt/99/", ABSENT),
    absent(f"{ONE}receipt/<int:number>/", "/party/lists/{draft}/receipt/1/", ABSENT),
    room("party/notices/", "/party/notices/", READ, READ, READ, dana=READ),
    # --- accounts: the same for everybody, signed in or not -------------------------------------
    everybody("party/sign-in/", "/party/sign-in/", (302, 302), reader=BOTH),
    everybody("party/sign-out/", "/party/sign-out/", (405, 302)),
    everybody("party/language/", "/party/language/", (405, 302)),
    everybody("party/password/", "/party/password/", BOTH),
    everybody("party/password/sent/", "/party/password/sent/"),
    everybody("party/password/set/", "/party/password/set/"),
    everybody("party/password/<uidb64>/<token>/", "/party/password/MQ/no-such-token/", BOTH),
    everybody("party/mail/", "/party/mail/"),
    everybody("<language>/verify/<slug:code>/", "/kk/verify/{receipt}/"),
    everybody("<language>/verify/<slug:code>/", "/kk/verify/no-such-code/", ABSENT),
]
