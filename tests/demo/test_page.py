"""The page as text: what code cannot put into it. What a browser makes of it is in test_browser."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from codegraft.demo.make import make_page
from codegraft.demo.page import LONGEST
from tests.demo.places import SHOP, home, hostile
from tests.graphmer.linking.codes import write

VOID = {"meta", "input", "br"}


class Reader(HTMLParser):
    """Elements with their attributes, texts, and whether all that is opened is closed."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.texts, self.open = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, text):
        if self.open[-1:] not in (["script"], ["style"]):
            self.texts.append(text)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    place = tmp_path_factory.mktemp("pages")
    checkout = home(place)
    write(place / "shop", SHOP)
    hostile(place / '"><script>x')
    for name, out in (("shop", "shop"), ('"><script>x', "hostile")):
        make_page(place / name, place / f"{out}.html", [], checkout)
    return {name: (place / f"{name}.html").read_text(encoding="utf-8") for name in ("shop", "hostile")}


@pytest.mark.parametrize("name", ["shop", "hostile"])
def test_the_page_is_well_formed(pages, name):
    reader = Reader(pages[name])
    assert reader.open == []
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_harmful_code_adds_no_kind_of_element_or_attribute(pages):
    def kinds(page):
        return {(tag, name) for tag, attributes in Reader(page).elements for name in [None, *attributes]}

    # What is drawn differs; nothing else does.
    assert kinds(pages["hostile"]) - kinds(pages["shop"]) <= {("path", "class"), ("path", "d"), ("path", "data-from")}
    assert not any((name or "").startswith("on") for _, name in kinds(pages["hostile"]))


@pytest.mark.parametrize("name", ["shop", "hostile"])
def test_nothing_leads_out_of_the_page(pages, name):
    for tag, attributes in Reader(pages[name]).elements:
        assert not {"src", "srcset", "action", "style", "formaction"} & attributes.keys(), tag
        assert attributes.get("href", "#").startswith("#")
    assert "url(" not in pages[name].partition("</style>")[0]
    assert "@import" not in pages[name].partition("</style>")[0]


@pytest.mark.parametrize("name", ["shop", "hostile"])
def test_the_policy_names_the_one_script_and_the_one_style(pages, name):
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', pages[name])
    for tag in ("script", "style"):
        [own] = re.findall(rf"<{tag}>(.*?)</{tag}>", pages[name], re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_every_sign_is_visible(pages):
    ours = "\N{NARROW NO-BREAK SPACE}\n"
    assert {sign for text in Reader(pages["hostile"]).texts for sign in text if not sign.isprintable()} <= set(ours)
    assert "rtl\\u202etxt.py" in pages["hostile"]


def test_a_text_of_any_length_is_cut(pages):
    long = [text for text in Reader(pages["hostile"]).texts if "nnnnnnnnnn" in text]
    assert f"long.{'n' * (LONGEST - 6)}…" in long
    assert max(map(len, long)) < 2 * LONGEST
