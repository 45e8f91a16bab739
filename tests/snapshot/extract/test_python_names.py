"""Python names and calls of a snapshot, across files."""

import pytest

from tests.snapshot.extract.projects import Project


def test_a_call_leads_through_re_exports_to_the_definition():
    project = Project(
        {
            "pkg/__init__.py": "from .outer import run as start\n",
            "pkg/outer.py": "from .inner import *\n",
            "pkg/inner.py": "def run(): pass\n",
            "main.py": "import pkg\nfrom pkg import start\nstart()\npkg.start()\n",
        }
    )
    assert project.calls == {"main.py:3 -> pkg/inner.py:1 Function run", "main.py:4 -> pkg/inner.py:1 Function run"}
    assert project.references == {
        "pkg/__init__.py:1 Variable start -> pkg/inner.py:1 Function run",
        "main.py:2 Variable start -> pkg/inner.py:1 Function run",
        "main.py:3 start -> pkg/inner.py:1 Function run",
        "main.py:4 pkg -> main.py:1 Variable pkg",
        "main.py:4 start -> pkg/inner.py:1 Function run",
    }
    assert project.imports == {
        "pkg/__init__.py -> pkg/outer.py",
        "pkg/outer.py -> pkg/inner.py",
        "main.py -> pkg/__init__.py",
    }


@pytest.mark.parametrize(
    ("statement", "call", "imported"),
    [
        ("import a.b", "a.b.f()", "a/b.py"),
        ("import a.b as c", "c.f()", "a/b.py"),
        ("from a import b", "b.f()", "a/b.py"),
        ("from a.b import f", "f()", "a/b.py"),
        ("from a.b import *", "f()", "a/b.py"),
        ("from .b import f", "f()", "a/b.py"),
        ("from . import b", "b.f()", "a/b.py"),
        ("from ..a.b import f as g", "g()", "a/b.py"),
    ],
)
def test_every_form_of_import_reaches_the_module(statement, call, imported):
    files = {"a/b.py": "def f(): pass\n", "a/__init__.py": "", "__init__.py": "", "a/main.py": f"{statement}\n{call}\n"}
    if "." not in statement.split()[1][:1]:
        del files["__init__.py"]
    project = Project(files)
    assert project.calls == {"a/main.py:2 -> a/b.py:1 Function f"}
    assert f"a/main.py -> {imported}" in project.imports


def test_packages_are_found_under_src_and_without_init():
    project = Project(
        {
            "src/pkg/__init__.py": "",
            "src/pkg/a.py": "def f(): pass\n",
            "plain/b.py": "def g(): pass\n",
            "tests/test_a.py": "from pkg.a import f\nfrom plain.b import g\nfrom helper import h\nf(); g(); h()\n",
            "tests/helper.py": "def h(): pass\n",
            "other/helper.py": "def h(): pass\n",
        }
    )
    assert project.imports == {
        "tests/test_a.py -> src/pkg/a.py",
        "tests/test_a.py -> plain/b.py",
        "tests/test_a.py -> tests/helper.py",
    }
    assert len(project.calls) == 3


def test_an_import_of_the_standard_library_is_not_a_file_of_that_name():
    project = Project({"json.py": "def dumps(x): pass\n", "main.py": "import json\njson.dumps(1)\n"})
    assert project.imports == set()
    assert project.calls == set()


def test_packages_of_other_repositories_are_found_unless_two_have_the_name():
    lib = {"pkg/__init__.py": "def f(): pass\n"}
    main = {"app:main.py": "import pkg\npkg.f()\n"}
    one = {f"one:{path}": text for path, text in lib.items()}
    two = {f"two:{path}": text for path, text in lib.items()}
    assert Project(one | main).calls == {"main.py:2 -> pkg/__init__.py:1 Function f"}
    assert Project(one | two | main).calls == set()


def test_methods_are_found_by_self_cls_super_class_and_new_instance():
    project = Project(
        {
            "base.py": """
            class Base:
                def m(self): pass
                @classmethod
                def make(cls): return cls().m()
            """,
            "sub.py": """
            import base
            class Sub(base.Base):
                def m(self):
                    self.n()
                    super().m()
                    super(Sub, self).make()
                @staticmethod
                def n(x): x.m()
            Sub().m()
            Sub.n(1)
            Sub.make()
            """,
        }
    )
    assert project.calls == {
        "base.py:4 -> sub.py:2 Class Sub",  # cls is what make is called on
        "base.py:4 -> sub.py:3 Function m",
        "sub.py:4 -> sub.py:7 Function n",
        "sub.py:5 -> base.py:2 Function m",
        "sub.py:6 -> base.py:3 Function make",
        "sub.py:9 -> sub.py:2 Class Sub",
        "sub.py:9 -> sub.py:3 Function m",
        "sub.py:10 -> sub.py:7 Function n",
        "sub.py:11 -> base.py:3 Function make",
    }


