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

static void number_digits(Reader *reader, Number *number) {
    number->group = digits(reader);
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
static bool date_unit(Reader *reader, int32_t letter, int32_t other) {
    unsigned count = digits(reader);
    if (count == 0 || count > 2) return false;
    skip_blanks(reader);
    if (next(reader) != letter && next(reader) != other) return false;
    take(reader);
    return true;
}

// `end`: 底前, 以前 …
static void date_end(Reader *reader) {
    int32_t c = next(reader);
    if (c == BEFORE || c == END || c == END_TOO) {
        take(reader);
        mark(reader);
        if (c == BEFORE) return;
        if (next(reader) == BEFORE) {
            take(reader);
            mark(reader);
            return;
        }
        if (c == END_TOO) return;
    }
    if (next(reader) != OF && next(reader) != OF_TOO) return;
    take(reader);
    if (next(reader) != BEFORE) return;
    take(reader);
    mark(reader);
}

// What follows 年.
static void year_rest(Reader *reader) {
    take(reader);
    if (next(reader) == OF_YEAR) take(reader);
    mark(reader);
    skip_blanks(reader);
    if (!is_digit(next(reader))) {
        date_end(reader);
        return;
    }
    if (!date_unit(reader, MONTH, MONTH)) return;
    if (next(reader) == OF_MONTH) take(reader);
    mark(reader);
    skip_blanks(reader);
    if (is_digit(next(reader))) {
        if (!date_unit(reader, DAY, DAY_TOO)) return;
        mark(reader);
        skip_blanks(reader);
    }
    date_end(reader);
}

// Behind four digits, which are marked: the date that they begin, NUMBER where they begin none. Where the next character
// is a point, digits may still follow as those of a number.
static enum TokenType date_type(Scanner *scanner, Reader *reader) {
    int32_t c = next(reader);
    if (is_hyphen(c)) {
        bool passed;
        unsigned length = hyphen_date(reader, &passed);
        if (length == 0) return NUMBER;
        if (passed) to_come(scanner, DATE_REST, length);
        else mark(reader);
        return DATE;
    }
    if (is_slash(c)) {
        if (!divided_date(reader, is_slash)) return NUMBER;
        mark(reader);
        return DATE;
    }
    skip_blanks(reader);
    if (next(reader) != YEAR) return NUMBER;
    year_rest(reader);
    return DATE;
}

static enum TokenType number_or_date(Scanner *scanner, Reader *reader) {
    Number number = {0};
    number_digits(reader, &number);
    mark(reader);
    int32_t c = next(reader);
    bool may_be_date = number.digits == 4;
    if (may_be_date && (is_hyphen(c) || is_slash(c) || is_blank(c) || c == YEAR)) {
        return date_type(scanner, reader);
    }
    // Behind the second point of 2026.11.20 the digits decide.
    for (unsigned marks = 1; is_point(next(reader)) || folded(next(reader)) == ','; marks++) {
        bool point = is_point(next(reader));
        may_be_date = may_be_date && point;
        take(reader);
        if (!is_digit(next(reader))) break;
        number_mark(&number, point);
        number_digits(reader, &number);
        mark(reader);
        may_be_date = may_be_date && number.group <= 2;
        if (may_be_date && marks == 2) return DATE;
    }
    return is_well_formed(&number) || scanner->head == HEAD_CODE ? NUMBER : MALFORMED_NUMBER;
}

#endif
