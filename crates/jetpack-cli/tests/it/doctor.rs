//! `doctor`.

use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::support::{Ran, keyed, run, web};

#[test]
fn the_doctor_checks_network_key_and_module() {
    let sandbox = Sandbox::start_blocking();
    let whmcs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../whmcs-module");
    let ran = run(
        &sandbox,
        &["doctor", "--json", "--whmcs", whmcs.to_str().unwrap()],
    );
    let checks = ran.json()["checks"].as_array().unwrap().clone();
    let state = |name: &str| {
        let check = checks.iter().find(|check| check["name"] == name);
        check.unwrap_or_else(|| panic!("{name}: {ran:?}"))["state"].clone()
    };
    for name in [
        "name",
        "TLS",
        "clock",
        "latency",
        "credentials",
        "server module",
        "addon module",
    ] {
        assert_eq!(state(name), "good", "{name}: {ran:?}");
    }
    let wrong = keyed(&sandbox)
        .env("JETPACK_PARTNER_SECRET", "no")
        .args(["doctor"])
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(1));
    sandbox.fault(Fault::status(503).on(Operation::Verify).forever());
    let quiet = run(&sandbox, &["doctor", "-q"]);
    assert_eq!((quiet.code, quiet.out.as_str()), (Some(1), ""));
    assert!(quiet.err.starts_with("bad: credentials: "), "{quiet:?}");
}

/// What the doctor says of a site.
fn doctor_of(site: impl Fn(&str) -> String + Send + 'static) -> Ran {
    let sandbox = Sandbox::start_blocking();
    let output = keyed(&sandbox)
        .env("HTTP_PROXY", web(site))
        .args(["doctor", "--site", "http://shop.example.test"])
        .output()
        .unwrap();
    output.into()
}

fn answer(status: u16, more: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status} x\r\n{more}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}")
}

#[test]
fn the_doctor_finds_a_site_ready() {
    let ran = doctor_of(|asked| match asked {
        "http://shop.example.test/xmlrpc.php" => answer(405, "", ""),
        asked if asked.contains("rest_route") => answer(200, "", r#"{"namespaces":["wp/v2","jetpack/v4"]}"#),
        _ => answer(200, "", "hello"),
    });
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for line in [
        "ok   site: http://shop.example.test answers",
        "ok   site's xmlrpc.php: it answers as WordPress does",
        "ok   site's Jetpack: it is active",
    ] {
        assert!(ran.out.contains(line), "{line}: {ran:?}");
    }
}

#[test]
fn the_doctor_says_what_stands_in_a_sites_way() {
    let shut = doctor_of(|asked| match asked {
        "http://shop.example.test/xmlrpc.php" => answer(403, "", "<html>no</html>"),
        asked if asked.contains("rest_route") => answer(200, "", r#"{"namespaces":["wp/v2"]}"#),
        _ => answer(200, "", "hello"),
    });
    assert_eq!(shut.code, Some(1), "{shut:?}");
    for line in [
        "answers with status 403",
        "it is not active on the site",
        "wp plugin install jetpack",
    ] {
        assert!(shut.out.contains(line), "{line}: {shut:?}");
    }
    let moved = doctor_of(|_| answer(301, "Location: https://shop.example.test/\r\n", ""));
    assert!(
        moved.code == Some(1) && moved.out.contains("Send siteurl with https://"),
        "{moved:?}"
    );
}
