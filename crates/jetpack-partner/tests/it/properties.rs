//! What must hold for every input, not only for the ones we thought of.

use jetpack_partner::testing::{judge_answer, logged_answer};
use jetpack_partner::{Error, MASK, Redactor, Secret, SiteUrl};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

/// Texts that look like sites, and some that hardly do.
fn sites() -> impl Strategy<Value = String> {
    prop_oneof![
        r"(https?://)?([a-zA-Z0-9ü-]{1,10}\.){1,3}[a-z]{2,6}(:[0-9]{1,5})?(/[a-zA-Z0-9&%~:é._-]{0,8}){0,4}/{0,3}",
        r"\PC{0,40}",
    ]
}

/// Paths in which every character stands for itself, so that each may be written as an escape.
fn paths() -> impl Strategy<Value = String> {
    r"[a-zA-Z0-9~:&+=üé._-]{1,8}(/[a-zA-Z0-9~:&+=üé._-]{1,8}){0,3}"
}

/// How to write each character: as it is, or escaped in either case.
fn spelling() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(0_u8..3, 40)
}

fn spell(path: &str, how: &[u8]) -> String {
    let escaped = |c: char, upper: bool| -> String {
        let bytes = c.to_string().into_bytes();
        let escape = |byte: &u8| match upper {
            true => format!("%{byte:02X}"),
            false => format!("%{byte:02x}"),
        };
        bytes.iter().map(escape).collect()
    };
    let spelled = path.chars().zip(how.iter().cycle()).map(|(c, how)| match how {
        _ if c == '/' => c.to_string(),
        0 => c.to_string(),
        how => escaped(c, *how == 1),
    });
    spelled.collect()
}

/// Values as people choose secrets, hostile to every encoding. Short ones are left out: masking a
/// letter would leave no text to look at.
fn secrets() -> impl Strategy<Value = String> {
    r#"[a-z&+%"' <>/\\é;=@#$]{6,24}"#.prop_map(|secret| format!("k{secret}k"))
}

/// JSON of any shape, as an API might send it.
fn json() -> impl Strategy<Value = serde_json::Value> {
    let key = prop_oneof![
        Just("success".to_owned()),
        Just("error".to_owned()),
        Just("message".to_owned()),
        Just("code".to_owned()),
        Just("headers".to_owned()),
        Just("body".to_owned()),
        Just("access_token".to_owned()),
        "[a-z_]{0,8}",
    ];
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        r"\PC{0,12}".prop_map(Into::into),
    ];
    leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::vec((key.clone(), inner), 0..6)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn a_site_that_is_taken_reads_the_same_when_it_is_read_again(text in sites()) {
        if let Ok(site) = text.parse::<SiteUrl>() {
            prop_assert_eq!(site.to_string().parse::<SiteUrl>().unwrap(), site);
        }
    }

    #[test]
    fn an_identifier_is_one_path_segment_that_names_one_site(text in sites()) {
        if let Ok(site) = text.parse::<SiteUrl>() {
            let identifier = site.identifier().to_string();
            prop_assert!(!identifier.contains(['/', '?', '#', '&', '@', ' ', '\\']), "{}", identifier);
            prop_assert!(identifier.is_ascii() && !identifier.ends_with(':') && !identifier.starts_with(':'));
            // The way back leads to the same site, so no two sites share an identifier.
            let back: SiteUrl = format!("https://{}", identifier.replace("::", "/")).parse().unwrap();
            prop_assert_eq!(back.identifier(), site.identifier());
        }
    }

    #[test]
    fn sites_that_the_api_reads_alike_are_alike(site in "[a-z]{1,8}\\.test", path in paths(), other in spelling()) {
        let spelled = spell(&path, &other);
        let (one, two) = (format!("https://{site}/{path}"), format!("https://{site}/{spelled}"));
        let (one, two) = (one.parse::<SiteUrl>(), two.parse::<SiteUrl>());
        // Where only one of them is refused, nothing can be mistaken for the other.
        if let (Ok(one), Ok(two)) = (&one, &two) {
            prop_assert_eq!(one.identifier(), two.identifier(), "{} {}", path, spelled);
            prop_assert_eq!(one, two);
        }
        prop_assert_eq!(one.is_ok(), two.is_ok(), "{} {}", path, spelled);
    }

    #[test]
    fn sites_that_the_api_reads_differently_differ(one in sites(), other in sites()) {
        if let (Ok(one), Ok(other)) = (one.parse::<SiteUrl>(), other.parse::<SiteUrl>()) {
            let read = |site: &SiteUrl| percent_decode_str(site.identifier().as_str()).collect::<Vec<u8>>();
            prop_assert_eq!(one.identifier() == other.identifier(), read(&one) == read(&other));
        }
    }

    #[test]
    fn every_answer_has_a_meaning_and_a_failure_is_never_a_success(status in 100_u16..600, body in json()) {
        let bytes = body.to_string().into_bytes();
        let judged = judge_answer(status, Some("application/json"), &bytes, &Redactor::default());
        if let Ok(value) = judged {
            let enveloped = body.get("body").is_some();
            prop_assert!((200..=299).contains(&status) || enveloped, "{status} {body}");
            prop_assert!(value.get("error").is_none_or(|error| !error.is_string() || error == ""), "{value:?}");
        }
    }

    #[test]
    fn bytes_that_are_not_json_are_never_a_success(status in 100_u16..600, body in prop::collection::vec(any::<u8>(), 0..64)) {
        let judged = judge_answer(status, None, &body, &Redactor::default());
        if serde_json::from_slice::<serde_json::Value>(&body).is_err() {
            prop_assert!(judged.is_err());
            prop_assert!(!matches!(judged, Err(Error::Defect(_))));
        }
    }

    #[test]
    fn a_secret_leaves_no_trace_in_any_log(secret in secrets(), text in r"[a-z ]{0,10}", html in any::<bool>()) {
        let redactor = Redactor::new([&Secret::new(secret.clone())]);
        let body = if html {
            format!("<html>{text}{secret}{text}</html>")
        } else {
            serde_json::json!({"message": format!("{text}{secret}{text}"), "list": [secret]}).to_string()
        };
        let logged = logged_answer(200, body.as_bytes(), &redactor);
        prop_assert!(logged.contains(MASK));
        prop_assert!(!logged.contains(&secret), "{}", logged);
        let json = serde_json::Value::from(secret.clone()).to_string();
        prop_assert!(!logged.contains(&json[1..json.len() - 1]), "{}", logged);
    }

    #[test]
    fn errors_repeat_no_secret(secret in secrets(), status in 400_u16..600) {
        let redactor = Redactor::new([&Secret::new(secret.clone())]);
        let body = serde_json::json!({"error": secret, "message": format!("about {secret}!")}).to_string();
        let judged = judge_answer(status, None, body.as_bytes(), &redactor);
        let error = judged.unwrap_err();
        prop_assert!(!format!("{error} {error:?}").contains(&secret), "{:?}", error);
        let said = error.api_error().unwrap();
        prop_assert_eq!((said.code.as_str(), said.message.as_str()), (MASK, "about [hidden]!"));
    }
}
