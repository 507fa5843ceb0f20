// The table or the report beside the source, drawn anew as it changes.

const { randomBytes } = require('node:crypto');
const path = require('node:path');

const vscode = require('vscode');

const { folderOf, run, setting, tellFailure } = require('./program');

/** All previews of this window, one for each document and kind. */
class Previews {
  #shown = new Map();
  #listeners = [
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
    // What is saved may be imported by any other.
    vscode.workspace.onDidSaveTextDocument(document => document.languageId === 'perf' && this.#all()),
    vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration('perf') && this.#all()),
  ];

  /** Shows the `table` or `report` of a document; of the one at hand where none is named. */
  async show(kind, uri) {
    const document = await documentOf(uri);
    if (!document) return;
    const key = `${kind} ${document.uri}`;
    const shown = this.#shown.get(key);
    if (shown) {
      shown.reveal();
      return;
    }
    const preview = new Preview(kind, document, () => this.#shown.delete(key));
    this.#shown.set(key, preview);
    await preview.draw();
  }

  #changed(document) {
    for (const preview of this.#shown.values()) {
      if (preview.document === document) preview.drawSoon();
    }
  }

  #all() {
    for (const preview of this.#shown.values()) preview.drawSoon();
  }

  dispose() {
    this.#listeners.forEach(listener => listener.dispose());
    for (const preview of [...this.#shown.values()]) preview.dispose();
  }
}

class Preview {
  #panel;
  #timer;
  #running;

  constructor(kind, document, closed) {
    this.kind = kind;
    this.document = document;
    const name = path.basename(document.uri.path);
    const title = kind === 'table' ? vscode.l10n.t('Table: {0}', name) : vscode.l10n.t('Report: {0}', name);
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, enableFindWidget: true, localResourceRoots: [] };
    this.#panel = vscode.window.createWebviewPanel('perf.preview', title, beside, options);
    this.#panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#running?.abort();
      closed();
    });
  }

  reveal() {
    this.#panel.reveal(undefined, true);
  }

  dispose() {
    this.#panel.dispose();
  }

  /** Draws when nothing has changed for a moment. */
  drawSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.draw(), setting('previewDelay'));
  }

  async draw() {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const input = this.document.getText();
      const answer = await run(argumentsOf(this.kind), { input, folder: folderOf(this.document), signal: running.signal });
      if (!running.signal.aborted) this.#panel.webview.html = page(answer);
    } catch (error) {
      await tellFailure(error);
    }
  }
}

/** A draft is shown whatever is wrong in it: the messages stand in the source. */
function argumentsOf(kind) {
  const layout = setting(kind === 'table' ? 'layout' : 'reportLayout');
  return [kind, '-', '--format', 'html', '--force', ...(layout ? ['--layout', layout] : [])];
}

/** The page, allowed nothing but its own looks and a script that keeps its place when it is drawn anew. */
function page({ code, output, messages }) {
  if (!output) return empty(messages);
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'`;
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const script = `<script nonce="${nonce}">
    const editor = acquireVsCodeApi();
    addEventListener('scroll', () => editor.setState({ at: scrollY }));
    scrollTo(0, editor.getState()?.at ?? 0);
  </script>`;
  const notice = code === 1 ? banner(vscode.l10n.t('There are mistakes; see the messages in the source.')) : '';
  return output
    .replace('<head>', () => `<head>${head}`)
    .replace(/<body[^>]*>/, body => body + notice)
    .replace('</body>', () => `${script}</body>`);
}

function banner(text) {
  const look = 'position:sticky;top:0;padding:4px 12px;background:#b8271b;color:#fff;font:13px sans-serif';
  return `<div style="${look}" role="alert">${escaped(text)}</div>`;
}

/** What is said where nothing could be drawn. */
function empty(messages) {
  const text = messages.trim() || vscode.l10n.t('There is nothing to show yet.');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><pre>${escaped(text)}</pre></body></html>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The document of a place, else the one at hand if it is a `.perf` file. */
async function documentOf(uri) {
  if (uri) return vscode.workspace.openTextDocument(uri);
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'perf' ? document : undefined;
}

module.exports = { Previews, documentOf };
