"""Asks the services and compares with the model: the answer, the rows, the audit record."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.db import connection

from elections import transitions
from elections.law.iin import Sex
from elections.law.workflow import (
    Guard,
    ListEvent,
    ProposalEvent,
    ProtocolEvent,
    ProtocolState,
    Role,
)
from elections.lists import services as lists
from elections.models import Candidate, Contest, Decision, PartyList, Protocol, Submission
from elections.refusals import Refused
from elections.results import entries
from elections.results import services as results
from elections.review import services as review
from parties.models import Party, User
from portal.base import clock
from tests import factories, people
from tests.results.counting import registered
from tests.review import model
from tests.review.model import (
    EntryModel,
    Kind,
    ListModel,
    Model,
    Person,
    ProposalModel,
    ProtocolModel,
    target,
)

# As the portal has it now: a control experiment takes it away from the services alone.
RECORDED = transitions.RECORDED
CONFERENCE = {
    "nominating_body": "Филиал конференциясы",
    "nominated_on": model.CONFERENCE,
    "nominated_at_place": "Алматы",
    "present": 40,
    "votes_for": 38,
    "minutes_number": "3",
}
WORDS = {"ground": "құжаттар", "article": "89-бап", "reason": "Хаттама жоқ."}
PARTIES = ("birinshi", "ekinshi", "ushinshi", "tortinshi", "besinshi", "altynshy", "jetinshi")
REGISTER, REFUSE = ListEvent.REGISTER, ListEvent.REFUSE
STATIONS = 2
# An event of a table: table, row, state, name, reason, and what else it tells.
Event = tuple[str, int, str, str | None, str | None, str]

_STATES = """
SELECT 'list', id, state FROM elections_partylist WHERE contest_id = %(contest)s
UNION ALL SELECT 'decision', id, state FROM elections_decision
UNION ALL SELECT 'protocol', id, state FROM elections_protocol WHERE contest_id = %(contest)s
UNION ALL SELECT 'entry', id, state FROM elections_entry WHERE contest_id = %(contest)s
UNION ALL SELECT 'version', id, results_version::text FROM elections_contest
          WHERE id = %(contest)s
"""
_EVENTS = " UNION ALL ".join(
    f"SELECT pgh_id, '{name}', {key}, {state}, pgh_context->>'by', pgh_context->>'why', {more}"  # noqa: S608
    f" FROM elections_{table}event WHERE pgh_id > %(after)s"
    for name, table, key, state, more in (
        ("list", "partylist", "pgh_obj_id", "state", "''"),
        ("decision", "decision", "pgh_obj_id", "state", "''"),
        ("protocol", "protocol", "pgh_obj_id", "state", "''"),
        ("entry", "entry", "pgh_obj_id", "state", "''"),
        ("candidate", "candidate", "id", "pgh_label", "''"),
        ("attempt", "refusedattempt", "0", "code", "what || ' ' || about"),
    )
)
_BROKEN_QUOTAS = """
SELECT list.id FROM elections_partylist AS list
LEFT JOIN elections_candidate AS person ON person.list_id = list.id
WHERE list.contest_id = %(contest)s AND list.state = 'registered'
GROUP BY list.id
HAVING count(person.id) = 0 OR 3 * count(person.id) > 10 * count(person.id) FILTER (
    WHERE person.sex = 'female' OR person.birth_date > DATE '1992-01-10')
