// The language server, `perfc lsp`.

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const { language, program, tellFailure } = require('./program');

/** The editor's client, which tells in the output alone that it could not start: the user is told what to do about it. */
class Client extends LanguageClient {
  #hasStarted = false;

  async start() {
    await super.start();
    this.#hasStarted = true;
  }

  error(message, data, showNotification) {
    super.error(message, data, this.#hasStarted && showNotification);
  }
}

class Server {
  /** The client at hand; changes of it wait for each other. */
  #client;
  #last = Promise.resolve();

  constructor(context) {
    this.output = vscode.window.createOutputChannel('perfc');
    context.subscriptions.push(this.output);
  }

  start() {
    return this.#next(() => this.#start());
  }

  stop() {
    return this.#next(() => this.#stop());
  }

  restart() {
    return this.#next(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  #next(change) {
    this.#last = this.#last.then(change);
    return this.#last;
  }

  async #start() {
    const server = { command: program(), args: ['lsp'] };
    const client = new Client('perf', 'perfc', server, {
      documentSelector: [{ language: 'perf', scheme: 'file' }, { language: 'perf', scheme: 'untitled' }],
      initializationOptions: { lang: language() },
      outputChannel: this.output,
    });
    try {
      await client.start();
      this.#client = client;
    } catch (error) {
      await this.#missing(error);
    }
  }

  /** Highlighting and snippets work without the server, so the answer is not waited for. */
  async #missing(error) {
    this.output.appendLine(String(error));
    tellFailure(/ENOENT/.test(String(error)) ? Object.assign(error, { code: 'ENOENT' }) : error);
  }

  async #stop() {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose();
  }
}

module.exports = { Server };
