(keyword) @keyword

(indicator category: (word) @type)
(row head: (word) @variable.parameter)
(level name: (word) @type)
(category name: (word) @type)

(standard name: (word) @namespace)
(template name: (word) @namespace)
(use name: (word) @namespace)
(declaration name: (word) @constant)
(label name: (word) @label)

[(text) (sentence)] @string
(number) @constant.numeric
(date) @constant.numeric
(unit) @type.builtin

[(comparison) (operator) (range)] @operator
["{" "}" "(" ")"] @punctuation.bracket
(comma) @punctuation.delimiter

(line_comment) @comment.line
(block_comment) @comment.block

[(mistake) (malformed_number) (malformed_comparison)] @error
