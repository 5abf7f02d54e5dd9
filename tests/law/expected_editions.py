"""What each edition must say, typed by hand from the paper on the law: (value, tags, article).

Values are written plainly: a fraction as "7/100", a time as "18:00", a value per kind of body as a
dict. An edition is the one before it with what changed.
"""

from __future__ import annotations

from typing import Any

Row = tuple[Any, str, str]
Table = dict[str, Row]

LOCAL = "Art. 5({}) of the Law on Local Government and Self-Government"
QUOTIENT = "votes of the lists that take part, divided by the mandates"
REMAINDERS = "one mandate each to the largest remainders"
GAPS = ("nobody_passes", "one_list_alone", "second_place_tied", "too_few_mandates")
BARS = ("conviction", "corruption", "incapable", "prison")
CUSTOMARY = ("biography", "tax_certificate", "deposit_receipt")


def of_maslikhats(region: Any, republican_city: Any, regional_city: Any, district: Any) -> Any:
    return {
        "region": region,
        "republican_city": republican_city,
        "regional_city": regional_city,
        "district": district,
    }


MAJILIS_2019: Table = {
    "bodies.list_seats": ({"majilis": ("all", 98, 98)}, "C", ""),
    "bodies.most_deputies": ({"majilis": None}, "C", ""),
    "bodies.term_years": (5, "?", ""),
    "nomination.nominator": ("highest_body", "T-old", "Art. 87(2)"),
    "nomination.majority": ("all_members", "T-old", "Art. 87(2)"),
    "nomination.admission": ("party", "C N", ""),
    "nomination.handed_in_to": ("central", "T-21", "Art. 89(1)"),
    "nomination.lists_of_a_party": (1, "C", "Art. 89"),
    "nomination.most_over": ("3/10", "C", "Art. 89"),
    "nomination.fewest": (1, "?", ""),
    "nomination.order": ("alphabetical", "T-old", "Art. 87(3)"),
    "eligibility.citizen": (True, "C", "Art. 86"),
    "eligibility.minimum_age": (25, "C", "Art. 86"),
    "eligibility.age_on": ("election_day", "?", ""),
    "eligibility.resident_years": (10, "C", "Art. 86"),
    "eligibility.resident_in_territory": ("nothing", "C", "Art. 86"),
    "eligibility.party_member": (True, "T-old C", "Art. 87(2)"),
    "eligibility.bars": (BARS, "C", "Art. 4(4)"),
    "eligibility.several_lists": ("warning", "?", ""),
    "quota.groups": ((), "?", ""),
    "quota.minimum_share": ("0", "?", ""),
    "quota.base": ("persons_on_list", "?", ""),
    "quota.under_age": (29, "?", ""),
    "quota.age_on": ("election_day", "?", ""),
    "quota.binds_mandates": (False, "T-new", ""),
    "documents.of_list": (("minutes_extract", "party_certificate"), "T-old", "Art. 89(3)"),
    "documents.of_person": (("consent",), "T-old", "Art. 89(3)"),
    "documents.customary": (CUSTOMARY, "C N", ""),
    "documents.of_disabled": ((), "T-new", ""),
    "documents.declaration": ("income_and_property", "T-old", "Art. 89(2)"),
    "documents.declared_as_of": ("month_of_nomination", "T-old", "Art. 89(2)"),
    "documents.tax_check_days": (15, "T-old", "Art. 89(2)"),
    "documents.answer_days": (4, "T-old", "Art. 89(2)"),
    "deposit.wages_per_person": (15, "C", "Art. 88"),
    "deposit.account": ("central_commission", "C", "Art. 88"),
    "deposit.reliefs": (
        (("7/100", "0"), ("1/20", "1/2"), ("3/100", "7/10")),
        "T-old",
        "Art. 88(2)-(3)",
    ),
    "deposit.refund_at": ("7/100", "T-old", "Art. 88(4)"),
    "deposit.refunds": (("votes", "death"), "T-old", "Art. 88(4)"),
    "registration.repair_notice": (True, "?", ""),
    "registration.may_add_persons": (False, "?", ""),
    "registration.withdrawal": ("by_nominator", "?", ""),
    "registration.last_days": (2, "?", ""),
    "registration.appeal_days": (7, "C", "Art. 89"),
    "registration.appeal_decided_days": (5, "C", ""),
    "registration.quorum": ("2/3", "T-old", "Art. 20(4)-(5)"),
    "calendar.nomination_opens": ((-61, "00:00"), "C", ""),
    "calendar.nomination_closes": ((-41, "18:00"), "C", ""),
    "calendar.registration_closes": ((-31, "18:00"), "D", ""),
    "calendar.campaign_opens": ((-31, "18:00"), "N", "Art. 27(2)"),
    "calendar.silence_begins": ((-1, "00:00"), "N", "Art. 27(2)"),
    "calendar.voting_opens": ((0, "07:00"), "C", "Art. 43(1)"),
    "calendar.voting_closes": ((0, "20:00"), "C", "Art. 43(1)"),
    "ballot.against_all": (False, "D", ""),
    "ballot.order": ("draw", "C", ""),
    "ballot.reserve": ("1/100", "C", ""),
    "publication.lists_days": (None, "?", ""),
    "publication.names_before_registration": (False, "C", ""),
    "publication.count_hours": (12, "C", "Art. 43(1)"),
    "publication.protocol_posted_days": (2, "C", "Art. 43(8)"),
    "publication.protocols_days": (2, "T-old", "Art. 94(2)"),
    "publication.results_days": ({"majilis": 10}, "T-old", "Art. 44(4)"),
    "publication.ballots_kept_months": (1, "C", ""),
    "allocation.threshold": ("7/100", "T-old C", "Art. 97-1(1)"),
    "allocation.threshold_base": ("valid_votes", "D", "Art. 97-1(1)"),
    "allocation.quotient": (QUOTIENT, "T-old", "Art. 97-1"),
    "allocation.remainders": (REMAINDERS, "T-old", "Art. 97-1"),
    "allocation.tie": ("earlier_registration", "C", "Art. 97-1"),
    "allocation.second_list": (("7/10", 2), "T-old C", "Art. 97-1(2)-(3)"),
    "allocation.freed_mandates": ("first_list", "?", "Art. 97-1(3)"),
    "allocation.gaps": (GAPS, "?", "Art. 97-1"),
}

