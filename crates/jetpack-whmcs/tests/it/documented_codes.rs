//! Each code that the Partner API documents is told to staff in a sentence of its own. The lists are the document's, with the
//! section; the codes of the site's own plugin are those that §4.5 speaks of, as its source spells them.

use std::collections::BTreeMap;

use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::Action;
use serde_json::json;

use crate::given::Given;

const SITE: &str = "https://connected.example.test";

/// Status, code and message.
type Answer<'a> = (u16, &'a str, &'a str);

// What several lists have.
const NOT_ALLOWED: Answer = (405, "not_allowed", "Method not allowed");
const INVALID_PLAN: Answer = (400, "invalid_plan", "%s is not a valid plan");
const INVALID_TOKEN: Answer = (400, "invalid_token", "The OAuth2 token is invalid.");
const INVALID_SCOPE: Answer = (
    403,
    "invalid_scope",
    "This token is not authorized to provision partner sites",
);
const KEY_DISABLED: Answer = (400, "partner_key_disabled", "This key is disabled.");
const FAULT_AT_THE_SITE: Answer = (400, "-10520", "Jetpack: [code] text");

/// partner-api.md §2.4.
const TOKEN: [Answer; 2] = [
    (400, "invalid_client", "Unknown client_id"),
    (400, "invalid_request", "The client_id is missing."),
];

/// partner-api.md §2.4: these are said to a call that has a token.
const KEY: [Answer; 5] = [
    INVALID_TOKEN,
    (
        403,
        "authorization_required",
        "An active access token must be used.",
    ),
    (403, "unauthorized", "You may not."),
    INVALID_SCOPE,
    KEY_DISABLED,
];

/// partner-api.md §3 and §4.5.
const PROVISION: [Answer; 33] = [
    NOT_ALLOWED,
    (
        400,
        "invalid_siteurl",
        "The required \"siteurl\" argument is missing.",
    ),
    (
        400,
        "invalid_local_user",
        "The required \"local_user\" argument is missing.",
    ),
    (
        400,
        "invalid_local_username",
        "The required \"local_username\" argument is missing.",
    ),
    (
        400,
        "plan_downgrade_disallowed",
        "Can not automatically downgrade plans. Contact support.",
    ),
    INVALID_PLAN,
    (
        400,
        "method_not_found",
        "remoteRegister method not found on remote site.",
    ),
    (
        400,
        "method_not_found",
        "remoteProvision method not found on remote site. Try calling again with --force_register=true.",
    ),
    (
        400,
        "activation_limit_reached",
        "This key has reached its activation limit for product %s",
    ),
    (
        400,
        "could_not_load_product_class",
        "Could not load a product class",
    ),
    (400, "error_access_token", "Failed to create access token"),
    (
        400,
        "failed_registration_unknown_blog",
        "Remote site returned an invalid site ID",
    ),
    (400, "site_inaccessible", "We couldn't contact your site"),
    (400, "x", "You already have this plan from this partner."),
    FAULT_AT_THE_SITE,
    (400, "local_user_missing", "Of the plugin's."),
    (404, "user_unknown", "Of the plugin's."),
    (400, "invalid_user", "Of the plugin's."),
    (400, "input_error", "Of the plugin's."),
    (400, "nonce_missing", "Of the plugin's."),
    (400, "invalid_nonce", "Of the plugin's."),
    (400, "registration_error", "Of the plugin's."),
    (400, "already_registered", "Of the plugin's."),
    (400, "already_connected", "Of the plugin's."),
    (400, "token_fetch_failed", "Of the plugin's."),
    (400, "missing_parameter", "Of the plugin's."),
    (400, "verify_secrets_missing", "Of the plugin's."),
    (
        400,
        "site_in_safe_mode",
        "Can not provision a plan while in safe mode.",
    ),
    // A status of the server's own: whether it happened is open, and why is told as well.
    (500, "error_access_token", "Failed to create access token"),
    INVALID_TOKEN,
    INVALID_SCOPE,
    KEY_DISABLED,
    (429, "too_many_requests", "Too many requests per time interval"),
];

/// partner-api.md §5.3.
const CANCEL: [Answer; 9] = [
    (400, "invalid_input", "Unable to delete subscription"),
    (
        400,
        "not_jps_plan",
        "The plan for this site was not provisioned by Jetpack Start",
    ),
    INVALID_SCOPE,
    (403, "invalid_blog", "The blog ID %s is invalid"),
    (
        403,
        "incorrect_partner_key",
        "Subscriptions can only be cancelled by the oAuth client that created them",
    ),
    (404, "", ""),
    INVALID_PLAN,
    NOT_ALLOWED,
    FAULT_AT_THE_SITE,
];

const UNKNOWN: Answer = (400, "never_heard_of", "Something of the API's own.");

fn fault(operation: Operation, (status, code, message): Answer<'_>) -> Fault {
    let fault = match code {
        "" => Fault::empty(status),
        code => Fault::body(status, json!({"error": code, "message": message}).to_string()),
    };
    fault.on(operation).forever()
}

async fn told_of_create(operation: Operation, answer: Answer<'_>) -> String {
    let given = Given::ordered(SITE).await;
    given.sandbox.fault(fault(operation, answer));
    told(given, Action::Create, answer).await
}

async fn told_of_terminate(answer: Answer<'_>) -> String {
    let mut given = Given::ordered(SITE).await;
    given.create().await;
    given.sandbox.fault(fault(Operation::Cancel, answer));
    told(given, Action::Terminate, answer).await
}

