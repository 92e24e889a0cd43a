//! What WHMCS told, as checks.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::check::Check;
use crate::install::program;
use crate::output::plain;

/// Leases are counted in the database's time; a machine that is further off is refused (architecture.md §4, rule 3).
const CLOCKS: f64 = 60.0;

/// WHMCS wants its cron to run every five minutes; after so long something is wrong.
const CRON_IS_LATE: u64 = 3600;

#[derive(Debug, Deserialize)]
pub(in crate::doctor) struct Facts {
    /// By what the command line's PHP gets to the core: `extension` or `program`.
    way: String,
    /// What keeps it from that.
    problem: Option<String>,
    /// Where the addon's settings say that the program is.
    program: String,
    schema: Option<u32>,
    expected: u32,
    cron: Option<Cron>,
    nodes: BTreeMap<String, Node>,
}

#[derive(Debug, Deserialize)]
struct Cron {
    ago: u64,
    php: String,
    problem: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Node {
    Answers { name: String, ahead: f64, flush: u32 },
    Silent { error: String },
}

impl Facts {
    /// Whether the command line's PHP got to the core just now.
    pub(in crate::doctor) fn has_way(&self) -> bool {
        self.problem.is_none()
    }

    /// The program that the addon's settings name: a path of its own, or of its folder.
    pub(in crate::doctor) fn program(&self) -> Option<PathBuf> {
        let named = PathBuf::from(&self.program);
        match named.file_name() {
            None => None,
            Some(name) if name == program::NAME => Some(named),
            Some(_) => Some(named.join(program::NAME)),
        }
    }
}

/// One check for each thing that was told.
pub(in crate::doctor) fn judge(facts: &Facts) -> Vec<Check> {
    let mut checks = vec![
        way(facts),
        tables(facts.schema, facts.expected),
        cron(facts.cron.as_ref()),
    ];
    checks.extend(facts.nodes.iter().map(|(address, found)| node(address, found)));
    checks
}

fn way(facts: &Facts) -> Check {
    const NAME: &str = "module in the shell";
    match &facts.problem {
        None => Check::good(NAME, format!("gets to the core by the {}", plain(&facts.way))),
        Some(problem) => Check::bad(NAME, plain(problem), "Mend that for the PHP of WHMCS's cron job."),
    }
}

fn tables(schema: Option<u32>, expected: u32) -> Check {
    const NAME: &str = "tables";
    match schema {
        Some(number) if number == expected => {
            Check::good(NAME, format!("of form {number}, as these files need"))
        }
        Some(number) if number > expected => Check::bad(
            NAME,
            format!("of form {number}, and these files know {expected}"),
            "A newer release was here: install that one or a newer one.",
        ),
        Some(number) => Check::warning(
            NAME,
            format!("of form {number}, and these files need {expected}"),
            "Open Addons > Jetpack: that brings them to this form.",
        ),
        None => Check::warning(
            NAME,
            "not there yet",
            "Activate the addon Jetpack, then open Addons > Jetpack.",
        ),
    }
}

fn cron(cron: Option<&Cron>) -> Check {
    const NAME: &str = "cron";
    const NEXT: &str = "See to it that WHMCS's cron job runs every five minutes.";
    match cron {
        None => Check::warning(NAME, "the module has not seen it yet", NEXT),
        Some(Cron {
            problem: Some(problem),
            ..
        }) => Check::bad(NAME, plain(problem), "Mend that for the cron job's PHP."),
        Some(Cron { ago, .. }) if *ago > CRON_IS_LATE => {
            Check::bad(NAME, format!("was seen {ago} s ago"), NEXT)
        }
        Some(Cron { ago, php, .. }) => {
            Check::good(NAME, format!("was seen {ago} s ago, with PHP {}", plain(php)))
        }
    }
}

/// One node of the database: that which WHMCS uses, or one of its cluster.
fn node(address: &str, node: &Node) -> Check {
    let name = match address {
        "used" => "database".to_owned(),
        address => format!("database node {}", plain(address)),
    };
    match node {
        Node::Silent { error } => Check::warning(
            &name,
            format!("it cannot be asked: {}", plain(error)),
            "Compare its clock with this machine's yourself.",
        ),
        Node::Answers { ahead, .. } if ahead.abs() > CLOCKS => Check::bad(
            &name,
            format!(
                "its clock is {:.0} s {} this machine's",
                ahead.abs(),
                if *ahead > 0.0 { "ahead of" } else { "behind" }
            ),
            "Set both clocks by NTP: every call is refused meanwhile.",
        ),
        Node::Answers { flush, .. } if *flush != 1 => Check::warning(
            &name,
            format!("innodb_flush_log_at_trx_commit is {flush}"),
            "Set it to 1: what was committed before a power cut must survive it, or a plan is bought that nobody remembers.",
        ),
        Node::Answers {
            name: host, ahead, ..
        } => Check::good(
            &name,
            format!("{} is {:.1} s apart from this machine", plain(host), ahead.abs()),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::State;

    fn states(told: &str) -> Vec<(String, State, String)> {
        let facts = serde_json::from_str(told).unwrap();
        let checks = judge(&facts).into_iter();
        checks
            .map(|check| (check.name, check.state, check.text))
            .collect()
    }

    #[test]
    fn a_sound_whmcs_is_good() {
        let all = states(
            r#"{"way":"extension","problem":null,"program":"","schema":8,"expected":8,"cron":{"ago":70,"php":"8.2.1","problem":null},
                "nodes":{"used":{"name":"db1","ahead":-0.2,"flush":1}}}"#,
        );
        assert!(all.iter().all(|(_, state, _)| *state == State::Good), "{all:?}");
    }

    #[test]
    fn what_is_wrong_in_whmcs_is_told() {
        let all = states(
            r#"{"way":"extension","problem":null,"program":"","schema":9,"expected":8,"cron":{"ago":9000,"php":"8.2.1","problem":null},"nodes":{
                "10.0.0.2:3306":{"error":"Connection refused"},"10.0.0.3:3306":{"name":"db3","ahead":75.4,"flush":1},
                "used":{"name":"db1","ahead":0,"flush":2}}}"#,
        );
        let told: Vec<(State, &str)> = all
            .iter()
            .map(|(_, state, text)| (*state, text.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (State::Good, "gets to the core by the extension"),
                (State::Bad, "of form 9, and these files know 8"),
                (State::Bad, "was seen 9000 s ago"),
                (State::Warning, "it cannot be asked: Connection refused"),
                (State::Bad, "its clock is 75 s ahead of this machine's"),
                (State::Warning, "innodb_flush_log_at_trx_commit is 2"),
            ]
        );
    }

    #[test]
    fn a_cron_whose_php_lacks_the_core_and_tables_that_are_missing_are_told() {
        let all = states(
            r#"{"way":"program","problem":"not there","program":"","schema":null,"expected":8,"cron":{"ago":1,"php":"","problem":"no extension"},"nodes":{}}"#,
        );
        assert_eq!(
            (all[0].1, all[1].1, all[2].1),
            (State::Bad, State::Warning, State::Bad)
        );
        let older = states(
            r#"{"way":"extension","problem":null,"program":"","schema":7,"expected":8,"cron":null,"nodes":{}}"#,
        );
        assert_eq!((older[1].1, older[2].1), (State::Warning, State::Warning));
    }

    #[test]
    fn the_program_may_be_named_by_its_folder() {
        let facts = |program: &str| Facts {
            way: String::new(),
            problem: None,
            program: program.to_owned(),
            schema: None,
            expected: 8,
            cron: None,
            nodes: BTreeMap::new(),
        };
        let file = Some(PathBuf::from("/opt/jetpack/jetpack-partner"));
        assert_eq!(facts("").program(), None);
        assert_eq!(facts("/opt/jetpack").program(), file);
        assert_eq!(facts("/opt/jetpack/jetpack-partner").program(), file);
    }
}
