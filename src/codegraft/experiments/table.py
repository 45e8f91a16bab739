"""Tables for a terminal and for Markdown."""

from collections.abc import Sequence

Rows = Sequence[Sequence[str]]


def aligned(header: Sequence[str], rows: Rows, *, right: frozenset[int] = frozenset()) -> str:
    """Columns as wide as their widest cell, two spaces between; those in ``right`` end flush."""
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]

    def line(row: Sequence[str]) -> str:
        cells = [
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        return "  ".join(cells).rstrip()

    return "\n".join(map(line, [header, *rows]))


def markdown(header: Sequence[str], rows: Rows, *, right: frozenset[int] = frozenset()) -> str:
    """The same as a Markdown table; what would end a cell is escaped."""
    rule = ["--:" if column in right else "---" for column in range(len(header))]
    cells = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [header, rule, *cells])
