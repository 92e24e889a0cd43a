//! A WHMCS whose owner wishes the machine ill, while root installs into it.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};

use crate::host::{Host, WHMCS};

const SERVERS: &str = "/var/www/billing/whmcs/modules/servers";
const ADDONS: &str = "/var/www/billing/whmcs/modules/addons";
const KEPT: &str = "/var/lib/jetpack-for-whmcs";

fn mode(host: &Host, path: &str) -> u32 {
    host.at(path).metadata().unwrap().mode() & 0o7777
}

#[test]
fn what_is_kept_of_a_users_files_gives_nobody_roots_rights() {
    let host = Host::debian();
    let shell = format!("{SERVERS}/jetpack/shell");
    host.write(&shell, "#!/bin/sh\n");
    fs::set_permissions(host.at(&shell), Permissions::from_mode(0o6777)).unwrap();
    host.give_away();
    for path in ["", "/shell"] {
        if host.root().metadata().unwrap().uid() == 0 {
            chown(
                host.at(&format!("{SERVERS}/jetpack{path}")),
                Some(65_534),
                Some(65_534),
            )
            .unwrap();
        }
    }
    fs::set_permissions(host.at(&shell), Permissions::from_mode(0o6777)).unwrap();
    assert_eq!(host.install(&["--yes", "--way", "extension"]).code, Some(0));
    for path in ["", "/before"] {
        assert_eq!(mode(&host, &format!("{KEPT}{path}")), 0o700, "{path}");
    }
    assert_eq!(mode(&host, &format!("{KEPT}/installed.json")), 0o600);
    let copy = format!("{KEPT}/before/1/shell");
    assert_eq!(mode(&host, &copy), 0o777);
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert_eq!(mode(&host, &shell), 0o777);
}

#[test]
fn a_folder_that_is_a_link_or_anothers_is_refused_and_what_it_leads_to_is_not_touched() {
    for (name, leads_to) in [
        ("modules/servers", "/home/other/modules/servers"),
        ("modules/addons", "/etc/profile.d"),
        ("modules", "/home/other/modules"),
    ] {
        let host = Host::debian();
        host.write(
            "/home/other/modules/servers/jetpack/jetpack.php",
            "<?php // a client's\n",
        );
        host.folder("/home/other/modules/addons");
        host.folder("/etc/profile.d");
        host.give_away();
        let link = host.at(&format!("{WHMCS}/{name}"));
        fs::remove_dir_all(&link).unwrap();
        symlink(host.at(leads_to), &link).unwrap();
        let before = host.everything();
        let ran = host.install(&["--yes", "--way", "extension"]);
        assert!(
            ran.code == Some(2) && ran.err.contains("is a link or a file"),
            "{name}: {ran:?}"
        );
        assert!(host.everything() == before, "{name}");
    }
    let host = Host::debian();
    if host.give_away() {
        chown(host.at(ADDONS), Some(0), Some(0)).unwrap();
        let ran = host.install(&["--yes", "--way", "extension"]);
        assert!(
            ran.code == Some(2) && ran.err.contains("does not belong to the owner of"),
            "{ran:?}"
        );
    }
}

#[test]
fn a_link_that_comes_after_the_installation_leads_root_nowhere() {
    let host = Host::debian();
    if !host.give_away() {
        // Only root could be led.
        return;
    }
    assert_eq!(host.install(&["--yes", "--way", "extension"]).code, Some(0));
    // Root's own, where a user may put nothing.
    host.write("/etc/root/jetpack/mine", "root's");
    fs::rename(host.at(ADDONS), host.at(&format!("{ADDONS}.away"))).unwrap();
    symlink(host.at("/etc/root"), host.at(ADDONS)).unwrap();
    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(2) || ran.out.contains("is not there now"),
        "{ran:?}"
    );
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.out.contains("was left out: step"),
        "{ran:?}"
    );
    let ran = host.uninstall(&["--yes", "--whmcs", host.at(WHMCS).to_str().unwrap()]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err.contains("does not belong to the owner") && ran.err.contains("was taken back"),
        "{ran:?}"
    );
    assert_eq!(host.read("/etc/root/jetpack/mine"), "root's");
    // Also where the whole of it is root's by now.
    chown(host.at(SERVERS), Some(0), Some(0)).unwrap();
    assert_eq!(host.uninstall(&["--yes"]).code, Some(1));
    assert_eq!(host.read("/etc/root/jetpack/mine"), "root's");
}

#[test]
fn root_does_not_work_where_others_can_change_what_is_roots() {
    let host = Host::debian();
    if host.root().metadata().unwrap().uid() != 0 {
        return;
    }
    let lang = format!("{SERVERS}/jetpack/lang");
    host.write(&format!("{lang}/polish.php"), "<?php\n");
    fs::set_permissions(host.at(&lang), Permissions::from_mode(0o777)).unwrap();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("does not belong to"),
        "{ran:?}"
    );
    fs::set_permissions(host.at(&lang), Permissions::from_mode(0o755)).unwrap();
    for folder in [ADDONS, WHMCS, "/var/www"] {
        fs::set_permissions(host.at(folder), Permissions::from_mode(0o777)).unwrap();
        let ran = host.install(&["--yes"]);
        assert!(
            ran.code == Some(2) && ran.err.contains("can be written by others than its owner"),
            "{ran:?}"
        );
        fs::set_permissions(host.at(folder), Permissions::from_mode(0o755)).unwrap();
    }
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    // Nor is anything taken away there, or where a program or an ini file lies.
    for (folder, code) in [("/var/www", 1), ("/etc/php", 2)] {
        chown(host.at(folder), Some(65_534), None).unwrap();
        let before = host.everything();
        let ran = host.uninstall(&["--yes"]);
        let said = format!("{}{}", ran.out, ran.err);
        assert!(
            ran.code == Some(code) && said.contains("belongs to another user than root"),
            "{ran:?}"
        );
        assert!(host.everything() == before);
        chown(host.at(folder), Some(0), None).unwrap();
    }
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
}

