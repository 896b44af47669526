"""When each section was last changed: the newest commit that touched one of its lines.

Used by changes_feed.py. Without git, or before a page is committed, a section has no date.
"""

import subprocess
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path


def section_dates(docs: Path, page: str, ids: list[str]) -> dict[str, datetime]:
    """Return the date of each section of docs/<page>.md, by id; `ids` in page order. A section ends where the next begins."""
    times = list(line_times(docs, f"{page}.md"))
    begins = [number for id in ids for number, (line, _) in enumerate(times) if line.rstrip().endswith(f"{{#{id}}}")]
    if len(begins) != len(ids):
        return {}
    ends = [*begins[1:], len(times)]
    return {id: max(time for _, time in times[begin:end]) for id, begin, end in zip(ids, begins, ends, strict=True)}


def line_times(docs: Path, name: str) -> Iterator[tuple[str, datetime]]:
    """Yield each line of a file with the time of its commit; nothing when git does not know the file."""
    done = subprocess.run(["git", "blame", "--line-porcelain", "HEAD", "--", name], cwd=docs, capture_output=True, encoding="utf-8")
    time = 0
    for line in done.stdout.splitlines() if done.returncode == 0 else ():
        if line.startswith("committer-time "):
            time = int(line.removeprefix("committer-time "))
        elif line.startswith("\t"):
            yield line[1:], datetime.fromtimestamp(time, timezone.utc)
