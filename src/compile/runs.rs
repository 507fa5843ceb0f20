//! Projects visited in their order, on several threads where there are many.

use super::Visitor;
use crate::diagnostic::Findings;

/// Visits the heads of projects, a run of them on each thread where the visitor can be forked. What is made and what is
/// found is in the order of the heads.
pub(super) fn in_runs<V: Visitor, H: Sync>(
    heads: &[H],
    visitor: &mut V,
    findings: &mut Findings,
    visit: impl Fn(&H, &mut V, &mut Findings) + Sync,
) {
    #[cfg(feature = "parallel")]
    if heads.len() > parallel::RUN && visitor.fork().is_some() {
        return parallel::in_runs(heads, visitor, findings, visit);
    }
    heads.iter().for_each(|head| visit(head, visitor, findings));
}

#[cfg(feature = "parallel")]
mod parallel {
    use rayon::prelude::*;

    use super::{Findings, Visitor};

    /// How many projects are a run: so many that a thread is worth waking.
    pub const RUN: usize = 8;

    /// How many runs are under way before what was made of them is taken in: more than there are threads, and so few that
    /// they weigh little beside the whole.
    const AT_ONCE: usize = 16;

    pub fn in_runs<V: Visitor, H: Sync>(
        heads: &[H],
        visitor: &mut V,
        findings: &mut Findings,
        visit: impl Fn(&H, &mut V, &mut Findings) + Sync,
    ) {
        for several in heads.chunks(RUN * AT_ONCE) {
            let fork = |run| Some((run, visitor.fork()?, findings.fork()));
            let mut runs: Vec<(&[H], V, Findings)> = several.chunks(RUN).map_while(fork).collect();
            runs.par_iter_mut().for_each(|(run, fork, found)| run.iter().for_each(|head| visit(head, fork, found)));
            for (_, fork, found) in runs {
                visitor.join(fork);
                findings.append(found);
            }
        }
    }
}
