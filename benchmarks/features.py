"""Features of the standard library: files and megabytes a CPU second, beside what parsing alone costs.

    python -m benchmarks.features --output benchmarks/results/<date>_features.json

All variants read the same files in one process, in turns, with the collector as Python starts, and the fastest turn
counts. ``earlier_system`` does the work of the system that this one replaces, as far as it is known: eight walks of
Python's tree, three of which end where they find what they look for, its depth by recursion, and each import unparsed
once for every library that is looked for. It is a yardstick, not its code.
"""

import argparse
import ast
import gc
import json
import re
import sysconfig
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Final

from codegraft.files import atomic_write
from codegraft.parsing.languages import LANGUAGES
from codegraft.parsing.nodes import read_nodes
from codegraft.programs.features.extractor import FeatureExtractor

TURNS: Final = 2
LIBRARIES: Final = (
    *("numpy", "pandas", "torch", "tensorflow", "sklearn", "matplotlib", "requests", "flask", "django", "fastapi"),
)
_ASKED: Final = ((ast.FunctionDef,), (ast.ClassDef,), (ast.Import, ast.ImportFrom))
_COUNTED: Final = ((ast.FunctionDef,), (ast.ClassDef,), (ast.stmt,), (ast.If, ast.For, ast.While, ast.Try))


def standard_library(limit: int | None) -> list[bytes]:
    """Texts of the standard library with its tests, without installed packages, in the order of their paths."""
    root = Path(sysconfig.get_paths()["stdlib"])
    paths = (path for path in sorted(root.rglob("*.py")) if "site-packages" not in path.parts)
    return [path.read_bytes() for path in list(paths)[:limit]]


def parsed(text: bytes) -> ast.Module | None:
    """Python's own tree, ``None`` of what does not parse."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return None


def earlier_system(text: bytes) -> int:
    """The earlier system's work on one file; its number of distinct words."""
    tree = parsed(text)
    if tree is None:
        return 0
    for asked in _ASKED:
        any(isinstance(node, asked) for node in ast.walk(tree))
    for counted in _COUNTED:
        sum(isinstance(node, counted) for node in ast.walk(tree))
    _depth(tree)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    for library in LIBRARIES:
        any(library in ast.unparse(node) for node in imports)
    return len(set(re.findall(r"\w+", text.decode("utf-8", "replace"))))


def _depth(node: ast.AST) -> int:
    return 1 + max(map(_depth, ast.iter_child_nodes(node)), default=0)


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="files to read, by default all")
    arguments = parser.parse_args()
    texts = standard_library(arguments.limit)
    extractor = FeatureExtractor()
    variants: dict[str, Callable[[], object]] = {
        "features": lambda: [len(extractor.graphs(texts[n : n + 100])) for n in range(0, len(texts), 100)],
        "features_file_by_file": lambda: [len(extractor.extract(text)) for text in texts],
        "ast_parse": lambda: [parsed(text) is None for text in texts],
        "tree_sitter_parse": lambda: [LANGUAGES["python"].parse(text).root_node.has_error for text in texts],
        "syntax_nodes": lambda: [len(read_nodes("python", text).kind) for text in texts],
        "earlier_system": lambda: sum(map(earlier_system, texts)),
    }
    seconds = _fastest(variants)
    results = _results(texts, seconds)
    with atomic_write(arguments.output) as temporary:
        temporary.write_text(json.dumps(results, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _fastest(variants: dict[str, Callable[[], object]]) -> dict[str, float]:
    """CPU seconds of each variant in its fastest turn."""
    found = dict.fromkeys(variants, float("inf"))
    warnings.simplefilter("ignore", SyntaxWarning)
    for _ in range(TURNS):
        for name, run in variants.items():
            gc.collect()
            begun = time.process_time()
            run()
            found[name] = min(found[name], time.process_time() - begun)
    return found


def _results(texts: list[bytes], seconds: dict[str, float]) -> dict[str, object]:
    megabytes = sum(map(len, texts)) / 1e6
    return {
        "files": len(texts),
        "megabytes": round(megabytes, 2),
        "turns": TURNS,
        "variants": {
            name: {
                "cpu_s": round(value, 2),
                "files_per_cpu_s": round(len(texts) / value),
                "megabytes_per_cpu_s": round(megabytes / value, 2),
                "cost_by_ast_parse": round(value / seconds["ast_parse"], 2),
                "speed_by_earlier_system": round(seconds["earlier_system"] / value, 2),
            }
            for name, value in seconds.items()
        },
    }


if __name__ == "__main__":
    main()
