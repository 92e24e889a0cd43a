use jetpack_partner::{Ask, Heard};

use super::{Adopt, Change, Create, Look, Renew, Terminate};
use crate::verdict::Next;

/// An action that talks: says what to ask, is told what was heard, and says what follows. It does no I/O and reads no
/// clock, so all its ways can be explored.
#[derive(Debug, Clone)]
pub enum Machine {
    /// [`Create`]
    Create(Create),
    /// [`Renew`]
    Renew(Renew),
    /// [`Terminate`]
    Terminate(Terminate),
    /// [`Change`]
    Change(Change),
    /// [`Adopt`]
    Adopt(Adopt),
    /// [`Look`]
    Look(Look),
}

impl Machine {
    /// What to ask first.
    pub fn begin(&self) -> Ask {
        match self {
            Self::Create(machine) => machine.begin(),
            Self::Renew(machine) => machine.begin(),
            Self::Terminate(machine) => machine.begin(),
            Self::Change(machine) => machine.begin(),
            Self::Adopt(machine) => machine.begin(),
            Self::Look(machine) => machine.begin(),
        }
    }

    /// What follows from the answer to what it asked last.
    pub fn hear(&mut self, heard: Heard) -> Next {
        match self {
            Self::Create(machine) => machine.hear(heard),
            Self::Renew(machine) => machine.hear(heard),
            Self::Terminate(machine) => machine.hear(heard),
            Self::Change(machine) => machine.hear(heard),
            Self::Adopt(machine) => machine.hear(heard),
            Self::Look(machine) => machine.hear(heard),
        }
    }
}
