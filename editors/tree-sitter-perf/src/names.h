// Words: keywords, categories, units, labels (`word`, `name` and `joint` in grammar/perf.pest).

#ifndef PERF_NAMES_H
#define PERF_NAMES_H

#include <string.h>
#include "characters.h"
#include "state.h"
#include "words.h"

// A word as it is read, as far as a keyword can be long.
typedef struct {
    char text[MAX_KEYWORD + 8];
    unsigned length;
} Spelling;

// Adds a character in UTF-8, full-width letters as ASCII.
static void append(Spelling *word, int32_t character) {
    uint32_t c = (uint32_t)folded(character);
    char *end = word->text + word->length;
    if (word->length > MAX_KEYWORD) return;
    if (c < 0x80) {
        end[0] = (char)c;
        word->length += 1;
    } else if (c < 0x800) {
        end[0] = (char)(0xC0 | c >> 6);
        end[1] = (char)(0x80 | (c & 0x3F));
        word->length += 2;
    } else if (c < 0x10000) {
        end[0] = (char)(0xE0 | c >> 12);
        end[1] = (char)(0x80 | (c >> 6 & 0x3F));
        end[2] = (char)(0x80 | (c & 0x3F));
        word->length += 3;
    } else {
        word->length = MAX_KEYWORD + 1;
    }
}

// Takes the next character into the spelling.
static void spell(Reader *reader, Spelling *word) {
    append(word, next(reader));
    take(reader);
}

