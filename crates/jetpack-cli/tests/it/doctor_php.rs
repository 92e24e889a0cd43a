//! `doctor --whmcs`: whether PHP has a working way to the core, and if not, why.

use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, chown};

use jetpack_sandbox::Sandbox;

use crate::host::{Host, Php, WHMCS, api, extensions, number, other_api};
use crate::support::{Ran, copy_program, keyed};

const BESIDE: &str = "/var/www/billing/jetpack-bridge/jetpack-partner";
const SERVER: &str = "/var/www/billing/whmcs/modules/servers/jetpack";

/// What the doctor says of a host.
fn doctor(host: &Host) -> Ran {
    let sandbox = Sandbox::start_blocking();
    let mut command = keyed(&sandbox);
    command.args(["doctor", "--whmcs"]).arg(host.at(WHMCS));
    command.arg("--root").arg(host.root()).output().unwrap().into()
}

/// The line about a PHP, with the advice below it.
fn about<'a>(ran: &'a Ran, host: &Host, program: &str) -> &'a str {
    let name = format!("PHP {}: ", host.at(program).display());
    let at = ran
        .out
        .find(&name)
        .unwrap_or_else(|| panic!("{program}: {ran:?}"));
    let line = ran.out[..at].rfind('\n').map_or(0, |end| end + 1);
    let rest = &ran.out[line..];
    let end = rest[5..]
        .find("\nok ")
        .into_iter()
        .chain(rest[5..].find("\nlook"))
        .chain(rest[5..].find("\nbad "))
        .min();
    &rest[..end.map_or(rest.len(), |end| end + 5)]
}

fn cli() -> String {
    format!("/usr/bin/php{}", number())
}

fn fpm() -> String {
    format!("/usr/sbin/php-fpm{}", number())
}

fn ini(face: &str) -> String {
    format!("/etc/php/{}/{face}/conf.d/20-jetpack_bridge.ini", number())
}

fn extension() -> String {
    format!("/usr/lib/php/{}/jetpack_bridge.so", api())
}

/// With the module's files and nothing that they need.
fn with_module() -> Host {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    for file in [ini("cli"), ini("fpm"), extension()] {
        std::fs::remove_file(host.at(&file)).unwrap();
    }
    host
}

#[test]
fn php_that_has_loaded_the_extension_is_sound() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let ran = doctor(&host);
    for program in [cli(), fpm()] {
        assert!(about(&ran, &host, &program).starts_with("ok "), "{ran:?}");
    }
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn no_php_with_a_working_way_is_a_failure_and_the_advice_has_full_paths() {
    let host = with_module();
    let ran = doctor(&host);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.out
            .contains("bad  way to the core: no PHP on this machine has one"),
        "{ran:?}"
    );
    let said = about(&ran, &host, &fpm());
    for part in [
        format!(
            "install --whmcs '{}' --php '{}'",
            host.at(WHMCS).display(),
            host.at(&fpm()).display()
        ),
        format!("goes to {}", host.at(&extension()).display()),
        format!("into {}", host.at(&ini("fpm")).display()),
        format!("extensions/{}/jetpack_bridge.so", api()),
    ] {
        assert!(
            said.starts_with("look ") && said.contains(&part),
            "{part}: {said}"
        );
    }
}

#[test]
fn php_itself_says_why_the_extension_does_not_load() {
    let host = with_module();
    for face in ["cli", "fpm"] {
        host.write(&ini(face), "; ours\nextension=jetpack_bridge\n");
    }
    let missing = doctor(&host);
    for program in [cli(), fpm()] {
        let said = about(&missing, &host, &program);
        assert!(
            said.starts_with("bad ") && said.contains("20-jetpack_bridge.ini line 2"),
            "{said}"
        );
        assert!(
            said.contains("cannot open shared object file: No such file or directory"),
            "{said}"
        );
    }
    std::fs::write(host.at(&extension()), other_api()).unwrap();
    let other = doctor(&host);
    for program in [cli(), fpm()] {
        let said = about(&other, &host, &program);
        assert!(said.contains("compiled with module API=20990101"), "{said}");
        assert!(
            said.contains(&format!("compiled with module API={}", api())),
            "{said}"
        );
    }
    assert_eq!(other.code, Some(1));
}

