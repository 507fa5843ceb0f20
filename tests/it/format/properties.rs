//! What holds of every text.

use perfc::{diagnostic::Lang, format::Options};
use proptest::prelude::*;

use super::{
    formatted, formatted_with,
    generators::{SAMPLE, SEEDS, damaged, noise, program, soup},
    shape::content,
};

/// Formatting keeps the content and is done after the first time, in every setting.
fn holds(text: &str) -> Result<(), TestCaseError> {
    for words in [None, Some(Lang::En), Some(Lang::Zh)] {
        let options = Options { words, vocabulary: None };
        let once = formatted_with(text, options);
        prop_assert_eq!(content(&once, words.is_some()), content(text, words.is_some()), "{}", once);
        prop_assert_eq!(formatted_with(&once, options), once.as_str());
        prop_assert!(once.is_empty() || once.ends_with('\n') && !once.ends_with("\n\n") && !once.starts_with('\n'));
    }
    Ok(())
}

/// What only holds where nothing had to be copied.
fn is_tidy(text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(content(text, false).mistakes, []);
    let once = formatted(text);
    for line in once.lines() {
        prop_assert_eq!(line, line.trim_end());
    }
    for untidy in ["\n\n\n", "{\n\n", "\r", "；", "“", "（", "{ }"] {
        prop_assert!(!once.contains(untidy), "{untidy:?} in\n{once}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_any_characters(text in noise()) {
        holds(&text)?;
    }

    #[test]
    fn of_any_tokens(text in soup()) {
        holds(&text)?;
    }

    #[test]
    fn of_damaged_files(text in damaged(SAMPLE)) {
        holds(&text)?;
    }

    #[test]
    fn of_damaged_real_files(text in damaged(SEEDS)) {
        holds(&text)?;
    }

    #[test]
    fn of_programs(text in program()) {
        holds(&text)?;
        is_tidy(&text)?;
    }

    #[test]
    fn there_and_back(text in program()) {
        let turned = |text: &str, lang| formatted_with(text, Options { words: Some(lang), vocabulary: None });
        let english = turned(&text, Lang::En);
        prop_assert_eq!(turned(&turned(&english, Lang::Zh), Lang::En), english);
    }
}
