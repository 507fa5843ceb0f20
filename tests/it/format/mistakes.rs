//! Lines with mistakes are copied, and nothing around them takes harm.

use insta::assert_snapshot;

use super::formatted;

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
fn braces_without_partner_stay() {
    assert_snapshot!(formatted("
a   {
b   1
}
  }   // 多余
c   2
  d   {  }   e   3
f   {
g   4
"), @r"
    a {
        b 1
    }
      }   // 多余
    c 2
      d   {  }   e   3
    f {
        g 4
    ");
}

#[test]
fn blocks_beyond_the_deepest_stay() {
    let deep = ["a  {\n".repeat(64), "a  { b }  {\n  c   1\n".to_owned()].concat();
    assert!(formatted(&deep).ends_with("\na  { b }  {\n                                c 1\n"));
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
