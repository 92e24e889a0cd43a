//! `bulk change`.

use jetpack_sandbox::{Fault, Operation, PlanState, Sandbox};

use crate::support::{await_requests, file, keyed, results, run, script};

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
fn plans_go_up_in_place_down_by_cancelling_and_stay_beside_what_they_can_stand_beside() {
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
         https://connected3.example.test,u,jetpack-scan,premium\n\
         https://connected4.example.test,u,jetpack-backup-daily,\n\
         https://connected5.example.test,u,premium,\n",
    );
    let ran = run(&sandbox, &["bulk", "change", path.to_str().unwrap(), "--json"]);

    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(live(&sandbox, "connected1.example.test"), ["premium"]);
    assert_eq!(live(&sandbox, "connected2.example.test"), ["personal"]);
    assert_eq!(live(&sandbox, "connected3.example.test"), ["jetpack-scan"]);
    assert_eq!(
        live(&sandbox, "connected4.example.test"),
        ["premium", "jetpack-scan", "jetpack-backup-daily"]
    );
    assert_eq!(live(&sandbox, "connected5.example.test"), ["premium"]);
    let cancelled: Vec<String> = sandbox
        .requests_to(Operation::Cancel)
        .into_iter()
        .map(|request| request.path)
        .collect();
    assert_eq!(cancelled.len(), 2, "{cancelled:?}");
    let rows = results(&crate::support::beside(&path, ".results"));
    let said = rows.iter().find(|row| row[1].contains("connected4")).unwrap();
    assert!(
        said[6].contains("connected4.example.test keeps premium, jetpack-scan beside"),
        "{said:?}"
    );
}

