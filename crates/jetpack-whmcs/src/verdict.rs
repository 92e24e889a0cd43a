use jetpack_partner::{Ask, Plan, SiteStatus, SiteUrl};
use serde::Serialize;

use crate::{Details, Moment, Row, Standing, Wanted, sentences};

/// What follows from what was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// This is to be asked next.
    Ask(Ask),
    /// Nothing more is to be asked.
    End(Verdict),
}

/// What a site has of what was to be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Seen {
    /// The plan, from our key.
    Ours,
    /// Another plan from our key.
    Another,
    /// The plan, from somebody else.
    Foreign,
    /// None of these.
    Nothing,
}

/// How an action ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How the service stands now.
    pub standing: Standing,
    /// Whether an answer told so. What only the ledger says ends no doubt.
    pub learnt: bool,
    /// The plan that was seen, when it need not be the one last asked for.
    pub plan: Option<Plan>,
    /// What WHMCS wants from now on, when the action tells.
    pub wanted: Option<Wanted>,
    /// What the activity log says of a success, or what staff are told of a failure.
    pub result: Result<String, String>,
    /// What the client is told.
    pub details: Option<Details>,
    /// Whether a person has to see to it who did not ask.
    pub alert: bool,
    /// Whether a plan was asked for in vain, for a reason that passes: it is worth asking again.
    pub passing: bool,
    /// What an action that takes over has seen; `None` where it learnt nothing.
    pub seen: Option<Seen>,
}

impl Verdict {
    /// The call did what WHMCS asked, as an answer told.
    pub(crate) fn done(standing: Standing, details: Option<Details>, activity: String) -> Self {
        Self {
            standing,
            learnt: true,
            plan: None,
            wanted: None,
            result: Ok(activity),
            details,
            alert: false,
            passing: false,
            seen: None,
        }
    }

    /// The call did not, and no answer told how the service stands.
    pub(crate) fn failed(standing: Standing, sentence: String) -> Self {
        Self {
            standing,
            learnt: false,
            plan: None,
            wanted: None,
            result: Err(sentence),
            details: None,
            alert: false,
            passing: false,
            seen: None,
        }
    }

    /// Nothing was asked.
    pub(crate) fn untouched(row: &Row, sentence: String) -> Self {
        Self::failed(row.standing.clone(), sentence)
    }

    /// An earlier request of the service's own came true although nobody heard of it: its plan is the service's, before
    /// anything else is asked.
    pub(crate) fn came_late(
        site: &SiteUrl,
        earlier: Option<&Plan>,
        before: &Standing,
        status: &SiteStatus,
        now: Moment,
    ) -> Option<Self> {
        let earlier = earlier?;
        let product = status.our_product(earlier)?;
        let sentence = sentences::came_late(site, earlier);
        let standing = before.seen(product, now);
        Some(Self::failed(standing, sentence).learnt(true).of(earlier.clone()))
    }

    pub(crate) fn learnt(self, learnt: bool) -> Self {
        Self { learnt, ..self }
    }

    pub(crate) fn passing(self, passing: bool) -> Self {
        Self { passing, ..self }
    }

    pub(crate) fn alerting(self, alert: bool) -> Self {
        Self { alert, ..self }
    }

    pub(crate) fn of(self, plan: Plan) -> Self {
        Self {
            plan: Some(plan),
            ..self
        }
    }

    pub(crate) fn having_seen(self, seen: Seen) -> Self {
        Self {
            seen: Some(seen),
            ..self
        }
    }

    pub(crate) fn wanting(self, wanted: Wanted) -> Self {
        Self {
            wanted: Some(wanted),
            ..self
        }
    }
}
