" :make lists what `perfc check` finds in the file.
if exists('current_compiler')
  finish
endif
let current_compiler = 'perfc'

CompilerSet makeprg=perfc\ check\ --format\ short\ --color\ never\ %:S
CompilerSet errorformat=%f:%l:%c:\ %m
