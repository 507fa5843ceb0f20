//! Indicators: the rows of the table.

use std::borrow::Cow;

use super::{
    details, irregular,
    loose_details::loose_details,
    named::Named,
    read_target,
    target::{Meaning, Target},
};
use crate::{
    arguments::{Arguments, Document, Located, Once, comparison_meaning, reserved_word},
    diagnostic::{Code, Diagnostic, Findings, Fix, Text, Value},
    field::{CategoryId, Field, Standard},
    source::Span,
    syntax::{StatementId, Token, TokenKind},
    values::Number,
    words::{Keyword, Place, folded},
};

/// A row of the table.
#[derive(Debug, Clone)]
pub struct Indicator<'s> {
    /// The level-2 category.
    pub category: CategoryId,
    /// The level-3 name.
    pub name: Located<Cow<'s, str>>,
    /// What it is to reach; `None` where that could not be read, which has been reported.
    pub target: Option<Target<'s>>,
    /// The label by which checks know it.
    pub label: Option<Located<&'s str>>,
    /// Its points.
    pub weight: Option<Located<Number<'s>>>,
    /// What few indicators have.
    pub details: Option<Box<Details<'s>>>,
    /// The category word, where findings about the row point.
    pub word: Span,
    /// Whether its line has a mistake that was reported, so that it may lack what it seems to lack for that reason.
    pub broken: bool,
}

/// What stands in an indicator's block.
#[derive(Debug, Clone, Default)]
pub struct Details<'s> {
    /// 绩效指标描述
    pub description: Option<Cow<'s, str>>,
    /// 数据来源
    pub source: Option<Cow<'s, str>>,
    /// 指标值设定依据
    pub basis: Option<Cow<'s, str>>,
    /// 备注
    pub note: Option<Cow<'s, str>>,
    /// Last year's value.
    pub baseline: Option<Target<'s>>,
    /// The target for the whole period.
    pub total: Option<Target<'s>>,
    /// The value to strive for.
    pub stretch: Option<Target<'s>>,
}

impl<'s> Indicator<'s> {
    /// The description: as given, else the name.
    pub fn description(&self) -> &str {
        let given = self.details.as_ref().and_then(|details| details.description.as_deref());
        given.unwrap_or(&self.name.value)
    }

    pub(super) fn details(&mut self) -> &mut Details<'s> {
        self.details.get_or_insert_default()
    }
}

/// The numbers of the indicators by their labels.
pub(super) fn labels<'s>(indicators: &[Indicator<'s>]) -> Named<'s, usize> {
    indicators.iter().enumerate().filter_map(|(number, indicator)| Some((indicator.label?, number))).collect()
}

/// How an indicator is written, for messages.
const USAGE: Text = Text {
    zh: "类别 \"指标名称\" 指标值，例如：数量 \"研究报告\" >= 1 份",
    en: "category \"name\" target, as in quantity \"研究报告\" >= 1 份",
};

/// Reads `quantity "支撑服务知识产权保护工作站" >= 12 家 as 站数 { … }`. `None` where it has no name; what else is wrong
/// with it is reported all the same.
pub(super) fn read<'s>(
    document: Document<'s>,
    id: StatementId,
    category: CategoryId,
    field: &Field,
    standard: &Standard,
    findings: &mut Findings,
) -> Option<Indicator<'s>> {
    let mut arguments = Arguments::new(document, id, USAGE, findings);
    let word = arguments.head_span();
    let name = arguments.name(Text { zh: "放在引号里的指标名称", en: "the name of the indicator in quotes" });
    let is_named = name.is_some();
    let name = name.unwrap_or_else(|| Located::new(Cow::Borrowed(""), word));
    let mut reader = Reader { arguments, field, standard, once: Once::default() };
    let mut indicator =
        Indicator { category, name, target: None, label: None, weight: None, details: None, word, broken: false };
    reader.arguments.stray_comma();
    reader.early_modifiers(&mut indicator);
    indicator.target = reader.target(&indicator.name, document, id);
    if indicator.target.is_none() {
        // What is wrong has been said; label and weight are wanted all the same.
        reader.arguments.skip_to(&MODIFIERS);
    }
    reader.modifiers(&mut indicator);
    reader.arguments.finish_row();
    indicator.broken = reader.arguments.is_broken();
    let once = reader.once;
    details::Reader { document, field, standard, once, findings }.read(id, &mut indicator);
    is_named.then_some(indicator)
}

