//! Standards read from statements.

use std::sync::Arc;

use super::{
    DEFAULT_STANDARD, EMBEDDED_FILE, Field,
    define::{also, defined_twice, measure, names, only, own_word},
    define_lights, define_scoring,
    given::Given,
    standard::{Category, Direction, Fund, Grade, Level, LevelId, Names, Need, Scheme, Standard, Table},
    unknown::{is_of_standard, unknown_level, unknown_standard},
    wording::Kind,
};
use crate::{
    arguments::{Arguments, Document, Located},
    diagnostic::{Diagnostic, Findings, Text},
    source::Span,
    syntax::StatementId,
    words::{Keyword, Place},
};

/// Reads `standard mine "名称" "Name" extends mof-2020 { … }` and adds it to the field.
pub fn define_standard(document: Document<'_>, id: StatementId, field: &mut Field, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Standard, findings);
    let Some(word) = own_word(&mut arguments, Text { zh: "标准的名字", en: "its name" }) else { return };
    let names = names(&mut arguments).unwrap_or_else(|| only(word.value));
    let extends = arguments.keyword(Keyword::Extends).is_some();
    let base = if extends { base(&mut arguments, field) } else { None };
    arguments.finish();
    if let Some(first) = field.standard(word.value).and_then(|standard| standard.defined_at) {
        let finding = defined_twice(word, first);
        findings.report(if first.file == EMBEDDED_FILE { finding.help(2) } else { finding });
    }
    let base_at = base.as_ref().and_then(|base| base.defined_at);
    let is_partial = extends && base.as_ref().is_none_or(|base| base.is_partial);
    // Of one that is not known most is as in the usual one.
    let base = base.or_else(|| field.standard(DEFAULT_STANDARD).filter(|_| extends).cloned());
    let standard = Standard {
        id: word.value.to_owned(),
        names,
        defined_at: Some(word.span),
        is_partial,
        ..base.map_or_else(Standard::default, |base| (*base).clone())
    };
    let mut own = Findings::default();
    let given = Words::default();
    let mut reader = StandardReader { document, field, standard, base_at, given, findings: &mut own };
    reader.read(id);
    let standard = reader.standard;
    field.standards.push(Arc::new(standard));
    own.retain(|finding| !is_partial || !is_of_standard(finding));
    findings.append(own);
}

/// The standard that is extended; the one that is meant where it is misspelt.
fn base(arguments: &mut Arguments<'_, '_>, field: &Field) -> Option<Arc<Standard>> {
    let word = arguments.any_word()?;
    if let Some(standard) = field.standard(word.value) {
        return Some(standard.clone());
    }
    let finding = unknown_standard(field, word, arguments.findings);
    let meant = finding.meant().and_then(|word| field.standard(word)).cloned();
    arguments.report(finding);
    meant
}

struct StandardReader<'s, 'f> {
    document: Document<'s>,
    field: &'f Field,
    standard: Standard,
    /// Where the standard that it extends is defined.
    base_at: Option<Span>,
    given: Words,
    findings: &'f mut Findings,
}

/// The words that the definition gives, by what they name.
#[derive(Debug, Default)]
struct Words {
    levels: Given,
    categories: Given,
    funds: Given,
    grades: Given,
}

