//! What can be done to a service: one case and one file each.

mod access;
mod adopt;
mod change;
mod create;
mod end;
mod let_go;
mod look;
mod machine;
mod orphan;
mod renew;
mod resume;
mod suspend;
mod terminate;
mod unsuspend;

use serde::{Deserialize, Serialize};

use crate::claim::{Claim, Decision, Intent};

pub use adopt::Adopt;
pub use change::Change;
pub use create::Create;
pub use look::Look;
pub use machine::Machine;
pub use renew::Renew;
pub use terminate::Terminate;

/// What is done to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Makes the ordered plan exist, once.
    Create,
    /// Makes the plan stop costing money.
    Terminate,
    /// What becomes of the plan while the service is suspended.
    Suspend,
    /// Gives back what was cancelled for a suspension.
    Unsuspend,
    /// Gets a plan that waits for its owner a new address, and a new term.
    Renew,
    /// Replaces the plan by another of its family.
    Change,
    /// Takes over, knowingly, a plan that the site has and no service here holds. Asks the status only.
    Adopt,
    /// Learns how the plan stands. Asks the status only.
    Look,
    /// Gives WordPress.com the access for backups anew, after its password was changed. It concerns no plan.
    Access,
    /// Keeps the plan of a service that WHMCS has deleted on the books. Asks nothing.
    Orphan,
    /// The same of a service that WHMCS has ended without a call. Asks nothing.
    End,
    /// WHMCS has that service again. Asks nothing.
    Resume,
    /// Takes the plan of such a service off the books, and lets it live. Asks nothing.
    LetGo,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 13] = [
        Self::Create,
        Self::Terminate,
        Self::Suspend,
        Self::Unsuspend,
        Self::Renew,
        Self::Change,
        Self::Adopt,
        Self::Look,
        Self::Access,
        Self::Orphan,
        Self::End,
        Self::Resume,
        Self::LetGo,
    ];

    /// The word for it in the journal and in questions.
    pub fn word(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Terminate => "terminate",
            Self::Suspend => "suspend",
            Self::Unsuspend => "unsuspend",
            Self::Renew => "renew",
            Self::Change => "change",
            Self::Adopt => "adopt",
            Self::Look => "look",
            Self::Access => "access",
            Self::Orphan => "orphan",
            Self::End => "end",
            Self::Resume => "resume",
            Self::LetGo => "letgo",
        }
    }

    /// The state of a service while this is under way. What only asks has none: nothing can be left half done, and its
    /// lease is enough.
    pub fn state_under_way(self) -> Option<&'static str> {
        match self {
            Self::Create => Some("requested"),
            Self::Terminate => Some("cancelling"),
            Self::Suspend => Some("suspending"),
            Self::Change => Some("changing"),
            // What they send is a Create's, and so is their state.
            Self::Unsuspend | Self::Renew => None,
            // Storing the same access twice is storing it once.
            Self::Access => None,
            Self::Adopt | Self::Look | Self::Orphan | Self::End | Self::Resume | Self::LetGo => None,
        }
    }

    /// The action whose state under way this is.
    pub(crate) fn from_state_under_way(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|action| action.state_under_way() == Some(word))
    }

    /// Whether it is a plan for WHMCS that is asked for.
    pub(crate) fn provisions(self) -> bool {
        match self {
            Self::Create | Self::Unsuspend => true,
            Self::Terminate
            | Self::Suspend
            | Self::Renew
            | Self::Change
            | Self::Adopt
            | Self::Look
            | Self::Access
            | Self::Orphan
            | Self::End
            | Self::Resume
            | Self::LetGo => false,
        }
    }

    /// Whether it is that the plan stops costing money.
    pub(crate) fn cancels(self) -> bool {
        match self {
            Self::Terminate | Self::Suspend => true,
            Self::Create
            | Self::Unsuspend
            | Self::Renew
            | Self::Change
            | Self::Adopt
            | Self::Look
            | Self::Access
            | Self::Orphan
            | Self::End
            | Self::Resume
            | Self::LetGo => false,
        }
    }

    /// Whether WHMCS has the service again, or still, if it asks for this.
    pub(crate) fn revives(self) -> bool {
        match self {
            Self::Create | Self::Unsuspend | Self::Change | Self::Adopt => true,
            Self::Terminate
            | Self::Suspend
            | Self::Renew
            | Self::Look
            | Self::Access
            | Self::Orphan
            | Self::End
            | Self::Resume
            | Self::LetGo => false,
        }
    }

    /// Who may act, on what, and what is written before anything is asked.
    pub(crate) fn claim(self, claim: Claim<'_>) -> Decision {
        match self {
            Self::Create => create::claim(claim),
            Self::Terminate => terminate::claim(claim),
            Self::Suspend => suspend::claim(claim),
            Self::Unsuspend => unsuspend::claim(claim),
            Self::Renew => renew::claim(claim),
            Self::Change => change::claim(claim),
            Self::Adopt => adopt::claim(claim),
            Self::Look => look::claim(claim),
            Self::Access => access::claim(claim),
            Self::Orphan => orphan::claim(claim),
            Self::End => end::claim(claim),
            Self::Resume => resume::claim(claim),
            Self::LetGo => let_go::claim(claim),
        }
    }

    /// Whether access for backups may go along.
    pub(crate) fn hands_access_over(self) -> bool {
        match self {
            Self::Create | Self::Unsuspend | Self::Renew | Self::Change | Self::Access => true,
            Self::Terminate
            | Self::Suspend
            | Self::Adopt
            | Self::Look
            | Self::Orphan
            | Self::End
            | Self::Resume
            | Self::LetGo => false,
        }
    }

    /// What is asked once the claim is written; `None` when the row does not say about what, or nothing is.
    pub fn machine(self, intent: &Intent) -> Option<Machine> {
        let row = &intent.row;
        let (site, plan) = (
            row.site.clone()?,
            row.plan.clone().or_else(|| row.plan_before.clone())?,
        );
        match self {
            Self::Create | Self::Unsuspend => Some(Machine::Create(Create::new(intent, site, plan))),
            Self::Renew => Some(Machine::Renew(Renew::new(intent, site, plan))),
            Self::Change => Some(Machine::Change(Change::new(intent, site, plan))),
            Self::Terminate | Self::Suspend => Some(Machine::Terminate(Terminate::new(intent, site))),
            Self::Adopt => Some(Machine::Adopt(Adopt::new(intent, site, plan))),
            Self::Look => Some(Machine::Look(Look::new(intent, site))),
            Self::Access | Self::Orphan | Self::End | Self::Resume | Self::LetGo => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_known_by_its_word_and_by_its_state() {
        for action in Action::ALL {
            let word = serde_json::to_value(action).unwrap();
            assert_eq!(word, action.word());
            if let Some(state) = action.state_under_way() {
                assert_eq!(Action::from_state_under_way(state), Some(action));
            }
        }
        assert_eq!(Action::from_state_under_way("active"), None);
    }
}
