//! Hosts arrange their PHPs in ways of their own; in each the extension is loaded by every PHP afterwards.

use std::fs;

use crate::host::{Host, Php, api, number};

/// Installs, and looks: which files came, that PHP has loaded them, and what is to be restarted.
fn installs(host: &Host, files: &[String], restarts: &[&str]) {
    let before = host.everything();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let mut came: Vec<String> = host
        .everything()
        .into_keys()
        .filter(|path| !before.contains_key(path))
        .map(|path| format!("/{}", path.strip_prefix(host.root()).unwrap().display()))
        .filter(|path| !path.contains("/whmcs/"))
        .collect();
    came.sort();
    let mut expected = files.to_vec();
    expected.sort();
    assert_eq!(came, expected, "{ran:?}");
    for restart in restarts {
        assert!(
            ran.out.contains(&format!("\n  {restart}\n")),
            "{restart}: {ran:?}"
        );
    }
    assert_eq!(ran.out.contains("Left to do"), !restarts.is_empty(), "{ran:?}");
    let ran = host.uninstall(&["--yes"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.everything() == before, "something was left or lost: {ran:?}");
}

/// The same where each PHP loads what came.
fn loads(host: &Host, phps: usize, files: &[String], restarts: &[&str]) {
    let ran = host.install(&["--yes"]);
    let loaded = ran
        .out
        .matches(concat!("loads jetpack_bridge ", env!("CARGO_PKG_VERSION")))
        .count();
    assert_eq!((ran.code, loaded), (Some(0), phps), "{ran:?}");
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));
    installs(host, files, restarts);
}

fn digits() -> String {
    number().replace('.', "")
}

#[test]
fn on_debian_each_face_gets_an_ini_file_and_apaches_module_too() {
    let host = Host::debian();
    let (number, api) = (number(), api());
    host.folder(&format!("/etc/php/{number}/apache2/conf.d"));
    host.write(&format!("/usr/lib/apache2/modules/libphp{number}.so"), "");
    // Of a package that was removed only the folder is left.
    host.folder(&format!("/etc/php/{number}/embed/conf.d"));
    std::os::unix::fs::symlink(format!("php{number}"), host.at("/usr/bin/php")).unwrap();
    loads(
        &host,
        2,
        &[
            format!("/usr/lib/php/{api}/jetpack_bridge.so"),
            format!("/etc/php/{number}/cli/conf.d/20-jetpack_bridge.ini"),
            format!("/etc/php/{number}/fpm/conf.d/20-jetpack_bridge.ini"),
            format!("/etc/php/{number}/apache2/conf.d/20-jetpack_bridge.ini"),
        ],
        &[
            &format!("systemctl reload php{number}-fpm"),
            "systemctl restart apache2",
        ],
    );
}

#[test]
fn on_enterprise_linux_shell_and_web_share_an_ini_file() {
    let host = Host::new();
    for program in ["/usr/bin/php", "/usr/sbin/php-fpm"] {
        host.php(&Php::new(program, "/etc/php.d", "/usr/lib64/php/modules"));
    }
    loads(
        &host,
        2,
        &[
            "/usr/lib64/php/modules/jetpack_bridge.so".into(),
            "/etc/php.d/20-jetpack_bridge.ini".into(),
        ],
        &["systemctl reload php-fpm"],
    );
}

#[test]
fn remis_php_beside_that_of_the_system_is_found() {
    let host = Host::new();
    let home = format!("/opt/remi/php{}/root/usr", digits());
    let scan = format!("/etc/opt/remi/php{}/php.d", digits());
    let extensions = format!("{home}/lib64/php/modules");
    for program in ["bin/php", "sbin/php-fpm"] {
        host.php(&Php::new(&format!("{home}/{program}"), &scan, &extensions));
    }
    loads(
        &host,
        2,
        &[
            format!("{extensions}/jetpack_bridge.so"),
            format!("{scan}/20-jetpack_bridge.ini"),
        ],
        &[&format!("systemctl reload php{}-php-fpm", digits())],
    );
}

#[test]
fn on_cpanel_a_wrapper_in_usr_bin_is_taken_for_the_php_that_it_leads_to() {
    let host = Host::new();
    let home = format!("/opt/cpanel/ea-php{}/root", digits());
    let (scan, extensions) = (
        format!("{home}/etc/php.d"),
        format!("{home}/usr/lib64/php/modules"),
    );
    for program in ["bin/php", "bin/lsphp", "sbin/php-fpm"] {
        host.php(&Php::new(&format!("{home}/usr/{program}"), &scan, &extensions));
    }
    let php = host.at(&format!("{home}/usr/bin/php"));
    host.script("/usr/bin/php", &format!("exec '{}' \"$@\"\n", php.display()));
    loads(
        &host,
        4,
        &[
            format!("{extensions}/jetpack_bridge.so"),
            format!("{scan}/20-jetpack_bridge.ini"),
        ],
        &["/scripts/restartsrv_apache_php_fpm"],
    );
}