#[test]
fn php_fpm_is_asked_itself_and_its_ini_files_are_not_guessed_at() {
    let host = with_module();
    std::fs::copy(
        host.package.at(&crate::host::Package::extension(api())),
        host.at(&extension()),
    )
    .unwrap();
    // The line is there, in a file that php-fpm reads and the shell's PHP does not.
    host.write(&ini("fpm"), "extension=jetpack_bridge\n");
    let ran = doctor(&host);
    assert!(about(&ran, &host, &fpm()).starts_with("ok "), "{ran:?}");
    assert!(about(&ran, &host, &cli()).starts_with("look "), "{ran:?}");
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn an_extension_of_another_version_than_the_modules_files_is_told() {
    let host = Host::debian();
    host.php(&Php {
        filter: "| sed 's/^version => .*/version => 9.9.9/'",
        ..Php::new("/usr/local/bin/php", "/etc/php.d", &extensions())
    });
    assert_eq!(
        host.install(&["--yes", "--php", host.at(&cli()).to_str().unwrap()])
            .code,
        Some(0)
    );
    host.write("/etc/php.d/j.ini", "extension=jetpack_bridge\n");
    let ran = doctor(&host);
    let said = about(&ran, &host, "/usr/local/bin/php");
    assert!(
        said.contains("jetpack_bridge 9.9.9, but the module files are"),
        "{said}"
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
}

#[test]
fn a_program_that_php_starts_is_a_way_unless_php_may_change_it() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes", "--way", "program"]).code, Some(0));
    let program = host.at(BESIDE);
    let sound = doctor(&host);
    assert_eq!(sound.code, Some(0), "{sound:?}");
    assert!(
        about(&sound, &host, &cli()).contains(&format!("it starts {}", program.display())),
        "{sound:?}"
    );

    std::fs::set_permissions(program.parent().unwrap(), Permissions::from_mode(0o777)).unwrap();
    let open = doctor(&host);
    assert_eq!(open.code, Some(1), "{open:?}");
    assert!(
        open.out
            .contains("jetpack-bridge can be written by others than its owner, so PHP refuses"),
        "{open:?}"
    );
}

#[test]
fn a_php_that_may_not_start_programs_has_no_way_by_one() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes", "--way", "program"]).code, Some(0));
    let scan = format!("/etc/php/{}/fpm/conf.d", number());
    host.write(&format!("{scan}/hard.ini"), "disable_functions=proc_open\n");
    let ran = doctor(&host);
    let said = about(&ran, &host, &fpm());
    assert!(
        said.starts_with("bad ") && said.contains("disable_functions forbids proc_open"),
        "{said}"
    );
    host.write(
        &format!("{scan}/hard.ini"),
        "disable_functions=stream_select,proc_close\n",
    );
    let ran = doctor(&host);
    let said = about(&ran, &host, &fpm());
    assert!(
        said.starts_with("bad ") && said.contains("disable_functions forbids proc_close, stream_select"),
        "{said}"
    );
}

/// A host with the program beside its WHMCS, which is another user's than root, where these tests run as root.
fn with_program_for_another() -> Option<Host> {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes", "--way", "program"]).code, Some(0));
    copy_program(&host.at(BESIDE));
    host.give_away().then_some(host)
}

/// That lets a user write what is root's, beside its mode: the kernel's form, version 2.
fn list_of_access(user: u32) -> Vec<u8> {
    let nobody = u32::MAX;
    let (owner, named, group, mask, others) = (0x01, 0x02, 0x04, 0x10, 0x20);
    let entries: [(u16, u16, u32); 5] = [
        (owner, 7, nobody),
        (named, 7, user),
        (group, 5, nobody),
        (mask, 7, nobody),
        (others, 5, nobody),
    ];
    let mut bytes = 2_u32.to_le_bytes().to_vec();
    for (tag, rights, id) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(rights.to_le_bytes());
        bytes.extend(id.to_le_bytes());
    }
    bytes
}

#[test]
fn the_program_itself_is_asked_whether_it_works_for_whmcss_user() {
    let Some(host) = with_program_for_another() else {
        // Nobody but root can be somebody else.
        return;
    };
    let sound = doctor(&host);
    assert!(
        sound.out.contains(&format!(
            "ok   program: {}, which user 65534 can start",
            host.at(BESIDE).display()
        )),
        "{sound:?}"
    );
    let folder = host.at(BESIDE).parent().unwrap().to_owned();
    let name = "system.posix_acl_access";
    rustix::fs::setxattr(
        &folder,
        name,
        &list_of_access(65_534),
        rustix::fs::XattrFlags::empty(),
    )
    .unwrap();
    let listed = doctor(&host);
    let refusal = format!(
        "refuses to work for user 65534: {} could be changed",
        folder.display()
    );
    assert!(
        listed.code == Some(1) && listed.out.contains(&refusal),
        "{listed:?}"
    );
    rustix::fs::removexattr(&folder, name).unwrap();

    std::fs::set_permissions(&folder, Permissions::from_mode(0o700)).unwrap();
    let closed = doctor(&host);
    assert!(
        closed.code == Some(1)
            && closed
                .out
                .contains("cannot be started by user 65534: Permission denied"),
        "{closed:?}"
    );
}

