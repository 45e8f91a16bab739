"""Changes to the clean graph: faults, each with the rules that it breaks, and what looks like one and is right."""

import json

from tests.kg.graphs import entity, triple
from tests.kg.planted import IN_JAVA

MAIN, LEAF = "shop:a.main", ("shop:a.main", "instantiates", "shop:a.Leaf")


def say(head, relation, tail, **columns):
    return lambda graph: graph.say(head, relation, tail, **columns)


def change(**columns):
    return lambda graph: graph.change(*LEAF, **columns)


def define(id_, type_, head="shop:a", relation="contains", **columns):
    return lambda graph: graph.define(id_, type_, by=[(head, relation)], **columns)


def drop(relation):
    def plant(graph):
        graph.triples = [row for row in graph.triples if row["relation"] != relation]

    return plant


def several(*plants):
    def plant(graph):
        for each in plants:
            each(graph)

    return plant


def circle(relation, *ids):
    return several(*(say(a, relation, b) for a, b in zip(ids, [*ids[1:], ids[0]], strict=True)))


def detached(*ids):
    """Classes that nothing contains."""
    return several(*(define(id_, "Class", head="shop:a.py", relation="defines") for id_ in ids))


def dangle(**columns):
    return lambda graph: graph.triples.append(triple(graph.entities[MAIN], "calls", entity("shop:a.gone"), **columns))


def repeat(graph):
    graph.triples.append(dict(graph.triples[5]))


def define_again(graph):
    graph.entities["again"] = dict(graph.entities[MAIN])


def sign(id_, signature, name=None):
    def plant(graph):
        graph.entities[id_] |= {"attributes": json.dumps({"signature": signature})} | ({"name": name} if name else {})

    return plant


X, Y, Z = "shop:a.X", "shop:a.Y", "shop:a.Z"
CLASSES, INNER = ("shop:a.Base", "shop:a.Leaf", "shop:a.Middle"), "shop:demo.Outer.Inner"
FAULTS = {
    "a variable calls": (say("shop:a.LIMIT", "calls", MAIN), "domain_range"),
    "a class is called": (say(MAIN, "calls", "shop:a.Leaf"), "domain_range"),
    "an interface is made": (say(MAIN, "instantiates", "shop:a.Shape"), "domain_range"),
    "a test tests itself": (say("shop:a.test_run", "tests", "shop:a.test_run"), "domain_range"),
    "a relation is unknown": (say(MAIN, "knows", "shop:a.Leaf"), "domain_range"),
    "a type is unknown": (define("shop:a.p", "Package"), "domain_range"),
    "three classes inherit in a circle": (say("shop:a.Base", "inherits_from", "shop:a.Leaf"), "acyclicity"),
    "three classes contain each other": (several(detached(X, Y, Z), circle("contains", X, Y, Z)), "acyclicity"),
    "classes implement in a circle": (circle("implements", *CLASSES), "acyclicity domain_range"),
    "a class inherits from itself": (say("shop:a.Base", "inherits_from", "shop:a.Base"), "acyclicity irreflexivity"),
    "two methods override each other": (say("shop:a.Base.run", "overrides", "shop:a.Middle.run"), "antisymmetry"),
    "two classes inherit each other": (say("shop:a.Base", "inherits_from", "shop:a.Middle"), "acyclicity antisymmetry"),
    "a method overrides itself": (say("shop:a.Leaf.run", "overrides", "shop:a.Leaf.run"), "irreflexivity"),
    "both directions are stored": (say(MAIN, "defined_in", "shop:a.py"), "inverse_pairs"),
    "the wrong direction is stored": (say(MAIN, "tested_by", "shop:a.test_run"), "inverse_pairs"),
    "two files define one function": (say("shop:A.java", "defines", MAIN), "functional"),
    "two classes declare one method": (say("shop:a.Base", "declares", "shop:a.Leaf.run"), "functional"),
    "a Java class has two parents": (say(INNER, "inherits_from", "shop:demo.Other", **IN_JAVA), "multiplicity"),
    "an override asks for more": (sign("shop:a.Leaf.run", "self, a, b"), "override_signatures"),
    "an override has another name": (sign("shop:a.Leaf.run", "self", "walk"), "override_signatures"),
    "a Java override takes a primitive": (sign("shop:demo.Outer.Inner:open(demo.Outer)", "int"), "override_signatures"),
    "Java calls a private method of another type": (
        say("shop:demo.Other:open(Object)", "calls", "shop:demo.Outer.Inner:shut()", **IN_JAVA),
        "visibility",
    ),
    "Java calls a private method from outside all types": (
        several(
            define("shop:late", "Module", head="shop:", start=900, end=950, **IN_JAVA),
            say("shop:late", "calls", "shop:demo.Other:shut()", **IN_JAVA),
        ),
        "visibility",
    ),
    "Java overrides a private method": (
        say("shop:demo.Outer.Inner:shut()", "overrides", "shop:demo.Outer:shut()", **IN_JAVA),
        "visibility",
    ),
    "a licence is not allowed": (change(licence="GPL-3.0-only"), "licences"),
    "one of two licences is not allowed": (change(licence="MIT AND GPL-3.0-only"), "licences"),
    "no licence is named": (change(licence=""), "licences"),
    "no file is named": (change(file=""), "provenance"),
    "the file is no entity": (change(file="gone.py"), "provenance"),
    "the file is another repository's": (change(repository="elsewhere"), "provenance"),
    "the place begins before the file": (change(start=-1), "provenance"),
    "the place has no byte": (change(start=42), "provenance"),
    "the place ends before it begins": (change(start=43), "provenance"),
    "the place ends after the file": (change(end=1001), "provenance"),
    "the line is before the file": (change(line_start=0), "provenance"),
    "the lines end before they begin": (change(line_end=1), "provenance"),
    "the lines end after the file": (change(line_end=51), "provenance"),
    "a tail is no entity": (dangle(), "dangling"),
    "a Java tail is no entity": (dangle(**IN_JAVA), "dangling"),
    "a triple says another type": (change(head_type="Method"), "dangling"),
    "a triple stands twice": (repeat, "duplicates"),
    "an entity stands twice": (define_again, "duplicates orphans"),
    "a relation is missing": (drop("catches"), "coverage"),
    "an entity stands alone": (lambda graph: graph.define("shop:a.alone", "Variable"), "orphans"),
}  # fmt: skip

