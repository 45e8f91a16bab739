"""Which values reach a call: through items, annotations, class methods without a decorator, and what a test leaves."""

import pytest

from tests.symbols.sources import Model


def arrows(source, *kinds):
    return Model({"m.py": source}).arrows(*kinds)


def test_the_key_reaches_the_methods_that_items_are_read_and_written_with():
    source = """
    def one(): pass
    def other(): pass
    def third(): pass
    class Box:
        def __getitem__(self, key): key()
        def __setitem__(self, key, value): key(); value()
    def f():
        Box()[one]
        Box()[other] = third
    """
    assert arrows(source, "call") >= {
        "m.Box.__getitem__ -> m.one",
        "m.Box.__setitem__ -> m.other",
        "m.Box.__setitem__ -> m.third",
        "m.f -> m.Box.__getitem__",
        "m.f -> m.Box.__setitem__",
    }
    assert "m.Box.__getitem__ -> m.other" not in arrows(source, "call")


@pytest.mark.parametrize("method", ["__init_subclass__", "__class_getitem__"])
def test_methods_that_get_the_class_without_a_decorator_call_its_methods(method):
    source = f"""
    class A:
        def {method}(cls): cls.made()
        @classmethod
        def made(cls): pass
        def own(self): self.{method}
    """
    assert f"m.A.{method} -> m.A.made" in arrows(source, "call")


@pytest.mark.parametrize("annotation", ["list[Robot]", "dict[str, Robot]", "Iterable[Robot]", "tuple[int, Robot]"])
def test_elements_are_what_the_last_part_of_an_annotation_promises(annotation):
    source = f"""
    from collections.abc import Iterable
    class Robot:
        def walk(self): pass
    def f(robots: {annotation}):
        for robot in robots{".values()" if annotation.startswith("dict") else ""}:
            robot.walk()
    """
    assert "m.f -> m.Robot.walk" in arrows(source, "call")


@pytest.mark.parametrize("test", ["if given is None", "if not given"])
def test_what_is_returned_where_a_parameter_is_none_is_not_what_is_returned_where_it_is_given(test):
    source = f"""
    def one(): pass
    def other(): pass
    def choose(given=None):
        {test}:
            return one
        return other
    def f(): choose()()
    def g(): choose(given=f)()
    """
    found = arrows(source, "call")
    assert {"m.f -> m.one", "m.g -> m.other"} <= found
    assert "m.g -> m.one" not in found


def test_methods_of_functions_without_a_class_override_nothing():
    source = """
    class A:
        def f(self): pass
    class B(A):
        def f(self): pass
        g = lambda self: self.f()
    def f(): pass
    """
    assert arrows(source, "override") == {"m.B.f -> m.A.f"}
