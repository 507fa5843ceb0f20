//! Cells of values become targets as they could be written, which the compiler then reads: what it reads otherwise than
//! the cell says stays text.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::{
    form::{Entry, Row},
    money,
    source::Role,
    words::{Column, Nature, Words, trimmed},
};
use crate::{
    diagnostic::Lang,
    field::{Field, Standard},
    syntax::quoted,
    words::{Comparison, Keyword, Place, WORDS, folded},
};

/// The value of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value<'d> {
    /// The printed cell: sign, value and unit, where they stand in cells of their own.
    pub cell: String,
    /// How it is written, if the compiler reads it so.
    pub target: String,
    /// Where its main cell stands.
    pub entry: Entry<'d>,
    /// The unit in a cell of its own that contradicts the one beside the number.
    pub conflict: Option<Entry<'d>>,
    /// How much of a target in words was achieved, where the cell says that behind a judgement.
    pub share: Option<&'d str>,
}

impl Value<'_> {
    /// Whether what the compiler prints is what the cell says. What was achieved cannot be shown otherwise than it is read:
    /// 91.2％ is the number, though in wider letters.
    pub fn is_printed(&self, printed: &str, role: Role) -> bool {
        let is_folded = || role == Role::Actual && printed == folded(&self.cell);
        printed == self.cell || Some(printed) == self.share || is_folded()
    }
}

/// The annual target.
pub(super) fn target<'d>(row: &Row<'d>, standard: &Standard) -> Value<'d> {
    let grades = row.get(Column::Value).is_none().then(|| graded(row)).flatten();
    grades.unwrap_or_else(|| single(row, standard))
}

/// What is asked for each grade in a column of its own; none where nothing is.
fn graded<'d>(row: &Row<'d>) -> Option<Value<'d>> {
    let words = Words::get();
    let cells = Column::GRADES.into_iter().filter_map(|grade| Some((words.name(grade), row.get(grade)?)));
    let cells: Vec<_> = cells.filter(|(_, entry)| !words.is_blank(entry.text)).collect();
    let (_, entry) = *cells.first()?;
    let (mut shown, mut bounds, mut conflict, mut is_read) = (Vec::new(), Vec::new(), None, true);
    for (grade, entry) in cells {
        let (value, unit) = with_unit(entry.text, row.get(Column::Unit));
        let value = one_line(&value);
        is_read &= value.contains(|c: char| c.is_numeric()) && is_plain(&value);
        shown.push(format!("{grade}{value}"));
        bounds.push(format!("{grade} {value}"));
        conflict = conflict.or(if let Beside::Contradicts(unit) = unit { Some(unit) } else { None });
    }
    let cell = shown.join(" ");
    let read = || format!("{} {}", Keyword::Graded.spelling(Lang::Zh), bounds.join(", "));
    let target = if is_read { read() } else { self::shown(&cell) };
    Some(Value { cell, target, entry, conflict, share: None })
}

/// The annual target in a cell.
fn single<'d>(row: &Row<'d>, standard: &Standard) -> Value<'d> {
    let words = Words::get();
    let entry = [Column::Value].into_iter().chain(Column::GRADES).find_map(|column| row.get(column));
    let entry = entry.unwrap_or(Entry { text: "", place: row.name.place });
    let is_text = row.get(Column::Nature).is_some_and(|nature| words.nature(nature.text) == Some(Nature::Text));
    let (value, unit) = with_unit(entry.text, row.get(Column::Unit));
    let has_sign = value.starts_with(|c: char| !c.is_alphanumeric() && c != '-') || own_comparison(&value).is_some();
    let cell = match sign(row) {
        Some(sign) if !has_sign && !words.is_blank(&value) => format!("{}{value}", sign.printed()),
        _ => value,
    };
    let target = if is_text && is_words(&cell) { text(&cell) } else { written(&cell, standard) };
    let conflict = if let Beside::Contradicts(unit) = unit { Some(unit) } else { None };
    Value { cell: one_line(&cell), target, entry, conflict, share: None }
}

