//! What root does not run or believe.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

use crate::host::{Host, WHMCS, extensions, number};

#[test]
fn root_runs_no_php_that_another_could_have_put_there() {
    let host = Host::debian();
    host.folder("/usr/local/bin");
    if host.root().metadata().unwrap().uid() != 0 {
        return;
    }
    host.script("/usr/local/bin/php", "touch \"$0.was-run\"\n");
    let php = host.at("/usr/local/bin/php");
    chown(&php, Some(65_534), None).unwrap();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("is left alone: it is not run by root: ")
            && ran.out.contains("/usr/local/bin/php does not belong to root"),
        "{ran:?}"
    );
    let ran = host.install(&["--yes", "--php", php.to_str().unwrap()]);
    assert!(
        ran.code == Some(2) && ran.err.contains("is not run by root"),
        "{ran:?}"
    );
    chown(&php, Some(0), None).unwrap();
    fs::set_permissions(host.at("/usr/local/bin"), Permissions::from_mode(0o777)).unwrap();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.out.contains("/usr/local/bin can be written by others"),
        "{ran:?}"
    );
    assert!(!host.at("/usr/local/bin/php.was-run").exists());
}

#[test]
fn a_php_whose_ini_folder_is_anothers_starts_the_program() {
    // As images are made that let the web's user write there.
    let host = Host::debian();
    let scan = format!("/etc/php/{}/fpm/conf.d", number());
    if chown(host.at(&scan), Some(65_534), None).is_err() {
        return;
    }
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("starts the program (") && ran.out.contains("conf.d does not belong to root"),
        "{ran:?}"
    );
    assert!(!host.at(&scan).join("20-jetpack_bridge.ini").exists());
}

#[test]
fn what_an_ini_file_loads_is_not_loaded_by_root() {
    let host = Host::debian();
    if host.root().metadata().unwrap().uid() != 0 {
        return;
    }
    host.folder("/seen");
    fs::set_permissions(host.at("/seen"), Permissions::from_mode(0o777)).unwrap();
    let php = format!("/usr/bin/php{}", number());
    let script = host.read(&php);
    let seen = format!("id -u >> '{}/who'\n", host.at("/seen").display());
    host.script(
        &php,
        &format!("{seen}{}", script.trim_start_matches("#!/bin/sh\n")),
    );
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let who = host.read("/seen/who");
    assert!(
        who.lines().count() >= 3 && who.lines().all(|uid| uid == "65534"),
        "{who}"
    );
}

#[test]
fn what_is_set_in_the_shell_of_who_installs_does_not_count() {
    let host = Host::new();
    let scan = format!("/etc/php/{}/cli/conf.d", number());
    host.folder("/shell");
    host.write("/shell/mine.ini", "disable_functions = proc_open\n");
    // As the real ones do, it reads what it is told to.
    host.script(
        "/usr/bin/php",
        &format!(
            "PHP_INI_SCAN_DIR=\"${{PHP_INI_SCAN_DIR-{}}}\" exec /usr/bin/php{} -d extension_dir='{}' \"$@\"\n",
            host.at(&scan).display(),
            number(),
            host.at(&extensions()).display()
        ),
    );
    host.folder(&scan);
    host.folder(&extensions());
    let whmcs = host.at(WHMCS);
    let ran = host
        .command_with_package(&["install", "--yes", "--whmcs", whmcs.to_str().unwrap()])
        .env("PHP_INI_SCAN_DIR", host.at("/shell"))
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    assert!(host.at(&scan).join("20-jetpack_bridge.ini").is_file());
    assert!(!host.at("/shell/20-jetpack_bridge.ini").exists());
}

#[test]
fn a_package_that_was_unpacked_for_root_alone_is_tried_and_installed_for_all() {
    let host = Host::debian();
    if !host.is_roots() {
        return;
    }
    let closed = std::process::Command::new("chmod")
        .args(["-R", "go-rwx"])
        .arg(host.package.folder())
        .status();
    assert!(closed.unwrap().success());
    let install =
        host.command_with_package(&["install", "--yes", "--whmcs", host.at(WHMCS).to_str().unwrap()]);
    let ran = std::process::Command::new("sh")
        .args(["-c", "umask 077; exec \"$0\" \"$@\""])
        .arg(install.get_program())
        .args(install.get_args())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(
        ran.status.success() && said.matches("loads jetpack_bridge").count() == 2,
        "{said}"
    );
    for path in [
        format!("{}/jetpack_bridge.so", extensions()),
        format!("/etc/php/{}/cli/conf.d/20-jetpack_bridge.ini", number()),
    ] {
        let mode = host.at(&path).metadata().unwrap().mode() & 0o777;
        assert_eq!(mode, 0o644, "{path}");
    }
}

#[test]
fn names_that_move_the_cursor_reach_no_terminal() {
    let host = Host::debian();
    if !host.is_roots() {
        return;
    }
    let folder = format!("{WHMCS}/modules/servers/jetpack/a\u{1b}]0;PWN\u{7}");
    host.folder(&folder);
    chown(host.at(&folder), Some(1), None).unwrap();
    let ran = host.install(&["--yes"]);
    assert!(ran.code == Some(2) && ran.err.contains("PWN"), "{ran:?}");
    assert!(!format!("{}{}", ran.out, ran.err).contains('\u{1b}'));
}
