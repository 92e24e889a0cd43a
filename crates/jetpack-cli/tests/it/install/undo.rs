//! An installation that fails or is interrupted leaves nothing half done.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::host::{Host, Php, WHMCS, api, extensions, number};

#[test]
fn a_step_that_fails_takes_back_those_before_it() {
    let host = Host::debian();
    if !host.give_away() {
        // Whoever is not root is told beforehand.
        return;
    }
    let addons = host.at(&format!("{WHMCS}/modules/addons"));
    fs::set_permissions(addons, std::os::unix::fs::PermissionsExt::from_mode(0o555)).unwrap();
    let before = host.everything();
    let ran = host.install(&["--yes", "--way", "extension"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err.contains("what was done was taken back: step 5 failed"),
        "{ran:?}"
    );
    assert!(host.everything() == before, "{ran:?}");
    assert!(!host.at("/var/lib/jetpack-for-whmcs").exists());
}

#[test]
fn a_php_that_crashes_with_the_extension_gets_rid_of_it_again() {
    let host = Host::debian();
    let scan = format!("/etc/php/{}/cgi/conf.d", number());
    let extensions = extensions();
    host.php(&Php {
        filter: &format!(
            "\n[ ! -f '{}' ] || kill -SEGV $$",
            host.at(&scan).join("20-jetpack_bridge.ini").display()
        ),
        ..Php::new("/usr/bin/php-cgi", &scan, &extensions)
    });
    let before = host.everything();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err.contains("/usr/bin/php-cgi crashed (signal 11)"),
        "{ran:?}"
    );
    assert!(ran.err.contains("what was done was taken back"), "{ran:?}");
    assert!(host.everything() == before);
}

#[test]
fn a_file_that_workers_have_mapped_is_replaced_and_never_written_over() {
    let host = Host::debian();
    let path = format!("/usr/lib/php/{}/jetpack_bridge.so", api());
    host.write(&path, "an older one");
    let mut held = fs::File::open(host.at(&path)).unwrap();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let mut text = String::new();
    held.read_to_string(&mut text).unwrap();
    assert_eq!(text, "an older one");
    assert!(host.at(&path).metadata().unwrap().len() > 1_000_000);
    // It was there before us.
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert_eq!(host.read(&path), "an older one");
}

#[test]
fn an_installation_that_was_killed_anywhere_can_be_finished_or_undone() {
    let moments: [(&str, PathBuf); 6] = [
        (
            "the first step is recorded",
            "/var/lib/jetpack-for-whmcs/installed.json".into(),
        ),
        (
            "the extension is there",
            format!("/usr/lib/php/{}/jetpack_bridge.so", api()).into(),
        ),
        (
            "an ini file is there",
            format!("/etc/php/{}/fpm/conf.d/20-jetpack_bridge.ini", number()).into(),
        ),
        (
            "a folder is prepared",
            format!("{WHMCS}/modules/servers/.jetpack.jetpack-new").into(),
        ),
        (
            "a folder gave way",
            format!("{WHMCS}/modules/servers/.jetpack.jetpack-old").into(),
        ),
        (
            "a folder was swapped in",
            format!("{WHMCS}/modules/addons/.jetpack.jetpack-new").into(),
        ),
    ];
    for (moment, appears) in moments {
        for finish in [true, false] {
            let host = Host::debian();
            host.write(
                &format!("{WHMCS}/modules/servers/jetpack/jetpack.php"),
                "<?php // another\n",
            );
            let before = host.everything();
            kill_when(&host, &host.at(appears.to_str().unwrap()), moment);
            if finish {
                let ran = host.install(&["--yes"]);
                assert_eq!(ran.code, Some(0), "{moment}: {ran:?}");
                assert_eq!(
                    ran.out.matches("loads jetpack_bridge").count(),
                    2,
                    "{moment}: {ran:?}"
                );
                let staged = host
                    .everything()
                    .into_keys()
                    .find(|path| path.to_string_lossy().contains(".jetpack-"));
                assert_eq!(staged, None, "{moment}");
                assert_eq!(host.record()["begun"], serde_json::json!([]));
            }
            let ran = host.uninstall(&["--yes"]);
            assert_eq!(ran.code, Some(0), "{moment}: {ran:?}");
            assert!(
                host.everything() == before,
                "{moment}, finished first: {finish}: {ran:?}"
            );
        }
    }
}

