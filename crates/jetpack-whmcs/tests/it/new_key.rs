//! A partner key below the addon's: made once, its secret told once and in no log.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Fault, Operation, Sandbox};
use jetpack_whmcs::{Clients, Ini, Question, Settings};
use serde_json::{Value, json};

async fn ask(sandbox: &Sandbox, partner_id: &str) -> Value {
    let settings = Settings::read(&Ini {
        api_url: sandbox.url().to_owned(),
        ..Ini::default()
    });
    let given = json!({
        "partner_id": partner_id, "partner_secret": CLIENT_SECRET,
        "name": "Zoë & <sons> 100%", "notes": "by hand", "personal": "2", "premium": "", "professional": null,
    });
    match Question::put("new_key", given, settings) {
        Question::Answered(answer) => answer,
        Question::Talk(talk) => talk.run(&Clients::default()).await,
    }
}

fn asked(sandbox: &Sandbox) -> usize {
    sandbox.requests_to(Operation::Keys).len()
}

#[tokio::test]
async fn a_key_is_made_with_its_limits_and_its_secret_is_in_no_log() {
    let sandbox = Sandbox::start().await;
    let answer = ask(&sandbox, CLIENT_ID).await;

    let secret = answer["key"][1].as_str().unwrap();
    assert_eq!(answer["key"].as_array().unwrap().len(), 3);
    assert_eq!(answer["may_exist"], json!(false));
    let sent = &sandbox.requests_to(Operation::Keys)[0];
    assert_eq!(sent.field("allowed_personal_plans"), Some("2"));
    assert_eq!(sent.field("allowed_premium_plans"), Some("0"));
    assert_eq!(sent.field("name"), Some("Zoë & <sons> 100%"));
    assert_eq!(sent.field("notes"), Some("by hand"));
    let log = &answer["log"];
    let masked: Vec<&str> = log["secrets"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert!(masked.contains(&secret));
    assert!(!format!("{}{}", log["request"], log["response"]).contains(secret));
}

#[tokio::test]
async fn a_lost_answer_is_not_asked_for_again_and_a_key_may_exist() {
    for fault in [
        Fault::status(503),
        Fault::body(200, r#"{"client_id": "7"}"#),
        Fault::body(200, "<p>"),
    ] {
        let sandbox = Sandbox::start().await;
        sandbox.fault(fault.on(Operation::Keys));
        let answer = ask(&sandbox, CLIENT_ID).await;

        assert_eq!(
            (&answer["key"], &answer["may_exist"]),
            (&json!([]), &json!(true)),
            "{}",
            answer["sentence"]
        );
        assert_eq!(asked(&sandbox), 1);
    }
}

#[tokio::test]
async fn what_was_refused_or_not_sent_has_made_none() {
    let sandbox = Sandbox::start().await;
    sandbox.fault(Fault::body(400, r#"{"error":"x","message":"The name is taken."}"#).on(Operation::Keys));
    let refused = ask(&sandbox, CLIENT_ID).await;
    assert_eq!(refused["may_exist"], json!(false));
    assert!(
        refused["sentence"]
            .as_str()
            .unwrap()
            .contains("The name is taken")
    );

    let without_a_key = ask(&sandbox, "").await;
    assert_eq!(without_a_key["may_exist"], json!(false));
    assert_eq!(asked(&sandbox), 1);
}
