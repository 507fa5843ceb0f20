//! Rules: what a row of their table holds, and how codes and families are named. The rows stand in `table.rs`.

use super::{Lang, Severity, Text};

use table::CODES;
pub use table::{Code, RULES};

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// P0: bytes and encodings.
    Source,
    /// P1: spelling of the language.
    Syntax,
    /// P2: statements, names, imports.
    Names,
    /// P3: values, units, dates.
    Values,
    /// P4: sums and completeness.
    Sums,
    /// P5: `check` statements.
    Checks,
    /// P6: documents that are imported.
    Import,
    /// P7: what was achieved.
    Results,
    /// P8: what reviewers criticise.
    Practice,
    /// P9: settings, and what is allowed in the source.
    Settings,
}

impl Family {
    /// The word in the machine-readable formats.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Syntax => "syntax",
            Self::Names => "names",
            Self::Values => "values",
            Self::Sums => "sums",
            Self::Checks => "checks",
            Self::Import => "import",
            Self::Results => "results",
            Self::Practice => "practice",
            Self::Settings => "settings",
        }
    }

    /// The name that users read.
    pub const fn name(self) -> Text {
        match self {
            Self::Source => Text { zh: "文件", en: "file" },
            Self::Syntax => Text { zh: "书写", en: "syntax" },
            Self::Names => Text { zh: "语句与名称", en: "statements and names" },
            Self::Values => Text { zh: "指标值、单位与日期", en: "values, units and dates" },
            Self::Sums => Text { zh: "合计与完整性", en: "sums and completeness" },
            Self::Checks => Text { zh: "校验", en: "checks" },
            Self::Import => Text { zh: "导入", en: "import" },
            Self::Results => Text { zh: "评价结果", en: "results" },
            Self::Practice => Text { zh: "审核", en: "review practice" },
            Self::Settings => Text { zh: "设置", en: "settings" },
        }
    }
}

/// One rule of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The stable code, `P101`.
    pub code: &'static str,
    /// The stable name, `unclosed-text`.
    pub name: &'static str,
    /// How bad a breach is, unless the finding says otherwise.
    pub severity: Severity,
    /// Whether it holds where nobody says otherwise.
    pub is_on: bool,
    /// What it is about.
    pub family: Family,
    /// What is wrong, in a sentence.
    pub title: Text,
    /// The texts at the places.
    pub labels: &'static [Text],
    /// What to do about it.
    pub help: &'static [Text],
    /// The page that `explain` prints.
    pub page: Text,
}

impl Rule {
    /// The rule with a code (`P101`, case ignored) or a name (`unclosed-text`).
    pub fn find(word: &str) -> Option<&'static Self> {
        RULES.iter().find(|rule| rule.code.eq_ignore_ascii_case(word) || rule.name == word)
    }

    /// What it is about, without the values of any finding: the heading of its page, `# P101 unclosed-text: a text lacks
    /// a quote`, behind the colon.
    pub fn heading(&self, lang: Lang) -> &'static str {
        let line = self.page.get(lang).lines().next().unwrap_or_default();
        line.split_once(['：', ':']).map_or(line, |(_, heading)| heading).trim()
    }
}

/// Whether the word behind a rule's family says that it is off unless it is asked for.
const fn is_off(word: &str) -> bool {
    matches!(word.as_bytes(), b"off")
}

macro_rules! rules {
    ($($code:literal $variant:ident $name:literal $severity:ident $family:ident $($off:literal)?
        title: $tzh:literal / $ten:literal;
        $(label: $lzh:literal / $len:literal;)*
        $(help: $hzh:literal / $hen:literal;)*
    )*) => {
        /// The rules by name; `Code::rule` has the rest.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = concat!("`", $code, "`: ", $ten)] $variant,)* }

        pub(super) const CODES: &[Code] = &[$(Code::$variant),*];

        /// All rules in the order of their codes.
        pub static RULES: &[Rule] = &[$(Rule {
            code: $code,
            name: $name,
            severity: Severity::$severity,
            is_on: true $(&& !is_off($off))?,
            family: Family::$family,
            title: Text { zh: $tzh, en: $ten },
            labels: &[$(Text { zh: $lzh, en: $len }),*],
            help: &[$(Text { zh: $hzh, en: $hen }),*],
            page: Text {
                zh: include_str!(concat!("../../../docs/codes/zh/", $code, ".md")),
                en: include_str!(concat!("../../../docs/codes/en/", $code, ".md")),
            },
        }),*];
    };
}

// Behind the macro, which it calls.
mod table;

/// The words that mean all rules.
const ALL: [&str; 2] = ["all", "全部"];

impl Code {
    /// The rule behind the code.
    pub fn rule(self) -> &'static Rule {
        &RULES[self as usize]
    }

    /// All codes in their order.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.iter().copied()
    }

    /// The codes that a word of a setting means: one (`P301`, `unknown-unit`), those of a family (`P3`, `values`), or all;
    /// none where it means nothing.
    pub fn meant_by(word: &str) -> Vec<Self> {
        let is_family = |rule: &Rule| {
            word.len() == 2 && rule.code.get(..2).is_some_and(|family| family.eq_ignore_ascii_case(word))
                || rule.family.id() == word
        };
        let is_meant = |code: &Self| {
            let rule = code.rule();
            ALL.contains(&word) || rule.code.eq_ignore_ascii_case(word) || rule.name == word || is_family(rule)
        };
        Self::all().filter(is_meant).collect()
    }

    /// The words by which settings mean rules.
    pub fn words() -> impl Iterator<Item = &'static str> {
        let families = RULES.iter().flat_map(|rule| [&rule.code[..2], rule.family.id()]);
        RULES.iter().flat_map(|rule| [rule.code, rule.name]).chain(families).chain(ALL)
    }

    /// Whether a breach is about a word or a value by itself, so that it is there whatever else is wrong around it.
    pub fn stands_alone(self) -> bool {
        let is_word = matches!(
            self,
            Self::UnknownUnit
                | Self::UnknownFund
                | Self::UnknownLevel
                | Self::UnknownGrade
                | Self::UnknownCategory
                | Self::UnknownLabel
                | Self::UnknownFunction
                | Self::UnknownStandard
                | Self::UnknownTemplate
                | Self::ReservedWord
        );
        let is_value = matches!(
            self,
            Self::ImpossibleDate | Self::MalformedDate | Self::ReversedRange | Self::MixedRange | Self::TwoComparisons
        );
        is_word || is_value
    }
}
