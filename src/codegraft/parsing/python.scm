; Python syntax -> graph nodes.
;
; A capture that starts with a capital makes its node a graph node of that kind; what follows the dot is a detail of
; it (@Literal.number). Syntax that is not captured is transparent: its children belong to the nearest captured
; ancestor. Where several captures decide about one node, the name that first appears later in this file wins.
;
;   @field.x   the node is field x of its graph parent      @list.x   ... one of several
;   @text.x    not a node: its text is field x of its graph parent      @texts.x   ... one of several
;   @hidden    not a node, and neither is anything in it
;   @inside    transparent, although captured above
;   @scope.x   names bound below are local to it      @outer   evaluated in the scope around the current one
;
; @Variable marks every binding; the first of a name in its scope stays Variable, the others become Identifier.

; --- without a kind of their own: Unknown, their type says what they are -------------------------------------------

[
  (assert_statement) (break_statement) (continue_statement) (delete_statement) (exec_statement)
  (global_statement) (nonlocal_statement) (pass_statement) (print_statement) (raise_statement)
  (try_statement) (except_clause) (with_statement)
  (await) (yield) (binary_operator) (boolean_operator) (comparison_operator) (not_operator) (unary_operator)
  (subscript) (slice) (list_splat) (dictionary_splat) (parenthesized_list_splat)
  (dictionary) (list) (set) (tuple) (expression_list) (pattern_list) (tuple_pattern) (list_pattern) (list_splat_pattern)
  (dictionary_comprehension) (generator_expression) (list_comprehension) (set_comprehension)
  (class_pattern) (dict_pattern) (splat_pattern) (union_pattern) (complex_pattern)
  (ERROR)
] @Unknown

; --- names -----------------------------------------------------------------------------------------------------------

(identifier) @Identifier
(global_statement (identifier) @Identifier.global)
(nonlocal_statement (identifier) @Identifier.nonlocal)
(delete_statement (identifier) @Identifier.deleted)
(delete_statement (expression_list (identifier) @Identifier.deleted))

(keyword_argument name: (identifier) @hidden)
(keyword_pattern . (identifier) @hidden)
(import_statement (dotted_name (identifier) @hidden))
(import_from_statement (dotted_name (identifier) @hidden))
(future_import_statement (dotted_name (identifier) @hidden))
(relative_import (dotted_name (identifier) @hidden))
(aliased_import (dotted_name (identifier) @hidden))
(dotted_name (identifier) . (identifier) @field.property)

(attribute object: (_) @field.object attribute: (_) @field.property) @MemberExpression

; --- literals --------------------------------------------------------------------------------------------------------

[(integer) (float)] @Literal.number
[(string) (concatenated_string)] @Literal.string
[(true) (false)] @Literal.boolean
(none) @Literal.null
(ellipsis) @Literal.ellipsis

; --- containers ------------------------------------------------------------------------------------------------------

(module) @Module @scope.module
(module (_) @list.body)
(block) @Block
(block (_) @list.statements)

; --- definitions -----------------------------------------------------------------------------------------------------

(function_definition name: (identifier) @text.name) @Function @scope.function
(function_definition parameters: (parameters (_) @list.params))
(function_definition body: (_) @field.body)
(function_definition return_type: (_) @outer @field.returns)
(lambda) @Function.lambda @scope.function
(lambda parameters: (lambda_parameters (_) @list.params))
(lambda body: (_) @field.body)

(class_definition name: (identifier) @text.name) @Class @scope.class
(class_definition body: (_) @field.body)
(class_definition superclasses: (argument_list (_) @list.bases @outer))
(class_definition superclasses: (argument_list (keyword_argument) @list.keywords))

(decorated_definition definition: (function_definition) @inside) @Function
(decorated_definition definition: (class_definition) @inside) @Class
(decorator (_) @list.decorators)

(parameters [(identifier) (default_parameter) (typed_parameter) (typed_default_parameter)] @Parameter)
(parameters [(list_splat_pattern) (dictionary_splat_pattern)] @Parameter.variadic)
(parameters (typed_parameter . [(list_splat_pattern) (dictionary_splat_pattern)]) @Parameter.variadic)
(lambda_parameters [(identifier) (default_parameter)] @Parameter)
(lambda_parameters [(list_splat_pattern) (dictionary_splat_pattern)] @Parameter.variadic)
(function_definition type_parameters: (type_parameter (type (identifier) @Parameter.type)))
(default_parameter name: (identifier) @text.name value: (_) @field.default @outer)
(typed_default_parameter name: (identifier) @text.name type: (_) @field.type @outer value: (_) @field.default @outer)
(typed_parameter . (identifier) @text.name)
(typed_parameter type: (_) @field.type @outer)
(typed_parameter . (list_splat_pattern) @inside)
(parameters (list_splat_pattern (identifier) @text.name))
(parameters (typed_parameter (list_splat_pattern (identifier) @text.name)))
(lambda_parameters (list_splat_pattern (identifier) @text.name))
(dictionary_splat_pattern (identifier) @text.name)