RIGHT = {
    "a Python class has two parents": say("shop:a.Leaf", "inherits_from", "shop:a.Broken"),
    "a Java interface extends two": several(
        *(define(f"shop:demo.{name}", "Interface", head="shop:demo", **IN_JAVA) for name in "IJK"),
        *(say("shop:demo.I", "inherits_from", f"shop:demo.{name}", **IN_JAVA) for name in "JK"),
    ),
    "a constructor asks for more": several(
        sign("shop:a.Leaf.run", "self, a, b", "__init__"),
        sign("shop:a.Middle.run", "self", "__init__"),
        sign("shop:a.Base.run", "self", "__init__"),
    ),
    "a method overrides one from outside": say("shop:a.Leaf.run", "overrides", "<builtin>:print"),
    "a Java class calls its own private method": say(
        *("shop:demo.Other", "calls", "shop:demo.Other:shut()"), **IN_JAVA
    ),
    "a followed value leads to a private method": say(
        *("shop:demo.Other:open(Object)", "calls", "shop:demo.Outer.Inner:shut()"), resolution="inferred", **IN_JAVA
    ),
    "Python calls what is private": several(
        define("shop:a.hidden", "Function", attributes={"visibility": "private"}),
        say("shop:a.Leaf.run", "calls", "shop:a.hidden"),
    ),
    "functions call each other": say("shop:a.Leaf.run", "calls", MAIN),
    "a function calls itself": say(MAIN, "calls", MAIN),
    "a licence is spelled as metadata does": change(licence="Mozilla Public License 2.0 (MPL 2.0)"),
    "two licences are allowed": change(licence="MPL-2.0 AND MIT"),
    "one licence is for choice": change(licence="GPL-3.0-only OR MIT"),
    "the place is the whole file": change(start=0, end=1000, line_start=1, line_end=50),
}
