"""The documentation site in a real browser, on a phone and on a desk.

Runs where there are Chromium, its driver and selenium (`apt-get install chromium chromium-driver`,
`pip install selenium`), and is skipped elsewhere, CI among it: what can be said without a browser says `test_site.py`.
"""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
if not CHROMIUM or not DRIVER:
    pytest.skip("needs chromium and chromedriver", allow_module_level=True)
webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium")

from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402
from selenium.webdriver.support.wait import WebDriverWait  # noqa: E402

from test_site import ROOT, build  # noqa: E402

PHONE, DESK = (390, 844), (1440, 900)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PAGES = (
    "index",
    "tutorial",
    "output",
    "sources",
    "design",
    "changelog",
    "rules/index",
    "rules/KW",
    "rules/KW002-kr-is-activity",
    "reference/okrlint",
    "reference/okrlint.plugins",
    "reference/okrlint.testing",
    "genindex",
)
SEARCHES = {
    "en": {
        "suppression": "suppression",
        "baseline": "baseline",
        "KW002": "rules/KW002-kr-is-activity",
        "confidence": "rules/CF001-kr-no-confidence",
        "lint_text": "reference/okrlint",
    },
    "zh": {
        "抑制": "suppression",
        "关键结果": "rules/KW",
        "信心指数": "rules/CF",
        "基线": "baseline",
        "KW002": "rules/KW002-kr-is-activity",
        "修正": "fixes",
        "lint_text": "reference/okrlint",
    },
}

Driver = Any  # selenium is not there everywhere


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("browsed") / "out"
    done = build(ROOT, out)
    assert done.returncode == 0, done.stderr
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def browser(size: tuple[int, int], data: Path, language: str = "en-US") -> Driver:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS.split(), f"--user-data-dir={data}", f"--accept-lang={language}"):
        options.add_argument(flag)
    width, height = size
    metrics = {"width": width, "height": height, "pixelRatio": 1, "mobile": size == PHONE}
    options.add_experimental_option("mobileEmulation", {"deviceMetrics": metrics})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.set_window_size(*size)
    return driver


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["phone", "desk"])
def driver(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    driver = browser(request.param, tmp_path_factory.mktemp("browser"))
    driver.size = request.param
    yield driver
    driver.quit()


@pytest.fixture(autouse=True)
def _console_is_clean(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "driver" in request.fixturenames:
        log = request.getfixturevalue("driver").get_log("browser")
        assert [entry["message"] for entry in log if entry["level"] in ("SEVERE", "WARNING")] == []


def wait(driver: Driver, until: Any) -> Any:
    return WebDriverWait(driver, 20, poll_frequency=0.05).until(lambda _: until())


def is_on_screen(driver: Driver, element: WebElement) -> bool:
    rect = driver.execute_script("return arguments[0].getBoundingClientRect().toJSON()", element)
    return bool(element.is_displayed() and rect["left"] >= 0 and rect["right"] <= driver.size[0])


def menu(driver: Driver) -> WebElement:
    """Return the navigation, which a phone shows when it is asked for."""
    sidebar: WebElement = driver.find_element(By.CSS_SELECTOR, ".sidebar-container")
    if driver.size == PHONE:
        assert not is_on_screen(driver, sidebar)
        driver.find_element(By.CSS_SELECTOR, ".header-left .nav-overlay-icon").click()
    wait(driver, lambda: is_on_screen(driver, sidebar))
    return sidebar


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_wider_than_the_screen(driver: Driver, address: str, language: str) -> None:
    scrolling = 0
    for name in PAGES:
        driver.get(f"{address}/{language}/{name}.html")
        root = driver.execute_script("const e = document.documentElement; return [e.scrollWidth, e.clientWidth]")
        assert root[0] <= root[1] <= driver.size[0], name
        boxes = driver.execute_script(
            """
            const looked_at = ["pre", ".table-wrapper", "p", "dt", "h1"].map((kind) => `article ${kind}`);
            return [...document.querySelectorAll(looked_at.join())]
              .filter((box) => !box.closest(".table-wrapper") || box.matches(".table-wrapper"))
              .map((box) => [box.outerHTML.slice(0, 90), box.getBoundingClientRect().right,
                             box.scrollWidth > box.clientWidth, getComputedStyle(box).overflowX]);
            """
        )
        assert [box for box in boxes if box[1] > driver.size[0] + 0.5] == [], name
        assert [box for box in boxes if box[2] and box[3] not in ("auto", "scroll")] == [], name
        scrolling += sum(box[2] for box in boxes)
    if driver.size == PHONE:
        assert scrolling > 20  # else this would not look at what scrolls


@pytest.mark.parametrize("language", ["en", "zh"])
def test_navigation_leads_to_a_page(driver: Driver, address: str, language: str) -> None:
    driver.get(f"{address}/{language}/index.html")
    link = menu(driver).find_element(By.CSS_SELECTOR, ".sidebar-tree a[href='baseline.html']")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
    wait(driver, lambda: is_on_screen(driver, link))
    link.click()
    wait(driver, lambda: driver.current_url == f"{address}/{language}/baseline.html")


@pytest.mark.parametrize(("language", "other"), [("en", "zh"), ("zh", "en")])
def test_switch_leads_to_the_same_page_in_the_other_language(
    driver: Driver, address: str, language: str, other: str
) -> None:
    for name in ("index", "rules/KW002-kr-is-activity", "search"):
        driver.get(f"{address}/{language}/{name}.html")
        switch = driver.find_element(By.CSS_SELECTOR, ".language-switch")
        assert is_on_screen(driver, switch)
        switch.click()
        wait(driver, lambda name=name: driver.current_url == f"{address}/{other}/{name}.html")
        shown = driver.find_element(By.TAG_NAME, "html").get_attribute("lang")
        assert shown == {"en": "en", "zh": "zh-CN"}[other]


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [(language, *search) for language, searches in SEARCHES.items() for search in searches.items()],
)
def test_search_has_the_page_at_its_top(driver: Driver, address: str, language: str, words: str, name: str) -> None:
    driver.get(f"{address}/{language}/tutorial.html")
    field = menu(driver).find_element(By.CSS_SELECTOR, "input[name='q']")
    field.send_keys(words, Keys.ENTER)
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "#search-results .search-summary"))
    # The results come one by one; the summary tells when all are there.
    wait(driver, lambda: any(sign.isdigit() for sign in driver.find_element(By.CSS_SELECTOR, ".search-summary").text))
    links = driver.find_elements(By.CSS_SELECTOR, "#search-results ul.search a")
    found = [(link.get_attribute("href") or "").removeprefix(f"{address}/{language}/") for link in links]
    pages = list(dict.fromkeys(link.partition(".html")[0] for link in found))
    assert name in pages[:3], pages


