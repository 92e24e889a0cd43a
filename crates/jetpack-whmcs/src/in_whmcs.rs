use serde::Deserialize;

use crate::order::is_renewed;
use crate::params::decoded;
use crate::{Action, Row, Wanted, plain, sentences};

/// What WHMCS has of a service or product addon, apart from any call: its status, and whose module its product is.
#[derive(Debug, Deserialize)]
pub(crate) struct InWhmcs {
    #[serde(deserialize_with = "plain::text")]
    status: String,
    #[serde(deserialize_with = "plain::text")]
    module: String,
    /// Option 5 of the product.
    #[serde(default, deserialize_with = "plain::text")]
    waiting_plans: String,
    /// The user on the site; blank where neither field nor client tells.
    #[serde(default, deserialize_with = "plain::text")]
    local_user: String,
}

impl InWhmcs {
    /// Why the service has ended without a word to this module; `None` while it is in use (whmcs-contract.md §11: the final
    /// states are Terminated, Cancelled, Fraud and Completed).
    pub(crate) fn why_ended(&self) -> Option<String> {
        match self.status.as_str() {
            "Terminated" | "Cancelled" | "Fraud" | "Completed" => Some(sentences::status_is(&self.status)),
            _ if self.module != "jetpack" => Some(sentences::module_is(&self.module)),
            _ => None,
        }
    }

    /// Who is named to WordPress.com as the user on the site.
    pub(crate) fn local_user(&self) -> Option<String> {
        let user = decoded(&self.local_user).trim().to_owned();
        (!user.is_empty()).then_some(user)
    }

    /// Whether the plan is provisioned anew before its term ends: so the product says, and it is known for whom.
    pub(crate) fn renews(&self) -> bool {
        is_renewed(&self.waiting_plans) && self.local_user().is_some()
    }

    /// What that means for its row, if anything.
    pub(crate) fn tells(&self, row: &Row) -> Option<Action> {
        match (self.why_ended(), row.ended) {
            (Some(_), None) if row.wanted != Wanted::Gone => Some(Action::End),
            (None, Some(_)) => Some(Action::Resume),
            (Some(_) | None, _) => None,
        }
    }
}
