// The package for Visual Studio Code: what its manifest promises is there, and its commands do what they say, with the
// real program and an editor that is played (editor.js). PERFC names the program.

const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, test } = require('node:test');

const { editor } = require('./editor');

const ROOT = path.join(__dirname, '../../..');
const HOME = path.join(ROOT, 'editors/vscode');
const PERFC = process.env.PERFC ?? path.join(ROOT, 'target/debug/perfc');
const json = file => JSON.parse(fs.readFileSync(path.join(HOME, file), 'utf8'));

const played = editor({ 'perf.path': PERFC, 'perf.language': 'auto', 'perf.previewDelay': 0 });
const { vscode, seen, settings, answers, commands, events } = played;
const extension = require(path.join(HOME, 'src/extension.js'));
const context = { subscriptions: [] };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'perf-'));

before(() => extension.activate(context));
after(async () => {
  await extension.deactivate();
  context.subscriptions.forEach(one => one.dispose());
  fs.rmSync(folder, { recursive: true });
});

/** Waits until something is so. */
async function until(holds) {
  for (let tries = 0; tries < 400; tries++) {
    if (holds()) return;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  assert.fail(`never so: ${holds}`);
}

/** Another file of the examples, to be changed at will. */
function copy(name) {
  const place = path.join(folder, name);
  fs.copyFileSync(path.join(ROOT, 'examples', name), place);
  return vscode.Uri.file(place);
}

test('the manifest names what is there', () => {
  const { contributes, main, icon, l10n, scripts } = json('package.json');
  const files = [
    icon, l10n, ...contributes.grammars.map(one => one.path), ...contributes.snippets.map(one => one.path),
    ...contributes.languages.flatMap(one => [one.configuration, one.icon.light, one.icon.dark]),
  ];
  files.forEach(file => assert.ok(fs.existsSync(path.join(HOME, file)), file));
  assert.ok(scripts.build.includes(main));
  const declared = contributes.commands.map(one => one.command);
  assert.deepEqual([...commands.keys()].sort(), declared.sort());
  const inMenus = Object.values(contributes.menus).flat().map(one => one.command);
  inMenus.forEach(command => assert.ok(declared.includes(command), command));
});

test('all that is said is said in both languages', () => {
  const manifest = fs.readFileSync(path.join(HOME, 'package.json'), 'utf8');
  const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    assert.deepEqual(Object.keys(json(file)).sort(), [...used].sort(), file);
  }
  const sources = fs.readdirSync(path.join(HOME, 'src')).map(file => fs.readFileSync(path.join(HOME, 'src', file), 'utf8'));
  const texts = new Set([...sources.join('\n').matchAll(/l10n\.t\('([^']+)'/g)].map(([, text]) => text));
  assert.deepEqual(Object.keys(json('l10n/bundle.l10n.zh-cn.json')).sort(), [...texts].sort());
});

test('brackets and patterns of the language configuration fit the language', () => {
  const configuration = json('language-configuration.json');
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
  for (const line of ['项目 "甲" {', '项目 “甲” ｛　', '校验 "乙" (  // 算式', '  数量 "a" 1 个 {']) assert.match(line, new RegExp(increaseIndentPattern));
  for (const line of ['预算 1 元 { 财政资金 1 元 }', '// {', '数量 "a" 1 个']) assert.doesNotMatch(line, new RegExp(increaseIndentPattern));
  for (const line of ['}', '  ） ≤ 预算', '　｝']) assert.match(line, new RegExp(decreaseIndentPattern));
  const { pattern, flags } = configuration.wordPattern;
  const words = '数量 “举办活动”≥12次 记作 mof-2020 1,020.50万元，all-or-nothing'.match(new RegExp(pattern, flags + 'g'));
  assert.deepEqual(words, ['数量', '举办活动', '12', '次', '记作', 'mof-2020', '1,020.50', '万元', 'all-or-nothing']);
});

test('the server is perfc lsp, in the language of the editor', async () => {
  assert.equal(seen.clients.length, 1);
  const { server, options, running } = seen.clients[0];
  assert.deepEqual(server, { command: PERFC, args: ['lsp'] });
  assert.deepEqual(options.initializationOptions, { lang: 'zh' });
  assert.ok(running);
  settings['perf.language'] = 'en';
  events.configuration.fire({ affectsConfiguration: name => name === 'perf.language' || name === 'perf' });
  await until(() => seen.clients.length === 2 && seen.clients[1].running);
  assert.deepEqual(seen.clients[1].options.initializationOptions, { lang: 'en' });
  assert.ok(!running || !seen.clients[0].running);
  settings['perf.language'] = 'auto';
});

test('the table stands beside the source and follows it', async () => {
  const uri = copy('tianjin-ip-2026.zh.perf');
  await commands.get('perf.previewTable')(uri);
  const panel = seen.panels.at(-1);
  assert.equal(panel.title, '表格：tianjin-ip-2026.zh.perf');
  assert.match(panel.webview.html, /支撑服务知识产权保护工作站/);
  assert.match(panel.webview.html, /≥12家/);
  assert.match(panel.webview.html, /default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-/);
  assert.doesNotMatch(panel.webview.html, /role="alert"/);

  const document = await vscode.workspace.openTextDocument(uri);
  document.text = document.text.replace('≥ 12 家', '≥ 13 家');
  events.changed.fire({ document });
  await until(() => panel.webview.html.includes('≥13家'));
  document.text = document.text.replace('预算 1020000.00 元 {', '预算 1020001.00 元 {');
  events.changed.fire({ document });
  await until(() => panel.webview.html.includes('role="alert"'));

  await commands.get('perf.previewTable')(uri);
  assert.equal(seen.panels.at(-1), panel, 'one preview for a document');
  assert.ok(panel.revealed);
  panel.dispose();
  await commands.get('perf.previewTable')(uri);
  assert.notEqual(seen.panels.at(-1), panel);
});

test('the report reads what the file imports', async () => {
  copy('tianjin-ip-2026.zh.perf');
  const uri = copy('tianjin-ip-2026-results.zh.perf');
  vscode.window.activeTextEditor = { document: await vscode.workspace.openTextDocument(uri) };
  await commands.get('perf.previewReport')();
  assert.match(seen.panels.at(-1).webview.html, /自评报告/);
  settings['perf.reportLayout'] = 'self-evaluation';
  events.configuration.fire({ affectsConfiguration: name => name === 'perf' });
  await until(() => seen.panels.at(-1).webview.html.includes('自评表'));
  delete settings['perf.reportLayout'];
});

test('the table is written as Word and Excel', async () => {
  const uri = copy('tianjin-ip-2026.perf');
  for (const [command, ending] of [['perf.exportWord', 'docx'], ['perf.exportExcel', 'xlsx']]) {
    answers.push(({ defaultUri }) => defaultUri, () => '打开');
    await commands.get(command)(uri);
    const place = path.join(folder, `tianjin-ip-2026.${ending}`);
    assert.equal(fs.readFileSync(place).subarray(0, 2).toString(), 'PK', ending);
    assert.equal(seen.external.at(-1).fsPath, place);
  }
  const wrong = vscode.Uri.file(path.join(folder, 'wrong.perf'));
  fs.copyFileSync(path.join(ROOT, 'examples/mistakes/P401-budget-sum.perf'), wrong.fsPath);
  answers.push(({ defaultUri }) => defaultUri, ([details]) => details);
  await commands.get('perf.exportWord')(wrong);
  assert.equal(seen.messages.at(-1), '文件里有错误，表格没有写出。');
  assert.match(seen.shown.at(-1).getText(), /P401/);
  assert.ok(!fs.existsSync(path.join(folder, 'wrong.docx')));
});

test('a document becomes a .perf file', async () => {
  const document = path.join(folder, '目标表.docx');
  execFileSync(PERFC, ['table', path.join(ROOT, 'examples/tianjin-ip-2026.zh.perf'), '-o', document]);
  await commands.get('perf.importDocument')(vscode.Uri.file(document));
  const made = path.join(folder, '目标表.perf');
  assert.match(fs.readFileSync(made, 'utf8'), /≥ 12 家/);
  assert.equal(seen.shown.some(one => one.fsPath === made), true);
  fs.writeFileSync(made, '别动');
  answers.push(() => undefined);
  await commands.get('perf.importDocument')(vscode.Uri.file(document));
  assert.equal(fs.readFileSync(made, 'utf8'), '别动', 'not replaced unless its user says so');
});

test('a program that is missing is told, with the way out', async () => {
  settings['perf.path'] = 'no-such-program';
  let opened;
  commands.set('workbench.action.openSettings', name => (opened = name));
  answers.push(([open]) => open);
  const before = seen.messages.length;
  await commands.get('perf.restartServer')();
  await until(() => opened);
  assert.equal(seen.messages.length, before + 1);
  assert.equal(seen.messages.at(-1), '找不到程序“no-such-program”。请安装 perfc，或者设置它在哪里。');
  assert.equal(opened, 'perf.path');
  settings['perf.path'] = PERFC;
});

test('no example holds anything that is highlighted as a mistake', async () => {
  const of = name => require(require.resolve(name, { paths: [HOME] }));
  const { INITIAL, Registry, parseRawGrammar } = of('vscode-textmate');
  const oniguruma = of('vscode-oniguruma');
  const wasm = require.resolve('vscode-oniguruma/release/onig.wasm', { paths: [HOME] });
  await oniguruma.loadWASM(fs.readFileSync(wasm).buffer);
  const onigLib = Promise.resolve({
    createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
    createOnigString: text => new oniguruma.OnigString(text),
  });
  const text = fs.readFileSync(path.join(HOME, 'syntaxes/perf.tmLanguage.json'), 'utf8');
  const registry = new Registry({ onigLib, loadGrammar: async () => parseRawGrammar(text, 'perf.json') });
  const grammar = await registry.loadGrammar('source.perf');
  const examples = fs.readdirSync(path.join(ROOT, 'examples')).filter(name => name.endsWith('.perf'));
  assert.ok(examples.length > 5);
  for (const name of examples) {
    let state = INITIAL;
    for (const line of fs.readFileSync(path.join(ROOT, 'examples', name), 'utf8').split('\n')) {
      const read = grammar.tokenizeLine(line, state);
      state = read.ruleStack;
      const wrong = read.tokens.filter(token => token.scopes.some(scope => scope.startsWith('invalid')));
      assert.deepEqual(wrong.map(token => line.slice(token.startIndex, token.endIndex)), [], `${name}: ${line}`);
    }
  }
});
