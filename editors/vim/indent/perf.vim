" A line stands deeper for each bracket that is open above it.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1
scriptencoding utf-8

setlocal indentexpr=PerfIndent(v:lnum)
setlocal indentkeys=0},0),0｝,0）,o,O,!^F
setlocal nosmartindent
let b:undo_indent = 'setlocal indentexpr< indentkeys< smartindent<'

if exists('*PerfIndent')
  finish
endif

" What is left of a line without its texts and comments.
function! s:bare(line) abort
  let line = substitute(a:line, '"[^"]*"\|“[^”]*”\|「[^」]*」', '', 'g')
  return substitute(line, '\%(//\|／／\).*$\|/\*.\{-}\*/', '', 'g')
endfunction

function! s:count(line, pattern) abort
  return len(split(a:line, a:pattern, 1)) - 1
endfunction

function! PerfIndent(lnum) abort
  let before = prevnonblank(a:lnum - 1)
  if before == 0
    return 0
  endif
  let above = s:bare(getline(before))
  " Those that close at its begin have moved that line itself.
  let inner = substitute(above, '^[[:blank:]　]*[}｝)）]\+', '', '')
  let depth = s:count(inner, '[{｛(（]') - s:count(inner, '[}｝)）]')
  let closes = getline(a:lnum) =~# '^[[:blank:]　]*[}｝)）]'
  return max([0, indent(before) + (depth > 0) * shiftwidth() - (depth < 0) * shiftwidth() - closes * shiftwidth()])
endfunction
