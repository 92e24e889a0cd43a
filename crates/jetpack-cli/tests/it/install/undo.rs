//! An installation that fails or is interrupted leaves nothing half done.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::host::{Host, Php, WHMCS, api, number};

#[test]
fn a_step_that_fails_takes_back_those_before_it() {
    let host = Host::debian();
    // What is there cannot be kept.
    host.folder(&format!("{WHMCS}/modules/addons/jetpack"));
    let pipe = host.at(&format!("{WHMCS}/modules/addons/jetpack/pipe"));
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let before = host.everything();
    let ran = host.install(&["--yes"]);
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
    let extensions = format!("/usr/lib/php/{}", api());
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
                    ran.out.matches("has loaded jetpack_bridge").count(),
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
