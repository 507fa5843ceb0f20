; The largest whole is a project, the smaller one a row.
(project block: (block) @class.inside) @class.around
(actual block: (block) @class.inside) @class.around
(template block: (block) @class.inside) @class.around

(indicator) @function.around
(result) @function.around

(text) @parameter.inside

[(line_comment) (block_comment)] @comment.around
