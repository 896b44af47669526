"""tests/site/urls.txt holds every address ever published: pages and page#id. It only grows.

Run by a person after new sections: `python scripts/publish_urls.py site [--check]`, on a built site. With --check it
writes nothing and fails when an address is new or when one that was published neither exists nor is redirected.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from redirects import NAME, read
from site_addresses import addresses

ROOT = Path(__file__).resolve().parent.parent
LEDGER = ROOT / "tests/site/urls.txt"


def published(text: str) -> list[str]:
    """Return the addresses of a ledger: one a line, lines that begin with "# " are remarks."""
    return [line for line in text.splitlines() if line and not line.startswith("# ")]


def lost(ledger: list[str], existing: set[str], redirected: set[str]) -> list[str]:
    """Return the published addresses that neither exist nor are redirected."""
    return [address for address in ledger if address not in existing | redirected]


def main(arguments: Sequence[str]) -> int:
    """Read the options, compare, write, and return the exit code."""
    parser = argparse.ArgumentParser(description="登记发布过的每一个地址。")
    parser.add_argument("site", type=Path, help="生成好的网站")
    parser.add_argument("--check", action="store_true", help="只检查，不写文件")
    options = parser.parse_args(arguments)
    text = LEDGER.read_text(encoding="utf-8")
    ledger, existing = published(text), set(addresses(options.site))
    redirected = {redirect.old for redirect in read((ROOT / "docs" / NAME).read_text(encoding="utf-8"))}
    gone, new = lost(ledger, existing, redirected), sorted(existing - set(ledger))
    for address in gone:
        print(f"{address} 发布过，现在不在了；请在 docs/{NAME} 里写明它搬到了哪里。", file=sys.stderr)
    if options.check:
        for address in new:
            print(f"{address} 还没有登记；请运行 python scripts/publish_urls.py {options.site}", file=sys.stderr)
    elif new:
        remarks = [line for line in text.splitlines() if line not in ledger]
        LEDGER.write_text("".join(f"{line}\n" for line in [*remarks, *sorted({*ledger, *new})]), encoding="utf-8")
        print(f"登记了 {len(new)} 个新地址。")
    return 1 if gone or (options.check and new) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
