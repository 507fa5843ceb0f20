//! The pages as a folder of HTML files that need nothing beside them.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html::push_html};

use super::{INDEX, name};
use crate::diagnostic::{Code, Family, Lang, Rule, Text};
use crate::markup::{element, escape};

/// How they look.
const STYLE: &str = include_str!("pages.css");

const LANGUAGES: [Lang; 2] = [Lang::Zh, Lang::En];

/// All files of the folder, each with its name in it (`zh/P301.html`): a page for each code in both languages, and a list
/// of them.
pub fn site() -> impl Iterator<Item = (String, String)> {
    let pages = Code::all().flat_map(|code| LANGUAGES.map(|lang| (name(code.rule(), lang), page(code.rule(), lang))));
    std::iter::once((INDEX.to_owned(), index())).chain(pages)
}

fn page(rule: &Rule, lang: Lang) -> String {
    let text = rule.page.get(lang);
    let heading = text.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
    let mut body = String::from("<nav>");
    link(&format!("../{INDEX}"), Text { zh: "全部代码", en: "All codes" }.get(lang), &mut body);
    let (other, word) = match lang {
        Lang::Zh => (Lang::En, "English"),
        Lang::En => (Lang::Zh, "中文"),
    };
    link(&format!("../{}", name(rule, other)), word, &mut body);
    body += "</nav>\n";
    element("h1", heading, &mut body);
    body += "<p class=\"facts\">";
    escape(&facts(rule, lang), &mut body);
    body += "</p>\n";
    let behind_heading =
        Parser::new(text).skip_while(|event| *event != Event::End(TagEnd::Heading(HeadingLevel::H1))).skip(1);
    push_html(&mut body, linked(behind_heading, rule).into_iter());
    document(lang, heading, &body)
}

/// `警告 · 审核（practice，P8） · 默认关`
fn facts(rule: &Rule, lang: Lang) -> String {
    let (severity, family) = (rule.severity.name().get(lang), rule.family);
    let (name, id, digit) = (family.name().get(lang), family.id(), &rule.code[1..2]);
    let (facts, off) = match lang {
        Lang::Zh => (format!("{severity} · {name}（{id}，P{digit}）"), " · 默认不查"),
        Lang::En => (format!("{severity} · {name} ({id}, P{digit})"), " · off unless it is asked for"),
    };
    facts + if rule.is_on { "" } else { off }
}

/// The events of a page, with links where it names other codes, and examples that show which of them are right.
fn linked<'p>(events: impl Iterator<Item = Event<'p>>, rule: &Rule) -> Vec<Event<'p>> {
    let (mut linked, mut is_plain) = (Vec::new(), true);
    for event in events {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(mark))) => {
                is_plain = false;
                linked.push(Event::Html(format!("<pre class=\"{}\"><code>", class(&mark)).into()));
            }
            Event::End(TagEnd::CodeBlock) => {
                is_plain = true;
                linked.push(Event::Html("</code></pre>\n".into()));
            }
            Event::Text(text) if is_plain => with_links(&text, rule, &mut linked),
            // Pages name each other as they lie in the folder of their sources.
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => {}
            event => linked.push(event),
        }
    }
    linked
}

/// How an example looks by what stands behind its language: `perf,error=P301`, `perf,ok`.
fn class(mark: &str) -> &'static str {
    match mark.split_once(',') {
        Some((_, "ok")) => "right",
        Some(_) => "wrong",
        None => "plain",
    }
}

/// A text in which each code but that of the page itself is a link to its page.
fn with_links(text: &str, rule: &Rule, events: &mut Vec<Event<'_>>) {
    let mut rest = text;
    while let Some((before, code)) = next_code(rest, rule) {
        let mut anchor = String::new();
        link(&format!("{code}.html"), code, &mut anchor);
        events.extend([Event::Text(CowStr::from(before.to_owned())), Event::InlineHtml(anchor.into())]);
        rest = &rest[before.len() + code.len()..];
    }
    events.push(Event::Text(CowStr::from(rest.to_owned())));
}

/// What stands before the first other code in a text, and the code.
fn next_code<'t>(text: &'t str, rule: &Rule) -> Option<(&'t str, &'static str)> {
    let is_other = |at: usize| {
        let code = Rule::find(text.get(at..at + 4)?)?.code;
        (code != rule.code).then_some((&text[..at], code))
    };
    text.match_indices('P').find_map(|(at, _)| is_other(at))
}

fn link(target: &str, text: &str, out: &mut String) {
    out.push_str("<a href=\"");
    escape(target, out);
    out.push_str("\">");
    escape(text, out);
    out.push_str("</a>");
}

/// The list of all codes by family, in both languages side by side.
fn index() -> String {
    let title = "perfc：代码 · codes";
    let mut body = String::new();
    element("h1", title, &mut body);
    let mut family: Option<Family> = None;
    for rule in Code::all().map(Code::rule) {
        if family.replace(rule.family) != Some(rule.family) {
            body += if body.contains("<table>") { "</table>\n" } else { "" };
            let Text { zh, en } = rule.family.name();
            element("h2", &format!("P{} {zh} · {en}", &rule.code[1..2]), &mut body);
            body += "<table>\n";
        }
        index_row(rule, &mut body);
    }
    body += "</table>\n";
    document(Lang::Zh, title, &body)
}

fn index_row(rule: &Rule, out: &mut String) {
    out.push_str("<tr>");
    element("th", rule.code, out);
    for lang in LANGUAGES {
        *out += &format!("<td lang=\"{}\">", lang.id());
        link(&name(rule, lang), rule.heading(lang), out);
        out.push_str("</td>");
    }
    out.push_str("</tr>\n");
}

fn document(lang: Lang, title: &str, body: &str) -> String {
    let tag = lang.tag();
    let mut out = format!("<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n");
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    element("title", title, &mut out);
    out + "<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n" + body + "</main>\n</body>\n</html>\n"
}
