"""Takes out of the site the data that MkDocs copied beside the pages: the steps have read it, readers have no use for it.

Run as a step by site_steps.py, after the last step that reads it.
"""

from pathlib import Path

import glossary
import redirects
import search_index

DATA = (glossary.NAME, redirects.NAME, search_index.SYNONYMS)


def remove_data(site: Path) -> None:
    """Delete the files, where they are."""
    for name in DATA:
        (site / name).unlink(missing_ok=True)
