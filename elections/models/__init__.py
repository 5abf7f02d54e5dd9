"""Tables only, one file per aggregate: fields, constraints, named querysets, __str__."""

from elections.models.allocation import Allocation
from elections.models.election import Contest, Election
from elections.models.official import OfficialFigure, OfficialResult
from elections.models.party_list import PartyList
from elections.models.publication import Publication

__all__ = [
    "Allocation",
    "Contest",
    "Election",
    "OfficialFigure",
    "OfficialResult",
    "PartyList",
    "Publication",
]
