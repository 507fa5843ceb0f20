// Numbers and dates.

#ifndef PERF_NUMBERS_H
#define PERF_NUMBERS_H

#include "characters.h"
#include "state.h"
#include "names.h"

// What is known of a number's digits while they are read.
typedef struct {
    unsigned digits, group, points;
    bool grouped, wrong;
} Number;

static void number_digits(TSLexer *lexer, Number *number) {
    number->group = digits(lexer);
    number->digits += number->group;
}

// A comma or point, which digits follow.
static void number_mark(Number *number, bool point) {
    bool ends_group = number->grouped ? number->group == 3 : number->group <= 3;
    if (!point) {
        number->wrong |= number->points > 0 || !ends_group;
        number->grouped = true;
    } else {
        number->wrong |= number->points > 0 || (number->grouped && !ends_group);
        number->points += 1;
    }
}

static bool is_well_formed(const Number *number) {
    bool last = !number->grouped || number->points > 0 || number->group == 3;
    return !number->wrong && last && number->digits <= MAX_DIGITS;
}

// `digit{1,2}` and a letter that says of what, blanks around them.
static bool date_unit(TSLexer *lexer, int32_t letter, int32_t other) {
    unsigned count = digits(lexer);
    if (count == 0 || count > 2) return false;
    skip_blanks(lexer);
    if (next(lexer) != letter && next(lexer) != other) return false;
    take(lexer);
    return true;
}

// `end`: 底前, 以前 …
static void date_end(TSLexer *lexer) {
    int32_t c = next(lexer);
    if (c == BEFORE || c == END || c == END_TOO) {
        take(lexer);
        lexer->mark_end(lexer);
        if (c == BEFORE) return;
        if (next(lexer) == BEFORE) {
            take(lexer);
            lexer->mark_end(lexer);
            return;
        }
        if (c == END_TOO) return;
    }
    if (next(lexer) != OF && next(lexer) != OF_TOO) return;
    take(lexer);
    if (next(lexer) != BEFORE) return;
    take(lexer);
    lexer->mark_end(lexer);
}

// What follows 年.
static void year_rest(TSLexer *lexer) {
    take(lexer);
    if (next(lexer) == OF_YEAR) take(lexer);
    lexer->mark_end(lexer);
    skip_blanks(lexer);
    if (!is_digit(next(lexer))) {
        date_end(lexer);
        return;
    }
    if (!date_unit(lexer, MONTH, MONTH)) return;
    if (next(lexer) == OF_MONTH) take(lexer);
    lexer->mark_end(lexer);
    skip_blanks(lexer);
    if (is_digit(next(lexer))) {
        if (!date_unit(lexer, DAY, DAY_TOO)) return;
        lexer->mark_end(lexer);
        skip_blanks(lexer);
    }
    date_end(lexer);
}

// Behind four digits, which are marked: the date that they begin, NUMBER where they begin none. Where the next character
// is a point, digits may still follow as those of a number.
static enum TokenType date_type(Scanner *scanner, TSLexer *lexer) {
    int32_t c = next(lexer);
    if (is_hyphen(c)) {
        bool passed;
        unsigned length = hyphen_date(lexer, &passed);
        if (length == 0) return NUMBER;
        if (passed) to_come(scanner, DATE_REST, length);
        else lexer->mark_end(lexer);
        return DATE;
    }
    if (is_slash(c)) {
        if (!divided_date(lexer, is_slash)) return NUMBER;
        lexer->mark_end(lexer);
        return DATE;
    }
    skip_blanks(lexer);
    if (next(lexer) != YEAR) return NUMBER;
    year_rest(lexer);
    return DATE;
}

static enum TokenType number_or_date(Scanner *scanner, TSLexer *lexer) {
    Number number = {0};
    number_digits(lexer, &number);
    lexer->mark_end(lexer);
    int32_t c = next(lexer);
    bool may_be_date = number.digits == 4;
    if (may_be_date && (is_hyphen(c) || is_slash(c) || is_blank(c) || c == YEAR)) {
        return date_type(scanner, lexer);
    }
    // Behind the second point of 2026.11.20 the digits decide.
    for (unsigned marks = 1; is_point(next(lexer)) || folded(next(lexer)) == ','; marks++) {
        bool point = is_point(next(lexer));
        may_be_date = may_be_date && point;
        take(lexer);
        if (!is_digit(next(lexer))) break;
        number_mark(&number, point);
        number_digits(lexer, &number);
        lexer->mark_end(lexer);
        may_be_date = may_be_date && number.group <= 2;
        if (may_be_date && marks == 2) return DATE;
    }
    return is_well_formed(&number) || scanner->head == HEAD_CODE ? NUMBER : MALFORMED_NUMBER;
}

#endif
