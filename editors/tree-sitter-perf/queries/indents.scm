[
  (block)
  (group)
] @indent.begin

["}" ")"] @indent.branch @indent.end

(block_comment) @indent.ignore
