// Brings perfc into the editor: its language server, and commands that run the program itself.

const vscode = require('vscode');

const { exportTable, importDocuments } = require('./documents');
const { Previews } = require('./preview');
const { Server } = require('./server');

/** The server of this window. */
let server;

/** Called by the editor when the first `.perf` file is opened. */
async function activate(context) {
  server = new Server(context);
  const previews = new Previews();
  const command = (name, run) => vscode.commands.registerCommand(`perf.${name}`, run);
  context.subscriptions.push(
    previews,
    command('previewTable', uri => previews.show('table', uri)),
    command('previewReport', uri => previews.show('report', uri)),
    command('exportWord', uri => exportTable('docx', uri)),
    command('exportExcel', uri => exportTable('xlsx', uri)),
    command('importDocument', (uri, all) => importDocuments(uri, all)),
    command('restartServer', () => server.restart()),
    vscode.workspace.onDidChangeConfiguration(change => {
      const concerns = name => change.affectsConfiguration(`perf.${name}`);
      if (concerns('path') || concerns('language')) return server.restart();
    }),
  );
  await server.start();
}

/** Called by the editor when it closes. */
function deactivate() {
  return server?.stop();
}

module.exports = { activate, deactivate };
