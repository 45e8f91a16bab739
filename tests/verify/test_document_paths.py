"""Links lead somewhere, and the tree says what the repository holds."""

import pytest

from codegraft.verify.paths import broken_links, wrong_tree

TREE = """\
# Page

## The tree

```
README.md, dvc.yaml    # this page; the stages
src/
  package/
    one.py             # first, by 2
    part/              # more
docs/                  # words
```
"""
TRACKED = frozenset(
    [
        "README.md", "dvc.yaml", ".gitignore", "docs/page.md", "src/package/one.py", "src/package/__init__.py",
        "src/package/part/two.py", "models/.gitignore", ".ci/run",
    ]
)  # fmt: skip


@pytest.fixture
def root(tmp_path):
    for path in TRACKED:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    return tmp_path


def wrong(root, text=TREE, extra=()):
    return list(wrong_tree(root, "README.md", text, TRACKED | set(extra)))


def test_a_tree_that_says_what_is_there_holds(root):
    assert wrong(root) == []


def test_a_path_that_does_not_exist_is_named_with_its_line(root):
    (root / "src/package/one.py").unlink()
    assert wrong(root) == ["README.md:9: src/package/one.py of the tree does not exist"]


@pytest.mark.parametrize("path", ["extra.toml", "extra/file.py", "src/extra/file.py", "src/package/other.py"])
def test_what_git_holds_and_the_tree_does_not_is_named(root, path):
    missing = path.removesuffix("/file.py")
    assert wrong(root, extra=[path]) == [f"README.md:6: the tree leaves out {missing}"]


@pytest.mark.parametrize("path", ["docs/other.md", "src/package/part/three.py", "src/package/_own.py", ".hidden/x.py"])
def test_what_lies_deeper_than_the_tree_tells_or_is_private_needs_no_line(root, path):
    assert wrong(root, extra=[path]) == []


def test_a_directory_whose_subdirectories_alone_are_listed_may_hold_files(root):
    text = TREE.replace("    one.py             # first, by 2\n", "")
    assert wrong(root, text) == []


@pytest.mark.parametrize(
    "link", ["nowhere.md", "docs/nowhere.md#part", "../outside.md", "docs/../nowhere.md", "/etc/passwd"]
)
def test_a_link_to_nowhere_is_named_with_its_line(root, link):
    text = f"One.\nSee [there]({link}) and [here](docs/page.md).\n"
    target = link.split("#")[0]
    assert list(broken_links(root, "README.md", text)) == [f"README.md:2: the link to {target} leads nowhere"]


@pytest.mark.parametrize("link", ["docs/page.md", "docs/", "https://example.org/a_b", "mailto:a@b.c", "dvc.yaml#L3"])
def test_a_good_link_passes(root, link):
    assert list(broken_links(root, "README.md", f"[there]({link})")) == []


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        ("The spec's thresholds", "the-specs-thresholds"),
        ("Nodes: which `kind`?", "nodes-which-kind"),
        ("A-B c_d", "a-b-c_d"),
    ],
)
def test_a_link_to_a_heading_needs_that_heading(root, heading, link):
    page = f"# Page\n\n```\n# comment\n```\n\n## {heading}\n"
    (root / "docs/page.md").write_text(page)
    assert list(broken_links(root, "README.md", f"[there](docs/page.md#{link})")) == []
    assert list(broken_links(root, "docs/page.md", f"[above](#{link})")) == []
    for other in (f"{link}-2", "comment"):
        named = f"README.md:1: the link to docs/page.md#{other} leads to no heading"
        assert list(broken_links(root, "README.md", f"[there](docs/page.md#{other})")) == [named]


def test_links_are_read_from_where_the_document_lies(root):
    assert list(broken_links(root, "docs/page.md", "[up](../README.md) [beside](page.md)")) == []
    assert list(broken_links(root, "docs/page.md", "[not here](README.md)")) != []