#[test]
fn a_program_that_another_than_root_could_change_is_judged_where_it_lies_and_not_started() {
    let Some(host) = with_program_for_another() else {
        return;
    };
    std::fs::remove_dir_all(host.at(BESIDE).parent().unwrap()).unwrap();
    let theirs = "/home/shop/bin/jetpack-partner";
    host.script(theirs, &format!("echo > '{}'\n", host.at("/started").display()));
    let common = host.at("/usr/local/bin/jetpack-partner");
    std::fs::create_dir_all(common.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(host.at(theirs), &common).unwrap();
    for step in ["/home/shop/bin", "/home/shop"] {
        chown(host.at(step), Some(65_534), Some(65_534)).unwrap();
        let ran = doctor(&host);
        assert!(
            ran.code == Some(1)
                && ran
                    .out
                    .contains(&format!("{} belongs to", host.at(step).display())),
            "{step}: {ran:?}"
        );
        assert!(!host.at("/started").exists(), "{ran:?}");
        chown(host.at(step), Some(0), Some(0)).unwrap();
    }
    chown(host.at("/usr/local/bin"), Some(1), Some(1)).unwrap();
    let ran = doctor(&host);
    assert!(
        ran.out.contains("usr/local/bin does not belong to root"),
        "{ran:?}"
    );
}

#[test]
fn files_of_the_module_that_are_missing_or_changed_are_named() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let sound = doctor(&host);
    assert_eq!(
        sound.out.matches("all files are as they were installed").count(),
        2
    );

    host.write(&format!("{SERVER}/hooks.php"), "<?php // mine\n");
    let changed = doctor(&host);
    assert_eq!(changed.code, Some(0), "{changed:?}");
    assert!(
        changed.out.contains("look server module: version") && changed.out.contains("hooks.php (changed)"),
        "{changed:?}"
    );

    for file in ["Bite", "Call", "Cart", "Core", "Database", "Details", "Home"] {
        std::fs::remove_file(host.at(&format!("{SERVER}/lib/{file}.php"))).unwrap();
    }
    let missing = doctor(&host);
    assert_eq!(missing.code, Some(1), "{missing:?}");
    assert!(
        missing.out.contains(
            "lib/Bite.php, lib/Call.php, lib/Cart.php, lib/Core.php, lib/Database.php (missing) and 3 more"
        ),
        "{missing:?}"
    );
}

#[test]
fn what_whmcss_user_puts_in_the_place_of_a_file_neither_holds_the_doctor_up_nor_is_shown() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let stating = host.at(&format!("{SERVER}/lib/Bridge.php"));
    let put = |text: &str| std::fs::write(&stating, text).unwrap();

    put("const VERSION = '1.0\u{1b}[31m';");
    let odd = doctor(&host);
    assert!(
        odd.out.contains("states no version") && !odd.out.contains('\u{1b}'),
        "{odd:?}"
    );
    put("const VERSION = 'new.est';");
    let other = doctor(&host);
    assert!(
        other.out.contains("states \"new.est\", which is no version"),
        "{other:?}"
    );

    host.write("/secret", "VERSION = '1.2.3-hush'");
    std::fs::remove_file(&stating).unwrap();
    std::os::unix::fs::symlink(host.at("/secret"), &stating).unwrap();
    let link = doctor(&host);
    assert!(!link.out.contains("hush"), "{link:?}");

    std::fs::remove_file(&stating).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&stating).status();
    assert!(made.unwrap().success());
    let waiting = doctor(&host);
    assert!(waiting.out.contains("states no version"), "{waiting:?}");
}

#[test]
fn a_php_that_does_not_run_and_one_that_is_too_old_are_told_apart() {
    let host = with_module();
    host.script("/usr/local/bin/php", "exit 127\n");
    host.php(&Php {
        filter: "| sed 's/PHP Version => .*/PHP Version => 7.4.33/'",
        ..Php::new(
            "/opt/remi/php74/root/usr/bin/php",
            "/etc/opt/remi/php74/php.d",
            "/opt/remi/php74/modules",
        )
    });
    let ran = doctor(&host);
    assert!(
        about(&ran, &host, "/usr/local/bin/php").contains("ended with exit code 127"),
        "{ran:?}"
    );
    assert!(
        about(&ran, &host, "/opt/remi/php74/root/usr/bin/php").contains("too old for the module"),
        "{ran:?}"
    );
}
