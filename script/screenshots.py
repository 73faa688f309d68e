"""The pictures of the README: enters the demo desk at the address given, and writes PNGs into the folder given."""

import secrets
import shutil
import sys
import time
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

WIDE, NARROW = 1280, 390
# Below these the page goes on with fields that the browser, not the desk, puts into words.
ENDS_ABOVE = {"compose": "Foto’s", "compose-phone": "Waar komt het te staan"}
BAR = 57  # the menu at the foot of a telephone
COLOURS = 192
LARGEST = 300_000  # bytes
OPENS_WITHIN = 60.0  # seconds
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=nl-NL",
)


def main(link: str, folder: Path) -> None:
    """Enter as Noor and take every picture, the telephone last."""
    folder.mkdir(parents=True, exist_ok=True)
    _wait_for(link)
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=_chromium(), args=[*ARGUMENTS], env={"LANGUAGE": "nl", "LANG": "nl_NL.UTF-8"}
        )
        page = _enter(browser, link)
        shop = _front(link)
        addresses = _addresses(page, shop)
        for name, address in addresses.items():
            _take(page, address, folder / f"{name}.png", width=WIDE)
        _take(page, addresses["compose"], folder / "compose-phone.png", width=NARROW)
        browser.close()


def _addresses(page: Page, shop: str) -> dict[str, str]:
    """Where the pictures are taken, found as a person finds it: by its words."""
    page.goto(f"{shop}/posts/")
    hat = _behind(page, "Nog maar 3 mutsen")
    held = _behind(page, "Van Jas Zomertaling")
    page.goto(f"{shop}/evidence/?words=kleine+beer")
    return {
        "today": f"{shop}/",
        "compose": f"{hat}edit/",
        "calendar": f"{shop}/calendar/",
        "product": _behind(page, "Muts Kleine Beer"),
        "post": held,
        "counter": f"{shop}/counter/",
    }


def _behind(page: Page, words: str) -> str:
    """The address behind the line with these words."""
    link = page.locator(".line", has_text=words).first.locator("a").first
    return str(link.evaluate("link => link.href"))


def _enter(browser: Browser, link: str) -> Page:
    page = browser.new_page(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        color_scheme="light",
        reduced_motion="reduce",
    )
    page.goto(link)
    page.locator("main form button").first.click()
    word = secrets.token_urlsafe(18)
    for field in page.locator("main input[type=password]").all():
        field.fill(word)
    page.locator("main form button").first.click()
    return page


def _take(page: Page, address: str, path: Path, *, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    # A window as high as the page: a menu at the foot of the window then lies at the foot of the picture.
    page.set_viewport_size({"width": width, "height": _height(page, ENDS_ABOVE.get(path.stem), width)})
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path}: {picture.width} x {picture.height}, {size // 1000} kB")
    if size > LARGEST:
        raise SystemExit(f"{path} is larger than {LARGEST // 1000} kB.")


def _height(page: Page, heading: str | None, width: int) -> int:
    if heading is None:
        return int(page.evaluate("document.documentElement.scrollHeight"))
    top = page.get_by_role("heading", name=heading, exact=True).evaluate(
        "one => one.getBoundingClientRect().top"
    )
    return int(top) - 4 + (BAR if width == NARROW else 0)


def _front(link: str) -> str:
    address = urlsplit(link)
    return f"{address.scheme}://{address.netloc}/s/jas"


def _wait_for(link: str) -> None:
    address = urlsplit(link)
    began = time.monotonic()
    while True:
        try:
            urlopen(f"{address.scheme}://{address.netloc}/sign-in/", timeout=5).close()
        except URLError:
            if time.monotonic() - began > OPENS_WITHIN:
                raise SystemExit("The desk does not open.") from None
            time.sleep(0.3)
        else:
            return


def _chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise SystemExit("No chromium here. On Debian: apt-get install chromium")
    return found


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