@pytest.mark.parametrize(
    "text",
    ["关键结果", "目", "KW002 kr-is-activity", "lint_text(文本)", "到2026年底，NPS≥50！", "résumé、ＫＲ１"],
)
def test_browser_cuts_words_as_the_index_does(driver: Driver, address: str, text: str) -> None:
    spec = spec_from_file_location("bigrams", ROOT / "docs/site/bigrams.py")
    assert spec
    assert spec.loader
    bigrams = module_from_spec(spec)
    spec.loader.exec_module(bigrams)
    driver.get(f"{address}/zh/search.html")
    words = driver.execute_script("return splitQuery(arguments[0])", text)
    assert words
    assert set(words) <= set(bigrams.SearchByBigrams({}).split(text))


def test_words_that_no_page_has_find_nothing(driver: Driver, address: str) -> None:
    driver.get(f"{address}/zh/search.html?q=麒麟")
    wait(driver, lambda: driver.find_element(By.CSS_SELECTOR, ".search-summary").text)
    assert driver.find_elements(By.CSS_SELECTOR, "#search-results ul.search a") == []


@pytest.mark.parametrize(
    ("wanted", "language"), [("zh-CN,en", "zh"), ("zh-TW", "zh"), ("en-GB,zh", "en"), ("de", "en")]
)
def test_start_page_chooses_by_the_browsers_language(address: str, tmp_path: Path, wanted: str, language: str) -> None:
    driver = browser(DESK, tmp_path, wanted)
    try:
        driver.get(f"{address}/")
        wait(driver, lambda: driver.current_url == f"{address}/{language}/index.html")
    finally:
        driver.quit()
