// Out to Word and Excel, and in from documents.

const path = require('node:path');

const vscode = require('vscode');

const { documentOf } = require('./preview');
const { folderOf, run, setting, tellFailure } = require('./program');

const KINDS = { docx: 'Word', xlsx: 'Excel' };

/** Asks where to, and writes the table there. */
async function exportTable(ending, uri) {
  const document = await documentOf(uri);
  if (!document) return;
  const proposal = document.uri.with({ path: document.uri.path.replace(/(\.perf)?$/, `.${ending}`) });
  const options = { filters: { [KINDS[ending]]: [ending] } };
  if (document.uri.scheme === 'file') options.defaultUri = proposal.with({ scheme: 'file' });
  const target = await vscode.window.showSaveDialog(options);
  if (!target) return;
  const layout = setting('layout');
  const args = ['table', '-', '-o', target.fsPath, ...(layout ? ['--layout', layout] : [])];
  const answer = await answerTo(args, { input: document.getText(), folder: folderOf(document) });
  if (!answer) return;
  if (answer.code === 0) await offerToOpen(target);
  else await tellMessages(vscode.l10n.t('The table was not written, because there are mistakes.'), answer.messages);
}

/** Turns documents into `.perf` files beside them, and opens these. */
async function importDocuments(uri, all) {
  const chosen = all?.length ? all : uri ? [uri] : await vscode.window.showOpenDialog({
    canSelectMany: true,
    filters: { [vscode.l10n.t('Documents')]: ['docx', 'doc', 'xlsx', 'xls', 'ods', 'pdf', 'html', 'htm', 'csv', 'tsv', 'txt'] },
  });
  for (const source of chosen ?? []) await importDocument(source);
}

async function importDocument(source) {
  const target = source.with({ path: source.path.replace(/\.[^./]+$/, '') + '.perf' });
  if (await exists(target) && !(await mayReplace(target))) return;
  const args = ['import', source.fsPath, '-o', target.fsPath, '--force'];
  const answer = await answerTo(args, { folder: path.dirname(source.fsPath) });
  if (!answer) return;
  if (answer.code === 2 || !(await exists(target))) {
    await tellMessages(vscode.l10n.t('Nothing could be read from {0}.', path.basename(source.fsPath)), answer.messages);
    return;
  }
  await vscode.window.showTextDocument(target);
  if (answer.messages.trim()) {
    await tellMessages(vscode.l10n.t('Some cells need a look; each is named in the messages.'), answer.messages);
  }
}

async function answerTo(args, options) {
  try {
    const progress = { location: vscode.ProgressLocation.Window, title: 'perfc' };
    return await vscode.window.withProgress(progress, () => run(args, options));
  } catch (error) {
    await tellFailure(error);
    return undefined;
  }
}

async function exists(uri) {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function mayReplace(uri) {
  const replace = vscode.l10n.t('Replace');
  const text = vscode.l10n.t('{0} exists already.', path.basename(uri.fsPath));
  return (await vscode.window.showWarningMessage(text, { modal: true }, replace)) === replace;
}

async function offerToOpen(target) {
  const open = vscode.l10n.t('Open');
  const text = vscode.l10n.t('Written: {0}', path.basename(target.fsPath));
  if ((await vscode.window.showInformationMessage(text, open)) === open) await vscode.env.openExternal(target);
}

/** A sentence, and what perfc said beside it. */
async function tellMessages(text, messages) {
  const details = vscode.l10n.t('Show messages');
  if ((await vscode.window.showWarningMessage(text, details)) !== details) return;
  const document = await vscode.workspace.openTextDocument({ content: messages, language: 'plaintext' });
  await vscode.window.showTextDocument(document, { preview: true });
}

module.exports = { exportTable, importDocuments };
