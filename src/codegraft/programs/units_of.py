"""Sources of any language -> their syntax and units."""

from collections.abc import Sequence

from codegraft.programs.java_units import java_units
from codegraft.programs.python_units import python_units
from codegraft.programs.reading import Source
from codegraft.programs.script_units import script_units
from codegraft.programs.units import Ints, Tree, Units


def units_of(sources: Sequence[Source], offsets: Ints) -> tuple[Tree, Units]:
    """Syntax and units of texts of one language that begin at ``offsets`` of all texts joined; of Java one text."""
    nodes = [source.nodes for source in sources]
    if sources[0].java is not None:
        return java_units(sources[0].java, nodes[0])
    return python_units(nodes, offsets) if sources[0].language == "python" else script_units(nodes, offsets)
