" Formatting of .perf files.
scriptencoding utf-8

" For 'formatexpr': tidies up the whole file as `perfc fmt` does, whatever lines are named, because a part of a file does
" not tell how deep it stands. Comments alone, and what is typed, are Vim's own to break.
function! perf#format() abort
  let lines = getline(v:lnum, v:lnum + v:count - 1)
  if mode() =~# '[iR]' || empty(filter(lines, {_, line -> line !~# '^[[:blank:]　]*\%(//\|／／\)'}))
    return 1
  endif
  let tidy = systemlist('perfc fmt -', getline(1, '$'))
  if v:shell_error
    echohl ErrorMsg | echomsg v:lang =~? '^zh' ? '没有整理：:make 说明原因' : 'left as it is: :make says why' | echohl None
  elseif tidy !=# getline(1, '$')
    let view = winsaveview()
    call setline(1, tidy)
    if line('$') > len(tidy)
      execute 'silent' len(tidy) + 1 . ',$delete _'
    endif
    call winrestview(view)
  endif
  return 0
endfunction