static const Word *find_keyword(Spelling *word) {
    if (word->length == 0 || word->length > MAX_KEYWORD) return NULL;
    word->text[word->length] = 0;
    unsigned low = 0, high = sizeof WORDS / sizeof *WORDS;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        int order = strcmp(word->text, WORDS[middle].spelling);
        if (order == 0) return &WORDS[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return NULL;
}

// What follows four digits and a hyphen that is not taken yet: the characters up to the end of the date, 0 where it is
// none. `*passed` tells whether the lexer has gone beyond that end.
static unsigned hyphen_date(Reader *reader, bool *passed) {
    *passed = false;
    take(reader);
    unsigned first = date_part(reader);
    if (first == 0) return 0;
    if (!is_hyphen(next(reader))) return 1 + first;
    *passed = true;
    take(reader);
    unsigned second = digits(reader);
    if (second == 0 || second > 2) return second > 3 ? 1 + first : 0;
    if (!is_hyphen(next(reader))) {
        *passed = false;
        return 1 + first + 1 + second;
    }
    take(reader);
    return digits(reader) > 3 ? 1 + first + 1 + second : 0;
}

// The same behind a slash or point: both parts must be there.
static bool divided_date(Reader *reader, bool (*is_divider)(int32_t)) {
    take(reader);
    if (date_part(reader) == 0 || !is_divider(next(reader))) return false;
    take(reader);
    return date_part(reader) > 0;
}

// What becomes of digits in a name.
enum Digits { DIGITS_TAKEN, DIGITS_LEFT, DIGITS_TO_COME };

// `name_digits`: digits in a name, unless they must be a value that is glued to it. Where that is seen only by looking
// beyond them, they are a token of their own; `*count` says how long.
static enum Digits name_digits(Reader *reader, unsigned *count) {
    *count = digits(reader);
    int32_t c = next(reader);
    if (is_percent(c)) return DIGITS_LEFT;
    if (is_point(c)) {
        take(reader);
        return is_digit(next(reader)) ? DIGITS_LEFT : DIGITS_TO_COME;
    }
    if (*count != 4) return DIGITS_TAKEN;
    if (c == YEAR) return DIGITS_LEFT;
    if (is_blank(c)) {
        skip_blanks(reader);
        return next(reader) == YEAR ? DIGITS_LEFT : DIGITS_TO_COME;
    }
    bool passed;
    if (is_hyphen(c)) return hyphen_date(reader, &passed) > 0 ? DIGITS_LEFT : DIGITS_TO_COME;
    if (is_slash(c)) return divided_date(reader, is_slash) ? DIGITS_LEFT : DIGITS_TO_COME;
    return DIGITS_TAKEN;
}

// What stands where a `name_part` may.
enum Part { PART, NO_PART, PART_AHEAD };

// Goes over one `name_part`. 至 before digits stands between the ends of a range; where blanks hide what follows it, the
// lexer has gone over them: PART_AHEAD where it is a part all the same. Behind any but PART the lexer may have gone on.
static enum Part name_part(Reader *reader, Spelling *word) {
    if (is_name_part(next(reader))) {
        spell(reader, word);
        return PART;
    }
    if (next(reader) != TO) return NO_PART;
    take(reader);
    bool parted = is_blank(next(reader));
    skip_blanks(reader);
    if (is_digit(next(reader))) return NO_PART;
    append(word, TO);
    return parted ? PART_AHEAD : PART;
}

static bool begins_joint(int32_t c) { return is_slash(c) || c == 0xB7 || c == 0x2022; }
static bool goes_on_joint(int32_t c) { return c == '*' || c == '.' || c == IDEOGRAPHIC_COMMA; }

// A token that goes on where another one begins: so many characters of it are sure.
static void to_come(Scanner *scanner, enum TokenType type, unsigned length) {
    if (length > UINT16_MAX) return;
    scanner->rest = (uint16_t)length;
    scanner->rest_type = (uint8_t)type;
}

// `joint*`: 元/人·月, 元/人、天.
static void joints(Scanner *scanner, Reader *reader, Spelling *word) {
    bool in_joint = false;
    while (begins_joint(next(reader)) || (in_joint && goes_on_joint(next(reader)))) {
        unsigned length = 2; // of the mark and what is a part behind it
        take(reader);
        enum Part part = name_part(reader, word);
        for (; part == PART; length = 1) {
            mark(reader);
            word->length = MAX_KEYWORD + 1;
            in_joint = true;
            part = name_part(reader, word);
        }
        if (part == PART_AHEAD) to_come(scanner, WORD_REST, length);
        if (part == PART_AHEAD || length == 2) return;
    }
}

// The rest of a name behind its first character.
static void name_rest(Scanner *scanner, Reader *reader, Spelling *word) {
    enum Part part = PART;
    while (part == PART) {
        mark(reader);
        if (is_digit(next(reader))) {
            unsigned count;
            enum Digits answer = name_digits(reader, &count);
            if (answer != DIGITS_LEFT) word->length = MAX_KEYWORD + 1;
            if (answer == DIGITS_TAKEN) continue;
            if (answer == DIGITS_TO_COME) to_come(scanner, WORD_REST, count);
            return;
        }
        bool is_to = next(reader) == TO;
        part = name_part(reader, word);
        if (part == PART_AHEAD) to_come(scanner, WORD_REST, 1);
        if (part == NO_PART && !is_to) joints(scanner, reader, word);
    }
}

// The rest of a word that begins with a small ASCII letter.
static void word_rest(Scanner *scanner, Reader *reader, Spelling *word) {
    while (is_word_part(next(reader)) || in(next(reader), 0xFF10, 0xFF19)) spell(reader, word);
    mark(reader);
    while (next(reader) == '-') {
        take(reader);
        if (!is_word_part(next(reader))) return;
        append(word, '-');
        while (is_word_part(next(reader))) spell(reader, word);
        mark(reader);
    }
    joints(scanner, reader, word);
}

static enum TokenType keyword_type(enum Keyword keyword) {
    switch (keyword) {
        case KEYWORD_IMPORT: return IMPORT;
        case KEYWORD_STANDARD: return STANDARD;
        case KEYWORD_TEMPLATE: return TEMPLATE;
        case KEYWORD_PROJECT: return PROJECT;
        case KEYWORD_ACTUAL: return ACTUAL;
        case KEYWORD_LEVEL: return LEVEL;
        case KEYWORD_CATEGORY: return CATEGORY;
        case KEYWORD_CHECK: return CHECK;
        case KEYWORD_USE: return USE;
        case KEYWORD_AS: return AS;
        case KEYWORD_PER: return PER;
        case KEYWORD_UNIT:
        case KEYWORD_DIMENSION:
        case KEYWORD_MULTIPLIER:
        case KEYWORD_FUND:
        case KEYWORD_GRADE:
        case KEYWORD_JUDGEMENT: return DECLARE;
        default: return OTHER_KEYWORD;
    }
}

static enum Head word_head(const Word *keyword) {
    if (keyword == NULL) return HEAD_NO_KEYWORD;
    switch (keyword->keyword) {
        case KEYWORD_CHECK: return HEAD_CHECK;
        case KEYWORD_ORG:
        case KEYWORD_CODE: return HEAD_CODE;
        default: return keyword->sentence ? HEAD_TEXT : HEAD_KEYWORD;
    }
}

// Whether a word behind a line end in parentheses begins a statement of its own: a `)` is missing above.
static bool begins_statement(const Scanner *scanner, const Word *keyword) {
    return scanner->parens > 0 && scanner->line == 1 && keyword != NULL && !keyword->argument;
}

// A word, read; answers which.
static enum TokenType word_type(Scanner *scanner, Spelling *word) {
    const Word *keyword = scanner->rest > 0 ? NULL : find_keyword(word);
    if (scanner->tokens == 0) scanner->head = word_head(keyword);
    if (begins_statement(scanner, keyword)) return MISTAKE;
    return keyword ? keyword_type(keyword->keyword) : WORD;
}

#endif
