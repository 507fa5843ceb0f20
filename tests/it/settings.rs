//! What is wrong with settings is said, each with what it should be.

use perfc::{
    config::Config,
    diagnostic::{Findings, Lang},
    source::{FileId, Source, Sources},
};

/// What is said of settings: place, code and what it should be.
fn said(text: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("perfc.toml", text));
    let mut findings = Findings::default();
    Config::read(file, text, &mut findings);
    let said = findings.iter().map(|finding| {
        let message = finding.message(Lang::Zh);
        let place = sources.slice(finding.span());
        format!("{} {place} {}", finding.code.rule().code, message.help.first().map_or("", |help| help.as_str()))
    });
    said.collect()
}

#[test]
fn unknown_settings_have_a_suggestion() {
    assert_eq!(said("langauge = \"zh\""), ["P911 langauge 是不是 language？"]);
    assert_eq!(said("[[files]]\npath = [\"a\"]\npaths = [\"a\"]"), ["P911 path 是不是 paths？"]);
    assert_eq!(said("ignore = [\"P3O5\"]"), ["P903 \"P3O5\" 是不是 P305？"]);
    assert_eq!(said("[severity]\nvague-valu = \"error\""), ["P903 vague-valu 是不是 vague-value？"]);
}

#[test]
fn values_are_of_their_kind() {
    assert_eq!(
        said("standard = \"mof-2012\""),
        ["P912 \"mof-2012\" 改成\"mof-2020\"、\"mof-2020-80\"、\"mof-2021\"、\"hubei\" 之一"]
    );
    assert_eq!(said("language = \"中文\""), ["P912 \"中文\" 改成\"zh\" 或 \"en\""]);
    assert_eq!(said("ignore = \"P305\""), ["P912 \"P305\" 改成方括号里的几个词，如 [\"P305\"]"]);
    assert_eq!(said("[[files]]\nignore = [\"P305\"]"), ["P912 [[files]] 改成有 paths 一行，写明管哪些文件"]);
    assert_eq!(said("[[files]]\npathes = [\"a\"]"), ["P911 pathes 是不是 paths？"]);
    assert_eq!(said("ignore = [“P305”]"), ["P913 “P305” 引号、逗号、等号、方括号要用英文（半角）的"]);
    assert_eq!(
        said("ignore = P305"),
        ["P913 P305 设置文件用 TOML 写成，一行一个：名称 = 值；文字放在引号里，如 language = \"zh\""]
    );
}

#[test]
fn pages_have_a_whole_address() {
    for (written, meant) in [
        ("example.org/perfc", "https://example.org/perfc"),
        ("/srv/规则", "file:///srv/%E8%A7%84%E5%88%99"),
        (r"D:\pages", "file:///D:/pages"),
    ] {
        assert_eq!(said(&format!("pages = '{written}'")), [format!("P912 '{written}' 改成\"{meant}\"")]);
    }
    let whole = "完整的网址，如 \"https://example.org/perfc\"；本机的文件夹写成 \"file:///D:/perfc\"";
    for wrong in
        ["'pages'", "'./pages'", "'ftp://example.org'", "'https://example.org/?p='", "''", "3", "['https://a']"]
    {
        assert_eq!(said(&format!("pages = {wrong}")), [format!("P912 {wrong} 改成{whole}")]);
    }
}

/// The reader of TOML speaks English; what is mostly wrong is said in Chinese as well.
#[test]
fn what_is_no_toml_is_explained() {
    for (text, reason) in [
        ("language = \"zh\"\nlanguage = \"en\"", "同一个名称写了两次"),
        ("[severity]\nP305 = \"error\"\n[severity]\nP306 = \"error\"", "同一个名称写了两次"),
        ("ignore = P305", "文字没有放在引号里"),
        ("ignore = [“P305”]", "文字没有放在引号里"),
        ("ignore = [\"P305\" \"P306\"]", "缺少逗号，或者方括号不成对"),
        ("ignore = [\"P305\"\nlanguage = \"zh\"", "缺少逗号，或者方括号不成对"),
        ("ignore = [\"P305\"", "方括号不成对"),
        ("language = \"zh", "引号不成对"),
        ("language \"zh\"", "缺少等号"),
        ("standard = \"hubei\" language = \"zh\"", "一行写了两个设置"),
        ("= 3", "读不懂"),
    ] {
        let mut findings = Findings::default();
        Config::read(FileId(0), text, &mut findings);
        let said: Vec<String> = findings.iter().map(|finding| finding.message(Lang::Zh).title).collect();
        assert_eq!(said, [format!("设置文件的写法有误（{reason}）")], "{text}");
    }
}

#[test]
fn what_is_right_is_taken() {
    for text in [
        "",
        "standard = \"hubei\"\nlanguage = \"en\"\npages = \"https://example.org/perfc\"",
        "select = [\"all\"]\nignore = [\"p305\", \"vague-value\", \"practice\"]",
        "[severity]\nP8 = \"warning\"\n[[files]]\npaths = [\"a/**\"]\nstandard = \"mof-2021\"",
    ] {
        assert_eq!(said(text), [""; 0], "{text}");
    }
}
