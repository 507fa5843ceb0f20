// Texts, comments, comparisons and the other signs.

#ifndef PERF_SIGNS_H
#define PERF_SIGNS_H

#include "names.h"

// A mistake that takes in the rest of its line but for a `{` at its end.
static enum TokenType mistaken_line(Reader *reader) {
    mark(reader);
    while (!at_end(reader) && !is_line_end(next(reader))) {
        bool marked = !is_blank(next(reader)) && next(reader) != '{' && next(reader) != 0xFF5B;
        take(reader);
        if (marked) mark(reader);
    }
    return MISTAKE;
}

static bool text_ends(Reader *reader) { return at_end(reader) || next(reader) == '\n'; }

// "…", a quote inside doubled.
static bool plain_text(Reader *reader) {
    for (;;) {
        while (!text_ends(reader) && next(reader) != '"') take(reader);
        if (text_ends(reader)) return false;
        take(reader);
        if (next(reader) != '"') return true;
        take(reader);
    }
}

// “…”, which may hold “…”.
static bool curled_text(Reader *reader) {
    unsigned depth = 1;
    while (depth == 1 || depth == 2) {
        while (!text_ends(reader) && next(reader) != LEFT_QUOTE && next(reader) != RIGHT_QUOTE) take(reader);
        if (text_ends(reader)) return false;
        depth = next(reader) == LEFT_QUOTE ? depth + 1 : depth - 1;
        take(reader);
    }
    return depth == 0;
}

// 「…」
static bool cornered_text(Reader *reader) {
    while (!text_ends(reader) && next(reader) != RIGHT_CORNER) take(reader);
    if (text_ends(reader)) return false;
    take(reader);
    return true;
}

static enum TokenType text_type(const Scanner *scanner, Reader *reader, int32_t quote) {
    take(reader);
    bool closed = quote == '"' ? plain_text(reader) : quote == LEFT_QUOTE ? curled_text(reader) : cornered_text(reader);
    if (!closed) return mistaken_line(reader);
    mark(reader);
    // `quantity "…"` on a line of its own in parentheses: formulas hold no texts.
    return scanner->parens > 0 && scanner->line == 2 && scanner->line_word ? MISTAKE : TEXT;
}

// `/`, or the comment that begins with it.
static enum TokenType slash_type(Reader *reader) {
    int32_t first = next(reader);
    take(reader);
    mark(reader);
    if (next(reader) == first) {
        while (!at_end(reader) && !is_line_end(next(reader))) take(reader);
        mark(reader);
        return LINE_COMMENT;
    }
    if (first != '/' || next(reader) != '*') return OPERATOR;
    take(reader);
    for (bool star = false; !at_end(reader); take(reader)) {
        if (star && next(reader) == '/') {
            take(reader);
            mark(reader);
            return BLOCK_COMMENT;
        }
        star = next(reader) == '*';
    }
    mark(reader);
    return MISTAKE;
}

static bool is_equal_sign(int32_t c) { return folded(c) == '=' || c == 0xFE66 || c == 0x2550; }
static bool is_bound_sign(int32_t c) { return in(c, 0x2264, 0x2267); }
static bool is_angle(int32_t c) { return folded(c) == '<' || folded(c) == '>'; }

// A look-alike before `=` or a value stands where a comparison was meant: 》= 24.
static enum TokenType look_alike_type(Reader *reader) {
    take(reader);
    mark(reader);
    if (folded(next(reader)) == '=') {
        take(reader);
        mark(reader);
        return MALFORMED_COMPARISON;
    }
    while (next(reader) == ' ' || next(reader) == 0x3000) take(reader);
    return is_digit(next(reader)) ? MALFORMED_COMPARISON : MISTAKE;
}

// Whether two signs are a comparison that is known as a mistake: `=>`, `≥=`.
static bool is_wrong_pair(int32_t first, int32_t second) {
    if (is_equal_sign(first)) return is_equal_sign(second) || is_angle(second);
    return is_bound_sign(first) && is_equal_sign(second);
}

// Whether two signs with blanks between them are meant as one: `> =`.
static bool is_parted(int32_t first, int32_t second) {
    return (is_angle(first) && folded(second) == '=') || (first != 0 && is_wrong_pair(first, second));
}

