; Later patterns win.

(word) @variable

(keyword) @keyword
(property key: (keyword) @property)

(indicator category: (word) @type)
(row head: (word) @attribute)

(standard name: (word) @module)
(template name: (word) @module)
(use name: (word) @module)
(level name: (word) @type)
(category name: (word) @type)
(declaration name: (word) @constant)
(label name: (word) @label)

[(text) (sentence)] @string
(project name: (text) @string.special)
(actual name: (text) @string.special)
(import name: (text) @string.special)

(number) @number
(date) @number
(unit) @type.builtin

(comparison) @operator
(operator) @operator
(range) @operator

["{" "}" "(" ")"] @punctuation.bracket
(comma) @punctuation.delimiter

[(line_comment) (block_comment)] @comment

[(mistake) (malformed_number) (malformed_comparison)] @error