#[test]
fn a_plan_that_the_api_does_not_know_cancels_nothing() {
    let sandbox = Sandbox::start_blocking();
    let sites = ["connected1.example.test", "connected2.example.test"];
    for site in sites {
        provision(&sandbox, site, "premium");
    }
    let (_folder, path) = file(
        "c.csv",
        "siteurl,local_user,plan,from\n\
         https://connected1.example.test,u,premum,\n\
         https://connected2.example.test,u,premum,premium\n",
    );
    let ran = run(&sandbox, &["bulk", "change", path.to_str().unwrap()]);

    assert_eq!(ran.code, Some(1), "{ran:?}");
    for site in sites {
        assert_eq!(live(&sandbox, site), ["premium"]);
    }
    assert!(sandbox.requests_to(Operation::Cancel).is_empty());
    let rows = results(&crate::support::beside(&path, ".results"));
    assert_eq!(rows[0][4..6], ["refused", "invalid_plan"], "{rows:?}");
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

/// What came of it.
struct WayDown {
    sandbox: Sandbox,
    folder: tempfile::TempDir,
    row: Vec<String>,
    live: Vec<String>,
}

/// One site that is to go from premium to personal, while every provision but the first so many is
/// refused so often.
fn refused_on_the_way_down(skip: u32, times: u32) -> WayDown {
    let sandbox = Sandbox::start_blocking();
    let site = "connected.example.test";
    provision(&sandbox, site, "premium");
    sandbox.fault(
        Fault::body(400, r#"{"error":"activation_limit_reached","message":"limit"}"#)
            .on(Operation::Provision)
            .skip(skip)
            .times(times),
    );
    let (folder, path) = file(
        "c.csv",
        "siteurl,local_user,plan\nhttps://connected.example.test,u,personal\n",
    );
    let ran = run(&sandbox, &["bulk", "change", path.to_str().unwrap()]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let row = results(&crate::support::beside(&path, ".results")).remove(0);
    let live = live(&sandbox, site);
    WayDown {
        sandbox,
        folder,
        row,
        live,
    }
}

#[test]
fn a_plan_that_was_cancelled_for_one_that_is_refused_comes_back() {
    let WayDown { row, live, .. } = refused_on_the_way_down(1, 1);
    assert_eq!(live, ["premium"]);
    assert_eq!(row[4..6], ["refused", "activation_limit_reached"]);
    assert!(
        row[6].starts_with("https://connected.example.test has premium again (active): "),
        "{row:?}"
    );
}

#[test]
fn a_plan_that_was_cancelled_before_a_kill_comes_back_in_the_next_run() {
    let sandbox = Sandbox::start_blocking();
    let site = "connected.example.test";
    provision(&sandbox, site, "premium");
    sandbox.fault(Fault::stall(20_000).on(Operation::Provision).skip(1).times(1));
    let (_folder, path) = file(
        "c.csv",
        "siteurl,local_user,plan\nhttps://connected.example.test,u,personal\n",
    );
    let path = path.to_str().unwrap();
    let mut child = keyed(&sandbox).args(["bulk", "change", path]).spawn().unwrap();
    await_requests(&sandbox, Operation::Provision, 3);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(live(&sandbox, site).is_empty());

    sandbox.clear_faults();
    sandbox.fault(
        Fault::body(400, r#"{"error":"activation_limit_reached","message":"limit"}"#)
            .on(Operation::Provision)
            .times(1),
    );
    let ran = run(&sandbox, &["bulk", "change", path, "--settle=0"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.out
            .contains("look: https://connected.example.test has premium again (active): "),
        "{ran:?}"
    );
    assert_eq!(live(&sandbox, site), ["premium"]);
}

#[test]
fn a_plan_that_came_back_is_not_given_back_once_more() {
    let WayDown {
        sandbox,
        folder,
        live,
        ..
    } = refused_on_the_way_down(1, 1);
    assert_eq!(live, ["premium"]);
    // Somebody ends it on purpose; the wanted one is still refused.
    let flags = ["--url=https://connected.example.test", "--plan=premium"];
    assert_eq!(script(&sandbox, "cancel", &flags).code, Some(0));
    sandbox.fault(
        Fault::body(400, r#"{"error":"activation_limit_reached","message":"limit"}"#)
            .on(Operation::Provision)
            .times(1),
    );
    let path = folder.path().join("c.csv");
    let ran = run(
        &sandbox,
        &["bulk", "change", path.to_str().unwrap(), "--retry-failed"],
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(self::live(&sandbox, "connected.example.test").is_empty());
}

#[test]
fn where_a_damaged_journal_may_have_lost_what_was_cancelled_the_run_stops_for_a_look() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "connected.example.test", "premium");
    sandbox.fault(Fault::stall(20_000).on(Operation::Provision).skip(1).times(1));
    let (_folder, path) = file(
        "c.csv",
        "siteurl,local_user,plan\nhttps://connected.example.test,u,personal\n",
    );
    let mut child = keyed(&sandbox)
        .args(["bulk", "change", path.to_str().unwrap()])
        .spawn()
        .unwrap();
    await_requests(&sandbox, Operation::Provision, 3);
    child.kill().unwrap();
    child.wait().unwrap();
    let journal = crate::support::beside(&path, ".journal");
    let text = std::fs::read_to_string(&journal).unwrap();
    let cancels = text.lines().find(|line| line.contains("cancels")).unwrap();
    let begun = text.lines().find(|line| line.contains("begun")).unwrap();
    std::fs::write(&journal, text.replace(cancels, &format!("{{torn\n{begun}"))).unwrap();

    sandbox.clear_faults();
    sandbox.fault(
        Fault::body(400, r#"{"error":"activation_limit_reached","message":"limit"}"#)
            .on(Operation::Provision)
            .times(1),
    );
    let ran = run(
        &sandbox,
        &["bulk", "change", path.to_str().unwrap(), "--settle=0"],
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.out
            .contains("the journal is damaged, and an earlier run may have cancelled its plan"),
        "{ran:?}"
    );
}

#[test]
fn a_plan_that_is_lost_is_told_with_its_site() {
    let WayDown {
        sandbox,
        folder,
        row,
        live,
    } = refused_on_the_way_down(1, 2);
    assert!(live.is_empty());
    assert!(
        row[6].starts_with("https://connected.example.test has lost premium: "),
        "{row:?}"
    );
    let path = folder.path().join("c.csv");
    let again = run(
        &sandbox,
        &["bulk", "change", path.to_str().unwrap(), "--retry-failed"],
    );
    assert_eq!(again.code, Some(0), "{again:?}");
    assert_eq!(self::live(&sandbox, "connected.example.test"), ["personal"]);
}

#[test]
fn a_refusal_of_another_kind_cancels_nothing() {
    let WayDown {
        sandbox, row, live, ..
    } = refused_on_the_way_down(0, 1);
    assert_eq!(live, ["premium"]);
    assert_eq!(row[5], "activation_limit_reached");
    assert!(sandbox.requests_to(Operation::Cancel).is_empty());
}

#[test]
fn a_run_stops_when_a_plan_had_to_be_given_back_and_the_summary_names_the_site() {
    let sandbox = Sandbox::start_blocking();
    let names: Vec<String> = (0..10).map(|n| format!("connected{n}.example.test")).collect();
    for name in &names {
        provision(&sandbox, name, "premium");
    }
    // The first goes down and is refused after its cancellation.
    sandbox.fault(
        Fault::body(400, r#"{"error":"activation_limit_reached","message":"limit"}"#)
            .on(Operation::Provision)
            .skip(1)
            .times(1),
    );
    let lines: String = names
        .iter()
        .map(|name| format!("https://{name},u,personal\n"))
        .collect();
    let (_folder, path) = file("c.csv", &format!("siteurl,local_user,plan\n{lines}"));
    let ran = run(
        &sandbox,
        &[
            "bulk",
            "change",
            path.to_str().unwrap(),
            "--json",
            "--concurrency=1",
        ],
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let json = ran.json();
    assert!(json["not_begun"] == 9, "{json}");
    assert!(
        json["stopped"]
            .as_str()
            .unwrap()
            .contains("connected0.example.test has premium again"),
        "{json}"
    );
    assert!(
        json["look"][0]
            .as_str()
            .unwrap()
            .contains("connected0.example.test has premium again"),
        "{json}"
    );
    for name in &names {
        assert_eq!(live(&sandbox, name), ["premium"]);
    }
}

#[test]
fn what_is_wider_comes_before_anything_is_cancelled() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "connected.example.test", "jetpack-backup-daily");
    let (_folder, path) = file(
        "c.csv",
        "siteurl,local_user,plan\nhttps://connected.example.test,u,complete\n",
    );
    let ran = run(&sandbox, &["bulk", "change", path.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let order: Vec<Operation> = sandbox
        .requests()
        .iter()
        .filter_map(|request| request.operation)
        .collect();
    let provisioned = order
        .iter()
        .rposition(|operation| *operation == Operation::Provision)
        .unwrap();
    let cancelled = order.iter().position(|operation| *operation == Operation::Cancel);
    assert!(
        cancelled.is_none_or(|cancelled| cancelled > provisioned),
        "{order:?}"
    );
    assert!(live(&sandbox, "connected.example.test").contains(&"complete".to_owned()));
}

#[test]
fn a_bare_cancellation_names_what_goes_on_being_billed() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "connected.example.test", "premium");
    provision(&sandbox, "connected.example.test", "jetpack-scan");
    provision(&sandbox, "connected2.example.test", "premium");
    let (_folder, path) = file(
        "c.csv",
        "siteurl\nhttps://connected.example.test\nhttps://connected2.example.test\n",
    );
    let ran = run(&sandbox, &["bulk", "cancel", path.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out
            .contains("look: https://connected.example.test still has jetpack-scan, which is billed"),
        "{ran:?}"
    );
    assert_eq!(ran.out.matches("look:").count(), 1, "{ran:?}");
    assert_eq!(live(&sandbox, "connected.example.test"), ["jetpack-scan"]);
}

#[test]
fn no_cell_of_the_results_is_a_formula() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "connected.example.test", "premium");
    sandbox.fault(Fault::body(400, r#"{"error":"=x","message":"=HYPERLINK(1)"}"#).on(Operation::Cancel));
    let (_folder, path) = file("c.csv", "siteurl\nhttps://connected.example.test\n");
    run(&sandbox, &["bulk", "cancel", path.to_str().unwrap()]);
    let rows = results(&crate::support::beside(&path, ".results"));
    assert_eq!(rows[0][5], "'=x");
}
