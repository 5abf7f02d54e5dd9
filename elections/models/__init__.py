"""Tables only, one file per aggregate: fields, constraints, named querysets, __str__."""

from elections.models.allocation import Allocation
from elections.models.attempt import RefusedAttempt
from elections.models.candidate import Candidate
from elections.models.commission import Commission, CommissionMember
from elections.models.deadline import Admission, Deadline
from elections.models.decision import Decision
from elections.models.election import Contest, Election
from elections.models.lot import Lot
from elections.models.notice import Notice
from elections.models.official import OfficialFigure, OfficialResult
from elections.models.party_list import PartyList
from elections.models.protocol import Count, Entry, Precinct, Protocol
from elections.models.publication import Publication
from elections.models.submission import Submission, SubmissionKey

__all__ = [
    "Admission",
    "Allocation",
    "Candidate",
    "Commission",
    "CommissionMember",
    "Contest",
    "Count",
    "Deadline",
    "Decision",
    "Election",
    "Entry",
    "Lot",
    "Notice",
    "OfficialFigure",
    "OfficialResult",
    "PartyList",
    "Precinct",
    "Protocol",
    "Publication",
    "RefusedAttempt",
    "Submission",
    "SubmissionKey",
]
