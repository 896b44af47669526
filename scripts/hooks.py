"""What MkDocs calls while building. Each event hands over to a module that knows nothing of MkDocs.

Loaded by mkdocs.yml. Imports stay at the top: a late import fails inside an event.
"""

from pathlib import Path

import scroll_tables
import site_steps

_preview = False


def on_startup(*, command, **_):
    global _preview
    _preview = command == "serve"


def on_config(config):
    config.markdown_extensions.append(scroll_tables.makeExtension())
    if not config.repo_url:
        config.edit_uri = None  # else MkDocs warns that a path alone is no address


def on_post_build(config):
    site_steps.finish_site(Path(config.site_dir), preview=_preview)