MASLIKHAT_2019: Table = MAJILIS_2019 | {
    "bodies.list_seats": (of_maslikhats(*[("all", None, None)] * 4), "T-21", "Art. 9(2)"),
    "bodies.most_deputies": (of_maslikhats(50, 50, 30, 25), "T-old", LOCAL.format(3)),
    "bodies.term_years": (5, "T-old", LOCAL.format(1)),
    "nomination.nominator": ("branch_conference", "C N", "Art. 103(2)"),
    "nomination.majority": ("present", "N", ""),
    "nomination.admission": ("registered_branch", "C N", "Art. 103(2)"),
    "nomination.handed_in_to": ("territorial", "T-21", "Art. 104(1)"),
    "nomination.lists_of_a_party": (1, "?", ""),
    "nomination.most_over": (None, "?", ""),
    "nomination.order": ("alphabetical", "?", ""),
    "eligibility.citizen": (True, "C", LOCAL.format(2)),
    "eligibility.minimum_age": (20, "C", LOCAL.format(2)),
    "eligibility.resident_years": (0, "C", ""),
    "eligibility.resident_in_territory": ("warning", "?", ""),
    "eligibility.party_member": (True, "C", "Art. 87(2)"),
    "eligibility.several_lists": ("warning", "?", LOCAL.format(2)),
    "documents.of_list": (("minutes_extract", "party_certificate"), "?", "Art. 104"),
    "documents.of_person": (("consent",), "?", "Art. 104"),
    "documents.declaration": ("income_and_property", "T-old", "Art. 104(1-1)"),
    "documents.declared_as_of": ("month_of_nomination", "T-old", "Art. 104(1-1)"),
    "documents.tax_check_days": (15, "?", ""),
    "documents.answer_days": (4, "?", ""),
    "deposit.wages_per_person": (5, "D", "Art. 104(1)"),
    "deposit.account": ("local_executive", "T-21", "Art. 104(1)"),
    "deposit.reliefs": ((("1/20", "0"),), "T-21 ?", "Art. 104(1)"),
    "deposit.refund_at": ("1/20", "T-old ?", "Art. 104(1)"),
    "deposit.refunds": (("elected", "votes", "death"), "T-old ?", "Art. 104(1)"),
    "registration.withdrawal": ("by_nominator", "T-old ?", "Art. 105(2)-(3)"),
    "registration.last_days": (2, "T-old ?", "Art. 105(1)"),
    "registration.appeal_days": (None, "?", ""),
    "calendar.nomination_closes": ((-37, "18:00"), "C ?", ""),
    "publication.lists_days": (2, "C", ""),
    "publication.protocols_days": (None, "T-old", "Art. 44(1)-(2)"),
    "publication.results_days": (of_maslikhats(7, 7, 7, 7), "T-old ?", "Art. 44(4)"),
    "allocation.threshold": ("7/100", "C", ""),
    "allocation.threshold_base": ("valid_votes", "D", ""),
    "allocation.quotient": (QUOTIENT, "D", ""),
    "allocation.remainders": (REMAINDERS, "D", ""),
    "allocation.tie": ("earlier_registration", "?", ""),
    "allocation.second_list": (("7/10", 2), "?", ""),
    "allocation.freed_mandates": ("first_list", "?", ""),
    "allocation.gaps": (GAPS, "?", ""),
}

