//! What may stand in the query of a call under `/rest` (partner-api.md §3).

use serde::de::{Deserialize, Deserializer, IgnoredAny};

use super::Operation;
use crate::wire::answer::{AnswerForm, Envelope};
use crate::wire::call::Call;
use crate::wire::form;

/// Every switch there is; which call takes which is checked afterwards.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Query {
    http_envelope: bool,
    pretty: bool,
    partner_tracking_id: Option<String>,
    calypso_env: Option<String>,
    #[serde(deserialize_with = "present")]
    verbose: bool,
}

/// Its presence counts, its value does not (§4.5).
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    IgnoredAny::deserialize(deserializer).map(|_| true)
}

/// What the query of a call asks for.
#[derive(Debug, Default)]
pub(super) struct Switches {
    pub(super) form: AnswerForm,
    /// The list of errors at length (§4.5).
    pub(super) verbose: bool,
}

/// `partner_tracking_id` and `calypso_env` belong into the query, and only there (§4.1, §5.2).
pub(super) fn read(call: &Call, operation: Operation) -> Result<Switches, String> {
    use Operation::{Cancel, Errors, Provision, Token};

    let pairs = call.query.as_ref().map_err(Clone::clone)?;
    let query: Query = form::read(pairs).map_err(|problem| format!("in the query: {problem}"))?;
    let misplaced = [
        ("anything", operation == Token && !pairs.is_empty()),
        ("verbose", query.verbose && operation != Errors),
        (
            "calypso_env",
            query.calypso_env.is_some() && operation != Provision,
        ),
        (
            "partner_tracking_id",
            query.partner_tracking_id.is_some() && !matches!(operation, Provision | Cancel),
        ),
    ];
    if let Some((name, _)) = misplaced.into_iter().find(|(_, is_misplaced)| *is_misplaced) {
        return Err(format!("in the query: this call does not take {name} there"));
    }
    let envelope = if query.http_envelope {
        Envelope::Rest
    } else {
        Envelope::None
    };
    Ok(Switches {
        form: AnswerForm {
            envelope,
            pretty: query.pretty,
        },
        verbose: query.verbose,
    })
}
