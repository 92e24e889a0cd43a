use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Fault, Operation};
use serde_json::{Value, json};

use crate::given::Given;

/// What `claim` allows for services on these sites.
async fn calls(given: &mut Given, sites: &[String]) -> Vec<Value> {
    let mut calls = Vec::new();
    for site in sites {
        given.field("Site URL", site);
        let asked = json!({"action": "create", "params": given.params, "settings": {}});
        let order = given.put("order", asked).await;
        let claimed = json!({"order": order["order"], "found": given.found()});
        let claimed = given.put("claim", claimed).await;
        let key = json!({"from": "order", "partner_id": CLIENT_ID, "secret": CLIENT_SECRET});
        calls.push(json!({"intent": claimed["intent"], "keys": [key]}));
    }
    calls
}

#[tokio::test]
async fn many_are_acted_on_at_once_and_answered_in_their_order() {
    let mut given = Given::ordered("https://connected.example.test").await;
    let sites: Vec<String> = (0..40)
        .map(|number| format!("https://n{number}.example.test"))
        .collect();
    let calls = calls(&mut given, &sites).await;

    let answer = given.put("act_many", json!({"calls": calls})).await;

    let answers = answer["answers"].as_array().unwrap();
    assert_eq!(answers.len(), sites.len());
    for (answer, site) in answers.iter().zip(&sites) {
        assert_eq!(
            (&answer["report"]["result"], &answer["row"]["site"]),
            (&json!("success"), &json!(site))
        );
    }
    assert_eq!(given.provisions(), sites.len());
    assert_eq!(given.sandbox.requests_to(Operation::Token).len(), 1);
}

#[tokio::test]
async fn one_that_is_refused_does_not_keep_the_others() {
    let mut given = Given::ordered("https://connected.example.test").await;
    let sites = [
        "https://nojetpack.example.test".to_owned(),
        "https://n1.example.test".to_owned(),
    ];
    let mut calls = calls(&mut given, &sites).await;
    calls.push(json!({"intent": calls[0]["intent"], "keys": []}));

    let answer = given.put("act_many", json!({"calls": calls})).await;

    let result = |number: usize| {
        answer["answers"][number]["report"]["result"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(result(0).contains("Jetpack plugin"));
    assert_eq!(result(1), "success");
    assert!(
        result(2).contains("no partner id") || result(2).contains("secret is not known"),
        "{}",
        result(2)
    );
}

#[tokio::test]
async fn all_of_them_end_by_the_one_deadline() {
    let mut given = Given::ordered("https://connected.example.test").await;
    let sites: Vec<String> = (0..40)
        .map(|number| format!("https://n{number}.example.test"))
        .collect();
    let calls = calls(&mut given, &sites).await;
    given
        .sandbox
        .fault(Fault::stall(60_000).on(Operation::Provision).forever());
    let begun = std::time::Instant::now();

    let answer = given.put("act_many", json!({"calls": calls})).await;

    assert!(
        begun.elapsed() < std::time::Duration::from_secs(4),
        "the deadline is the promise"
    );
    assert_eq!(answer["answers"].as_array().unwrap().len(), sites.len());
}