def test_the_value_of_a_property_is_not_called():
    project = Project({"m.py": "class A:\n  @property\n  def p(self): return len\n  def f(self): return self.p(1)\n"})
    assert project.calls == set()
    assert "m.py:4 p -> m.py:2 Function p" in project.references


def test_generic_and_nested_classes_are_bases():
    project = Project(
        {
            "m.py": """
            class Outer:
                class Base:
                    def m(self): pass
            class A(Outer.Base[int]):
                def f(self): self.m()
            """
        }
    )
    assert project.calls == {"m.py:5 -> m.py:3 Function m"}


def test_imports_in_a_circle_end():
    project = Project(
        {
            "a.py": "from b import x\nfrom b import *\nx()\n",
            "b.py": "from a import x\nfrom a import *\nx()\ny()\n",
            "p/__init__.py": "from . import p\nfrom p import *\n",
        }
    )
    assert project.calls == set()
    assert {"a.py -> b.py", "b.py -> a.py"} <= project.imports


def test_classes_that_inherit_in_a_circle_end():
    project = Project({"m.py": "class A(B):\n  def f(self): self.g()\nclass B(A):\n  def h(self): self.f()\n"})
    assert project.calls == {"m.py:4 -> m.py:2 Function f"}


def test_a_long_chain_of_re_exports_and_bases_is_followed():
    files = {f"m{i}.py": f"from m{i + 1} import f, C\nclass D{i}(C): pass\n" for i in range(1_500)}
    files["m1500.py"] = "def f(): pass\nclass C:\n  def g(self): pass\n"
    files["main.py"] = "from m0 import f\nf()\n"
    assert "main.py:2 -> m1500.py:1 Function f" in Project(files).calls


def test_star_imports_bring_no_private_name_and_the_last_one_counts():
    project = Project(
        {
            "a.py": "def f(): pass\ndef _g(): pass\n",
            "b.py": "def f(): pass\n",
            "main.py": "from a import *\nfrom b import *\nf()\n_g()\n",
        }
    )
    assert project.calls == {"main.py:3 -> b.py:1 Function f"}


def test_an_import_that_may_fail_is_followed_to_the_one_in_the_snapshot():
    project = Project(
        {
            "fast.py": "def f(): pass\n",
            "main.py": """
            try:
                from accelerated import f
            except ImportError:
                from fast import f
            f()
            """,
        }
    )
    assert project.calls == {"main.py:5 -> fast.py:1 Function f"}


@pytest.mark.parametrize(
    "source",
    [
        "def a(): pass\na = 3\ndef use(): a()\n",
        "def f(): pass\nf = wrap(f)\ndef g(): f()\n",
        "def f(): pass\nf += 1\nf()\n",
        "def f(): pass\nf: object = 1\nf()\n",
        "def f(): pass\nfor f in []: pass\nf()\n",
        "def f(): pass\n(f := 1)\nf()\n",
        "def f(): pass\n[f := x for x in []]\nf()\n",
        "def f(): pass\nwith o as f: f()\n",
        "def f(): pass\ndef g():\n  global f\n  f = 1\nf()\n",
        "def outer():\n  def f(): pass\n  def g():\n    nonlocal f\n    f = 1\n  f()\n",
        "from lib import Session\nSession = Session()\nSession()\n",
        "from lib import Session\ndef g(): Session()\nSession = 1\n",
        "import lib\nlib = object()\nlib.run()\n",
        "def helper(): pass\nmatch 1:\n  case helper: helper()\n",
        "class A: pass\nA = make(A)\nclass B(A):\n  def f(self): pass\nA()\n",
    ],
)
def test_a_name_that_a_statement_rebinds_is_not_called(source):
    project = Project({"lib.py": "class Session: pass\ndef run(): pass\n", "m.py": source})
    assert project.calls == set()
    other = Project({"lib.py": "from m import *\n", "m.py": source, "n.py": "import m\nm.f(); m.A(); m.Session()\n"})
    assert {call for call in other.calls if call.startswith("n.py")} == set()


@pytest.mark.parametrize(
    "body",
    [
        "cls = REG[0]; return cls().visit()",
        "cls = cls.other; return cls.visit()",
        "cls, other = other, cls; cls.visit()",
        "for cls in []: cls.visit()",
        "cls = None; cls.visit()",
        "with x as cls: cls.visit()",
    ],
)
@pytest.mark.parametrize("decorator", ["", "@classmethod"])
def test_a_first_parameter_that_is_rebound_is_no_instance(decorator, body):
    source = f"class Node:\n  def visit(self): pass\n  {decorator}\n  def m(cls, other):\n    {body}\n"
    assert Project({"m.py": source}).calls == set()


