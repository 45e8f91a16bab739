; Java syntax -> graph nodes. The captures mean what the head of python.scm says; one is Java's own:
;
;   @member   a call on an object: `object.name` has no node in the grammar, so a MemberExpression is made for it
;
; Every @Variable is a declaration here. @Identifier.type names a type, other identifiers a value, type or package.
; Arrays are types of their own: `T[]` is Unknown, and so are the brackets of `T name[]`, a further type of `name`.
; What other files' names depend on has a node although it is a keyword: parameters' primitive types, `private`.

; --- without a kind of their own: Unknown, their type says what they are -------------------------------------------

[
  (assert_statement) (break_statement) (continue_statement) (labeled_statement) (package_declaration)
  (synchronized_statement) (throw_statement) (try_statement) (try_with_resources_statement) (catch_clause)
  (yield_statement) (module_declaration)
  (array_access) (array_type) (array_creation_expression) (array_initializer) (element_value_array_initializer)
  (binary_expression) (cast_expression) (class_literal) (instanceof_expression) (unary_expression)
  (update_expression) (template_expression) (record_pattern) (annotation) (marker_annotation)
  (ERROR)
] @Unknown

; --- names -----------------------------------------------------------------------------------------------------------

[(identifier) (this) (super)] @Identifier
(type_identifier) @Identifier.type
(formal_parameter type: [(integral_type) (floating_point_type) (boolean_type)] @Identifier.type)
(spread_parameter [(integral_type) (floating_point_type) (boolean_type)] @Identifier.type)
(marker_annotation name: (identifier) @Identifier.type)
(annotation name: (identifier) @Identifier.type)
(record_pattern . (identifier) @Identifier.type)
(scoped_identifier scope: (_) @field.object) @MemberExpression
(scoped_identifier name: (_) @field.property)
(scoped_type_identifier . (_) @field.object) @MemberExpression
(scoped_type_identifier (type_identifier) @field.property .)
(field_access object: (_) @field.object) @MemberExpression
(field_access field: (_) @field.property)
(method_reference . (_) @field.object) @MemberExpression
(method_reference (_) (identifier) @field.property .)

(package_declaration [(identifier) (scoped_identifier)] @hidden @text.name)
(labeled_statement . (identifier) @hidden)
(break_statement (identifier) @hidden)
(continue_statement (identifier) @hidden)
(element_value_pair key: (identifier) @hidden)
(receiver_parameter) @hidden
(module_declaration (_) @hidden)

; --- literals --------------------------------------------------------------------------------------------------------

[
  (decimal_integer_literal) (hex_integer_literal) (octal_integer_literal) (binary_integer_literal)
  (decimal_floating_point_literal) (hex_floating_point_literal)
] @Literal.number
[(string_literal) (character_literal)] @Literal.string
[(true) (false)] @Literal.boolean
(null_literal) @Literal.null

; --- containers ------------------------------------------------------------------------------------------------------

(program) @Module @scope.module
(program (_) @list.body)
[
  (block) (class_body) (interface_body) (enum_body) (annotation_type_body) (constructor_body) (switch_block)
  (module_body)
] @Block
[(block) (constructor_body) (switch_block)] @scope.block
(block (_) @list.statements)
(class_body (_) @list.statements)
(interface_body (_) @list.statements)
(enum_body (_) @list.statements)
(annotation_type_body (_) @list.statements)
(constructor_body (_) @list.statements)
(switch_block (_) @list.statements)

; --- definitions -----------------------------------------------------------------------------------------------------

(class_declaration) @Class @scope.class
(interface_declaration) @Class.interface @scope.class
(enum_declaration) @Class.enum @scope.class
(record_declaration) @Class.record @scope.class
(annotation_type_declaration) @Class.annotation @scope.class
(class_declaration name: (_) @text.name)
(class_declaration body: (_) @field.body)
(interface_declaration name: (_) @text.name)
(interface_declaration body: (_) @field.body)
(enum_declaration name: (_) @text.name)
(enum_declaration body: (_) @field.body)
(record_declaration name: (_) @text.name)
(record_declaration body: (_) @field.body)
(annotation_type_declaration name: (_) @text.name)
(annotation_type_declaration body: (_) @field.body)
(superclass [(type_identifier) (scoped_type_identifier)] @list.bases)
(superclass (generic_type . (_) @list.bases))
(super_interfaces (type_list [(type_identifier) (scoped_type_identifier)] @list.bases))
(super_interfaces (type_list (generic_type . (_) @list.bases)))
(extends_interfaces (type_list [(type_identifier) (scoped_type_identifier)] @list.bases))
(extends_interfaces (type_list (generic_type . (_) @list.bases)))
(object_creation_expression (class_body) @Class.anonymous @scope.class)
(enum_constant body: (class_body) @Class.anonymous @scope.class)

(method_declaration name: (identifier) @text.name) @Function @scope.function
(method_declaration type: (_) @field.returns)
(method_declaration dimensions: (_) @Unknown @field.returns)
(method_declaration body: (_) @field.body)
(constructor_declaration name: (identifier) @text.name) @Function.constructor @scope.function
(constructor_declaration body: (_) @field.body)
(compact_constructor_declaration name: (identifier) @text.name) @Function.constructor @scope.function
(compact_constructor_declaration body: (_) @field.body)
(annotation_type_element_declaration name: (identifier) @text.name) @Function @scope.function
(annotation_type_element_declaration type: (_) @field.returns)
(lambda_expression) @Function.lambda @scope.function
(lambda_expression body: (_) @field.body)
(modifiers [(annotation) (marker_annotation)] @list.decorators)
(modifiers "private" @Identifier @list.decorators)

