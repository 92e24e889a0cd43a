use serde::Deserialize;

use crate::order::is_renewed;
use crate::params::decoded;
use crate::{Action, Command, Row, Wanted, plain, sentences};

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
    /// What the field Local User holds.
    #[serde(default, deserialize_with = "plain::text")]
    local_user: String,
    /// The client's e-mail address.
    #[serde(default, deserialize_with = "plain::text")]
    email: String,
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

    /// Who is named to WordPress.com as the user on the site, as an order names him.
    pub(crate) fn local_user(&self) -> Option<String> {
        let users = [&self.local_user, &self.email].map(|typed| decoded(typed).trim().to_owned());
        users.into_iter().find(|user| !user.is_empty())
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

    /// Whether it is in use there, and neither waits nor is suspended.
    pub(crate) fn is_active(&self) -> bool {
        self.status == "Active"
    }

    /// Whether it waits there for this.
    pub(crate) fn waits_for(&self, command: Command) -> bool {
        self.status == command.waits_as
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_blank_user_is_the_clients_email_as_in_an_order() {
        for (field, email, expected) in [
            ("admin", "a@example.test", Some("admin")),
            (" ", "a&amp;b@example.test", Some("a&b@example.test")),
            (" 0 ", "a@example.test", Some("0")),
            ("", " ", None),
        ] {
            let given = json!({"status": "Active", "module": "jetpack", "local_user": field, "email": email});
            let in_whmcs: InWhmcs = serde_json::from_value(given).unwrap();
            assert_eq!(in_whmcs.local_user().as_deref(), expected, "{field:?} {email:?}");
        }
    }
}
