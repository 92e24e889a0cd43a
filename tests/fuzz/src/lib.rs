//! What must hold for any bytes. `cargo fuzz run --fuzz-dir tests/fuzz --features libfuzzer
//! judge SCRATCH_FOLDER tests/fuzz/corpus/judge` looks for bytes that break it; `cargo test` goes through those that were stored.

use std::collections::BTreeMap;
use std::iter;

use jetpack_partner::testing::{judge_answer, logged_answer};
use jetpack_partner::{Redactor, Secret, SiteUrl};
use jetpack_whmcs::{Order, Params, Row, mistake_sentence};

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

/// `$params`, the addon's settings and a ledger's row: lines of `key=value`.
pub fn params(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let given = Given(text.lines().filter_map(|line| line.split_once('=')).collect());
    match Order::read(&given, &given) {
        Ok(order) => {
            let said = order.mistake().map(mistake_sentence);
            assert!(said.is_none_or(|sentence| sentence.starts_with(jetpack_whmcs::PREFIX)));
            let secret = order.credentials.client_secret.expose();
            // Found once in the input, it can be in the output only as the secret.
            let telling = secret.len() >= 8 && text.matches(secret).count() == 1;
            assert!(!telling || !format!("{order:?}").contains(secret));
        }
        Err(mistake) => assert!(mistake_sentence(&mistake).starts_with(jetpack_whmcs::PREFIX)),
    }
    // A row of another version is an error and nothing worse.
    let _ = Row::read(&given);
}

struct Given<'a>(BTreeMap<&'a str, &'a str>);

impl Params for Given<'_> {
    fn text(&self, key: &str) -> Option<String> {
        self.0.get(key).map(|text| (*text).to_owned())
    }

    fn texts(&self, _key: &str) -> Vec<(String, String)> {
        let own = |(key, value): (&&str, &&str)| ((*key).to_owned(), (*value).to_owned());
        self.0.iter().map(own).collect()
    }
}
