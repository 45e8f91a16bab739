"""Python names across files."""

import pytest

from tests.symbols.projects import Project


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
        "base.py:4 -> base.py:1 Class Base",
        "base.py:4 -> base.py:2 Function m",
        "sub.py:4 -> sub.py:7 Function n",
        "sub.py:5 -> base.py:2 Function m",
        "sub.py:6 -> base.py:3 Function make",
        "sub.py:9 -> sub.py:2 Class Sub",
        "sub.py:9 -> sub.py:3 Function m",
        "sub.py:10 -> sub.py:7 Function n",
        "sub.py:11 -> base.py:3 Function make",
    }


def test_a_method_that_an_unknown_base_may_have_stays_unresolved():
    project = Project(
        {
            "m.py": """
            from elsewhere import Unknown
            class Mixin:
                def m(self): pass
            class A(Unknown, Mixin):
                def f(self): self.m()
            class B(Mixin, Unknown):
                def f(self): self.m()
            """
        }
    )
    assert project.calls == {"m.py:7 -> m.py:3 Function m"}


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