/// The comparison in a cell of its own, which some forms have in the column of natures.
fn sign(row: &Row<'_>) -> Option<Comparison> {
    comparison(row.get(Column::Sign).or(row.get(Column::Nature))?.text)
}

/// The cells beside an annual target that it does not say: the unit of a text, a sign other than that of the value.
pub(super) fn unsaid<'d>(row: &Row<'d>, target: &Value<'d>) -> Vec<(Column, Entry<'d>)> {
    let words = Words::get();
    let own = own_comparison(&target.cell);
    let is_text = |cell: &str| !words.is_blank(cell) && (target.target == text(cell) || is_settled(cell));
    let is_said = |column, entry: Entry<'_>| match (column, words.nature(entry.text)) {
        (Column::Unit, _) => matches!(with_unit(target.entry.text, Some(entry)).1, Beside::Said),
        (Column::Nature, Some(Nature::Text)) => is_text(&target.cell),
        (Column::Nature, Some(Nature::Number)) => target.cell.contains(|c: char| c.is_numeric()),
        (Column::Nature, Some(Nature::More)) => matches!(own, Some(Comparison::AtLeast | Comparison::Above)),
        (Column::Nature, Some(Nature::Less)) => matches!(own, Some(Comparison::AtMost | Comparison::Below)),
        _ => own.is_some() && comparison(entry.text) == own,
    };
    let cells = [Column::Nature, Column::Sign, Column::Unit].into_iter();
    let cells = cells.filter_map(|column| Some((column, row.get(column)?)));
    cells.filter(|&(column, entry)| !words.is_blank(entry.text) && !is_said(column, entry)).collect()
}

/// A value that stands beside the annual target or was achieved.
pub(super) fn other<'d>(entry: Entry<'d>, unit: Option<Entry<'d>>, standard: &Standard) -> Value<'d> {
    let (cell, _) = with_unit(entry.text, unit);
    Value { target: written(&cell, standard), cell: one_line(&cell), entry, conflict: None, share: None }
}

/// What was achieved; still open where the form says nothing of it.
pub(super) fn actual<'d>(row: &Row<'d>, standard: &Standard) -> Value<'d> {
    let entry = row.get(Column::Actual).unwrap_or(Entry { text: "", place: row.name.place });
    let value = result(entry, row, standard);
    if Words::get().is_blank(entry.text) {
        Value { cell: Keyword::Tbd.spelling(Lang::Zh).to_owned(), ..value }
    } else {
        value
    }
}

/// What was or will be achieved of a target; of one in words its share, by itself or behind a judgement.
pub(super) fn result<'d>(entry: Entry<'d>, row: &Row<'d>, standard: &Standard) -> Value<'d> {
    let value = other(entry, row.get(Column::Unit), standard);
    let is_of_words = || target(row, standard).target.starts_with(Keyword::Is.spelling(Lang::Zh));
    let share = judged(entry.text, standard).or_else(|| is_share(entry.text).then_some(entry.text));
    match share.filter(|_| is_of_words()) {
        Some(share) => {
            let target = format!("{} {share}", Keyword::Achieved.spelling(Lang::Zh));
            Value { target, share: Some(share), ..value }
        }
        None => value,
    }
}

/// The share behind a judgement, as our forms print both: 75% of `部分达成年度指标并具有一定效果（75%）`.
pub(super) fn judged<'t>(text: &'t str, standard: &Standard) -> Option<&'t str> {
    let (judgement, share) = text.strip_suffix(['）', ')'])?.rsplit_once(['（', '('])?;
    let is_known = standard.scoring.judgement_of(trimmed(judgement)).is_some();
    (is_known && is_share(share)).then_some(share)
}

/// Whether a text is a percentage.
pub(super) fn is_share(text: &str) -> bool {
    text.strip_suffix(['%', '％']).and_then(money::number).is_some()
}

