"""What MkDocs calls while building. Each event hands over to a module that knows nothing of MkDocs.

Loaded by mkdocs.yml. Imports stay at the top: a late import fails inside an event.
"""

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

import diagrams
import front_matter
import scroll_tables
import site_checks
import site_steps
import source_checks
import study_blocks
from node_tools import NodeToolError

_preview = False
_checks = source_checks.SourceChecks()
_blocks = None
_diagrams = None
_problems: list[front_matter.Problem] = []


def on_startup(*, command, **_):
    global _preview
    _preview = command == "serve"


def on_config(config):
    global _blocks, _checks, _diagrams
    _problems.clear()
    notes = (Path(__file__).parent.parent / "docs/original-notes.txt").read_text(encoding="utf-8")
    _blocks = study_blocks.StudyBlocks(study_blocks.quotable(notes), _problems.extend)
    _checks = source_checks.SourceChecks(report=_problems.extend)
    _diagrams = diagrams.Diagrams(_problems.extend)
    config.markdown_extensions += [_checks, _blocks, _diagrams, scroll_tables.makeExtension()]
    if config.extra_css or config.extra_javascript:
        raise PluginError("mkdocs.yml：本站不读 extra_css 和 extra_javascript；样式请写进 overrides/assets/stylesheets/site.css，脚本请写进 overrides/assets/javascripts/site.js。")
    if not config.repo_url:
        config.edit_uri = None  # else MkDocs warns that a path alone is no address


def on_files(files, config):
    def in_theme(name):
        return any((Path(folder) / name).is_file() for folder in config.theme.dirs)

    for file in files.documentation_pages():
        _problems.extend(front_matter.problems(file.content_bytes, _name(file, config), in_theme))
    _stop_on(_problems)


def on_page_markdown(markdown, page, config, **_):
    for extension in (_blocks, _checks, _diagrams):
        extension.path = _name(page.file, config)
        extension.first_line = front_matter.read(page.file.content_string)[1]


def on_env(env, **_):
    _stop_on(_problems)


def on_post_build(config):
    site = Path(config.site_dir)
    try:
        site_steps.complete_pages(site)
        _stop_on(site_checks.problems(site, urlsplit(config.site_url or "/").path))
        site_steps.finish_site(site, preview=_preview)
    except (NodeToolError, ValueError) as error:  # said by a step in words for the author; a traceback would bury them
        raise PluginError(str(error)) from error


def _name(file, config):
    return f"{Path(config.docs_dir).name}/{file.src_uri}"


def _stop_on(problems):
    if problems:
        raise PluginError("\n".join(map(str, problems)))
