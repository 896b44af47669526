"""What chat apps and search engines read of a page: Open Graph, Twitter's card, schema.org.

Used by short_links.py, page_metadata.py and previews.py. Sources: ogp.me; X's card markup; schema.org QAPage, TechArticle.
"""

from dataclasses import dataclass
from html import escape

from compact_json import compact_json


@dataclass(frozen=True)
class Shared:
    """site: the site's name; title, description: of the page or section; section: its chapter's name, "" for none;
    question: the title asks one, answered by the description; modified: ISO date, "" when unknown; url: the full address,
    "" when the site does not know its own.
    """

    site: str
    title: str
    description: str
    section: str = ""
    question: bool = False
    modified: str = ""
    url: str = ""


def metadata_html(shared: Shared) -> str:
    """Return the elements of the head that describe a page to who shows a preview of its link."""
    properties = {
        "og:type": "article", "og:site_name": shared.site, "og:locale": "zh_CN", "og:title": shared.title,
        "og:description": shared.description, "og:url": shared.url,
        "article:section": shared.section, "article:modified_time": shared.modified,
    }
    tags = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in properties.items() if value)
    return f'{tags}<script type="application/ld+json">{script_text(schema(shared))}</script>'


def image_html(address: str, size: tuple[int, int], text: str) -> str:
    """Return the elements that add a picture: its full address, its size in px, what it says."""
    properties = {"og:image": address, "og:image:type": "image/png", "og:image:width": str(size[0]), "og:image:height": str(size[1]), "og:image:alt": text}
    tags = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in properties.items())
    return f'{tags}<meta name="twitter:card" content="summary_large_image">'


def schema(shared: Shared) -> dict:
    """Return the page as schema.org describes it: a question with its accepted answer, else an article."""
    base = {"@context": "https://schema.org", "inLanguage": "zh-Hans", "isPartOf": {"@type": "WebSite", "name": shared.site}}
    facts = {"url": shared.url, "dateModified": shared.modified}
    base |= {name: value for name, value in facts.items() if value}
    if not shared.question:
        return base | {"@type": "TechArticle", "headline": shared.title, "description": shared.description}
    answer = {"@type": "Answer", "text": shared.description} | ({"url": shared.url} if shared.url else {})
    return base | {"@type": "QAPage", "mainEntity": {"@type": "Question", "name": shared.title, "answerCount": 1, "acceptedAnswer": answer}}


def script_text(data: dict) -> str:
    """Return data as JSON that may stand inside <script>: no "</" and no "<!--" ends it early (HTML standard §4.12.1.3)."""
    return compact_json(data).replace("<", "\\u003c")
