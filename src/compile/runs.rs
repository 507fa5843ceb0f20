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
    let heads = parallel::in_runs(heads, visitor, findings, &visit);
    heads.iter().for_each(|head| visit(head, visitor, findings));
}

#[cfg(feature = "parallel")]
mod parallel {
    use rayon::prelude::*;

    use super::{Findings, Visitor};

    /// How many projects are a run: so many that a thread is worth waking.
    const RUN: usize = 8;

    /// How many runs are under way before what was made of them is taken in: more than there are threads, and so few that
    /// they weigh little beside the whole.
    const AT_ONCE: usize = 16;

    /// Visits as many of the heads as forks can share; answers which are left.
    pub fn in_runs<'h, V: Visitor, H: Sync>(
        mut heads: &'h [H],
        visitor: &mut V,
        findings: &mut Findings,
        visit: impl Fn(&H, &mut V, &mut Findings) + Sync,
    ) -> &'h [H] {
        while heads.len() > RUN {
            let (several, others) = heads.split_at(heads.len().min(RUN * AT_ONCE));
            let fork = |run| Some((run, visitor.fork()?, findings.fork()));
            let runs: Option<Vec<(&[H], V, Findings)>> = several.chunks(RUN).map(fork).collect();
            let Some(mut runs) = runs else { break };
            heads = others;
            runs.par_iter_mut().for_each(|(run, fork, found)| run.iter().for_each(|head| visit(head, fork, found)));
            for (_, fork, found) in runs {
                visitor.join(fork);
                findings.append(found);
            }
        }
        heads
    }
}
