// The tokens, and what the scanner remembers between them.

#ifndef PERF_STATE_H
#define PERF_STATE_H

#include <stdint.h>

// The order is that of `externals` in grammar.js.
enum TokenType {
    NEWLINE,
    SEMICOLON,
    OPEN,
    CLOSE,
    OPEN_PAREN,
    CLOSE_PAREN,
    TEXT,
    NUMBER,
    DATE,
    DATE_REST,
    COMPARISON,
    OPERATOR,
    RANGE,
    COMMA,
    WORD,
    WORD_REST,
    OTHER_KEYWORD,
    IMPORT,
    STANDARD,
    TEMPLATE,
    PROJECT,
    ACTUAL,
    LEVEL,
    CATEGORY,
    CHECK,
    USE,
    DECLARE,
    AS,
    PER,
    LINE_COMMENT,
    BLOCK_COMMENT,
    SENTENCE,
    MALFORMED_NUMBER,
    MALFORMED_COMPARISON,
    MISTAKE,
};

// What a statement begins with.
enum Head { HEAD_NONE, HEAD_NO_KEYWORD, HEAD_KEYWORD, HEAD_CHECK, HEAD_CODE, HEAD_TEXT };

// What must be remembered between tokens.
typedef struct {
    uint8_t depth;       // open blocks
    uint8_t parens;      // open parentheses of the statement at hand
    uint8_t head;        // enum Head
    uint8_t tokens;      // of the statement at hand: 0, 1, more
    uint8_t line;        // tokens since the line end in parentheses, and one; 0 where there was none
    uint8_t line_word;   // whether the first of them is a word
    uint8_t open_last;   // whether the last token is the only open parenthesis
    uint8_t quote_ahead; // whether a text stands on the line behind it
    uint8_t rest_type;   // DATE_REST, WORD_REST or SENTENCE
    uint16_t rest;       // how many characters of it are known to come
    uint16_t sign;       // the last token, if it is a comparison of one character
} Scanner;

#endif
