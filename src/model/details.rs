//! The block of an indicator is read: `{ describe "…"; baseline 10 家 }`.

use super::{
    indicator::{Indicator, set_show, shown, weight, words},
    read_target,
    scope::{Statement, unknown},
    target::Target,
};
use crate::{
    arguments::{Arguments, Document, Located, Once, meant},
    diagnostic::Findings,
    field::{Field, Standard},
    syntax::StatementId,
    words::{Keyword, Place},
};

/// Reads the block of an indicator.
pub(super) struct Reader<'r, 's> {
    pub document: Document<'s>,
    pub field: &'r Field,
    pub standard: &'r Standard,
    /// What the row itself says already.
    pub once: Once,
    pub findings: &'r mut Findings,
}

impl<'s> Reader<'_, 's> {
    pub fn read(mut self, id: StatementId, indicator: &mut Indicator<'s>) {
        let mut meant = Vec::new();
        for id in self.document.tree.children(id) {
            match self.document.keyword(id).filter(|keyword| keyword.fits(Place::Indicator)) {
                None => {
                    meant.extend(self.unknown(id).map(|keyword| (id, keyword)));
                    indicator.label = indicator.label.or(self.label(id));
                }
                Some(keyword) if self.once.is_first(self.document, id, keyword, self.findings) => {
                    self.detail(id, keyword, indicator);
                }
                Some(_) => {}
            }
        }
        // What is said in the right spelling goes before what only means the same.
        for (id, keyword) in meant {
            if self.once.is_free(keyword) {
                self.suppose(id, keyword, indicator);
            }
        }
    }

    /// Reports a statement that has no place in the block; the answer is what it means to say, if that is known.
    fn unknown(&mut self, id: StatementId) -> Option<Keyword> {
        if self.document.tree.get(id).broken {
            return None;
        }
        let finding = unknown(self.document, id, Place::Indicator, self.standard);
        let meant = meant(&finding);
        self.findings.report(finding);
        meant
    }

    /// The label of `as 站数`, which stands in the row and not in its block. Checks that name it are right.
    fn label(&mut self, id: StatementId) -> Option<Located<&'s str>> {
        self.document.keyword(id).filter(|keyword| *keyword == Keyword::As)?;
        Arguments::of(self.document.doubting(id), id, Keyword::As, self.findings).word()
    }

    fn suppose(&mut self, id: StatementId, keyword: Keyword, indicator: &mut Indicator<'s>) {
        let Reader { document, field, standard, .. } = *self;
        let mut trial = indicator.clone();
        let read = |findings: &mut Findings| {
            Reader { document, field, standard, once: Once::default(), findings }.detail(id, keyword, &mut trial);
        };
        if (Statement { document, id }).supposed(self.findings, read).is_some() {
            *indicator = trial;
        }
    }

    fn detail(&mut self, id: StatementId, keyword: Keyword, indicator: &mut Indicator<'s>) {
        let (field, standard) = (self.field, self.standard);
        let mut arguments = Arguments::of(self.document, id, keyword, self.findings);
        match keyword {
            Keyword::Describe => indicator.details().description = words(&mut arguments),
            Keyword::Source => indicator.details().source = words(&mut arguments),
            Keyword::Basis => indicator.details().basis = words(&mut arguments),
            Keyword::Note => indicator.details().note = words(&mut arguments),
            Keyword::Weight => indicator.weight = weight(&mut arguments),
            Keyword::Show => {
                let show = shown(&mut arguments);
                set_show(&mut indicator.target, show);
            }
            Keyword::Baseline => indicator.details().baseline = other_target(&mut arguments, field, standard),
            Keyword::Total => indicator.details().total = other_target(&mut arguments, field, standard),
            _ => indicator.details().stretch = other_target(&mut arguments, field, standard),
        }
        arguments.finish_line();
    }
}

fn other_target<'s>(arguments: &mut Arguments<'s, '_>, field: &Field, standard: &Standard) -> Option<Target<'s>> {
    let head = arguments.head();
    let mut target = read_target::read(arguments, field, standard, head)?;
    if arguments.keyword(Keyword::Show).is_some() {
        target.show = shown(arguments);
    }
    Some(target)
}
