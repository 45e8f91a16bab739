"""What Java syntax becomes: source in, nodes out."""

from tests.parsing.outline import expected, outline


def test_a_class_has_types_fields_and_constructors():
    source = """
    package a.b;
    import a.c.D;
    import static a.E.*;
    public class A<T extends X> extends p.B<T> implements I, J<K> {
      private final int a = 1, b;
      @Override <U> A(int x, String... r) throws Z { super(x); }
      int m() { return this.a; }
    }
    """
    assert outline("java", source) == expected("""
    Module
      Unknown:body {name=a.b}
      Import:body {module=a.c.D, imported=D}
      Import:body {modifier=static, module=a.E, imported=*}
      Class:body {name=A}
        Parameter.type {name=T}
          Identifier.type:type X
        MemberExpression:bases
          Identifier.type:object p
          Identifier.type:property B
        Identifier.type T
        Identifier.type:bases I
        Identifier.type:bases J
        Identifier.type K
        Block:body
          ExpressionStatement:statements
            Identifier:decorators private
            Variable.field:declarations {name=a}
              Literal.number:initializer 1
            Variable.field:declarations {name=b}
          Function.constructor:statements {name=A}
            Unknown:decorators
              Identifier.type Override
            Parameter.type {name=U}
            Parameter:params {name=x}
              Identifier.type:type int
            Parameter.variadic:params {name=r}
              Identifier.type:type String
            Identifier.type Z
            Block:body
              Call:statements
                Identifier:callee super
                Identifier:args x
          Function:statements {name=m}
            Block:body
              Return:statements
                MemberExpression:value
                  Identifier:object this
                  Identifier:property a
    """)


def test_every_declaration_of_a_type_is_a_class():
    source = """
    interface I extends J { int x = 1; }
    enum E { R(1) { void f() {} }, G; }
    record P(int x) { P { } }
    @interface Q { int v() default 1; }
    """
    assert outline("java", source) == expected("""
    Module
      Class.interface:body {name=I}
        Identifier.type:bases J
        Block:body
          ExpressionStatement:statements
            Variable.field:declarations {name=x}
              Literal.number:initializer 1
      Class.enum:body {name=E}
        Block:body
          Variable.constant:statements {name=R}
            Literal.number:args 1
            Class.anonymous:body
              Function:statements {name=f}
                Block:body {}
          Variable.constant:statements {name=G}
      Class.record:body {name=P}
        Parameter:params {name=x}
          Identifier.type:type int
        Block:body
          Function.constructor:statements {name=P}
            Block:body { }
      Class.annotation:body {name=Q}
        Block:body
          Function:statements {name=v}
            Literal.number 1
    """)


def test_loops_and_conditions():
    source = """
    class A { void g() {
      for (int i = 0; i < 3; i++) f(i);
      for (A z : zs) { }
      do { x(); } while (true);
      if (o instanceof A q) return; else { }
      int y = c ? 1 : 2;
    } }
    """
    assert outline("java", source) == expected("""
    Module
      Class:body {name=A}
        Block:body
          Function:statements {name=g}
            Block:body
              Loop.for:statements
                ExpressionStatement:init
                  Variable.local:declarations {name=i}
                    Literal.number:initializer 0
                Unknown:condition
                  Identifier i
                  Literal.number 3
                Unknown:update
                  Identifier i
                ExpressionStatement:body
                  Call:expression
                    Identifier:callee f
                    Identifier:args i
              Loop.for_each:statements
                Identifier.type:type A
                Variable.for:target z
                Identifier:iterable zs
                Block:body { }
              Loop.do:statements
                Block:body
                  ExpressionStatement:statements
                    Call:expression
                      Identifier:callee x
                Literal.boolean:condition true
              Conditional:statements
                Unknown:condition
                  Identifier o
                  Identifier.type:type A
                  Variable.pattern q
                Return:then return;
                Block:else { }
              ExpressionStatement:statements
                Variable.local:declarations {name=y}
                  Conditional:initializer
                    Identifier:condition c
                    Literal.number:then 1
                    Literal.number:else 2
    """)


def test_try_and_switch_bind_what_they_name():
    source = """
    class A { void g() {
      try (R r = new R(); q) { } catch (X | Y e) { throw e; } finally { }
      switch (k) { case 1: break; default: }
      int z = switch (k) { case P(int u) when u > 1 -> 2; default -> { yield 3; } };
    } }
    """
    assert outline("java", source) == expected("""
    Module
      Class:body {name=A}
        Block:body
          Function:statements {name=g}
            Block:body
              Unknown:statements
                Variable.resource {name=r}
                  Identifier.type:type R
                  Call:initializer
                    Identifier.type:callee R
                Identifier q
                Block:body { }
                Unknown:handlers
                  Variable.catch {name=e}
                    Identifier.type:types X
                    Identifier.type:types Y
                  Block:body
                    Unknown:statements
                      Identifier e
                Block:finally { }
              Conditional:statements
                Identifier:condition k
                Block:then
                  Conditional:statements
                    Literal.number:labels 1
                    Unknown break;
                  Conditional:statements default:
              ExpressionStatement:statements
                Variable.local:declarations {name=z}
                  Conditional:initializer
                    Identifier:condition k
                    Block:then
                      Conditional:statements
                        Unknown:labels
                          Identifier.type P
                          Variable.pattern {name=u}
                        Unknown:guard
                          Identifier u
                          Literal.number 1
                        ExpressionStatement:then
                          Literal.number:expression 2
                      Conditional:statements
                        Block:then
                          Unknown:statements
                            Literal.number 3
    """)


def test_a_call_on_an_object_has_a_member_expression():
    source = """
    class A {
      Object o = a.b().<T>c(1).d, p = new Q<R>(1) { void h() {} }, r = (x, y) -> x, s = A::m;
    }
    """
    assert outline("java", source) == expected("""
    Module
      Class:body {name=A}
        Block:body
          ExpressionStatement:statements
            Identifier.type:type Object
            Variable.field:declarations {name=o}
              MemberExpression:initializer
                Call:object
                  MemberExpression:callee
                    Call:object
                      MemberExpression:callee
                        Identifier:object a
                        Identifier:property b
                    Identifier.type T
                    Identifier:property c
                  Literal.number:args 1
                Identifier:property d
            Variable.field:declarations {name=p}
              Call:initializer
                Identifier.type:callee Q
                Identifier.type:callee R
                Literal.number:args 1
                Class.anonymous:body
                  Function:statements {name=h}
                    Block:body {}
            Variable.field:declarations {name=r}
              Function.lambda:initializer
                Parameter:params x
                Parameter:params y
                Identifier:body x
            Variable.field:declarations {name=s}
              MemberExpression:initializer
                Identifier:object A
                Identifier:property m
    """)
