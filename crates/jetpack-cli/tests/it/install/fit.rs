//! Which PHP gets what, and why.

use crate::host::{Host, Package, Php, WHMCS, api, number, other_api};

fn extensions() -> String {
    format!("/usr/lib/php/{}", api())
}

/// A host with one PHP in the shell, which says something else of itself.
fn with_php(filter: &str) -> Host {
    let host = Host::new();
    let scan = format!("/etc/php/{}/cli/conf.d", number());
    let extensions = extensions();
    host.php(&Php {
        filter: &format!("| sed '{filter}'"),
        ..Php::new("/usr/bin/php", &scan, &extensions)
    });
    host
}

#[test]
fn a_php_that_the_extension_does_not_fit_starts_the_program_and_the_reason_is_said() {
    for (filter, why) in [
        (
            "s/Thread Safety => disabled/Thread Safety => enabled/",
            "thread-safe",
        ),
        ("s/Debug Build => no/Debug Build => yes/", "debug builds"),
        (
            "s/PHP Extension => .*/PHP Extension => 20251212/",
            "has no extension for PHP",
        ),
        (
            "s/^Scan this dir.*/Scan this dir for additional .ini files => (none)/",
            "it reads no folder of ini files",
        ),
    ] {
        let host = with_php(filter);
        let ran = host.install(&["--yes"]);
        assert_eq!(ran.code, Some(0), "{filter}: {ran:?}");
        assert!(
            ran.out.contains("starts the program (") && ran.out.contains(why),
            "{why}: {ran:?}"
        );
        assert!(ran.out.contains("starts the program, 0."), "{ran:?}");
        assert!(
            host.at("/var/www/billing/jetpack-bridge/jetpack-partner")
                .is_file()
        );
        assert!(!host.at(&format!("{}/jetpack_bridge.so", extensions())).exists());

        let refused = with_php(filter).install(&["--yes", "--way", "extension"]);
        assert!(
            refused.code == Some(1) && refused.err.contains(why),
            "{refused:?}"
        );
    }
}

#[test]
fn a_php_that_is_too_old_is_left_alone() {
    let host = with_php("s/PHP Version => .*/PHP Version => 7.4.33/");
    let before = host.everything();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("the module needs PHP 8.1 or newer"), "{ran:?}");
    assert!(host.everything() == before);

    let scan = format!("/etc/php/{}/fpm/conf.d", number());
    host.php(&Php::new("/usr/sbin/php-fpm", &scan, &extensions()));
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("is left alone: the module needs PHP 8.1"),
        "{ran:?}"
    );
    let named = host.install(&["--yes", "--php", host.at("/usr/bin/php").to_str().unwrap()]);
    assert_eq!(named.code, Some(2), "{named:?}");
}

#[test]
fn a_php_that_can_have_neither_is_told_both_reasons() {
    let host = Host::new();
    let scan = format!("/etc/php/{}/cli/conf.d", number());
    host.php(&Php {
        words: "-d disable_functions=exec,proc_open",
        ..Php::new("/usr/bin/php", &scan, &extensions())
    });
    host.package.remove(&Package::extension(api()));
    host.package.put(&Package::extension(20_990_101), &other_api());
    host.package.sum_up();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for reason in ["only for API 20990101", "disable_functions forbids proc_open"] {
        assert!(ran.err.contains(reason), "{reason}: {ran:?}");
    }
}

#[test]
fn the_extension_is_tried_before_it_is_installed_and_php_says_why_it_does_not_load() {
    let host = Host::debian();
    host.package.put(&Package::extension(api()), &other_api());
    host.package.sum_up();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out
            .contains("Module compiled with module API=20990101 PHP compiled with module API="),
        "{ran:?}"
    );
    assert!(!host.at(&format!("{}/jetpack_bridge.so", extensions())).exists());
}

