[(source_file) (project) (template)] @local.scope

(label name: (word) @local.definition.variable)
(check (word) @local.reference)
(check (group (word) @local.reference))
