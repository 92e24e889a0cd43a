//! The way without an extension: the program, where PHP cannot change it.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::process::{Command, Stdio};

use crate::host::{Host, Php, WHMCS, api, number};
use crate::support::Ran;

const BESIDE: &str = "/var/www/billing/jetpack-bridge/jetpack-partner";
const COMMON: &str = "/usr/local/bin/jetpack-partner";

#[test]
fn the_program_comes_beside_whmcs_and_php_can_start_it() {
    let host = Host::debian();
    let before = host.everything();
    let ran = host.install(&["--yes", "--way", "program", "--api-url", "http://127.0.0.1:9"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.out.matches("starts the program, 0.").count(), 2, "{ran:?}");
    assert_eq!(
        host.at(BESIDE).metadata().unwrap().permissions().mode() & 0o777,
        0o755
    );
    assert!(
        host.read("/var/www/billing/jetpack-bridge/jetpack-bridge.ini")
            .contains("api_url = http://127.0.0.1:9")
    );
    assert!(
        !host
            .at(&format!("/usr/lib/php/{}/jetpack_bridge.so", api()))
            .exists()
    );
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert!(host.everything() == before && !host.at(BESIDE).parent().unwrap().exists());
}

#[test]
fn a_php_that_looks_at_no_file_twice_is_to_be_restarted_once_files_were_exchanged() {
    for (validates, is_said) in [("On", false), ("Off", true)] {
        let host = Host::debian();
        let scan = format!("/etc/php/{}/fpm/conf.d", number());
        let opcache =
            format!("opcache.enable => On => On\\nopcache.validate_timestamps => {validates} => {validates}");
        host.php(&Php {
            filter: &format!("| sed 's/^PHP API => .*/&\\n{opcache}/'"),
            ..Php::new(
                &format!("/usr/sbin/php-fpm{}", number()),
                &scan,
                &crate::host::extensions(),
            )
        });
        let ran = host.install(&["--yes", "--way", "program"]);
        assert!(ran.code == Some(0) && !ran.out.contains("Left to do"), "{ran:?}");
        host.write(&format!("{WHMCS}/modules/servers/jetpack/hooks.php"), "<?php\n");
        let ran = host.upgrade(&["--yes"]);
        assert_eq!(ran.out.contains("reload php"), is_said, "{ran:?}");
    }
}

#[test]
fn settings_that_stay_behind_with_the_former_way_are_named_and_not_their_values() {
    let host = Host::debian();
    let url = "http://127.0.0.1:9";
    let ran = host.install(&["--yes", "--way", "extension", "--api-url", url]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = host.upgrade(&["--yes", "--way", "program"]);
    assert_eq!(
        ran.out
            .matches("goes, and with it api_url: for the program")
            .count(),
        2,
        "{ran:?}"
    );
    let ran = host.upgrade(&["--yes", "--way", "program", "--api-url", url]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = host.upgrade(&["--dry-run", "--way", "extension"]);
    assert!(
        ran.out
            .contains("is read by the program alone, and has api_url: for the extension"),
        "{ran:?}"
    );
    let ran = host.upgrade(&["--dry-run", "--way", "extension", "--api-url", url]);
    assert!(!ran.out.contains("is read by the program alone"), "{ran:?}");
    // What the host has written himself is not shown either.
    let ini = BESIDE.replace("jetpack-partner", "jetpack-bridge.ini");
    host.write(&ini, "proxy = http://me:s3cret@proxy:3128\n");
    let ran = host.upgrade(&["--dry-run", "--api-url", url]);
    assert!(
        ran.out.contains(&format!("proxy = …; api_url = {url}")) && !ran.out.contains("s3cret"),
        "{ran:?}"
    );
}

#[test]
fn where_others_could_put_a_program_beside_whmcs_it_comes_elsewhere() {
    let host = Host::debian();
    host.folder("/usr/local/bin");
    host.give_away();
    fs::set_permissions(host.at("/var/www/billing"), fs::Permissions::from_mode(0o777)).unwrap();
    let ran = host.install(&["--yes", "--way", "program"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.at(COMMON).is_file() && !host.at(BESIDE).exists());

    let host_2 = Host::debian();
    host_2.folder("/usr/local/bin");
    host_2.give_away();
    for folder in ["/usr/local/bin", "/var/www/billing"] {
        fs::set_permissions(host_2.at(folder), fs::Permissions::from_mode(0o777)).unwrap();
    }
    let ran = host_2.install(&["--yes", "--way", "program"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err.contains("can be put nowhere") && ran.err.contains("can be written by others"),
        "{ran:?}"
    );
}

#[test]
fn a_folder_above_that_is_another_users_gets_no_program() {
    let host = Host::debian();
    host.folder("/usr/local/bin");
    if chown(host.at("/var/www"), Some(65_533), None).is_err() {
        // Nobody but root can give a folder away.
        return;
    }
    // Where WHMCS is root's, whoever owns a folder above could put another in its place.
    let ran = host.install(&["--yes", "--way", "program"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("/var/www belongs to another user than root"),
        "{ran:?}"
    );
    host.give_away();
    let ran = host.install(&["--yes", "--way", "program"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.at(COMMON).is_file() && !host.at(BESIDE).exists());
}

#[test]
fn a_program_that_php_finds_first_and_refuses_is_told_before_another_is_put_elsewhere() {
    let host = Host::debian();
    host.folder("/usr/local/bin");
    host.script(BESIDE, "");
    fs::set_permissions(
        host.at(BESIDE).parent().unwrap(),
        fs::Permissions::from_mode(0o777),
    )
    .unwrap();
    let ran = host.install(&["--yes", "--way", "program"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("PHP looks there first") && !host.at(COMMON).exists(),
        "{ran:?}"
    );
}

#[test]
fn settings_that_another_than_root_could_change_are_told_before_the_program_comes_beside_them() {
    let host = Host::debian();
    let settings = "/var/www/billing/jetpack-bridge/jetpack-bridge.ini";
    host.write(settings, "");
    host.folder("/usr/local");
    fs::set_permissions(host.at(settings), fs::Permissions::from_mode(0o666)).unwrap();
    fs::set_permissions(host.at("/usr/local"), fs::Permissions::from_mode(0o777)).unwrap();
    let ran = host.install(&["--yes", "--way", "program"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("jetpack-bridge.ini can be written by others"),
        "{ran:?}"
    );
}

#[test]
fn a_php_that_could_only_start_the_program_does_not_keep_others_from_the_extension() {
    let host = Host::debian();
    let strange = "| sed 's/PHP Extension => .*/PHP Extension => 20251212/'";
    host.php(&Php {
        filter: strange,
        ..Php::new("/usr/bin/php99", "/etc/php/99/cli/conf.d", "/usr/lib/php/99")
    });
    host.folder("/usr/local/bin");
    host.give_away();
    for folder in ["/usr/local/bin", "/var/www/billing"] {
        fs::set_permissions(host.at(folder), fs::Permissions::from_mode(0o777)).unwrap();
    }
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.out.matches("loads jetpack_bridge").count(), 2, "{ran:?}");
    assert!(
        ran.out.contains("is left alone: this package has no extension"),
        "{ran:?}"
    );
}

#[test]
fn a_file_system_that_lets_nothing_start_gets_no_program() {
    let host = Host::debian();
    if !host.is_roots() {
        // Only root mounts, and asks PHPs as another.
        return;
    }
    for folder in ["/usr/local/bin", "/var/www/billing/jetpack-bridge"] {
        host.folder(folder);
    }
    fs::set_permissions(host.at("/usr/local/bin"), fs::Permissions::from_mode(0o777)).unwrap();
    let whmcs = host.at(WHMCS);
    let install = [
        "install",
        "--yes",
        "--way",
        "program",
        "--whmcs",
        whmcs.to_str().unwrap(),
    ];
    let installer = host.command_with_package(&install);
    // A mount of this process alone.
    let ran: Ran = Command::new("unshare")
        .args([
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs -o noexec,mode=755 none \"$0\" && exec \"$@\"",
        ])
        .arg(host.at("/var/www/billing/jetpack-bridge"))
        .arg(installer.get_program())
        .args(installer.get_args())
        .stdin(Stdio::null())
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err
            .contains("jetpack-bridge is on a file system that is mounted noexec"),
        "{ran:?}"
    );
}

#[test]
fn a_folder_that_the_web_server_hands_out_gets_no_program() {
    let host = Host::debian();
    host.whmcs("/home/shop/public_html/whmcs");
    let ran = host.install_into("/home/shop/public_html/whmcs", &["--yes", "--way", "program"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.at(COMMON).is_file() && !host.at("/home/shop/public_html/jetpack-bridge").exists());
}

#[test]
fn the_extension_goes_where_the_program_takes_its_place() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let ran = host.install(&["--yes", "--way", "program"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for gone in [
        format!("/usr/lib/php/{}/jetpack_bridge.so", api()),
        format!("/etc/php/{}/fpm/conf.d/20-jetpack_bridge.ini", number()),
    ] {
        assert!(!host.at(&gone).exists(), "{gone}: {ran:?}");
    }
    // An upgrade asks for the same way again.
    assert_eq!(host.record()["wish"]["way"], "program");
    let ran = host.upgrade(&[]);
    assert!(
        ran.code == Some(0) && ran.out.contains("starts the program"),
        "{ran:?}"
    );
    assert!(host.at(WHMCS).join("modules/servers/jetpack").is_dir());
}

#[test]
fn a_program_that_nobody_starts_any_more_stays_of_the_same_version() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes", "--way", "program"]).code, Some(0));
    host.write(BESIDE, "an older one");
    let ran = host.install(&["--yes", "--way", "extension"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.read(BESIDE).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_program_is_asked_after_it_was_put_there_as_whoever_will_start_it() {
    let host = Host::debian();
    if !host.give_away() {
        // Nobody but root can be somebody else.
        return;
    }
    // It lies where its user may not go.
    fs::set_permissions(host.at("/var/www"), fs::Permissions::from_mode(0o711)).unwrap();
    host.folder("/usr/local/bin");
    fs::set_permissions(host.at("/usr/local"), fs::Permissions::from_mode(0o700)).unwrap();
    host.folder("/var/www/billing/public");
    fs::rename(host.at(WHMCS), host.at("/var/www/billing/public/whmcs")).unwrap();
    let ran = host.install_into("/var/www/billing/public/whmcs", &["--yes", "--way", "program"]);
    assert!(
        ran.code == Some(1)
            && ran
                .out
                .contains("cannot be started by user 65534: Permission denied"),
        "{ran:?}"
    );
}
