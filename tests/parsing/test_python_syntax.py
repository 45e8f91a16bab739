"""What Python syntax becomes: source in, nodes out."""

from tests.parsing.outline import expected, outline


def test_decorators_parameters_and_annotations_belong_to_the_function():
    source = """
    @d(1)
    async def f(a, *b, c: int = 1, **k) -> x:
        return a
    """
    assert outline("python", source) == expected("""
    Module
      Function:body {name=f}
        Call:decorators
          Identifier:callee d
          Literal.number:args 1
        Parameter:params a
        Parameter.variadic:params {name=b}
        Parameter:params {name=c}
          Identifier:type int
          Literal.number:default 1
        Parameter.variadic:params {name=k}
        Identifier:returns x
        Block:body
          Return:statements
            Identifier:value a
    """)


def test_a_function_without_parameters_has_a_name():
    source = """
    def f(): pass
    """
    assert outline("python", source) == expected("""
    Module
      Function:body {name=f}
        Block:body
          Unknown:statements pass
    """)


def test_a_class_has_bases_and_keywords():
    source = '''
    class A(B[int], metaclass=M):
        """doc"""
        x: int = 1
    '''
    assert outline("python", source) == expected('''
    Module
      Class:body {name=A}
        Unknown:bases
          Identifier B
          Identifier int
        Identifier:keywords M
        Block:body
          ExpressionStatement:statements
            Literal.string:expression """doc"""
          ExpressionStatement:statements
            Assignment:expression
              Variable.assignment:left x
              Identifier:type int
              Literal.number:right 1
    ''')


def test_a_lambda_is_a_function():
    source = """
    lambda x, *y: x
    """
    assert outline("python", source) == expected("""
    Module
      ExpressionStatement:body
        Function.lambda:expression
          Parameter:params x
          Parameter.variadic:params {name=y}
          Identifier:body x
    """)


def test_elif_else_and_ternary_are_conditionals():
    source = """
    if a:
        b
    elif c:
        d
    else:
        x if y else z
    """
    assert outline("python", source) == expected("""
    Module
      Conditional:body
        Identifier:condition a
        Block:then
          ExpressionStatement:statements
            Identifier:expression b
        Conditional:elifs
          Identifier:condition c
          Block:then
            ExpressionStatement:statements
              Identifier:expression d
        Block:else
          ExpressionStatement:statements
            Conditional:expression
              Identifier:then x
              Identifier:condition y
              Identifier:else z
    """)


def test_loops_name_their_target_and_iterable():
    source = """
    for i, j in k:
        break
    else:
        pass
    while (n := 1):
        continue
    """
    assert outline("python", source) == expected("""
    Module
      Loop.for:body
        Unknown:target
          Variable.assignment i
          Variable.assignment j
        Identifier:iterable k
        Block:body
          Unknown:statements break
        Block:else
          Unknown:statements pass
      Loop.while:body
        Assignment:condition
          Variable.walrus:left n
          Literal.number:right 1
        Block:body
          Unknown:statements continue
    """)


def test_a_comprehension_has_a_loop_for_each_for():
    source = """
    [x + 1 for x in y if x for z in x]
    """
    assert outline("python", source) == expected("""
    Module
      ExpressionStatement:body
        Unknown:expression
          Unknown
            Identifier x
            Literal.number 1
          Loop.comprehension
            Variable.for:target x
            Identifier:iterable y
          Conditional
            Identifier:condition x
          Loop.comprehension
            Variable.for:target z
            Identifier:iterable x
    """)


def test_imports_bind_variables():
    source = """
    import a.b as c, d.e
    from ..x import (y as z, w)
    from . import *
    from __future__ import annotations
    """
    assert outline("python", source) == expected("""
    Module
      Import:body {imported=a.b, alias=c, imported=d.e}
        Variable.import c
        Variable.import d
      Import:body {module=..x, imported=y, alias=z, imported=w}
        Variable.import z
        Variable.import w
      Import:body {module=., imported=*}
      Import:body {module=__future__, imported=annotations}
        Variable.import annotations
    """)


def test_assignments_chain_unpack_and_update():
    source = """
    x, (y, *z) = a.b[1:2] = f(-1, *p, k=not q)
    x += 1
    y: int
    """
    assert outline("python", source) == expected("""
    Module
      ExpressionStatement:body
        Assignment:expression
          Unknown:left
            Variable.assignment x
            Unknown
              Variable.assignment y
              Unknown
                Variable.assignment z
          Assignment:right
            Unknown:left
              MemberExpression
                Identifier:object a
                Identifier:property b
              Unknown
                Literal.number 1
                Literal.number 2
            Call:right
              Identifier:callee f
              Unknown:args
                Literal.number 1
              Unknown:args
                Identifier p
              Unknown:args
                Identifier q
      ExpressionStatement:body
        Assignment:expression {operator=+=}
          Variable.assignment:left x
          Literal.number:right 1
      ExpressionStatement:body
        Assignment:expression
          Variable.assignment:left y
          Identifier:type int
    """)


def test_match_cases_are_conditionals_that_bind():
    source = """
    match p:
        case A(x=1, y=C(z)) if z: pass
        case [a, *rest] | {"k": v}: pass
    """
    assert outline("python", source) == expected("""
    Module
      Conditional:body
        Identifier:condition p
        Block:then
          Conditional:statements
            Unknown:condition
              Identifier A
              Literal.number 1
              Unknown
                Identifier C
                Variable.match z
            Conditional:guard
              Identifier:condition z
            Block:then
              Unknown:statements pass
          Conditional:statements
            Unknown:condition
              Unknown
                Variable.match a
                Unknown
                  Variable.match rest
              Unknown
                Literal.string "k"
                Variable.match v
            Block:then
              Unknown:statements pass
    """)


def test_try_and_with_bind_what_they_name():
    source = """
    try:
        with open(a) as b, c: raise E
    except (E, F) as e:
        del e
    finally:
        pass
    """
    assert outline("python", source) == expected("""
    Module
      Unknown:body
        Block:body
          Unknown:statements
            Call
              Identifier:callee open
              Identifier:args a
            Variable.with b
            Identifier c
            Block:body
              Unknown:statements
                Identifier E
        Unknown:handlers
          Unknown
            Identifier E
            Identifier F
          Variable.except e
          Block:body
            Unknown:statements
              Identifier.deleted e
        Block:finally
          Unknown:statements pass
    """)


def test_literals_say_their_type_and_hold_interpolations():
    source = """
    f"{a!r:>{w}}" "b"
    1.5; True; None; ...
    """
    assert outline("python", source) == expected("""
    Module
      ExpressionStatement:body
        Literal.string:expression
          Literal.string
            Identifier a
            Identifier w
          Literal.string "b"
      ExpressionStatement:body
        Literal.number:expression 1.5
      ExpressionStatement:body
        Literal.boolean:expression True
      ExpressionStatement:body
        Literal.null:expression None
      ExpressionStatement:body
        Literal.ellipsis:expression ...
    """)