#[test]
fn a_record_that_others_could_have_written_is_not_believed() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let record = host.at(&format!("{KEPT}/installed.json"));
    fs::set_permissions(&record, Permissions::from_mode(0o666)).unwrap();
    for ran in [host.uninstall(&["--yes"]), host.upgrade(&["--yes"])] {
        assert!(
            ran.code == Some(2) && ran.err.contains("is not believed"),
            "{ran:?}"
        );
    }
    fs::set_permissions(&record, Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(host.at(KEPT), Permissions::from_mode(0o777)).unwrap();
    assert_eq!(host.uninstall(&["--yes"]).code, Some(2));
    fs::set_permissions(host.at(KEPT), Permissions::from_mode(0o755)).unwrap();
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
}

#[test]
fn what_is_neither_file_nor_folder_stops_nothing() {
    let host = Host::debian();
    let folder = format!("{SERVERS}/jetpack");
    host.write(&format!("{folder}/lib/Bridge.php"), "<?php // another\n");
    let made = std::process::Command::new("mkfifo")
        .arg(host.at(&format!("{folder}/pipe")))
        .status();
    assert!(made.unwrap().success());
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert_eq!(
        host.read(&format!("{folder}/lib/Bridge.php")),
        "<?php // another\n"
    );
}

#[test]
fn a_file_without_end_holds_nobody_up() {
    let host = Host::debian();
    host.folder(&format!("{SERVERS}/jetpack"));
    let large = fs::File::create(host.at(&format!("{SERVERS}/jetpack/large"))).unwrap();
    large.set_len(1 << 40).unwrap();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("larger than 256 MiB"),
        "{ran:?}"
    );
}

#[test]
fn a_whmcs_that_changed_hands_is_touched_only_once_somebody_says_so() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    if !host.give_away() {
        return;
    }
    for part in [SERVERS, ADDONS] {
        host.give_whole(&format!("{part}/jetpack"), 65_534);
    }
    host.write(&format!("{SERVERS}/jetpack/jetpack.php"), "<?php // changed\n");
    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("belongs to the user with the number 65534 now"),
        "{ran:?}"
    );
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        host.at(&format!("{SERVERS}/jetpack/jetpack.php"))
            .metadata()
            .unwrap()
            .uid(),
        65_534
    );
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert!(!host.at(&format!("{SERVERS}/jetpack")).exists());
}

#[test]
fn a_group_that_may_write_keeps_root_from_removing_too() {
    let host = Host::debian();
    if host.root().metadata().unwrap().uid() != 0 {
        return;
    }
    host.write(
        &format!("{SERVERS}/jetpack/jetpack.php"),
        "<?php // the first one\n",
    );
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    chown(host.at(SERVERS), None, Some(4242)).unwrap();
    fs::set_permissions(host.at(SERVERS), Permissions::from_mode(0o775)).unwrap();
    let before = host.everything();
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(1) && ran.out.contains("can be written by its group"),
        "{ran:?}"
    );
    assert!(host.everything() == before);
}

#[test]
fn a_folder_that_its_owner_has_closed_to_himself_stops_nobody() {
    let host = Host::debian();
    if !host.give_away() {
        return;
    }
    assert_eq!(host.install(&["--yes", "--way", "extension"]).code, Some(0));
    host.write(&format!("{SERVERS}/jetpack/lang/mine/a.php"), "<?php\n");
    host.give_whole(&format!("{SERVERS}/jetpack/lang/mine"), 65_534);
    fs::set_permissions(
        host.at(&format!("{SERVERS}/jetpack/lang/mine")),
        Permissions::from_mode(0o555),
    )
    .unwrap();
    host.write(&format!("{SERVERS}/jetpack/jetpack.php"), "<?php // changed\n");
    assert_eq!(host.upgrade(&["--yes"]).code, Some(0));
    assert_eq!(
        host.read(&format!("{SERVERS}/jetpack/lang/mine/a.php")),
        "<?php\n"
    );
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert!(!host.at(&format!("{SERVERS}/jetpack")).exists());
}

#[test]
fn an_ini_file_that_hides_something_goes_on_hiding_it() {
    let host = Host::debian();
    let ini = format!(
        "/etc/php/{}/fpm/conf.d/20-jetpack_bridge.ini",
        crate::host::number()
    );
    host.write(
        &ini,
        "extension=jetpack_bridge\njetpack_bridge.proxy = \"http://a.test\"\n",
    );
    fs::set_permissions(host.at(&ini), Permissions::from_mode(0o640)).unwrap();
    let _ = chown(host.at(&ini), None, Some(65_534));
    let group = host.at(&ini).metadata().unwrap().gid();
    let ran = host.install(&["--yes", "--api-url", "http://127.0.0.1:9"]);
    assert!(host.read(&ini).contains("127.0.0.1:9"), "{ran:?}");
    assert_eq!(mode(&host, &ini), 0o640);
    assert_eq!(host.at(&ini).metadata().unwrap().gid(), group);
}
