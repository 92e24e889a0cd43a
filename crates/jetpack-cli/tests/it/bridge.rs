//! `jetpack-partner bridge`: PHP's questions without the extension.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::support::copy_program;

fn bridge(arguments: &[&str], input: &str) -> (bool, Vec<Value>, String) {
    let mut bridge = Command::new(env!("CARGO_BIN_EXE_jetpack-partner"))
        .arg("bridge")
        .args(arguments)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    bridge.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = bridge.wait_with_output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let answers = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    (
        output.status.success(),
        answers,
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn a_question_of_the_command_line_is_answered_by_one_line() {
    let (went_well, answers, _) = bridge(&["describe"], r#"{"sites": ["https://a.example.test"]}"#);
    assert!(went_well);
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0]["prefix"], "JETPACK MODULE: ");
    assert!(answers[0]["site_keys"]["https://a.example.test"].is_string());
}

#[test]
fn a_conversation_begins_with_the_version_and_ends_with_an_empty_line() {
    let describe = json!({ "number": 7, "question": "describe", "given": {} });
    let input = format!(
        "{describe}\nnonsense\n{}\n\n{describe}\n",
        json!({ "question": "describe" })
    );
    let (went_well, answers, _) = bridge(&[], &input);
    assert!(went_well);
    assert_eq!(answers.len(), 4, "what follows an empty line is not read");
    let greeting = &answers[0];
    assert_eq!(greeting["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(greeting["deadline"], 25);
    assert_eq!(greeting["open"], Value::Null);
    assert_eq!(
        answers[1]["number"], 7,
        "an answer is known by its question's number"
    );
    assert!(answers[1]["answer"]["products"].is_array());
    for unreadable in &answers[2..] {
        let refusal = unreadable["refusal"].as_str().unwrap();
        assert!(refusal.starts_with("JETPACK MODULE: "), "{refusal}");
    }
}

#[test]
fn what_cannot_be_read_is_never_repeated() {
    let secret = "canary-s3cret";
    for input in [
        format!("{{\"a\": {secret}}}"),
        format!("[\"{secret}\"]"),
        secret.to_owned(),
    ] {
        let (_, answers, said) = bridge(&["act"], &input);
        assert!(answers[0]["refusal"].is_string());
        assert!(!format!("{answers:?}{said}").contains(secret), "{answers:?}");
    }
}

#[test]
fn it_is_itself_the_holder_of_leases() {
    let own = std::process::id();
    let asked = |identity: &str| {
        let line = json!({ "question": "process_is_gone", "given": { "identity": identity } });
        let (_, answers, _) = bridge(&["--parent", &own.to_string()], &format!("{line}\n"));
        answers
    };
    let holder = asked("")[0]["identity"].as_str().unwrap().to_owned();
    assert!(holder.split(':').count() > 3, "{holder}");
    let gone = |identity: &str| asked(identity)[1]["answer"]["gone"].clone();
    assert_eq!(gone(&holder), true, "that process has ended");
    assert_eq!(gone("elsewhere:1:2"), false);
    assert_eq!(gone(""), false);
}

#[test]
fn guarded_it_does_nothing_where_another_than_root_could_change_it() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("jetpack-partner");
    copy_program(&program);
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o777)).unwrap();
    let output = Command::new(&program)
        .args(["bridge", "--guarded"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let greeting: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(greeting["open"].is_string(), "{greeting}");
}

#[test]
fn guarded_it_looks_where_a_link_to_its_settings_leads() {
    let folder = tempfile::tempdir().unwrap();
    let (own, open) = (folder.path().join("own"), folder.path().join("open"));
    std::fs::create_dir(&own).unwrap();
    std::fs::create_dir(&open).unwrap();
    let program = own.join("jetpack-partner");
    copy_program(&program);
    std::fs::write(open.join("its.ini"), "").unwrap();
    std::os::unix::fs::symlink(open.join("its.ini"), own.join("jetpack-bridge.ini")).unwrap();
    std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o777)).unwrap();
    let output = Command::new(&program)
        .args(["bridge", "--guarded"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let greeting: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(greeting["open"].is_string(), "{greeting}");
    if open.metadata().unwrap().uid() == 0 {
        assert_eq!(greeting["open"].as_str(), open.to_str());
    }
}

#[test]
fn one_whose_parent_has_ended_already_does_nothing() {
    let (went_well, answers, said) = bridge(&["--parent", "1"], "");
    assert!(!went_well && answers.is_empty());
    assert!(said.contains("has ended"), "{said}");
}

#[test]
fn it_ends_with_the_process_that_asks() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    // The shell starts it, says its id, and is killed.
    let mut shell = Command::new("sh")
        .args([
            "-c",
            "mkfifo \"$0\"; \"$1\" bridge < \"$0\" & echo $!; exec 3> \"$0\"; wait",
        ])
        .args([pipe.as_os_str(), env!("CARGO_BIN_EXE_jetpack-partner").as_ref()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(shell.stdout.take().unwrap()).lines();
    let id: u32 = output.next().unwrap().unwrap().parse().unwrap();
    let greeting = output.next().unwrap().unwrap();
    assert!(greeting.contains("version"), "{greeting}");
    // So it ends by the signal, not by its input.
    let _still_open = std::fs::OpenOptions::new().write(true).open(&pipe).unwrap();
    shell.kill().unwrap();
    shell.wait().unwrap();
    assert!((0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        stat.is_empty() || stat.contains(") Z ")
    }));
}

#[test]
fn its_settings_are_those_beside_it_and_not_those_of_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("jetpack-partner");
    copy_program(&program);
    std::fs::write(
        folder.path().join("jetpack-bridge.ini"),
        "api_url = http://example.com\n",
    )
    .unwrap();
    let mut asked = Command::new(&program)
        .args(["bridge", "validate"])
        .env("JETPACK_PARTNER_API_URL", "https://127.0.0.1:9")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    asked
        .stdin
        .take()
        .unwrap()
        .write_all(b"{\"settings\": {}}")
        .unwrap();
    let said = String::from_utf8(asked.wait_with_output().unwrap().stdout).unwrap();
    assert!(
        said.contains("jetpack-bridge.ini") && said.contains("is refused"),
        "{said}"
    );
}
