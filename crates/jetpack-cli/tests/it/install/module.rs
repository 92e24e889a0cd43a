//! The module's folders in WHMCS.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};

use crate::host::{Host, WHMCS, extensions};

const SERVER: &str = "/var/www/billing/whmcs/modules/servers/jetpack";
const BRIDGE: &str = "/var/www/billing/whmcs/modules/servers/jetpack/lib/Bridge.php";

/// Makes the installed module look like one of another release.
fn restate(host: &Host, version: &str) {
    let ours = format!("VERSION = '{}'", env!("CARGO_PKG_VERSION"));
    host.write(
        BRIDGE,
        &host
            .read(BRIDGE)
            .replace(&ours, &format!("VERSION = '{version}'")),
    );
}

#[test]
fn the_modules_files_have_owner_and_modes_of_whmcss_own() {
    let host = Host::debian();
    let servers = host.at(WHMCS).join("modules/servers");
    fs::set_permissions(&servers, fs::Permissions::from_mode(0o750)).unwrap();
    fs::set_permissions(host.at(WHMCS).join("init.php"), fs::Permissions::from_mode(0o640)).unwrap();
    host.give_away();
    let (uid, gid) = (
        servers.metadata().unwrap().uid(),
        servers.metadata().unwrap().gid(),
    );
    // Of a panel's user nobody but root may put the program beside.
    let ran = host.install(&["--yes", "--way", "extension"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for (path, mode) in [
        ("", 0o750),
        ("/lib", 0o750),
        ("/jetpack.php", 0o640),
        ("/lib/Bridge.php", 0o640),
    ] {
        let found = host.at(&format!("{SERVER}{path}")).metadata().unwrap();
        assert_eq!(
            (found.mode() & 0o777, found.uid(), found.gid()),
            (mode, uid, gid),
            "{path}"
        );
    }
}

#[test]
fn an_upgrade_replaces_the_folder_as_a_whole_and_keeps_what_is_the_hosts() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    restate(&host, "0.0.9");
    host.write(&format!("{SERVER}/lang/polish.php"), "<?php // mine\n");
    host.write(&format!("{SERVER}/templates/overview.tpl"), "changed");
    let ran = host.upgrade(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out
            .contains("in the place of version 0.0.9; your own files stay: lang/polish.php"),
        "{ran:?}"
    );
    assert!(host.read(BRIDGE).contains(env!("CARGO_PKG_VERSION")));
    assert_eq!(host.read(&format!("{SERVER}/lang/polish.php")), "<?php // mine\n");
    // What was changed by hand is set aside.
    assert!(ran.out.contains("had been changed by hand"), "{ran:?}");
    assert_eq!(
        host.read("/var/lib/jetpack-for-whmcs/yours/1/templates/overview.tpl"),
        "changed"
    );
}

#[test]
fn a_link_that_whmcss_user_has_put_into_the_folder_is_not_followed() {
    let host = Host::debian();
    host.write("/root/secret", "only root's");
    fs::set_permissions(host.at("/root/secret"), fs::Permissions::from_mode(0o600)).unwrap();
    host.give_away();
    assert_eq!(host.install(&["--yes", "--way", "extension"]).code, Some(0));
    restate(&host, "0.0.9");
    let link = host.at(&format!("{SERVER}/lang/polish.php"));
    std::os::unix::fs::symlink(host.at("/root/secret"), link).unwrap();
    std::os::unix::fs::symlink(host.at("/root"), host.at(&format!("{SERVER}/more"))).unwrap();
    let ran = host.upgrade(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.read(BRIDGE).contains(env!("CARGO_PKG_VERSION")));
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    let copies = host
        .everything()
        .into_iter()
        .filter(|(_, text)| text == b"only root's")
        .count();
    assert_eq!(copies, 1);
    assert_eq!(host.read("/root/secret"), "only root's");
}

#[test]
fn root_does_as_whmcss_user_what_it_does_in_his_folders() {
    let host = Host::debian();
    if !host.give_away() {
        // Nobody but root can be somebody else.
        return;
    }
    // Where he cannot write, root does not write for him.
    let addons = host.at(WHMCS).join("modules/addons");
    fs::set_permissions(&addons, fs::Permissions::from_mode(0o555)).unwrap();
    let before = host.everything();
    let ran = host.install(&["--yes", "--way", "extension"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err.contains("Permission denied") && ran.err.contains("was taken back"),
        "{ran:?}"
    );
    assert!(host.everything() == before);
}

#[test]
fn a_file_that_a_newer_release_has_no_more_goes() {
    let host = Host::debian();
    host.package
        .put("modules/servers/jetpack/lib/Old.php", b"<?php\n");
    host.package.sum_up();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    assert!(host.at(&format!("{SERVER}/lib/Old.php")).exists());
    host.package.remove("modules/servers/jetpack/lib/Old.php");
    host.package.sum_up();
    let ran = host.upgrade(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(!host.at(&format!("{SERVER}/lib/Old.php")).exists());
}

#[test]
fn what_was_copied_by_hand_is_taken_over() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    fs::remove_dir_all(host.at("/var/lib/jetpack-for-whmcs")).unwrap();
    restate(&host, "0.0.9");
    host.write(&format!("{SERVER}/lang/polish.php"), "<?php\n");
    host.write(&format!("{SERVER}/lib/Stale.php"), "<?php\n");
    assert!(
        host.upgrade(&[])
            .err
            .contains("jetpack-partner install --whmcs DIR")
    );
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.at(&format!("{SERVER}/lang/polish.php")).exists());
    assert!(!host.at(&format!("{SERVER}/lib/Stale.php")).exists());
}

#[test]
fn another_jetpack_module_gives_way_and_comes_back_when_ours_goes() {
    let host = Host::debian();
    host.write(&format!("{SERVER}/jetpack.php"), "<?php // the first one\n");
    host.write(&format!("{SERVER}/hooks.php"), "<?php\n");
    let before = host.everything();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.out.contains("in the place of another Jetpack module"),
        "{ran:?}"
    );
    assert!(!host.read(&format!("{SERVER}/jetpack.php")).contains("first one"));
    let ran = host.uninstall(&["--yes"]);
    assert!(ran.out.contains("put back what was there before"), "{ran:?}");
    assert!(host.everything() == before);
    assert!(!host.at("/var/lib/jetpack-for-whmcs").exists());
}

