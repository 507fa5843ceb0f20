-- Neovim 0.11 and later: `vim.lsp.enable('perfc')` in init.lua.
return {
  cmd = { 'perfc', 'lsp' },
  filetypes = { 'perf' },
  root_markers = { 'perfc.toml', '.git' },
}
