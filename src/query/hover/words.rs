//! What is told of words: units, categories, standards.

use crate::{
    diagnostic::Lang,
    field::{Category, Direction, Need, Unit},
    query::{
        View,
        hover::{paragraphs, plain},
        read_aloud,
        site::Site,
    },
    syntax::TokenKind,
    values::{Decimal, Number},
    words::Role,
};

/// How many units are listed for what a category measures.
const MOST_UNITS: usize = 8;

impl View<'_> {
    /// What a unit measures, and how much it is in others.
    pub(super) fn unit(&self, word: &str, lang: Lang) -> Option<String> {
        let unit = self.units().find(word)?;
        let measure = read_aloud::measure(unit, self.units());
        let title = match lang {
            Lang::Zh => format!("**{}**：{}", plain(word), measure.get(lang)),
            Lang::En => format!("**{}**: {}", plain(word), measure.get(lang)),
        };
        Some(paragraphs([title, self.in_others(Decimal::ONE, unit, word)]))
    }

    /// `1 万元 = 10000 元 = 0.0001 亿元`
    fn in_others(&self, number: Decimal, unit: Unit, text: &str) -> String {
        let others = read_aloud::converted(number, unit, self.units());
        if others.is_empty() { String::new() } else { format!("{number} {} = {}", plain(text), others.join(" = ")) }
    }

    /// A number with a unit that stands on its own, in other units.
    pub(super) fn amount(&self, site: &Site<'_>) -> Option<String> {
        let tokens = site.tokens();
        let at = tokens.iter().position(|token| token.kind == TokenKind::Number && token.range.touches(site.at))?;
        let number = Number::read(self.document.slice(tokens[at].range)).ok()?;
        let word = self.document.slice(tokens.get(at + 1).filter(|token| token.kind == TokenKind::Word)?.range);
        let text = self.in_others(number.value, self.units().find(word)?, word);
        (!text.is_empty()).then_some(text)
    }

    /// What a category asks.
    pub(super) fn category(&self, word: &str, lang: Lang) -> Option<String> {
        let standard = &self.model.standard;
        let category = standard.category(standard.find_category(word)?);
        let level = standard.level(category.level);
        let title = format!("**{}** `{}` · {}", category.names.get(lang), category.id, level.names.get(lang));
        let form = match lang {
            Lang::Zh => format!("写作 `{}`；表样中印作“{}”。", category.word, category.names.zh),
            Lang::En => format!("Written `{}` or `{}`; forms print {}.", category.id, category.word, category.names.zh),
        };
        let asks = format!("{}{}{}", direction(category, lang), need(category, lang), self.measures(category, lang));
        Some(paragraphs([title, form, asks.trim_end().to_owned()]))
    }

    fn measures(&self, category: &Category, lang: Lang) -> String {
        if category.measures.is_empty() {
            return String::new();
        }
        let spellings = self.units().spellings();
        let of = |measure| {
            let units = spellings.iter().filter(|(_, unit)| unit.measure == measure).map(|(word, _)| *word);
            let name = self.units().measure_name(measure);
            format!("{} ({})", name.get(lang), units.take(MOST_UNITS).collect::<Vec<_>>().join(" "))
        };
        let list: Vec<String> = category.measures.iter().map(|measure| of(*measure)).collect();
        match lang {
            Lang::Zh => format!("可用的单位：{}。", list.join("、")),
            Lang::En => format!("Units: {}.", list.join(", ")),
        }
    }

    /// A level, grade or source of money.
    pub(super) fn of_standard(&self, word: &str, role: Option<Role>, lang: Lang) -> Option<String> {
        let standard = &self.model.standard;
        let fund =
            || standard.funds.find(word).map(|number| &standard.funds.list[number]).map(|fund| (&fund.names, &fund.id));
        let level = || {
            standard
                .levels
                .find(word)
                .map(|number| &standard.levels.list[number])
                .map(|level| (&level.names, &level.id))
        };
        let grade = || {
            standard
                .grades
                .find(word)
                .map(|number| &standard.grades.list[number])
                .map(|grade| (&grade.names, &grade.id))
        };
        let (names, id) = match role {
            Some(Role::Fund) => fund(),
            Some(Role::Level) => level(),
            _ => grade().or_else(level).or_else(fund),
        }?;
        Some(format!("**{}** `{id}`", names.get(lang)))
    }

    /// A standard by its id.
    pub(super) fn standard(&self, word: &str, lang: Lang) -> Option<String> {
        let standard = self.model.field.standard(word)?;
        let words: Vec<&str> = standard.categories.list.iter().map(|category| category.names.get(lang)).collect();
        let list = words.join(if lang == Lang::Zh { "、" } else { ", " });
        Some(paragraphs([format!("**{}** `{}`", standard.names.get(lang), standard.id), list]))
    }
}

/// Which way is better; where rates of faults may stand as well, only of numbers that have no sign.
fn direction(category: &Category, lang: Lang) -> &'static str {
    match (category.certain_direction(), category.direction, lang) {
        (Some(Direction::More), _, Lang::Zh) => "越大越好。",
        (Some(Direction::More), _, Lang::En) => "More is better. ",
        (Some(Direction::Less), _, Lang::Zh) => "越小越好。",
        (Some(Direction::Less), _, Lang::En) => "Less is better. ",
        (None, Some(_), Lang::Zh) => "没有写比较符号的数，越大越好。",
        (None, Some(_), Lang::En) => "Of numbers without a sign, more is better. ",
        (None, None, _) => "",
    }
}

fn need(category: &Category, lang: Lang) -> &'static str {
    match (category.need, lang) {
        (Need::Required, Lang::Zh) => "每个项目都必须有。",
        (Need::Required, Lang::En) => "Each project must have one. ",
        (Need::Expected, Lang::Zh) => "一般项目都应当有。",
        (Need::Expected, Lang::En) => "Most projects have one. ",
        (Need::Optional, _) => "",
    }
}
