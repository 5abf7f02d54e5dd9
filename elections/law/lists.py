"""A party list as the law sees it: its people, its conference, and everything that is wrong.

One check for the editor, the to-do page, the submission and the commission's review. Which fields
a document must hold was not found in full (Art. 89(3) is cut in every text seen): required is what
the rules on eligibility, quota and nomination need; what notices usually show is asked for by a
warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from elections.law import iin as numbers
from elections.law import quota
from elections.law.eligibility import age, check_age
from elections.law.findings import Finding, Param, Severity
from elections.law.iin import Iin, Sex
from elections.law.parameters import Majority
from elections.law.rules import Edition

_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person on a list, as far as typed; the number and the birth date are private."""

    key: Hashable
    surname: str = ""
    given_name: str = ""
    iin: str = field(default="", repr=False)
    birth_date: date | None = field(default=None, repr=False)
    sex: Sex | None = None
    is_citizen: bool | None = None
    is_party_member: bool | None = None
    residence: str = field(default="", repr=False)
    occupation: str = ""
    has_disability: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Conference:
    """The decision to nominate, as the extract of the minutes says it."""

    body: str = ""
    on: date | None = None
    place: str = ""
    members: int | None = None  # of the whole body; asked for where the majority is of them
    present: int | None = None
    votes_for: int | None = None
    minutes_number: str = ""


@dataclass(frozen=True, slots=True)
class PartyList:
    """A list with its people in any order; the number of a person is the alphabetical rank."""

    candidates: tuple[Candidate, ...]
    conference: Conference = Conference()


def check(
    party_list: PartyList,
    edition: Edition,
    *,
    election_day: date,
    today: date,
    mandates: int | None = None,
) -> tuple[Finding, ...]:
    """Find everything that is wrong with a list, and what is good to know about it.

    Field paths: "conference.<field>", "candidates.<key>.<field>", "candidates" for the whole.
    `today` is the day on which it is checked: a conference is not in the future. `mandates` are
    those of the contest; where they are not known the list is of no size.
    """
    findings = [*check_conference(party_list.conference, edition, today)]
    for candidate in party_list.candidates:
        findings += (
            replace(found, field=f"candidates.{candidate.key}.{found.field}")
            for found in check_candidate(candidate, edition, election_day)
        )
    findings += _check_duplicates(party_list.candidates, edition)
    if not party_list.candidates:
        article = edition.documents.of_list.article
        return (*findings, Finding("list.empty", Severity.ERROR, "candidates", article=article))
    findings += check_size(len(party_list.candidates), edition, mandates)
    counted = count_quota(party_list.candidates, edition, election_day)
    return (*findings, *quota.check(counted, edition.quota))


def check_size(count: int, edition: Edition, mandates: int | None) -> tuple[Finding, ...]:
    """Check how many persons a list holds, of one person or more. Art. 89 for the Majilis.

    An error at "candidates" with `count` and `limit`. No finding above where the edition has no
    cap, or where the mandates are not known.
    """
    rules = edition.nomination
    most = None if mandates is None else rules.most(mandates)
    if most is not None and count > most:
        params: dict[str, Param] = {"count": count, "limit": most}
        article = rules.most_over.article
        return (Finding("list.too_long", Severity.ERROR, "candidates", params, article),)
    if count < rules.fewest.value:
        params = {"count": count, "limit": rules.fewest.value}
        article = rules.fewest.article
        return (Finding("list.too_short", Severity.ERROR, "candidates", params, article),)
    return ()


def check_candidate(
    candidate: Candidate, edition: Edition, election_day: date
) -> tuple[Finding, ...]:
    """Check one person alone; field paths are those of the candidate ("iin", "birth_date", …)."""
    known, wrong = numbers.examine(candidate.iin) if candidate.iin else (None, ())
    birth, known_sex = _completed(candidate, known)
    findings = [*_missing(candidate, birth, known_sex, edition)]
    findings += wrong
    if known is not None:
        findings += numbers.compare(known, candidate.birth_date, candidate.sex)
    findings += _check_letters(candidate)
    findings += _check_certificate(candidate, edition)
    findings += check_age(birth, edition.eligibility, election_day)
    if candidate.is_citizen is False:
        article = edition.eligibility.citizen.article
        findings.append(
            Finding("candidate.not_citizen", Severity.ERROR, "is_citizen", article=article)
        )
    if candidate.is_party_member is False:
        findings.append(
            Finding(
                "candidate.not_member",
                Severity.ERROR,
                "is_party_member",
                article=edition.eligibility.party_member.article,
            )
        )
    return tuple(findings)


def _check_letters(candidate: Candidate) -> Iterator[Finding]:
    """Find Latin letters in a Kazakh or Russian name: they look alike and sort elsewhere."""
    for name in ("surname", "given_name"):
        found = sorted(set(_LATIN.findall(getattr(candidate, name))))
        if found:
            letters: dict[str, Param] = {"letters": " ".join(found)}
            yield Finding("candidate.latin_letters", Severity.WARNING, name, letters)


def _check_certificate(candidate: Candidate, edition: Edition) -> Iterator[Finding]:
    """Tell of the paper that goes with who counts as a person with a disability. Art. 89(3)."""
    papers = edition.documents.of_disabled
    if candidate.has_disability and papers.value and quota.counts_disability(edition.quota):
        yield Finding(
            "candidate.disability_certificate",
            Severity.INFORMATION,
            "disability",
            article=papers.article,
        )


