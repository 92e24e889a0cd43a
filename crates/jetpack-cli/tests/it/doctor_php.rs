//! `doctor --whmcs`: whether PHP has a working way to the core, and if not, why.

use jetpack_sandbox::Sandbox;

use crate::host::{Host, Php, WHMCS, api, number, other_api};
use crate::support::{Ran, keyed};

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
            "install --whmcs {} --php {}",
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
        ..Php::new(
            "/usr/local/bin/php",
            "/etc/php.d",
            &format!("/usr/lib/php/{}", api()),
        )
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
    use std::os::unix::fs::PermissionsExt;

    let host = Host::debian();
    assert_eq!(host.install(&["--yes", "--way", "program"]).code, Some(0));
    let program = host.at("/var/www/billing/jetpack-bridge/jetpack-partner");
    let sound = doctor(&host);
    assert_eq!(sound.code, Some(0), "{sound:?}");
    assert!(
        about(&sound, &host, &cli()).contains(&format!("it starts {}", program.display())),
        "{sound:?}"
    );

    std::fs::set_permissions(program.parent().unwrap(), std::fs::Permissions::from_mode(0o777)).unwrap();
    let open = doctor(&host);
    assert_eq!(open.code, Some(1), "{open:?}");
    assert!(
        open.out
            .contains("jetpack-bridge can be written by others than its owner, so PHP may refuse"),
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
