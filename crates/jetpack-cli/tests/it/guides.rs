//! What the program offers stands in a guide.

use std::path::Path;
use std::process::Command;

use crate::support::PROGRAM;

/// Commands whose options are a guide's to list; those of the others are for `help COMMAND`.
const TOLD_WHOLE: [&str; 5] = ["doctor", "install", "upgrade", "uninstall", "probe"];

fn help(arguments: &[&str]) -> String {
    let output = Command::new(PROGRAM)
        .args(arguments)
        .arg("--help")
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Of the help's list, but `help` itself.
fn commands() -> Vec<String> {
    let text = help(&[]);
    let (_, after) = text.split_once("Commands:\n").unwrap();
    let list = after.split_once("\n\n").unwrap().0;
    let names = list.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

/// Its own, as they are written: those of every command come behind.
fn options(command: &str) -> Vec<String> {
    let text = help(&[command]);
    let own = text.split("Global options:").next().unwrap_or_default();
    let lines = own.lines().map(str::trim).filter(|line| line.starts_with('-'));
    let long = lines.filter_map(|line| line.split_whitespace().find(|word| word.starts_with("--")));
    let long = long.filter(|option| *option != "--help");
    long.map(str::to_owned).collect()
}

fn guides() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let pages = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    pages
        .filter(|page| page.extension().is_some_and(|ending| ending == "md"))
        .map(|page| std::fs::read_to_string(page).unwrap())
        .collect()
}

#[test]
fn every_command_is_named_by_a_guide() {
    let guides = guides();
    let found = commands();
    assert!(found.contains(&"doctor".to_owned()), "{found:?}");
    for command in found {
        assert!(
            guides.contains(&format!("`{command}`")),
            "no guide names the command {command}: docs/command-line.md lists them"
        );
    }
}

#[test]
fn the_options_of_what_a_host_runs_on_his_server_are_named_by_a_guide() {
    let guides = guides();
    let told: Vec<String> = commands()
        .into_iter()
        .filter(|command| TOLD_WHOLE.contains(&command.as_str()))
        .collect();
    assert!(!told.is_empty());
    for command in told {
        let options = options(&command);
        assert!(!options.is_empty(), "{command} has none, or they are not found");
        for option in options {
            assert!(guides.contains(&option), "no guide names {option} of {command}");
        }
    }
}