/// Whether a target will be met: 确定能, 有可能, 完全不可能.
pub(super) fn likelihood(text: &str) -> Option<Keyword> {
    let is_one = |word: &Keyword| matches!(word, Keyword::Certain | Keyword::Likely | Keyword::Impossible);
    Keyword::find(trimmed(text)).filter(is_one)
}

/// What a unit in a cell of its own is to the value beside it.
enum Beside<'d> {
    /// The value says it, or there is none.
    Said,
    /// It fits nowhere in the value, which is a text or has words behind its number.
    Unsaid,
    /// The value says another.
    Contradicts(Entry<'d>),
}

/// The value with the unit of its own cell behind its number.
fn with_unit<'d>(value: &str, unit: Option<Entry<'d>>) -> (String, Beside<'d>) {
    let Some(unit) = unit.filter(|unit| !Words::get().is_blank(unit.text)) else {
        return (value.to_owned(), Beside::Said);
    };
    let units = &Field::embedded().units;
    let Some((digit, c)) = value.char_indices().rfind(|(_, c)| c.is_numeric()) else {
        return (value.to_owned(), Beside::Unsaid);
    };
    let (number, behind) = value.split_at(digit + c.len_utf8());
    // 10以上 beside 家
    let own = behind.strip_suffix(comparison_behind(behind)).unwrap_or(behind);
    let suffix = &behind[own.len()..];
    let (own, other) = (folded(trimmed(own)), folded(unit.text));
    if own.is_empty() || units.is_multiplier(&own) {
        return (format!("{number}{own}{}{suffix}", unit.text), Beside::Said);
    }
    let beside = match (units.find(&own), units.find(&other)) {
        _ if own == other => Beside::Said,
        // 95左右 beside %: what hangs on the number is no unit, so that nothing contradicts the one in the other cell.
        (None, _) => Beside::Unsaid,
        (own, other) if own == other => Beside::Unsaid,
        _ => Beside::Contradicts(unit),
    };
    (value.to_owned(), beside)
}

/// Whether a value has a number whose unit may stand over its column: none stands behind it, or one of the same kind.
pub(super) fn takes_unit(value: &str) -> bool {
    let units = &Field::embedded().units;
    let Some((digit, c)) = value.char_indices().rfind(|(_, c)| c.is_numeric()) else { return false };
    let behind = &value[digit + c.len_utf8()..];
    let own = folded(trimmed(behind.strip_suffix(comparison_behind(behind)).unwrap_or(behind)));
    let is_date = value.contains('年') || value.contains('月');
    !is_date && (own.is_empty() || units.is_multiplier(&own) || units.find(&own).is_some())
}

/// Whether a cell says something that is not settled by a word of its own: 是, 待定.
fn is_words(cell: &str) -> bool {
    !Words::get().is_blank(cell) && !is_settled(cell)
}

/// Whether a cell is a word that stands for itself: 是, 否, 待定.
fn is_settled(cell: &str) -> bool {
    matches!(Keyword::find(trimmed(cell)), Some(Keyword::Yes | Keyword::No | Keyword::Tbd))
}

/// A cell as a target.
fn written(cell: &str, standard: &Standard) -> String {
    let cell = trimmed(cell);
    if Words::get().is_blank(cell) {
        return Keyword::Tbd.spelling(Lang::Zh).to_owned();
    }
    if is_settled(cell) {
        return cell.to_owned();
    }
    if !cell.contains(|c: char| c.is_numeric()) {
        return text(cell);
    }
    if !is_plain(cell) {
        return shown(cell);
    }
    if is_graded(cell, standard) {
        let grades: Vec<String> = cell.split_whitespace().map(grade).collect();
        return format!("{} {}", Keyword::Graded.spelling(Lang::Zh), grades.join(" "));
    }
    if let Some(steps) = steps(cell) {
        return format!("{} {}", Keyword::Steps.spelling(Lang::Zh), steps.join(", "));
    }
    cell.to_owned()
}

/// A grade and its bound with a blank between them, which alone tells where the word ends: `优 12家` of `优12家`.
fn grade(text: &str) -> String {
    let (word, bound) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
    format!("{word} {bound}")
}