def _completed(candidate: Candidate, known: Iin | None) -> tuple[date | None, Sex | None]:
    """Give birth date and sex: those typed, else those that the number holds."""
    if known is None:
        return candidate.birth_date, candidate.sex
    return candidate.birth_date or known.birth_date, candidate.sex or known.sex


def _read(candidate: Candidate) -> tuple[date | None, Sex | None]:
    is_typed = candidate.birth_date is not None and candidate.sex is not None
    asked = candidate.iin and not is_typed
    return _completed(candidate, numbers.read(candidate.iin) if asked else None)


def born(candidate: Candidate) -> date | None:
    """Give the birth date: the one typed, else the one that the number holds."""
    return _read(candidate)[0]


def age_on(candidate: Candidate, election_day: date) -> int | None:
    """Give the age in full years on election day, where the birth date is known."""
    birth = born(candidate)
    return None if birth is None else age(birth, election_day)


def sex(candidate: Candidate) -> Sex | None:
    """Give the sex: the one typed, else the one that the number holds."""
    return _read(candidate)[1]


def count_quota(
    candidates: Sequence[Candidate], edition: Edition, election_day: date
) -> quota.Quota:
    """Count the quota of these people; what is not known of a person does not count for it."""
    people = []
    for person in candidates:
        birth, known_sex = _read(person)
        people.append(quota.Person(person.key, known_sex, birth, person.has_disability))
    return quota.count(people, edition.quota, election_day)


def _missing(
    candidate: Candidate, birth: date | None, known_sex: Sex | None, edition: Edition
) -> Iterator[Finding]:
    article = edition.documents.of_list.article
    required = {
        "surname": candidate.surname,
        "given_name": candidate.given_name,
        "iin": candidate.iin,
        "birth_date": birth or candidate.iin,
        "sex": known_sex or candidate.iin,
    }
    for name, value in required.items():
        if not value:
            yield Finding(f"candidate.{name}_missing", Severity.ERROR, name, article=article)
    stated = {"is_citizen": candidate.is_citizen, "is_party_member": candidate.is_party_member}
    for name, answer in stated.items():
        if answer is None:
            yield Finding(f"candidate.{name}_missing", Severity.ERROR, name, article=article)
    usual = {"residence": candidate.residence, "occupation": candidate.occupation}
    for name, value in usual.items():
        if not value:
            yield Finding(f"candidate.{name}_missing", Severity.WARNING, name)


def _check_duplicates(candidates: Sequence[Candidate], edition: Edition) -> Iterator[Finding]:
    times = Counter(candidate.iin for candidate in candidates if candidate.iin)
    article = edition.documents.of_list.article
    for candidate in candidates:
        if times[candidate.iin] > 1:
            path = f"candidates.{candidate.key}.iin"
            yield Finding("candidate.duplicate", Severity.ERROR, path, article=article)


def check_conference(conference: Conference, edition: Edition, today: date) -> Iterator[Finding]:
    """Check the decision to nominate; field paths are "conference.<field>". Art. 87(2), 103(2).

    `today` is the day on which it is checked: a conference is not in the future.
    """
    article = edition.nomination.nominator.article
    of_members = edition.nomination.majority.value is Majority.ALL_MEMBERS
    required: dict[str, object] = {
        "nominating_body": conference.body,
        "nominated_on": conference.on,
        "nominated_at_place": conference.place,
        **({"members": conference.members} if of_members else {}),
        "present": conference.present,
        "votes_for": conference.votes_for,
        "minutes_number": conference.minutes_number,
    }
    for name, value in required.items():
        if value is None or value == "":
            path = f"conference.{name}"
            yield Finding(f"conference.{name}_missing", Severity.ERROR, path, article=article)
    if conference.on is not None and conference.on > today:
        yield Finding(
            "conference.in_future", Severity.ERROR, "conference.nominated_on", article=article
        )
    yield from check_votes(conference, edition)


def check_votes(conference: Conference, edition: Edition) -> Iterator[Finding]:
    """Check votes, people present and members of the body against each other. Art. 87(2).

    At "conference.votes_for" and "conference.present". A majority is of all members or of those
    present, as the edition says; numbers that are not known are compared with nothing.
    """
    article = edition.nomination.nominator.article
    of_members = edition.nomination.majority.value is Majority.ALL_MEMBERS
    members = conference.members if of_members else None
    present, votes = conference.present, conference.votes_for
    if members is not None and present is not None and present > members:
        yield _numbers_wrong("more_present_than_members", "present", article, present, members)
    if votes is None or present is None:
        return
    if votes > present:
        yield _numbers_wrong("more_votes_than_present", "votes_for", article, votes, present)
    elif of_members:
        if members is not None and votes * 2 <= members:
            yield _numbers_wrong("no_majority_of_members", "votes_for", article, votes, members)
    elif votes * 2 <= present:
        yield _numbers_wrong("no_majority", "votes_for", article, votes, present)


def _numbers_wrong(code: str, field: str, article: str, number: int, of: int) -> Finding:
    params: dict[str, Param] = {"number": number, "of": of}
    return Finding(f"conference.{code}", Severity.ERROR, f"conference.{field}", params, article)
