"""Each page and each short link has a picture of its own for chat apps.

Run as a step by site_steps.py, of a site that knows its address: a picture is named by its full address or not at all.
What has been drawn once is kept in .cache/, so that a build draws only what has changed.
"""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import built_facts
import preview_cards
import preview_text
from built_pages import insert_into_head, page_files, parse, write
from preview_cards import IMAGE_SIZE, Card, draw_card
from share_metadata import image_html

CACHE = Path(__file__).resolve().parent.parent / ".cache/previews"
FOLDER = "previews"


def drawing_version() -> str:
    """Return what decides, besides the card, how a picture comes out: the code, the library, the font."""
    code = b"".join(Path(module.__file__).read_bytes() for module in (preview_cards, preview_text))
    font = (preview_text.FILES.parent / "package.json").read_bytes()
    return sha256(code + font + version("pillow").encode()).hexdigest()


def picture(card: Card, drawing: str) -> bytes:
    """Return a card as PNG, from the cache when it was drawn before with the same `drawing_version`."""
    kept = CACHE / f"{sha256(repr((card, drawing)).encode()).hexdigest()}.png"
    if kept.is_file():
        return kept.read_bytes()
    drawn = draw_card(card)
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(".new")
    fresh.write_bytes(drawn)
    fresh.replace(kept)  # never half a picture, whatever cuts the build off
    return drawn


def add_previews(site: Path) -> None:
    """Draw and name the picture of every page that says og:url; raises ValueError for a character that the font lacks."""
    address, name, drawing = built_facts.site_url(site), built_facts.site_name(site), drawing_version()
    if not address:
        return
    (site / FOLDER).mkdir(exist_ok=True)
    for file in page_files(site):
        page = parse(file)
        title = page.css_first('meta[property="og:title"]')
        if title is None:
            continue
        chapter = page.css_first('meta[property="article:section"]')
        heading = title.attributes["content"] or ""
        drawn = picture(Card((chapter.attributes["content"] or "") if chapter else "", heading, name), drawing)
        image = f"{FOLDER}/{file.parent.name if file.parent != site else 'index'}-{sha256(drawn).hexdigest()[:8]}.png"
        (site / image).write_bytes(drawn)
        insert_into_head(page, image_html(address + image, IMAGE_SIZE, heading))
        write(file, page)
