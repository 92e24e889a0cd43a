//! The line that the addon's page prints: only the web server's PHP knows itself.

use crate::host::{Host, extensions, number};

#[test]
fn a_pool_that_forbids_programs_and_fits_no_extension_is_refused_by_its_own_line() {
    let host = Host::debian();
    let scan = format!("/etc/php/{}/fpm/conf.d", number());
    let mut line = host.web_line("fpm-fcgi", &scan, &extensions());
    line["disabled"] = "exec, proc_open".into();
    let ran = host.install(&["--yes", "--web", &line.to_string()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let ran = host.install(&["--yes", "--way", "program", "--web", &line.to_string()]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(
        ran.err.contains("can be given nothing") && ran.err.contains("forbids proc_open"),
        "{ran:?}"
    );
}

#[test]
fn a_php_without_a_program_gets_its_files_by_its_line_and_an_upgrade_remembers_it() {
    let host = Host::debian();
    let line = host.web_line("apache2handler", "/etc/php/strange/conf.d", &extensions());
    host.folder("/etc/php/strange/conf.d");
    let ran = host.install(&["--yes", "--web", &line.to_string()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.at("/etc/php/strange/conf.d/20-jetpack_bridge.ini").is_file());
    assert!(
        ran.out.contains("cannot be asked from here, only by a page"),
        "{ran:?}"
    );
    let ran = host.upgrade(&[]);
    assert!(ran.out.contains("apache2handler of PHP"), "{ran:?}");
}

#[test]
fn the_user_and_the_open_basedir_of_the_web_decide_on_the_programs_place() {
    let host = Host::debian();
    let scan = format!("/etc/php/{}/fpm/conf.d", number());
    let mut line = host.web_line("fpm-fcgi", &scan, &extensions());
    line["open_basedir"] = host.at("/var/www/billing/whmcs").to_str().unwrap().into();
    let ran = host.install(&["--yes", "--way", "program", "--web", &line.to_string()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("open_basedir of") && ran.out.contains("jetpack-bridge: add that folder"),
        "{ran:?}"
    );

    line["user"] = "4242".into();
    host.give_away();
    if std::os::unix::fs::chown(host.at("/var/www"), Some(4242), None).is_err() {
        // Nobody but root can give a folder away.
        return;
    }
    let ran = host.install(&["--yes", "--way", "program", "--web", &line.to_string()]);
    assert!(
        ran.code == Some(2) && ran.err.contains("belongs to the user that PHP runs as"),
        "{ran:?}"
    );
}

#[test]
fn the_document_root_and_the_groups_of_the_web_decide_on_the_programs_place_too() {
    let scan = format!("/etc/php/{}/fpm/conf.d", number());
    // It may be named by a link.
    for document_root in ["/var/www", "/www"] {
        let host = Host::debian();
        host.folder("/usr/local/bin");
        std::os::unix::fs::symlink("var/www", host.at("/www")).unwrap();
        let mut line = host.web_line("fpm-fcgi", &scan, &extensions());
        line["document_root"] = host.at(document_root).to_str().unwrap().into();
        let ran = host.install(&["--yes", "--way", "program", "--web", &line.to_string()]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(host.at("/usr/local/bin/jetpack-partner").is_file());
        assert!(!host.at("/var/www/billing/jetpack-bridge").exists());
    }

    let host = Host::debian();
    host.folder("/usr/local/bin");
    let mut line = host.web_line("fpm-fcgi", &scan, &extensions());
    line["groups"] = serde_json::json!([4242]);
    let parent = host.at("/var/www/billing");
    if std::os::unix::fs::chown(&parent, None, Some(4242)).is_err() || !host.give_away() {
        return;
    }
    std::fs::set_permissions(&parent, std::os::unix::fs::PermissionsExt::from_mode(0o775)).unwrap();
    let ran = host.install(&["--yes", "--way", "program", "--web", &line.to_string()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(host.at("/usr/local/bin/jetpack-partner").is_file());
}

#[test]
fn a_php_that_may_not_know_itself_is_found_among_those_that_were_asked() {
    let host = Host::debian();
    let mut line = host.web_line(
        "fpm-fcgi",
        &format!("/etc/php/{}/fpm/conf.d", number()),
        &extensions(),
    );
    line["api"] = serde_json::Value::Null;
    line["extension_dir"] = "".into();
    assert_eq!(host.install(&["--yes", "--web", &line.to_string()]).code, Some(0));
    line["scan"] = "/elsewhere".into();
    let ran = host.install(&["--yes", "--web", &line.to_string()]);
    assert!(
        ran.code == Some(2) && ran.err.contains("name its program with --php"),
        "{ran:?}"
    );
}

#[test]
fn a_line_that_is_not_the_pages_or_of_another_whmcs_is_refused() {
    let host = Host::debian();
    let ran = host.install(&["--web", "{}"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("not the line that the addon's page prints"),
        "{ran:?}"
    );
    let mut line = host.web_line("fpm-fcgi", "/x", &extensions());
    line["whmcs"] = "/elsewhere".into();
    let ran = host.install(&["--web", &line.to_string()]);
    assert!(
        ran.code == Some(2) && ran.err.contains("of the WHMCS in /elsewhere"),
        "{ran:?}"
    );
}

#[test]
fn no_program_that_a_line_names_is_run_and_no_folder_is_made_or_written_that_is_not_roots() {
    let host = Host::debian();
    host.script("/home/client/php", "touch \"$0.was-run\"\n");
    host.folder("/etc/php/strange/conf.d");
    let line = |scan: &str, extensions: &str| {
        let mut line = host.web_line("apache2handler", scan, extensions);
        line["binary"] = host.at("/home/client/php").to_str().unwrap().into();
        line.to_string()
    };
    let good = line("/etc/php/strange/conf.d", &extensions());
    for options in [["--dry-run"].as_slice(), &["--yes"]] {
        let ran = host.install(&[options, &["--web", &good]].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }
    assert_eq!(host.upgrade(&["--yes"]).code, Some(0));
    assert!(!host.at("/home/client/php.was-run").exists());
    assert_eq!(host.uninstall(&["--yes"]).code, Some(0));

    host.folder("/etc/cron.d");
    host.folder("/etc/php/open/conf.d");
    std::fs::set_permissions(
        host.at("/etc/php/open/conf.d"),
        std::os::unix::fs::PermissionsExt::from_mode(0o777),
    )
    .unwrap();
    let is_root = std::os::unix::fs::MetadataExt::uid(&host.root().metadata().unwrap()) == 0;
    let before = host.everything();
    for (scan, dir, why) in [
        ("/etc/php/missing/conf.d", extensions(), "is not there"),
        ("/etc/php/strange/conf.d", "/opt/new".to_owned(), "is not there"),
        ("/etc/cron.d", extensions(), "of no known distribution or panel"),
        ("/etc/php/open/conf.d", extensions(), "is not root's alone"),
        (
            "/etc/php/strange/conf.d",
            "/etc/php/open/conf.d".to_owned(),
            "is not root's alone",
        ),
    ] {
        if why.contains("root") && !is_root {
            continue;
        }
        let mut line: serde_json::Value = serde_json::from_str(&line(scan, &dir)).unwrap();
        line["ini"] = host.at("/etc/php/php.ini").to_str().unwrap().into();
        let line = line.to_string();
        let ran = host.install(&["--yes", "--way", "extension", "--web", &line]);
        assert!(ran.code == Some(2) && ran.err.contains(why), "{scan}: {ran:?}");
        assert!(host.everything() == before, "{scan}");
        // The program needs no folder of its.
        let ran = host.install(&["--yes", "--web", &line]);
        assert!(
            ran.code == Some(0) && ran.out.contains("starts the program") && ran.out.contains(why),
            "{scan}: {ran:?}"
        );
        assert!(
            host.uninstall(&["--yes"]).code == Some(0) && host.everything() == before,
            "{scan}"
        );
    }
}

#[test]
fn a_line_does_not_move_the_folders_of_a_php_that_was_asked() {
    let host = Host::debian();
    host.folder("/opt/else");
    let scan = format!("/etc/php/{}/fpm/conf.d", number());
    let line = host.web_line("fpm-fcgi", &scan, "/opt/else");
    let ran = host.install(&["--dry-run", "--web", &line.to_string()]);
    // It is of another one then, which no program here is.
    assert!(
        ran.code == Some(0) && ran.out.contains("fpm-fcgi of PHP"),
        "{ran:?}"
    );
}
