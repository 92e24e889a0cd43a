use super::*;

fn shell(script: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", script]);
    command
}

#[tokio::test]
async fn what_is_said_comes_with_how_it_ended() {
    let said = run(
        &mut shell("cat; pwd; echo no >&2; exit 3"),
        b"in\n",
        Duration::from_secs(10),
    )
    .await;
    let said = said.unwrap();
    assert_eq!((said.stdout.as_str(), said.stderr.as_str()), ("in\n/\n", "no\n"));
    assert_eq!(said.status.code(), Some(3));
}

#[tokio::test]
async fn who_never_ends_or_never_falls_silent_is_ended_with_what_it_started() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("child");
    let script = format!("sleep 300 & echo $! > '{}'; wait", file.display());
    let late = run(&mut shell(&script), b"", Duration::from_millis(500)).await;
    assert!(matches!(late, Err(Failed::Late(_))), "{late:?}");
    let child = std::fs::read_to_string(file).unwrap();
    let status = format!("/proc/{}/status", child.trim());
    // A process that nobody has waited for yet is one that has ended, too.
    let is_gone = || std::fs::read_to_string(&status).map_or(true, |text| text.contains("State:\tZ"));
    for _ in 0..500 {
        if is_gone() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(is_gone(), "{status}");
    let long = run(&mut shell("exec yes"), b"", Duration::from_secs(60)).await;
    assert!(matches!(long, Err(Failed::Long)), "{long:?}");
}

#[tokio::test]
async fn what_others_have_a_hand_in_has_a_session_of_its_own_and_ends_with_its_time() {
    let user = User::of(geteuid().as_raw());
    let mut command = apart(Path::new("/bin/sh"), &user);
    command.args(["-c", "sleep 300"]);
    let late = run_apart(&mut command, b"", Duration::from_millis(500)).await;
    assert!(matches!(late, Err(Failed::Late(_))), "{late:?}");
    let mut command = apart(Path::new("/bin/sh"), &user);
    command.args(["-c", "echo $$; cut -d' ' -f5,6 /proc/$$/stat; env"]);
    let said = run_apart(&mut command, b"", Duration::from_secs(10))
        .await
        .unwrap()
        .stdout;
    let mut lines = said.lines();
    let own = lines.next().unwrap();
    assert_eq!(lines.next(), Some(format!("{own} {own}").as_str()));
    assert!(!said.contains("CARGO"), "{said}");
}

#[tokio::test]
async fn where_root_asks_it_is_another_who_runs() {
    if !geteuid().is_root() {
        return;
    }
    let user = User {
        uid: 4242,
        gid: 4243,
        groups: vec![4243, 4244],
    };
    let mut command = apart(Path::new("/bin/sh"), &user);
    command.args(["-c", "id -u; id -G; grep NoNewPrivs /proc/self/status"]);
    let said = run_apart(&mut command, b"", Duration::from_secs(10))
        .await
        .unwrap();
    assert_eq!(said.stdout, "4242\n4243 4244\nNoNewPrivs:\t1\n", "{said:?}");
    let missing = run_apart(
        &mut apart(Path::new("/nowhere"), &user),
        b"",
        Duration::from_secs(10),
    )
    .await;
    assert_eq!(
        missing.unwrap_err().to_string(),
        "cannot be started: No such file or directory"
    );
}

#[tokio::test]
async fn who_leaves_a_child_behind_that_keeps_its_output_has_ended_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("child");
    let script = format!("echo done; sleep 300 & echo $! > '{}'", file.display());
    let said = run(&mut shell(&script), b"", Duration::from_secs(20))
        .await
        .unwrap();
    assert_eq!((said.stdout.as_str(), said.status.code()), ("done\n", Some(0)));
    // It stands for a daemon.
    let child: i32 = std::fs::read_to_string(file).unwrap().trim().parse().unwrap();
    let child = Pid::from_raw(child).unwrap();
    assert!(rustix::process::test_kill_process(child).is_ok());
    rustix::process::kill_process(child, Signal::KILL).unwrap();
}

#[tokio::test]
async fn what_is_set_for_the_shell_does_not_count_for_php() {
    let arguments = ["-c", "echo \"${PHPRC-none} ${PHP_INI_SCAN_DIR-none}\""].map(OsString::from);
    let scan = OsString::from("/asked");
    let said = run_php(
        Path::new("/bin/sh"),
        &arguments,
        Some(&scan),
        Duration::from_secs(10),
    )
    .await;
    assert_eq!(said.unwrap().stdout, "none /asked\n");
}
