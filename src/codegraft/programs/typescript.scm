; What TypeScript adds to javascript.scm.

[(interface_declaration) (enum_declaration) (abstract_class_declaration)] @class
[(function_signature) (method_signature) (abstract_method_signature)] @function
(type_annotation) @type
(type_identifier) @name
(type_parameter) @type_parameter
[(interface_body) (enum_body)] @block
[(required_parameter) (optional_parameter)] @typed
