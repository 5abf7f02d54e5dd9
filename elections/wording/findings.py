"""The words of every code of `elections.law.findings.CODES`, for an official, a clerk, the public.

Nothing that the public reads names a person's number, birth date or document.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext_lazy as _

from elections.wording.texts import AS_CLERK, AS_OFFICIAL, Advice, Text, Withheld, Words

# --- what an official does
_TYPE_IT = _("Enter it; an unfinished list can be saved at any time.")
_ANOTHER = _("Name another person of the list.")
_AS_MANY = _("Name as many people as there are mandates: %(able)s.")
_OBSERVER = _("Compare it with the copy of the protocol that your observer has.")
# --- what a clerk does
_INCOMPLETE = _("Name it in the notice of deficiencies: the party has to add it.")
_NUMBER = _("Compare the number with the identity document and name it in the notice.")
_BOTH = _("Compare both with the identity document; nothing is refused for it.")
_BIRTH = _("Compare the birth date with the identity document.")
_LEAVES = _("Name it in the notice of deficiencies: this person cannot stay on the list.")
_NOT_REFUSED = _("Ask the party; nothing is refused for it.")
_MINUTES = _("Compare it with the extract of the minutes and name it in the notice.")
_ASK_FOR_ANOTHER = _("Ask the governing body of the party to name another person of the list.")
_ASK_FOR_AS_MANY = _(
    "Ask the governing body of the party to name as many people as there are mandates: %(able)s."
)
_NEW_FORM = _("Open the form anew: it may have changed since.")
# --- what the public may know of a person
_DETAILS_MISSING = Withheld(_("The details of a person on the list are not complete."))
_DETAILS_DOUBTED = Withheld(_("The details of a person on the list have to be checked."))
_NO_CANDIDATE = Withheld(
    _("A person on the list does not meet a condition that the law sets for candidates.")
)
_NOMINATION = _("The decision to nominate the list is not described in full.")


def _of_person(title: Text, official: Text, clerk: Text, public: Withheld | Text) -> Words:
    return Words(Advice(title, official), Advice(AS_OFFICIAL, clerk), public)


def _of_number(title: Text, action: Text) -> Words:
    return Words(Advice(title, action), Advice(AS_OFFICIAL, _NUMBER), _DETAILS_DOUBTED)


def _of_conference(title: Text) -> Words:
    return Words(Advice(title, _TYPE_IT), Advice(AS_OFFICIAL, _MINUTES), _NOMINATION)


def _of_named(title: Text, public: Text) -> Words:
    return Words(Advice(title, _ANOTHER), Advice(AS_OFFICIAL, _ASK_FOR_ANOTHER), public)


def _of_protocol(title: Text, action: Text, public: Text | None = None) -> Words:
    """Words for whoever types on election night; the fact alone where `public` is left out."""
    return Words(Advice(AS_CLERK, _OBSERVER), Advice(title, action), public or AS_CLERK)


FINDINGS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        # --- a person
        "candidate.surname_missing": _of_person(
            _("The surname is missing."), _TYPE_IT, _INCOMPLETE, _DETAILS_MISSING
        ),
        "candidate.given_name_missing": _of_person(
            _("The given name is missing."), _TYPE_IT, _INCOMPLETE, _DETAILS_MISSING
        ),
        "candidate.iin_missing": _of_person(
            _("The IIN is missing."), _TYPE_IT, _INCOMPLETE, _DETAILS_MISSING
        ),
        "candidate.birth_date_missing": _of_person(
            _("The birth date is missing."),
            _("Enter the IIN: the birth date follows from it."),
            _INCOMPLETE,
            _DETAILS_MISSING,
        ),
        "candidate.sex_missing": _of_person(
            _("The sex is missing."),
            _("Enter the IIN: the sex follows from it."),
            _INCOMPLETE,
            _DETAILS_MISSING,
        ),
        "candidate.is_citizen_missing": _of_person(
            _("The citizenship is not stated."),
            _("Say whether the person is a citizen of Kazakhstan."),
            _INCOMPLETE,
            _DETAILS_MISSING,
        ),
        "candidate.is_party_member_missing": _of_person(
            _("The party membership is not stated."),
            _("Say whether the person is a member of the party."),
            _INCOMPLETE,
            _DETAILS_MISSING,
        ),
        "candidate.residence_missing": _of_person(
            _("The place of residence is not given."),
            _("Enter the region, city or district."),
            _NOT_REFUSED,
            _DETAILS_MISSING,
        ),
        "candidate.occupation_missing": _of_person(
            _("The occupation is not given."),
            _("Enter what the notice about candidates is to say."),
            _NOT_REFUSED,
            _DETAILS_MISSING,
        ),
        "candidate.not_citizen": _of_person(
            _("Only a citizen of Kazakhstan may be a candidate."),
            _("Take the person off the list, or correct the answer."),
            _LEAVES,
            _NO_CANDIDATE,
        ),
        "candidate.not_member": _of_person(
            _("Only a member of the party may be on its list."),
            _("Take the person off the list, or correct the answer."),
            _LEAVES,
            _NO_CANDIDATE,
        ),
        "candidate.not_born": _of_person(
            _("The birth date lies after election day."),
            _("Check the birth date and the IIN."),
            _BIRTH,
            _DETAILS_DOUBTED,
        ),
        "candidate.too_long_ago": _of_person(
            _("Born too long ago: %(age)s years old on election day."),
            _("Check the year of birth and the IIN."),
            _BIRTH,
            _DETAILS_DOUBTED,
        ),
        "candidate.too_young": _of_person(
            _("Too young: %(age)s on election day, the minimum is %(minimum)s."),
            _("Check the birth date; who is too young cannot be on the list."),
            _LEAVES,
            _NO_CANDIDATE,
        ),
        "candidate.latin_letters": _of_person(
            _("Latin letters in the name: %(letters)s."),
            _(
                "Type them in Cyrillic: they look alike, and the person would stand in another "
                "place."
            ),
            _("Ask the party to type them in Cyrillic: the order of the list depends on it."),
            _("A name on the list is typed with letters of another alphabet."),
        ),
        "candidate.duplicate": _of_person(
            _("This IIN stands on the list more than once."),
            _("Keep the person once, or correct one of the numbers."),
            _("Ask the party who is meant: a person stands on a list once."),
            Withheld(_("A person may stand on the list more than once.")),
        ),
        "candidate.disability_certificate": _of_person(
            _("Counted as a person with a disability."),
            _("Hand in the certificate of the disability together with the list."),
            _("Look for the certificate of the disability among the papers of the list."),
            Withheld(_("A person on the list counts for the quota.")),
        ),
        # --- the number
        "iin.not_digits": _of_number(
            _("An IIN has digits only."), _("Enter the 12 digits without spaces.")
        ),
        "iin.length": _of_number(
            _("An IIN has 12 digits."), _("Check the number against the document.")
        ),
        "iin.seventh_digit": _of_number(
            _("The seventh digit of this IIN belongs to no citizen."),
            _("Check the number against the document."),
        ),
        "iin.birth_date": _of_number(
            _("The first six digits of this IIN are no date."),
            _("Check the number against the document."),
        ),
        "iin.check_digit": _of_number(
            _("This IIN has a wrong check digit."),
            _("One digit is mistyped or two are swapped: check the number against the document."),
        ),
        "iin.birth_date_differs": _of_person(
            _("The birth date does not fit the IIN."),
            _("Check both; records can disagree, so this does not block the list."),
            _BOTH,
            _DETAILS_DOUBTED,
        ),
        "iin.sex_differs": _of_person(
            _("The sex does not fit the IIN."),
            _("Check both; records can disagree, so this does not block the list."),
            _BOTH,
            _DETAILS_DOUBTED,
        ),
        # --- the list
        "list.empty": Words(
            Advice(_("There is nobody on the list."), _("Add the first candidate.")),
            Advice(
                AS_OFFICIAL, _("Name it in the notice of deficiencies: nobody can be registered.")
            ),
            AS_OFFICIAL,
        ),
        "list.too_long": Words(
            Advice(
                _("Too many people on the list: %(count)s, at most %(limit)s."),
                _("Take people off the list until it holds no more than %(limit)s."),
            ),
            Advice(
                AS_OFFICIAL,
                _("Name it in the notice of deficiencies: the party has to take people off."),
            ),
            AS_OFFICIAL,
        ),
        "list.too_short": Words(
            Advice(
                _("Too few people on the list: %(count)s, at least %(limit)s."),
                _("Add candidates until the list holds %(limit)s."),
            ),
            Advice(
                AS_OFFICIAL,
                _("Name it in the notice of deficiencies: the party has to add people."),
            ),
            AS_OFFICIAL,
        ),
        "quota.not_met": Words(
            Advice(
                _("Quota not met: %(share)s, minimum %(minimum)s; %(count)s more needed."),
                _("Smallest repairs: %(repairs)s."),
            ),
            Advice(
                _("Quota not met: %(counted)s of %(total)s, %(share)s; minimum %(minimum)s."),
                _("Name it in the notice of deficiencies, with the smallest repairs: %(repairs)s."),
            ),
            _(
                "The list does not meet the quota: %(groups)s are %(counted)s of its %(total)s "
                "people, and at least %(minimum)s are asked for."
            ),
        ),
        "quota.at_the_limit": Words(
            Advice(
                _(
                    "Quota met with nobody to spare: %(counted)s of %(total)s, %(share)s; "
                    "minimum %(minimum)s."
                ),
                _(
                    "The loss of anyone who counts (%(needed)s in all) would break it. One more "
                    "(%(groups)s) makes the list safe."
                ),
            ),
            Advice(
                AS_OFFICIAL,
                _(
                    "Look at the quota again when anyone who counts (%(needed)s in all) withdraws "
                    "or is excluded."
                ),
            ),
            _(
                "The list meets the quota with nobody to spare: %(groups)s are %(counted)s of its "
                "%(total)s people, and at least %(minimum)s are asked for."
            ),
        ),
        # --- the conference
        "conference.nominating_body_missing": _of_conference(
            _("The nominating body is not named.")
        ),
        "conference.nominated_on_missing": _of_conference(
            _("The day of the nomination is missing.")
        ),
        "conference.nominated_at_place_missing": _of_conference(
            _("The place of the nomination is missing.")
        ),
        "conference.members_missing": _of_conference(
            _("The number of members of the body is missing.")
        ),
        "conference.present_missing": _of_conference(_("The number of those present is missing.")),
        "conference.votes_for_missing": _of_conference(
            _("The number of votes for the list is missing.")
        ),
        "conference.minutes_number_missing": _of_conference(
            _("The number of the minutes is missing.")
        ),
        "conference.in_future": Words(
            Advice(
                _("The day of the nomination lies in the future."),
                _("Enter the day on which the list was nominated."),
            ),
            Advice(AS_OFFICIAL, _MINUTES),
            AS_OFFICIAL,
        ),
        "conference.more_present_than_members": Words(
            Advice(
                _("More people present than members: %(number)s > %(of)s."),
                _("Check both numbers against the minutes."),
            ),
            Advice(AS_OFFICIAL, _MINUTES),
            AS_OFFICIAL,
        ),
        "conference.more_votes_than_present": Words(
            Advice(
                _("More votes than people present: %(number)s > %(of)s."),
                _("Check both numbers against the minutes."),
            ),
            Advice(AS_OFFICIAL, _MINUTES),
            AS_OFFICIAL,
        ),
        "conference.no_majority": Words(
            Advice(
                _("No majority: %(number)s of %(of)s."),
                _("A list is nominated by more than half of those present: check the minutes."),
            ),
            Advice(AS_OFFICIAL, _MINUTES),
            _("Not more than half of those present voted for the list: %(number)s of %(of)s."),
        ),
        "conference.no_majority_of_members": Words(
            Advice(
                _("No majority of all members: %(number)s of %(of)s."),
                _(
                    "A list is nominated by more than half of all members of the body: check the "
                    "minutes."
                ),
            ),
            Advice(AS_OFFICIAL, _MINUTES),
            _("Not more than half of all members voted for the list: %(number)s of %(of)s."),
        ),
        # --- the persons named for mandates
        "mandates.not_on_list": Words(
            Advice(
                _("This person does not stand on the registered list."),
                _("Name a person of the registered list."),
            ),
            Advice(AS_OFFICIAL, _ASK_FOR_ANOTHER),
            _("A person is named for a mandate who does not stand on the registered list."),
        ),
        "mandates.named_twice": Words(
            Advice(_("This person is named more than once."), _("Name each person once.")),
            Advice(AS_OFFICIAL, _ASK_FOR_ANOTHER),
            _("A person is named for more than one mandate."),
        ),
        "mandates.withdrawn": _of_named(
            _("This person withdrew from the list."),
            _("A person is named for a mandate who withdrew from the list."),
        ),
        "mandates.excluded": _of_named(
            _("This person was excluded from the list."),
            _("A person is named for a mandate who was excluded from the list."),
        ),
        "mandates.deceased": _of_named(
            _("This person has died."), _("A person is named for a mandate who has died.")
        ),
        "mandates.holder": _of_named(
            _("This person holds a mandate already, or has given this one up."),
            _(
                "A person is named for a mandate who holds one already, or has given this very "
                "one up."
            ),
        ),
        "mandates.too_many": Words(
            Advice(_("Too many people named: %(named)s for %(able)s."), _AS_MANY),
            Advice(AS_OFFICIAL, _ASK_FOR_AS_MANY),
            AS_OFFICIAL,
        ),
        "mandates.too_few": Words(
            Advice(_("Too few people named: %(named)s for %(able)s."), _AS_MANY),
            Advice(AS_OFFICIAL, _ASK_FOR_AS_MANY),
            AS_OFFICIAL,
        ),
        "mandates.list_exhausted": Words(
            Advice(
                _("The list is exhausted. Mandates that stay vacant: %(vacant)s."),
                _("Nobody else can be named: they stay vacant until the next election."),
            ),
            Advice(AS_OFFICIAL, _("Leave these mandates vacant until the next election.")),
            AS_OFFICIAL,
        ),
        "mandates.quota_not_met": Words(
            Advice(
                _("Quota of the mandates not met: %(counted)s of %(total)s, minimum %(minimum)s."),
                _("Smallest repair, as far as the list has such people: %(repairs)s."),
            ),
            Advice(
                AS_OFFICIAL,
                _(
                    "Ask the governing body of the party, as far as the list has such people: "
                    "%(repairs)s."
                ),
            ),
            _(
                "The people named for the mandates do not meet the quota: %(groups)s are "
                "%(counted)s of %(total)s, and at least %(minimum)s are asked for."
            ),
        ),
        # --- the window
        "deadline.unknown": Words(
            Advice(
                _("The commission has not set the days of nomination."), _("Ask the commission.")
            ),
            Advice(
                _("The days of nomination are not set."),
                _("Confirm the calendar of the election: no list can be handed in before."),
            ),
            AS_OFFICIAL,
        ),
        "deadline.not_open": Words(
            Advice(
                _("Nomination opens later: %(at)s."), _("The list can be filled in until then.")
            ),
            Advice(AS_OFFICIAL, _("Nothing is to be done: lists come in from then on.")),
            AS_OFFICIAL,
        ),
        "deadline.passed": Words(
            Advice(
                _("The deadline passed: %(at)s. Kept as a draft."),
                _("Nothing can be handed in any more; ask the commission."),
            ),
            Advice(
                _("Nomination closed: %(at)s. The list is a draft."),
                _("Nothing is to be decided: a draft was not handed in."),
            ),
            _("Nomination closed: %(at)s."),
        ),
        # --- a protocol
        "protocol.missing": _of_protocol(
            _("This number is missing."),
            _("Enter it; none is 0."),
            _("A number of the protocol is missing."),
        ),
        "protocol.not_a_count": _of_protocol(
            _("This is not a whole number from 0 on."),
            _("Enter digits only."),
            _("A number of the protocol is not a whole number from 0 on."),
        ),
        "protocol.too_large": _of_protocol(
            _("This number is too large: at most %(limit)s."),
            _("Check it against the paper."),
            _("A number of the protocol is too large to be right: at most %(limit)s."),
        ),
        "protocol.unknown_field": _of_protocol(
            _("The form has no such field."),
            _NEW_FORM,
            _("The protocol has a number that its form does not ask for."),
        ),
        "protocol.unknown_list": _of_protocol(
            _("This list does not stand in this contest."),
            _NEW_FORM,
            _("The protocol has votes for a list that does not stand in this contest."),
        ),
        "protocol.more_ballots_than_voters": _of_protocol(
            _("More ballots issued than voters on the lists: %(left)s > %(right)s."),
            _("Check both numbers."),
        ),
        "protocol.absentee_above_received": _of_protocol(
            _("More absentee certificates than voters who received ballots: %(left)s > %(right)s."),
            _("Check both numbers."),
        ),
        "protocol.outside_above_received": _of_protocol(
            _("More voted outside the premises than received ballots: %(left)s > %(right)s."),
            _("Check both numbers."),
        ),
        "protocol.valid_is_sum_of_votes": _of_protocol(
            _("Valid ballots %(left)s, votes for the lists together %(right)s."),
            _("Check the votes of each list and the number of valid ballots."),
        ),
        "protocol.more_votes_than_ballots": _of_protocol(
            _("More votes than ballots: %(left)s > %(right)s."),
            _("Check the valid and invalid ballots and those issued."),
        ),
        "protocol.ballots_taken_away": _of_protocol(
            _("Ballots issued and not found: %(missing)s."),
            _("Voters may have taken them away: check, then give the reason."),
        ),
        "protocol.found_is_valid_and_invalid": _of_protocol(
            _("Found in the boxes %(left)s, valid and invalid together %(right)s."),
            _("Check the boxes and the piles."),
        ),
        "protocol.nobody_voted": _of_protocol(
            _("Voters on the lists: %(voters)s; no ballot was issued."),
            _("Check the number of voters who received ballots, then give the reason."),
        ),
        "protocol.portable_above_outside": _of_protocol(
            _("More ballots in portable boxes than voters outside: %(left)s > %(right)s."),
            _("Check both numbers, then give the reason."),
        ),
        "protocol.delivered_is_accounted_for": _of_protocol(
            _("Ballots received %(left)s, issued, unused and spoiled together %(right)s."),
            _("Check the four numbers."),
        ),
        "protocol.delivered_is_voters_and_reserve": _of_protocol(
            _("Ballots received %(left)s; voters and one per cent in reserve: %(right)s."),
            _("Check both numbers, then give the reason."),
        ),
    }
)
