//! Findings: what is wrong, where, and how it is said.
//!
//! A [`Diagnostic`] is plain data: a rule, places, and the values that its texts name. The texts themselves stand in one
//! table, [`rules`], in Chinese and English; [`Diagnostic::message`] puts the two together. How a finding looks on a
//! terminal or in a file is the matter of [`render`].

mod findings;
mod fix;
mod levels;
pub mod pages;
pub mod render;
pub mod rules;
mod suggest;
mod wording;

pub use findings::{Allowed, Findings};
pub use fix::{Applicability, Edit, Fix};
pub use levels::Levels;
pub use pages::Pages;
pub use rules::{Code, Family, Rule};
pub use suggest::{closest, respelt};
pub use wording::{LabelText, Message, Phrase};

use std::borrow::Cow;

use crate::source::Span;

/// The language that texts for the user are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Chinese (simplified).
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Its code in settings and in the names of folders: `zh`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// Its tag (BCP 47) in documents and web pages: `zh-CN`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// A fixed text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in one language.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It could be better.
    Advice,
    /// A reviewer would send it back.
    Warning,
    /// It cannot be right.
    Error,
}

impl Severity {
    /// The word in the machine-readable formats.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The word that users read.
    pub const fn name(self) -> Text {
        match self {
            Self::Advice => Text { zh: "建议", en: "advice" },
            Self::Warning => Text { zh: "警告", en: "warning" },
            Self::Error => Text { zh: "错误", en: "error" },
        }
    }
}

/// A value that a message names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// The same in both languages: a name, a number, a piece of the source.
    Plain(Cow<'static, str>),
    /// A word that each language has its own form of.
    Localized {
        /// Chinese.
        zh: Cow<'static, str>,
        /// English.
        en: Cow<'static, str>,
    },
}

/// How many things a message lists.
const MOST_LISTED: usize = 40;

impl Value {
    /// A list of things that each language has its own word for, Chinese first.
    ///
    /// It ends with “…” where there are more than a reader takes in.
    pub fn list<'w>(words: impl IntoIterator<Item = (&'w str, &'w str)>) -> Self {
        let mut words = words.into_iter();
        let (mut zh, mut en): (Vec<&str>, Vec<&str>) = words.by_ref().take(MOST_LISTED).unzip();
        if words.next().is_some() {
            zh.push("…");
            en.push("…");
        }
        Self::Localized { zh: zh.join("、").into(), en: en.join(", ").into() }
    }

    /// The value in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match (self, lang) {
            (Self::Plain(text), _)
            | (Self::Localized { zh: text, .. }, Lang::Zh)
            | (Self::Localized { en: text, .. }, Lang::En) => text,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Plain(Cow::Owned(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Plain(Cow::Owned(text))
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Localized { zh: Cow::Borrowed(text.zh), en: Cow::Borrowed(text.en) }
    }
}

/// The values that a message names, by the names in its templates.
type Values = Vec<(&'static str, Value)>;

/// A place that a finding points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// Which of the rule's label texts stands there.
    text: usize,
    /// Values for that text alone; they go before those of the finding.
    values: Values,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub code: Code,
    /// How bad it is; usually as the rule says.
    pub severity: Severity,
    /// Where: the place of the mistake first, then the places that it contradicts.
    pub labels: Vec<Label>,
    /// Proposed repairs, the likeliest first: each of them is enough.
    pub fixes: Vec<Fix>,
    values: Values,
    helps: Vec<usize>,
}

impl Diagnostic {
    /// A finding at a place, with the rule's severity, its first label text and its first help line.
    pub fn new(code: Code, span: Span) -> Self {
        Self {
            code,
            severity: code.rule().severity,
            labels: vec![Label { span, text: 0, values: Values::new() }],
            fixes: Vec::new(),
            values: Values::new(),
            helps: vec![0],
        }
    }

    /// Gives a value that the texts name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Points at a further place, with the rule's label text of this number.
    #[must_use]
    pub fn also(self, text: usize, span: Span) -> Self {
        self.also_with(text, span, [])
    }

    /// The same, with values for this label alone.
    #[must_use]
    pub fn also_with<const N: usize>(mut self, text: usize, span: Span, values: [(&'static str, Value); N]) -> Self {
        self.labels.push(Label { span, text, values: values.into() });
        self
    }

    /// Uses another label text at the main place.
    #[must_use]
    pub fn label(mut self, text: usize) -> Self {
        self.labels[0].text = text;
        self
    }

    /// Says this help line of the rule instead of the first.
    #[must_use]
    pub fn help(mut self, number: usize) -> Self {
        self.helps = vec![number];
        self
    }

    /// Says this help line of the rule as well.
    #[must_use]
    pub fn and_help(mut self, number: usize) -> Self {
        self.helps.push(number);
        self
    }

    /// Gives it another severity than its rule has.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Proposes a repair.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// What the likeliest repair writes for what is wrong, if that is all it does: the word that was most likely meant.
    pub fn meant(&self) -> Option<&str> {
        Some(&self.fixes.first()?.only()?.replacement)
    }

    /// The place of the mistake.
    pub fn span(&self) -> Span {
        self.labels[0].span
    }

    /// Raises the numbers of its files.
    fn move_files(&mut self, by: u32) {
        self.labels.iter_mut().for_each(|label| label.span.file.0 += by);
        self.fixes.iter_mut().for_each(|fix| fix.move_files(by));
    }

    /// All texts of the finding in one language.
    pub fn message(&self, lang: Lang) -> Message {
        wording::message(self, lang)
    }
}
