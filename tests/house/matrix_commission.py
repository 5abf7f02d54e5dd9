"""The commission's room: what was handed in to Saule, not there for Erlan, read by Asel.

An administrator of the installation reads that a row is there and decides nothing. What is not open
now is a conflict (409) for whoever may otherwise; what was never offered is forbidden.
"""

from tests.house.matrix import FORBIDDEN, NOT_FOUND, Pair, Row, inside, read_only

LIST = "admin/elections/partylist/<int:pk>/"
DECISION = f"{LIST}decisions/<int:decision>/"
CONTEST = "admin/elections/contest/<int:pk>/"
PUBLICATION = f"{CONTEST}publication/<int:decision>/"
PROTOCOL = "admin/elections/protocol/<int:pk>/"
BOTH, CONFLICT = (200, 200), (409, 409)


def button(
    route: str, path: str, saule: Pair, asel: Pair = FORBIDDEN, erlan: Pair = NOT_FOUND
) -> Row:
    """Return the row of a page that does something; `405` for GET stands for everybody inside."""
    if saule[0] == 405:
        asel, erlan = (405, asel[1]), (405, erlan[1])
    return inside(route, path, asel, saule, erlan)


def absent(route: str, path: str, status: Pair = NOT_FOUND) -> Row:
    return button(route, path, status, asel=NOT_FOUND)


SUBMITTED, PROPOSED = (
    "/admin/elections/partylist/{submitted}/",
    "/admin/elections/partylist/{proposed}/",
)
OURS = "/admin/elections/contest/{contest-of-saule}/"
COMMISSION_ROWS: list[Row] = [
    # --- a list ------------------------------------------------------------------------------
    button(f"{LIST}take/", f"{SUBMITTED}take/", (405, 302)),
    absent(f"{LIST}take/", "/admin/elections/partylist/{draft}/take/", (405, 404)),
    # Nobody has taken it into review yet.
    button(f"{LIST}register/", f"{SUBMITTED}register/", CONFLICT),
    button(f"{LIST}refuse/", f"{SUBMITTED}refuse/", CONFLICT),
    absent(f"{LIST}register/", "/admin/elections/partylist/{draft}/register/"),
    absent(f"{LIST}refuse/", "/admin/elections/partylist/999999999/refuse/"),
    # Timur proposed; Saule may confirm or send back, and cannot take back what is his.
    button(f"{DECISION}confirm/", f"{PROPOSED}decisions/{{proposal}}/confirm/", BOTH),
    # Without a reason the page comes back and says so.
    button(f"{DECISION}send-back/", f"{PROPOSED}decisions/{{proposal}}/send-back/", (200, 409)),
    button(f"{DECISION}take-back/", f"{PROPOSED}decisions/{{proposal}}/take-back/", (405, 403)),
    absent(f"{DECISION}confirm/", f"{PROPOSED}decisions/999999999/confirm/"),
    # A decision of another list, under the number of this one.
    absent(f"{DECISION}confirm/", f"{SUBMITTED}decisions/{{proposal}}/confirm/"),
    absent(f"{DECISION}send-back/", f"{SUBMITTED}decisions/{{proposal}}/send-back/"),
    absent(f"{DECISION}take-back/", f"{SUBMITTED}decisions/{{proposal}}/take-back/", (405, 404)),
    # --- a contest: nothing is counted yet -------------------------------------------------------
    button(f"{CONTEST}protocols/", f"{OURS}protocols/", (405, 302)),
    absent(f"{CONTEST}protocols/", "/admin/elections/contest/999999999/protocols/", (405, 404)),
    button(f"{CONTEST}lot/", f"{OURS}lot/", CONFLICT, asel=CONFLICT),
    absent(f"{CONTEST}lot/", "/admin/elections/contest/999999999/lot/"),
    button(f"{CONTEST}publish/", f"{OURS}publish/", CONFLICT, asel=CONFLICT),
    absent(f"{CONTEST}publish/", "/admin/elections/contest/999999999/publish/"),
    absent(PUBLICATION, f"{OURS}publication/{{proposal}}/"),
    absent(f"{PUBLICATION}close/", f"{OURS}publication/{{proposal}}/close/", (405, 404)),
    # --- a protocol, before the polling stations have closed ------------------------------------
    button(
        f"{PROTOCOL}entry/", "/admin/elections/protocol/{protocol}/entry/", (302, 409), (302, 403)
    ),
    button(f"{PROTOCOL}check/", "/admin/elections/protocol/{protocol}/check/", (405, 200)),
    absent(f"{PROTOCOL}check/", "/admin/elections/protocol/999999999/check/", (405, 404)),
    absent(f"{PROTOCOL}entry/", "/admin/elections/protocol/999999999/entry/"),
    # There is no entry of hers to discard, and a clerk reopens nothing: the chair does.
    button(f"{PROTOCOL}discard/", "/admin/elections/protocol/{protocol}/discard/", (405, 409)),
    button(f"{PROTOCOL}reopen/", "/admin/elections/protocol/{protocol}/reopen/", (405, 403)),
    absent(f"{PROTOCOL}reopen/", "/admin/elections/protocol/999999999/reopen/", (405, 404)),
    # --- what a clerk reads -----------------------------------------------------------------
    *read_only("elections/submission", "submission-elsewhere", clerks=True, own="submission"),
    *read_only("elections/decision", clerks=True, own="proposal"),
    *read_only("elections/deadline", "deadline-elsewhere", clerks=True, own="deadline"),
    *read_only("elections/protocol", clerks=True, own="protocol"),
    *read_only("elections/lot", clerks=True),
    # Where people vote is no secret of a commission.
    *read_only("elections/precinct", "precinct", clerks=True, everywhere=True),
    # --- what the administrator alone reads --------------------------------------------------
    *read_only("elections/commission", "commission"),
    *read_only("elections/commissionmember", "commissionmember"),
    *read_only("elections/admission", "admission"),
    *read_only("elections/notice", "notice"),
    *read_only("elections/refusedattempt"),
    *read_only("audit/seal"),
]
