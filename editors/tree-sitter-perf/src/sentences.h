// A sentence without quotes where a statement wants nothing but a text: 用途：用于培训。The compiler reads it as that text
// (`bare` in src/syntax/quotes.rs), and so does the scanner.

#ifndef PERF_SENTENCES_H
#define PERF_SENTENCES_H

#include "names.h"

static unsigned utf8_length(int32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// Goes over the rest of the line; false where it is too long, counted from the end of the token.
static bool read_line(Reader *reader) {
    unsigned bytes = 0;
    while (!at_end(reader) && !is_line_end(next(reader)) && reader->count < REACH) take(reader);
    if (reader->count > REACH) return false;
    for (unsigned at = 0; at < reader->count; at++) bytes += utf8_length(reader->beyond[at]);
    return bytes <= REACH && (at_end(reader) || is_line_end(next(reader)));
}

// Quotes and braces: what holds one is no bare sentence.
static bool is_mark(int32_t c) {
    return IS_ONE_OF(c, QUOTES) || folded(c) == '{' || folded(c) == '}';
}

static bool ends_head(int32_t c) {
    return is_blank(c) || c == '"' || c == LEFT_QUOTE || c == LEFT_CORNER || folded(c) == ':';
}

// Whether what stands at a place of a line begins with a keyword that stands alone.
static bool keyword_at(const Reader *reader, unsigned at, unsigned end) {
    Spelling word = {0};
    while (at < end && is_blank(reader->beyond[at])) at++;
    for (; at < end && !ends_head(reader->beyond[at]); at++) append(&word, reader->beyond[at]);
    return find_keyword(&word) != NULL;
}

static bool begins_comment(const Reader *reader, unsigned at) {
    int32_t c = reader->beyond[at], behind = at + 1 < reader->count ? reader->beyond[at + 1] : 0;
    return (c == '/' && (behind == '/' || behind == '*')) || (c == 0xFF0F && behind == 0xFF0F);
}

// Where the sentence ends: at a comment or before the next statement, blanks left out.
static unsigned sentence_end(const Reader *reader, unsigned begin) {
    unsigned comment = begin;
    while (comment < reader->count && !begins_comment(reader, comment)) comment++;
    unsigned end = begin;
    while (end < comment && !(folded(reader->beyond[end]) == ';' && keyword_at(reader, end + 1, comment))) end++;
    while (end > begin && is_blank(reader->beyond[end - 1])) end--;
    return end;
}

// How long the sentence is that begins here, the colon before it included; 0 where there is none.
static unsigned sentence_length(Reader *reader) {
    if (reader->count == 0) {
        skip_blanks(reader);
        reader->count = 0;
    }
    if (is_mark(next(reader)) || !read_line(reader) || reader->count == 0) return 0;
    unsigned begin = folded(reader->beyond[0]) == ':' ? 1 : 0;
    while (begin < reader->count && is_blank(reader->beyond[begin])) begin++;
    unsigned end = sentence_end(reader, begin);
    if (end == begin || IS_ONE_OF(reader->beyond[begin], LOOKS_QUOTED)) return 0;
    for (unsigned at = begin; at < end; at++) {
        if (is_mark(reader->beyond[at])) return 0;
    }
    return end;
}

#endif