/// What may follow a target.
pub(super) const MODIFIERS: [Keyword; 3] = [Keyword::As, Keyword::Weight, Keyword::Show];

/// What people write for [`Keyword::As`].
const NEARLY_AS: [&str; 9] = ["记做", "记", "记成", "作为", "标记", "标记为", "label", "named", "called"];

struct Reader<'r, 's, 'f> {
    arguments: Arguments<'s, 'f>,
    field: &'r Field,
    standard: &'r Standard,
    once: Once,
}

impl<'s> Reader<'_, 's, '_> {
    /// The target; a row with nothing but a `show` has a text for its target.
    fn target(&mut self, name: &Located<Cow<'s, str>>, document: Document<'s>, id: StatementId) -> Option<Target<'s>> {
        let shown_inline = self.arguments.peek_keyword() == Some(Keyword::Show);
        let shown_in_block = || document.tree.children(id).any(|child| document.keyword(child) == Some(Keyword::Show));
        if shown_inline || (self.arguments.is_done() && shown_in_block()) {
            let span = self.arguments.here();
            return Some(Target { meaning: Meaning::Text(Cow::Borrowed("")), show: None, per: None, span });
        }
        if self.arguments.is_done() {
            self.arguments.report(Diagnostic::new(Code::MissingTarget, name.span).with("name", &*name.value));
            return None;
        }
        read_target::read(&mut self.arguments, self.field, self.standard, &name.value)
    }

    /// A label or weight that stands before the target: the row is read as it was meant.
    fn early_modifiers(&mut self, indicator: &mut Indicator<'s>) {
        let keyword = self.arguments.peek_keyword();
        let (Some(Keyword::As | Keyword::Weight), Some(token)) = (keyword, self.arguments.peek()) else { return };
        self.modifiers(indicator);
        let Some(target) = self.arguments.peek() else { return };
        let finding = Diagnostic::new(Code::TargetOrder, self.arguments.span(token))
            .with("word", self.arguments.slice(token))
            .also(1, self.arguments.span(target));
        self.arguments.remark(finding);
    }

    /// What may follow a target, in any order.
    fn modifiers(&mut self, indicator: &mut Indicator<'s>) {
        while !self.arguments.is_done() {
            self.comma_before_modifier();
            let keyword = self.arguments.peek_keyword().filter(|keyword| MODIFIERS.contains(keyword));
            match keyword {
                Some(keyword) => self.modifier(keyword, indicator),
                None if self.late_per(indicator) || self.misspelt_as(indicator) => {}
                None if loose_details(&mut self.arguments, Place::Indicator) => {}
                None if self.irregular(indicator) => {}
                None if self.arguments.finish_before(&MODIFIERS) => {}
                None => return,
            }
        }
    }

    /// What belongs to no value but stands behind one.
    fn irregular(&mut self, indicator: &Indicator<'s>) -> bool {
        let Some(target) = &indicator.target else { return false };
        irregular::second_bound(&mut self.arguments, target) || irregular::words_behind(&mut self.arguments, target)
    }

    /// `<= 1 万元 as 每站费用 per 家`
    fn late_per(&mut self, indicator: &mut Indicator<'s>) -> bool {
        let Some(target) = indicator.target.as_mut().filter(|target| target.per.is_none()) else { return false };
        let Some(per) = read_target::per(&mut self.arguments, self.field) else { return false };
        target.span = target.span.to(per.span);
        target.per = Some(Box::new(per));
        true
    }

    /// `24 家，记作 站数`: the comma is reported and passed over.
    fn comma_before_modifier(&mut self) {
        let is_modifier = |token: Token| {
            let keyword = Keyword::find(&folded(self.arguments.slice(token)));
            keyword.is_some_and(|keyword| keyword == Keyword::As || keyword.fits(Place::Indicator))
        };
        if self.arguments.peek_second().is_some_and(is_modifier) {
            self.arguments.stray_comma();
        }
    }

    fn modifier(&mut self, keyword: Keyword, indicator: &mut Indicator<'s>) {
        let Some(word) = self.arguments.any_word() else { return };
        let first = self.once.is_first_at(word, keyword, self.arguments.findings);
        match keyword {
            Keyword::As => {
                let label = self.label();
                indicator.label = indicator.label.or(label);
            }
            Keyword::Weight => {
                let weight = weight(&mut self.arguments);
                indicator.weight = indicator.weight.take().or(weight);
            }
            _ => {
                let show = shown(&mut self.arguments);
                set_show(&mut indicator.target, show.filter(|_| first));
            }
        }
    }

    /// A label behind a word that means to say `as`.
    fn misspelt_as(&mut self, indicator: &mut Indicator<'s>) -> bool {
        let is_meant = |token: Token| NEARLY_AS.contains(&&*folded(self.arguments.slice(token)));
        let label = self.arguments.peek_second().filter(|token| token.kind == TokenKind::Word);
        let Some(token) = self.arguments.peek().filter(|token| label.is_some() && is_meant(*token)) else {
            return false;
        };
        let right = self.arguments.spelling(Keyword::As);
        let finding = Diagnostic::new(Code::UnexpectedArgument, self.arguments.span(token))
            .with("word", self.arguments.head())
            .with("text", self.arguments.slice(token))
            .with("suggestion", right)
            .help(13)
            .fix(Fix::safe(self.arguments.span(token), right));
        self.arguments.remark(finding);
        self.arguments.advance();
        let label = self.label();
        indicator.label = indicator.label.or(label);
        true
    }

    fn label(&mut self) -> Option<Located<&'s str>> {
        let Some(label) = self.arguments.word() else {
            if !self.arguments.reserved() {
                self.arguments
                    .missing(Text {
                        zh: "标记（不带引号、不带空格的一个词）", en: "a label: one word without quotes"
                    });
            }
            return None;
        };
        if let Some(meaning) = self.meaning_in_formulas(label.value) {
            self.arguments.report(reserved_word(label, meaning));
            return None;
        }
        self.blank_in_label(label);
        Some(label)
    }

    /// What a word means in formulas that is no keyword: a comparison, or the money of a source.
    fn meaning_in_formulas(&self, word: &str) -> Option<Value> {
        let fund = || {
            let fund = &self.standard.funds.list[self.standard.funds.find(word)?];
            Some(Value::Localized {
                zh: format!("资金来源“{}”的金额", fund.names.zh).into(),
                en: format!("the money from the source {}", fund.id).into(),
            })
        };
        comparison_meaning(word).or_else(fund)
    }

    /// A label of two words: the second is reported, and passed over.
    fn blank_in_label(&mut self, label: Located<&'s str>) {
        if self.arguments.peek().is_some_and(|token| self.arguments.slice(token).starts_with('每')) {
            return;
        }
        let Some(second) = self.arguments.word() else { return };
        let joined = [label.value, second.value].concat();
        let finding = Diagnostic::new(Code::UnexpectedArgument, second.span)
            .with("word", self.arguments.spelling(Keyword::As))
            .with("text", second.value)
            .with("joined", joined.as_str())
            .help(4)
            .fix(Fix::guess(label.span.to(second.span), joined));
        self.arguments.report(finding);
    }
}

