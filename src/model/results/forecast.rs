//! What is expected by the end of the year: `forecast 12 次 likely`.

use serde::Serialize;

use crate::{
    arguments::{Arguments, Located},
    diagnostic::Text,
    field::{Field, Standard},
    model::{read_target, target::Target},
    source::Span,
    syntax::{Token, TokenKind},
    words::Keyword,
};

/// What is expected of an indicator by the end of the year.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast<'s> {
    /// 全年预计完成情况; `None` where only the likelihood is said, or it could not be read, which has been reported.
    pub value: Option<Target<'s>>,
    /// Whether the value is how far the target will be achieved: `forecast achieved 95%`.
    pub is_share: bool,
    /// 完成目标可能性
    pub likelihood: Option<Located<Likelihood>>,
    /// Where it stands.
    pub span: Span,
}

/// Whether a target will be met, as people judge it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Likelihood {
    /// 确定能
    Certain,
    /// 有可能
    Likely,
    /// 完全不可能
    Impossible,
}

impl Likelihood {
    /// All of them, the best first.
    pub const ALL: [Self; 3] = [Self::Certain, Self::Likely, Self::Impossible];

    /// The likelihood of a word.
    fn of(keyword: Keyword) -> Option<Self> {
        match keyword {
            Keyword::Certain => Some(Self::Certain),
            Keyword::Likely => Some(Self::Likely),
            Keyword::Impossible => Some(Self::Impossible),
            _ => None,
        }
    }

    /// The name in JSON.
    pub const fn id(self) -> &'static str {
        self.name().en
    }

    /// The name that forms and reports print.
    pub const fn name(self) -> Text {
        match self {
            Self::Certain => Text { zh: "确定能", en: "certain" },
            Self::Likely => Text { zh: "有可能", en: "likely" },
            Self::Impossible => Text { zh: "完全不可能", en: "impossible" },
        }
    }
}

/// Reads what stands behind `forecast`: a value, a likelihood, or both. `None` where there is neither, which is reported.
pub(super) fn read<'s>(
    arguments: &mut Arguments<'s, '_>,
    field: &Field,
    standard: &Standard,
    name: &str,
) -> Option<Box<Forecast<'s>>> {
    let start = arguments.here();
    let is_said = |arguments: &Arguments<'_, '_>| arguments.peek_keyword().and_then(Likelihood::of).is_some();
    let (mut value, mut is_share) = (None, false);
    if arguments.is_done() {
        arguments.missing(Text { zh: "全年预计完成值", en: "what is expected" });
        return None;
    }
    if !is_said(arguments) {
        is_share = arguments.keyword(Keyword::Achieved).is_some();
        value = Some(read_target::read(arguments, field, standard, name)?);
    }
    let likelihood = likelihood(arguments);
    let is_other = |token: Token| matches!(token.kind, TokenKind::Text | TokenKind::Word);
    if likelihood.is_none() && arguments.peek_keyword().is_none() && arguments.peek().is_some_and(is_other) {
        arguments
            .missing(Text { zh: "确定能、有可能或完全不可能", en: "`certain`, `likely` or `impossible`" });
    }
    Some(Box::new(Forecast { value, is_share, likelihood, span: arguments.since(start) }))
}

fn likelihood(arguments: &mut Arguments<'_, '_>) -> Option<Located<Likelihood>> {
    let likelihood = Likelihood::of(arguments.peek_keyword()?)?;
    let token = arguments.advance()?;
    Some(Located::new(likelihood, arguments.span(token)))
}
