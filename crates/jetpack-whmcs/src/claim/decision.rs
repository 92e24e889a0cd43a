use serde::{Deserialize, Serialize};

use crate::plain::basic;
use crate::{Action, Details, Moment, Order, Row, Told, plain};

/// What a claim leads to: what is to be written, all in one transaction, and what follows.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Decision {
    /// The service's row, to be written if its version is still one less.
    pub row: Option<Row>,
    /// What is written of that row once its owner has been told.
    pub told: Option<Told>,
    /// A row of its own for what may still come to live elsewhere.
    pub left_behind: Option<Row>,
    /// A line of the journal.
    pub journal: Option<Entry>,
    /// Whether the order's key is to be kept: a plan is about to be provisioned with it.
    pub store_key: bool,
    /// What to ask `act` with; without it the call has ended.
    pub intent: Option<Intent>,
    /// How it ended.
    pub report: Option<Report>,
}

impl Decision {
    pub(crate) fn alerting(mut self) -> Self {
        if let Some(report) = &mut self.report {
            report.alert = true;
        }
        self
    }

    /// Nothing is done, and there is nothing that anybody has to know.
    pub(crate) fn outdated() -> Self {
        Self {
            report: Some(Report::silent()),
            ..Self::default()
        }
    }

    /// Nothing is asked, and nothing changes.
    pub(crate) fn refused(order: &Order, sentence: String, details: Option<Details>) -> Self {
        Self {
            journal: Some(Entry::refusal(order, &sentence)),
            report: Some(Report::failed(sentence, details)),
            ..Self::default()
        }
    }
}

/// What a call was allowed to do: all that `act` needs to know but keys and access. It holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Intent {
    /// What WHMCS wants.
    pub order: Order,
    /// The row as it was written by the claim.
    pub row: Row,
    /// The database's clock at the claim.
    pub now: Moment,
    /// When the row was due before the claim: an action that learns nothing leaves it so.
    #[serde(deserialize_with = "plain::optional_number", default)]
    pub due_before: Option<Moment>,
    /// The orphan whose plan is taken over.
    #[serde(default)]
    pub orphan: Option<Row>,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// `intent`, `result` or `refusal`.
    pub event: &'static str,
    /// What was or was to be done.
    pub action: Action,
    /// How the service stands then.
    pub state: &'static str,
    /// On which site.
    #[serde(with = "plain::optional_text")]
    pub site: Option<jetpack_partner::SiteUrl>,
    /// With which plan.
    #[serde(with = "plain::optional_text")]
    pub plan: Option<jetpack_partner::Plan>,
    /// With which key.
    pub partner_id: String,
    /// What people were told.
    pub sentence: Option<String>,
}

impl Entry {
    /// Before anything is asked (architecture.md §4, promise 1).
    pub(crate) fn intent(action: Action, row: &Row) -> Self {
        Self::of("intent", action, row, None)
    }

    /// After everything was answered.
    pub(crate) fn result(action: Action, row: &Row, sentence: &str) -> Self {
        Self::of("result", action, row, Some(sentence.to_owned()))
    }

    fn refusal(order: &Order, sentence: &str) -> Self {
        Self {
            event: "refusal",
            action: order.action,
            state: "refused",
            site: order.site.clone(),
            plan: order.plan.clone(),
            partner_id: order.partner_id.clone(),
            sentence: Some(sentence.to_owned()),
        }
    }

    fn of(event: &'static str, action: Action, row: &Row, sentence: Option<String>) -> Self {
        let under_way = row.under_way.and_then(Action::state_under_way);
        Self {
            event,
            action,
            state: under_way.unwrap_or_else(|| row.standing.word()),
            site: row.site.clone(),
            plan: row.plan.clone(),
            partner_id: row.partner_id.clone(),
            sentence,
        }
    }
}

/// What WHMCS, staff and the owner are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// `success`, or a sentence for staff that begins with the prefix.
    pub result: String,
    /// An entry for the activity log. A failure has none: WHMCS logs the returned sentence itself (whmcs-contract.md §1.4).
    pub activity: Option<String>,
    /// What is to stand in `jetpack_provisioning_details`; `None` leaves it as it is.
    pub details: Option<Details>,
    /// Whether a person has to see to it who did not ask: it goes to the host's notification rules as well.
    pub alert: bool,
}

impl Report {
    pub(crate) fn done(activity: String, details: Option<Details>) -> Self {
        Self {
            result: "success".to_owned(),
            activity: Some(basic(&activity)),
            details,
            alert: false,
        }
    }

    pub(crate) fn silent() -> Self {
        Self {
            result: "success".to_owned(),
            activity: None,
            details: None,
            alert: false,
        }
    }

    pub(crate) fn failed(sentence: String, details: Option<Details>) -> Self {
        Self {
            result: basic(&sentence),
            activity: None,
            details,
            alert: false,
        }
    }
}
