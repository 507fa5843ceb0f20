// Texts, comments, comparisons and the other signs.

#ifndef PERF_SIGNS_H
#define PERF_SIGNS_H

#include "names.h"

// A mistake that takes in the rest of its line but for a `{` at its end.
static enum TokenType mistaken_line(TSLexer *lexer) {
    lexer->mark_end(lexer);
    while (!lexer->eof(lexer) && !is_line_end(next(lexer))) {
        bool marked = !is_blank(next(lexer)) && next(lexer) != '{' && next(lexer) != 0xFF5B;
        take(lexer);
        if (marked) lexer->mark_end(lexer);
    }
    return MISTAKE;
}

static bool text_ends(TSLexer *lexer) { return lexer->eof(lexer) || next(lexer) == '\n'; }

// "…", a quote inside doubled.
static bool plain_text(TSLexer *lexer) {
    for (;;) {
        while (!text_ends(lexer) && next(lexer) != '"') take(lexer);
        if (text_ends(lexer)) return false;
        take(lexer);
        if (next(lexer) != '"') return true;
        take(lexer);
    }
}

// “…”, which may hold “…”.
static bool curled_text(TSLexer *lexer) {
    unsigned depth = 1;
    while (depth == 1 || depth == 2) {
        while (!text_ends(lexer) && next(lexer) != LEFT_QUOTE && next(lexer) != RIGHT_QUOTE) take(lexer);
        if (text_ends(lexer)) return false;
        depth = next(lexer) == LEFT_QUOTE ? depth + 1 : depth - 1;
        take(lexer);
    }
    return depth == 0;
}

// 「…」
static bool cornered_text(TSLexer *lexer) {
    while (!text_ends(lexer) && next(lexer) != RIGHT_CORNER) take(lexer);
    if (text_ends(lexer)) return false;
    take(lexer);
    return true;
}

static enum TokenType text_type(const Scanner *scanner, TSLexer *lexer, int32_t quote) {
    take(lexer);
    bool closed = quote == '"' ? plain_text(lexer) : quote == LEFT_QUOTE ? curled_text(lexer) : cornered_text(lexer);
    if (!closed) return mistaken_line(lexer);
    lexer->mark_end(lexer);
    // `quantity "…"` on a line of its own in parentheses: formulas hold no texts.
    return scanner->parens > 0 && scanner->line == 2 && scanner->line_word ? MISTAKE : TEXT;
}

// `/`, or the comment that begins with it.
static enum TokenType slash_type(TSLexer *lexer) {
    int32_t first = next(lexer);
    take(lexer);
    lexer->mark_end(lexer);
    if (next(lexer) == first) {
        while (!lexer->eof(lexer) && !is_line_end(next(lexer))) take(lexer);
        lexer->mark_end(lexer);
        return LINE_COMMENT;
    }
    if (first != '/' || next(lexer) != '*') return OPERATOR;
    take(lexer);
    for (bool star = false; !lexer->eof(lexer); take(lexer)) {
        if (star && next(lexer) == '/') {
            take(lexer);
            lexer->mark_end(lexer);
            return BLOCK_COMMENT;
        }
        star = next(lexer) == '*';
    }
    lexer->mark_end(lexer);
    return MISTAKE;
}

static bool is_equal_sign(int32_t c) { return folded(c) == '=' || c == 0xFE66 || c == 0x2550; }
static bool is_bound_sign(int32_t c) { return in(c, 0x2264, 0x2267); }
static bool is_angle(int32_t c) { return folded(c) == '<' || folded(c) == '>'; }

