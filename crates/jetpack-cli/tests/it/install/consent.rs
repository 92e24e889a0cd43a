//! Nothing happens that was not shown and agreed to.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::host::{Host, WHMCS, api, number};

#[test]
fn without_a_terminal_and_without_yes_the_steps_are_shown_and_nothing_is_done() {
    let host = Host::debian();
    let before = host.everything();
    for (options, code) in [(["--dry-run"].as_slice(), 0), (&[], 2)] {
        let ran = host.install(options);
        assert_eq!(ran.code, Some(code), "{ran:?}");
        for step in [
            format!(
                "jetpack_bridge.so to {}",
                host.at(&format!("/usr/lib/php/{}/jetpack_bridge.so", api()))
                    .display()
            ),
            "20-jetpack_bridge.ini: extension=jetpack_bridge".to_owned(),
            format!(
                "modules/servers/jetpack at {}",
                host.at(WHMCS).join("modules/servers/jetpack").display()
            ),
            format!("systemctl reload php{}-fpm", number()),
        ] {
            assert!(ran.out.contains(&step), "{step}: {ran:?}");
        }
        assert!(host.everything() == before && !host.at("/var/lib").exists());
    }
    assert!(host.install(&[]).err.contains("add --yes"));
}

#[test]
fn what_was_done_needs_not_be_done_again() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let after = host.everything();
    for ran in [host.install(&[]), host.upgrade(&[]), host.install(&["--dry-run"])] {
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(!ran.out.contains("Steps:"), "{ran:?}");
    }
    assert!(host.install(&[]).out.contains("all are there as in the package"));
    assert!(host.everything() == after);
}

#[test]
fn scripts_get_the_steps_and_their_outcome_as_json() {
    let host = Host::debian();
    let dry = host.install(&["--dry-run", "--json"]).json();
    assert_eq!((&dry["applied"], &dry["success"]), (&false.into(), &true.into()));
    assert_eq!(dry["steps"].as_array().unwrap().len(), 5, "{dry}");
    assert_eq!(dry["php"][0]["way"], "extension", "{dry}");
    let done = host.install(&["--yes", "--json"]).json();
    assert_eq!(
        (&done["applied"], &done["success"]),
        (&true.into(), &true.into()),
        "{done}"
    );
    assert_eq!(
        done["restart"][0],
        format!("systemctl reload php{}-fpm", number())
    );
    assert!(
        done["checks"]
            .as_array()
            .unwrap()
            .iter()
            .all(|check| check["state"] == "good"),
        "{done}"
    );
    let gone = host.uninstall(&["--yes", "--json"]).json();
    assert_eq!(
        (&gone["applied"], &gone["success"]),
        (&true.into(), &true.into()),
        "{gone}"
    );
}

#[test]
fn nothing_is_restarted_unless_that_was_asked_for() {
    let host = Host::debian();
    let log = host.at("/restarted");
    host.script(
        "/tools/systemctl",
        &format!("echo \"$@\" >> '{}'\n", log.display()),
    );
    let ran = host.install(&["--yes"]);
    assert!(ran.out.contains("Left to do") && !log.exists(), "{ran:?}");
    assert!(host.uninstall(&["--yes"]).out.contains("Left to do") && !log.exists());

    let ran = host.install(&["--yes", "--restart"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(host.read("/restarted"), format!("reload php{}-fpm\n", number()));
    assert!(!ran.out.contains("Left to do"), "{ran:?}");
    let ran = host.uninstall(&["--yes", "--restart"]);
    assert_eq!(host.read("/restarted").lines().count(), 2, "{ran:?}");
}

#[test]
fn a_restart_that_fails_is_said_and_left_to_the_host() {
    let host = Host::debian();
    host.script("/tools/systemctl", "echo 'Unit not found.' >&2; exit 5\n");
    let ran = host.install(&["--yes", "--restart"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.out.contains("failed: Unit not found.") && ran.out.contains("Left to do"),
        "{ran:?}"
    );
    assert!(
        host.at(&format!("/usr/lib/php/{}/jetpack_bridge.so", api()))
            .exists()
    );
}

#[test]
fn two_installers_do_not_work_at_the_same_time() {
    let host = Host::debian();
    host.folder("/var/lib/jetpack-for-whmcs");
    let lock = std::fs::File::open(host.at("/var/lib/jetpack-for-whmcs")).unwrap();
    lock.lock().unwrap();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("another installation is under way"), "{ran:?}");
    lock.unlock().unwrap();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
}

#[test]
fn what_another_installer_did_while_this_one_looked_is_not_written_over() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    host.whmcs("/srv/second");
    // While the installer asks a PHP, somebody removes it all.
    host.folder("/flags");
    std::fs::set_permissions(
        host.at("/flags"),
        std::os::unix::fs::PermissionsExt::from_mode(0o777),
    )
    .unwrap();
    let php = format!("/usr/bin/php{}", number());
    let script = host.read(&php);
    let waits = format!(
        "if [ ! -e '{0}/asked' ]; then touch '{0}/asked'; while [ ! -e '{0}/go' ]; do sleep 0.02; done; fi\n",
        host.at("/flags").display()
    );
    host.script(
        &php,
        &format!("{waits}{}", script.trim_start_matches("#!/bin/sh\n")),
    );
    let second = host.at("/srv/second");
    let mut install = host.command_with_package(&["install", "--yes", "--whmcs", second.to_str().unwrap()]);
    let install = install
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let end = Instant::now() + Duration::from_secs(60);
    while !host.at("/flags/asked").exists() {
        assert!(Instant::now() < end, "nobody asked PHP");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    std::fs::write(host.at("/flags/go"), "").unwrap();
    let ran = install.wait_with_output().unwrap();
    let err = String::from_utf8(ran.stderr).unwrap();
    assert!(
        ran.status.code() == Some(1) && err.contains("has changed this machine meanwhile"),
        "{err}"
    );
    assert!(!second.join("modules/servers/jetpack").exists());
    assert!(!host.at("/var/lib/jetpack-for-whmcs").exists());
}
