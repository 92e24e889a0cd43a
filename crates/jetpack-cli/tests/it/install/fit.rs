//! Which PHP gets what, and why.

use crate::host::{Host, Package, Php, WHMCS, api, extensions, number, other_api};

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
    // Apache's own PHP has no program to try it in.
    host.folder(&format!("/etc/php/{}/apache2/conf.d", number()));
    host.write(&format!("/usr/lib/apache2/modules/libphp{}.so", number()), "");
    host.package.put(&Package::extension(api()), &other_api());
    host.package.sum_up();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("apache2handler of PHP") && !ran.out.contains("gets the extension"),
        "{ran:?}"
    );
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
fn what_is_named_and_is_no_php_is_refused() {
    let host = Host::debian();
    host.script("/usr/bin/other", "exit 2");
    let other = host.at("/usr/bin/other");
    let ran = host.install(&["--yes", "--php", other.to_str().unwrap()]);
    assert!(
        ran.code == Some(2) && ran.err.contains("--php is to name the program of a PHP"),
        "{ran:?}"
    );
}

#[test]
fn a_folder_that_is_no_whmcs_is_refused() {
    let host = Host::debian();
    let ran = host.install_into("/var/www/mistyped", &["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("mistyped is not there"),
        "{ran:?}"
    );
    host.folder("/var/www/other");
    let ran = host.install_into("/var/www/other", &["--yes"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("is not the folder of a WHMCS"),
        "{ran:?}"
    );
    assert!(!host.at(WHMCS).join("modules/servers/jetpack").exists());
}