; --- bindings --------------------------------------------------------------------------------------------------------

(assignment left: (_) @field.left) @Assignment
(assignment right: (_) @field.right)
(assignment type: (_) @field.type)
(augmented_assignment left: (_) @field.left operator: _ @text.operator right: (_) @field.right) @Assignment
(named_expression name: (_) @field.left value: (_) @field.right) @Assignment
(type_alias_statement left: (_) @field.left right: (_) @field.right) @Assignment

(assignment left: (identifier) @Variable.assignment)
(augmented_assignment left: (identifier) @Variable.assignment)
(pattern_list (identifier) @Variable.assignment)
(tuple_pattern (identifier) @Variable.assignment)
(list_pattern (identifier) @Variable.assignment)
(pattern_list (list_splat_pattern (identifier) @Variable.assignment))
(tuple_pattern (list_splat_pattern (identifier) @Variable.assignment))
(list_pattern (list_splat_pattern (identifier) @Variable.assignment))
(type_alias_statement left: (type [
  (identifier) @Variable.assignment
  (generic_type . (identifier) @Variable.assignment)
]))
(named_expression name: (identifier) @Variable.walrus)
(for_statement left: (identifier) @Variable.for)
(for_in_clause left: (identifier) @Variable.for)
(with_item (as_pattern (as_pattern_target [(identifier) @Variable.with (tuple (identifier) @Variable.with)])))
(except_clause (as_pattern (as_pattern_target (identifier) @Variable.except)))
(case_pattern (dotted_name . (identifier) @Variable.match .))
(keyword_pattern (dotted_name . (identifier) @Variable.match .))
(union_pattern (dotted_name . (identifier) @Variable.match .))
(splat_pattern (identifier) @Variable.match)
(case_pattern (as_pattern (identifier) @Variable.match))

; --- imports ---------------------------------------------------------------------------------------------------------

[(import_statement) (import_from_statement) (future_import_statement)] @Import
(future_import_statement "__future__" @text.module)
(import_from_statement module_name: (_) @text.module)
(import_from_statement (wildcard_import) @texts.imported)
(_ name: (dotted_name) @texts.imported)
(aliased_import alias: (identifier) @texts.alias @Variable.import)
(import_statement name: (dotted_name . (identifier) @Variable.import))
(import_from_statement name: (dotted_name . (identifier) @Variable.import))
(future_import_statement name: (dotted_name . (identifier) @Variable.import))

; --- control flow ----------------------------------------------------------------------------------------------------

(if_statement condition: (_) @field.condition consequence: (_) @field.then) @Conditional
(elif_clause condition: (_) @field.condition consequence: (_) @field.then) @Conditional @list.elifs
(else_clause body: (_) @field.else)
(conditional_expression . (_) @field.then . (_) @field.condition . (_) @field.else) @Conditional
(if_clause (_) @field.condition) @Conditional
(match_statement) @Conditional
(match_statement subject: (_) @field.condition)
(match_statement body: (_) @field.then)
(case_clause consequence: (_) @field.then) @Conditional
(case_clause (case_pattern) @field.condition)
(case_clause guard: (_) @field.guard)

(for_statement left: (_) @field.target right: (_) @field.iterable body: (_) @field.body) @Loop.for
(while_statement condition: (_) @field.condition body: (_) @field.body) @Loop.while
(for_in_clause left: (_) @field.target right: (_) @field.iterable) @Loop.comprehension
[
  (dictionary_comprehension) (generator_expression) (list_comprehension) (set_comprehension)
] @scope.comprehension
(dictionary_comprehension body: (_) . (for_in_clause right: (_) @outer))
(generator_expression body: (_) . (for_in_clause right: (_) @outer))
(list_comprehension body: (_) . (for_in_clause right: (_) @outer))
(set_comprehension body: (_) . (for_in_clause right: (_) @outer))

(try_statement body: (_) @field.body)
(try_statement (except_clause) @list.handlers)
(except_clause (block) @field.body)
(finally_clause (block) @field.finally)
(with_statement body: (_) @field.body)

(return_statement) @Return
(return_statement (_) @field.value)

; --- calls and statements --------------------------------------------------------------------------------------------

(call function: (_) @field.callee) @Call
(call arguments: (argument_list (_) @list.args))
(call arguments: (generator_expression) @list.args)

(expression_statement) @ExpressionStatement
(expression_statement (_) @field.expression)