def test_the_methods_of_a_rebound_base_are_not_inherited():
    source = """
    class Base:
        def m(self): pass
    Base = registered(Base)
    class A(Base):
        def f(self): self.m()
    """
    assert Project({"m.py": source}).calls == set()


@pytest.mark.parametrize(
    ("public", "calls"),
    [
        ("", {"a", "open"}),
        ("__all__ = ['a']", {"a"}),
        ("__all__ = ('a', '_b')", {"a", "_b"}),
        ('__all__: list[str] = ["a"]\n__all__ += ["open"]', {"a", "open"}),
        ("__all__ = []", set()),
        ("__all__ = ['a' 'open']", set()),
        ("__all__ = ['a']\ndef __dir__(): return __all__", {"a"}),
    ],
)
def test_a_star_import_brings_what_the_module_lists(public, calls):
    defined = "\ndef a(): pass\ndef open(x): pass\ndef _b(): pass\n"
    main = "from .m import *\na()\nopen('x')\n_b()\n"
    project = Project({"p/__init__.py": "", "p/m.py": public + defined, "p/main.py": main})
    assert {call.rsplit(" ", 1)[1] for call in project.calls} == calls
    again = Project(
        {"p/__init__.py": "", "p/m.py": public + defined, "p/n.py": "from .m import *\n"}
        | {"p/main.py": "from p import n\nn.a()\nn.open('x')\nn._b()\n"}
    )
    assert {call.rsplit(" ", 1)[1] for call in again.calls} == calls


def test_methods_are_looked_up_in_the_order_that_python_takes():
    source = """
    class Top:
        def m(self): pass
    class Left(Top): pass
    class Right(Top):
        def m(self): pass
    class Bottom(Left, Right):
        def f(self): self.m(); super().m()
    """
    assert Project({"m.py": source}).calls == {"m.py:7 -> m.py:5 Function m"}


def test_a_long_chain_of_bases_is_followed():
    classes = ["class C0:\n  def m(self): pass\n", *(f"class C{i}(C{i - 1}): pass\n" for i in range(1, 600))]
    assert Project({"m.py": "".join(classes) + "C599().m()\n"}).calls == {
        "m.py:602 -> m.py:601 Class C599",
        "m.py:602 -> m.py:2 Function m",
    }


@pytest.mark.parametrize(
    "definitions",
    [
        "try:\n  from fast import work\nexcept ImportError:\n  def work(): pass\n",
        "if x:\n  def work(): pass\nelse:\n  def work(): pass\n",
        "def work(): pass\nif x:\n  def work(): pass\n",
        "if x: from fast import work\nelse: from slow import work\n",
    ],
)
def test_a_name_with_several_definitions_is_called_neither_here_nor_from_elsewhere(definitions):
    files = {"fast.py": "def work(): pass\n", "slow.py": "def work(): pass\n"}
    main = "import m\nfrom m import work\nfrom m import *\nm.work()\nwork()\n"
    project = Project(files | {"m.py": f"{definitions}work()\ndef f(): work()\n", "main.py": main})
    assert project.calls == set()


def test_a_name_with_definitions_in_several_blocks_means_none_of_them():
    source = "from n import *\nif x:\n  def work(): pass\nelse:\n  def work(): pass\nwork()\n"
    project = Project({"m.py": source, "n.py": "def work(): pass\n", "main.py": "from m import work\nwork\n"})
    assert project.references == {"main.py:2 work -> main.py:1 Variable work"}


def test_a_method_with_definitions_in_several_blocks_is_not_called():
    source = """
    class A:
        if x:
            def m(self): pass
        else:
            def m(self): pass
        def f(self): self.m()
    """
    assert Project({"m.py": source}).calls == set()


@pytest.mark.parametrize(
    ("decorator", "called"),
    [
        ("property", False),
        ("abc.abstractmethod", True),
        ("functools.lru_cache(maxsize=None)", True),
        ("contextmanager", True),
        ("functools.wraps(g)", True),
    ],
)
def test_a_method_is_called_unless_a_decorator_may_have_made_it_an_attribute(decorator, called):
    source = f"class A:\n  @{decorator}\n  def val(self): pass\n  def f(self): return self.val()\n"
    project = Project({"m.py": source})
    assert project.calls == ({"m.py:4 -> m.py:2 Function val"} if called else set())
    assert "m.py:4 val -> m.py:2 Function val" in project.references
