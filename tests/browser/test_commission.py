"""The commission's path in a browser: from a list handed in to a final result, as its people go it.

The clock is the real one; the practice election's days are moved along it.
"""

import csv
import hashlib
import io
from datetime import timedelta
from http import HTTPStatus
from zoneinfo import ZoneInfo

import pytest
from django.db.models import F
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from elections.models import Decision, Election, Lot, PartyList, Protocol, Publication
from elections.results import entries, services, tasks
from elections.review import services as review
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.browser.conftest import Open, listened_to
from tests.browser.looks import overflow, take_picture, violations
from tests.browser.test_party import make_submitted, walk_to

pytestmark = pytest.mark.django_db(transaction=True)

# Days from today while nomination is open, two days before it closes.
DAYS = {
    "nomination_opens": -10,
    "nomination_closes": 2,
    "registration_closes": 20,
    "campaign_opens": 20,
    "silence_begins": 39,
    "voting_opens": 40,
    "voting_closes": 40,
    "results_due": 47,
}
COUNTED = {"kk": "{} / 2", "en": "{} of 2"}
REGISTERED = {"kk": "Тізім тіркелді", "en": "The list is registered"}
PHONE = {"width": 375, "height": 812}
DESK = {"width": 1280, "height": 900}


class Story:
    """One contest, its commission's two clerks, a draft ready to be handed in and its official."""

    def __init__(self, language: str, stations: int = 2) -> None:
        self.election = factories.make_election(
            kind="practice", day=clock.now().date() + timedelta(days=40), day_offset=40
        )
        for kind, days in DAYS.items():
            deadline = self.election.deadlines.filter(kind=kind)
            deadline.update(local_date=None, day_offset=days)
        territory = factories.make_territory("shymkent", name_kk="Шымкент қаласы")
        self.contest = factories.make_contest(self.election, territory, mandates=11)
        assert self.contest.commission
        self.commission = self.contest.commission
        self.list = factories.make_list(self.contest, factories.make_party("keleshek"))
        self.candidates = factories.fill(self.list)
        self.other = factories.make_list(
            self.contest,
            factories.make_party("kokzhiek"),
            state="registered",
            registered_at=clock.now() - timedelta(days=1),
            registered_seq=1,
        )
        for number in range(1, stations + 1):
            factories.make_precinct(territory, number)
        self.gulnar = people.gulnar(self.list.party)
        self.saule = people.saule(self.commission)
        self.timur = people.timur(self.commission)
        # Whoever signs in reads the language of the account.
        User.objects.update(language=language)

    def to_the_day_after_voting(self) -> None:
        """Move the practice election along until its voting closed yesterday evening."""
        days = DAYS["voting_closes"] + 1
        self.election.deadlines.update(day_offset=F("day_offset") - days)
        Election.objects.filter(pk=self.election.pk).update(day_offset=F("day_offset") - days)

    def hand_in(self) -> str:
        """Hand the list in through its service and return the digest."""
        return str(make_submitted(self.gulnar, self.list).digest)

    def propose(self, kind: str = "register", **words: str) -> Decision:
        """Take the list in Saule's name and propose a decision on it."""
        if PartyList.objects.get(pk=self.list.pk).state == "submitted":
            review.take(self.list, by=self.saule, at=clock.now())
        digest = self.list.submissions.get().digest
        return review.propose(
            self.list, kind, shown_digest=digest, by=self.saule, at=clock.now(), **words
        )

    def open_count(self) -> None:
        """Let both lists be registered in one moment and the day after voting be today."""
        same = {"state": "registered", "registered_at": clock.now(), "registered_seq": None}
        PartyList.objects.filter(contest=self.contest).update(**same)
        self.to_the_day_after_voting()
        services.open_protocols(self.contest, by=self.saule, at=clock.now())

    def count(self, number: int, first: int, second: int) -> None:
        """Make a protocol definitive in Saule's name."""
        lines = protocol(first, second)
        row = Protocol.objects.get(contest=self.contest, precinct__number=number)
        names = entries.form_of(self.contest).names
        lists = entries.ballot(self.contest)
        services.confirm(
            row,
            fields=dict(zip(names, lines[:12], strict=True)),
            votes={one.pk: votes for one, votes in zip(lists, lines[12:], strict=True)},
            by=self.saule,
            at=clock.now(),
        )

    @property
    def address(self) -> str:
        """Where the public reads the contest, behind the language."""
        return f"/elections/{self.election.slug}/{self.contest.territory.slug}/"


