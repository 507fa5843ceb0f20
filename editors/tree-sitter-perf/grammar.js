/**
 * The grammar of `.perf` files for editors.
 *
 * The tokens come from src/scanner.c, which cuts a file as the compiler does; here they are put together. Like the
 * compiler's own, the grammar is lenient: what a statement may say is the compiler's to judge, and a file is an error
 * here where, and only where, the compiler reports one of the codes P101 to P116.
 *
 * @author perfc
 * @license MIT OR Apache-2.0
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

/** A statement with this head; its block, if any, comes last. */
const statement = ($, head, ...rest) => seq(head, ...rest, optional(field('block', $.block)));

/** A keyword of its own in the scanner, like all others in the tree. */
const keyword = ($, token) => field('key', alias(token, $.keyword));

/** What follows a head that a name comes behind: the name and the arguments, or arguments that begin with no name. */
const named = ($, name, others) =>
  optional(choice(seq(field('name', name), repeat($._argument)), seq(others, repeat($._argument))));
const text_named = $ => named($, $.text, $._argument_but_text);
const word_named = $ => named($, $.word, $._argument_but_word);

module.exports = grammar({
  name: 'perf',

  extras: $ => [/[ \t\u3000\u00A0\uFEFF]/, $.line_comment, $.block_comment],

  // The order is that of `enum TokenType` in src/scanner.c.
  externals: $ => [
    $._newline,
    $._semicolon,
    $._open,
    $._close,
    $._open_paren,
    $._close_paren,
    $.text,
    $._number,
    $._date,
    $._date_rest,
    $.comparison,
    $.operator,
    $.range,
    $.comma,
    $._word,
    $._word_rest,
    $._keyword,
    $._import,
    $._standard,
    $._template,
    $._project,
    $._actual,
    $._level,
    $._category,
    $._check,
    $._use,
    $._declare,
    $._as,
    $._per,
    $.line_comment,
    $.block_comment,
    $.sentence,
    // What no rule takes, so that it is an error wherever it stands.
    $.malformed_number,
    $.malformed_comparison,
    $.mistake,
  ],

  supertypes: $ => [$._statement],

  rules: {
    source_file: $ => optional($._statements),

    _statements: $ => choice(
      seq($._statement, repeat(seq(repeat1($._end), $._statement)), repeat($._end)),
      seq(repeat1($._end), optional(seq($._statement, repeat(seq(repeat1($._end), $._statement)), repeat($._end)))),
    ),

    _end: $ => choice($._newline, $._semicolon),

    _statement: $ => choice(
      $.import,
      $.standard,
      $.template,
      $.project,
      $.actual,
      $.level,
      $.category,
      $.check,
      $.use,
      $.declaration,
      $.property,
      $.indicator,
      $.result,
      $.paragraph,
      $.row,
    ),

    block: $ => seq(alias($._open, '{'), optional($._statements), alias($._close, '}')),

    // ---- statements that begin with a keyword

    import: $ => statement($, keyword($, $._import), text_named($)),
    standard: $ => statement($, keyword($, $._standard), word_named($)),
    template: $ => statement($, keyword($, $._template), word_named($)),
    project: $ => statement($, keyword($, $._project), text_named($)),
    actual: $ => statement($, keyword($, $._actual), text_named($)),
    level: $ => statement($, keyword($, $._level), word_named($)),
    category: $ => statement($, keyword($, $._category), word_named($)),
    check: $ => statement($, keyword($, $._check), text_named($)),
    use: $ => statement($, keyword($, $._use), word_named($)),
    // unit, dimension, multiplier, fund, grade, judgement
    declaration: $ => statement($, keyword($, $._declare), word_named($)),
    property: $ => statement($, keyword($, choice($._keyword, $._as, $._per)), repeat($._argument)),

    // ---- other statements

    // quantity "…" >= 12 家
    indicator: $ => statement($, field('category', $.word), field('name', $.text), repeat($._argument)),
    // "…" 14 家, in an `actual`
    result: $ => choice(
      seq(field('name', $.text), repeat1($._argument), optional(field('block', $.block))),
      seq(field('name', $.text), field('block', $.block)),
    ),
    // "…", in a block of texts
    paragraph: $ => $.text,
    // fiscal 100 万元; output 50
    row: $ => choice(
      statement($, field('head', $.word), optional(seq($._argument_but_text, repeat($._argument)))),
      statement($, $._odd_head, repeat($._argument)),
    ),
    _odd_head: $ => choice(
      $._quantity, $.date, $.comparison, $.operator, $.range, $.comma, $.group,
    ),

    // ---- arguments

    _argument: $ => choice($.word, $.text, $._argument_but_name),
    _argument_but_word: $ => choice($.text, $._argument_but_name),
    _argument_but_text: $ => choice($.word, $._argument_but_name),
    _argument_but_name: $ => choice(
      $._quantity, $.date, $.comparison, $.operator, $.range, $.comma, $.group, $.label, $.price, $.sentence,
      $._any_keyword,
    ),

    _any_keyword: $ => alias(
      choice(
        $._keyword, $._import, $._standard, $._template, $._project, $._actual, $._level, $._category, $._check, $._use,
        $._declare,
      ),
      $.keyword,
    ),

    // as stations
    label: $ => prec.right(seq(alias($._as, $.keyword), optional(field('name', $.word)))),
    // per 家
    price: $ => prec.right(seq(alias($._per, $.keyword), optional(field('unit', alias($.word, $.unit))))),

    _quantity: $ => choice($.number, $.quantity),
    quantity: $ => prec(1, seq($.number, field('unit', alias($.word, $.unit)))),

    // In parentheses line ends do not count.
    group: $ => seq(alias($._open_paren, '('), repeat($._argument), alias($._close_paren, ')')),

    number: $ => $._number,
    date: $ => seq($._date, optional($._date_rest)),
    word: $ => seq($._word, repeat($._word_rest)),
  },
});
