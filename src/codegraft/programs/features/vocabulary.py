"""Words whose use says what a program does: keywords, operators, builtins, libraries, methods."""

from typing import Final

KEYWORDS: Final = (
    *("if", "elif", "else", "for", "while", "do", "break", "continue", "return", "yield", "pass", "try", "except"),
    *("finally", "raise", "with", "assert", "and", "or", "not", "in", "is", "lambda", "def", "class", "import", "from"),
    *("as", "global", "nonlocal", "del", "async", "await", "match", "case", "None", "True", "False", "self"),
)
"""Keywords that have a column each; those of other languages count as the Python keyword of the same meaning."""

SYNONYMS: Final = {
    **{"null": "None", "undefined": "None", "true": "True", "false": "False", "this": "self", "throw": "raise"},
    **{"throws": "raise", "catch": "except", "switch": "match", "instanceof": "is", "typeof": "is", "delete": "del"},
    **{"function": "def", "interface": "class", "enum": "class", "record": "class", "&&": "and", "||": "or"},
    **{"===": "==", "!==": "!=", "<>": "!=", "default": "else", "require": "import", "=>": "->", "`": "'"},
}
"""Spellings of other languages, by what they count as."""

OPERATORS: Final = (
    *("=", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "~", "<<", ">>"),
    *("+=", "-=", "*=", "/=", "//=", "%=", "|=", "&=", ":=", "->", "!", "?", "++", "--"),
)
"""Operators that have a column each."""

PUNCTUATION: Final = ("(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "...")
"""What stands between."""

BUILTINS: Final = (
    *("abs", "all", "any", "bin", "bool", "bytearray", "bytes", "callable", "chr", "complex", "dict", "dir", "divmod"),
    *("enumerate", "eval", "exec", "exit", "filter", "float", "format", "frozenset", "getattr", "hasattr", "hash"),
    *("hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min", "next"),
    *("object", "open", "ord", "pow", "print", "property", "range", "repr", "reversed", "round", "set", "setattr"),
    *("sorted", "str", "sum", "super", "tuple", "type", "zip", "Exception", "ValueError", "TypeError", "KeyError"),
    *("IndexError", "RuntimeError", "NotImplementedError", "AttributeError", "OSError", "StopIteration"),
)
"""Functions and classes that need no import."""

LIBRARIES: Final = (
    *("math", "collections", "itertools", "functools", "heapq", "bisect", "sys", "re", "string", "random", "operator"),
    *("copy", "fractions", "decimal", "datetime", "time", "queue", "array", "numpy", "np", "pytest", "typing"),
    *("os", "json", "threading", "io", "abc", "enum", "dataclasses", "contextlib", "logging", "warnings", "inspect"),
    *("pathlib", "types", "subprocess", "argparse", "pickle", "hashlib", "struct", "socket", "tempfile", "shutil"),
    *("pandas", "torch", "scipy", "networkx", "java", "util", "deque", "Counter", "defaultdict", "OrderedDict"),
    *("combinations", "permutations", "product", "accumulate", "lru_cache", "reduce", "heappush", "heappop"),
    *("bisect_left", "gcd", "sqrt", "ceil", "floor", "stdin", "stdout", "argv", "setrecursionlimit"),
)
"""Modules that are imported often, and the names from them that short programs use."""

METHODS: Final = (
    *("append", "pop", "popleft", "appendleft", "insert", "remove", "extend", "clear", "index", "count", "sort"),
    *("reverse", "get", "items", "keys", "values", "update", "setdefault", "add", "discard", "union", "join", "split"),
    *("strip", "rstrip", "lstrip", "replace", "find", "startswith", "endswith", "lower", "upper", "isdigit", "encode"),
    *("decode", "read", "readline", "readlines", "write", "close", "group", "size", "length", "equals"),
)
"""Methods of builtin containers, strings and files."""

JAVA_WORDS: Final = (
    *("public", "private", "protected", "static", "final", "void", "new", "extends", "implements", "abstract"),
    *("boolean", "long", "String", "Override", "List", "Map", "package", "double"),
)
"""Words of languages that declare types."""

ERA_WORDS: Final = {
    "optional_types": ("Optional", "Union", "List", "Dict"),
    "future_imports": ("__future__",),
    "compatibility": ("six", "xrange", "unicode", "basestring", "iteritems", "raw_input", "long", "reduce", "cmp"),
    "dataclasses": ("dataclass", "NamedTuple", "namedtuple"),
    "paths": ("pathlib", "Path"),
    "type_parameters": ("Generic", "TypeVar", "ParamSpec"),
    "versions_checked": ("version_info", "PY2", "PY3", "python_version", "hexversion"),
}
"""Words that date a text, by column."""

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "keyword": KEYWORDS,
    "operator": OPERATORS,
    "punctuation": PUNCTUATION,
    "builtin": BUILTINS,
    "library": LIBRARIES,
    "method": METHODS,
    "declaration": JAVA_WORDS,
    "era": tuple(word for words in ERA_WORDS.values() for word in words),
}
"""Every group of words."""

WORDS: Final = tuple(dict.fromkeys(word for words in GROUPS.values() for word in words))
"""All words, each once; position + 1 is a word's code, 0 is any other."""

CODES: Final = {
    **{word.encode(): code for code, word in enumerate(WORDS, start=1)},
    **{other.encode(): WORDS.index(word) + 1 for other, word in SYNONYMS.items() if word in WORDS},
}
"""Codes by the token's bytes."""

CLASSES: Final = (
    *("keyword", "operator", "punctuation", "name_snake", "name_camel", "name_pascal", "name_upper", "name_lower"),
    *("name_single", "name_private", "name_dunder", "name_with_digit", "name_long"),
    *("number_zero", "number_one", "number_two", "number_ten", "number_small", "number_large", "number_huge"),
    *("number_float", "number_other_base"),
    *("string_empty", "string_one", "string_short", "string_long", "string_triple", "string_escaped"),
    *("comment_short", "comment_long", "other"),
)
"""Classes of tokens: position is the code."""

CLASS: Final = {name: code for code, name in enumerate(CLASSES)}


def classes_of(*beginnings: str) -> list[int]:
    """Codes of the classes whose names begin with one of some words."""
    return [code for name, code in CLASS.items() if name.startswith(beginnings)]


DECISIONS: Final = [
    WORDS.index(word) + 1 for word in ("if", "elif", "for", "while", "except", "and", "or", "case", "?")
]
"""Codes of the words that cyclomatic complexity counts."""
