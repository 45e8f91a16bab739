"""Names from code on a terminal."""


def shown(text: str) -> str:
    """A text whose signs are all visible: what would move the cursor, colour, or turn the line around is escaped."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