async fn told(mut given: Given, action: Action, (_, code, message): Answer<'_>) -> String {
    let sentence = given.press(action).await.result;
    assert!(
        code.len() < 2 || !sentence.contains(code),
        "{code} is in: {sentence}"
    );
    assert!(given.log.contains(code), "{code} is not in the module log");
    // What it says in our words names no parameters, placeholders or braces.
    let is_ours = code != UNKNOWN.1 && message.len() > 1;
    assert!(
        !(is_ours && sentence.contains(message)),
        "{code} is told in the API's words: {sentence}"
    );
    for never in ["{", "%s", "..", ".:", "  "] {
        assert!(!sentence.contains(never), "{code}: {never} in: {sentence}");
    }
    sentence
}

/// What is told of each, under its name.
async fn told_of_each(
    answers: &[Answer<'static>],
    told: impl AsyncFn(Answer<'static>) -> String,
) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for answer in answers {
        all.push((format!("{answer:?}"), told(*answer).await));
    }
    all
}

/// That each has its own, and says what to do in it.
fn all_differ(told: Vec<(String, String)>) {
    let mut known = BTreeMap::new();
    for (code, sentence) in told {
        let does = [
            "press",
            "Press",
            "try again",
            "Try again",
            "Ask",
            "ask ",
            "Enter",
            "Correct",
        ];
        assert!(
            does.iter().any(|word| sentence.contains(word)),
            "{code}: {sentence}"
        );
        if let Some(other) = known.insert(sentence.clone(), code.clone()) {
            panic!("{code} and {other} are told alike: {sentence}");
        }
    }
}

#[tokio::test]
async fn each_code_that_a_provision_may_answer_has_its_own_sentence() {
    let provision = async |answer| told_of_create(Operation::Provision, answer).await;
    let token = async |answer| told_of_create(Operation::Token, answer).await;
    let fallback = told_of_each(&[UNKNOWN], provision).await;
    assert!(
        fallback[0]
            .1
            .contains("Something of the API's own. Correct what it names"),
        "{fallback:?}"
    );
    let all = [
        fallback,
        told_of_each(&PROVISION, provision).await,
        told_of_each(&TOKEN, token).await,
    ];
    all_differ(all.concat());
}

#[tokio::test]
async fn each_code_that_a_cancellation_may_answer_has_its_own_sentence() {
    let fallback = told_of_each(&[UNKNOWN], told_of_terminate).await;
    let known = told_of_each(&CANCEL, told_of_terminate).await;
    all_differ([fallback, known].concat());
}

#[tokio::test]
async fn each_code_about_the_key_has_its_own_sentence_whatever_was_asked() {
    let fallback = told_of_create(Operation::Token, UNKNOWN).await;
    let mut all = vec![("fallback".to_owned(), fallback)];
    for answer in KEY {
        let created = told_of_create(Operation::Provision, answer).await;
        let cause = created.split_once(": ").unwrap().1;
        let cause = cause.split_once(".test: ").unwrap().1;
        assert!(told_of_terminate(answer).await.contains(cause), "{created}");
        all.push((format!("{answer:?}"), created));
    }
    all_differ(all);
}

#[tokio::test]
async fn one_code_may_mean_different_things() {
    let created = told_of_create(Operation::Provision, INVALID_PLAN).await;
    let ended = told_of_terminate(INVALID_PLAN).await;

    assert!(created.contains("Correct the option Plan"), "{created}");
    assert!(
        !ended.contains("Correct the option Plan") && ended.contains("Look now"),
        "{ended}"
    );
}

#[tokio::test]
async fn a_change_names_its_own_button_and_knows_what_a_cancellation_may_answer() {
    for (operation, answer, words) in [
        (
            Operation::Provision,
            (400, "invalid_local_user", "m"),
            "Local User",
        ),
        (
            Operation::Cancel,
            (400, "invalid_input", "m"),
            "partner manager to end the subscription",
        ),
    ] {
        let mut given = Given::ordered(SITE).await;
        given.option(3, "premium");
        given.create().await;
        given.option(3, "personal");
        given.sandbox.fault(fault(operation, answer));
        let sentence = told(given, Action::Change, answer).await;
        assert!(sentence.contains(words), "{sentence}");
        assert!(
            sentence.to_lowercase().contains("press change package again"),
            "{sentence}"
        );
    }
}

#[tokio::test]
async fn what_the_api_says_of_an_unknown_code_is_shown_as_one_short_harmless_line() {
    let long = "very ".repeat(2_000);
    for (message, expected) in [
        ("<script>alert(1)</script>Bad & <b>wors", "alert(1)Bad"),
        ("one\r\ntwo\u{0}three\u{1b}[31m", "one two three [31m"),
        ("\u{202e}gnitirw\u{2066} back\u{200b}wards", "gnitirw back wards"),
        (long.as_str(), "very very"),
        ("{\"a\": \"b\"}", "a : b"),
    ] {
        for sentence in [
            told_of_create(Operation::Provision, (400, "never_heard_of", message)).await,
            told_of_terminate((400, "never_heard_of", message)).await,
            told_of_create(Operation::Token, (400, "never_heard_of", message)).await,
        ] {
            assert!(sentence.contains(expected), "{sentence}");
            assert!(sentence.chars().count() < 550, "{sentence}");
            let hostile = |c: char| c.is_control() || "<\"&\u{202e}\u{2066}\u{200b}".contains(c);
            assert!(!sentence.chars().any(hostile), "{sentence:?}");
        }
    }
}
