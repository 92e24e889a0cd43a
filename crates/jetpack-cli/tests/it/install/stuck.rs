//! A WHMCS in which something cannot be done keeps the others from nothing.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::process::Command;

use serde_json::json;

use crate::host::{Host, Package, WHMCS, api, extensions};
use crate::support::Ran;

const SECOND: &str = "/srv/second";

/// Two of different users, with the module; nothing where these tests may not act as them.
fn both() -> Option<Host> {
    let host = Host::debian();
    if !host.give_away() {
        return None;
    }
    host.whmcs(SECOND);
    host.give(SECOND, 1);
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    assert_eq!(host.install_into(SECOND, &["--yes"]).code, Some(0));
    Some(host)
}

/// What its owner can remove neither, nor root as him.
fn litter(host: &Host, name: &str) -> String {
    let folder = format!("{WHMCS}/modules/servers/{name}");
    host.write(&format!("{folder}/of-another/file"), "root's");
    folder
}

/// Lets the record say that a run ended while it changed the server module.
fn interrupt(host: &Host) {
    let servers = host.at(&format!("{WHMCS}/modules/servers"));
    let mut record = host.record();
    let things = record["things"].as_array().unwrap().iter();
    let begun = things.filter(|thing| thing["path"] == *servers.join("jetpack").to_str().unwrap());
    let begun = begun.map(|thing| json!({"path": thing["path"], "whmcs": thing["whmcs"], "earlier": thing}));
    record["begun"] = begun.collect();
    host.write("/var/lib/jetpack-for-whmcs/installed.json", &record.to_string());
}

fn module(whmcs: &str) -> String {
    format!("{whmcs}/modules/servers/jetpack/jetpack.php")
}

#[test]
fn what_one_owner_cannot_remove_stops_no_upgrade_and_no_uninstall_of_the_others() {
    let Some(host) = both() else { return };
    let litter = litter(&host, ".jetpack.jetpack-new");
    let old = host.read(&module(WHMCS));
    let new = format!("{old}// newer\n");
    host.package
        .put("modules/servers/jetpack/jetpack.php", new.as_bytes());
    host.package.sum_up();
    let ran = host.upgrade(&["--yes"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let left_out = format!("{} was left out: step", host.at(WHMCS).display());
    assert!(ran.out.contains(&left_out), "{ran:?}");
    assert!(host.read(&module(WHMCS)) == old && host.read(&module(SECOND)) == new);
    assert!(host.record()["begun"].as_array().unwrap().is_empty());

    // Where he is named, nothing is done to anybody.
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("was taken back"),
        "{ran:?}"
    );

    // His module stays, with what it needs.
    let ran = host.uninstall(&["--yes"]);
    assert!(ran.code == Some(1) && ran.out.contains(&left_out), "{ran:?}");
    assert!(!ran.out.contains("Left to do"), "{ran:?}");
    assert!(host.at(&module(WHMCS)).exists() && !host.at(&module(SECOND)).exists());
    let extension = host.at(&format!("{}/jetpack_bridge.so", extensions()));
    assert!(extension.exists());
    fs::remove_dir_all(host.at(&litter)).unwrap();
    let ran = host.uninstall(&["--yes"]);
    assert!(ran.code == Some(0) && !extension.exists(), "{ran:?}");
    assert!(!host.at(&module(WHMCS)).exists() && !host.at("/var/lib/jetpack-for-whmcs").exists());
}

#[test]
fn what_lies_beside_a_module_is_not_taken_for_it_when_an_installation_fails() {
    let host = Host::debian();
    if !host.give_away() {
        return;
    }
    litter(&host, ".jetpack.jetpack-new");
    host.write(
        &format!("{WHMCS}/modules/servers/.jetpack.jetpack-old/jetpack.php"),
        "<?php // of long ago\n",
    );
    host.write(&module(WHMCS), "<?php // the host's\n");
    for folder in [".jetpack.jetpack-old", "jetpack"] {
        chown(
            host.at(&format!("{WHMCS}/modules/servers/{folder}")),
            Some(65_534),
            None,
        )
        .unwrap();
    }
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("nothing was changed"),
        "{ran:?}"
    );
    assert_eq!(host.read(&module(WHMCS)), "<?php // the host's\n");
}

