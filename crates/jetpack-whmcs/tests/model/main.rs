//! The protocol between web nodes, cron and API (architecture.md §4), explored exhaustively over the functions that run at a
//! customer's: `claim`, the actions' machines and `settle`. Nodes, crashes, lost answers, effects that come late and leases
//! that end are the model's; every decision is the crate's own.
//!
//! Each rule, left out, must break it: else the model could not fail.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as loudly as a test")]

mod api;
mod kept;
mod protocol;
mod worker;
mod world;

use jetpack_whmcs::Action::{Change, Create, End, Orphan, Renew, Resume, Suspend, Terminate, Unsuspend};
use stateright::{Checker, Model};

use crate::protocol::{Calls, Protocol, Rule};

const PERSONAL: &str = "personal";
const PREMIUM: &str = "premium";

/// Two web nodes, each with one call for service 1, and a cron that looks.
fn nodes(one: Calls, other: Calls) -> Protocol {
    Protocol {
        calls: vec![one, other, Calls::cron(3)],
        without: None,
        crashes: 1,
        clears_waiting: true,
    }
}

fn call(action: jetpack_whmcs::Action, service: usize, plan: &'static str) -> Calls {
    Calls {
        action,
        service,
        plan,
        times: 1,
    }
}

/// Explores all of it, or until a property does not hold: its name, with the way there.
fn broken(protocol: Protocol) -> Vec<String> {
    let checker = protocol
        .checker()
        .threads(2)
        .finish_when(stateright::HasDiscoveries::AnyFailures)
        .spawn_bfs()
        .join();
    let states = checker.unique_state_count();
    println!("{states} states, depth {}", checker.max_depth());
    let found = checker.discoveries();
    let broken: Vec<String> = found
        .iter()
        .filter(|(name, _)| **name != protocol::SUCCEEDS)
        .map(|(name, path)| format!("{name}: {:?}", path.clone().into_actions()))
        .collect();
    assert!(
        !broken.is_empty() || found.contains_key(protocol::SUCCEEDS),
        "the model goes nowhere: {states} states"
    );
    broken
}

#[track_caller]
fn holds(protocol: Protocol) {
    assert_eq!(broken(protocol), Vec::<String>::new());
}

/// Without the rule the same protocol breaks.
#[track_caller]
fn needs(rule: Rule, protocol: Protocol) {
    let without = Protocol {
        without: Some(rule),
        ..protocol
    };
    assert_ne!(broken(without), Vec::<String>::new(), "{rule:?}");
}

#[test]
fn a_create_against_a_terminate_with_two_crashes_loses_no_plan() {
    holds(Protocol {
        crashes: 2,
        ..nodes(call(Create, 0, PERSONAL), call(Terminate, 0, PERSONAL))
    });
}

#[test]
fn two_creates_of_one_service_with_two_crashes_buy_once() {
    holds(Protocol {
        crashes: 2,
        ..nodes(call(Create, 0, PERSONAL), call(Create, 0, PERSONAL))
    });
}

#[test]
fn two_services_never_have_overlapping_plans_on_one_site() {
    holds(nodes(call(Create, 0, PERSONAL), call(Create, 1, PREMIUM)));
}

#[test]
fn a_site_that_is_given_up_and_taken_over_has_no_plan_that_nobody_sees() {
    holds(given_up(call(Create, 1, PERSONAL)));
}

#[test]
fn a_terminated_service_that_gets_another_plan_keeps_both_in_sight() {
    // Without a cron: it only looks, and there are eleven million states with it.
    let mut protocol = given_up(call(Create, 0, PREMIUM));
    protocol.calls.pop();
    holds(protocol);
}

/// A Create, and then a Terminate and another Create in any order.
fn given_up(then: Calls) -> Protocol {
    Protocol {
        calls: vec![
            call(Create, 0, PERSONAL),
            call(Terminate, 0, PERSONAL),
            then,
            Calls::cron(1),
        ],
        without: None,
        crashes: 0,
        clears_waiting: true,
    }
}

