//! Lines with mistakes are copied, and nothing around them takes harm.

use insta::assert_snapshot;

use super::{formatted, shape::content};

#[test]
fn lines_with_mistakes_are_copied() {
    assert_snapshot!(formatted("
project \"a\" {
  quantity   “支撑 >=  12 家
  quality  “a” >=   9 % ；  cost 。 5
  cost “c”   <=   5
}
"), @r#"
    project "a" {
      quantity   “支撑 >=  12 家
      quality  “a” >=   9 % ；  cost 。 5
        cost "c" <= 5
    }
    "#);
}

#[test]
fn an_open_parenthesis_holds_what_it_swallows() {
    assert_snapshot!(formatted("
project \"a\" {
  check “b”   (1   +
    数量   5
      // 注释

   ; cost   “d”  6
  social   “e”  6
}
"), @r#"
    project "a" {
      check “b”   (1   +
        数量   5
          // 注释

       ; cost   “d”  6
        social "e" 6
    }
    "#);
}

#[test]
fn an_open_parenthesis_ends_where_a_statement_begins() {
    assert_snapshot!(formatted("
project \"a\" {
  check “b”   (1   +
      // 注释
   quantity   “c”  6
  check   “d”   (1   +
  note   “e”
}
"), @r#"
    project "a" {
      check “b”   (1   +
          // 注释
        quantity "c" 6
      check   “d”   (1   +
        note "e"
    }
    "#);
}

#[test]
fn a_text_whose_braces_do_not_match_stays() {
    // Indented anew, nobody could tell where the brace belongs.
    for text in ["a   {\nb   1\n}\n  }   // 多余\nc   2\n", "a {\n  b   {\n    c   1\n  d   2\n}\n"] {
        assert_eq!(formatted(text), text);
    }
}

#[test]
fn a_brace_behind_its_line_stays() {
    assert_eq!(formatted("a   “b”\n{\nc   1\n}\n"), "a   “b”\n{\n    c 1\n}\n");
}

#[test]
fn a_row_from_a_table_stays() {
    assert_eq!(formatted("数量指标\t研究报告\t≥1份\n"), "数量指标\t研究报告\t≥1份\n");
}

#[test]
fn blocks_beyond_the_deepest_stay() {
    let deep = ["a  {\n".repeat(64), "a  { b }  {\n  c   1\n}".to_owned(), "}\n".repeat(64)].concat();
    assert!(formatted(&deep).contains("\na  { b }  {\n                                c 1\n"));
}

#[test]
fn a_comment_without_end_stays() {
    assert_snapshot!(formatted("a   1 /* b\n   c   \n\n"), @r"
    a 1  /* b
       c
    ");
}

#[test]
fn comparisons_that_do_not_exist_stay() {
    assert_snapshot!(formatted("a => 5\nb ＝＞5\nc 不少于\nd  至少“b”"), @r"
    a => 5
    b => 5
    c 不少于
    d  至少“b”
    ");
}

#[test]
fn line_ends_are_the_same_everywhere() {
    assert_eq!(formatted("a  。\r\n\r\n/* b\r\n c */\rd (\r\n1  。)"), "a  。\n\n/* b\n c */\nd (\n1  。)\n");
}

#[test]
fn parentheses_around_a_block_stay() {
    let text = "项目 “甲” （\n  数量 “活动” 2次\n）\n";
    assert_eq!(formatted(text), "项目 “甲” （\n    数量 \"活动\" 2 次\n）\n");
}

#[test]
fn what_was_meant_does_not_depend_on_the_kind_of_line_end() {
    let texts =
        ["!(\n}\n\"", "项目 “甲” （\n    数量 \"活动\" 2 次\n）\n", "目标 “一\n二”\n", "数量 《活动\n》 2 次\n"];
    for text in texts {
        for end in ["\r", "\r\n"] {
            let text = text.replace('\n', end);
            assert_eq!(content(&formatted(&text), false), content(&text, false), "{text:?}");
        }
    }
}