// A look-alike before `=` or a value stands where a comparison was meant: 》= 24.
static enum TokenType look_alike_type(TSLexer *lexer) {
    take(lexer);
    lexer->mark_end(lexer);
    if (folded(next(lexer)) == '=') {
        take(lexer);
        lexer->mark_end(lexer);
        return MALFORMED_COMPARISON;
    }
    while (next(lexer) == ' ' || next(lexer) == 0x3000) take(lexer);
    return is_digit(next(lexer)) ? MALFORMED_COMPARISON : MISTAKE;
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

static enum TokenType comparison_type(Scanner *scanner, TSLexer *lexer) {
    int32_t first = next(lexer), before = scanner->sign;
    take(lexer);
    int32_t second = next(lexer);
    bool is_pair = folded(second) == '=' || (is_equal_sign(first) && is_angle(second));
    if (is_pair) take(lexer);
    lexer->mark_end(lexer);
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
static bool comparison_word(TSLexer *lexer, Spelling *word) {
    bool whole = false, longer_whole = false;
    Spelling longer = *word;
    while (next(lexer) > 0x80) {
        append(&longer, next(lexer));
        if (!begins_comparison(&longer, &longer_whole)) break;
        take(lexer);
        *word = longer;
        whole = longer_whole;
    }
    return whole && (is_blank(next(lexer)) || is_digit(next(lexer)) || is_hyphen(next(lexer)));
}

// Whether a comparison word may begin with this character.
static bool may_compare(int32_t c) {
    Spelling word = {0};
    bool whole;
    append(&word, c);
    return c >= 0x4E00 && begins_comparison(&word, &whole);
}

// 至 before digits, a comparison word, or a name that begins alike.
static enum TokenType odd_type(Scanner *scanner, TSLexer *lexer) {
    Spelling word = {0};
    bool is_to = next(lexer) == TO;
    spell(lexer, &word);
    lexer->mark_end(lexer);
    if (is_to && is_digit(next(lexer))) return RANGE;
    if (is_to && is_blank(next(lexer))) {
        skip_blanks(lexer);
        return is_digit(next(lexer)) ? RANGE : word_type(scanner, &word);
    }
    if (comparison_word(lexer, &word)) {
        lexer->mark_end(lexer);
        return COMPARISON;
    }
    name_rest(scanner, lexer, &word);
    return word_type(scanner, &word);
}

static enum TokenType single(TSLexer *lexer, enum TokenType type) {
    take(lexer);
    lexer->mark_end(lexer);
    return type;
}

// `..`, `——` or one of the marks for a range.
static enum TokenType range_type(TSLexer *lexer, int32_t first) {
    take(lexer);
    lexer->mark_end(lexer);
    bool twice = next(lexer) == first && first != WAVE && first != '~' && first != 0x2013;
    if (twice) {
        take(lexer);
        lexer->mark_end(lexer);
    }
    return is_point(first) && !twice ? MISTAKE : RANGE;
}

// Whether a text stands on the first line behind a `(` that is not blank.
static bool quote_ahead(TSLexer *lexer) {
    while (!lexer->eof(lexer) && (is_blank(next(lexer)) || is_line_end(next(lexer)))) take(lexer);
    for (; !lexer->eof(lexer) && !is_line_end(next(lexer)); take(lexer)) {
        if (next(lexer) == '"' || next(lexer) == LEFT_QUOTE || next(lexer) == LEFT_CORNER) return true;
    }
    return false;
}

static enum TokenType sign_type(Scanner *scanner, TSLexer *lexer) {
    int32_t c = next(lexer);
    switch (folded(c)) {
        case '{': return single(lexer, scanner->depth < MAX_DEPTH ? OPEN : MISTAKE);
        case '}': return single(lexer, CLOSE);
        case ';': return single(lexer, SEMICOLON);
        case '(': return single(lexer, OPEN_PAREN);
        case ')': return single(lexer, CLOSE_PAREN);
        case ',':
        case IDEOGRAPHIC_COMMA: return single(lexer, COMMA);
        case '.':
        case '~':
        case 0x2013:
        case 0x2014: return range_type(lexer, c);
        case '/': return slash_type(lexer);
        case '+':
        case '-':
        case '*':
        case 0xD7:
        case 0xF7:
        case 0x2212: return single(lexer, OPERATOR);
        default: return single(lexer, MISTAKE);
    }
}

#endif
