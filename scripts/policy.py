"""Forbids, in each page, whatever the page does not need: foreign hosts, inline scripts, unknown styles.

Run as a step by site_steps.py, after the stylesheets are in the pages. Not under `mkdocs serve`, whose live reload is an
inline script.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from built_pages import page_files, parse, write

HEADERS = """/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
"""


def content_security_policy(styles: list[str]) -> str:
    """Return the policy of a page with these inline styles, each allowed by its hash.

    Source: Content Security Policy Level 3; `inline-speculation-rules` allows rules, not scripts.
    """
    hashes = "".join(f" 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles)
    return "; ".join([
        "default-src 'none'", "script-src 'self' 'inline-speculation-rules'", f"style-src 'self'{hashes}", "img-src 'self' data:",
        "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
    ])


def add_policy(site: Path) -> None:
    """Write the policy into every page's head, and `_headers` for the hosts that read it."""
    for file in page_files(site):
        page = parse(file)
        policy = content_security_policy([style.text() for style in page.css("style")])
        meta = LexborHTMLParser('<meta http-equiv="Content-Security-Policy">').css_first("meta")
        meta.attrs["content"] = policy
        page.css_first("meta[charset]").insert_after(meta)
        write(file, page)
    (site / "_headers").write_text(HEADERS, encoding="utf-8")