class Walk:
    """One person at one browser; every page arrived at is looked at."""

    def __init__(self, page: Page, language: str, home: str) -> None:
        self.page = page
        self.language = language
        self.asked: set[str] = set()
        self.watched = listened_to(page)
        page.context.add_cookies([{"name": "django_language", "value": language, "url": home}])

    def sign_in(self, user: User, room: str) -> None:
        self.open(room)
        self.page.fill("[name=username]", user.email)
        self.page.fill("[name=password]", people.PASSWORD)
        with self.page.expect_navigation():
            self.page.press("[name=password]", "Enter")
        self.look()

    def open(self, address: str) -> None:
        answer = self.page.goto(address)
        assert answer
        assert answer.status == HTTPStatus.OK, address
        self.look()

    def reload(self) -> None:
        """Ask for the page anew, whatever the browser has kept of it."""
        self.page.reload()
        self.look()

    def click(self, selector: str) -> None:
        """Follow a link or press a button that leads to another page."""
        with self.page.expect_navigation():
            self.page.click(selector)
        self.look()

    def press(self, selector: str) -> None:
        """Follow a link or press a button by the keyboard alone."""
        walk_to(self.page, selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.look()

    def type(self, selector: str, text: str) -> None:
        """Reach a field by the keyboard alone and write in it."""
        walk_to(self.page, selector)
        self.page.keyboard.type(text)

    def look(self) -> None:
        page = self.page
        assert page.locator("html").get_attribute("lang") == self.language, page.url
        assert overflow(page) == 0, f"{page.url} scrolls sideways"
        # In the other language the same screens come again: axe is asked once about each address.
        if self.language == "kk" or page.url not in self.asked:
            self.asked.add(page.url)
            assert violations(page) == [], page.url

    def has(self, text: str) -> bool:
        return text in self.page.locator("body").inner_text()

    def is_stamped(self, kind: str) -> bool:
        return self.page.locator(f".stamp.{kind}").count() == 1


@pytest.mark.parametrize(("language", "size"), [("kk", PHONE), ("en", DESK)])
def test_from_a_draft_to_a_final_result(
    open_page: Open, live_server: LiveServer, language: str, size: dict[str, int]
) -> None:
    story = Story(language)
    public = f"/{language}{story.address}"
    gulnar, saule, timur, reader = (
        Walk(open_page(viewport=size), language, live_server.url) for _ in range(4)
    )
    hand_in(gulnar, story)
    propose_registration(saule, story)
    confirm_registration(timur, story, number=7)
    work_off(story)
    reader.open(public)
    reader.page.click("#lists summary >> nth=-1")
    assert reader.has(str(story.candidates[0].full_name))
    assert str(story.candidates[0].iin) not in reader.page.content()
    gulnar.open("/party/notices/")
    assert gulnar.has(REGISTERED[language])
    gulnar.open(f"/party/lists/{story.list.pk}/")
    assert "№ 7" in gulnar.page.inner_text("main .messages").replace("No.", "№")
    story.to_the_day_after_voting()
    # The count: one protocol each, the first with a slip that the form finds.
    saule.open("/admin/")
    saule.click("#due tbody a")
    saule.click("form[action$='/protocols/'] button")
    enter_with_a_slip(saule, story)
    reader.reload()
    assert reader.is_stamped("recomputing")
    work_off(story)
    reader.reload()
    assert reader.is_stamped("provisional")
    assert reader.has(COUNTED[language].format(1))
    assert seats(reader) == ["8", "3"]
    timur.open("/admin/elections/protocol/")
    timur.click("text=№ 2")
    type_protocol(timur.page, protocol(250, 150))
    confirm_protocol(timur)
    work_off(story)
    reader.reload()
    assert reader.has(COUNTED[language].format(2))
    publish(saule, timur, story)
    published = Publication.objects.get()
    reader.reload()
    assert reader.is_stamped("final")
    assert published.digest in reader.page.content()
    assert seats(reader) == ["6", "5"]
    check_files(reader, published)
    for walk in (gulnar, saule, timur, reader):
        assert walk.watched.all_complaints() == []


def test_a_refusal_by_keyboard_is_read_by_the_party(
    open_page: Open, live_server: LiveServer
) -> None:
    story = Story("en")
    digest = story.hand_in()
    gulnar, saule, timur = (Walk(open_page(viewport=DESK), "en", live_server.url) for _ in range(3))
    saule.sign_in(story.saule, "/admin/")
    saule.press("#lists tbody a")
    saule.press("form[action$='/take/'] button")
    saule.press("#decision a.danger")
    for name, text in (("ground", "documents"), ("reason", "The minutes are not enclosed.")):
        saule.type(f"#id_{name}", text)
    saule.press(".verbs .danger")
    assert saule.has("A refusal names its ground, its article and its reason.")
    assert saule.page.input_value("#id_reason") == "The minutes are not enclosed."
    saule.type("#id_article", "Art. 104")
    saule.press(".verbs .danger")
    timur.sign_in(story.timur, "/admin/")
    timur.press("#proposals a")
    assert timur.has("The minutes are not enclosed.")
    timur.press("#decision a.primary")
    assert timur.has(digest)
    fill_resolution(timur.page, 12)
    timur.press(".verbs .primary")
    assert PartyList.objects.get(pk=story.list.pk).state == "refused"
    gulnar.sign_in(story.gulnar, f"/party/lists/{story.list.pk}/")
    said = gulnar.page.inner_text("main .messages")
    for text in ("Registration refused.", "No. 12", "The minutes are not enclosed.", "104"):
        assert text in said
    gulnar.click("a[href='/party/notices/']")
    assert gulnar.has("Registration of the list is refused")


def test_a_lot_is_recorded_and_the_seats_follow(open_page: Open, live_server: LiveServer) -> None:
    story = Story("en", stations=1)
    story.open_count()
    story.count(1, 100, 100)
    work_off(story)
    saule, reader = (Walk(open_page(viewport=PHONE), "en", live_server.url) for _ in range(2))
    reader.open(f"/en{story.address}")
    assert reader.has("A lot is needed.")
    assert seats(reader) == ["–", "–"]
    saule.sign_in(story.saule, "/admin/")
    saule.click("#due tbody a")
    saule.click("a[href$='/lot/']")
    drawn = (clock.now() - timedelta(minutes=5)).astimezone(ZoneInfo("Asia/Almaty"))
    page = saule.page
    page.check("[name=outcome][value=keleshek]")
    page.fill("[name=drawn_at]", drawn.strftime("%Y-%m-%dT%H:%M"))
    page.fill("[name=place]", "Shymkent")
    page.select_option("[name=second]", label="Тимур")
    saule.click(".verbs .primary")
    assert page.is_checked("[name=outcome][value=keleshek]")
    assert page.input_value("[name=place]") == "Shymkent"
    page.fill("[name=people]", "Saule, Timur, observers of both parties")
    saule.click(".verbs .primary")
    lot = Lot.objects.get()
    assert (lot.by, lot.second) == (story.saule, story.timur)
    work_off(story)
    reader.reload()
    assert not reader.has("A lot is needed.")
    assert dict(zip(parties(reader), seats(reader), strict=True)) == {
        "keleshek Party": "6",
        "kokzhiek Party": "5",
    }


def test_every_screen_holds_at_every_width_in_both_schemes(
    open_page: Open, live_server: LiveServer
) -> None:
    story = Story("kk", stations=2)
    story.hand_in()
    look = Looks(
        Walk(open_page(viewport=DESK), "kk", live_server.url),
        Walk(open_page(viewport=DESK), "kk", live_server.url),
    )
    look.examine_lists(story)
    look.examine_count(story)
    assert look.wrong == []


class Looks:
    """Saule and Timur before every screen of the commission, in every state."""

    def __init__(self, saule: Walk, timur: Walk) -> None:
        self.saule = saule
        self.timur = timur
        self.wrong: list[str] = []

    def examine_lists(self, story: Story) -> None:
        """See a list through the queue, with errors and without, until it is decided."""
        here = f"/admin/elections/partylist/{story.list.pk}"
        self.saule.sign_in(story.saule, "/admin/")
        self.timur.sign_in(story.timur, "/admin/")
        self.see("start", "/admin/")
        self.see("queue", "/admin/elections/partylist/")
        self.see("review-new", f"{here}/change/")
        review.take(story.list, by=story.saule, at=clock.now())
        broken = story.list.candidates.filter(pk__in=[one.pk for one in story.candidates[:2]])
        broken.update(residence="", occupation="", is_citizen=False)
        self.see("review-errors", f"{here}/change/")
        broken.update(residence="Шымкент", occupation="мұғалім", is_citizen=True)
        self.see("review-open", f"{here}/change/")
        self.see("register", f"{here}/register/")
        self.see("refuse", f"{here}/refuse/")
        self.saule.page.click(".verbs .danger")
        self.examine(self.saule.page, "refuse-errors")
        proposal = story.propose()
        self.see("review-own", f"{here}/change/")
        there = f"{here}/decisions/{proposal.pk}"
        self.see("review-other", f"{here}/change/", self.timur)
        self.see("confirm", f"{there}/confirm/", self.timur)
        self.timur.page.click(".verbs .primary")
        self.examine(self.timur.page, "confirm-errors")
        self.see("send-back", f"{there}/send-back/", self.timur)
        self.see("history", f"{here}/history/")
        self.see("not-found", "/admin/elections/partylist/0/change/", status=HTTPStatus.NOT_FOUND)
        self.see("forbidden", "/admin/parties/user/", status=HTTPStatus.FORBIDDEN)

    def examine_count(self, story: Story) -> None:
        """See a contest from its first protocol to its final publication."""
        board = f"/admin/elections/contest/{story.contest.pk}"
        self.see("board-before", f"{board}/change/")
        story.open_count()
        first, second = Protocol.objects.order_by("precinct__number")
        self.see("protocols", "/admin/elections/protocol/")
        self.see("protocol-empty", f"/admin/elections/protocol/{first.pk}/change/")
        lines = protocol(100, 300)
        type_protocol(self.saule.page, [*lines[:2], 410, *lines[3:10], 401, *lines[11:]])
        with self.saule.page.expect_navigation():
            self.saule.page.click("button[value=confirm]")
        self.examine(self.saule.page, "protocol-errors")
        story.count(1, 100, 300)
        self.see("protocol-definitive", f"/admin/elections/protocol/{first.pk}/change/")
        self.see("protocol-history", f"/admin/elections/protocol/{first.pk}/history/")
        story.count(2, 300, 100)
        self.see("board-stale", f"{board}/change/")
        work_off(story)
        self.see("board-lot", f"{board}/change/")
        self.see("lot", f"{board}/lot/")
        self.saule.page.click(".verbs .primary")
        self.examine(self.saule.page, "lot-errors")
        services.reopen(
            second,
            reason="Бақылаушының шағымы",
            by=people.zhanar(story.commission),
            at=clock.now(),
        )
        story.count(2, 310, 100)
        work_off(story)
        self.see("board-complete", f"{board}/change/")
        self.see("publish", f"{board}/publish/")
        self.saule.page.click(".verbs .primary")
        self.see("board-own-proposal", f"{board}/change/")
        self.see("board-proposal", f"{board}/change/", self.timur)
        self.timur.page.click("a.primary[href*='/publication/']")
        self.examine(self.timur.page, "publish-confirm")

    def see(
        self, name: str, address: str, walk: Walk | None = None, status: int = HTTPStatus.OK
    ) -> None:
        page = (walk or self.saule).page
        answer = page.goto(address)
        assert answer
        assert answer.status == status, address
        self.examine(page, name)

    def examine(self, page: Page, name: str) -> None:
        for width in (320, 375, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if excess := overflow(page):
                self.wrong.append(f"{name} at {width}: {excess} px too wide")
            if width == PHONE["width"]:
                take_picture(page, f"commission/{name}-{width}-light")
        self.wrong += [f"{name}: {text}" for text in violations(page)]
        page.emulate_media(color_scheme="dark")
        take_picture(page, f"commission/{name}-1280-dark")
        self.wrong += [f"{name}, dark: {text}" for text in violations(page, "color-contrast")]
        page.emulate_media(color_scheme="light")


def hand_in(official: Walk, story: Story) -> None:
    official.sign_in(story.gulnar, "/party/")
    official.open(f"/party/lists/{story.list.pk}/submit/")
    official.click(".verbs button.btn-primary")
    assert official.page.url.endswith("/receipt/1/")


def propose_registration(clerk: Walk, story: Story) -> None:
    clerk.sign_in(story.saule, "/admin/")
    clerk.click("#lists tbody a")
    clerk.click("form[action$='/take/'] button")
    clerk.click("#decision a.primary")
    assert clerk.has(story.list.submissions.get().digest)
    clerk.click(".verbs .primary")


def confirm_registration(clerk: Walk, story: Story, number: int) -> None:
    clerk.sign_in(story.timur, "/admin/")
    clerk.click("#proposals a")
    clerk.click("#decision a.primary")
    fill_resolution(clerk.page, number)
    clerk.click(".verbs .primary")


def fill_resolution(page: Page, number: int) -> None:
    moment = clock.now().astimezone(ZoneInfo("Asia/Almaty"))
    page.fill("#id_number", str(number))
    page.fill("#id_day", moment.strftime("%Y-%m-%d"))
    page.fill("#id_time", moment.strftime("%H:%M"))
    page.fill("#id_votes_for", "5")
    page.fill("#id_votes_against", "0")


def work_off(story: Story) -> None:
    """Do what the worker does with the task that the commission's act has left in the queue."""
    tasks.recompute(story.contest.pk)


def protocol(*votes: int) -> list[int | None]:
    """Return the lines of a protocol in the order of the form; what may stay empty is empty."""
    valid = sum(votes)
    lines = {1: 2 * valid, 3: valid + 3, 4: 1, 5: 2, 11: valid, 12: 3}
    return [lines.get(line) for line in range(1, 13)] + list(votes)


def type_protocol(page: Page, lines: list[int | None]) -> None:
    """Type line after line, with Enter alone moving on, until the focus is on saving."""
    page.focus(".line > input >> nth=0")
    for number in lines:
        page.keyboard.type("" if number is None else str(number))
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == "save"


def confirm_protocol(clerk: Walk) -> None:
    clerk.page.keyboard.press("Tab")
    assert clerk.page.evaluate("document.activeElement.value") == "confirm"
    with clerk.page.expect_navigation():
        clerk.page.keyboard.press("Enter")
    clerk.look()


def enter_with_a_slip(clerk: Walk, story: Story) -> None:
    clerk.click("a[href*='state__exact=empty']")
    clerk.click("text=№ 1")
    lines = protocol(100, 300)
    wrong = [*lines[:10], 401, *lines[11:]]
    type_protocol(clerk.page, wrong)
    assert clerk.page.inner_text("#votes-together") == "400"
    # What does not hold is told before anything is saved.
    clerk.page.wait_for_selector("#equations .equation.error")
    confirm_protocol(clerk)
    values = clerk.page.locator(".line > input").evaluate_all("(all) => all.map((x) => x.value)")
    assert values == ["" if number is None else str(number) for number in wrong]
    assert clerk.page.get_attribute("[aria-invalid=true]", "id") == "id_valid"
    said = clerk.page.get_attribute("#id_valid", "aria-describedby")
    assert clerk.page.inner_text(f"#{said}")
    assert clerk.page.locator(".equation.error b >> nth=0").inner_text() == "401"
    clerk.page.fill("#id_valid", "400")
    clerk.click("button[value=confirm]")
    assert Protocol.objects.get(precinct__number=1).state == "definitive"


def publish(first: Walk, second: Walk, story: Story) -> None:
    board = f"/admin/elections/contest/{story.contest.pk}/change/"
    first.open(board)
    first.click("a[href$='/publish/']")
    digest = first.page.inner_text(".digest")
    first.click(".verbs .primary")
    second.open("/admin/")
    second.click("#proposals a")
    second.click("a.primary[href*='/publication/']")
    assert second.page.inner_text(".digest") == digest
    second.click(".verbs .primary")
    assert Publication.objects.get().digest == digest


def seats(reader: Walk) -> list[str]:
    """Read the seats off the public page's table, most votes first."""
    cells = reader.page.locator("#votes tbody .seats")
    return [text.strip() for text in cells.all_inner_texts()]


def parties(reader: Walk) -> list[str]:
    """Read the names off the public page's table, most votes first."""
    cells = reader.page.locator("#votes tbody th")
    return [text.strip() for text in cells.all_inner_texts()]


def check_files(reader: Walk, published: Publication) -> None:
    """Take the files with one: the JSON is the published text, the CSV has the same seats."""
    links = reader.page.locator("#files a").evaluate_all("(all) => all.map((link) => link.href)")
    by_kind = {address.rpartition(".")[2]: address for address in links}
    text = reader.page.request.get(by_kind["json"])
    assert text.status == HTTPStatus.OK
    assert hashlib.sha256(text.body()).hexdigest() == published.digest
    table = reader.page.request.get(by_kind["csv"])
    assert table.status == HTTPStatus.OK
    rows = csv.DictReader(io.StringIO(table.body().decode("utf-8-sig")))
    assert {row["party"]: row["seats"] for row in rows if row["party"]} == {
        "kokzhiek": "5",
        "keleshek": "6",
    }
