// Runs `perfc`.

const { spawn } = require('node:child_process');
const path = require('node:path');

const vscode = require('vscode');

/** What the settings say, by the part of their name behind `perf.`. */
function setting(name) {
  return vscode.workspace.getConfiguration('perf').get(name);
}

/** The program that is run. A workspace that is not trusted has no say in it. */
function program() {
  return setting('path') || 'perfc';
}

/** The language of messages: `zh` or `en`. */
function language() {
  const chosen = setting('language');
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/**
 * Runs `perfc` with these arguments; `input` goes to its standard input, `folder` is where it runs, which is where it
 * looks for imports and settings. A run that `signal` aborts is rejected, as is one whose program cannot be found.
 *
 * @returns {Promise<{ code: number, output: string, messages: string }>}
 */
function run(args, { input = '', folder = undefined, signal = undefined } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program(), [...args, '--lang', language(), '--color', 'never'], { cwd: folder, signal });
    const output = [];
    const messages = [];
    child.stdout.on('data', piece => output.push(piece));
    child.stderr.on('data', piece => messages.push(piece));
    child.on('error', reject);
    child.on('close', code => {
      const text = pieces => Buffer.concat(pieces).toString('utf8');
      resolve({ code, output: text(output), messages: text(messages) });
    });
    // A program that ends before it has read everything closes the pipe; its messages say why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Where a document's imports are looked for; `undefined` for one that is not saved. */
function folderOf(document) {
  return document.uri.scheme === 'file' ? path.dirname(document.uri.fsPath) : undefined;
}

/** Says that the program could not be run, and offers the setting. */
async function tellFailure(error) {
  if (error.name === 'AbortError') return;
  const open = vscode.l10n.t('Open settings');
  const text = error.code === 'ENOENT'
    ? vscode.l10n.t('The program “{0}” was not found. Install perfc, or set where it is.', program())
    : vscode.l10n.t('perfc could not be run: {0}', error.message);
  const answer = await vscode.window.showErrorMessage(text, open);
  if (answer === open) await vscode.commands.executeCommand('workbench.action.openSettings', 'perf.path');
}

module.exports = { folderOf, language, program, run, setting, tellFailure };
