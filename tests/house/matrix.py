"""Who gets what at which address: one exact status for each of the cast, for GET and for POST.

Typed by role, from what the design promises, not from what the code answers. `{parties.party}`
in a path is the id of a row that exists. A public page is the same for everybody and only read.
Behind the admin's door a stranger is led to the sign-in, whatever is asked for, and learns nothing
of what exists. The administrator reads everything, changes accounts alone, and nobody deletes.
"""

from typing import NamedTuple

NOT_THERE = ("999999999", "99999999999999999999999", "x")


class Row(NamedTuple):
    """One address; each status pair is GET, POST."""

    route: str
    path: str
    reader: tuple[int, int]
    marat: tuple[int, int]
    asel: tuple[int, int]


READ = (200, 405)
ABSENT = (404, 405)
DOOR = (302, 302)


def public(route: str, path: str, status: tuple[int, int] = READ) -> Row:
    return Row(route, path, reader=status, marat=status, asel=status)


def inside(route: str, path: str, asel: tuple[int, int]) -> Row:
    return Row(route, path, reader=DOOR, marat=DOOR, asel=asel)


def for_each_id(route: str, model: str, there: tuple[int, int]) -> list[Row]:
    """Return a row for an object that is there and one for each of those that are not."""
    before, _, after = route.partition("<path:object_id>")
    found = inside(route, f"/{before}{{{model}}}{after}", there)
    absent = [inside(route, f"/{before}{number}{after}", (404, 404)) for number in NOT_THERE]
    return [found, *absent]


def read_only(app: str, model: str) -> list[Row]:
    """Return the rows of a model that the administrator reads and nobody changes by hand."""
    base, name = f"admin/{app}/{model}/", f"{app}.{model}"
    one = f"{base}<path:object_id>/"
    return [
        inside(base, f"/{base}", (200, 200)),
        inside(f"{base}add/", f"/{base}add/", (403, 403)),
        *for_each_id(f"{one}change/", name, (200, 403)),
        *for_each_id(f"{one}history/", name, (200, 200)),
        *for_each_id(f"{one}delete/", name, (403, 403)),
        # Django's old address of the change page: it redirects before it looks.
        inside(one, f"/{base}{{{name}}}/", DOOR),
        inside(one, f"/{base}{NOT_THERE[0]}/", DOOR),
    ]


ELECTION = "<language>/elections/<slug:election>/"
CONTEST = f"{ELECTION}<slug:territory>/"
DATA = "elections/<slug:election>/"
USER = "admin/parties/user/"
MAJILIS, MASLIKHAT = "2021-01-10-majilis", "2021-01-10-maslikhat"

ROWS: list[Row] = [
    # --- everybody ---------------------------------------------------------------------------
    public("", "/", (302, 405)),
    public("healthz", "/healthz"),
    public("language/setlang/", "/language/setlang/", DOOR),
    public("verify.py", "/verify.py"),
    public("<language>/", "/kk/"),
    public("<language>/", "/ru/"),
    public("<language>/", "/en/"),
    public("<language>/search/", "/kk/search/"),
    public("<language>/search/", "/kk/search/?q=%D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B"),
    public("<language>/open-data/", "/ru/open-data/"),
    public("<language>/accessibility/", "/en/accessibility/"),
    public(ELECTION, f"/kk/elections/{MAJILIS}/"),
    public(ELECTION, f"/kk/elections/{MASLIKHAT}/"),
    public(ELECTION, "/kk/elections/no-such-election/", ABSENT),
    public(CONTEST, f"/kk/elections/{MASLIKHAT}/almaty/"),
    public(CONTEST, f"/kk/elections/{MAJILIS}/kazakhstan/"),
    public(CONTEST, f"/kk/elections/{MASLIKHAT}/kazakhstan/", ABSENT),
    public(CONTEST, f"/kk/elections/{MASLIKHAT}/no-such-territory/", ABSENT),
    public(CONTEST, "/kk/elections/no-such-election/almaty/", ABSENT),
    *(
        public(f"{DATA}result.{kind}", f"/elections/{election}/result.{kind}", status)
        for kind in ("json", "csv")
        # The maslikhats' election has 216 results, none of its own.
        for election, status in ((MAJILIS, READ), (MASLIKHAT, ABSENT), ("no-such-one", ABSENT))
    ),
    *(
        public(f"{DATA}<slug:territory>/result.{kind}", f"/elections/{place}/result.{kind}", status)
        for kind in ("json", "csv")
        for place, status in (
            (f"{MASLIKHAT}/almaty", READ),
            (f"{MASLIKHAT}/no-such-territory", ABSENT),
            ("no-such-election/almaty", ABSENT),
        )
    ),
    # --- the admin's own addresses ---------------------------------------------------------------
    inside("admin/", "/admin/", (200, 200)),
    Row("admin/login/", "/admin/login/", (200, 200), (200, 200), (302, 200)),
    inside("admin/logout/", "/admin/logout/", (405, 200)),
    inside("admin/password_change/", "/admin/password_change/", (200, 200)),
    inside("admin/password_change/done/", "/admin/password_change/done/", READ),
    inside("admin/autocomplete/", "/admin/autocomplete/", (403, 405)),
    inside("admin/jsi18n/", "/admin/jsi18n/", READ),
    inside("admin/r/<path:content_type_id>/<path:object_id>/", "/admin/r/1/1/", (404, 404)),
    inside("admin/r/<path:content_type_id>/<path:object_id>/", "/admin/r/x/x/", (404, 404)),
    inside("admin/<app_label>/", "/admin/parties/", (200, 200)),
    inside("admin/<app_label>/", "/admin/elections/", (200, 200)),
    inside("admin/<url>", "/admin/no-such-page", (404, 404)),
    inside("admin/<url>", "/admin/auth/group/", (404, 404)),
    # --- accounts: the one thing that the administrator changes by hand ---------------------------
    inside(USER, f"/{USER}", (200, 200)),
    inside(f"{USER}add/", f"/{USER}add/", (200, 200)),
    inside(f"{USER}<id>/password/", f"/{USER}{{parties.user}}/password/", (200, 200)),
    *(
        inside(f"{USER}<id>/password/", f"/{USER}{number}/password/", (404, 404))
        for number in NOT_THERE
    ),
    *for_each_id(f"{USER}<path:object_id>/change/", "parties.user", (200, 200)),
    *for_each_id(f"{USER}<path:object_id>/history/", "parties.user", (200, 200)),
    *for_each_id(f"{USER}<path:object_id>/delete/", "parties.user", (403, 403)),
    inside(f"{USER}<path:object_id>/", f"/{USER}{{parties.user}}/", DOOR),
    # --- what the administrator reads ----------------------------------------------------------
    *read_only("parties", "territory"),
    *read_only("parties", "party"),
    *read_only("elections", "election"),
    *read_only("elections", "contest"),
    *read_only("elections", "partylist"),
    *read_only("elections", "officialresult"),
    *read_only("elections", "officialfigure"),
    *read_only("elections", "allocation"),
    *read_only("elections", "publication"),
]
