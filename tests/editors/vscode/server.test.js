// The server as the client of Visual Studio Code speaks to it: the same protocol library, without the editor.

const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { after, before, test } = require('node:test');

const ROOT = path.join(__dirname, '../../..');
const PERFC = process.env.PERFC ?? path.join(ROOT, 'target/debug/perfc');
const HOME = path.join(ROOT, 'editors/vscode');
const protocol = require(require.resolve('vscode-languageserver-protocol/node', {
  paths: [path.dirname(require.resolve('vscode-languageclient/package.json', { paths: [HOME] }))],
}));

const file = path.join(ROOT, 'examples/tianjin-ip-2026.zh.perf');
const uri = pathToFileURL(file).href;
let text = fs.readFileSync(file, 'utf8');
let version = 1;
let server;
let connection;
let told = [];
const waiting = [];

before(async () => {
  server = spawn(PERFC, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { StreamMessageReader, StreamMessageWriter, createProtocolConnection } = protocol;
  connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onNotification(protocol.PublishDiagnosticsNotification.type, params => {
    if (params.uri !== uri) return;
    told = params.diagnostics;
    waiting.splice(0).forEach(resolve => resolve());
  });
  connection.onRequest(protocol.RegistrationRequest.type, () => {});
  connection.onRequest(protocol.ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.onRequest(protocol.SemanticTokensRefreshRequest.type, () => {});
  connection.onRequest(protocol.InlayHintRefreshRequest.type, () => {});
  connection.onRequest(protocol.CodeLensRefreshRequest.type, () => {});
  connection.listen();
  const answer = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(ROOT).href,
    locale: 'en',
    initializationOptions: { lang: 'zh' },
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      textDocument: {
        publishDiagnostics: { relatedInformation: true },
        completion: { completionItem: { snippetSupport: true } },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
      },
    },
    workspaceFolders: [{ uri: pathToFileURL(ROOT).href, name: 'perfc' }],
  });
  assert.ok(answer.capabilities.completionProvider);
  await connection.sendNotification(protocol.InitializedNotification.type, {});
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'perf', version, text },
  });
});

after(async () => {
  await connection.sendRequest(protocol.ShutdownRequest.type);
  await connection.sendNotification(protocol.ExitNotification.type);
  const code = await new Promise(resolve => server.on('close', resolve));
  assert.equal(code, 0, 'it ends as it should');
});

/** Waits until what is told fits. */
async function until(fits) {
  const late = setTimeout(() => assert.fail(`never told so: ${fits}; ${JSON.stringify(told.map(one => one.code))}`), 10000);
  while (!fits(told)) await new Promise(resolve => waiting.push(resolve));
  clearTimeout(late);
}

/** Puts one text in place of another, and tells the server just that. */
async function replace(old, next) {
  const at = text.indexOf(old);
  assert.ok(at >= 0, old);
  const place = offset => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1).length };
  };
  const range = { start: place(at), end: place(at + old.length) };
  text = text.slice(0, at) + next + text.slice(at + old.length);
  await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range, text: next }],
  });
  return range;
}

test('a mistake is told as it is typed, with its code and in the language of the settings', async () => {
  const { start } = await replace('财政资金 1020000.00 元', '财政资金 1020001.00 元');
  await until(all => all.some(one => one.code === 'P401'));
  const found = told.find(one => one.code === 'P401');
  assert.equal(found.range.start.line, start.line);
  assert.equal(found.severity, 1);
  assert.match(found.message, /[\u4e00-\u9fff]/);
  await replace('财政资金 1020001.00 元', '财政资金 1020000.00 元');
  await until(all => all.every(one => one.code !== 'P401'));
});

test('a repair puts it right', async () => {
  await replace('"研究报告" ≥ 1 份', '"研究报告" => 1 份');
  await until(all => all.some(one => one.code === 'P111'));
  const found = told.find(one => one.code === 'P111');
  const actions = await connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument: { uri },
    range: found.range,
    context: { diagnostics: [found] },
  });
  const repair = actions.find(action => action.kind === 'quickfix');
  const edits = repair.edit.changes?.[uri] ?? repair.edit.documentChanges[0].edits;
  assert.equal(edits.length, 1);
  assert.match(edits[0].newText, /^(≥|>=)$/);
  await replace('"研究报告" => 1 份', '"研究报告" ≥ 1 份');
  await until(all => all.every(one => one.code !== 'P111'));
});

test('names are renamed, completion offers categories', async () => {
  const line = text.split('\n').findIndex(one => one.includes('记作 站数'));
  const character = text.split('\n')[line].indexOf('站数') + 1;
  const edit = await connection.sendRequest(protocol.RenameRequest.type, {
    textDocument: { uri }, position: { line, character }, newName: '支撑家数',
  });
  const edits = edit.changes?.[uri] ?? edit.documentChanges.flatMap(one => one.edits);
  assert.ok(edits.length >= 2 && edits.every(one => one.newText === '支撑家数'));

  await replace('    时效           "相关产品', '    服\n    时效           "相关产品');
  const at = text.split('\n').findIndex(one => one === '    服');
  const answer = await connection.sendRequest(protocol.CompletionRequest.type, {
    textDocument: { uri }, position: { line: at, character: 5 },
  });
  const labels = (answer.items ?? answer).map(one => one.label);
  assert.ok(labels.includes('服务对象满意度'), labels.join());
});