#[test]
fn a_whmcs_that_is_named_from_where_one_stands_is_named() {
    let host = Host::debian();
    if !host.give_away() {
        return;
    }
    litter(&host, ".jetpack.jetpack-new");
    let before = host.everything();
    let mut install = host.command_with_package(&["install", "--yes", "--whmcs", "whmcs"]);
    let ran: Ran = install
        .current_dir(host.at("/var/www/billing"))
        .output()
        .unwrap()
        .into();
    assert!(
        ran.code == Some(1) && ran.err.contains("nothing was changed"),
        "{ran:?}"
    );
    assert!(host.everything() == before);
}

#[test]
fn a_module_that_one_owner_keeps_stays_recorded_when_the_others_go() {
    let Some(host) = both() else { return };
    let folder = litter(&host, "jetpack");
    let ran = host.uninstall(&["--yes"]);
    let left_out = format!("{} was left out: step", host.at(WHMCS).display());
    assert!(ran.code == Some(1) && ran.out.contains(&left_out), "{ran:?}");
    assert!(host.at(&module(WHMCS)).exists() && !host.at(&module(SECOND)).exists());
    assert_eq!(host.record()["whmcs"].as_array().unwrap().len(), 1);
    assert!(host.record()["begun"].as_array().unwrap().is_empty());
    fs::remove_dir_all(host.at(&folder).join("of-another")).unwrap();
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(0) && !host.at(&module(WHMCS)).exists(),
        "{ran:?}"
    );
    assert!(!host.at("/var/lib/jetpack-for-whmcs").exists());
}

#[test]
fn what_an_interrupted_run_left_with_one_owner_stops_only_him() {
    let Some(host) = both() else { return };
    // As it is where a folder was giving way by a copy when the kill came; what is there yet cannot be removed.
    let servers = host.at(&format!("{WHMCS}/modules/servers"));
    interrupt(&host);
    for mark in ["new", "old"] {
        let mark = servers.join(format!(".jetpack.jetpack-{mark}"));
        fs::create_dir(&mark).unwrap();
        chown(mark, Some(65_534), None).unwrap();
    }
    let folder = litter(&host, "jetpack");

    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.out.contains("whmcs was left out: "),
        "{ran:?}"
    );
    let second = host.at(SECOND);
    let ran = host.uninstall(&["--yes", "--whmcs", second.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(!host.at(&module(SECOND)).exists() && host.at(&module(WHMCS)).exists());
    fs::remove_dir_all(host.at(&folder).join("of-another")).unwrap();
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(0) && !host.at(&module(WHMCS)).exists(),
        "{ran:?}"
    );
}

#[test]
fn root_who_may_not_be_another_runs_nothing_of_others_and_says_so() {
    let host = Host::debian();
    if !host.give_away() {
        return;
    }
    let before = host.everything();
    host.script("/usr/local/bin/php", "touch \"$0.was-run\"\n");
    for arguments in [["install", "--yes"], ["doctor", "--json"]] {
        let mut command = host.command_with_package(&arguments);
        if arguments[0] == "doctor" {
            command = host.command(&arguments);
        }
        command.arg("--whmcs").arg(host.at(WHMCS));
        let ran = Command::new("setpriv")
            .args(["--bounding-set", "-setuid,-setgid"])
            .arg(command.get_program())
            .args(command.get_args())
            .output()
            .unwrap();
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&ran.stdout),
            String::from_utf8_lossy(&ran.stderr)
        );
        assert!(
            ran.status.code().is_some_and(|code| code > 0) && said.contains("CAP_SETUID and CAP_SETGID"),
            "{said}"
        );
        assert!(!host.at("/usr/local/bin/php.was-run").exists());
    }
    fs::remove_file(host.at("/usr/local/bin/php")).unwrap();
    assert!(host.everything() == before);
}

#[test]
fn who_is_named_takes_up_what_was_interrupted_under_its_former_owner() {
    let Some(host) = both() else { return };
    let servers = host.at(&format!("{WHMCS}/modules/servers"));
    interrupt(&host);
    let mark = servers.join(".jetpack.jetpack-new");
    fs::create_dir(&mark).unwrap();
    chown(&mark, Some(2), None).unwrap();
    host.give(WHMCS, 2);
    for part in ["servers", "addons"] {
        host.give_whole(&format!("{WHMCS}/modules/{part}"), 2);
    }
    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.out.contains("belongs to the user with the number 2 now"),
        "{ran:?}"
    );
    let ran = host.install(&["--yes"]);
    assert!(ran.code == Some(0) && !mark.exists(), "{ran:?}");
    assert!(host.record()["begun"].as_array().unwrap().is_empty());
}