(formal_parameter name: (identifier) @text.name) @Parameter @list.params
(formal_parameter type: (_) @field.type)
(formal_parameter dimensions: (_) @Unknown @field.type)
(spread_parameter (variable_declarator name: (identifier) @text.name)) @Parameter.variadic @list.params
(spread_parameter (modifiers)? . (_) @field.type)
(lambda_expression parameters: (identifier) @Parameter @list.params)
(lambda_expression parameters: (inferred_parameters (identifier) @Parameter @list.params))
(type_parameter (type_identifier) @text.name) @Parameter.type
(type_parameter (type_bound (_) @field.type))

; --- bindings --------------------------------------------------------------------------------------------------------

[(local_variable_declaration) (field_declaration) (constant_declaration)] @ExpressionStatement
(local_variable_declaration type: (_) @field.type)
(field_declaration type: (_) @field.type)
(constant_declaration type: (_) @field.type)
(variable_declarator name: (identifier) @text.name)
(variable_declarator dimensions: (_) @Unknown @field.type)
(variable_declarator value: (_) @field.initializer)
(local_variable_declaration declarator: (variable_declarator) @Variable.local @list.declarations)
(field_declaration declarator: (variable_declarator) @Variable.field @list.declarations)
(constant_declaration declarator: (variable_declarator) @Variable.field @list.declarations)
(enum_constant name: (identifier) @text.name) @Variable.constant
(enum_constant arguments: (argument_list (_) @list.args))
(enum_constant body: (_) @field.body)
(resource type: (_) @field.type) @Variable.resource
(resource name: (identifier) @text.name)
(resource value: (_) @field.initializer)
(catch_formal_parameter name: (identifier) @text.name) @Variable.catch
(catch_formal_parameter (catch_type (_) @list.types))
(enhanced_for_statement name: (identifier) @Variable.for @field.target)
(enhanced_for_statement type: (_) @field.type)
(enhanced_for_statement dimensions: (_) @Unknown @field.type)
(instanceof_expression name: (identifier) @Variable.pattern)
(instanceof_expression right: (_) @field.type)
(type_pattern (identifier) @text.name) @Variable.pattern
(type_pattern . (_) @field.type)
(record_pattern_component (identifier) @text.name) @Variable.pattern
(record_pattern_component . (_) @field.type)

(assignment_expression left: (_) @field.left) @Assignment
(assignment_expression operator: _ @text.operator)
(assignment_expression right: (_) @field.right)

; --- imports ---------------------------------------------------------------------------------------------------------

(import_declaration [(identifier) (scoped_identifier)] @hidden @text.module) @Import
(import_declaration (scoped_identifier name: (_) @texts.imported) . ";")
(import_declaration (identifier) @texts.imported . ";")
(import_declaration (asterisk) @texts.imported)
(import_declaration "static" @text.modifier)

; --- control flow ----------------------------------------------------------------------------------------------------

(if_statement condition: (_) @field.condition) @Conditional
(if_statement consequence: (_) @field.then)
(if_statement alternative: (_) @field.else)
(ternary_expression condition: (_) @field.condition) @Conditional
(ternary_expression consequence: (_) @field.then)
(ternary_expression alternative: (_) @field.else)
(switch_expression condition: (_) @field.condition) @Conditional
(switch_expression body: (_) @field.then)
[(switch_rule) (switch_block_statement_group)] @Conditional
(switch_label (_) @list.labels)
(switch_label (guard (_) @field.guard))
(switch_rule (switch_label) . (_) @field.then)

(for_statement) @Loop.for @scope.block
(for_statement init: (_) @field.init)
(for_statement condition: (_) @field.condition)
(for_statement update: (_) @field.update)
(for_statement body: (_) @field.body)
(enhanced_for_statement) @Loop.for_each @scope.block
(enhanced_for_statement value: (_) @field.iterable)
(enhanced_for_statement body: (_) @field.body)
(while_statement condition: (_) @field.condition) @Loop.while
(while_statement body: (_) @field.body)
(do_statement condition: (_) @field.condition) @Loop.do
(do_statement body: (_) @field.body)

[(try_with_resources_statement) (catch_clause)] @scope.block
(try_statement body: (_) @field.body)
(try_statement (catch_clause) @list.handlers)
(try_with_resources_statement (catch_clause) @list.handlers)
(try_with_resources_statement body: (_) @field.body)
(catch_clause body: (_) @field.body)
(finally_clause (_) @field.finally)

(return_statement) @Return
(return_statement (_) @field.value)

; --- calls and statements --------------------------------------------------------------------------------------------

[(method_invocation) (object_creation_expression) (explicit_constructor_invocation)] @Call
(method_invocation !object name: (identifier) @field.callee)
(method_invocation object: (_) @field.object) @member
(method_invocation name: (identifier) @field.property)
(method_invocation arguments: (argument_list (_) @list.args))
(object_creation_expression type: (_) @field.callee)
(object_creation_expression arguments: (argument_list (_) @list.args))
(object_creation_expression (class_body) @field.body)
(explicit_constructor_invocation constructor: (_) @field.callee)
(explicit_constructor_invocation arguments: (argument_list (_) @list.args))

(expression_statement) @ExpressionStatement
(expression_statement (_) @field.expression)
