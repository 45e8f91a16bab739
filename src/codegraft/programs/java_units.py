"""Units of Java programs: what the code model of a file alone defines and refers to."""

from typing import Final

import numpy as np

from codegraft.parsing.nodes import Nodes
from codegraft.programs.units import (
    CALLS,
    CLASS,
    CONTAINS,
    DEFINES,
    FUNCTION,
    IMPORT,
    IMPORTS,
    INHERITS,
    NONE,
    USES,
    VARIABLE,
    Ints,
    Tree,
    Units,
    edge_rows,
)
from codegraft.symbols.java.analysis import link_java
from codegraft.symbols.java.syntax import FIELDS, JavaSyntax
from codegraft.symbols.java.syntax import KINDS as JAVA_KINDS
from codegraft.symbols.model import DEFINITION_KINDS, REFERENCE_KINDS, SourceFile
from codegraft.symbols.python.kinds import KINDS, among
from codegraft.symbols.python.tree import Forest

_SAME: Final = {
    "block": (
        *("block", "class_body", "interface_body", "enum_body", "annotation_type_body", "constructor_body"),
        *("switch_block", "enum_body_declarations"),
    ),
    "type": (
        *("type_identifier", "scoped_type_identifier", "generic_type", "array_type", "integral_type"),
        *("floating_point_type", "boolean_type", "void_type"),
    ),
    "parameters": ("formal_parameters", "inferred_parameters"),
    "with": ("resource",),
    "name": ("identifier", "this", "super"),
    "attribute": ("field_access", "scoped_identifier", "method_reference"),
    "call": ("method_invocation", "object_creation_expression", "explicit_constructor_invocation"),
    "string": ("string_literal", "character_literal"),
    "number": (
        *("decimal_integer_literal", "hex_integer_literal", "octal_integer_literal", "binary_integer_literal"),
        *("decimal_floating_point_literal", "hex_floating_point_literal"),
    ),
    "constant": ("true", "false", "null_literal"),
    "assignment": ("variable_declarator",),
    "augmented": ("update_expression",),
    "operation": ("binary_expression", "instanceof_expression"),
    "unary": ("unary_expression", "cast_expression"),
    "conditional": ("ternary_expression",),
    "subscript": ("array_access",),
    "list": ("array_initializer", "array_creation_expression"),
    "yield": ("yield_statement",),
    "lambda": ("lambda_expression",),
    "case": ("switch_rule", "switch_block_statement_group"),
    "function": (
        *("method_declaration", "constructor_declaration", "compact_constructor_declaration"),
        *("annotation_type_element_declaration",),
    ),
    "class": (
        *("class_declaration", "interface_declaration", "enum_declaration", "record_declaration"),
        *("annotation_type_declaration",),
    ),
    "decorator": ("annotation", "marker_annotation"),
    "typed": ("formal_parameter",),
    "splat": ("spread_parameter",),
    "return": ("return_statement",),
    "raise": ("throw_statement",),
    "for": ("for_statement", "enhanced_for_statement"),
    "while": ("while_statement", "do_statement"),
    "except": ("catch_clause",),
    "import": ("import_declaration",),
    "type_parameter": ("type_parameter",),
}
"""Kinds of ``python_nodes.scm`` by Java's."""

_KIND_OF: Final = {java: KINDS[kind] for kind, names in _SAME.items() for java in names}
_ASSIGNMENT: Final = JAVA_KINDS.index("assignment_expression")
_OPERATOR: Final = FIELDS.index("operator")
_TABLE: Final = np.array([_KIND_OF.get(kind, 255) for kind in JAVA_KINDS], dtype=np.uint8)
_UNIT_OF: Final = np.array(
    [
        {"module": 0, "attribute": VARIABLE, "variable": VARIABLE, "parameter": VARIABLE}.get(
            kind, CLASS if kind in ("class", "interface", "enum", "record", "annotation") else FUNCTION
        )
        for kind in DEFINITION_KINDS
    ],
    dtype=np.uint8,
)
_CALL, _INSTANTIATE, _INHERIT, _IMPLEMENT, _IMPORT, _READ, _WRITE, _TYPE = (
    REFERENCE_KINDS.index(kind)
    for kind in ("call", "instantiate", "inherit", "implement", "import", "read", "write", "type")
)


def java_nodes(syntax: JavaSyntax) -> Nodes:
    """Syntax of Java in the kinds of ``python_nodes.scm``; other nodes are left out."""
    kind = _TABLE[syntax.kind]
    assigns = (syntax.kind == _ASSIGNMENT).nonzero()[0]
    says = {
        int(syntax.parent[row]): int(syntax.end[row] - syntax.start[row])
        for row in (syntax.field == _OPERATOR).nonzero()[0]
    }
    kind[assigns] = [KINDS["augmented" if says.get(row, 1) > 1 else "assignment"] for row in assigns.tolist()]
    kind[syntax.field == _OPERATOR] = KINDS["operator"]
    kind[0] = KINDS["module"]
    kept = (kind != 255).nonzero()[0]
    breaks = (np.frombuffer(syntax.text, dtype=np.uint8) == ord("\n")).nonzero()[0].astype(np.int32)
    error = int(any("error" in problem for problem in syntax.problems))
    cut = any("deeper" in problem for problem in syntax.problems)
    end = syntax.end[kept].copy()
    end[0] = len(syntax.text)
    return Nodes(kind[kept], syntax.start[kept], end, np.full(len(kept), NONE, np.int32), (), breaks, error, 0, cut)