#[test]
fn an_upgrade_that_can_be_done_nowhere_is_taken_back_as_a_whole() {
    let host = Host::debian();
    if !host.give_away() {
        return;
    }
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    litter(&host, ".jetpack.jetpack-new");
    let newer = format!("{}// newer\n", host.read(&module(WHMCS)));
    host.package
        .put("modules/servers/jetpack/jetpack.php", newer.as_bytes());
    let built = Package::extension(api());
    let mut extension = fs::read(host.package.at(&built)).unwrap();
    extension.extend(b"newer");
    host.package.put(&built, &extension);
    host.package.sum_up();
    let before = host.everything();
    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("nothing was changed"),
        "{ran:?}"
    );
    assert!(host.everything() == before);
}

#[test]
fn an_uninstall_of_one_that_fails_at_its_end_can_be_repeated() {
    let Some(host) = both() else { return };
    host.write(&module(SECOND), "<?php // the host's\n");
    // What had been changed by hand cannot be set aside.
    host.write("/var/lib/jetpack-for-whmcs/yours", "in the way");
    let second = host.at(SECOND);
    let uninstall = ["--yes", "--whmcs", second.to_str().unwrap()];
    assert_eq!(host.uninstall(&uninstall).code, Some(1));
    fs::remove_file(host.at("/var/lib/jetpack-for-whmcs/yours")).unwrap();
    let ran = host.uninstall(&uninstall);
    assert!(
        ran.code == Some(0) && ran.out.contains("changed by hand"),
        "{ran:?}"
    );
    assert!(!host.at(&format!("{SECOND}/modules/servers/jetpack")).exists());
    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(0) && !host.at(&module(SECOND)).exists(),
        "{ran:?}"
    );
}

#[test]
fn a_whmcs_within_another_that_is_left_out_goes_all_the_same() {
    let host = Host::debian();
    if !host.give_away() {
        return;
    }
    let inner = format!("{WHMCS}/shop");
    host.whmcs(&inner);
    host.give(&inner, 1);
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    assert_eq!(host.install_into(&inner, &["--yes"]).code, Some(0));
    let folder = litter(&host, "jetpack");
    let ran = host.uninstall(&["--yes"]);
    assert!(ran.code == Some(1) && ran.out.contains("2 removed"), "{ran:?}");
    assert!(host.record()["begun"].as_array().unwrap().is_empty());
    fs::remove_dir_all(host.at(&folder).join("of-another")).unwrap();
    assert_eq!(host.upgrade(&["--yes"]).code, Some(0));
    assert!(!host.at(&module(&inner)).exists() && host.at(&module(WHMCS)).exists());
}

#[test]
fn a_whmcs_of_roots_that_others_can_change_stops_no_other() {
    let host = Host::debian();
    if !host.is_roots() {
        return;
    }
    host.whmcs(SECOND);
    host.give(SECOND, 1);
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    assert_eq!(host.install_into(SECOND, &["--yes"]).code, Some(0));
    let servers = host.at(&format!("{WHMCS}/modules/servers"));
    chown(&servers, None, Some(4242)).unwrap();
    fs::set_permissions(&servers, fs::Permissions::from_mode(0o775)).unwrap();
    let second = host.at(SECOND);
    let ran = host.uninstall(&["--yes", "--whmcs", second.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.out.contains("can be written by its group"),
        "{ran:?}"
    );
    // It is given to a user, as the installer says.
    host.give(WHMCS, 1);
    for part in ["servers", "addons"] {
        host.give_whole(&format!("{WHMCS}/modules/{part}"), 1);
    }
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.out.contains("uninstall --whmcs"),
        "{ran:?}"
    );
    let whmcs = host.at(WHMCS);
    assert_eq!(
        host.uninstall(&["--yes", "--whmcs", whmcs.to_str().unwrap()])
            .code,
        Some(0)
    );
}