#[test]
fn on_cloudlinux_the_extension_is_offered_to_the_selector_and_loaded_once_it_is_ticked() {
    let host = Host::new();
    let home = format!("/opt/alt/php{}", digits());
    let extensions = format!("{home}/usr/lib64/php/modules");
    for program in ["php", "lsphp"] {
        host.php(&Php::new(
            &format!("{home}/usr/bin/{program}"),
            &format!("{home}/link/conf"),
            &extensions,
        ));
    }
    host.folder(&format!("{home}/etc/php.d.all"));
    let ini = format!("{home}/etc/php.d.all/jetpack_bridge.ini");
    let files = [format!("{extensions}/jetpack_bridge.so"), ini.clone()];
    let restarts = ["cagefsctl --setup-cl-selector", "cagefsctl --rebuild-alt-php-ini"];
    installs(&host, &files, &restarts);

    let ran = host.install(&["--yes"]);
    assert!(
        ran.out.contains("does not load jetpack_bridge yet") && ran.out.contains("PHP Selector"),
        "{ran:?}"
    );
    // The selector writes a file of its own of all that is ticked.
    fs::copy(host.at(&ini), host.at(&format!("{home}/link/conf/alt_php.ini"))).unwrap();
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.out.matches("loads jetpack_bridge").count(), 2, "{ran:?}");
}

#[test]
fn litespeeds_php_is_asked_in_the_way_that_it_understands() {
    let host = Host::new();
    let home = format!("/usr/local/lsws/lsphp{}", digits());
    let (scan, extensions) = (format!("{home}/etc/php.d"), format!("{home}/lib64/php/modules"));
    for program in ["php", "lsphp"] {
        host.php(&Php::new(&format!("{home}/bin/{program}"), &scan, &extensions));
    }
    let flag = format!(
        "touch {}",
        host.at("/usr/local/lsws/admin/tmp/.lsphp_restart.txt").display()
    );
    loads(
        &host,
        2,
        &[
            format!("{extensions}/jetpack_bridge.so"),
            format!("{scan}/20-jetpack_bridge.ini"),
        ],
        &[&flag, "/usr/local/lsws/bin/lswsctrl restart"],
    );
}

#[test]
fn plesks_php_is_found() {
    let host = Host::new();
    let home = format!("/opt/plesk/php/{}", number());
    let (scan, extensions) = (format!("{home}/etc/php.d"), format!("{home}/lib/php/modules"));
    for program in ["bin/php", "sbin/php-fpm"] {
        host.php(&Php::new(&format!("{home}/{program}"), &scan, &extensions));
    }
    loads(
        &host,
        2,
        &[
            format!("{extensions}/jetpack_bridge.so"),
            format!("{scan}/20-jetpack_bridge.ini"),
        ],
        &[&format!("systemctl reload plesk-php{}-fpm", digits())],
    );
}

#[test]
fn directadmins_php_is_found() {
    let host = Host::new();
    let home = format!("/usr/local/php{}", digits());
    let scan = format!("{home}/lib/php.conf.d");
    let extensions = format!("{home}/lib/php/extensions/no-debug-non-zts-{}", api());
    for program in ["bin/php".to_owned(), format!("sbin/php-fpm{}", digits())] {
        host.php(&Php::new(&format!("{home}/{program}"), &scan, &extensions));
    }
    std::os::unix::fs::symlink(host.at(&format!("{home}/bin/php")), {
        host.folder("/usr/local/bin");
        host.at("/usr/local/bin/php")
    })
    .unwrap();
    loads(
        &host,
        2,
        &[
            format!("{extensions}/jetpack_bridge.so"),
            format!("{scan}/20-jetpack_bridge.ini"),
        ],
        &[&format!("systemctl reload php-fpm{}", digits())],
    );
}

#[test]
fn in_a_container_it_is_said_that_the_image_needs_the_files() {
    let host = Host::new();
    let extensions = format!("/usr/local/lib/php/extensions/no-debug-non-zts-{}", api());
    for program in ["/usr/local/bin/php", "/usr/local/sbin/php-fpm"] {
        host.php(&Php::new(program, "/usr/local/etc/php/conf.d", &extensions));
    }
    let ran = host.install(&["--dry-run"]);
    assert!(ran.out.contains("put the same files into your image"), "{ran:?}");
    let ran = host.install(&["--yes"]);
    assert_eq!(ran.out.matches("loads jetpack_bridge").count(), 2, "{ran:?}");
    assert!(host.at(&format!("{extensions}/jetpack_bridge.so")).is_file());
}