/// `≥70%得3分，≥65%得1分` as steps, each with its points behind it.
fn steps(cell: &str) -> Option<Vec<String>> {
    let step = |step: &str| {
        let (bound, points) = step.split_once('得')?;
        points.ends_with('分').then(|| format!("{bound} {points}"))
    };
    cell.split(['，', ',', '；', ';']).map(step).collect()
}

/// `为 "明显提升"`
pub(super) fn text(cell: &str) -> String {
    format!("{} {}", Keyword::Is.spelling(Lang::Zh), quoted(&one_line(cell)))
}

/// `显示 "约12家"`
pub(super) fn shown(cell: &str) -> String {
    format!("{} {}", Keyword::Show.spelling(Lang::Zh), quoted(&one_line(cell)))
}

/// Text in quotes has no line ends: lines of Chinese join as they are, others with a blank.
pub(super) fn one_line(text: &str) -> String {
    let mut joined = String::new();
    for line in text.split(['\n', '\r']).map(trimmed).filter(|line| !line.is_empty()) {
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_latin(joined.chars().next_back()) && is_latin(line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

/// A text behind its label, if it has one: `得分：9.5`.
pub(super) fn labelled(label: &str, text: &str) -> String {
    match one_line(label).trim_end_matches([':', '：']) {
        "" => one_line(text),
        label => format!("{label}：{}", one_line(text)),
    }
}

/// Whether a cell may be put into a source as it is: nothing in it ends a statement, opens a text or a comment, or is a
/// word that says something else than a value.
pub(super) fn is_plain(cell: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || " .,%‰℃℉°㎡㎥-+/·*~～－—<>=≥≤≧≦＞＜＝﹦═％，．".contains(c);
    let folded = folded(cell);
    let comments = ["//", "/*"].iter().any(|mark| folded.contains(mark));
    cell.chars().all(is_plain) && !comments && !says_more(&folded)
}

/// Whether a word behind the value would be taken for a label, points and the like.
fn says_more(cell: &str) -> bool {
    static OTHERS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let is_value = |keyword| matches!(keyword, Keyword::By | Keyword::Before);
        let words = WORDS.iter().filter(|word| word.keyword.fits(Place::Argument) && !is_value(word.keyword));
        words.flat_map(|word| word.zh.iter().copied().chain([word.en])).collect()
    });
    let mut words = cell.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(|word| OTHERS.contains(word) || (!word.is_ascii() && word.starts_with('每')))
}

/// `优100% 良90%`: two grades at least, each with a number behind it.
fn is_graded(cell: &str, standard: &Standard) -> bool {
    let mut words = cell.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let first = words.next().is_some_and(|word| standard.grades.find(word).is_some());
    first && cell.starts_with(|c: char| c.is_alphabetic()) && words.any(|word| standard.grades.find(word).is_some())
}

/// A comparison in a cell of its own: `≥`, 大于等于.
fn comparison(text: &str) -> Option<Comparison> {
    Comparison::read(&folded(text)).or_else(|| Comparison::read(text)).and_then(Result::ok)
}

/// The comparison that a value says: ≥12种, 不少于12种, 12种以上.
fn own_comparison(value: &str) -> Option<Comparison> {
    let value = folded(value);
    let is_before = |comparison: Comparison| {
        let mut words = comparison.spellings().iter().copied().chain([comparison.sign()]);
        words.any(|word| value.starts_with(word))
    };
    let is_behind = |comparison: Comparison| comparison.suffixes().iter().any(|word| value.ends_with(word));
    // Of > and >= the longer one stands first.
    Comparison::ALL.into_iter().find(|comparison| is_before(*comparison) || is_behind(*comparison))
}

/// The word behind a number and its unit that says how it is bounded, if any: 12种以上.
fn comparison_behind(text: &str) -> &'static str {
    let mut suffixes = Comparison::ALL.into_iter().flat_map(|comparison| comparison.suffixes());
    suffixes.find(|word| text.ends_with(**word)).copied().unwrap_or_default()
}
