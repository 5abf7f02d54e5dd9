"""A list from sign-in to receipt in a browser: by keyboard, without JavaScript, by two people."""

import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from elections.law.iin import Sex
from elections.lists import services as lists
from elections.models import Deadline, Election, PartyList, Submission
from parties.models import User
from portal.base import clock
from tests import factories, people
from tests.browser.conftest import Open
from tests.browser.looks import overflow, violations

pytestmark = pytest.mark.django_db(transaction=True)


def make_open_election(closes_in: timedelta = timedelta(days=2)) -> Election:
    """Return an election whose nomination is open by the real clock."""
    election = factories.make_election(day=(clock.now() + timedelta(days=40)).date())
    local = clock.now().astimezone(ZoneInfo("Asia/Almaty")) + closes_in
    later = Deadline.objects.filter(election=election).exclude(kind="nomination_opens")
    later.update(local_date=(clock.now() + timedelta(days=30)).date())
    Deadline.objects.filter(election=election, kind="nomination_closes").update(
        local_date=local.date(), local_time=local.time()
    )
    return election


def make_draft(people_on_it: int = 4) -> PartyList:
    party_list = factories.make_list(
        factories.make_contest(make_open_election()), factories.make_party()
    )
    factories.fill(party_list, people_on_it)
    return party_list


