; Written from the queries of the grammar: UPDATE_EDITORS=1 cargo test --test it editors
; Later patterns win.

(word) @variable

(keyword) @keyword
(property key: (keyword) @property)

(indicator category: (word) @type)
(row head: (word) @attribute)

(standard name: (word) @namespace)
(template name: (word) @namespace)
(use name: (word) @namespace)
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
(unit) @constant.builtin

(comparison) @operator
(operator) @operator
(range) @operator

["{" "}" "(" ")"] @punctuation.bracket
(comma) @punctuation.delimiter

[(line_comment) (block_comment)] @comment
