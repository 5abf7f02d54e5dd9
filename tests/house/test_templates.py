"""Templates keep the strict content security policy, and components say what they take."""

import re
from html.parser import HTMLParser

import pytest

from tests.house.sources import ROOT, relative, templates

# Parts of admin pages that Django itself writes from its own templates are judged in the
# rendered page (test_pages.py); here stand our own sources.
SIGNATURE = re.compile(r"\{#.+?#\}|\{% comment %\}")
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


class Inline(HTMLParser):
    """Collects what the policy forbids: script and style elements with text, style=, on…=."""

    def __init__(self) -> None:
        super().__init__()
        self.offences: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        is_data = names.get("type") in ("application/json", "application/ld+json")
        if tag == "style" or (tag == "script" and "src" not in names and not is_data):
            self.offences.append(f"<{tag}> at {self.getpos()}")
        for name, value in names.items():
            if name == "style" or name.startswith("on") or (value or "").startswith("javascript:"):
                self.offences.append(f"{name}={value!r} in <{tag}> at {self.getpos()}")


def inline(html: str) -> list[str]:
    """Return the places of a page or a template that a strict policy would block."""
    parser = Inline()
    # A tag inside an attribute may hold quotes; the parser shall see plain HTML.
    parser.feed(TAG.sub(lambda tag: re.sub(r"[^\n]", "x", tag.group()), html))
    return parser.offences


def test_no_template_has_inline_script_or_style() -> None:
    offences = {relative(p): found for p in templates() if (found := inline(p.read_text()))}
    assert templates()
    assert not offences


@pytest.mark.parametrize(
    "planted",
    [
        '<p style="color: red">',
        "<p style='width: {{ percent }}%'>",
        '<a onclick="go()">',
        "<script>go()</script>",
        "<style>p {}</style>",
        '<a href="javascript:go()">',
        '<svg><rect style="{% if a %}x{% endif %}"/></svg>',
    ],
)
def test_inline_script_and_style_are_seen(planted: str) -> None:
    assert inline(planted)


def test_what_the_policy_allows_is_left_alone() -> None:
    assert not inline('<script src="{% static "a.js" %}" defer></script><p class="style">')


def lacks_signature(source: str) -> bool:
    """Return whether a component does not begin with the comment that lists its variables."""
    return not SIGNATURE.match(source.partition("\n")[0])


def test_every_component_begins_with_its_signature() -> None:
    components = sorted((ROOT / "templates" / "components").rglob("*.html"))
    assert components
    assert not [relative(path) for path in components if lacks_signature(path.read_text())]


def test_a_component_without_signature_is_seen() -> None:
    assert lacks_signature('<span class="badge">{{ text }}</span>\n')
    assert not lacks_signature("{# text: str; tone: str #}\n<span>")


def test_nothing_is_fetched_from_elsewhere() -> None:
    """No template and no style sheet of ours names another host to load from."""
    sheets = [p for p in (ROOT / "static").rglob("*.css") if "vendor" not in p.parts]
    elsewhere = re.compile(r"""(?:src|href)=["'](?:https?:)?//(?!www\.w3\.org)|url\(["']?https?:""")
    links = re.compile(r"""<a\s[^>]*?href=["']https?://""")
    offences = [
        relative(path)
        for path in [*templates(), *sheets]
        if elsewhere.search(links.sub("", path.read_text()))
    ]
    assert not offences