impl<'s> StandardReader<'s, '_> {
    fn read(&mut self, id: StatementId) {
        for child in self.document.tree.children(id) {
            match self.keyword(child, Place::Standard) {
                Some(Keyword::Level) => self.level(child),
                Some(Keyword::Fund) => self.fund(child),
                Some(Keyword::Grade) => self.grade(child),
                Some(Keyword::Scheme) => self.scheme(child),
                Some(Keyword::Execution) => self.execution(child),
                Some(Keyword::Unbounded) => self.unbounded(child),
                Some(Keyword::Scoring) => {
                    define_scoring::scoring(self.document, child, &mut self.standard, self.findings)
                }
                Some(Keyword::Overshoot) => {
                    define_scoring::overshoot(self.document, child, &mut self.standard, self.findings)
                }
                Some(Keyword::Judgement) => {
                    define_scoring::judgement(self.document, child, &mut self.standard, self.findings)
                }
                Some(Keyword::Light) => define_lights::light(self.document, child, &mut self.standard, self.findings),
                Some(Keyword::Decimals) => {
                    define_scoring::decimals(self.document, child, &mut self.standard, self.findings)
                }
                _ => {}
            }
        }
    }

    /// The keyword of a statement if it may stand here; a finding if not.
    fn keyword(&mut self, id: StatementId, place: Place) -> Option<Keyword> {
        let keyword = self.document.keyword(id).filter(|keyword| keyword.fits(place));
        if keyword.is_none() && !self.document.tree.get(id).broken {
            self.findings.report(self.document.unknown_statement(id, place));
        }
        keyword
    }

    fn arguments(&mut self, id: StatementId, keyword: Keyword) -> Arguments<'s, '_> {
        Arguments::of(self.document, id, keyword, self.findings)
    }

    fn level(&mut self, id: StatementId) {
        let Some(named) = self.named(id, Keyword::Level) else { return };
        let new = Level { id: named.word.value.to_owned(), names: only(named.word.value), need: Need::Optional };
        let number = put(&mut self.standard.levels, &named, new);
        self.given.levels.define(number, named.word, self.findings);
        let mut spellings = named.spellings();
        for child in self.document.tree.children(id) {
            match self.keyword(child, Place::Level) {
                Some(Keyword::Category) => self.category(child, LevelId(number)),
                Some(Keyword::Also) => spellings.extend(self.spellings(child)),
                Some(Keyword::Required) => self.standard.levels.list[number].need = Need::Required,
                Some(Keyword::Expected) => self.standard.levels.list[number].need = Need::Expected,
                _ => {}
            }
        }
        let levels = &mut self.standard.levels;
        self.given.levels.spell(levels, number, &spellings, self.findings, |_, _| None);
        if let Some(names) = named.names {
            self.given.levels.imply(levels, number, &names.zh);
            self.given.levels.imply(levels, number, names.zh.trim_end_matches("指标"));
            levels.list[number].names = names;
        }
    }

    fn category(&mut self, id: StatementId, level: LevelId) {
        let Some(named) = self.named(id, Keyword::Category) else { return };
        let word = named.word.value;
        let new = Category {
            id: word.to_owned(),
            names: only(word),
            word: word.to_owned(),
            kind: None,
            level,
            need: Need::Optional,
            direction: None,
            measures: Vec::new(),
            bounded: false,
            premise: false,
        };
        let number = put(&mut self.standard.categories, &named, new);
        let mut category = self.standard.categories.list[number].clone();
        if self.given.categories.define(number, named.word, self.findings) {
            category.level = level;
        }
        let mut spellings = named.spellings();
        for child in self.document.tree.children(id) {
            match self.keyword(child, Place::Category) {
                Some(Keyword::Also) => spellings.extend(self.spellings(child)),
                Some(Keyword::Required) => category.need = Need::Required,
                Some(Keyword::Expected) => category.need = Need::Expected,
                Some(Keyword::Bounded) => category.bounded = true,
                Some(Keyword::Premise) => category.premise = true,
                Some(Keyword::Direction) => category.direction = self.direction(child),
                Some(Keyword::Measures) => category.measures = self.measures(child),
                _ => {}
            }
        }
        let (base_at, categories) = (self.base_at, &mut self.standard.categories);
        let owned = |table: &Table<Category>, word: Located<&str>| owned_by_base(table, number, word, base_at?);
        self.given.categories.spell(categories, number, &spellings, self.findings, owned);
        if let Some(names) = named.names {
            // The word that the formatter writes: the first further spelling, else the name without 指标.
            let short = names.zh.trim_end_matches("指标");
            category.word = spellings.get(1).map_or(short, |word| word.value).to_owned();
            self.given.categories.imply(categories, number, &names.zh);
            self.given.categories.imply(categories, number, &category.word);
            category.names = names;
        }
        category.kind = Kind::of(&category.names.zh);
        categories.list[number] = category;
    }

    fn fund(&mut self, id: StatementId) {
        let Some(named) = self.named(id, Keyword::Fund) else { return };
        let new = Fund { id: named.word.value.to_owned(), names: only(named.word.value) };
        let funds = &mut self.standard.funds;
        let number = put(funds, &named, new);
        self.given.funds.define(number, named.word, self.findings);
        self.given.funds.spell(funds, number, &named.spellings(), self.findings, |_, _| None);
        if let Some(names) = named.names {
            self.given.funds.imply(funds, number, &names.zh);
            funds.list[number].names = names;
        }
    }

    fn grade(&mut self, id: StatementId) {
        let mut arguments = self.arguments(id, Keyword::Grade);
        let Some(word) = own_word(&mut arguments, Text { zh: "等级的词", en: "its word" }) else { return };
        let names = names(&mut arguments);
        let comparison = arguments.comparison();
        let score = arguments.number();
        arguments.any_word();
        arguments.finish_line();
        let bound = comparison.zip(score).map(|(comparison, score)| (comparison.value, score.value.value));
        let named = Named { word, names, also: Vec::new() };
        let grades = &mut self.standard.grades;
        let number = put(grades, &named, Grade { id: word.value.to_owned(), names: only(word.value), bound });
        self.given.grades.define(number, word, self.findings);
        if bound.is_some() {
            grades.list[number].bound = bound;
        }
        self.given.grades.spell(grades, number, &named.spellings(), self.findings, |_, _| None);
        if let Some(names) = named.names {
            self.given.grades.imply(grades, number, &names.zh);
            grades.list[number].names = names;
        }
    }

    fn scheme(&mut self, id: StatementId) {
        // `scheme {}`: those of the base do not hold, rows carry what points they say.
        if self.document.tree.children(id).next().is_none() {
            return self.standard.schemes.clear();
        }
        let mut weights = Vec::new();
        for child in self.document.tree.children(id) {
            let standard = &self.standard;
            let mut arguments = Arguments::of(self.document, child, Keyword::Scheme, self.findings).with_head();
            let Some(word) = arguments.any_word() else {
                arguments.missing(Text { zh: "一级指标", en: "a level" });
                continue;
            };
            let Some(level) = standard.levels.find(word.value) else {
                arguments.report(unknown_level(standard, word, arguments.findings));
                continue;
            };
            let Some(weight) = arguments.number() else {
                arguments.missing(Text { zh: "分值", en: "its points" });
                continue;
            };
            arguments.any_word();
            arguments.finish_line();
            weights.push((LevelId(level), weight.value.value));
        }
        // What an extending standard says of the same levels takes the place of what its base says.
        let scheme = Scheme { weights };
        self.standard.schemes.retain(|other| other.levels() != scheme.levels());
        self.standard.schemes.push(scheme);
    }

    fn execution(&mut self, id: StatementId) {
        let mut arguments = self.arguments(id, Keyword::Execution);
        let Some(points) = arguments.number() else {
            return arguments.missing(Text { zh: "分值", en: "its points" });
        };
        arguments.any_word();
        arguments.finish_line();
        self.standard.execution = Some(points.value.value);
    }

    fn unbounded(&mut self, id: StatementId) {
        for word in self.spellings(id) {
            self.standard.unbounded.push(word.value.to_owned());
        }
    }

    fn direction(&mut self, id: StatementId) -> Option<Direction> {
        let mut arguments = self.arguments(id, Keyword::Direction);
        let direction = match arguments.peek_keyword() {
            Some(Keyword::More) => Some(Direction::More),
            Some(Keyword::Less) => Some(Direction::Less),
            _ => None,
        };
        if direction.is_none() {
            arguments.missing(Text {
                zh: "方向：more（越大越好）或 less（越小越好）", en: "`more` or `less`"
            });
        }
        arguments.advance();
        arguments.finish_line();
        direction
    }

    fn measures(&mut self, id: StatementId) -> Vec<super::Measure> {
        let field = self.field;
        let mut arguments = self.arguments(id, Keyword::Measures);
        let mut measures = Vec::new();
        while arguments.peek().is_some() {
            match measure(&mut arguments, field) {
                Some(measure) => measures.push(measure),
                None => break,
            }
        }
        arguments.finish_line();
        measures
    }

    /// The words behind the head word.
    fn spellings(&mut self, id: StatementId) -> Vec<Located<&'s str>> {
        let mut arguments = self.arguments(id, Keyword::Also);
        let mut words = Vec::new();
        while let Some(word) = arguments.any_word() {
            words.push(word);
        }
        arguments.finish_line();
        words
    }

    /// A word, its names and its other spellings.
    fn named(&mut self, id: StatementId, keyword: Keyword) -> Option<Named<'s>> {
        let mut arguments = self.arguments(id, keyword);
        let Some(word) = arguments.any_word() else {
            arguments.missing(Text { zh: "它的词", en: "its word" });
            return None;
        };
        let names = names(&mut arguments);
        let also = also(&mut arguments);
        arguments.finish();
        Some(Named { word, names, also })
    }
}

/// How a thing of a standard is called.
struct Named<'s> {
    word: Located<&'s str>,
    names: Option<Names>,
    also: Vec<Located<&'s str>>,
}

impl<'s> Named<'s> {
    fn spellings(&self) -> Vec<Located<&'s str>> {
        std::iter::once(self.word).chain(self.also.iter().copied()).collect()
    }
}

/// The number of the thing with this word: the one that is extended, or the new one.
fn put<T>(table: &mut Table<T>, named: &Named<'_>, new: T) -> usize {
    table.find(named.word.value).unwrap_or_else(|| {
        table.list.push(new);
        table.list.len() - 1
    })
}

/// The finding for a word by which another category of the base is written, so that nothing else would be left to write
/// that with. A further spelling may be taken from it, as 进度 from 时效.
fn owned_by_base(table: &Table<Category>, number: usize, word: Located<&str>, base_at: Span) -> Option<Diagnostic> {
    let other = &table.list[table.find(word.value).filter(|other| *other != number)?];
    let is_own = [&other.id, &other.word, &other.names.zh].into_iter().any(|own| own == word.value);
    is_own.then(|| defined_twice(word, base_at))
}
