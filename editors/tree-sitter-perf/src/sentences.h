// A sentence without quotes where a statement wants nothing but a text: 用途：用于培训。The compiler reads it as that text
// (`bare` in src/syntax/quotes.rs), and so does the scanner.

#ifndef PERF_SENTENCES_H
#define PERF_SENTENCES_H

#include "names.h"

// How far a line is searched, in bytes (REACH in src/syntax/quotes.rs).
#define REACH 4096

// The rest of a line.
typedef struct {
    int32_t characters[REACH];
    unsigned length;
} Line;

static unsigned utf8_length(int32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// Reads up to the line end, which is left; false where it is too far.
static bool read_line(TSLexer *lexer, Line *line) {
    unsigned bytes = 0;
    for (line->length = 0; !lexer->eof(lexer) && !is_line_end(next(lexer)); take(lexer)) {
        bytes += utf8_length(next(lexer));
        if (bytes > REACH) return false;
        line->characters[line->length++] = next(lexer);
    }
    return true;
}

// Quotes and braces: what holds one is no bare sentence.
static bool is_mark(int32_t c) {
    return IS_ONE_OF(c, QUOTES) || folded(c) == '{' || folded(c) == '}';
}

static bool ends_head(int32_t c) {
    return is_blank(c) || c == '"' || c == LEFT_QUOTE || c == LEFT_CORNER || folded(c) == ':';
}

// Whether what stands at a place of a line begins with a keyword that stands alone.
static bool keyword_at(const Line *line, unsigned at, unsigned end) {
    Spelling word = {0};
    while (at < end && is_blank(line->characters[at])) at++;
    for (; at < end && !ends_head(line->characters[at]); at++) append(&word, line->characters[at]);
    return find_keyword(&word) != NULL;
}

static bool begins_comment(const Line *line, unsigned at) {
    int32_t c = line->characters[at], behind = at + 1 < line->length ? line->characters[at + 1] : 0;
    return (c == '/' && (behind == '/' || behind == '*')) || (c == 0xFF0F && behind == 0xFF0F);
}

// Where the sentence ends: at a comment or before the next statement, blanks left out.
static unsigned sentence_end(const Line *line, unsigned begin) {
    unsigned comment = begin;
    while (comment < line->length && !begins_comment(line, comment)) comment++;
    unsigned end = begin;
    while (end < comment && !(folded(line->characters[end]) == ';' && keyword_at(line, end + 1, comment))) end++;
    while (end > begin && is_blank(line->characters[end - 1])) end--;
    return end;
}

// How long the sentence is that begins here, the colon before it included; 0 where there is none.
static unsigned sentence_length(TSLexer *lexer) {
    Line line;
    skip_blanks(lexer);
    if (is_mark(next(lexer)) || !read_line(lexer, &line) || line.length == 0) return 0;
    unsigned begin = folded(line.characters[0]) == ':' ? 1 : 0;
    while (begin < line.length && is_blank(line.characters[begin])) begin++;
    unsigned end = sentence_end(&line, begin);
    if (end == begin || IS_ONE_OF(line.characters[begin], LOOKS_QUOTED)) return 0;
    for (unsigned at = begin; at < end; at++) {
        if (is_mark(line.characters[at])) return 0;
    }
    return end;
}

#endif
