//! What must hold for any bytes. `cargo fuzz run --fuzz-dir tests/fuzz --features libfuzzer
//! judge SCRATCH_FOLDER tests/fuzz/corpus/judge` looks for bytes that break it; `cargo test` goes through those that were stored.

use std::iter;

use jetpack_partner::testing::{judge_answer, logged_answer};
use jetpack_partner::{Redactor, Secret, SiteUrl};
use jetpack_whmcs::{Action, Ini, PREFIX, Question, Settings};
use serde_json::{Map, Value, json};

const SECRET: &str = "canary-&+%\"' <secret>";

/// An answer of the API: two bytes of status, then the body.
pub fn judge(data: &[u8]) {
    let (status, body) = data.split_at(data.len().min(2));
    let status =
        100 + u16::from_le_bytes([*status.first().unwrap_or(&0), *status.get(1).unwrap_or(&0)]) % 500;
    let redactor = Redactor::new([&Secret::new(SECRET.to_owned())]);
    let judged = judge_answer(status, Some("application/json"), body, &redactor);
    let seen = format!("{judged:?} {}", logged_answer(status, body, &redactor));
    if judged.is_err() {
        assert!(!seen.contains(SECRET), "{seen}");
    }
    assert!(!logged_answer(status, body, &redactor).contains(SECRET));
}

/// A site's address.
pub fn site(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Ok(site) = text.parse::<SiteUrl>() else {
        return;
    };
    let identifier = site.identifier().to_string();
    assert!(
        !identifier.contains(['/', '?', '#', '&', '@', ' ']),
        "{identifier}"
    );
    assert_eq!(site.to_string().parse().as_ref(), Ok(&site), "{text}");
    // With its whole path escaped it is the same site.
    assert_eq!(escaped(&site.to_string()).parse().as_ref(), Ok(&site), "{text}");
}

/// An address with every byte of its path as an escape, and the escapes in the other case.
fn escaped(site: &str) -> String {
    let path = site.match_indices('/').nth(2).map_or(site.len(), |(at, _)| at);
    let (mut escaped, mut rest) = (site[..path].to_owned(), site[path..].bytes());
    while let Some(byte) = rest.next() {
        match byte {
            b'/' => escaped.push('/'),
            b'%' => {
                let digits = rest
                    .by_ref()
                    .take(2)
                    .map(|digit| char::from(digit.to_ascii_lowercase()));
                escaped.extend(iter::once('%').chain(digits));
            }
            byte => escaped.push_str(&format!("%{byte:02x}")),
        }
    }
    escaped
}

/// `$params`, the addon's settings, an order and a ledger's row: lines of `key=value`, put as every question that talks to
/// nobody.
pub fn params(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let lines: Map<String, Value> = text
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.to_owned(), Value::from(value)))
        .collect();
    let mut params = lines.clone();
    params.insert("customfields".into(), lines.clone().into());
    for action in Action::ALL {
        let order = answer(
            "order",
            json!({"action": action, "params": params, "settings": lines}),
        );
        let refusal = order["refusal"].as_str();
        assert!(
            refusal.is_none_or(|sentence| sentence.starts_with(PREFIX)),
            "{order}"
        );
        for key in ["configoption2", "partner_secret"] {
            let secret = lines.get(key).and_then(Value::as_str).unwrap_or_default();
            // Found once in the input, it must not be in the answer.
            let telling = secret.len() >= 8 && text.matches(secret).count() == 1;
            assert!(!telling || !order.to_string().contains(secret), "{order}");
        }
        // A row of another version is a sentence and nothing worse.
        let found = json!({"now": 1, "clock": 1, "row": lines, "others": [lines], "holder_is_gone": true, "token": "t", "holder": "h"});
        let claimed = answer("claim", json!({"order": order["order"], "found": found}));
        assert!(
            claimed["refusal"].is_string() || claimed["report"].is_object() || claimed["intent"].is_object()
        );
    }
}

fn answer(question: &str, given: Value) -> Value {
    let settings = Settings::read(&Ini::default());
    match Question::put(question, given, settings) {
        Question::Answered(answer) => answer,
        Question::Talk(_) => Value::Null,
    }
}
