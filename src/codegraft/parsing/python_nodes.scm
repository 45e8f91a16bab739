; Python syntax that name resolution looks at; each capture's name is the kind of its nodes.
;
; Every expression is here, so that arguments and elements can be counted; what is not captured is transparent: its
; children belong to the nearest captured node around it. Of two nodes with one span the earlier kind is the outer one.

(block) @block
(type) @type
[(parameters) (lambda_parameters)] @parameters
(with_item) @with
(case_pattern) @case
(dict_pattern (splat_pattern) @case)
(class_pattern) @pattern
(as_pattern) @as
(identifier) @name
(attribute) @attribute
(case_pattern (dotted_name . (identifier) . (identifier)) @attribute)
(class_pattern . (dotted_name . (identifier) . (identifier)) @attribute)
(keyword_pattern (dotted_name . (identifier) . (identifier)) @attribute)
(call) @call
[(string) (concatenated_string)] @string
[(integer) (float)] @number
[(none) (true) (false) (ellipsis)] @constant
(assignment) @assignment
[(binary_operator) (comparison_operator)] @operation
[(unary_operator) (not_operator)] @unary
(binary_operator operator: _ @operator)
(comparison_operator operators: _ @operator)
(boolean_operator) @choice
(conditional_expression) @conditional
(subscript) @subscript
(slice) @slice
[(tuple) (expression_list) (pattern_list) (tuple_pattern)] @tuple
[(list) (list_pattern)] @list
(set) @set
(dictionary) @dictionary
(pair) @pair
[(list_comprehension) (set_comprehension) (generator_expression) (dictionary_comprehension)] @comprehension
(for_in_clause) @for_in
[(keyword_argument) (keyword_pattern)] @keyword
[(list_splat) (list_splat_pattern)] @splat
[(dictionary_splat) (dictionary_splat_pattern)] @splat2
(await) @await
(yield) @yield
(lambda) @lambda
(named_expression) @walrus
(function_definition) @function
(class_definition) @class
(decorated_definition) @decorated
(decorator) @decorator
[(default_parameter) (typed_default_parameter)] @default
(typed_parameter) @typed
(keyword_separator) @star
(augmented_assignment) @augmented
(return_statement) @return
(raise_statement) @raise
(for_statement) @for
(while_statement) @while
[(except_clause)] @except
[(import_statement) (import_from_statement) (future_import_statement)] @import
(global_statement) @global
(nonlocal_statement) @nonlocal
(delete_statement) @delete
[(print_statement) (exec_statement)] @python2
(type_parameter) @type_parameter
