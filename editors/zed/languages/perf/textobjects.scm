(project block: (block "{" (_)* @class.inside "}")) @class.around
(actual block: (block "{" (_)* @class.inside "}")) @class.around

(indicator) @function.around
(result) @function.around

[(line_comment) (block_comment)]+ @comment.around