"""
_TABLES = {"list": model.LIST, "decision": model.PROPOSAL, "protocol": model.PROTOCOL}
LEGAL = {
    name: {
        (None if row.source is None else str(row.source), str(row.target))
        for row in table
        if row.source != row.target
    }
    for name, table in _TABLES.items()
}


class Stage:
    """One contest with its people: parties whose lists stand at every step, empty protocols."""

    def __init__(self) -> None:
        self.before = _newest_event()
        self.contest: Contest = factories.make_contest()
        commission = self.contest.commission
        elsewhere = factories.make_contest().commission
        assert commission is not None
        assert elsewhere is not None
        names = (*PARTIES, "bogde", "ruqsatsyz")
        self.parties: dict[str, Party] = {name: factories.make_party(name) for name in names}
        for name in names[:-1]:
            factories.admit(self.parties[name], self.contest)
        factories.fill(registered(self.contest, "tirkelgen", 1))
        for number in range(1, STATIONS + 1):
            factories.make_precinct(self.contest.territory, number)
        self.users: dict[str, User] = {
            "saule": people.saule(commission),
            "timur": people.timur(commission),
            "zhanar": people.zhanar(commission),
            "kamila": people.kamila(commission),
            "erlan": people.erlan(elsewhere),
            "marat": people.marat(),
            "gulnar": people.account("Гүлнар", "gulnar@example.kz"),
            "aigerim": people.account("Айгерім", "aigerim@example.kz"),
            "bolat": people.account("Болат", "bolat@example.kz"),
            "dana": people.dana(self.parties["bogde"]),
        }
        self._members()
        results.open_protocols(self.contest, by=self.users["saule"], at=factories.NOW)
        self.contest.refresh_from_db()
        self.model = Model(
            party_roles={"gulnar": Role.CHIEF, "aigerim": Role.OFFICIAL, "bolat": Role.VIEWER},
            commission_roles={
                "saule": Role.CLERK,
                "timur": Role.CLERK,
                "zhanar": Role.CHAIR,
                "kamila": Role.AUDITOR,
            },
            now=factories.NOW,
            not_admitted="ruqsatsyz",
            version=self.contest.results_version,
        )
        self.model.protocols = {
            row.pk: ProtocolModel(row.pk) for row in self.contest.protocols.all()
        }
        self.walked: Counter[tuple[str, str | None, str]] = Counter()
        self.answers: Counter[tuple[str, str]] = Counter()
        self._prepare()

    def _members(self) -> None:
        for name, party in self.parties.items():
            if name != "bogde":
                people.member(self.users["gulnar"], party, "chief")
                people.member(self.users["aigerim"], party, "official", self.contest.territory)
                people.member(self.users["bolat"], party, "viewer", self.contest.territory)

    def _prepare(self) -> None:
        """Bring a list to each step; the first party has none, that of the second is of men."""
        walk = Walk(self)
        for number, party in enumerate(PARTIES[1:]):
            row = walk.start(party, "aigerim")
            assert row is not None
            walk.conference(row, "aigerim")
            for kind in (Kind.WOMAN if number else Kind.MAN, Kind.MAN, Kind.MAN):
                walk.add(row, kind, "aigerim")
            steps = (
                partial(walk.submit, row, "gulnar"),
                partial(walk.take, row, "saule"),
                partial(walk.propose, row, REGISTER if number == 4 else REFUSE, "saule"),
            )
            for step in steps[: max(0, number - 1)]:
                step()
        walk.check()
        self.model = walk.model
        self.walked.clear()
        self.answers.clear()

    def walked_in(self, name: str) -> Iterator[tuple[str | None, str]]:
        """Give the steps of a table that were taken."""
        return ((before, after) for table, before, after in self.walked if table == name)


class Walk:
    """One example: a model of its own, and the portal's rows beside it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.contest = stage.contest
        self.model = copy.deepcopy(stage.model)
        self.expected: list[Event] = []
        self.states: dict[tuple[str, int], str] = {}
        self.seen = stage.before
        for event in self._events():
            self.states[event[1], event[2]] = event[3]

    @property
    def now(self) -> datetime:
        return self.model.now

    # --- asking and comparing

    def ask(
        self, by: str, why: str, about: Any, reasons: set[str], act: Callable[[User], Any]
    ) -> Any:
        """Ask a service: it must accept if nothing stands against it, else give such a reason.

        Return what it answers, None for a refusal.
        """
        try:
            with clock.at(self.now):
                answer, code = act(self.stage.users[by]), ""
        except Refused as refused:
            answer, code = None, refused.code
        self.stage.answers[why, code] += 1
        wanted = reasons or {""}
        assert code in wanted, f"{why} by {by}: {code or 'accepted'}, not {sorted(wanted)}"
        if code in RECORDED:
            label = f"{why} {about._meta.model_name} {about.pk}"
            self._expect("attempt", 0, code, by, "attempt.refused", label)
        return answer

    def _expect(self, table: str, key: int, state: str, by: str, why: str, more: str = "") -> None:
        self.expected.append((table, key, str(state), self.stage.users[by].email, why, more))

    def _events(self) -> list[tuple[int, str, int, str, str | None, str | None, str]]:
        with connection.cursor() as cursor:
            cursor.execute(f"{_EVENTS} ORDER BY 1", {"after": self.seen})
            rows: list[Any] = cursor.fetchall()
        self.seen = rows[-1][0] if rows else self.seen
        return rows

    def check(self) -> None:
        """Compare rows and audit record with the model."""
        with connection.cursor() as cursor:
            cursor.execute(_BROKEN_QUOTAS, {"contest": self.contest.pk})
            assert cursor.fetchall() == [], "a registered list breaks the quota"
        self._check_record()
        self._check_rows()

    def _check_record(self) -> None:
        """Each change has left its event with a name; each event leads on from the one before."""
        found = [event[1:] for event in self._events()]
        _same("audit record", Counter(found), Counter(self.expected))
        self.expected = []
        for table, key, state, *_rest in found:
            before = self.states.get((table, key))
            if table in LEGAL and state != before:
                assert (before, state) in LEGAL[table], f"{table}: {before} → {state}"
                self.stage.walked[table, before, state] += 1
            self.states[table, key] = state

    def _check_rows(self) -> None:
        """The rows stand where their last events and the model say."""
        with connection.cursor() as cursor:
            cursor.execute(_STATES, {"contest": self.contest.pk})
            rows = {(table, key): state for table, key, state in cursor.fetchall()}
        version = {("version", self.contest.pk): str(self.model.version)}
        recorded = {
            key: state
            for key, state in self.states.items()
            if key[0] in ("list", "decision", "protocol", "entry")
        }
        _same("rows beside their last events", rows, recorded | version)
        known = {("list", row.key): row.state for row in self.model.lists.values()}
        known |= {("decision", row.key): row.state for row in self.model.proposals.values()}
        known |= {("protocol", row.key): row.state for row in self.model.protocols.values()}
        _same("rows beside the model", {key: rows.get(key) for key in known}, known)
        for protocol in self.model.protocols.values():
            self._check_entries(protocol, rows)

    def _check_entries(self, protocol: ProtocolModel, rows: dict[tuple[str, int], str]) -> None:
        is_definitive = protocol.definitive is not None
        assert is_definitive == (protocol.state == ProtocolState.DEFINITIVE)
        if protocol.definitive is not None:
            assert rows["entry", protocol.definitive.key] == "definitive"
        if protocol.draft is not None:
            assert rows["entry", protocol.draft.key] == "draft"

    # --- the party

    def row(self, listed: ListModel) -> PartyList:
        return PartyList.objects.select_related("party", "contest__election").get(pk=listed.key)

    def start(self, party: str, by: str) -> ListModel | None:
        wanted = self.stage.parties[party]
        made = self.ask(
            by,
            "list.started",
            self.contest,
            self.model.against_start(party, by),
            lambda user: lists.start(self.contest, wanted, by=user, at=self.now),
        )
        if made is None:
            return None
        state = target(model.LIST, None, ListEvent.START)
        self._expect("list", made.pk, state, by, "list.started")
        self.model.lists[made.pk] = ListModel(made.pk, party, state)
        return self.model.lists[made.pk]

    def conference(self, listed: ListModel, by: str, *, is_whole: bool = True) -> None:
        row = self.row(listed)
        data = CONFERENCE if is_whole else CONFERENCE | {"minutes_number": ""}
        mark = lists.conference_mark(row)
        done = self.ask(
            by,
            "list.conference",
            row,
            self.model.against_editing(listed, by),
            lambda user: lists.save_conference(row, data=data, mark=mark, by=user, at=self.now),
        )
        if done is not None:
            self._expect("list", row.pk, listed.state, by, "list.conference")
            listed.has_conference = is_whole

    def _data(self, kind: Kind, serial: int) -> dict[str, Any]:
        sex = Sex.MALE if kind in (Kind.MAN, Kind.YOUTH) else Sex.FEMALE
        born = date(1995 if kind == Kind.YOUTH else 1970, 3, 8)
        return {
            # No two are alike, not even without their numbers: a change is always one.
            "surname": f"{factories.SURNAMES[serial % len(factories.SURNAMES)]} {serial}",
            "given_name": "Айгүл" if sex is Sex.FEMALE else "Серік",
            "iin": None
            if kind == Kind.INCOMPLETE
            else factories.make_iin(born, sex, serial=3 * serial + 1),
            "birth_date": born,
            "sex": str(sex),
            "is_citizen": True,
            "is_party_member": True,
        }

    def add(self, listed: ListModel, kind: Kind, by: str, *, again: Person | None = None) -> None:
        """Add a person; `again` is one of this list whose number is typed a second time."""
        row, reasons = self.row(listed), self.model.against_editing(listed, by)
        self.model.serial += 1
        person = Person(0, kind, self.model.serial)
        if again is not None:
            person = Person(0, again.kind, again.serial)
            if not reasons and again.kind != Kind.INCOMPLETE:
                reasons = {"duplicate_iin"}
        data = self._data(person.kind, person.serial)
        made = self.ask(
            by,
            "candidate.added",
            row,
            reasons,
            lambda user: lists.save_candidate(
                row, None, data=data, version=None, by=user, at=self.now
            ),
        )
        if made is not None:
            person.key = made.pk
            listed.people.append(person)
            self._expect("candidate", made.pk, "insert", by, "candidate.added")
            self._expect("list", row.pk, listed.state, by, "candidate.added")

    def change(
        self, listed: ListModel, person: Person, kind: Kind, by: str, *, is_stale: bool
    ) -> None:
        """Make another person of one, from a form that is fresh or was overtaken."""
        row, reasons = self.row(listed), self.model.against_editing(listed, by)
        if is_stale and not reasons:
            reasons = {"conflict"}
        stored = Candidate.objects.get(pk=person.key)
        self.model.serial += 1
        serial = self.model.serial
        done = self.ask(
            by,
            "candidate.changed",
            row,
            reasons,
            lambda user: lists.save_candidate(
                row,
                stored,
                data=self._data(kind, serial),
                version=stored.version - is_stale,
                by=user,
                at=self.now,
            ),
        )
        if done is not None:
            person.kind, person.serial = kind, serial
            self._expect("candidate", person.key, "update", by, "candidate.changed")
            self._expect("list", row.pk, listed.state, by, "candidate.changed")

    def remove(self, listed: ListModel, person: Person, by: str) -> None:
        row, stored = self.row(listed), Candidate.objects.get(pk=person.key)

        def act(user: User) -> bool:
            lists.remove_candidate(row, stored, by=user, at=self.now)
            return True

        reasons = self.model.against_editing(listed, by)
        if self.ask(by, "candidate.removed", row, reasons, act):
            listed.people.remove(person)
            self._expect("candidate", person.key, "delete", by, "candidate.removed")
            self._expect("list", row.pk, listed.state, by, "candidate.removed")

    def remove_women_behind(self, listed: ListModel) -> None:
        """Take the women off a list by SQL, past the services: no name is on it."""
        gone = [person for person in listed.people if person.kind != Kind.MAN]
        Candidate.objects.filter(pk__in=[person.key for person in gone]).delete()
        for person in gone:
            listed.people.remove(person)
            self.expected.append(("candidate", person.key, "delete", None, None, ""))

    def submit(self, listed: ListModel, by: str, *, is_as_shown: bool = True) -> None:
        row = self.row(listed)
        with clock.at(self.now):
            shown = lists.preview(row, at=self.now).bodies
        done = self.ask(
            by,
            "list.submitted",
            row,
            self.model.against_submitting(listed, by, is_as_shown=is_as_shown),
            lambda user: lists.submit(
                row,
                nonce=shown.nonce,
                shown_digest=shown.digest if is_as_shown else "0" * 64,
                by=user,
                at=self.now,
            ),
        )
        if done is not None:
            listed.digest = done.digest
            self._list_moves(listed, ListEvent.SUBMIT, by, "list.submitted")

    def withdraw(
        self, listed: ListModel, by: str, *, is_as_shown: bool = True, reason: str = "№ 9"
    ) -> None:
        row = self.row(listed)
        done = self.ask(
            by,
            "list.withdrawn",
            row,
            self.model.against_withdrawing(
                listed, by, is_as_shown=is_as_shown, has_reason=bool(reason)
            ),
            lambda user: lists.withdraw(
                row,
                reason=reason,
                shown_version=row.version - (not is_as_shown),
                by=user,
                at=self.now,
            ),
        )
        if done is None:
            return
        if proposal := self.model.open_proposal(listed):
            self._proposal_moves(proposal, ProposalEvent.LAPSE, by, "list.withdrawn")
        self._list_moves(listed, ListEvent.WITHDRAW, by, "list.withdrawn")

    def _list_moves(self, listed: ListModel, event: str, by: str, why: str) -> None:
        listed.state = target(model.LIST, listed.state, event)
        self._expect("list", listed.key, listed.state, by, why)

    # --- the commission

    def take(self, listed: ListModel, by: str) -> None:
        row, reasons = self.row(listed), self.model.against_taking(listed, by)
        if self.ask(
            by, "list.taken", row, reasons, lambda user: review.take(row, by=user, at=self.now)
        ):
            self._list_moves(listed, ListEvent.TAKE, by, "list.taken")

    def propose(
        self,
        listed: ListModel,
        event: str,
        by: str,
        *,
        is_as_shown: bool = True,
        has_ground: bool = True,
    ) -> None:
        row, why = self.row(listed), f"list.{event}_proposed"
        words = WORDS if has_ground else {}
        digest = listed.digest if is_as_shown else "1" * 64
        made = self.ask(
            by,
            why,
            row,
            self.model.against_proposing(
                listed, event, by, is_as_shown=is_as_shown, has_ground=has_ground
            ),
            lambda user: review.propose(
                row, str(event), shown_digest=digest, by=user, at=self.now, **words
            ),
        )
        if made is not None:
            state = target(model.PROPOSAL, None, ProposalEvent.PROPOSE)
            self._expect("decision", made.pk, state, by, why)
            proposal = ProposalModel(made.pk, str(event), listed.key, by, listed.digest, state)
            self.model.proposals[made.pk] = proposal

    def confirm(
        self,
        proposal: ProposalModel,
        by: str,
        *,
        is_as_shown: bool = True,
        number: int = 0,
        is_in_future: bool = False,
    ) -> None:
        """Confirm with the resolution of that number, by default one that nobody has taken."""
        decision = Decision.objects.get(pk=proposal.key)
        self.model.serial += 1
        number = number or 100 + self.model.serial
        moment = self.now + timedelta(hours=1 if is_in_future else 0)
        # The clock of a walk goes back too: then a list was handed in later than now.
        handed_in = Submission.objects.filter(list=proposal.list_key).order_by("-number").first()
        is_too_early = handed_in is not None and moment < handed_in.at.replace(
            second=0, microsecond=0
        )
        named = ((moment + timedelta(hours=6)).year, number)
        done = self.ask(
            by,
            "decision.confirmed",
            decision,
            self.model.against_confirming(
                proposal,
                by,
                is_as_shown=is_as_shown,
                resolution=named,
                is_in_future=is_in_future,
                is_too_early=is_too_early,
            ),
            lambda user: review.confirm(
                decision,
                shown_digest=proposal.digest if is_as_shown else "1" * 64,
                resolution=review.Resolution(number, moment),
                by=user,
                at=self.now,
            ),
        )
        if done is None:
            return
        self.model.taken_numbers.add(named)
        self.model.version += proposal.kind == ListEvent.REGISTER
        self._proposal_moves(proposal, ProposalEvent.CONFIRM, by, "decision.confirmed")
        listed = self.model.lists[proposal.list_key]
        self._list_moves(listed, proposal.kind, by, "decision.confirmed")

    def take_back(self, proposal: ProposalModel, by: str) -> None:
        decision = Decision.objects.get(pk=proposal.key)
        reasons = self.model.against_taking_back(proposal, by)
        if self.ask(
            by,
            "decision.taken_back",
            decision,
            reasons,
            lambda user: review.take_back(decision, by=user, at=self.now),
        ):
            self._proposal_moves(proposal, ProposalEvent.TAKE_BACK, by, "decision.taken_back")

    def send_back(self, proposal: ProposalModel, by: str, *, reason: str = "Тексеру") -> None:
        decision = Decision.objects.get(pk=proposal.key)
        reasons = self.model.against_sending_back(proposal, by, has_reason=bool(reason))
        if self.ask(
            by,
            "decision.sent_back",
            decision,
            reasons,
            lambda user: review.send_back(decision, reason=reason, by=user, at=self.now),
        ):
            self._proposal_moves(proposal, ProposalEvent.SEND_BACK, by, "decision.sent_back")

    def _proposal_moves(self, proposal: ProposalModel, event: str, by: str, why: str) -> None:
        proposal.state = target(model.PROPOSAL, proposal.state, event)
        self._expect("decision", proposal.key, proposal.state, by, why)

    # --- the protocols

    def typed(self, kind: str, votes: int) -> dict[str, Any]:
        """Return a form as the screen sends it: sound, unfinished, broken, warned, …"""
        ballot = entries.ballot(self.contest)
        given = {row.pk: votes for row in ballot}
        valid = votes * len(ballot)
        fields: dict[str, int | None] = {
            "voters_listed": 2 * valid + 100,
            "received_ballots": valid + 3,
            "absentee": 1,
            "outside": 2,
            "valid": valid,
            "invalid": 3,
        }
        if kind in ("warned", "accepted"):
            fields["received_ballots"] = valid + 8
        slips: dict[str, dict[str, int | None]] = {
            "unfinished": {"absentee": None},
            "broken": {"valid": valid + 1},
            "negative": {"outside": -1},
        }
        fields |= slips.get(kind, {})
        if kind == "foreign":
            given[0] = 1
        accepted = self._accept(ballot, fields, given) if kind == "accepted" else ()
        return {"fields": fields, "votes": given, "accepted": accepted}

    def _accept(self, ballot: Any, fields: Any, votes: Any) -> tuple[entries.Accepted, ...]:
        typed = entries.Typed(fields, votes)
        return tuple(
            entries.Accepted(found.code, entries.warning_input(found, typed), "Алып кетті")
            for found in entries.check(self.contest, ballot, typed)
        )

    def enter(
        self,
        protocol: ProtocolModel,
        event: ProtocolEvent,
        kind: str,
        votes: int,
        by: str,
        *,
        is_stale: bool = False,
    ) -> None:
        """Save or confirm a form; a stale one was opened before somebody else's first save."""
        row = Protocol.objects.select_related("contest__election").get(pk=protocol.key)
        typed = self.typed(kind, votes)
        numbers = _numbers(typed)
        is_sent_twice = (
            event == ProtocolEvent.CONFIRM
            and protocol.definitive is not None
            and (protocol.definitive.by, protocol.definitive.numbers) == (by, numbers)
        )
        reasons = set() if is_sent_twice else self._against_form(protocol, event, kind, by)
        draft = protocol.draft
        is_other = draft is not None and draft.numbers != numbers
        if is_stale and is_other and not model.is_of_the_table(reasons):
            reasons = reasons | {"conflict"}
        mark = "" if is_stale else results.mark_of(row)
        saves = event == ProtocolEvent.SAVE
        why = "protocol.saved" if saves else "protocol.definitive"
        service = results.save_entry if saves else results.confirm
        entry = self.ask(
            by,
            why,
            row,
            reasons,
            lambda user: service(row, **typed, mark=mark, by=user, at=self.now),
        )
        if entry is None or is_sent_twice:
            return
        stored = EntryModel(entry.pk, by, self.now, numbers, kind == "accepted")
        if draft is None or draft.row != stored.row:
            # Nothing typed otherwise since, by the same person at the same moment: no event.
            self._expect("entry", entry.pk, "draft", by, why)
        protocol.draft = stored if saves else None
        if not saves:
            protocol.definitive = stored
            self.model.version += 1
            self._expect("entry", entry.pk, "definitive", by, why)
        self._protocol_moves(protocol, event, by, why)

    def _against_form(
        self, protocol: ProtocolModel, event: ProtocolEvent, kind: str, by: str
    ) -> set[str]:
        failing = {}
        if kind in ("unfinished", "broken", "negative"):
            failing[Guard.NO_ERRORS] = "has_errors"
        if kind == "warned":
            failing[Guard.WARNINGS_ACCEPTED] = "warning_not_accepted"
        found = self.model.against_entering(protocol, event, by, failing)
        if model.is_of_the_table(found) or "entered_already" in found:
            return found
        # Asked of every form, finished or not: what no row of a table can hold.
        unstorable = {"foreign": {"wrong_list"}, "negative": {"has_errors"}}
        return found | unstorable.get(kind, set())

    def discard(self, protocol: ProtocolModel, by: str) -> None:
        row = Protocol.objects.get(pk=protocol.key)
        reasons = self.model.against_discarding(protocol, by)
        if self.ask(
            by,
            "protocol.discarded",
            row,
            reasons,
            lambda user: results.discard(row, by=user, at=self.now),
        ):
            assert protocol.draft is not None
            self._expect("entry", protocol.draft.key, "discarded", by, "protocol.discarded")
            protocol.draft = None
            self._protocol_moves(protocol, ProtocolEvent.DISCARD, by, "protocol.discarded")

    def reopen(self, protocol: ProtocolModel, by: str, *, reason: str = "қате") -> None:
        row = Protocol.objects.get(pk=protocol.key)
        reasons = self.model.against_reopening(protocol, by, has_reason=bool(reason))
        if self.ask(
            by,
            "protocol.reopened",
            row,
            reasons,
            lambda user: results.reopen(row, reason=reason, by=user, at=self.now),
        ):
            assert protocol.definitive is not None
            key = protocol.definitive.key
            self._expect("entry", key, "superseded", by, "protocol.reopened")
            protocol.definitive = None
            self.model.version += 1
            self._protocol_moves(protocol, ProtocolEvent.REOPEN, by, "protocol.reopened")

    def _protocol_moves(
        self, protocol: ProtocolModel, event: ProtocolEvent, by: str, why: str
    ) -> None:
        before = protocol.state
        protocol.state = target(model.PROTOCOL, before, event)
        if protocol.state != before:
            self._expect("protocol", protocol.key, protocol.state, by, why)


def _same(what: str, found: Mapping[Any, Any], wanted: Mapping[Any, Any]) -> None:
    """Fail in words that name what is there and not wanted, and the other way round."""
    more = {key: value for key, value in found.items() if wanted.get(key) != value}
    less = {key: value for key, value in wanted.items() if found.get(key) != value}
    assert (more, less) == ({}, {}), f"{what}: {more} instead of {less}"


def _newest_event() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM audit_event_id")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _numbers(typed: dict[str, Any]) -> dict[str, int]:
    both = typed["fields"] | {f"votes.{key}": votes for key, votes in typed["votes"].items()}
    return {name: value for name, value in both.items() if value is not None}
