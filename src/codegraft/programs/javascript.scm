; JavaScript syntax in the kinds of parsing/python_nodes.scm; typescript.scm adds to it.

[(statement_block) (class_body) (switch_body)] @block
[(identifier) (property_identifier) (shorthand_property_identifier) (this)] @name
(member_expression) @attribute
[(call_expression) (new_expression)] @call
[(string) (template_string)] @string
(number) @number
[(true) (false) (null) (undefined)] @constant
[(variable_declarator) (assignment_expression)] @assignment
(augmented_assignment_expression) @augmented
(update_expression) @augmented
(binary_expression) @operation
(unary_expression) @unary
(ternary_expression) @conditional
(subscript_expression) @subscript
(array) @list
(object) @dictionary
(pair) @pair
(spread_element) @splat
(await_expression) @await
(yield_expression) @yield
[
  (function_declaration) (function_expression) (arrow_function) (method_definition) (generator_function_declaration)
  (generator_function)
] @function
[(class_declaration) (class)] @class
(formal_parameters) @parameters
(assignment_pattern) @default
(rest_pattern) @splat
(return_statement) @return
(throw_statement) @raise
[(for_statement) (for_in_statement)] @for
[(while_statement) (do_statement)] @while
(catch_clause) @except
(import_statement) @import
(decorator) @decorator
