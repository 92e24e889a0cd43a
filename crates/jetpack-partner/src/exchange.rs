use serde_json::Value;

use crate::judge::Reply;
use crate::send::Request;
use crate::{ApiUrl, MASK, Redactor, is_invisible};

/// Longest part of a page that is kept: enough to recognise a proxy's error page.
const LONGEST_PAGE: usize = 500;

/// One request and what came back, fit for WHMCS's module log: no secret in any encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Method, address and form, a line each.
    pub request: String,
    /// Status and body, or why there was none.
    pub response: String,
}

impl Exchange {
    pub(crate) fn request(
        api: &ApiUrl,
        request: &Request<'_>,
        has_token: bool,
        redactor: &Redactor,
    ) -> String {
        let address = redactor.by_value(request.address(api).as_str());
        let mut text = format!("{} {address}", request.method);
        if has_token {
            text.push_str(&format!("\nAuthorization: Bearer {MASK}"));
        }
        for (name, value) in request.form {
            let value = redactor.field(name, value).replace('\n', "\\n");
            text.push_str(&format!("\n{name}={value}"));
        }
        visible(&text)
    }

    pub(crate) fn response(reply: &Reply, redactor: &Redactor) -> String {
        visible(&format!("HTTP {}\n{}", reply.status, body(reply, redactor)))
    }
}

/// Control characters, written out: in a terminal or a page they could hide what stands beside them, and a line break in a
/// value could pass for a field.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => shown.push(c),
            c if is_invisible(c) => shown.extend(c.escape_default()),
            c => shown.push(c),
        }
    }
    shown
}

/// A body that is not JSON may hold anything, even half a token, so only pages are shown; and of those what stands before JSON, as a
/// notice of PHP's before a token that is not known yet.
fn body(reply: &Reply, redactor: &Redactor) -> String {
    if let Ok(value) = serde_json::from_slice::<Value>(&reply.body) {
        return redactor.json(&value).to_string();
    }
    let text = String::from_utf8_lossy(&reply.body);
    if text.trim_start().starts_with('<') {
        let page = text.split('{').next().unwrap_or_default();
        return redactor.by_value(page).chars().take(LONGEST_PAGE).collect();
    }
    format!("({} bytes that are not JSON)", reply.body.len())
}

#[cfg(test)]
mod tests {
    use reqwest::Method;

    use super::*;

    #[test]
    fn of_a_page_nothing_is_shown_that_may_be_an_answer() {
        let reply = Reply {
            status: 200,
            content_type: None,
            retry_after: None,
            location: None,
            body: b"<br /><b>Warning</b>: x<br />{\"access_token\":\"CANARY\"}".to_vec(),
        };
        let shown = Exchange::response(&reply, &Redactor::default());
        assert_eq!(shown, "HTTP 200\n<br /><b>Warning</b>: x<br />");
    }

    #[test]
    fn control_characters_are_written_out_and_a_value_stays_on_its_line() {
        let form = [("local_user", "a\r\nclient_id=b\u{1b}[2J\0\u{85}")];
        let request = Request::new(Method::POST, "x").form(&form);
        let shown = Exchange::request(&ApiUrl::default(), &request, false, &Redactor::default());
        assert_eq!(shown.lines().count(), 2, "{shown}");
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{shown:?}");

        let reply = Reply {
            status: 502,
            content_type: None,
            retry_after: None,
            location: None,
            body: b"<p>\x1b]0;x\x07</p>\n<p>".to_vec(),
        };
        let shown = Exchange::response(&reply, &Redactor::default());
        assert_eq!(shown, "HTTP 502\n<p>\\u{1b}]0;x\\u{7}</p>\n<p>");
    }
}
