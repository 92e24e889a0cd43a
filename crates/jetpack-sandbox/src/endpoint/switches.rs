//! What may stand in the query of a call under `/rest` (partner-api.md §3).

use crate::endpoint::Operation;
use crate::wire::answer::{AnswerForm, Envelope};
use crate::wire::call::Call;
use crate::wire::form::Form;

/// `partner_tracking_id` and `calypso_env` belong into the query, and only there (§4.1, §5.2).
pub(super) fn read(call: &Call, operation: Operation) -> Result<AnswerForm, String> {
    let known: &[&str] = match operation {
        Operation::Token => &[],
        Operation::Provision => &["http_envelope", "pretty", "partner_tracking_id", "calypso_env"],
        Operation::Cancel => &["http_envelope", "pretty", "partner_tracking_id"],
        Operation::Errors => &["http_envelope", "pretty", "verbose"],
        _ => &["http_envelope", "pretty"],
    };

    let in_query = |problem: String| format!("in the query: {problem}");
    let query = Form::read(call.query.as_ref().map_err(Clone::clone)?, known).map_err(in_query)?;
    query.optional("partner_tracking_id")?;
    query.optional("calypso_env")?;
    let envelope = if query.flag("http_envelope")? {
        Envelope::Rest
    } else {
        Envelope::None
    };
    Ok(AnswerForm {
        envelope,
        pretty: query.flag("pretty")?,
    })
}
