use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};
use url::Url;

use crate::Secret;
use crate::judge::Reply;

/// What stands where a secret was. Its length says nothing about the secret's.
pub const MASK: &str = "[hidden]";

/// Fields of requests and answers that are secret whatever they hold (partner-api.md §17 trap 26).
const SECRET_FIELDS: [&str; 10] = [
    "access_token",
    "bearer_token",
    "client_secret",
    "ftp_pass",
    "password",
    "refresh_token",
    "secret",
    "ssh_pass",
    "ssh_private_key",
    "token",
];

/// The documented codes consist of words, none of which is longer than a secret has to be.
const SHORTEST_IN_A_CODE: usize = 12;

/// Keeps known secrets out of texts that people or logs will see: by field name where there are
/// fields, and by value, in every encoding the value could have taken on its way.
#[derive(Debug, Clone, Default)]
pub struct Redactor {
    forms: Vec<Secret>,
}

impl Redactor {
    /// A redactor of these values.
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        let mut redactor = Self::default();
        for secret in secrets {
            redactor.learn(secret);
        }
        redactor
    }

    /// Adds a secret that became known later, such as a token.
    pub(crate) fn learn(&mut self, secret: &Secret) {
        for form in encodings(secret.expose()) {
            let form = Secret::new(form);
            if !form.expose().is_empty() && !self.forms.contains(&form) {
                self.forms.push(form);
            }
        }
        // The longest first, so that a form inside another leaves no rest behind.
        self.forms
            .sort_by_key(|form| std::cmp::Reverse(form.expose().len()));
    }

    /// The text without the secrets' values.
    pub fn by_value(&self, text: &str) -> String {
        self.forms
            .iter()
            .fold(text.to_owned(), |text, form| text.replace(form.expose(), MASK))
    }

    /// An error code without the secrets' values. What is decided by a code must not depend on a short
    /// password that happens to be a part of it, so of those only the whole is masked.
    pub fn code(&self, code: &str) -> String {
        let is_meant = |form: &&Secret| form.expose().len() >= SHORTEST_IN_A_CODE || form.expose() == code;
        self.forms
            .iter()
            .filter(is_meant)
            .fold(code.to_owned(), |code, form| code.replace(form.expose(), MASK))
    }

    /// The values themselves, in every encoding: what WHMCS's `logModuleCall` wants as
    /// `$replaceVars` (whmcs-contract.md §3, masking mechanics).
    pub fn forms(&self) -> &[Secret] {
        &self.forms
    }

    /// One field of a form, fit for a log.
    pub fn field(&self, name: &str, value: &str) -> String {
        if is_secret(name) {
            MASK.to_owned()
        } else {
            self.by_value(value)
        }
    }

    /// A JSON answer, fit for a log: secret fields masked, and of addresses the query, which
    /// carries the authorisation's secrets.
    pub fn json(&self, value: &Value) -> Value {
        match value {
            Value::Object(fields) => fields
                .iter()
                .map(|(name, value)| (self.by_value(name), self.named(name, value)))
                .collect(),
            Value::Array(values) => values.iter().map(|value| self.json(value)).collect(),
            Value::String(text) => self.by_value(text).into(),
            value => value.clone(),
        }
    }

    /// A value of an object's: under a secret name nothing is shown, whatever it is.
    fn named(&self, name: &str, value: &Value) -> Value {
        match value {
            Value::Null => Value::Null,
            _ if is_secret(name) => MASK.into(),
            Value::String(text) if name.ends_with("_url") => self.by_value(&without_query(text)).into(),
            value => self.json(value),
        }
    }
}

/// What an answer has under a secret name; what is short would mask parts of words.
pub(crate) fn secrets_in(reply: &Reply) -> Vec<Secret> {
    let answer: Map<String, Value> = serde_json::from_slice(&reply.body).unwrap_or_default();
    let secrets = answer.iter().filter(|(name, _)| is_secret(name));
    let long = secrets
        .filter_map(|(_, value)| value.as_str())
        .filter(|text| text.len() >= SHORTEST_IN_A_CODE);
    long.map(|text| Secret::new(text.to_owned())).collect()
}

/// Whether a field's name says that it is secret, also as a part of an array's: `access[ssh_pass]`, `token[]`.
fn is_secret(name: &str) -> bool {
    name.split(['[', ']', '.']).any(|part| {
        SECRET_FIELDS
            .iter()
            .any(|secret| part.eq_ignore_ascii_case(secret))
    })
}

fn without_query(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else {
        return if address.is_empty() {
            String::new()
        } else {
            MASK.to_owned()
        };
    };
    if url.query().is_some() || url.fragment().is_some() {
        url.set_fragment(None);
        url.set_query(None);
        return format!("{url}?{MASK}");
    }
    url.into()
}