def sign_in(page: Page, address: str, language: str) -> None:
    page.goto("/party/")
    page.fill("[name=username]", address)
    page.fill("[name=password]", people.PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/party/")
    page.click(f"button[value={language}]")


def walk_to(page: Page, selector: str, limit: int = 80) -> None:
    """Press Tab until the focus stands on the element, as a person without a mouse does."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector} on {page.url}")


def test_a_new_list_by_keyboard_alone_in_kazakh_on_a_phone(open_page: Open) -> None:
    contest = factories.make_contest(make_open_election())
    party = factories.make_party()
    factories.admit(party, contest)
    official = people.aigerim(party, contest.territory)
    page = open_page(viewport={"width": 375, "height": 800})
    sign_in(page, official.email, "kk")
    walk_to(page, ".contest-card button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/lists/*/")
    walk_to(page, "a[href$='/candidates/new/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/candidates/new/")
    walk_to(page, "#id_iin")
    page.keyboard.type(factories.make_iin(date(1985, 2, 3), Sex.FEMALE))
    for name, text in (("surname", "Өтегенова"), ("given_name", "Әсел")):
        walk_to(page, f"#id_{name}")
        page.keyboard.type(text)
    for name in ("is_party_member", "is_citizen"):
        walk_to(page, f"#id_{name}")
        page.keyboard.press("ArrowDown")
    assert page.input_value("#id_is_citizen") == "yes"
    assert violations(page) == []
    walk_to(page, "button[name=next]")
    # The answer leads to the same address: the way there is awaited, not the address.
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/candidates/new/")
    party_list = PartyList.objects.get()
    page.goto(f"/party/lists/{party_list.pk}/conference/")
    answers = {
        "nominating_body": "Филиал конференциясы",
        "nominated_on": (clock.now() - timedelta(days=2)).strftime("%d.%m.%Y"),
        "nominated_at_place": "Алматы",
        "present": "40",
        "votes_for": "39",
        "minutes_number": "3",
    }
    for name, text in answers.items():
        walk_to(page, f"#id_{name}")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/lists/{party_list.pk}/")
    assert violations(page) == []
    walk_to(page, "a[href$='/to-do/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/to-do/")
    walk_to(page, "a[href$='/submit/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/submit/")
    assert violations(page) == []
    walk_to(page, "form button.btn-primary")
    page.keyboard.press("Enter")
    page.wait_for_url("**/receipt/1/")
    assert Submission.objects.get().digest in page.content()
    assert violations(page) == []


def test_the_same_without_javascript_in_english(open_page: Open) -> None:
    party_list = make_draft()
    official = people.aigerim(party_list.party, party_list.contest.territory)
    page = open_page(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    sign_in(page, official.email, "en")
    page.click("text=Continue")
    page.click("text=Add candidate")
    page.fill("#id_surname", "Жаңабаева")
    page.click("button:has-text('Save'):not([name])")
    assert "The IIN is missing." in page.content()
    page.fill("#id_given_name", "Алма")
    page.fill("#id_iin", factories.make_iin(date(1990, 2, 3), Sex.FEMALE))
    page.select_option("#id_is_citizen", "yes")
    page.select_option("#id_is_party_member", "yes")
    page.click("button:has-text('Save'):not([name])")
    assert "The IIN is missing." not in page.content()
    page.click("text=Back to the list")
    page.click("text=Check and submit")
    page.click("text=Look at it and hand it in")
    page.click("text=Hand in as shown")
    assert "/receipt/1/" in page.url


def test_what_is_wrong_shows_while_typing(open_page: Open) -> None:
    party_list = make_draft()
    official = people.aigerim(party_list.party, party_list.contest.territory)
    page = open_page(viewport={"width": 1280, "height": 900})
    sign_in(page, official.email, "en")
    page.goto(f"/party/lists/{party_list.pk}/candidates/new/")
    page.fill("#id_iin", "850927301482")
    page.press("#id_iin", "Tab")
    page.wait_for_selector("#id_iin_said .said.error")
    page.fill("#id_iin", factories.make_iin(date(1985, 9, 27), Sex.FEMALE, 77))
    page.press("#id_iin", "Tab")
    page.wait_for_selector("#from-iin .fixed")
    assert "3 of 5" in page.inner_text("#panel")
    assert party_list.candidates.count() == 4


def test_two_officials_on_one_candidate(open_page: Open) -> None:
    party_list = make_draft()
    person = party_list.candidates.in_order()[0]
    aigerim = people.aigerim(party_list.party, party_list.contest.territory)
    gulnar = people.gulnar(party_list.party)
    pages = [open_page(), open_page()]
    for page, official in zip(pages, (aigerim, gulnar), strict=True):
        sign_in(page, official.email, "en")
        page.goto(f"/party/lists/{party_list.pk}/candidates/{person.pk}/")
    for page, text in zip(pages, ("doctor", "lawyer"), strict=True):
        page.fill("#id_occupation", text)
        page.click("button:has-text('Save'):not([name])")
        page.wait_for_load_state("load")
    assert "Someone saved in the meantime" in pages[1].content()
    assert pages[1].input_value("#id_occupation") == "lawyer"
    person.refresh_from_db()
    assert person.occupation == "doctor"
    pages[1].click("button:has-text('Save'):not([name])")
    pages[1].wait_for_load_state("load")
    person.refresh_from_db()
    assert person.occupation == "lawyer"


def test_a_deadline_passes_while_the_page_is_open(open_page: Open) -> None:
    party_list = factories.make_list(
        factories.make_contest(make_open_election(timedelta(seconds=12))), factories.make_party()
    )
    factories.fill(party_list)
    closes = clock.now() + timedelta(seconds=13)
    official = people.aigerim(party_list.party, party_list.contest.territory)
    page = open_page()
    sign_in(page, official.email, "en")
    page.goto(f"/party/lists/{party_list.pk}/submit/")
    page.wait_for_timeout(max(0, (closes - clock.now()).total_seconds() * 1000))
    page.click("text=Hand in as shown")
    page.wait_for_selector("text=The deadline passed")
    party_list.refresh_from_db()
    assert party_list.state == "draft"


def make_submitted(by: User, party_list: PartyList) -> Submission:
    shown = lists.preview(party_list, at=clock.now()).bodies
    return lists.submit(
        party_list, nonce=shown.nonce, shown_digest=shown.digest, by=by, at=clock.now()
    )


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_receipt_prints_on_one_page(open_page: Open, language: str) -> None:
    party_list = make_draft()
    official = people.aigerim(party_list.party, party_list.contest.territory)
    make_submitted(official, party_list)
    page = open_page()
    sign_in(page, official.email, language)
    page.goto(f"/party/lists/{party_list.pk}/receipt/1/")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_holds_at_every_width_and_axe_finds_nothing(
    open_page: Open, scheme: str
) -> None:
    # A woman and a man: an error, a warning, and a quota with nobody to spare.
    party_list = make_draft(2)
    broken = party_list.candidates.in_order()[0]
    party_list.candidates.filter(pk=broken.pk).update(iin=None, residence="", occupation="")
    sent = factories.make_list(factories.make_contest(make_open_election()), party_list.party)
    factories.fill(sent)
    chief = people.gulnar(party_list.party)
    make_submitted(chief, sent)
    page = open_page(color_scheme=scheme)
    sign_in(page, chief.email, "kk")
    here, there = f"/party/lists/{party_list.pk}/", f"/party/lists/{sent.pk}/"
    wrong = []
    for address in (
        "/party/",
        here,
        f"{here}candidates/new/",
        f"{here}candidates/{broken.pk}/",
        f"{here}candidates/{broken.pk}/remove/",
        f"{here}conference/",
        f"{here}to-do/",
        f"{here}submit/",
        f"{here}withdraw/",
        there,
        f"{there}receipt/1/",
        "/party/notices/",
    ):
        page.goto(address)
        for width in (320, 375, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if excess := overflow(page):
                wrong.append(f"{address} at {width}: {excess} px too wide")
        wrong += [f"{address}: {text}" for text in violations(page)]
    assert wrong == []


def test_what_follows_from_the_number_is_text_and_comes_back_as_a_field_when_it_differs(
    open_page: Open,
) -> None:
    party_list = make_draft()
    person = party_list.candidates.in_order()[0]
    official = people.aigerim(party_list.party, party_list.contest.territory)
    page = open_page()
    sign_in(page, official.email, "en")
    page.goto(f"/party/lists/{party_list.pk}/candidates/{person.pk}/")
    assert not page.is_visible("#id_birth_date")
    assert "17\xa0May 1980" in page.inner_text("#from-iin")
    page.click("button:has-text('Save'):not([name])")
    page.wait_for_load_state("load")
    person.refresh_from_db()
    assert person.birth_date == date(1980, 5, 17)
    page.fill("#id_iin", "")
    page.press("#id_iin", "Tab")
    page.wait_for_selector("#id_birth_date", state="visible")
    assert "wrong or missing" in page.inner_text("#wrong")


def test_with_all_cookies_deleted_the_form_is_kept_and_saved_after_signing_in(
    open_page: Open,
) -> None:
    draft = make_draft(0)
    chief = people.gulnar(draft.party)
    page = open_page(viewport={"width": 375, "height": 800}, locale="ru")
    sign_in(page, chief.email, "ru")
    page.goto(f"/party/lists/{draft.pk}/candidates/new/")
    page.context.clear_cookies()
    page.fill("#id_surname", "Өтегенова")
    page.fill("#id_given_name", "Әсел")
    page.click("form.matter button.btn:not([name])")
    page.wait_for_selector("main dl code")
    assert page.locator("html").get_attribute("lang") == "ru"
    assert "Өтегенова" in page.inner_text("main dl")
    # What was left empty is sent too, and not listed.
    assert "workplace" not in page.inner_text("main dl")
    assert violations(page) == []
    assert overflow(page) == 0
    assert not draft.candidates.exists()
    page.click("main form[method=post] button")
    page.fill("[name=username]", chief.email)
    page.fill("[name=password]", people.PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/candidates/*/")
    assert draft.candidates.get().full_name == "Өтегенова Әсел"
