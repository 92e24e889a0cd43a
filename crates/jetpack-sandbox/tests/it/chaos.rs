//! Random faults that are the same every time.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Chaos, FaultKind, Operation, Settings};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Bench, order};

async fn seeded(seed: u64) -> Bench {
    Bench::with(Settings {
        seed: Some(seed),
        ..Settings::default()
    })
    .await
}

/// Provisions thirty sites under chaos: what struck, what took effect, and the links.
async fn run(seed: u64) -> (Vec<(Option<FaultKind>, bool)>, Value) {
    let bench = seeded(seed).await;
    bench
        .sandbox
        .chaos(Chaos::new(seed, 0.5).on(Operation::Provision).ms(1));
    for site in 0..30 {
        let siteurl = format!("https://s{site}.test");
        let request = bench.request(Method::POST, crate::support::PROVISION);
        // Many of these fail, which is the point.
        request.form(&order(&siteurl, "premium")).send().await.ok();
    }
    bench.sandbox.clear_chaos();
    let link = bench.provision("https://last.test", "premium").await.json["next_url"].take();
    let link = link.as_str().unwrap().split_once('?').unwrap().1.to_owned();

    let records = bench.sandbox.requests_to(Operation::Provision);
    let fates = records.iter().map(|one| (one.fault, one.committed)).collect();
    (fates, json!([link, bench.token, bench.sandbox.state().sites]))
}

#[tokio::test]
async fn the_same_seed_and_requests_give_the_same_faults_ids_tokens_and_links() {
    let (fates, world) = run(7).await;
    assert_eq!((fates.clone(), world.clone()), run(7).await);
    let (other_fates, other_world) = run(8).await;
    assert_ne!(fates, other_fates);
    assert_ne!(world, other_world);

    let struck: Vec<_> = fates.iter().filter(|(fault, _)| fault.is_some()).collect();
    assert!((5..=25).contains(&struck.len()), "{}", struck.len());
    assert!(struck.iter().any(|(_, committed)| *committed));
    assert!(struck.iter().any(|(_, committed)| !committed));
}

#[tokio::test]
async fn reset_goes_back_to_the_beginning_of_the_seed() {
    let bench = seeded(7).await;
    bench.sandbox.chaos(Chaos::new(1, 0.5));
    bench.sandbox.reset();
    assert_eq!(bench.token_of(CLIENT_ID, CLIENT_SECRET).await, bench.token);
}

#[tokio::test]
async fn without_a_seed_tokens_differ_from_run_to_run() {
    assert_ne!(Bench::new().await.token, Bench::new().await.token);
}

#[tokio::test]
async fn the_control_plane_starts_shows_and_ends_chaos() {
    let bench = seeded(3).await;
    let chaos = json!({ "rate": 1.0, "kinds": ["html"], "on": "status", "commit": false });
    assert_eq!(bench.control(Method::POST, "chaos", &chaos).await.status, 200);
    let shown = bench.get("/_sandbox/chaos").await.json;
    assert_eq!((&shown["seed"], &shown["rate"]), (&json!(3), &json!(1.0)));

    assert!((502..=504).contains(&bench.status("a.test").await.status));
    assert_eq!(bench.get("/rest/v1.3/jpphp/errors").await.status, 200);
    bench.control(Method::DELETE, "chaos", &Value::Null).await;
    assert_eq!(bench.get("/_sandbox/chaos").await.json, Value::Null);
    assert_eq!(bench.status("a.test").await.status, 403);

    for nonsense in [
        json!({}),
        json!({ "rate": 1.1 }),
        json!({ "rate": 0.5, "kinds": [] }),
        json!({ "rate": 0.5, "kinds": ["explode"] }),
        json!({ "rate": 0.5, "often": true }),
    ] {
        let reply = bench.control(Method::POST, "chaos", &nonsense).await;
        assert_eq!(reply.status, 400, "{nonsense}");
    }
}

#[tokio::test]
async fn a_scripted_fault_comes_before_chaos() {
    let bench = Bench::new().await;
    bench.sandbox.chaos(Chaos::new(1, 1.0).kinds([FaultKind::Html]));
    bench.sandbox.fault(jetpack_sandbox::Fault::status(418));
    assert_eq!(bench.status("a.test").await.status, 418);
    assert_ne!(bench.status("a.test").await.status, 403);
}

#[tokio::test]
async fn whether_a_struck_call_takes_effect_is_drawn_unless_it_is_said() {
    let struck = async |chaos: Chaos| {
        let bench = Bench::new().await;
        bench
            .sandbox
            .chaos(chaos.kinds([FaultKind::Html]).on(Operation::Provision));
        for site in 0..20 {
            bench.provision(&format!("https://s{site}.test"), "premium").await;
        }
        bench.sandbox.state().sites.len()
    };
    let drawn = struck(Chaos::new(1, 1.0)).await;
    assert!((1..20).contains(&drawn), "{drawn}");
    assert_eq!(struck(Chaos::new(1, 1.0).commit(true)).await, 20);
    assert_eq!(struck(Chaos::new(1, 1.0).commit(false)).await, 0);
    assert_eq!(
        struck(Chaos::new(1, 0.0).commit(false)).await,
        20,
        "none is struck"
    );
}

#[tokio::test]
async fn a_call_that_chaos_throttles_has_no_effect_although_effects_are_asked_for() {
    let bench = Bench::new().await;
    let chaos = Chaos::new(1, 1.0).kinds([FaultKind::Status]).commit(true);
    bench.sandbox.chaos(chaos.on(Operation::Provision));
    let mut throttled = 0;
    for site in 0..30 {
        let host = format!("connected{site}.test");
        let status = bench
            .provision(&format!("https://{host}"), "premium")
            .await
            .status;
        throttled += usize::from(status == 429);
        let was_committed = bench.sandbox.state().site(&host).is_some();
        assert_eq!(was_committed, status != 429, "{host}: {status}");
    }
    assert!((1..30).contains(&throttled), "{throttled}");

    bench.sandbox.clear_chaos();
    bench
        .sandbox
        .fault(jetpack_sandbox::Fault::status(429).commit(true));
    bench.provision("https://connected.test", "premium").await;
    assert_eq!(bench.plans("connected.test"), ["premium Active"], "as scripted");
}