pub(super) fn set_show<'s>(target: &mut Option<Target<'s>>, show: Option<Cow<'s, str>>) {
    let (Some(target), Some(show)) = (target, show) else { return };
    if matches!(&target.meaning, Meaning::Text(text) if text.is_empty()) {
        target.meaning = Meaning::Text(show.clone());
    }
    target.show = Some(show);
}

pub(super) fn weight<'s>(arguments: &mut Arguments<'s, '_>) -> Option<Located<Number<'s>>> {
    let number = arguments.number();
    if number.is_none() {
        arguments.missing(Text { zh: "分值", en: "the points" });
    }
    if arguments.peek().is_some_and(|token| matches!(arguments.slice(token), "分" | "%" | "％")) {
        arguments.advance();
    }
    number
}

pub(super) fn words<'s>(arguments: &mut Arguments<'s, '_>) -> Option<Cow<'s, str>> {
    arguments.name(Text { zh: "放在引号里的文字", en: "a text in quotes" }).map(|text| text.value)
}

/// The text to print; forms have empty cells too.
pub(super) fn shown<'s>(arguments: &mut Arguments<'s, '_>) -> Option<Cow<'s, str>> {
    let text = arguments.text().or_else(|| arguments.name(Text { zh: "要印出的文字", en: "the text to print" }));
    text.map(|text| text.value)
}