MAJILIS_2020: Table = MAJILIS_2019 | {
    "quota.groups": (("women", "under_age"), "C", "Art. 89(4)"),
    "quota.minimum_share": ("3/10", "C", "Art. 89(4)"),
    "quota.base": ("persons_on_list", "C D", "Art. 89(4)"),
    "quota.under_age": (29, "C", "Art. 89(4)"),
}

MASLIKHAT_2020: Table = MASLIKHAT_2019 | {
    "quota.groups": (("women", "under_age"), "C", ""),
    "quota.minimum_share": ("3/10", "C", ""),
    "quota.base": ("persons_on_list", "?", ""),
    "quota.under_age": (29, "C", ""),
}

MASLIKHAT_2020_LOT: Table = MASLIKHAT_2020 | {"allocation.tie": ("lot", "?", "")}

MAJILIS_2021: Table = MAJILIS_2020 | {
    "nomination.order": ("alphabetical", "?", "Art. 87(3)"),
    "deposit.reliefs": (
        (("7/100", "0"), ("1/20", "1/2"), ("3/100", "7/10")),
        "?",
        "Art. 88(2)-(3)",
    ),
    "deposit.refund_at": ("1/20", "?", "Art. 88(4)"),
    "deposit.refunds": (("votes", "elected", "death"), "?", "Art. 88(4)"),
    "registration.appeal_days": (7, "?", "Art. 89"),
    "ballot.against_all": (True, "C ?", ""),
    "allocation.threshold": ("1/20", "C ?", "Art. 97-1(1)"),
    "allocation.second_list": (("7/10", 2), "?", "Art. 97-1(2)-(3)"),
}

MASLIKHAT_2021: Table = MASLIKHAT_2020 | {
    "ballot.against_all": (True, "C ?", ""),
    "allocation.threshold": ("1/20", "C ?", ""),
}

MAJILIS_2022: Table = MAJILIS_2021 | {
    "quota.groups": (("women", "under_age", "disability"), "T-new", "Art. 89(4)"),
    "quota.minimum_share": ("3/10", "T-new", "Art. 89(4)"),
    "quota.binds_mandates": (True, "T-new C", "Art. 97-1(5)"),
    "documents.of_disabled": (("disability_certificate",), "T-new", "Art. 89(3)"),
}

MIXED: Table = {
    "documents.declaration": ("assets_and_liabilities", "N", ""),
    "documents.tax_check_days": (10, "N", ""),
    "deposit.refund_at": ("1/20", "C", ""),
    "deposit.refunds": (("votes", "elected", "death"), "C", ""),
    "calendar.nomination_opens": ((-58, "00:00"), "D", ""),
    "calendar.nomination_closes": ((-39, "18:00"), "D", ""),
    "calendar.registration_closes": ((-29, "18:00"), "D", ""),
    "calendar.campaign_opens": ((-29, "18:00"), "N", "Art. 27(2)"),
    "ballot.against_all": (True, "C", ""),
}

MAJILIS_2022_11: Table = (
    MAJILIS_2022
    | MIXED
    | {
        "bodies.list_seats": ({"majilis": ("some", 69, 98)}, "C N", ""),
        "allocation.threshold": ("1/20", "C", "Art. 97-1(1)"),
    }
)

