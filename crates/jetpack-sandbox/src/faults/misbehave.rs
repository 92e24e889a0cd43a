//! Sends an answer, or whatever the fault of the moment makes of it.

use std::time::Duration;

use axum::body::Body;
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use tokio::time::sleep;

use super::{Fault, FaultKind, bodies};
use crate::wire::answer::{Answer, AnswerForm, Rendered};
use crate::wire::connection::{Connection, Ending};

/// What goes on the wire for a call with this right answer. `None`: nothing does.
///
/// `error` says what a JSON error with some status looks like.
pub(crate) fn disturb(right: Rendered, fault: &Fault, error: impl Fn(u16) -> Answer) -> Option<Rendered> {
    let status = |usual| fault.status.unwrap_or(usual);
    let page = |status, content_type: &str, body| Rendered {
        status,
        headers: vec![("Content-Type".to_owned(), content_type.to_owned())],
        body,
    };

    let mut sent = match fault.kind() {
        FaultKind::Reset | FaultKind::Stall => return None,
        FaultKind::Delay | FaultKind::Truncated | FaultKind::Drip | FaultKind::Huge => right,
        FaultKind::Html => {
            let status = status(502);
            page(status, "text/html", given(fault, || edge_page(status)))
        }
        FaultKind::Status => {
            let status = status(500);
            let body = || error(status).render(AnswerForm::default()).body;
            page(status, "application/json", given(fault, body))
        }
        FaultKind::Empty => Rendered {
            status: status(200),
            headers: Vec::new(),
            body: String::new(),
        },
        FaultKind::Body => page(status(200), "application/json", given(fault, String::new)),
    };
    for (name, value) in &fault.headers {
        sent.headers
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        sent.headers.push((name.clone(), value.clone()));
    }
    Some(sent)
}

fn given(fault: &Fault, usual: impl FnOnce() -> String) -> String {
    fault.body.clone().unwrap_or_else(usual)
}

/// The page of an edge server that lost its backend.
fn edge_page(status: u16) -> String {
    let reason = StatusCode::from_u16(status)
        .ok()
        .and_then(|code| code.canonical_reason());
    let title = format!("{status} {}", reason.unwrap_or("Error"));
    format!(
        "<html>\r\n<head><title>{title}</title></head>\r\n\
         <body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>nginx</center>\r\n\
         </body>\r\n</html>\r\n"
    )
}

/// The one throttle that is documented (partner-api.md §3), else a word of our own.
pub(crate) fn error(status: u16) -> Answer {
    match status {
        429 => Answer::error(429, "too_many_requests", "Too many requests per time interval"),
        _ => {
            let message = format!("The sandbox was told to answer {status}.");
            Answer::error(status, "sandbox_fault", message)
        }
    }
}

/// Carries out what was decided. Does not return where the connection ends instead.
pub(crate) async fn send(sent: Option<Rendered>, fault: Option<Fault>, connection: Connection) -> Response {
    let kind = fault.as_ref().map(Fault::kind);
    let pause = Duration::from_millis(fault.as_ref().and_then(|fault| fault.ms).unwrap_or_default());
    if matches!(kind, Some(FaultKind::Delay | FaultKind::Stall)) {
        sleep(pause).await;
    }
    let Some(sent) = sent else {
        let ending = match kind {
            Some(FaultKind::Reset) => Ending::Reset,
            _ => Ending::Close,
        };
        return connection.end(ending).await;
    };
    let head = head(&sent);
    let (promised, body) = match kind {
        // An answer without a body still has to promise something it does not send.
        Some(FaultKind::Truncated) => (sent.body.len().max(1), bodies::truncated(&sent.body)),
        Some(FaultKind::Drip) => (sent.body.len(), bodies::drip(sent.body, pause)),
        Some(FaultKind::Huge) => (bodies::PADDING + sent.body.len(), bodies::huge(sent.body)),
        _ => return head.map(|()| Body::from(sent.body)),
    };
    let mut response = head.map(|()| body);
    // A stream does not know its length.
    response
        .headers_mut()
        .insert(CONTENT_LENGTH, HeaderValue::from(promised));
    response
}

fn head(sent: &Rendered) -> axum::http::Response<()> {
    let mut response = axum::http::Response::new(());
    // Statuses and headers are checked where they come in, so nothing is lost here.
    *response.status_mut() = StatusCode::from_u16(sent.status).unwrap_or_default();
    for (name, value) in &sent.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
