"""Who gets what at which address: one exact status for each of the cast, for GET and for POST.

Typed by role, from what the design promises, not from what the code answers. `{party}` in a path
is the id of a row that exists (cast.py says which). A public page is the same for everybody and
only read. Behind the admin's door a stranger is led to the sign-in, whatever is asked for, and
learns nothing of what exists; the administrator reads everything, changes accounts alone, and
nobody deletes; a clerk sees what was handed in to the clerk's own commission.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# GET, POST
Pair = tuple[int, int]
NOT_THERE = ("999999999", "99999999999999999999999", "x")
READER = "reader"
CAST = (
    READER,
    "marat",  # an account and no room
    "asel",  # administrator of the installation
    "gulnar",  # chief official of the party
    "aigerim",  # official of the party in this territory
    "bolat",  # her colleague, who only reads
    "dana",  # chief official of another party
    "saule",  # clerk of this commission
    "erlan",  # clerk of another commission
)
CLERKS = ("saule", "erlan")


@dataclass(frozen=True)
class Row:
    """One address: what each of the cast gets, and what is posted there."""

    route: str
    path: str
    answers: Mapping[str, Pair]
    data: Mapping[str, str] = field(default_factory=dict)


READ = (200, 405)
ABSENT = (404, 405)
DOOR = (302, 302)
FORBIDDEN = (403, 403)
NOT_FOUND = (404, 404)


def everybody(route: str, path: str, status: Pair = READ, **others: Pair) -> Row:
    return Row(route, path, dict.fromkeys(CAST, status) | others)


def inside(
    route: str, path: str, asel: Pair, saule: Pair = FORBIDDEN, erlan: Pair | None = None
) -> Row:
    """Return a row behind the admin's door: administrator, clerk, clerk from elsewhere."""
    answers = dict.fromkeys(CAST, DOOR) | {"asel": asel, "saule": saule, "erlan": erlan or saule}
    return Row(route, path, answers)


def for_each_id(
    route: str, name: str, asel: Pair, *, looks: bool = False, **clerks: Pair
) -> list[Row]:
    """Return a row for an object that is there, where named, and one for each that is not.

    `looks`: the clerks may read the model, whatever else they may not.
    """
    before, _, after = route.partition("<path:object_id>")
    # Without any right to look, what is there and what is not get the same answer.
    absent = {
        clerk: FORBIDDEN if pair == FORBIDDEN and not looks else NOT_FOUND
        for clerk, pair in clerks.items()
    }
    there = [inside(route, f"/{before}{{{name}}}{after}", asel, **clerks)] if name else []
    return [
        *there,
        *(inside(route, f"/{before}{no}{after}", NOT_FOUND, **absent) for no in NOT_THERE),
    ]


def read_only(
    path: str, name: str = "", *, clerks: bool = False, own: str = "", everywhere: bool = False
) -> list[Row]:
    """Return the rows of a model that the administrator reads and nobody changes by hand.

    `name` is a row that is neither Saule's nor Erlan's, `own` one that is Saule's; `clerks`: a
    commission's people read theirs, or with `everywhere` all.
    """
    base = f"admin/{path}/"
    one = f"{base}<path:object_id>/"
    rows = [
        inside(base, f"/{base}", (200, 200), saule=(200, 200) if clerks else FORBIDDEN),
        inside(f"{base}add/", f"/{base}add/", FORBIDDEN),
        # Django's old address of the change page: it redirects before it looks.
        inside(one, f"/{base}{NOT_THERE[0]}/", DOOR, saule=DOOR),
    ]
    for page, read in (("change", (200, 403)), ("history", (200, 200)), ("delete", FORBIDDEN)):
        foreign = read if everywhere else NOT_FOUND if clerks else FORBIDDEN
        # A page that a clerk may not even ask for tells nothing; deleting looks first.
        route = f"{one}{page}/"
        rows += for_each_id(route, name, read, looks=clerks, saule=foreign, erlan=foreign)
        if own:
            rows.append(inside(route, f"/{base}{{{own}}}/{page}/", read, read, NOT_FOUND))
    return rows


ELECTION = "<language>/elections/<slug:election>/"
CONTEST = f"{ELECTION}<slug:territory>/"
DATA = "elections/<slug:election>/"
USER = "admin/parties/user/"
LIST = "admin/elections/partylist/<path:object_id>/"
MAJILIS, MASLIKHAT = "2021-01-10-majilis", "2021-01-10-maslikhat"
VIEW_ON_SITE = "admin/r/<path:content_type_id>/<path:object_id>/"

