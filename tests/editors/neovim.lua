-- Neovim with the language server, from the root of the repository, perfc on the path:
-- nvim --headless --clean --cmd 'set runtimepath^=editors/vim' -l tests/editors/neovim.lua
-- PARSER names the compiled tree-sitter grammar.

vim.cmd('filetype plugin indent on')

local wrong = 0

local function check(what, holds, detail)
  if not holds then
    wrong = wrong + 1
    print('not so: ' .. what .. (detail and ': ' .. vim.inspect(detail) or ''))
  end
end

--- Waits until something is so; answers what it is.
local function wait(what, holds)
  local found
  local so = vim.wait(10000, function()
    found = holds()
    return found
  end, 20)
  check(what, so)
  return found
end

local folder = vim.fn.tempname()
vim.fn.mkdir(folder, 'p')
local function open(example)
  local file = folder .. '/' .. vim.fs.basename(example)
  vim.fn.writefile(vim.fn.readfile(example), file)
  vim.cmd.edit(file)
  return vim.api.nvim_get_current_buf()
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

--- Puts one text in place of another, which must be there.
local function replace(old, new)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local from, to = line:find(old, 1, true)
    if from then
      vim.api.nvim_buf_set_text(0, row - 1, from - 1, row - 1, to, { new })
      return row
    end
  end
  error('not in the file: ' .. old)
end

--- Sets the cursor on a text.
local function go_to(piece)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search('\\V' .. piece, 'cW') > 0, piece)
end

local function diagnostic(code)
  return function()
    for _, found in ipairs(vim.diagnostic.get(0)) do
      if found.code == code then return found end
    end
  end
end

vim.lsp.config('perfc', { init_options = { lang = 'zh' } })
vim.lsp.enable('perfc')
local buffer = open('examples/tianjin-ip-2026.zh.perf')
check('the file type', vim.bo.filetype == 'perf', vim.bo.filetype)
local client = wait('the server is attached', function()
  return vim.lsp.get_clients({ bufnr = buffer })[1]
end)
if not client then
  print('stopped: no server')
  os.exit(1)
end
check('its name', client.name == 'perfc', client.name)

-- A mistake that is planted is told, at its place, in Chinese; where it is repaired it is gone.
local row = replace('财政资金 1020000.00 元', '财政资金 1020001.00 元')
local found = wait('the mistake is told', diagnostic('P401'))
if found then
  check('the line of the mistake', found.lnum + 1 == row, found.lnum + 1)
  check('its severity', found.severity == vim.diagnostic.severity.ERROR, found.severity)
  check('its language', found.message:find('预算') ~= nil, found.message)
end
replace('财政资金 1020001.00 元', '财政资金 1020000.00 元')
wait('the mistake is gone', function()
  return not diagnostic('P401')()
end)

-- Completion: the categories where a row begins.
row = vim.fn.search('\\V购买相关安可设备')
vim.api.nvim_buf_set_lines(0, row, row, false, { '    数' })
vim.api.nvim_win_set_cursor(0, { row + 1, #'    数' })
local function completed()
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local answer = client:request_sync('textDocument/completion', position, 5000, buffer)
  local items = answer and answer.result and (answer.result.items or answer.result) or {}
  return vim.tbl_map(function(item) return item.label end, items)
end
local labels = completed()
check('数量 is offered', vim.tbl_contains(labels, '数量'), labels)
vim.api.nvim_buf_set_lines(0, row, row + 1, false, {})

-- A label is renamed wherever it stands.
go_to('站数')
local _, before = text():gsub('站数', '')
vim.lsp.buf.rename('支撑家数')
wait('the label is renamed', function()
  local _, after = text():gsub('支撑家数', '')
  return after == before and not text():find('站数', 1, true)
end)
check('more than one place is renamed', before > 1, before)

-- A repair is applied.
replace('"研究报告" ≥ 1 份', '"研究报告" => 1 份')
found = wait('the sign is told', diagnostic('P111'))
if found then
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action) return action.kind == 'quickfix' and action.isPreferred ~= false end,
  })
  wait('the sign is repaired', function()
    return text():find('"研究报告" ≥ 1 份', 1, true) or text():find('"研究报告" >= 1 份', 1, true)
  end)
end

-- Formatting is what perfc fmt does.
replace('"研究成果验收通过率" ≥ 85%', '“研究成果验收通过率”≥85%')
vim.lsp.buf.format({ timeout_ms = 5000 })
local tidy = vim.fn.system({ 'perfc', 'fmt', '-' }, text() .. '\n')
check('it is formatted', text() .. '\n' == tidy)
check('the row is tidy', text():find('"研究成果验收通过率" ≥ 85%', 1, true) ~= nil)

-- The outline has the three projects.
local symbols = client:request_sync('textDocument/documentSymbol', {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
}, 5000, buffer)
local names = vim.tbl_map(function(symbol) return symbol.name end, symbols and symbols.result or {})
local projects = vim.tbl_filter(function(name) return name:find('^20') or name:find('^中央') end, names)
check('three projects in the outline', #projects == 3, names)

-- The grammar and its queries, in the editor's own library.
vim.treesitter.language.add('perf', { path = assert(vim.env.PARSER) })
for _, name in ipairs({ 'highlights', 'folds', 'indents', 'locals', 'injections' }) do
  local file = 'editors/tree-sitter-perf/queries/' .. name .. '.scm'
  vim.treesitter.query.set('perf', name, table.concat(vim.fn.readfile(file), '\n'))
  check(name .. ' holds something', #vim.treesitter.query.get('perf', name).captures > 0)
end
vim.treesitter.start(buffer, 'perf')
vim.treesitter.get_parser(buffer, 'perf'):parse(true)
for piece, capture in pairs({ ['项目 "2026年滨'] = 'keyword', ['"研究报告"'] = 'string', ['2026年6月前'] = 'number', ['支撑家数'] = 'label' }) do
  go_to(piece)
  local at = vim.api.nvim_win_get_cursor(0)
  local captures = vim.treesitter.get_captures_at_pos(buffer, at[1] - 1, at[2])
  local last = captures[#captures]
  check(piece .. ' is highlighted', last and last.capture == capture, captures)
end

vim.lsp.stop_client(client.id)
vim.fn.delete(folder, 'rf')
print(wrong == 0 and 'Neovim: all as it should be' or ('Neovim: ' .. wrong .. ' not as they should be'))
os.exit(wrong == 0 and 0 or 1)
