"""Runs axe, the accessibility checker, on a page of the browser tests."""

import json

from conftest import ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page) -> list[str]:
    """Run every rule of axe on the page as it is now; returns one line for each element at fault."""
    page.evaluate(AXE)
    result = json.loads(page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations))"))
    return [f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')}" for rule in result for node in rule["nodes"]]
