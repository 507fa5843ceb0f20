// The tokens of `.perf` files, cut as the compiler cuts them (grammar/perf.pest, src/syntax/parse.rs).
//
// A date is four digits that are followed by more of it, a name takes digits in unless they begin a date: where a token
// ends is seen only by looking on, so a file of regular expressions cannot say it. The scanner answers with the token
// that stands at a place whatever the parser would like to see there; what the compiler reports as a mistake is one of
// the last three tokens, which no rule takes.

#include <string.h>

#include "tree_sitter/alloc.h"
#include "tree_sitter/parser.h"

#include "names.h"
#include "numbers.h"
#include "sentences.h"
#include "signs.h"
#include "state.h"

static enum TokenType token_type(Scanner *scanner, Reader *reader) {
    int32_t c = next(reader);
    Spelling word = {0};
    if (in(c, 'a', 'z')) {
        word_rest(scanner, reader, &word);
        return word_type(scanner, &word);
    }
    if (is_digit(c)) return number_or_date(scanner, reader);
    if (c == '"' || c == LEFT_QUOTE || c == LEFT_CORNER) return text_type(scanner, reader, c);
    if (may_compare(c)) return odd_type(scanner, reader);
    if (is_angle(c) || is_equal_sign(c) || is_bound_sign(c)) return comparison_type(scanner, reader);
    if (IS_ONE_OF(c, LOOKS_COMPARED)) return look_alike_type(reader);
    if (!is_name_part(c)) return sign_type(scanner, reader);
    bool is_until = c == UNTIL;
    spell(reader, &word);
    if (is_until && next(reader) == TO) spell(reader, &word);
    name_rest(scanner, reader, &word);
    return word_type(scanner, &word);
}

// Begins a new statement.
static void end_statement(Scanner *scanner) {
    scanner->parens = scanner->head = scanner->tokens = scanner->line = scanner->line_word = 0;
    scanner->open_last = scanner->quote_ahead = 0;
    scanner->sign = 0;
}

static void open_paren(Scanner *scanner, Reader *reader) {
    bool outermost = scanner->parens == 0;
    if (outermost) scanner->line = scanner->line_word = 0;
    if (scanner->parens < UINT8_MAX) scanner->parens++;
    scanner->open_last = outermost;
    scanner->quote_ahead = outermost && scanner->head == HEAD_NO_KEYWORD && quote_ahead(reader);
}

// Counts a token of a statement.
static void count(Scanner *scanner, enum TokenType type) {
    bool is_word = type == WORD || in(type, OTHER_KEYWORD, PER);
    if (scanner->tokens == 0 && scanner->head == HEAD_NONE) scanner->head = HEAD_NO_KEYWORD;
    if (scanner->tokens < 2) scanner->tokens++;
    if (scanner->line == 1) scanner->line_word = is_word;
    if (scanner->line > 0 && scanner->line < 3) scanner->line++;
    if (type != COMPARISON && type != MALFORMED_COMPARISON) scanner->sign = 0;
    scanner->open_last = 0;
}

// Behind the head of a statement that wants a text, and behind a comment there: looks for a sentence without quotes.
static void await_sentence(Scanner *scanner, Reader *reader) {
    if (scanner->head == HEAD_TEXT && scanner->tokens == 1) to_come(scanner, SENTENCE, sentence_length(reader));
}

// What a token changes for those behind it.
static void remember(Scanner *scanner, Reader *reader, enum TokenType type) {
    switch (type) {
        case LINE_COMMENT:
        case BLOCK_COMMENT: await_sentence(scanner, reader); return;
        case NEWLINE:
        case SEMICOLON: end_statement(scanner); return;
        case OPEN:
            end_statement(scanner);
            scanner->depth++;
            return;
        case CLOSE:
            end_statement(scanner);
            if (scanner->depth > 0) scanner->depth--;
            return;
        default: count(scanner, type);
    }
    await_sentence(scanner, reader);
    if (type == OPEN_PAREN) open_paren(scanner, reader);
    if (type == CLOSE_PAREN && scanner->parens > 0) scanner->parens--;
}

// Whether a `(` at the end of a line is meant as the `{` of a block.
static bool is_meant_as_brace(const Scanner *scanner) {
    bool takes_block = scanner->head == HEAD_NO_KEYWORD ? scanner->quote_ahead : scanner->head != HEAD_CHECK;
    return scanner->open_last && scanner->parens == 1 && scanner->tokens > 1 && takes_block && scanner->depth < MAX_DEPTH;
}

// Goes over blanks, and over line ends in parentheses; answers whether a token stands at a line end.
static bool at_line_end(Scanner *scanner, Reader *reader, bool *mistaken) {
    for (;; skip(reader)) {
        if (is_line_end(next(reader))) {
            *mistaken = is_meant_as_brace(scanner);
            if (scanner->parens == 0 || *mistaken) return true;
            scanner->line = 1;
            scanner->line_word = scanner->open_last = 0;
        } else if (!is_blank(next(reader)) && !is_invisible(next(reader))) {
            return false;
        }
    }
}

static enum TokenType line_end(Scanner *scanner, Reader *reader, bool mistaken) {
    bool returns = next(reader) == '\r';
    take(reader);
    if (returns && next(reader) == '\n') take(reader);
    mark(reader);
    if (mistaken) scanner->open_last = 0;
    return mistaken ? MISTAKE : NEWLINE;
}

// The token that is known to come.
static enum TokenType rest_type(Scanner *scanner, Reader *reader) {
    enum TokenType type = scanner->rest_type;
    if (type == SENTENCE) {
        while (is_blank(next(reader)) || is_invisible(next(reader))) skip(reader);
        count(scanner, type);
    }
    for (; scanner->rest > 0 && !at_end(reader); scanner->rest--) take(reader);
    scanner->rest = scanner->rest_type = 0;
    mark(reader);
    if (type == WORD_REST) name_rest(scanner, reader, &(Spelling){.length = MAX_KEYWORD + 1});
    return type;
}

bool tree_sitter_perf_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
    (void)valid_symbols;
    Scanner *scanner = payload;
    Reader reader;
    reader.at = lexer;
    reader.count = 0;
    if (scanner->rest > 0) {
        lexer->result_symbol = rest_type(scanner, &reader);
        return true;
    }
    bool mistaken = false;
    bool ends_line = at_line_end(scanner, &reader, &mistaken);
    if (at_end(&reader)) return false;
    enum TokenType type = ends_line ? line_end(scanner, &reader, mistaken) : token_type(scanner, &reader);
    remember(scanner, &reader, type);
    lexer->result_symbol = type;
    return true;
}

void *tree_sitter_perf_external_scanner_create(void) { return ts_calloc(1, sizeof(Scanner)); }

void tree_sitter_perf_external_scanner_destroy(void *payload) { ts_free(payload); }

unsigned tree_sitter_perf_external_scanner_serialize(void *payload, char *buffer) {
    memcpy(buffer, payload, sizeof(Scanner));
    return sizeof(Scanner);
}

void tree_sitter_perf_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
    memset(payload, 0, sizeof(Scanner));
    if (length == sizeof(Scanner)) memcpy(payload, buffer, length);
}
