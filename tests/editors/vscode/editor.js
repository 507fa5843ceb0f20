// As much of the module `vscode` as the extension uses, for a run without an editor. What it shows is kept in `seen`.

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

class Uri {
  constructor(scheme, place) {
    this.scheme = scheme;
    this.path = place;
  }

  static file(place) {
    return new Uri('file', path.resolve(place));
  }

  get fsPath() {
    return this.path;
  }

  with({ scheme = this.scheme, path: place = this.path }) {
    return new Uri(scheme, place);
  }

  toString() {
    return `${this.scheme}://${this.path}`;
  }
}

/** An event that can be fired. */
function event() {
  const listeners = new Set();
  const on = listener => {
    listeners.add(listener);
    return { dispose: () => listeners.delete(listener) };
  };
  return { on, fire: value => [...listeners].forEach(listener => listener(value)) };
}

/** An editor with these settings, in this language. `answers` are what its user says to each question in turn. */
function editor(settings, language = 'zh-cn') {
  const seen = { panels: [], messages: [], opened: [], shown: [], clients: [], external: [], output: [] };
  const answers = [];
  const commands = new Map();
  const events = { changed: event(), saved: event(), configuration: event() };
  const texts = JSON.parse(fs.readFileSync(path.join(__dirname, '../../../editors/vscode/l10n/bundle.l10n.zh-cn.json')));

  const documents = new Map();
  const openTextDocument = async what => {
    if (what.content !== undefined) return { uri: new Uri('untitled', 'messages'), languageId: what.language, getText: () => what.content };
    const key = String(what);
    if (!documents.has(key)) {
      const text = fs.readFileSync(what.fsPath, 'utf8');
      documents.set(key, { uri: what, languageId: 'perf', text, getText() { return this.text; } });
    }
    return documents.get(key);
  };

  const say = async (text, ...rest) => {
    seen.messages.push(text);
    return answers.shift()?.(rest);
  };

  const vscode = {
    Uri,
    ViewColumn: { Beside: -2 },
    ProgressLocation: { Window: 10 },
    env: { language, openExternal: async uri => seen.external.push(uri) },
    l10n: {
      t: (text, ...values) => {
        const translated = language.startsWith('zh') ? texts[text] : text;
        if (translated === undefined) throw new Error(`not translated: ${text}`);
        return translated.replace(/\{(\d)\}/g, (_, index) => values[index]);
      },
    },
    commands: {
      registerCommand: (name, run) => {
        commands.set(name, run);
        return { dispose: () => commands.delete(name) };
      },
      executeCommand: async (name, ...values) => commands.get(name)?.(...values),
    },
    workspace: {
      fs: { stat: async uri => fs.promises.stat(uri.fsPath) },
      getConfiguration: section => ({ get: name => settings[`${section}.${name}`] }),
      onDidChangeConfiguration: events.configuration.on,
      onDidChangeTextDocument: events.changed.on,
      onDidSaveTextDocument: events.saved.on,
      openTextDocument,
    },
    window: {
      activeTextEditor: undefined,
      createOutputChannel: () => ({ appendLine: line => seen.output.push(line), dispose() {} }),
      createWebviewPanel: (kind, title, where, options) => {
        const closed = event();
        const panel = { kind, title, options, webview: { html: '' }, onDidDispose: closed.on, reveal() { this.revealed = true; } };
        panel.dispose = () => closed.fire();
        seen.panels.push(panel);
        return panel;
      },
      showErrorMessage: say,
      showInformationMessage: say,
      showWarningMessage: say,
      showSaveDialog: async options => answers.shift()?.(options),
      showOpenDialog: async options => answers.shift()?.(options),
      showTextDocument: async what => seen.shown.push(what),
      withProgress: (_, run) => run(),
    },
  };

  class LanguageClient {
    constructor(id, name, server, options) {
      Object.assign(this, { id, name, server, options, running: false });
      seen.clients.push(this);
    }

    async start() {
      if (settings['perf.path'] === 'no-such-program') {
        this.error("perfc client: couldn't create connection to server.", undefined, 'force');
        throw new Error('spawn no-such-program ENOENT');
      }
      this.running = true;
    }

    error(message, data, showNotification = true) {
      if (showNotification) seen.messages.push(message);
    }

    async dispose() {
      this.running = false;
    }
  }

  const load = Module._load;
  Module._load = (name, ...rest) => {
    if (name === 'vscode') return vscode;
    if (name === 'vscode-languageclient/node') return { LanguageClient };
    return load(name, ...rest);
  };
  return { answers, commands, events, seen, settings, vscode };
}

module.exports = { editor };
