// Single characters, and how the lexer steps over them.

#ifndef PERF_CHARACTERS_H
#define PERF_CHARACTERS_H

#include <stddef.h>

#include "tree_sitter/parser.h"

// The characters with a name, by code point: not every compiler reads source text as UTF-8.
enum Character {
    LEFT_QUOTE = 0x201C,
    RIGHT_QUOTE = 0x201D,
    TO = 0x81F3, // 至
    YEAR = 0x5E74, // 年
    OF_YEAR = 0x5EA6, // 度
    MONTH = 0x6708, // 月
    OF_MONTH = 0x4EFD, // 份
    DAY = 0x65E5, // 日
    DAY_TOO = 0x53F7, // 号
    BEFORE = 0x524D, // 前
    END = 0x5E95, // 底
    END_TOO = 0x672B, // 末
    OF = 0x4E4B, // 之
    OF_TOO = 0x4EE5, // 以
    LEFT_CORNER = 0x300C, // 「
    RIGHT_CORNER = 0x300D, // 」
    UNTIL = 0x622A, // 截
    IDEOGRAPHIC_COMMA = 0x3001, // 、
    WAVE = 0xFF5E, // ～
};

// How far a line is searched, in bytes (REACH in src/syntax/quotes.rs).
#define REACH 4096

// Where the lexer is, and what it has gone over behind the end of the token that is marked: as much as is ever searched.
typedef struct {
    TSLexer *at;
    unsigned count;
    int32_t beyond[REACH];
} Reader;

static int32_t next(const Reader *reader) { return reader->at->lookahead; }
static bool at_end(const Reader *reader) { return reader->at->eof(reader->at); }
static void skip(Reader *reader) { reader->at->advance(reader->at, true); }

static void take(Reader *reader) {
    if (reader->count < REACH) reader->beyond[reader->count] = next(reader);
    reader->count++;
    reader->at->advance(reader->at, false);
}

// Marks the end of the token, as far as it is known.
static void mark(Reader *reader) {
    reader->count = 0;
    reader->at->mark_end(reader->at);
}

static bool in(int32_t c, int32_t first, int32_t last) { return first <= c && c <= last; }

// Whether a character is in a list.
#define IS_ONE_OF(c, list) is_one_of(c, list, sizeof list / sizeof *list)
static bool is_one_of(int32_t c, const int32_t *list, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (list[i] == c) return true;
    }
    return false;
}

static int32_t folded(int32_t c) { return in(c, 0xFF01, 0xFF5E) ? c - 0xFEE0 : c; }
static bool is_digit(int32_t c) { return in(folded(c), '0', '9'); }
static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0 || c == 0xFEFF; }
static bool is_line_end(int32_t c) { return c == '\n' || c == '\r'; }
static bool is_point(int32_t c) { return folded(c) == '.'; }
static bool is_slash(int32_t c) { return folded(c) == '/'; }
static bool is_hyphen(int32_t c) { return folded(c) == '-'; }
static bool is_percent(int32_t c) { return folded(c) == '%'; }

// Characters that nobody sees, and what stands for bytes that are no text: the compiler has a code of its own for them.
static bool is_invisible(int32_t c) {
    return (in(c, 1, 0x1F) && c != '\t' && !is_line_end(c)) || c == 0x7F || in(c, 0x200B, 0x200F) ||
           in(c, 0x202A, 0x202E) || in(c, 0x2060, 0x2064) || c == 0xFFFD;
}

static bool is_han(int32_t c) { return in(c, 0x4E00, 0x9FFF) && c != TO; }

// `other_letter` of the grammar.
static bool is_other_letter(int32_t c) {
    return in(c, 'A', 'Z') || c == '_' || c == 0xFF05 || c == 0x2030 || c == 0x2103 || c == 0xB0 || c == 0x3007 ||
           in(c, 0x3300, 0x4DBF) || in(c, 0xB2, 0xB3) || in(c, 0xC0, 0xD6) || in(c, 0xD8, 0xF6) || in(c, 0xF8, 0x24F) ||
           in(c, 0x370, 0x3FF) || in(c, 0xFF21, 0xFF3A) || in(c, 0xFF41, 0xFF5A) || in(c, 0x3040, 0x30FF) ||
           in(c, 0xF900, 0xFAFF) || in(c, 0x20000, 0x3FFFF);
}

// `name_part` without 至, which depends on what follows.
static bool is_name_part(int32_t c) { return is_han(c) || c == '%' || in(c, 'a', 'z') || is_other_letter(c); }

// `word_part`
static bool is_word_part(int32_t c) {
    return in(c, 'a', 'z') || in(c, '0', '9') || in(c, 'A', 'Z') || c == '_' || in(c, 0xB2, 0xB3) || in(c, 0x4E00, 0x9FFF);
}

static void skip_blanks(Reader *reader) {
    while (is_blank(next(reader))) take(reader);
}

// Steps over digits; answers how many.
static unsigned digits(Reader *reader) {
    unsigned count = 0;
    for (; is_digit(next(reader)); count++) take(reader);
    return count;
}

// Steps over `part` of a date; 0 where there is none.
static unsigned date_part(Reader *reader) {
    unsigned count = digits(reader);
    return count == 1 || count == 2 ? count : 0;
}

#endif