static enum TokenType comparison_type(Scanner *scanner, Reader *reader) {
    int32_t first = next(reader), before = scanner->sign;
    take(reader);
    int32_t second = next(reader);
    bool is_pair = folded(second) == '=' || (is_equal_sign(first) && is_angle(second));
    if (is_pair) take(reader);
    mark(reader);
    scanner->sign = is_pair ? 0 : (uint16_t)first;
    bool wrong = is_pair ? is_wrong_pair(first, second) : is_parted(before, first);
    return wrong ? MALFORMED_COMPARISON : COMPARISON;
}

// Whether a comparison word begins so; `*whole` tells whether it ends there too.
static bool begins_comparison(const Spelling *word, bool *whole) {
    bool begins = false;
    *whole = false;
    for (unsigned i = 0; i < sizeof COMPARISONS / sizeof *COMPARISONS; i++) {
        if (strncmp(COMPARISONS[i], word->text, word->length) != 0) continue;
        begins = true;
        *whole = *whole || COMPARISONS[i][word->length] == 0;
    }
    return begins;
}

// Whether a comparison word stands here, of which the first character is taken.
static bool comparison_word(Reader *reader, Spelling *word) {
    bool whole = false, longer_whole = false;
    Spelling longer = *word;
    while (next(reader) > 0x80) {
        append(&longer, next(reader));
        if (!begins_comparison(&longer, &longer_whole)) break;
        take(reader);
        *word = longer;
        whole = longer_whole;
    }
    return whole && (is_blank(next(reader)) || is_digit(next(reader)) || is_hyphen(next(reader)));
}

// Whether a comparison word may begin with this character.
static bool may_compare(int32_t c) {
    Spelling word = {0};
    bool whole;
    append(&word, c);
    return c >= 0x4E00 && begins_comparison(&word, &whole);
}

// 至 before digits, a comparison word, or a name that begins alike.
static enum TokenType odd_type(Scanner *scanner, Reader *reader) {
    Spelling word = {0};
    bool is_to = next(reader) == TO;
    spell(reader, &word);
    mark(reader);
    if (is_to && is_digit(next(reader))) return RANGE;
    if (is_to && is_blank(next(reader))) {
        skip_blanks(reader);
        return is_digit(next(reader)) ? RANGE : word_type(scanner, &word);
    }
    if (comparison_word(reader, &word)) {
        mark(reader);
        return COMPARISON;
    }
    name_rest(scanner, reader, &word);
    return word_type(scanner, &word);
}

static enum TokenType single(Reader *reader, enum TokenType type) {
    take(reader);
    mark(reader);
    return type;
}

// `..`, `——` or one of the marks for a range.
static enum TokenType range_type(Reader *reader, int32_t first) {
    take(reader);
    mark(reader);
    bool twice = next(reader) == first && first != WAVE && first != '~' && first != 0x2013;
    if (twice) {
        take(reader);
        mark(reader);
    }
    return is_point(first) && !twice ? MISTAKE : RANGE;
}

// Whether a text stands on the first line behind a `(` that is not blank.
static bool quote_ahead(Reader *reader) {
    while (!at_end(reader) && (is_blank(next(reader)) || is_line_end(next(reader)))) take(reader);
    for (; !at_end(reader) && !is_line_end(next(reader)); take(reader)) {
        if (next(reader) == '"' || next(reader) == LEFT_QUOTE || next(reader) == LEFT_CORNER) return true;
    }
    return false;
}

static enum TokenType sign_type(Scanner *scanner, Reader *reader) {
    int32_t c = next(reader);
    switch (folded(c)) {
        case '{': return single(reader, scanner->depth < MAX_DEPTH ? OPEN : MISTAKE);
        case '}': return single(reader, CLOSE);
        case ';': return single(reader, SEMICOLON);
        case '(': return single(reader, OPEN_PAREN);
        case ')': return single(reader, CLOSE_PAREN);
        case ',':
        case IDEOGRAPHIC_COMMA: return single(reader, COMMA);
        case '.':
        case '~':
        case 0x2013:
        case 0x2014: return range_type(reader, c);
        case '/': return slash_type(reader);
        case '+':
        case '-':
        case '*':
        case 0xD7:
        case 0xF7:
        case 0x2212: return single(reader, OPERATOR);
        default: return single(reader, MISTAKE);
    }
}

#endif