ROWS: list[Row] = [
    # --- everybody ---------------------------------------------------------------------------
    everybody("", "/", (302, 405)),
    everybody("healthz", "/healthz"),
    everybody("language/setlang/", "/language/setlang/", DOOR),
    everybody("verify.py", "/verify.py"),
    everybody("<language>/", "/kk/"),
    everybody("<language>/", "/ru/"),
    everybody("<language>/", "/en/"),
    everybody("<language>/search/", "/kk/search/"),
    everybody("<language>/search/", "/kk/search/?q=%D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B"),
    everybody("<language>/open-data/", "/ru/open-data/"),
    everybody("<language>/law/", "/ru/law/"),
    everybody("<language>/accessibility/", "/en/accessibility/"),
    everybody(ELECTION, f"/kk/elections/{MAJILIS}/"),
    everybody(ELECTION, f"/kk/elections/{MASLIKHAT}/"),
    everybody(ELECTION, "/kk/elections/no-such-election/", ABSENT),
    everybody(CONTEST, f"/kk/elections/{MASLIKHAT}/almaty/"),
    everybody(CONTEST, f"/kk/elections/{MASLIKHAT}/kazakhstan/", ABSENT),
    everybody(CONTEST, f"/kk/elections/{MASLIKHAT}/no-such-territory/", ABSENT),
    everybody(CONTEST, "/kk/elections/no-such-election/almaty/", ABSENT),
    # The Majilis' one contest answers here too; its page names the election's own address.
    everybody(CONTEST, f"/kk/elections/{MAJILIS}/kazakhstan/"),
    *(
        everybody(f"{DATA}result.{kind}", f"/elections/{election}/result.{kind}", status)
        for kind in ("json", "csv")
        # The maslikhats' election has 216 results, none of its own.
        for election, status in ((MAJILIS, READ), (MASLIKHAT, ABSENT), ("no-such-one", ABSENT))
    ),
    *(
        everybody(
            f"{DATA}<slug:territory>/result.{kind}", f"/elections/{place}/result.{kind}", status
        )
        for kind in ("json", "csv")
        for place, status in (
            (f"{MASLIKHAT}/almaty", READ),
            (f"{MASLIKHAT}/no-such-territory", ABSENT),
            ("no-such-election/almaty", ABSENT),
        )
    ),
    # --- the admin's own addresses ---------------------------------------------------------------
    inside("admin/", "/admin/", (200, 200), (200, 200)),
    everybody(
        "admin/login/",
        "/admin/login/",
        (200, 200),
        asel=(302, 200),
        saule=(302, 200),
        erlan=(302, 200),
    ),
    inside("admin/logout/", "/admin/logout/", (405, 200), (405, 200)),
    inside("admin/password_change/", "/admin/password_change/", (200, 200), (200, 200)),
    inside("admin/password_change/done/", "/admin/password_change/done/", READ, READ),
    inside("admin/autocomplete/", "/admin/autocomplete/", (403, 405), (403, 405)),
    inside("admin/jsi18n/", "/admin/jsi18n/", READ, READ),
    inside(VIEW_ON_SITE, "/admin/r/1/1/", NOT_FOUND, NOT_FOUND),
    inside(VIEW_ON_SITE, "/admin/r/x/x/", NOT_FOUND, NOT_FOUND),
    inside("admin/<app_label>/", "/admin/parties/", (200, 200), NOT_FOUND),
    inside("admin/<app_label>/", "/admin/elections/", (200, 200), (200, 200)),
    inside("admin/<url>", "/admin/no-such-page", NOT_FOUND, NOT_FOUND),
    inside("admin/<url>", "/admin/auth/group/", NOT_FOUND, NOT_FOUND),
    # --- accounts: the one thing that the administrator changes by hand ---------------------------
    inside(USER, f"/{USER}", (200, 200)),
    inside(f"{USER}add/", f"/{USER}add/", (200, 200)),
    inside(f"{USER}<id>/password/", f"/{USER}{{user}}/password/", (200, 200)),
    *(
        inside(f"{USER}<id>/password/", f"/{USER}{number}/password/", NOT_FOUND)
        for number in NOT_THERE
    ),
    *for_each_id(
        f"{USER}<path:object_id>/change/", "user", (200, 200), saule=FORBIDDEN, erlan=FORBIDDEN
    ),
    *for_each_id(
        f"{USER}<path:object_id>/history/", "user", (200, 200), saule=FORBIDDEN, erlan=FORBIDDEN
    ),
    *for_each_id(
        f"{USER}<path:object_id>/delete/", "user", FORBIDDEN, saule=FORBIDDEN, erlan=FORBIDDEN
    ),
    inside(f"{USER}<path:object_id>/", f"/{USER}{{user}}/", DOOR, DOOR),
    # --- what the administrator reads, and what a clerk reads of it -------------------------------
    *read_only("parties/territory", "territory"),
    *read_only("parties/party", "party"),
    *read_only("elections/election", "election"),
    *read_only("elections/contest", "contest", clerks=True, own="contest-of-saule"),
    *read_only("elections/partylist", "submitted-elsewhere", clerks=True, own="submitted"),
    # A draft is nobody's but its party's.
    *(
        inside(f"{LIST}{page}/", f"/admin/elections/partylist/{{draft}}/{page}/", *[NOT_FOUND] * 2)
        for page in ("change", "history", "delete")
    ),
    *read_only("elections/officialresult", "officialresult"),
    *read_only("elections/officialfigure", "officialfigure"),
    *read_only("elections/allocation", "allocation", clerks=True),
    *read_only("elections/publication", "publication", clerks=True),
]
