//! What Debian's packages have brought.

use std::fs;
use std::os::unix::fs::symlink;

use crate::host::{Host, WHMCS, extensions, number};

#[test]
fn what_a_debian_package_has_put_there_is_left_to_apt() {
    let available = format!("/etc/php/{}/mods-available/jetpack_bridge.ini", number());
    let extension = format!("{}/jetpack_bridge.so", extensions());
    let package = format!("php{}-jetpack-bridge", number());
    let cli = format!("/usr/bin/php{}", number());
    for (file, is_listed) in [(&available, true), (&available, false), (&extension, true)] {
        let host = Host::debian();
        host.write(file, "");
        if is_listed {
            host.write(
                &format!("/var/lib/dpkg/info/{package}.list"),
                &format!("/.\n{file}\n"),
            );
        }
        let cli = host.at(&cli);
        for options in [["--yes"].as_slice(), &["--yes", "--php", cli.to_str().unwrap()]] {
            let ran = host.install(options);
            let said = match is_listed {
                true => format!("is of the Debian package {package}"),
                false => "is of another installation".to_owned(),
            };
            assert!(ran.code == Some(2) && ran.err.contains(&said), "{ran:?}");
        }
        assert!(!host.at(WHMCS).join("modules/servers/jetpack").exists());
    }
}

/// The extension as its Debian package leaves it: the file, and what loads it in both PHPs.
fn by_apt(host: &Host, built: &[u8]) {
    let extension = format!("{}/jetpack_bridge.so", extensions());
    let available = format!("/etc/php/{}/mods-available/jetpack_bridge.ini", number());
    host.write(&available, "extension=jetpack_bridge.so\n");
    host.folder(&extensions());
    fs::write(host.at(&extension), built).unwrap();
    host.write(
        &format!("/var/lib/dpkg/info/php{}-jetpack-bridge.list", number()),
        &format!("/.\n{available}\n{extension}\n"),
    );
    for face in ["cli", "fpm"] {
        let link = format!("/etc/php/{}/{face}/conf.d/20-jetpack_bridge.ini", number());
        symlink("../../mods-available/jetpack_bridge.ini", host.at(&link)).unwrap();
    }
}

#[test]
fn the_modules_folders_come_beside_the_extension_of_a_debian_package() {
    let host = Host::debian();
    let built = fs::read(
        host.package
            .at(&crate::host::Package::extension(crate::host::api())),
    )
    .unwrap();
    by_apt(&host, &built);
    let before = host.everything();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.out.matches("loads jetpack_bridge").count(), 2, "{ran:?}");
    assert!(
        host.at(WHMCS)
            .join("modules/servers/jetpack/jetpack.php")
            .is_file()
    );
    assert_eq!(host.upgrade(&["--yes"]).code, Some(0));
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert!(host.everything() == before);
}

#[test]
fn what_apt_looks_after_is_not_written_and_must_be_loaded() {
    let host = Host::debian();
    let built = fs::read(
        host.package
            .at(&crate::host::Package::extension(crate::host::api())),
    )
    .unwrap();
    by_apt(&host, &built);
    let ran = host.install(&["--yes", "--api-url", "http://127.0.0.1:9"]);
    assert!(
        ran.code == Some(2)
            && ran
                .err
                .contains("mods-available/jetpack_bridge.ini is of a Debian package")
            && ran.err.contains("write jetpack_bridge.api_url into it yourself"),
        "{ran:?}"
    );
    let available = format!("/etc/php/{}/mods-available/jetpack_bridge.ini", number());
    host.write(&available, ";extension=jetpack_bridge.so\n");
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("phpenmod jetpack_bridge"),
        "{ran:?}"
    );
    assert!(!host.at(WHMCS).join("modules/servers/jetpack").exists());
}

#[test]
fn a_debian_package_over_what_the_installer_had_put_there_is_no_obstacle() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    // Its own lines of ini files are in the way of the package's links, and load what that has brought.
    let extension = format!("{}/jetpack_bridge.so", extensions());
    let available = format!("/etc/php/{}/mods-available/jetpack_bridge.ini", number());
    host.write(&available, "extension=jetpack_bridge.so\n");
    host.write(
        &format!("/var/lib/dpkg/info/php{}-jetpack-bridge.list", number()),
        &format!("/.\n{available}\n{extension}\n"),
    );
    fs::remove_dir_all(host.at(WHMCS).join("modules/addons/jetpack")).unwrap();
    let ran = host.upgrade(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.out.matches("loads jetpack_bridge").count(), 2, "{ran:?}");
    assert!(host.at(WHMCS).join("modules/addons/jetpack").is_dir());
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    assert!(host.at(&extension).is_file() && !host.at(WHMCS).join("modules/addons/jetpack").exists());
}

#[test]
fn the_extension_of_a_debian_package_of_another_release_is_named() {
    let host = Host::debian();
    by_apt(&host, b"of another release");
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("install the two of one release with apt"),
        "{ran:?}"
    );
    assert!(!host.at(WHMCS).join("modules/servers/jetpack").exists());
}

#[test]
fn what_a_debian_package_brought_after_us_stays_when_we_go() {
    let host = Host::debian();
    let ini = format!("/etc/php/{}/fpm/conf.d/20-jetpack_bridge.ini", number());
    let extension = format!("{}/jetpack_bridge.so", extensions());
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    // It was unpacked over ours.
    host.write(&extension, "apt's");
    fs::remove_file(host.at(&ini)).unwrap();
    symlink("../../mods-available/jetpack_bridge.ini", host.at(&ini)).unwrap();
    let ran = host.uninstall(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        ran.out
            .matches("is not what was put there any more, and stays")
            .count(),
        2,
        "{ran:?}"
    );
    assert!(host.read(&extension) == "apt's" && host.at(&ini).is_symlink());
    assert!(!host.at("/var/lib/jetpack-for-whmcs").exists());
}

#[test]
fn an_ini_file_that_a_debian_package_links_to_is_left_to_it() {
    let host = Host::debian();
    host.write(
        &format!("/etc/php/{}/mods-available/jetpack_bridge.ini", number()),
        "",
    );
    let link = host.at(&format!("/etc/php/{}/cli/conf.d/20-jetpack_bridge.ini", number()));
    symlink("../../mods-available/jetpack_bridge.ini", link).unwrap();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("is of another installation"),
        "{ran:?}"
    );
}
