//! A WHMCS that is not there any more, or not now; and what the host keeps in the module's folders himself.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use crate::host::{Host, WHMCS};

const SERVER: &str = "/var/www/billing/whmcs/modules/servers/jetpack";

#[test]
fn what_was_installed_can_be_removed_when_its_whmcs_was_deleted() {
    let host = Host::debian();
    // It would get its former module back.
    host.write(&format!("{SERVER}/jetpack.php"), "<?php // another\n");
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    fs::remove_dir_all(host.at(WHMCS)).unwrap();
    let ran = host.uninstall(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("was not there any more"), "{ran:?}");
    // What it would have got back is the host's.
    assert_eq!(
        host.read("/var/lib/jetpack-for-whmcs/yours/1/jetpack.php"),
        "<?php // another\n"
    );
    assert!(ran.out.contains("What was there lies in"), "{ran:?}");
    assert!(
        !host
            .everything()
            .keys()
            .any(|path| path.to_string_lossy().contains("jetpack"))
    );
}

#[test]
fn a_whmcs_that_cannot_be_reached_during_an_upgrade_is_remembered() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    host.whmcs("/srv/second");
    let second = host.at("/srv/second");
    assert_eq!(host.install_into("/srv/second", &["--yes"]).code, Some(0));
    fs::rename(host.at("/srv"), host.at("/away")).unwrap();
    let ran = host.upgrade(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said = format!("{} is not there now, and still has the module", second.display());
    assert!(ran.out.contains(&said), "{ran:?}");
    let said = format!("Note: {} is not there now", second.display());
    assert!(ran.out.contains(&said), "it is said beforehand: {ran:?}");
    assert_eq!(host.record()["whmcs"].as_array().unwrap().len(), 2);

    fs::rename(host.at("/away"), host.at("/srv")).unwrap();
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert!(!second.join("modules/servers/jetpack").exists());
}

#[test]
fn a_whmcs_that_has_moved_is_told_of_and_removed_from_where_it_is() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    fs::rename(host.at(WHMCS), host.at("/var/www/billing/moved")).unwrap();
    for options in [["--yes"], ["--dry-run"]] {
        let ran = host.upgrade(&options);
        assert!(
            ran.code == Some(2)
                && ran.err.contains("no WHMCS is where the module was installed")
                && ran.err.contains("install --whmcs DIR"),
            "{ran:?}"
        );
    }
    assert_eq!(
        host.install_into("/var/www/billing/moved", &["--yes"]).code,
        Some(0)
    );
    let ran = host.uninstall(&["--yes"]);
    assert!(
        ran.code == Some(0) && ran.out.contains("files: 5 removed"),
        "{ran:?}"
    );
    let everything = host.everything();
    assert!(
        !everything
            .keys()
            .any(|path| path.to_string_lossy().contains("jetpack"))
    );
}

#[test]
fn what_an_upgrade_cannot_carry_over_is_set_aside() {
    type Add<'a> = (&'a str, &'a dyn Fn(&Host));
    let cases: [Add; 3] = [
        ("a link", &|host| {
            symlink("english.php", host.at(&format!("{SERVER}/lang/mine.php"))).unwrap();
        }),
        ("an empty folder", &|host| host.folder(&format!("{SERVER}/cache"))),
        ("a name that is no text", &|host| {
            let name = OsStr::from_bytes(b"caf\xe9.php");
            fs::write(host.at(&format!("{SERVER}/lang")).join(name), "<?php\n").unwrap();
        }),
    ];
    for (what, add) in cases {
        let host = Host::debian();
        assert_eq!(host.install(&["--yes"]).code, Some(0));
        add(&host);
        let ran = host.upgrade(&["--yes"]);
        assert_eq!(ran.code, Some(0), "{what}: {ran:?}");
        assert!(ran.out.contains("had been changed by hand"), "{what}: {ran:?}");
        let yours = host.at("/var/lib/jetpack-for-whmcs/yours/1");
        let is_there = match what {
            "a link" => fs::read_link(yours.join("lang/mine.php")).is_ok(),
            "an empty folder" => yours.join("cache").is_dir(),
            _ => yours
                .join("lang")
                .join(OsStr::from_bytes(b"caf\xe9.php"))
                .is_file(),
        };
        assert!(is_there, "{what}");
        let ran = host.upgrade(&["--yes"]);
        assert!(!ran.out.contains("changed by hand"), "{what}: {ran:?}");
    }
}

#[test]
fn a_file_of_the_hosts_own_keeps_its_mode() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let mine = format!("{SERVER}/lang/polish.php");
    host.write(&mine, "<?php\n");
    fs::set_permissions(host.at(&mine), Permissions::from_mode(0o600)).unwrap();
    host.write(&format!("{SERVER}/jetpack.php"), "<?php // old\n");
    assert_eq!(host.upgrade(&["--yes"]).code, Some(0));
    assert_eq!(host.at(&mine).metadata().unwrap().mode() & 0o777, 0o600);
}
