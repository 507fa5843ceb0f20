use super::*;

#[track_caller]
fn shows(code: &str, stored: &str, expected: &str) {
    assert_eq!(Format::parse(code).number(stored, Epoch::Since1900).text, expected, "{stored} in {code}");
}

#[test]
fn numbers_without_format() {
    for (stored, expected) in [
        ("12232.200000000001", "12232.2"),
        ("0.30000000000000004", "0.3"),
        ("0.1", "0.1"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("1E3", "1000"),
        ("1.5E-3", "0.0015"),
        ("9.9999999999999995E-2", "0.1"),
        ("123456789012345678", "123456789012346000"),
        ("100000000000", "100000000000"),
        ("1.5e11", "150000000000"),
        ("1e15", "1000000000000000"),
        ("+5", "5"),
        (" 7 ", "7"),
        ("1E+20", "100000000000000000000"),
        ("-1.2345E+28", "-12345000000000000000000000000"),
        ("9E+28", "9E+28"),
        ("1E+300", "1E+300"),
        ("1E-300", "1E-300"),
        ("1e99999999999999999999", "1e99999999999999999999"),
        ("NaN", "NaN"),
        ("", ""),
        (".", "."),
        ("12.", "12"),
        ("1,2", "1,2"),
    ] {
        assert_eq!(general(stored).text, expected, "{stored}");
    }
}

#[test]
fn plain_formats() {
    shows("General", "12232.200000000001", "12232.2");
    shows("G/通用格式", "3.5", "3.5");
    shows("General\"元\"", "-3.5", "-3.5元");
    shows("0", "2.5", "3");
    shows("0", "-2.5", "-3");
    shows("0", "-0.4", "0");
    shows("0.00", "0.285", "0.29");
    shows("0.00", "1.005", "1.01");
    shows("0.00", "12", "12.00");
    shows("#.##", "0.5", ".5");
    shows("0.##", "5", "5.");
    shows("000", "7", "007");
    shows("0", "123456789012", "123456789012");
    shows("#,##0", "1234567.5", "1,234,568");
    shows("#,##0.00", "-1020000", "-1,020,000.00");
    shows("#,##0", "0", "0");
    shows("#,###", "0", "");
    shows("0,000", "5", "0,005");
    shows("#,##0,", "1234567", "1,235");
    shows("0.00,,\"百万\"", "12345678", "12.35百万");
    shows("000-0000", "1234567", "123-4567");
    shows("@", "12.50", "12.5");
}

#[test]
fn percent_and_units() {
    shows("0%", "0.9", "90%");
    shows("0%", "0.90000000000000002", "90%");
    shows("0.00%", "0.98765", "98.77%");
    shows("0.0%", "-0.055", "-5.5%");
    shows("≥0%", "0.95", "≥95%");
    shows("0\"家\"", "12", "12家");
    shows("\"≥\"0\"家\"", "12", "≥12家");
    shows("0\\个", "3", "3个");
    shows("0万元", "3", "3万元");
    shows("[$¥-804]#,##0.00", "1234.5", "¥1,234.50");
    shows("[$-804]0", "5", "5");
    shows("\"¥\"0", "-5", "-¥5");
    shows("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "1234.5", "¥1,234.50");
    shows("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "0", "¥-");
    shows("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "-2", "¥-2.00");
}

#[test]
fn sections_and_conditions() {
    let code = "0.0;(0.0);\"无\";@\"！\"";
    shows(code, "1.25", "1.3");
    shows(code, "-1.25", "(1.3)");
    shows(code, "0", "无");
    assert_eq!(Format::parse(code).text("好".into()), "好！");
    assert_eq!(Format::parse("0.00").text("好".into()), "好");
    assert_eq!(Format::parse("\"第\"@").text("三".into()), "第三");
    assert_eq!(Format::parse(";;;").text("藏".into()), "");
    shows(";;;", "5", "");
    shows("0;0;", "0", "");
    shows("[Red][>=100]0\"大\";[<0]0\"负\";0.0", "100", "100大");
    shows("[Red][>=100]0\"大\";[<0]0\"负\";0.0", "-3", "3负");
    shows("[Red][>=100]0\"大\";[<0]0\"负\";0.0", "99", "99.0");
    shows("[>=100]0;0.0", "-1", "-1.0");
    shows("[红色]0;[Color 3]-0", "-4", "-4");
    shows("[>5]0;[<3]0", "4", "4");
    shows("[=0]\"无\";0", "0", "无");
}

#[test]
fn what_cannot_be_applied_is_shown_plainly() {
    for code in ["0.00E+00", "# ?/?", "# ??/??", "0kg", "[0", "b1", &"0".repeat(300)] {
        shows(code, "12232.200000000001", "12232.2");
    }
    shows("0", "1E+200", "1E+200");
    shows("yyyy-mm-dd", "-5", "-5");
    shows("yyyy-mm-dd", "99999999", "99999999");
}

#[test]
fn dates() {
    shows("yyyy-mm-dd", "46022", "2025-12-31");
    shows("yyyy/m/d;@", "46023", "2026/1/1");
    shows("[$-804]yyyy\"年\"m\"月\"d\"日\";@", "46023", "2026年1月1日");
    shows("[DBNum1][$-804]yyyy\"年\"m\"月\"", "46023", "2026年1月");
    shows("yyyy\\-mm\\-dd", "46023.9", "2026-01-01");
    shows("d-mmm-yy", "46023", "1-Jan-26");
    shows("mmmm d, yyyy dddd", "46023", "January 1, 2026 Thursday");
    shows("aaaa", "46023", "星期四");
    shows("e年", "46023", "2026年");
    shows("yyyy-mm-dd", "59", "1900-02-28");
    shows("yyyy-mm-dd", "60", "60");
    shows("yyyy-mm-dd", "61", "1900-03-01");
    shows("yyyy-mm-dd", "1", "1900-01-01");
    shows("yyyy-mm-dd", "0", "0");
    assert_eq!(Format::parse("yyyy-mm-dd").number("0", Epoch::Since1904).text, "1904-01-01");
    assert_eq!(Format::parse("yyyy/m/d").number("44561", Epoch::Since1904).text, "2026/1/1");
}

#[test]
fn times() {
    shows("h:mm", "0.5", "12:00");
    shows("hh:mm:ss", "0.999994", "23:59:59");
    shows("yyyy-mm-dd hh:mm:ss", "46022.9999999", "2026-01-01 00:00:00");
    shows("h:mm AM/PM", "0.75", "6:00 PM");
    shows("上午/下午h\"时\"mm\"分\"", "0", "上午12时00分");
    shows("[h]:mm:ss", "1.5", "36:00:00");
    shows("mm:ss.0", "0.00001", "00:00.9");
    shows("yyyy-mm-dd hh:mm", "46023.25", "2026-01-01 06:00");
}

#[test]
fn standard_formats() {
    for (id, stored, expected) in [
        (0, "1.50", "1.5"),
        (1, "1.5", "2"),
        (2, "1.5", "1.50"),
        (3, "1234", "1,234"),
        (4, "1234", "1,234.00"),
        (9, "0.9", "90%"),
        (10, "0.9", "90.00%"),
        (14, "46023", "2026/1/1"),
        (20, "0.25", "6:00"),
        (22, "46023.25", "2026/1/1 6:00"),
        (27, "46023", "2026年1月"),
        (28, "46023", "1月1日"),
        (31, "46023", "2026年1月1日"),
        (49, "1.50", "1.5"),
        (57, "46023", "2026年1月"),
        (58, "46023", "1月1日"),
        (99, "1.50", "1.5"),
    ] {
        assert_eq!(Format::parse(standard(id)).number(stored, Epoch::Since1900).text, expected, "{id}");
    }
}

#[test]
fn dates_in_words_of_a_standard() {
    assert_eq!(serial("2026-01-01", Epoch::Since1900).as_deref(), Some("46023"));
    assert_eq!(serial("2026-01-01T12:00:00", Epoch::Since1900).as_deref(), Some("46023.5"));
    assert_eq!(serial("2026-01-01T12:00:00Z", Epoch::Since1904).as_deref(), Some("44561.5"));
    assert_eq!(serial("soon", Epoch::Since1900), None);
}

proptest::proptest! {
    #[test]
    fn any_format_takes_any_number(code in "[-0#?.,%;\"\\\\\\[\\]>=@$¥yYmdhsaAPM/eEG_*年 ]{0,24}", stored in "-?[0-9]{0,30}(\\.[0-9]{0,40})?([eE]-?[0-9]{1,3})?") {
        let format = Format::parse(&code);
        format.number(&stored, Epoch::Since1900);
        format.number(&stored, Epoch::Since1904);
        format.text(stored);
    }
}
