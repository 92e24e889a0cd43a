//! `bulk change`.

use jetpack_sandbox::{Fault, Operation, PlanState, Sandbox};

use crate::support::{file, results, run, script};

fn provision(sandbox: &Sandbox, site: &str, plan: &str) {
    let flags = [
        "--user=1".to_owned(),
        format!("--plan={plan}"),
        format!("--url=https://{site}"),
    ];
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    assert_eq!(script(sandbox, "provision", &flags).code, Some(0));
}

fn live(sandbox: &Sandbox, site: &str) -> Vec<String> {
    let state = sandbox.state();
    let products = &state.site(site).unwrap().products;
    let live = |state: PlanState| matches!(state, PlanState::Active | PlanState::Pending);
    let live = products.iter().filter(|product| live(product.state));
    live.map(|product| product.slug.clone()).collect()
}

#[test]
fn plans_go_up_in_place_down_by_cancelling_and_across() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "connected1.example.test", "personal");
    provision(&sandbox, "connected2.example.test", "professional");
    provision(&sandbox, "connected3.example.test", "premium");
    provision(&sandbox, "connected4.example.test", "premium");
    provision(&sandbox, "connected4.example.test", "jetpack-scan");
    let (_folder, path) = file(
        "c.csv",
        "siteurl,local_user,plan,from\n\
         https://connected1.example.test,u,premium,\n\
         https://connected2.example.test,u,personal,\n\
         https://connected3.example.test,u,jetpack-scan,\n\
         https://connected4.example.test,u,jetpack-backup-daily,\n\
         https://connected5.example.test,u,premium,\n",
    );
    let ran = run(&sandbox, &["bulk", "change", path.to_str().unwrap(), "--json"]);

    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(ran.json()["errors"]["ambiguous"], 1);
    assert_eq!(live(&sandbox, "connected1.example.test"), ["premium"]);
    assert_eq!(live(&sandbox, "connected2.example.test"), ["personal"]);
    assert_eq!(live(&sandbox, "connected3.example.test"), ["jetpack-scan"]);
    assert_eq!(
        live(&sandbox, "connected4.example.test"),
        ["premium", "jetpack-scan"]
    );
    assert_eq!(live(&sandbox, "connected5.example.test"), ["premium"]);
    let cancelled: Vec<String> = sandbox
        .requests_to(Operation::Cancel)
        .into_iter()
        .map(|request| request.path)
        .collect();
    assert_eq!(cancelled.len(), 2, "{cancelled:?}");
}

#[test]
fn the_column_from_settles_what_is_replaced() {
    let sandbox = Sandbox::start_blocking();
    let site = "connected.example.test";
    provision(&sandbox, site, "premium");
    provision(&sandbox, site, "jetpack-scan");
    let (_folder, path) = file(
        "c.jsonl",
        r#"{"siteurl":"https://connected.example.test","local_user":"u","plan":"jetpack-backup-daily","from":"jetpack-scan"}"#,
    );
    let ran = run(&sandbox, &["bulk", "change", path.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(live(&sandbox, site), ["premium", "jetpack-backup-daily"]);
    let rows = results(&crate::support::beside(&path, ".results"));
    assert_eq!(rows[0][4], "active");
}

#[test]
fn a_refusal_after_the_old_plan_is_gone_says_so() {
    let sandbox = Sandbox::start_blocking();
    let site = "connected.example.test";
    provision(&sandbox, site, "premium");
    sandbox.fault(
        Fault::body(400, r#"{"error":"activation_limit_reached","message":"limit"}"#)
            .on(Operation::Provision),
    );
    let (_folder, path) = file(
        "c.csv",
        "siteurl,local_user,plan\nhttps://connected.example.test,u,jetpack-scan\n",
    );
    let path = path.to_str().unwrap();
    assert_eq!(run(&sandbox, &["bulk", "change", path]).code, Some(1));
    let rows = results(&crate::support::beside(path.as_ref(), ".results"));
    assert!(
        rows[0][6].starts_with("premium is cancelled, but then: "),
        "{rows:?}"
    );
    assert_eq!(
        run(&sandbox, &["bulk", "change", path, "--retry-failed"]).code,
        Some(0)
    );
    assert_eq!(live(&sandbox, site), ["jetpack-scan"]);
}
