//! What is done with every line.

use std::fmt;

/// One of the bulk commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    Provision,
    Cancel,
    Status,
    Change,
}

impl Action {
    /// Its name, as on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Provision => "provision",
            Self::Cancel => "cancel",
            Self::Status => "status",
            Self::Change => "change",
        }
    }

    /// Whether it changes anything: only then must an intent be on the disk first.
    pub(crate) fn has_effect(self) -> bool {
        self != Self::Status
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