#[test]
fn only_the_phps_that_are_named_are_touched_and_others_can_follow() {
    let host = Host::debian();
    let fpm = host.at(&format!("/usr/sbin/php-fpm{}", number()));
    let ran = host.install(&["--yes", "--php", fpm.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ini = |face: &str| {
        host.at(&format!(
            "/etc/php/{}/{face}/conf.d/20-jetpack_bridge.ini",
            number()
        ))
    };
    assert!(ini("fpm").is_file() && !ini("cli").exists());

    let cli = host.at(&format!("/usr/bin/php{}", number()));
    assert_eq!(
        host.install(&["--yes", "--php", cli.to_str().unwrap()]).code,
        Some(0)
    );
    assert!(ini("cli").is_file());
    let named = host.record()["wish"]["php"].as_array().unwrap().len();
    assert_eq!(named, 2);
    let missing = host.install(&["--php", "/nowhere/php"]);
    assert!(
        missing.code == Some(2) && missing.err.contains("/nowhere/php cannot be started"),
        "{missing:?}"
    );
}

#[test]
fn a_php_that_lies_elsewhere_is_named_beside_all_that_are_found() {
    let host = Host::debian();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    let elsewhere = "/srv/php/bin/php";
    host.php(&Php::new(elsewhere, "/etc/php/srv/conf.d", &extensions()));
    let named = host.at(elsewhere);
    let ran = host.install(&["--yes", "--php", named.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        host.at("/etc/php/srv/conf.d/20-jetpack_bridge.ini").is_file(),
        "{ran:?}"
    );
    // It is remembered, and so are the others.
    let ran = host.upgrade(&["--yes"]);
    assert_eq!(ran.out.matches("gets the extension").count(), 3, "{ran:?}");
}

#[test]
fn a_line_that_loads_the_extension_already_is_named_and_nothing_is_done() {
    let host = Host::debian();
    let other = format!("/etc/php/{}/cli/conf.d/jetpack.ini", number());
    let built = host.package.at(&Package::extension(api()));
    host.write(&other, &format!("; by hand\nextension={}\n", built.display()));
    let before = host.everything();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.err.contains("line 2 of")
            && ran
                .err
                .contains("/conf.d/jetpack.ini loads the extension already"),
        "{ran:?}"
    );
    assert!(host.everything() == before);

    // A second line beside ours, and one written otherwise.
    let ini = format!("/etc/php/{}/cli/conf.d/20-jetpack_bridge.ini", number());
    std::fs::remove_file(host.at(&other)).unwrap();
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    host.write(&other, &format!("Extension = \"{}\"\n", built.display()));
    let ran = host.install(&["--yes"]);
    assert!(ran.code == Some(2) && ran.err.contains("line 1 of"), "{ran:?}");
    std::fs::remove_file(host.at(&other)).unwrap();
    host.write(&ini, &format!("{}extension=jetpack_bridge\n", host.read(&ini)));
    let ran = host.install(&["--yes"]);
    assert!(ran.code == Some(2) && ran.err.contains("line 3 of"), "{ran:?}");
}

#[test]
fn a_folder_that_an_unfit_php_reads_too_gets_no_line_for_the_extension() {
    let host = Host::debian();
    let scan = format!("/etc/php/{}/fpm/conf.d", number());
    let extensions = extensions();
    host.php(&Php {
        filter: "| sed 's/Thread Safety => disabled/Thread Safety => enabled/'",
        ..Php::new("/usr/bin/php99", &scan, &extensions)
    });
    let fpm = host.at(&format!("/usr/sbin/php-fpm{}", number()));
    for options in [["--yes"].as_slice(), &["--yes", "--php", fpm.to_str().unwrap()]] {
        let ran = host.install(options);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(
            ran.out
                .contains("/usr/bin/php99 reads the same folder of ini files"),
            "{ran:?}"
        );
        assert!(!host.at(&scan).join("20-jetpack_bridge.ini").exists());
    }
}

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

#[test]
fn what_a_debian_package_brought_after_us_stays_when_we_go() {
    let host = Host::debian();
    let ini = format!("/etc/php/{}/fpm/conf.d/20-jetpack_bridge.ini", number());
    let extension = format!("{}/jetpack_bridge.so", extensions());
    assert_eq!(host.install(&["--yes"]).code, Some(0));
    // It was unpacked over ours.
    host.write(&extension, "apt's");
    std::fs::remove_file(host.at(&ini)).unwrap();
    std::os::unix::fs::symlink("../../mods-available/jetpack_bridge.ini", host.at(&ini)).unwrap();
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
    std::os::unix::fs::symlink("../../mods-available/jetpack_bridge.ini", link).unwrap();
    let ran = host.install(&["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("is of another installation"),
        "{ran:?}"
    );
}

#[test]
fn a_php_that_does_not_answer_is_named_and_left_alone() {
    let host = Host::debian();
    host.script("/usr/local/bin/php", "kill -SEGV $$\n");
    host.script("/usr/bin/php7.4", "echo 'something else'\n");
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out
            .contains("/usr/local/bin/php is left alone: it crashed (signal 11)"),
        "{ran:?}"
    );
    assert!(
        ran.out
            .contains("/usr/bin/php7.4 is left alone: it does not answer as PHP does"),
        "{ran:?}"
    );
}

#[test]
fn a_folder_that_is_no_whmcs_is_refused() {
    let host = Host::debian();
    host.folder("/var/www/other");
    let other = host.at("/var/www/other");
    let ran = host
        .command_with_package(&["install", "--whmcs", other.to_str().unwrap(), "--yes"])
        .output()
        .unwrap();
    let err = String::from_utf8(ran.stderr).unwrap();
    assert!(
        ran.status.code() == Some(2) && err.contains("is not the folder of a WHMCS"),
        "{err}"
    );
    assert!(!host.at(WHMCS).join("modules/servers/jetpack").exists());
}

#[test]
fn root_runs_no_php_that_another_could_have_put_there() {
    let host = Host::debian();
    host.folder("/usr/local/bin");
    if std::os::unix::fs::MetadataExt::uid(&host.root().metadata().unwrap()) != 0 {
        return;
    }
    host.script("/usr/local/bin/php", "touch \"$0.was-run\"\n");
    let php = host.at("/usr/local/bin/php");
    std::os::unix::fs::chown(&php, Some(65_534), None).unwrap();
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
    std::os::unix::fs::chown(&php, Some(0), None).unwrap();
    std::fs::set_permissions(
        host.at("/usr/local/bin"),
        std::os::unix::fs::PermissionsExt::from_mode(0o777),
    )
    .unwrap();
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
    if std::os::unix::fs::chown(host.at(&scan), Some(65_534), None).is_err() {
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
    if std::os::unix::fs::MetadataExt::uid(&host.root().metadata().unwrap()) != 0 {
        return;
    }
    host.folder("/seen");
    std::fs::set_permissions(
        host.at("/seen"),
        std::os::unix::fs::PermissionsExt::from_mode(0o777),
    )
    .unwrap();
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
