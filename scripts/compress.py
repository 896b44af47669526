"""Lays a .br and a .gz beside each text file, for hosts that serve them as they are.

Run as the last step by site_steps.py. The same bytes come out of every run.
"""

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXT = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


def compress_file(file: Path) -> None:
    """Write name.br and name.gz beside one file."""
    content = file.read_bytes()
    file.with_name(file.name + ".br").write_bytes(brotli.compress(content, quality=11))
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


def compress_files(site: Path) -> None:
    """Write name.br and name.gz for every text file below `site`."""
    files = [file for file in sorted(site.rglob("*")) if file.suffix in TEXT and file.is_file()]
    with ThreadPoolExecutor() as pool:  # both compressors work outside the interpreter's lock
        list(pool.map(compress_file, files))