#[test]
fn a_service_that_is_deleted_while_it_is_created_keeps_its_plan_in_sight() {
    holds(nodes(call(Create, 0, PERSONAL), call(Orphan, 0, PERSONAL)));
}

#[test]
fn a_service_that_whmcs_ends_while_it_is_created_keeps_its_plan_in_sight() {
    holds(nodes(call(Create, 0, PERSONAL), call(End, 0, PERSONAL)));
}

#[test]
fn what_was_ended_and_then_terminated_or_taken_back_stays_in_sight() {
    holds(then(End, PERSONAL, call(Terminate, 0, PERSONAL)));
    holds(then(End, PERSONAL, call(Resume, 0, PERSONAL)));
}

#[test]
fn a_suspension_against_a_create_with_two_crashes_loses_no_plan() {
    holds(Protocol {
        crashes: 2,
        ..nodes(call(Create, 0, PERSONAL), call(Suspend, 0, PERSONAL))
    });
}

#[test]
fn what_is_suspended_and_given_back_is_there_once() {
    holds(then(Suspend, PERSONAL, call(Unsuspend, 0, PERSONAL)));
}

#[test]
fn a_new_address_against_a_terminate_leaves_no_plan_that_nobody_sees() {
    holds(then(Renew, PERSONAL, call(Terminate, 0, PERSONAL)));
}

#[test]
fn a_new_address_with_a_crash_buys_nothing_twice() {
    holds(Protocol {
        crashes: 1,
        ..nodes(call(Create, 0, PERSONAL), call(Renew, 0, PERSONAL))
    });
}

#[test]
fn a_suspended_service_keeps_its_site_from_others() {
    holds(then(Suspend, PERSONAL, call(Create, 1, PREMIUM)));
}

#[test]
fn a_suspended_service_that_is_terminated_has_no_plan_that_nobody_sees() {
    holds(then(Suspend, PERSONAL, call(Terminate, 0, PERSONAL)));
}

#[test]
fn a_plan_that_is_raised_while_another_node_terminates_stays_in_sight() {
    holds(Protocol {
        crashes: 1,
        ..then(Change, PREMIUM, call(Terminate, 0, PERSONAL))
    });
}

#[test]
fn a_plan_that_is_lowered_with_a_crash_is_there_or_in_sight() {
    holds(Protocol {
        calls: vec![
            call(Create, 0, PREMIUM),
            call(Change, 0, PERSONAL),
            Calls::cron(2),
        ],
        crashes: 1,
        without: None,
        clears_waiting: true,
    });
}

/// A Create, something else and one more, in any order. Without a cron, which only looks: eight million states have it.
fn then(action: jetpack_whmcs::Action, plan: &'static str, last: Calls) -> Protocol {
    Protocol {
        calls: vec![call(Create, 0, PERSONAL), call(action, 0, plan), last],
        without: None,
        crashes: 0,
        clears_waiting: true,
    }
}

#[test]
fn a_waiting_plan_that_a_cancellation_does_not_clear_stays_in_sight() {
    holds(Protocol {
        clears_waiting: false,
        ..nodes(call(Create, 0, PERSONAL), call(Terminate, 0, PERSONAL))
    });
}

#[test]
fn every_rule_is_needed() {
    let pair = || nodes(call(Create, 0, PERSONAL), call(Terminate, 0, PERSONAL));
    for rule in [
        Rule::CompareAndSwap,
        Rule::DueWhileClaimed,
        Rule::Fence,
        Rule::DoubtWindow,
        Rule::DoubtEndsByALaterAnswer,
    ] {
        needs(rule, pair());
    }
    needs(
        Rule::DoubtHoldsTheSite,
        nodes(call(Create, 0, PERSONAL), call(Create, 1, PERSONAL)),
    );
    needs(Rule::EveryPlanIsKept, given_up(call(Create, 0, PREMIUM)));
    needs(
        Rule::WaitingIsWatched,
        Protocol {
            clears_waiting: false,
            ..pair()
        },
    );
}
