"""What goes wrong in a page without a reader seeing it: scripts that fail, and errors and warnings in the console."""

from playwright.sync_api import BrowserContext


def record(context: BrowserContext, faults: list[str], console: bool = True) -> None:
    """Append to `faults` what goes wrong in the pages of `context` from now on; without `console`, only scripts that fail.

    Two things are no faults of a page: an unknown address is answered with 404 on purpose, which Chromium reports as
    an error of the console; and a busy browser skips the transition between two pages, which nobody sees and which
    Chromium reports as a rejected promise of its own.
    """
    context.on("weberror", lambda error: faults.append(str(error.error)) if "Transition was aborted" not in str(error.error) else None)
    if console:
        context.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") and "404" not in message.text else None)
