//! Only a package that is as it was packed is installed.

use std::process::{Command, Stdio};

use crate::host::{Host, Package, WHMCS, api};
use crate::support::{PROGRAM, Ran};

#[test]
fn a_file_that_was_changed_added_or_lost_is_named_and_nothing_is_done() {
    type Spoil = fn(&Package);
    let spoil: [(Spoil, &str); 5] = [
        (
            |package| package.put("modules/servers/jetpack/jetpack.php", b"<?php"),
            "jetpack.php was changed",
        ),
        (
            |package| package.put("modules/addons/jetpack/more.php", b"<?php"),
            "more.php does not belong to it",
        ),
        (
            |package| package.remove(&Package::extension(api())),
            "jetpack_bridge.so is missing",
        ),
        (
            |package| std::fs::remove_dir_all(package.at("modules")).unwrap(),
            " is missing, and ",
        ),
        (|package| package.put("SHA256SUMS", b"not a sum\n"), "no checksum"),
    ];
    for (spoil, said) in spoil {
        let host = Host::debian();
        let before = host.everything();
        spoil(&host.package);
        let ran = host.install(&["--yes"]);
        assert!(ran.code != Some(0) && ran.err.contains(said), "{said}: {ran:?}");
        assert!(host.everything() == before);
    }
}

#[test]
fn a_package_of_another_version_than_the_program_is_refused() {
    let host = Host::debian();
    let bridge = "modules/servers/jetpack/lib/Bridge.php";
    let text = std::fs::read_to_string(host.package.at(bridge)).unwrap();
    host.package.put(
        bridge,
        text.replace(env!("CARGO_PKG_VERSION"), "7.7.7").as_bytes(),
    );
    host.package.sum_up();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("run the program of that package"),
        "{ran:?}"
    );
}

#[test]
fn the_package_is_the_folder_in_which_the_running_program_lies() {
    let host = Host::debian();
    let bare = Command::new(PROGRAM)
        .args(["install", "--whmcs", "/x", "--root", "/x"])
        .output()
        .unwrap();
    let bare: Ran = bare.into();
    assert!(
        bare.code == Some(2) && bare.err.contains("is no unpacked package"),
        "{bare:?}"
    );

    std::fs::copy(PROGRAM, host.package.at("jetpack-partner")).unwrap();
    host.package.sum_up();
    let ran: Ran = Command::new(host.package.at("jetpack-partner"))
        .args(["install", "--yes", "--whmcs"])
        .arg(host.at(WHMCS))
        .arg("--root")
        .arg(host.root())
        .stdin(Stdio::null())
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("loads jetpack_bridge"), "{ran:?}");
}

#[test]
fn a_package_that_others_could_exchange_is_not_installed_by_root() {
    use std::os::unix::fs::{MetadataExt, chown};

    let host = Host::debian();
    if host.root().metadata().unwrap().uid() != 0 {
        return;
    }
    let folder = host.package.at(&format!("extensions/{}", api()));
    chown(&folder, Some(1000), Some(1000)).unwrap();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(2)
            && ran
                .err
                .contains("the package could be exchanged while it is installed"),
        "{ran:?}"
    );
    // Whoever became root to do this is no other.
    let whmcs = host.at(WHMCS);
    let ran = host
        .command_with_package(&["install", "--dry-run", "--whmcs", whmcs.to_str().unwrap()])
        .env("SUDO_UID", "1000")
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
}

#[test]
fn the_packages_folder_may_be_named_from_where_one_stands() {
    let host = Host::debian();
    let (parent, name) = (
        host.package.folder().parent().unwrap(),
        host.package.folder().file_name().unwrap(),
    );
    let whmcs = host.at(WHMCS);
    let ran: Ran = host
        .command(&["install", "--yes", "--whmcs", whmcs.to_str().unwrap()])
        .arg("--package")
        .arg(name)
        .current_dir(parent)
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.out.matches("loads jetpack_bridge").count(), 2, "{ran:?}");
}
