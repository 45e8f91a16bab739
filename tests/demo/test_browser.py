"""The page in a real browser: what people see, and that the code it shows cannot do anything there."""

import json
import os
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from codegraft.demo.make import make_page
from tests.demo.places import SHOP, home, hostile
from tests.graphmer.linking.codes import write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER) and os.environ.get("CODEGRAFT_BROWSER") != "1",
        reason="no chromium and chromedriver; CODEGRAFT_BROWSER=1 makes that a failure",
    ),
]

SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """One Chromium for all tests, which finds no driver in the network and tells of every request."""
    assert CHROMIUM, "CODEGRAFT_BROWSER=1, but there is no chromium on the PATH"
    assert DRIVER, "CODEGRAFT_BROWSER=1, but there is no chromedriver on the PATH"
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(service=Service(executable_path=DRIVER), options=options)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Of a small shop and of code that wants to do harm."""
    place = tmp_path_factory.mktemp("pages")
    checkout = home(place)
    write(place / "shop", SHOP)
    nasty = '"><script>window.owned=1<'
    hostile(place / nasty)
    for name in ("shop", nasty):
        make_page(place / name, place / f"{'shop' if name == 'shop' else 'hostile'}.html", [], checkout)
    return place


@pytest.fixture
def show(browser, pages):
    """Opens a page in a window of some width and colours; what it logged and asked for before is forgotten."""

    def opened(name: str, *, width: int = 1280, scheme: str = "light") -> webdriver.Chrome:
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        feature = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", feature)
        browser.get("about:blank")
        browser.get_log("browser")
        browser.get_log("performance")
        browser.get((pages / f"{name}.html").as_uri())
        return browser

    return opened


def requests(browser):
    """Addresses that the page asked for."""
    messages = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


@pytest.mark.parametrize("name", ["shop", "hostile"])
def test_the_page_logs_nothing_and_asks_for_nothing_but_itself(show, pages, name):
    browser = show(name)
    assert browser.get_log("browser") == []
    assert requests(browser) == [(pages / f"{name}.html").as_uri()]


def test_the_page_says_what_it_is(show):
    browser = show("shop")
    assert browser.title == "shop · code graph"
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"
    for landmark in ("header", "nav", "main", "footer", "h1"):
        assert len(browser.find_elements(By.TAG_NAME, landmark)) == 1, landmark
    levels = [int(heading.tag_name[1]) for heading in browser.find_elements(By.CSS_SELECTOR, "h1, h2, h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in browser.find_elements(By.TAG_NAME, "table"):
        assert table.find_elements(By.CSS_SELECTOR, "thead th[scope=col]")


def test_every_link_leads_to_a_place_of_the_page(show):
    browser = show("shop")
    targets = [link.get_dom_attribute("href") for link in browser.find_elements(By.CSS_SELECTOR, "a[href]")]
    assert targets
    assert [target for target in targets if not browser.find_elements(By.ID, target.removeprefix("#"))] == []


def node(browser, name):
    nodes = browser.find_elements(By.CSS_SELECTOR, "#drawing .node")
    return next(found for found in nodes if found.find_element(By.TAG_NAME, "text").text == name)


def lit(browser):
    return {text.text for text in browser.find_elements(By.CSS_SELECTOR, "#drawing .node.lit text")}


def test_the_picture_shows_modules_and_types_and_what_is_between_them(show):
    browser = show("shop")
    names = {text.text for text in browser.find_elements(By.CSS_SELECTOR, "#drawing .node text")}
    assert names == {"shop", "till", "Till", "stock", "Stock", "ColdStock", "Unknown", "reports", "App", "Counter"}
    assert len(browser.find_elements(By.CSS_SELECTOR, "#drawing .link.inherits_from")) == 1
    assert browser.find_element(By.CSS_SELECTOR, "#drawing > title").get_attribute("textContent") == "Graph of shop"


def test_pointing_at_a_name_lights_what_it_hangs_on(show):
    browser = show("shop")
    mark = node(browser, "ColdStock")
    webdriver.ActionChains(browser).move_to_element(mark).perform()
    assert lit(browser) == {"ColdStock", "Stock"}
    assert "leads to Stock" in browser.find_element(By.ID, "picked").text
    webdriver.ActionChains(browser).move_to_element(browser.find_element(By.TAG_NAME, "h1")).perform()
    assert lit(browser) == set()


def test_a_click_keeps_the_light_and_escape_puts_it_out(show):
    browser = show("shop")
    webdriver.ActionChains(browser).click(node(browser, "Counter")).perform()
    webdriver.ActionChains(browser).move_to_element(browser.find_element(By.TAG_NAME, "h1")).perform()
    assert lit(browser) == {"App", "Counter"}
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert lit(browser) == set()


def test_the_keyboard_goes_from_name_to_name_and_the_picture_is_one_stop(show):
    browser = show("shop")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#drawing .node[tabindex='0']")) == 1
    first, second = browser.find_elements(By.CSS_SELECTOR, "#drawing .node")[:2]
    browser.execute_script("arguments[0].focus()", first)
    browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    assert browser.switch_to.active_element == second
    assert second.find_element(By.TAG_NAME, "text").text in lit(browser)


def test_a_relation_can_be_hidden(show):
    browser = show("shop")
    line = browser.find_element(By.CSS_SELECTOR, "#drawing .link.inherits_from")
    assert line.is_displayed()
    browser.find_element(By.ID, "show-inherits_from").click()
    assert not line.is_displayed()


def test_the_filter_leaves_the_rows_that_have_the_words(show):
    browser = show("shop")
    box = browser.find_element(By.ID, "words")
    rows = browser.find_elements(By.CSS_SELECTOR, "#files tbody tr")
    box.send_keys("REPORTS.py")
    assert [row.text.split()[0] for row in rows if row.is_displayed()] == ["shop/reports.py"]
    assert "rows" in browser.find_element(By.TAG_NAME, "output").text
    box.send_keys(Keys.CONTROL + "a", Keys.DELETE)
    assert all(row.is_displayed() for row in rows)


def test_code_that_wants_to_do_harm_is_text(show):
    browser = show("hostile")
    assert browser.execute_script("return window.owned") is None
    assert browser.title == '">_script>window.owned=1_ · code graph'
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 1
    assert browser.find_elements(By.CSS_SELECTOR, "img, iframe, object, [onerror], [onload]") == []
    text = browser.find_element(By.TAG_NAME, "body").text
    assert "<img src=x onerror=window.owned=1>.py" in text
    assert "rtl\\u202etxt.py" in text
    assert "esc\\x1b[31m\\x07.py" in text


def test_a_script_that_got_into_the_page_would_not_run(show):
    browser = show("shop")
    add = "const s = document.createElement('script'); s.textContent = 'window.owned = 1'; document.body.append(s)"
    browser.execute_script(add)
    assert browser.execute_script("return window.owned") is None
    assert any("Content Security Policy" in entry["message"] for entry in browser.get_log("browser"))


@pytest.mark.parametrize("name", ["shop", "hostile"])
@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_narrow_screen_needs_no_scrolling_sideways(show, name, width):
    browser = show(name, width=width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


COLOUR = "return getComputedStyle(arguments[0])[arguments[1]].match(/[\\d.]+/g).slice(0, 3).map(Number)"


def contrast(browser, element, behind):
    """Of a text and what is behind it (WCAG 2)."""

    def luminance(of, colour):
        parts = [value / 255 for value in browser.execute_script(COLOUR, of, colour)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted([luminance(element, "color"), luminance(behind, "backgroundColor")], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_stand_out_by_day_and_by_night(show, scheme):
    browser = show("shop", scheme=scheme)
    body = browser.find_element(By.TAG_NAME, "body")
    is_dark = sum(browser.execute_script(COLOUR, body, "backgroundColor")) < 3 * 128
    assert is_dark == (scheme == "dark")
    for selector in ("body", ".lead", "nav a", "thead th", ".kicker"):
        assert contrast(browser, browser.find_element(By.CSS_SELECTOR, selector), body) >= 4.5, selector
    for selector in (".good", ".bad", ".look"):
        for badge in browser.find_elements(By.CSS_SELECTOR, selector)[:1]:
            assert contrast(browser, badge, badge) >= 4.5, selector


def test_without_scripts_the_picture_and_the_tables_are_there(show, browser, pages):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show("shop")
        assert node(browser, "Till").is_displayed()
        assert not browser.find_element(By.ID, "filter").is_displayed()
        assert browser.find_element(By.CSS_SELECTOR, "#files tbody tr").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_page_is_one_file(pages):
    assert Path(pages / "shop.html").stat().st_size < 100_000
