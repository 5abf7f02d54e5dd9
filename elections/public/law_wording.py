"""Words for the rules of the editions: groups, rules, values and tags of the page on the law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Texts = dict[str, "_StrPromise"]

GROUPS: Final[Texts] = {
    "bodies": _("The body"),
    "nomination": _("Nomination and list"),
    "eligibility": _("Who may be a candidate"),
    "quota": gettext_lazy("Quota"),
    "documents": _("Documents and declarations"),
    "deposit": _("Deposit"),
    "registration": _("Registration and withdrawal"),
    "calendar": _("Proposed calendar"),
    "ballot": _("Ballot"),
    "allocation": _("From votes to mandates"),
    "mandates": _("Who receives a mandate"),
    "publication": _("Counting and publication"),
}

RULES: Final[Texts] = {
    "bodies.list_seats": _("Mandates elected by list"),
    "bodies.most_deputies": _("Most deputies"),
    "bodies.term_years": _("Term, years"),
    "nomination.nominator": _("Who decides on the list"),
    "nomination.majority": _("By a majority of"),
    "nomination.admission": _("Who may nominate"),
    "nomination.handed_in_to": _("Handed in to"),
    "nomination.lists_of_a_party": _("Lists of one party"),
    "nomination.most_over": _("Most persons on a list"),
    "nomination.fewest": _("Fewest persons on a list"),
    "nomination.order": _("Order of the persons"),
    "eligibility.citizen": _("Citizenship needed"),
    "eligibility.minimum_age": _("Minimum age, years"),
    "eligibility.age_on": _("Day on which the age counts"),
    "eligibility.resident_years": _("Last years lived in the country"),
    "eligibility.resident_in_territory": _("Residence outside the territory"),
    "eligibility.party_member": _("Membership of the party needed"),
    "eligibility.bars": _("What bars a person"),
    "eligibility.several_lists": _("The same person on several lists"),
    "quota.groups": _("Who counts for the quota"),
    "quota.minimum_share": _("Minimum share, all together"),
    "quota.base": _("What it is a share of"),
    "quota.under_age": _("Young: under, years"),
    "quota.age_on": _("Day on which the young are counted"),
    "quota.binds_mandates": _("Also binds the mandates of a list"),
    "documents.of_list": _("With the list"),
    "documents.of_person": _("Of each person"),
    "documents.customary": _("Asked for in practice"),
    "documents.of_disabled": _("Of a person counted as disabled"),
    "documents.declaration": _("Candidate and spouse declare"),
    "documents.declared_as_of": _("State of the declaration"),
    "documents.tax_check_days": _("Days for the check of declarations"),
    "documents.answer_days": _("Days for the answer of other bodies"),
    "deposit.wages_per_person": _("Minimum wages for each person"),
    "deposit.account": _("Paid to"),
    "deposit.reliefs": _("Due after votes at the previous election"),
    "deposit.refund_at": _("Share of votes for a refund"),
    "deposit.refunds": _("Given back"),
    "registration.repair_notice": _("Notice of deficiencies before the decision"),
    "registration.may_add_persons": _("Persons may be added after handing in"),
    "registration.withdrawal": _("A whole list is withdrawn"),
    "registration.last_days": _("Last days before voting in which nobody leaves a list"),
    "registration.appeal_days": _("Days for an appeal"),
    "registration.appeal_decided_days": _("Days for the decision on an appeal"),
    "registration.quorum": _("Quorum of the commission"),
    "calendar.nomination_opens": _("Nomination opens"),
    "calendar.nomination_closes": _("Nomination closes"),
    "calendar.registration_closes": _("Registration closes"),
    "calendar.campaign_opens": _("Campaign begins"),
    "calendar.silence_begins": _("Day of silence begins"),
    "calendar.voting_opens": _("Voting opens"),
    "calendar.voting_closes": _("Voting closes"),
    "ballot.against_all": _("“Against all” on the ballot"),
    "ballot.order": _("Order of the lists on the ballot"),
    "ballot.reserve": _("Ballots in reserve"),
    "allocation.threshold": _("Threshold"),
    "allocation.threshold_base": _("What the threshold is a share of"),
    "allocation.quotient": _("Quotient: what one mandate costs"),
    "allocation.remainders": _("Mandates left over"),
    "allocation.tie": _("Equal remainders"),
    "allocation.second_list": _("When one list alone passes, the second list"),
    "allocation.freed_mandates": _("What its factor leaves over"),
    "allocation.gaps": _("Left to the commission"),
    "mandates.named_by": _("Who names the deputies"),
    "mandates.naming_days": _("Days for naming them"),
    "mandates.vacancy": _("A mandate that becomes vacant"),
    "mandates.vacancy_days": _("Days for naming the next deputy"),
    "mandates.exhausted": _("When nobody is left on the list"),
    "mandates.gaps": _("Left to the commission about deputies"),
    "publication.lists_days": _("Days until registered lists are published"),
    "publication.names_before_registration": _("Names public before registration"),
    "publication.count_hours": _("Most hours of counting"),
    "publication.protocol_posted_days": _("Days that a copy of the protocol is displayed"),
    "publication.protocols_days": _("Days until protocols reach the central commission"),
    "publication.results_days": _("Days until results are published"),
    "publication.ballots_kept_months": _("Months that ballots are kept"),
}

VALUES: Final[Texts] = {
    # kinds of body
    "majilis": gettext_lazy("Majilis"),
    "kurultai": _("Kurultai"),
    "region": gettext_lazy("region"),
    "republican_city": gettext_lazy("city of republican significance"),
    "regional_city": gettext_lazy("city of regional significance"),
    "district": gettext_lazy("district"),
    # what a requirement weighs
    "nothing": pgettext_lazy("law", "not asked"),
    "warning": pgettext_lazy("law", "a warning"),
    "error": pgettext_lazy("law", "refuses the list"),
    # seats by list
    "all": pgettext_lazy("law", "all"),
    "half": pgettext_lazy("law", "half"),
    "none": pgettext_lazy("law", "none"),
    # nomination
    "highest_body": pgettext_lazy("law", "the highest body of the party (congress)"),
    "branch_conference": pgettext_lazy("law", "the conference of the party's branch"),
    "all_members": pgettext_lazy("law", "all members"),
    "present": pgettext_lazy("law", "those present"),
    "party": pgettext_lazy("law", "an admitted party"),
    "registered_branch": pgettext_lazy("law", "an admitted party with a registered branch"),
    "central": pgettext_lazy("law", "the Central Election Commission"),
    "territorial": pgettext_lazy("law", "the territorial election commission"),
    "alphabetical": pgettext_lazy("law", "alphabetical, in the state language"),
    # eligibility and quota
    "election_day": pgettext_lazy("law", "election day"),
    "conviction": pgettext_lazy("law", "a conviction that is not expunged or lifted"),
    "corruption": pgettext_lazy("law", "guilt of corruption, established by a court"),
    "incapable": pgettext_lazy("law", "incapacity, declared by a court"),
    "prison": pgettext_lazy("law", "prison by sentence"),
    "women": pgettext_lazy("law", "women"),
    "under_age": pgettext_lazy("law", "the young"),
    "disability": pgettext_lazy("law", "persons with disabilities"),
    "persons_on_list": pgettext_lazy("law", "the persons on the list as registered"),
    # documents
    "minutes_extract": pgettext_lazy("law", "extract of the minutes"),
    "party_certificate": pgettext_lazy("law", "certificate of the party's registration"),
    "consent": pgettext_lazy("law", "statement of consent"),
    "biography": pgettext_lazy("law", "biographical data"),
    "tax_certificate": pgettext_lazy("law", "certificate of the tax office"),
    "deposit_receipt": pgettext_lazy("law", "receipt of the deposit"),
    "disability_certificate": pgettext_lazy("law", "disability certificate"),
    "income_and_property": pgettext_lazy("law", "income and property"),
    "assets_and_liabilities": pgettext_lazy("law", "assets and liabilities"),
    "month_of_nomination": pgettext_lazy(
        "law", "first day of the month in which nomination begins"
    ),
    # deposit
    "central_commission": pgettext_lazy("law", "the Central Election Commission"),
    "local_executive": pgettext_lazy("law", "the local executive body"),
    "votes": pgettext_lazy("law", "after enough votes"),
    "elected": pgettext_lazy("law", "when somebody is elected"),
    "death": pgettext_lazy("law", "at the death of the only candidate"),
    # registration and ballot
    "by_nominator": pgettext_lazy("law", "by the body that nominated it"),
    "draw": pgettext_lazy("law", "by draw"),
    # allocation
    "valid_votes": pgettext_lazy("law", "the valid votes"),
    "ballots_in_box": pgettext_lazy("law", "the ballots in the boxes"),
    "ballots_issued": pgettext_lazy("law", "the ballots issued"),
    "votes of the lists that take part, divided by the mandates": pgettext_lazy(
        "law", "the votes of the lists that take part, divided by the mandates"
    ),
    "one mandate each to the largest remainders": pgettext_lazy(
        "law", "one each to the largest remainders"
    ),
    "earlier_registration": pgettext_lazy("law", "the list registered earlier"),
    "lot": pgettext_lazy("law", "a lot"),
    "first_list": pgettext_lazy("law", "goes to the list that passed"),
    "nobody_passes": pgettext_lazy("law", "no list passes"),
    "one_list_alone": pgettext_lazy("law", "only one list on the ballot"),
    "second_place_tied": pgettext_lazy("law", "the second place is shared"),
    "too_few_mandates": pgettext_lazy("law", "too few mandates for the second list"),
    # mandates
    "governing_body": pgettext_lazy("law", "the governing body of the party"),
    "named_from_list": pgettext_lazy("law", "goes to another person of the list, who is named"),
    "stays_vacant": pgettext_lazy("law", "the mandate stays vacant until the next election"),
    "not_named_in_time": pgettext_lazy("law", "nobody is named in time"),
}

# Rules whose 0 says that the law asks for nothing.
NONE_AT_ZERO: Final = frozenset({"eligibility.resident_years"})

# What the absence of a value means, by rule.
ABSENT: Final[Texts] = {
    "bodies.most_deputies": pgettext_lazy("law", "the number is fixed"),
    "nomination.most_over": pgettext_lazy("law", "no limit"),
    "eligibility.resident_years": pgettext_lazy("law", "none are asked for"),
    "quota.groups": pgettext_lazy("law", "no quota"),
    "documents.of_disabled": pgettext_lazy("law", "nothing"),
    "registration.appeal_days": pgettext_lazy("law", "no term found"),
    "mandates.vacancy_days": pgettext_lazy("law", "no term found"),
    "publication.lists_days": pgettext_lazy("law", "no term found"),
    "publication.protocols_days": pgettext_lazy("law", "they are not sent there"),
}

TAGS: Final[Texts] = {
    "T-21": _("text of the law in an edition of 2019 to 2022"),
    "T-old": _("text of the law in an older edition"),
    "T-new": _("text of the law in a later edition"),
    "C": _("statement of a commission, or summary of an international body"),
    "N": _("press only"),
    "D": _("derived by arithmetic from published figures"),
    "?": _("not confirmed: a reading of ours that a lawyer has still to confirm"),
}

_ARTICLE = re.compile(
    r"Art\. (?P<article>\d+(?:-\d+)?)"
    r"(?:\((?P<first>\d+(?:-\d+)?)\)(?:-\((?P<last>\d+)\))?)?"
    r"(?P<elsewhere> of the Law on Local Government and Self-Government)?"
)


def article(text: str) -> str:
    """Write an article of an edition as the active language cites it; none is an empty text."""
    if not text:
        return ""
    found = _ARTICLE.fullmatch(text)
    if found is None:
        raise ValueError(f"no article: {text!r}")
    words = {"article": found["article"], "paragraph": found["first"]}
    if found["last"]:
        words["paragraph"] = f"{found['first']}–{found['last']}"
    cited = (
        gettext("Art. %(article)s(%(paragraph)s)") % words
        if found["first"]
        else gettext("Art. %(article)s") % words
    )
    if not found["elsewhere"]:
        return cited
    return gettext("%(article)s of the Law on Local Government and Self-Government") % {
        "article": cited
    }
