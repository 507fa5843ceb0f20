//! The sources of money of a document, told in the words of a standard. What it does not know gets a word of its own.

use foldhash::HashMap;

use super::form::Form;
use crate::{field::Standard, words::Keyword};

/// The funds of all forms of a document.
#[derive(Debug, Default)]
pub(super) struct Funds {
    /// Those that the standard does not know, in their order: word and name.
    pub added: Vec<(String, String)>,
    /// The words of all, by the ids and names that labels are read as.
    words: HashMap<String, String>,
}

impl Funds {
    /// Finds words for all funds.
    pub fn of(forms: &[Form<'_>], standard: &Standard) -> Self {
        let mut funds = Self::default();
        let mut numbers: HashMap<String, usize> = HashMap::default();
        let parts = forms.iter().flat_map(|form| form.facts.sums()).flat_map(|sums| &sums.parts);
        for (name, _) in parts {
            if funds.words.contains_key(name) {
                continue;
            }
            let known = standard.funds.find(name).and_then(|at| standard.funds.list.get(at));
            let word = known.map_or_else(|| unused(name, standard, &mut numbers), |fund| fund.id.clone());
            if known.is_none() {
                funds.added.push((word.clone(), name.clone()));
            }
            funds.words.insert(name.clone(), word);
        }
        funds
    }

    /// The word of a fund.
    pub fn word(&self, name: &str) -> &str {
        self.words.get(name).map_or("", String::as_str)
    }
}

/// A word made of a name that no other fund is called by.
fn unused(name: &str, standard: &Standard, numbers: &mut HashMap<String, usize>) -> String {
    let word: String = name.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).collect();
    let word = if word.is_empty() || Keyword::find(&word).is_some() || standard.funds.find(&word).is_some() {
        format!("{word}来源")
    } else {
        word
    };
    let number = numbers.entry(word.clone()).or_default();
    *number += 1;
    if *number == 1 { word } else { format!("{word}{number}") }
}