HALF, NONE = ("half", None, None), ("none", None, None)
MASLIKHAT_2022_11: Table = (
    MASLIKHAT_2021
    | MIXED
    | {
        "bodies.list_seats": (of_maslikhats(HALF, HALF, NONE, NONE), "N", ""),
        "bodies.most_deputies": (of_maslikhats(50, 50, 30, 25), "?", LOCAL.format(3)),
        "quota.groups": (("women", "under_age"), "N ?", ""),
        "quota.binds_mandates": (False, "?", ""),
        "deposit.wages_per_person": (5, "C", "Art. 104(1)"),
        "publication.results_days": (of_maslikhats(5, 5, 2, 2), "C", "Art. 44(4)"),
        "allocation.threshold": ("1/20", "C", ""),
    }
)

# As the newest edition of the Majilis, in doubt, but for what was said before the law.
KURULTAI_2026: Table = {name: (row[0], "?", "") for name, row in MAJILIS_2022_11.items()} | {
    "bodies.list_seats": ({"kurultai": ("all", 145, 145)}, "N", ""),
    "bodies.most_deputies": ({"kurultai": None}, "N", ""),
    "bodies.term_years": (5, "N", ""),
    "eligibility.minimum_age": (25, "C N", ""),
    "eligibility.resident_years": (10, "C N", ""),
    "quota.groups": (("women", "under_age", "disability"), "C N", ""),
    "quota.binds_mandates": (False, "C N", ""),
    "publication.results_days": ({"kurultai": 10}, "?", ""),
    "allocation.threshold": ("1/20", "C N", ""),
}

_SEEN: Table = {
    "allocation.threshold": ("7/100", "D", ""),
    "allocation.threshold_base": ("valid_votes", "D", ""),
    "allocation.quotient": (QUOTIENT, "D", ""),
    "allocation.remainders": (REMAINDERS, "D", ""),
    "allocation.tie": ("earlier_registration", "?", ""),
    "allocation.freed_mandates": ("first_list", "?", ""),
}
_ALONE: Table = _SEEN | {
    "allocation.second_list": (("0", 0), "D", ""),
    "allocation.gaps": (("nobody_passes", "one_list_alone"), "?", ""),
}
_SECOND: Table = _SEEN | {
    "allocation.second_list": (("7/10", 2), "?", ""),
    "allocation.gaps": (GAPS, "?", ""),
}

EXPECTED: dict[str, Table] = {
    "majilis-2004": _ALONE | {"allocation.second_list": (("0", 0), "?", "")},
    "majilis-2007": _ALONE,
    "majilis-2012": _SECOND,
    "majilis-2016": _SECOND,
    "majilis-2019": MAJILIS_2019,
    "maslikhat-2019": MASLIKHAT_2019,
    "majilis-2020": MAJILIS_2020,
    "maslikhat-2020": MASLIKHAT_2020,
    "maslikhat-2020-lot": MASLIKHAT_2020_LOT,
    "majilis-2021": MAJILIS_2021,
    "maslikhat-2021": MASLIKHAT_2021,
    "majilis-2022": MAJILIS_2022,
    "majilis-2022-11": MAJILIS_2022_11,
    "maslikhat-2022-11": MASLIKHAT_2022_11,
    "kurultai-2026": KURULTAI_2026,
}

# code → body, first day, first day no more
DAYS: dict[str, tuple[str, str, str]] = {
    "majilis-2004": ("majilis", "2004-09-19", "2004-09-20"),
    "majilis-2007": ("majilis", "2007-08-18", "2007-08-19"),
    "majilis-2012": ("majilis", "2012-01-15", "2012-01-16"),
    "majilis-2016": ("majilis", "2016-03-20", "2016-03-21"),
    "majilis-2019": ("majilis", "2019-01-01", "2020-05-25"),
    "maslikhat-2019": ("maslikhat", "2019-01-01", "2020-05-25"),
    "majilis-2020": ("majilis", "2020-05-25", "2021-05-24"),
    "maslikhat-2020": ("maslikhat", "2020-05-25", "2021-05-24"),
    "maslikhat-2020-lot": ("maslikhat", "2020-05-25", "2020-05-25"),
    "majilis-2021": ("majilis", "2021-05-24", "2022-02-07"),
    "maslikhat-2021": ("maslikhat", "2021-05-24", "2022-11-05"),
    "majilis-2022": ("majilis", "2022-02-07", "2022-11-05"),
    "majilis-2022-11": ("majilis", "2022-11-05", "2026-07-01"),
    "maslikhat-2022-11": ("maslikhat", "2022-11-05", "9999-12-31"),
    "kurultai-2026": ("kurultai", "2026-07-01", "9999-12-31"),
}
