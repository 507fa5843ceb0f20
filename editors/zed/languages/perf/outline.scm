; What a file consists of, and the rows in it.
(project key: (keyword) @context name: (text) @name) @item
(actual key: (keyword) @context name: (text) @name) @item
(standard key: (keyword) @context name: (word) @name) @item
(template key: (keyword) @context name: (word) @name) @item
(indicator category: (word) @context name: (text) @name) @item
(result name: (text) @name) @item
