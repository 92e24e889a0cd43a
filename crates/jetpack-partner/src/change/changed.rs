use crate::{ApiError, Error, Plan, Provision, Provisioned};

/// What a change of plans led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// The wanted plan was there already, and nothing was done.
    AlreadyThere(Provision),
    /// The wanted plan is there.
    Provisioned {
        /// How it stands.
        provisioned: Provisioned,
        /// The plan that was cancelled for it. A plan that was raised in place is not.
        cancelled: Option<Plan>,
        /// Plans that it does not touch, where nothing was replaced.
        beside: Vec<Plan>,
    },
    /// Several plans stand in the way, and none was cancelled: the caller has to name one.
    Ambiguous(Vec<Plan>),
    /// The wanted plan was refused after the old one had been cancelled for it; the old one was
    /// provisioned again.
    Restored {
        /// The plan that was cancelled and is back.
        old: Plan,
        /// How it stands now.
        provisioned: Provisioned,
        /// Why the wanted one was refused.
        refusal: ApiError,
    },
    /// The same, but the old plan could not be provisioned again: the site may have neither.
    LostOld {
        /// The plan that was cancelled.
        old: Plan,
        /// Why the wanted one was refused.
        refusal: ApiError,
        /// Why the old one is not back.
        because: Error,
    },
    /// The old plan was cancelled, and the wanted one is not known to be there. The same change may be
    /// made again.
    Unfinished {
        /// The plan that was cancelled.
        old: Plan,
        /// What became of the wanted one.
        because: Error,
    },
    /// The wanted plan is there, and the plan that was named to be replaced could not be cancelled.
    OldKept {
        /// How the wanted one stands.
        provisioned: Provisioned,
        /// The plan that may still be there.
        old: Plan,
        /// What became of its cancellation.
        because: Error,
    },
}
