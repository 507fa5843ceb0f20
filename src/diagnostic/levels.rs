//! Which rules hold, and how bad a breach of each is.

use super::{Code, Diagnostic, Severity, rules::RULES};

/// What holds of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    /// It holds, as bad as it says itself.
    Usual,
    /// It holds, and a breach is so bad.
    Set(Severity),
    /// It does not hold.
    Off,
}

/// Which rules hold, and how bad a breach of each is.
///
/// Errors are always said, for they cannot be right: switched off, a rule keeps its errors, and none is made less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels(Vec<Level>);

impl Default for Levels {
    fn default() -> Self {
        Self(RULES.iter().map(|rule| if rule.is_on { Level::Usual } else { Level::Off }).collect())
    }
}

impl Levels {
    /// Whether a rule can find anything that is said.
    pub fn wants(&self, code: Code) -> bool {
        self.0[code as usize] != Level::Off || code.rule().severity == Severity::Error
    }

    /// How bad a breach of a rule usually is.
    pub fn usual(&self, code: Code) -> Severity {
        match self.0[code as usize] {
            Level::Set(severity) => severity,
            Level::Usual | Level::Off => code.rule().severity,
        }
    }

    /// How bad a finding is; `None` where its rule does not hold.
    pub(super) fn severity(&self, finding: &Diagnostic) -> Option<Severity> {
        match self.0[finding.code as usize] {
            _ if finding.severity == Severity::Error => Some(Severity::Error),
            Level::Usual => Some(finding.severity),
            Level::Set(severity) => Some(severity),
            Level::Off => None,
        }
    }

    /// Lets only these rules hold.
    pub fn select(&mut self, codes: &[Code]) {
        for code in Code::all() {
            self.0[code as usize] = if codes.contains(&code) { Level::Usual } else { Level::Off };
        }
    }

    /// Switches rules off.
    pub fn ignore(&mut self, codes: &[Code]) {
        for code in codes {
            self.0[*code as usize] = Level::Off;
        }
    }

    /// Says how bad a breach is; this switches the rule on.
    pub fn set(&mut self, code: Code, severity: Severity) {
        self.0[code as usize] = Level::Set(severity);
    }
}