def java_units(syntax: JavaSyntax, nodes: Nodes) -> tuple[Tree, Units]:
    """Syntax and units of one Java file."""
    forest = Forest([nodes])
    tree = Tree(forest.kind, forest.start.astype(np.int64), forest.end.astype(np.int64), forest.parent.astype(np.int64))
    model = link_java([SourceFile("Main.java", "java", "", 0)], [syntax])
    given, refers = model.definitions, model.references
    kept = given.kind != DEFINITION_KINDS.index("lambda")
    brought = (refers.kind == _IMPORT).nonzero()[0]
    start = np.concatenate([given.start[kept], refers.start[brought]]).astype(np.int64)
    end = np.concatenate([given.end[kept], refers.end[brought]]).astype(np.int64)
    end[0] = len(syntax.text)
    kind = np.concatenate([_UNIT_OF[given.kind[kept]], np.full(len(brought), IMPORT, np.uint8)])
    order = np.lexsort((np.arange(len(kind)), kind, -end, start))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    row_of = np.full(len(given.kind) + 1, NONE, dtype=np.int64)
    row_of[kept.nonzero()[0]] = place[: int(kept.sum())]
    import_row = place[int(kept.sum()) :]
    around = given.owner.astype(np.int64)
    while len(up := ((around >= 0) & (row_of[around] < 0)).nonzero()[0]):
        around[up] = around[around[up]]
    owner_of = row_of[around]
    owner = np.concatenate([owner_of[kept], np.zeros(len(brought), np.int64)])[order]
    externals = [name.encode() for name in model.externals]
    imported = [
        externals[external] if external >= 0 else given.qualified[target].encode()
        for external, target in zip(refers.external[brought].tolist(), refers.target[brought].tolist(), strict=True)
    ]
    words = [name.encode() for name, keep in zip(given.name, kept.tolist(), strict=True) if keep] + imported
    words[0] = b""
    names = [words[row] for row in order.tolist()]
    bound = [
        name.rpartition(b".")[2] if code == IMPORT else name
        for name, code in zip(names, kind[order].tolist(), strict=True)
    ]
    outside = {name: int(row) for name, row in zip(imported, import_row, strict=True)}
    external_row = np.array([_import_of(name, outside) for name in externals] + [NONE], dtype=np.int64)
    climbed = refers.source.astype(np.int64)
    while len(up := ((climbed >= 0) & (row_of[climbed] < 0)).nonzero()[0]):
        climbed[up] = given.owner[climbed[up]]
    source = row_of[climbed]
    target = np.where(refers.target >= 0, row_of[refers.target], external_row[refers.external])
    edges = _edges(refers.kind, source, target, kind[order], owner)
    seen = (np.isin(refers.kind, (_READ, _WRITE)) & (target >= 0)).nonzero()[0]
    seen = seen[kind[order][target[seen]] == VARIABLE]
    is_name = among(forest.kind, "name").nonzero()[0]
    node = (
        is_name[np.minimum(np.searchsorted(forest.start[is_name], refers.start[seen]), max(len(is_name) - 1, 0))]
        if len(is_name)
        else seen[:0]
    )
    units = Units(
        np.array([0, len(kind)], dtype=np.int64),
        kind[order],
        start[order],
        end[order],
        owner,
        names,
        bound,
        edges,
        target[seen],
        node,
        refers.kind[seen] == _WRITE,
    )
    return tree, units


def _import_of(name: bytes, outside: dict[bytes, int]) -> int:
    """The import that brings an external name: of itself, or of what holds it."""
    while name:
        if name in outside:
            return outside[name]
        cut = max(name.rfind(b"."), name.rfind(b":"))
        name = name[:cut] if cut > 0 else b""
    return NONE


def _edges(
    kinds: "np.typing.NDArray[np.uint8]", source: Ints, target: Ints, unit: "np.typing.NDArray[np.uint8]", owner: Ints
) -> Ints:
    inner = ((unit == CLASS) | (unit == FUNCTION)).nonzero()[0]
    held, brought = (unit == VARIABLE).nonzero()[0], (unit == IMPORT).nonzero()[0]
    calls = np.isin(kinds, (_CALL, _INSTANTIATE))
    bases = np.isin(kinds, (_INHERIT, _IMPLEMENT))
    written = (kinds == _WRITE) & (target >= 0) & (owner[np.maximum(target, 0)] != source)
    uses = np.isin(kinds, (_READ, _TYPE)) | written
    return edge_rows(
        len(unit),
        (owner[inner], inner, CONTAINS),
        (source[calls], target[calls], CALLS),
        (source[uses], target[uses], USES),
        (owner[held], held, DEFINES),
        (source[bases], target[bases], INHERITS),
        (owner[brought], brought, IMPORTS),
    )
