" What Vim and Neovim make of .perf files: vim -es -u tests/editors/vim.vim, from the root of the repository.
" Ends with status 1 and tells what is not as it should be.
set nocompatible encoding=utf-8 nomore
scriptencoding utf-8
set runtimepath^=editors/vim
filetype plugin indent on
syntax on

let s:wrong = []

function! s:is(got, wanted, what) abort
  if a:got !=# a:wanted
    call add(s:wrong, printf('%s: %s, not %s', a:what, string(a:got), string(a:wanted)))
  endif
endfunction

" The group of the first character of a piece of a line.
function! s:group(line, piece) abort
  let at = stridx(getline(a:line), a:piece)
  return synIDattr(synID(a:line, at + 1, 1), 'name')
endfunction

new example.perf
call s:is(&filetype, 'perf', 'filetype')
call s:is(&commentstring, '// %s', 'commentstring')
call s:is(&shiftwidth, 4, 'shiftwidth')

let s:lines = [
      \ ['标准 mof-2020 // 注', [['标准', 'Structure'], ['mof', 'Word'], ['// 注', 'Comment']]],
      \ ['项目 "2026年“宣传”" {', [['项目', 'Structure'], ['"2026', 'Text'], ['宣传', 'Text'], ['{', 'Bracket']]],
      \ ['    预算 1,020,000.00 元 { 财政资金 100 万元; other 2 万元 }', [['预算', 'Statement'], ['1,020', 'Number'], ['000.00', 'Number'], ['元 {', 'Unit'], ['财政', 'Row'], ['万元;', 'Unit'], ['other', 'Row'], ['}', 'Bracket']]],
      \ ['    数量 "活动" ≥ 12 次 记作 次数', [['数量', 'Category'], ['≥', 'Comparison'], ['12', 'Number'], ['次 ', 'Unit'], ['记作', 'As'], ['次数', 'Label']]],
      \ ['    quantity "a ""b"" c" >= 12 weight 10 as x', [['quantity', 'Category'], ['""b', 'Doubled'], [' c"', 'Text'], ['>=', 'Comparison'], ['weight', 'Argument'], ['10', 'Number'], ['as', 'As'], ['x', 'Label']]],
      \ ['    质量 “建设“茶淀”区” 分档 优100%, 良99.5%', [['质量', 'Category'], ['“建设', 'Text'], ['区”', 'Text'], ['分档', 'Argument'], ['100', 'Number'], ['%,', 'Unit']]],
      \ ['    时效 "时间" 不晚于2026-11', [['不晚于', 'Argument'], ['2026-11', 'Date']]],
      \ ['    时效 "时间" 2026年11月底前', [['2026年', 'Date'], ['底前', 'Date']]],
      \ ['    成本 "费用" <= 530 元/人·月 每 家', [['530', 'Number'], ['元/人', 'Unit'], ['月', 'Unit'], ['每', 'Per'], ['家', 'Unit']]],
      \ ['    数量 "人次" 不少于12家', [['不少于', 'Comparison'], ['12', 'Number'], ['家', 'Unit']]],
      \ ['    数量　「全角」　＞＝　１２　次　｛　备注　“甲”　｝', [['数量', 'Category'], ['「', 'Text'], ['＞', 'Comparison'], ['１２', 'Number'], ['｛', 'Bracket'], ['备注', 'Statement'], ['｝', 'Bracket']]],
      \ ['    校验 "甲" 合计(成本) + 站数 × 2 ≤ 预算', [['校验', 'Statement'], ['合计', 'Argument'], ['(', 'Bracket'], ['成本', 'Word'], ['+', 'Operator'], ['×', 'Operator'], ['2', 'Number']]],
      \ ['    用途 "没有结束', [['"没有', 'Mistake']]],
      \ ['    quantity: 1', [[':', 'Mistake']]],
      \ ['    /* 备忘', [['备忘', 'Comment']]],
      \ ['    项目 */ 目标 "乙"', [['项目', 'Comment'], ['目标', 'Statement']]],
      \ ]
call setline(1, map(copy(s:lines), {_, row -> row[0]}))
syntax sync fromstart
for s:row in range(len(s:lines))
  for [s:piece, s:group] in s:lines[s:row][1]
    call s:is(s:group(s:row + 1, s:piece), 'perf' . s:group, s:lines[s:row][0] . ' | ' . s:piece)
  endfor
endfor

" No example holds anything that is highlighted as a mistake, and each is indented as it is written.
let s:examples = glob('examples/*.perf', 0, 1)
call s:is(len(s:examples) > 5, v:true, 'examples are there')
for s:file in s:examples
  execute 'edit!' s:file
  syntax sync fromstart
  for s:row in range(1, line('$'))
    for s:column in range(1, min([col([s:row, '$']) - 1, 200]))
      if synIDattr(synID(s:row, s:column, 1), 'name') ==# 'perfMistake'
        call add(s:wrong, printf('%s:%d:%d is no mistake', s:file, s:row, s:column))
      endif
    endfor
  endfor
  let s:written = getline(1, '$')
  silent normal! gg=G
  for s:row in range(1, line('$'))
    call s:is(getline(s:row), s:written[s:row - 1], s:file . ':' . s:row . ' indented')
  endfor
endfor

" A file that is read as what it is not is written as it was.
let s:file = tempname() . '.perf'
let s:gbk = 0z46554E440A.CAFDC1BF.202261222031.B8F60A
call writefile(s:gbk, s:file)
execute 'edit!' s:file
silent write
call s:is(readfile(s:file, 'B'), s:gbk, 'a file in GBK')

" What the program does: gq tidies the whole file up, unless its braces do not match, and :make says what is wrong.
call s:is(executable('perfc'), 1, 'perfc on the path')
for [s:written, s:row, s:tidy] in [
      \ [['项目 "甲" {', '数量 "乙" ≥12次', '', '', '', '}'], 2, ['项目 "甲" {', '    数量 "乙" ≥ 12 次', '}']],
      \ [['项目 "甲" {', '数量 "乙" ≥12次'], 2, ['项目 "甲" {', '数量 "乙" ≥12次']],
      \ ]
  execute 'edit!' tempname() . '.perf'
  call setline(1, s:written)
  execute 'silent normal!' s:row . 'Ggqq'
  call s:is(getline(1, '$'), s:tidy, 'gq in ' . string(s:written))
endfor
execute 'edit!' tempname() . '.perf'
call setline(1, ['数量 "乙" ≥12次', '// ' . repeat('word ', 30)])
silent normal! 2Ggqq
call s:is([getline(1), line('$')], ['数量 "乙" ≥12次', 3], 'gq on a comment')

edit! examples/mistakes/P110-malformed-number.perf
silent make!
let s:found = filter(getqflist(), {_, item -> item.valid})
call s:is(get(s:found, 0, {'lnum': 0}).lnum, 5, ':make')

if empty(s:wrong)
  verbose echo 'Vim: all as it should be'
  quitall!
endif
for s:line in s:wrong
  verbose echo s:line
endfor
cquit!
