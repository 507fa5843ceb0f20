" Editing .perf files: comments, brackets, indentation by four blanks.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1
scriptencoding utf-8

setlocal comments=s1:/*,mb:*,ex:*/,:// commentstring=//\ %s
setlocal expandtab shiftwidth=4 softtabstop=4
setlocal matchpairs+=｛:｝,（:）,「:」,“:”
" A new file is UTF-8. One that was read otherwise is left as it is: it may have been read as what it is not.
if empty(&fileencoding) && &modifiable
  setlocal fileencoding=utf-8
endif
setlocal suffixesadd=.perf
" Texts stand on one line however long they are.
setlocal formatoptions-=t formatoptions+=croql wrap linebreak
let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop< matchpairs<'
      \ . ' suffixesadd< formatoptions< wrap< linebreak<'

if executable('perfc')
  " gq tidies up as `perfc fmt` does; :make says what is wrong.
  setlocal formatexpr=perf#format()
  compiler perfc
  let b:undo_ftplugin .= ' formatexpr< makeprg< errorformat<'
endif