/// What PHP's `rawurlencode` and RFC 3986 leave as it is.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

fn encodings(value: &str) -> Vec<String> {
    let percent = utf8_percent_encode(value, UNRESERVED).to_string();
    let json = Value::from(value).to_string();
    let json = json[1..json.len() - 1].to_owned();
    let ascii = json.chars().map(ascii_escape).collect::<String>();
    vec![
        percent.replace("%20", "+"),
        percent,
        url::form_urlencoded::byte_serialize(value.as_bytes()).collect(),
        json.replace('/', "\\/"),
        ascii.replace('/', "\\/"),
        ascii,
        json,
        entities(value, "&quot;", "&#039;"),
        entities(value, "&#34;", "&#39;"),
        STANDARD.encode(value),
        value.to_owned(),
    ]
}

/// PHP's `json_encode` writes what is not ASCII as `\uXXXX`.
fn ascii_escape(c: char) -> String {
    if c.is_ascii() {
        return c.to_string();
    }
    let mut units = [0; 2];
    c.encode_utf16(&mut units)
        .iter()
        .map(|unit| format!("\\u{unit:04x}"))
        .collect()
}

fn entities(value: &str, quote: &str, apostrophe: &str) -> String {
    value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', quote)
        .replace('\'', apostrophe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const HOSTILE: &str = r##"a&b+c%d"e' f/g\h<i é""##;

    fn redactor() -> Redactor {
        Redactor::new([&Secret::new(HOSTILE.to_owned())])
    }

    #[test]
    fn a_secret_is_found_in_every_encoding() {
        for form in encodings(HOSTILE) {
            assert_eq!(
                redactor().by_value(&format!("x {form} y")),
                format!("x {MASK} y"),
                "{form}"
            );
        }
    }

    #[test]
    fn a_short_password_changes_no_code_unless_it_is_all_of_it() {
        let redactor = Redactor::new([&Secret::new("plan".to_owned())]);
        assert_eq!(
            redactor.code("plan_downgrade_disallowed"),
            "plan_downgrade_disallowed"
        );
        assert_eq!(redactor.code("plan"), MASK);
        let long = Redactor::new([&Secret::new("a-long-password".to_owned())]);
        assert_eq!(long.code("x_a-long-password"), format!("x_{MASK}"));
    }

    #[test]
    fn an_empty_secret_masks_nothing() {
        assert_eq!(
            Redactor::new([&Secret::new(String::new())]).by_value("text"),
            "text"
        );
    }

    #[test]
    fn what_an_answer_has_under_a_secret_name_is_known_unless_it_is_a_part_of_words() {
        let reply = |body: &str| Reply {
            status: 200,
            content_type: None,
            retry_after: None,
            location: None,
            body: body.into(),
        };
        let told = r#"{"client_secret": "CANARY-CANARY", "token": "short", "message": "x", "secret": 1}"#;
        assert_eq!(secrets_in(&reply(told)), [Secret::new("CANARY-CANARY".into())]);
        assert_eq!(secrets_in(&reply("<p>")), []);
    }

    #[test]
    fn secret_fields_are_masked_whatever_they_hold() {
        let answer = json!({"access_token": "unknown", "nested": [{"ssh_pass": "x"}], "plan": "free"});
        assert_eq!(
            redactor().json(&answer),
            json!({"access_token": MASK, "nested": [{"ssh_pass": MASK}], "plan": "free"})
        );
    }

    #[test]
    fn arrays_and_other_values_under_a_secret_name_and_keys_that_hold_one_are_masked() {
        let answer = json!({
            "secret": ["a", "b"], "Token": {"of": "x"}, "password": 12345, "token": null,
            (HOSTILE): 1, "list": [{"client_secret": true}],
        });
        let expected = json!({
            "secret": MASK, "Token": MASK, "password": MASK, "token": null,
            (MASK): 1, "list": [{"client_secret": MASK}],
        });
        assert_eq!(redactor().json(&answer), expected);
        for name in ["ssh_pass", "access[ssh_pass]", "token[]", "CLIENT_SECRET"] {
            assert_eq!(redactor().field(name, "x"), MASK, "{name}");
        }
        assert_eq!(redactor().field("partner_secretary", "x"), "x");
    }

    #[test]
    fn addresses_lose_their_query() {
        let answer =
            json!({"next_url": "https://jetpack.wordpress.com/jetpack.authorize/1/?secret=1#x", "a_url": ""});
        assert_eq!(
            redactor().json(&answer),
            json!({"next_url": "https://jetpack.wordpress.com/jetpack.authorize/1/?[hidden]", "a_url": ""})
        );
    }
}