#[test]
fn a_downgrade_is_refused() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    restate(&host, "99.0.0");
    let after = host.everything();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.err.contains("is 99.0.0, and this package is") && ran.err.contains("Nothing was done"),
        "{ran:?}"
    );
    restate(&host, "0.0.9");
    let record = host.read("/var/lib/jetpack-for-whmcs/installed.json");
    let newer = record.replace(
        &format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION")),
        "\"version\": \"99.0.0\"",
    );
    host.write("/var/lib/jetpack-for-whmcs/installed.json", &newer);
    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("99.0.0 is installed"),
        "{ran:?}"
    );
    assert!(host.everything() == after);
}

#[test]
fn two_whmcs_of_one_machine_share_the_extension_until_the_last_one_goes() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let one = host.everything();
    host.whmcs("/srv/second");
    let second = host.at("/srv/second");
    assert_eq!(host.install_into("/srv/second", &["--yes"]).code, Some(0));
    assert!(second.join("modules/servers/jetpack/jetpack.php").exists());

    // Both are brought to one version: they share what PHP has loaded.
    restate(&host, "0.0.9");
    let ran = host.install_into("/srv/second", &["--yes"]);
    assert!(ran.code == Some(0) && !host.read(BRIDGE).contains("0.0.9"));

    let ran = host.uninstall(&["--yes", "--whmcs", second.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    fs::remove_dir_all(host.at("/srv")).unwrap();
    assert!(host.everything() == one, "{ran:?}");
    let ran = host.uninstall(&["--whmcs", second.to_str().unwrap()]);
    assert!(
        ran.code == Some(2) && ran.err.contains("nothing is recorded"),
        "{ran:?}"
    );
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert!(!host.at(SERVER).exists());
}

#[test]
fn what_was_copied_by_hand_is_known_once_it_was_installed() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    // As after a copy by hand.
    fs::remove_dir_all(host.at("/var/lib/jetpack-for-whmcs")).unwrap();
    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("install --whmcs DIR"),
        "{ran:?}"
    );
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    restate(&host, "0.0.9");
    let ran = host.upgrade(&["--yes"]);
    assert!(
        ran.code == Some(0) && !host.read(BRIDGE).contains("0.0.9"),
        "{ran:?}"
    );
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(0) && ran.out.contains("files: 2 removed"),
        "{ran:?}"
    );
    assert!(!host.at("/var/lib/jetpack-for-whmcs/installed.json").exists());
    assert!(!host.at(SERVER).exists() && !host.at(WHMCS).join("modules/addons/jetpack").exists());
    // Others may need the extension whom nobody here knows.
    assert_eq!(
        ran.out
            .matches("loads jetpack_bridge by what was not put there by this program")
            .count(),
        2,
        "{ran:?}"
    );
}

#[test]
fn nothing_is_recorded_of_a_whmcs_that_was_left_out() {
    let host = Host::debian();
    if !host.is_roots() {
        // Nobody but root can give a folder away.
        return;
    }
    host.whmcs("/srv/second");
    host.give("/srv/second", 1);
    for whmcs in [WHMCS, "/srv/second"] {
        assert_eq!(host.install_into(whmcs, &["--yes"]).code, Some(0));
    }
    // As after a copy by hand, with something of another user's in it.
    let second = host.at("/srv/second");
    let second = second.to_str().unwrap();
    let mut record = host.record();
    let things = record["things"].as_array_mut().unwrap();
    things.retain(|thing| !thing["path"].as_str().unwrap().starts_with(second));
    host.write("/var/lib/jetpack-for-whmcs/installed.json", &record.to_string());
    host.give_whole("/srv/second/modules/servers/jetpack/lib", 2);
    let ran = host.upgrade(&["--yes"]);
    assert!(ran.code == Some(1) && ran.out.contains("was left out"), "{ran:?}");
    let record = host.record().to_string();
    assert!(!record.contains("second/modules"), "{record}");
}

#[test]
fn an_extension_that_stays_old_is_told_of() {
    let host = Host::debian();
    let extensions = extensions();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    // The shell's PHP does not answer any more, and has an extension of its own.
    let mut record = host.record();
    let things = record["things"].as_array_mut().unwrap();
    let mut old = things
        .iter()
        .find(|thing| thing["path"].as_str().unwrap().ends_with(".so"))
        .unwrap()
        .clone();
    old["path"] = host
        .at(&format!("{extensions}/of-another/jetpack_bridge.so"))
        .to_str()
        .unwrap()
        .into();
    old["files"] = serde_json::json!({"": "0123"});
    things.push(old);
    host.write(
        &format!("{extensions}/of-another/jetpack_bridge.so"),
        "an older one",
    );
    host.write("/var/lib/jetpack-for-whmcs/installed.json", &record.to_string());
    let ran = host.upgrade(&["--yes"]);
    let said = "of-another/jetpack_bridge.so is of another release yet";
    assert!(ran.code == Some(0) && ran.out.contains(said), "{ran:?}");
    host.script("/usr/local/bin/php", "exit 1\n");
    let ran = host.upgrade(&["--yes"]);
    assert!(ran.code == Some(1) && ran.out.contains(said), "{ran:?}");
}
