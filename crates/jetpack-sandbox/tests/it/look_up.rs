//! What can be asked without a bearer: the list of errors and a site.

use serde_json::json;

use crate::support::{Bench, Reply};

async fn get(bench: &Bench, path: &str) -> Reply {
    let url = format!("{}{path}", bench.sandbox.url());
    Reply::of(bench.client.get(url).send().await.unwrap()).await
}

#[tokio::test]
async fn errors_are_listed_briefly_or_at_length() {
    let bench = Bench::new().await;
    let brief = get(&bench, "/rest/v1.3/jpphp/errors").await;
    assert_eq!(brief.status, 200);
    assert_eq!(
        brief.json["errors"]["activation_limit_reached"],
        "This key has reached its activation limit for product %s"
    );

    // The presence of the word counts, its value does not.
    for query in ["verbose", "verbose=1", "verbose=0", "pretty=1&verbose"] {
        let verbose = get(&bench, &format!("/rest/v1.3/jpphp/errors?{query}")).await;
        let error = verbose.json["errors"]["invalid_plan"]
            .as_object()
            .unwrap()
            .clone();
        let names: Vec<_> = error.keys().collect();
        assert_eq!(names, ["cause", "description", "solution"], "{query}");
    }
}

#[tokio::test]
async fn a_site_is_looked_up_by_its_name_without_a_bearer() {
    let bench = Bench::new().await;
    let unknown = get(&bench, "/rest/v1.1/sites/shop.test::demo").await;
    assert_eq!((unknown.status, unknown.text.as_str()), (404, ""));

    bench.provision("https://shop.test/demo", "premium").await;
    let found = get(&bench, "/rest/v1.1/sites/shop.test::demo").await.json;
    let blog_id = bench.sandbox.state().sites[0].blog_id;
    assert_eq!(
        (&found["ID"], &found["jetpack"]),
        (&json!(blog_id), &json!(false))
    );

    bench.sandbox.connect("shop.test::demo");
    let found = get(&bench, "/rest/v1.1/sites/shop.test::demo").await.json;
    assert_eq!(found["jetpack"], true);
}

#[tokio::test]
async fn a_site_without_a_blog_is_not_found_and_one_without_json_api_lacks_the_key() {
    let bench = Bench::new().await;
    bench.provision("https://unresolved.test", "premium").await;
    assert_eq!(get(&bench, "/rest/v1.1/sites/unresolved.test").await.status, 404);

    bench.provision("https://nojson.test", "premium").await;
    bench.sandbox.connect("nojson.test");
    let found = get(&bench, "/rest/v1.1/sites/nojson.test").await.json;
    assert!(found["ID"].is_u64());
    assert_eq!(found.get("jetpack"), None);
}

#[tokio::test]
async fn pretty_and_envelope_work_wherever_json_is_answered() {
    let bench = Bench::new().await;
    let pretty = get(&bench, "/rest/v1.3/jpphp/errors?pretty=1").await;
    assert!(pretty.text.contains("\n  \"errors\""));

    let wrapped = get(&bench, "/rest/v1.3/jpphp/errors?http_envelope=t").await.json;
    assert_eq!(wrapped["code"], 200);
    assert!(wrapped["body"]["errors"].is_object());
    assert_eq!(wrapped["headers"][0]["name"], "Content-Type");

    let refused = get(&bench, "/rest/v1.3/jpphp/provision?http_envelope=1").await;
    assert_eq!((refused.status, &refused.json["code"]), (200, &json!(405)));
}
