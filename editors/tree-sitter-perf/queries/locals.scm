; A label is known in its project, a standard, template or unit in its file.

[
  (source_file)
  (project)
  (template)
] @local.scope

(label name: (word) @local.definition)
(standard name: (word) @local.definition)
(template name: (word) @local.definition)
(declaration name: (word) @local.definition)

(check (word) @local.reference)
(check (group (word) @local.reference))
(use name: (word) @local.reference)
