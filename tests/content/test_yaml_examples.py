"""Every YAML block of a page is one or several complete objects that the current Kubernetes API accepts.

Run by `make check` and `make test`; needs no built site and no network: kubernetes-validate ships the schemas.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from kubernetes_validate.utils import latest_version

from content.fences import Fence, all_fences, fences
from front_matter import Problem

#: The release that the pages describe, see docs/about.md.
RELEASE = "1.37"

NO_SCHEMA = [
    (entry["apiVersion"], entry["kind"])
    for entry in yaml.safe_load((Path(__file__).parent / "yaml_without_schema.yml").read_text(encoding="utf-8"))
    if entry["reason"]
]


def documents(fence: Fence) -> Iterator[tuple[int, object]]:
    """Yield each YAML document of a fence with the line of the page at which it begins.

    Raises yaml.YAMLError for what is no YAML, and for a key that stands twice in one mapping.
    """
    for node in yaml.compose_all(fence.text, Loader=yaml.SafeLoader):
        loader = _Strict("")
        yield fence.line + node.start_mark.line, loader.construct_document(node)


class _Strict(yaml.SafeLoader):
    """PyYAML lets the last of two equal keys win; the API server would not say so either."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen = []
        for key, _ in node.value:
            value = self.construct_object(key, deep=True)
            if value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"键 {value} 写了两次", key.start_mark)
            seen.append(value)
        return super().construct_mapping(node, deep)


def object_fault(thing: object, no_schema: list[tuple[str, str]]) -> str:
    """Give what is wrong with one object, in Chinese; "" if the API of RELEASE accepts it or none of its schemas knows it."""
    if not isinstance(thing, dict):
        return "不是一个对象；请写成完整的对象（apiVersion、kind、metadata.name……）"
    metadata = thing.get("metadata") if isinstance(thing.get("metadata"), dict) else {}
    missing = [key for key in ("apiVersion", "kind") if not isinstance(thing.get(key), str)]
    missing += [] if isinstance(metadata.get("name"), str) or (thing.get("apiVersion"), thing.get("kind")) in no_schema else ["metadata.name"]
    if missing:
        return f"不是完整的对象，缺 {'、'.join(missing)}；页面上的 YAML 应当能直接 kubectl apply"
    try:
        kubernetes_validate.validate(thing, RELEASE, strict=True)
    except kubernetes_validate.ValidationError as error:
        return f"v{RELEASE} 的 {thing['kind']} 不接受它：{'.'.join(map(str, error.path)) or '顶层'}：{error.message}"
    except kubernetes_validate.SchemaNotFoundError:
        if (thing["apiVersion"], thing["kind"]) not in no_schema:
            return f"没有 {thing['apiVersion']} {thing['kind']} 的 schema；拼写没错的话，请写进 yaml_without_schema.yml 并说明理由"
    return ""


def yaml_faults(fence: Fence, no_schema: list[tuple[str, str]] = NO_SCHEMA) -> list[str]:
    """Give the faults of one fence as `page:line: what is wrong`."""
    try:
        things = list(documents(fence))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return [str(Problem(fence.page, fence.line + (mark.line if mark else 0), f"不是合法的 YAML：{getattr(error, 'problem', error)}"))]
    faults = [(line, object_fault(thing, no_schema)) for line, thing in things] or [(fence.line, "代码块是空的")]
    return [str(Problem(fence.page, line, fault)) for line, fault in faults if fault]


def data_fault(fence: Fence) -> str:
    """Give what is wrong with a TOML or JSON fence, in Chinese, or ""."""
    try:
        {"toml": tomllib.loads, "json": json.loads}[fence.language](fence.text)
    except ValueError as error:
        return str(Problem(fence.page, fence.line, f"不是合法的 {fence.language.upper()}：{error}"))
    return ""


EXAMPLES = list(all_fences("yaml", "yml"))


@pytest.mark.parametrize("fence", EXAMPLES, ids=lambda fence: f"{fence.page}:{fence.line}")
def test_every_yaml_block_is_made_of_complete_objects_that_the_current_api_accepts(fence: Fence):
    found = yaml_faults(fence)
    assert not found, "\n".join(found)


def test_there_are_examples_and_their_schemas_are_the_current_ones():
    assert len(EXAMPLES) > 20
    assert latest_version().startswith(f"{RELEASE}."), f"kubernetes-validate 已经有 v{latest_version()} 的 schema，请更新 RELEASE 和 docs/about.md"


def test_every_exception_is_used():
    shown = {(thing["apiVersion"], thing["kind"]) for fence in EXAMPLES for _, thing in documents(fence) if isinstance(thing, dict)}
    assert [entry for entry in NO_SCHEMA if entry not in shown] == [], "没有页面再用到它，请从 yaml_without_schema.yml 删去"


@pytest.mark.parametrize(("api", "kind"), NO_SCHEMA)
def test_an_exception_has_no_schema(api: str, kind: str):
    with pytest.raises(kubernetes_validate.SchemaNotFoundError):
        kubernetes_validate.validate({"apiVersion": api, "kind": kind, "metadata": {"name": "x"}}, RELEASE, strict=True)


def test_toml_and_json_blocks_can_be_read():
    found = [fault for fence in all_fences("toml", "json") if (fault := data_fault(fence))]
    assert not found, "\n".join(found)


POD = """
apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
    - name: a
      image: busybox:1.37
"""


def test_a_complete_object_passes_in_a_list_too():
    page = "\n".join(["- 例子", "", *("    " + line for line in f"```yaml{POD}```".split("\n"))])
    (fence,) = fences(page, "docs/pods.md")
    assert fence.text.strip() == POD.strip() and yaml_faults(fence) == []


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        (POD.replace("image:", "imagePolicy: Always\n      image:"), 1, "imagePolicy"),
        (POD.replace("kind: Pod\n", ""), 1, "缺 kind"),
        (POD.replace("  name: a\nspec", "  labels: {a: b}\nspec"), 1, "缺 metadata.name"),
        (POD.replace("- name: a", "- name: 7"), 1, "7"),
        (POD.replace("kind: Pod", "kind: Pot"), 1, "没有 v1 Pot 的 schema"),
        (POD.replace("apiVersion: v1", "apiVersion: v2"), 1, "没有 v2 Pod 的 schema"),
        (POD.replace("    - name: a", "      name: a"), 1, ""),
        (POD.replace("  name: a\nspec", "  name: a\n  name: b\nspec"), 5, "写了两次"),
        (POD.strip() + "\n---\nresources:\n  limits: {cpu: 1}", 10, "缺 apiVersion"),
        ("replicas: 3", 1, "缺 apiVersion"),
        ("- a\n- b", 1, "不是一个对象"),
        ("a: [b", 1, "不是合法的 YAML"),
    ],
)
def test_a_wrong_example_is_named_with_page_and_line(wrong: str, line: int, said: str):
    (found,) = yaml_faults(Fence("docs/pods.md", 1, "yaml", wrong.strip("\n")))
    assert found.startswith(f"docs/pods.md:{line}: ") and said in found


@pytest.mark.parametrize(("language", "wrong"), [("toml", "a = "), ("json", "{'a': 1}")])
def test_data_that_cannot_be_read_is_named_with_page_and_line(language: str, wrong: str):
    assert data_fault(Fence("docs/pods.md", 7, language, wrong)).startswith("docs/pods.md:7: ")
