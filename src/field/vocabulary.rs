//! The words of a standard in each language, for the formatter.

use std::borrow::Cow;

use crate::{
    diagnostic::Lang,
    field::{Names, Standard, Table},
    words::{Role, Vocabulary},
};

impl Vocabulary for Standard {
    fn spelling(&self, word: &str, role: Role, lang: Lang) -> Option<Cow<'_, str>> {
        match role {
            Role::Category => self.category_word(word, lang),
            Role::Level => self.level_word(word, lang),
            Role::Fund => self.funds.spelling(word, |fund| in_language(&fund.id, &fund.names, lang)),
            Role::Grade => self.grades.spelling(word, |grade| in_language(&grade.id, &grade.names, lang)),
            // Categories go first: a level can only be meant with a word that no category has.
            Role::Group if self.categories.find(word).is_some() => self.category_word(word, lang),
            Role::Group => self.level_word(word, lang).filter(|word| self.categories.find(word).is_none()),
        }
    }
}

impl Standard {
    fn category_word(&self, word: &str, lang: Lang) -> Option<Cow<'_, str>> {
        self.categories.spelling(word, |category| match lang {
            Lang::Zh => &category.word,
            Lang::En => &category.id,
        })
    }

    /// Levels are called by their names without 指标 where they can be: 产出.
    fn level_word(&self, word: &str, lang: Lang) -> Option<Cow<'_, str>> {
        let short =
            (lang == Lang::Zh).then(|| self.levels.spelling(word, |level| level.names.zh.trim_end_matches("指标")));
        short.flatten().or_else(|| self.levels.spelling(word, |level| in_language(&level.id, &level.names, lang)))
    }
}

impl<T> Table<T> {
    /// The spelling that `choose` gives the thing of this word, if it is one by which the thing is found.
    fn spelling<'t>(&'t self, word: &str, choose: impl FnOnce(&'t T) -> &'t str) -> Option<Cow<'t, str>> {
        let number = self.find(word)?;
        let spelling = choose(&self.list[number]);
        (self.find(spelling) == Some(number)).then_some(Cow::Borrowed(spelling))
    }
}

/// Ids are the English words.
fn in_language<'t>(id: &'t str, names: &'t Names, lang: Lang) -> &'t str {
    match lang {
        Lang::Zh => &names.zh,
        Lang::En => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Field;

    #[test]
    fn each_word_has_a_spelling_in_both_languages() {
        for standard in &Field::embedded().standards {
            let tables = [
                (Role::Category, standard.categories.words()),
                (Role::Level, standard.levels.words()),
                (Role::Fund, standard.funds.words()),
                (Role::Grade, standard.grades.words()),
            ];
            for (role, words) in tables {
                for word in words {
                    let turn = |word: &str, lang| standard.spelling(word, role, lang).unwrap();
                    let (zh, en) = (turn(word, Lang::Zh), turn(word, Lang::En));
                    assert_eq!((turn(&zh, Lang::En), turn(&en, Lang::Zh)), (en.clone(), zh.clone()), "{word}");
                    assert!(en.is_ascii() && !zh.is_ascii(), "{word}: {en} {zh}");
                }
            }
        }
    }

    #[test]
    fn a_sum_is_of_the_same_group_in_each_language() {
        let standard = Field::embedded().standard("mof-2021").unwrap();
        let turn = |word, role| standard.spelling(word, role, Lang::Zh);
        assert_eq!(turn("output", Role::Group).as_deref(), Some("产出"));
        assert_eq!(turn("cost", Role::Group).as_deref(), Some("经济成本"));
        assert_eq!(turn("cost", Role::Level).as_deref(), Some("成本"));
        assert_eq!(turn("nonsense", Role::Group), None);
    }
}
