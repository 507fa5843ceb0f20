[
  (block)
  (group)
  (block_comment)
] @fold