/// Ends an installation as the kernel does, as soon as a path is there.
fn kill_when(host: &Host, path: &std::path::Path, moment: &str) {
    let whmcs = host.at(WHMCS);
    let mut command = host.command_with_package(&["install", "--yes", "--whmcs", whmcs.to_str().unwrap()]);
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let end = Instant::now() + Duration::from_secs(60);
    while path.symlink_metadata().is_err() {
        assert!(Instant::now() < end, "{moment} did not happen");
        if child.try_wait().unwrap().is_some() {
            break;
        }
    }
    // It may be faster than we are, which is one more moment.
    let _ = child.kill();
    child.wait().unwrap();
}

#[test]
fn nothing_to_remove_is_no_failure() {
    let host = Host::debian();
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(0) && ran.out.contains("Nothing that this program installed"),
        "{ran:?}"
    );
}

#[test]
fn an_ini_file_keeps_what_the_host_wrote_into_it_and_is_set_aside_when_it_goes() {
    let host = Host::debian();
    let ini = format!("/etc/php/{}/cli/conf.d/20-jetpack_bridge.ini", number());
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    host.write(&ini, &format!("{}jetpack_bridge.deadline=20\n", host.read(&ini)));
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    assert!(host.read(&ini).contains("deadline=20"));
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(0) && ran.out.contains("had been changed by hand"),
        "{ran:?}"
    );
    assert!(!host.at(&ini).exists());
    assert!(
        host.read("/var/lib/jetpack-for-whmcs/yours/1")
            .contains("deadline=20")
    );
}

#[test]
fn what_is_the_hosts_own_stays_when_the_name_was_missing_for_a_moment() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let servers = format!("{WHMCS}/modules/servers");
    host.write(&format!("{servers}/jetpack/lang/polish.php"), "<?php // mine\n");
    host.write(&format!("{servers}/jetpack/templates/overview.tpl"), "older");
    // As a kill leaves it where a file system cannot exchange two names.
    let path = host.at("/var/lib/jetpack-for-whmcs/installed.json");
    let mut record = host.record();
    let things = record["things"].as_array().unwrap();
    let ours = |thing: &&serde_json::Value| thing["path"].as_str().unwrap().ends_with("servers/jetpack");
    let thing = things.iter().find(ours).unwrap().clone();
    record["begun"] = serde_json::json!([{"path": thing["path"], "whmcs": thing["whmcs"], "earlier": thing}]);
    fs::write(&path, record.to_string()).unwrap();
    fs::rename(
        host.at(&format!("{servers}/jetpack")),
        host.at(&format!("{servers}/.jetpack.jetpack-old")),
    )
    .unwrap();
    let before = host.everything();
    // What only shows changes nothing.
    assert_eq!(host.upgrade(&["--dry-run"]).code, Some(0));
    assert!(host.everything() == before);
    let ran = host.upgrade(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        host.read(&format!("{servers}/jetpack/lang/polish.php")),
        "<?php // mine\n"
    );
    assert!(host.read(&format!("{servers}/jetpack/templates/overview.tpl")) != "older");
    assert!(!host.at(&format!("{servers}/.jetpack.jetpack-old")).exists());
}

#[test]
fn a_restart_that_nobody_was_told_of_is_told_by_the_next_run() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let ran = host.install(&["--yes"]);
    assert!(!ran.out.contains("systemctl"), "{ran:?}");
    let path = host.at("/var/lib/jetpack-for-whmcs/installed.json");
    let mut record = host.record();
    record["restarts"] = serde_json::json!([{"command": ["systemctl", "reload", "php-fpm"]}]);
    fs::write(&path, record.to_string()).unwrap();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(0) && ran.out.contains("Left to do") && ran.out.contains("systemctl reload php-fpm"),
        "{ran:?}"
    );
    assert_eq!(host.record()["restarts"], serde_json::json!([]));
}
