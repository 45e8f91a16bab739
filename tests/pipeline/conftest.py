from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pipeline.lock import copy_tree

Edit = Callable[[Callable[[dict[str, Any]], Any]], None]


@pytest.fixture
def copy(tmp_path) -> Path:
    """The working tree, copied, to plant faults in."""
    return copy_tree(tmp_path)


@pytest.fixture
def edit_file(copy) -> Edit:
    """Change the content of the copy's dvc.yaml in place."""

    def edit(change: Callable[[dict[str, Any]], Any]) -> None:
        file = copy / "dvc.yaml"
        content = yaml.safe_load(file.read_text())
        change(content)
        file.write_text(yaml.safe_dump(content))

    return edit


@pytest.fixture
def edit_stages(edit_file) -> Edit:
    """Change the stages of the copy's dvc.yaml in place."""
    return lambda change: edit_file(lambda content: change(content["stages"]))
