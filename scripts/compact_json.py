"""JSON as it travels: without blanks, Chinese as it is. Used by the steps that write data for scripts and search engines."""

import json


def compact_json(value: object) -> str:
    """Return a value as JSON; raises TypeError for what JSON has no word for."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
