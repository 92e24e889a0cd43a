//! Long runs: what is kept, what is shown.

use std::collections::BTreeMap;

use jetpack_sandbox::{Fault, Operation, Settings};

use crate::support::Bench;

#[tokio::test]
async fn only_the_last_requests_are_kept_and_all_are_counted() {
    let bench = Bench::with(Settings {
        record: 3,
        ..Settings::default()
    })
    .await;
    for site in ["a.test", "b.test", "c.test", "d.test"] {
        bench.status(site).await;
    }
    bench.get("/rest/v9/nothing").await;

    let numbers: Vec<u64> = bench.sandbox.requests().iter().map(|one| one.n).collect();
    assert_eq!(numbers, [4, 5, 6]);
    let totals = bench.sandbox.request_totals();
    assert_eq!((totals.total, totals.kept, totals.faults), (6, 3, 0));
    assert_eq!(totals.by_operation[&Some(Operation::Status)], 4);
    assert_eq!(bench.sandbox.state().requests, totals);

    let state = bench.get("/_sandbox/state").await.json;
    let counts: BTreeMap<String, u64> =
        serde_json::from_value(state["requests"]["by_operation"].clone()).unwrap();
    let expected = [("status", 4), ("token", 1), ("unknown", 1)];
    assert_eq!(
        counts,
        BTreeMap::from(expected.map(|(name, count)| (name.to_owned(), count)))
    );
}

#[tokio::test]
async fn a_sandbox_may_keep_no_request_at_all() {
    let bench = Bench::with(Settings {
        record: 0,
        ..Settings::default()
    })
    .await;
    assert_eq!(bench.sandbox.requests(), []);
    assert_eq!(bench.sandbox.request_totals().total, 1);
}

#[tokio::test]
async fn requests_can_be_asked_for_from_a_number_on_and_by_operation() {
    let bench = Bench::new().await;
    bench.status("a.test").await;
    bench.provision("https://a.test", "premium").await;
    let numbers = async |query: &str| {
        let listed = bench.get(&format!("/_sandbox/requests?{query}")).await.json;
        let listed = listed.as_array().unwrap().clone();
        listed
            .iter()
            .map(|one| one["n"].as_u64().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers("after=1").await, [2, 3]);
    assert_eq!(numbers("operation=provision").await, [3]);
}

#[tokio::test]
async fn a_state_of_many_sites_comes_in_pages_newest_first() {
    let bench = Bench::new().await;
    for site in 0..205 {
        bench.provision(&format!("https://s{site}.test"), "premium").await;
    }
    let first = bench.get("/_sandbox/state").await.json;
    assert_eq!(first["sites"].as_array().map(Vec::len), Some(200));
    assert_eq!(first["sites"][0]["site"], "s204.test");
    assert_eq!((&first["sites_total"], &first["pages"]), (&205.into(), &2.into()));

    let second = bench.get("/_sandbox/state?page=2").await.json;
    assert_eq!(second["sites"].as_array().map(Vec::len), Some(5));
    assert_eq!(second["sites"][4]["site"], "s0.test");
    let one = bench.get("/_sandbox/state?site=s7.test").await.json;
    assert_eq!(one["sites"].as_array().map(Vec::len), Some(1));
    let all = bench.get("/_sandbox/state?page=all").await.json;
    assert_eq!(all["sites"].as_array().map(Vec::len), Some(205));
    assert_eq!(bench.sandbox.state().sites.len(), 205);
    for nonsense in ["page=0", "page=x", "colour=red"] {
        let reply = bench.get(&format!("/_sandbox/state?{nonsense}")).await;
        assert_eq!(reply.status, 400, "{nonsense}");
    }

    let home = bench.get("/").await.text;
    assert!(home.contains("s204.test") && !home.contains("https://s4.test"));
    assert!(home.contains("Page 1 of 2") && home.contains("/?page=2"));
    let older = bench.get("/?page=2").await.text;
    assert!(older.contains("https://s4.test") && older.contains("/?page=1"));
}

#[tokio::test]
async fn a_fault_without_effect_leaves_limits_blogs_and_order_alone() {
    let bench = Bench::new().await;
    bench.provision("https://one.test", "premium").await;
    let before = bench.sandbox.state();
    bench.sandbox.fault(Fault::status(500));
    bench.provision("https://two.test", "premium").await;
    let after = bench.sandbox.state();
    assert_eq!((&after.sites, &after.keys), (&before.sites, &before.keys));

    bench.provision("https://three.test", "premium").await;
    let three = bench.sandbox.state();
    assert_eq!(three.site("three.test").unwrap().blog_id, Some(7_000_002));
    assert_eq!(bench.status("7000002").await.status, 200);
}
