//! From an unpacked package to a validated key in one command.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Sandbox};

use crate::host::{Host, WHMCS, number};
use crate::support::{Ran, file};

fn install(host: &Host, sandbox: &Sandbox, secret: &str) -> Ran {
    let (_folder, secret) = file("secret", secret);
    let whmcs = host.at(WHMCS);
    let mut command = host.command_with_package(&["install", "--yes", "--whmcs", whmcs.to_str().unwrap()]);
    command.args([
        "--api-url",
        sandbox.url(),
        "--partner-id",
        CLIENT_ID,
        "--partner-secret-file",
    ]);
    command.arg(secret).output().unwrap().into()
}

#[test]
fn the_key_is_validated_and_what_is_left_to_do_in_whmcs_is_said() {
    let sandbox = Sandbox::start_blocking();
    let host = Host::debian();
    let ran = install(&host, &sandbox, CLIENT_SECRET);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("ok   credentials: the key is valid"), "{ran:?}");
    assert!(ran.out.contains("Addon Modules: activate Jetpack"), "{ran:?}");
    // The extension asks the same API.
    let ini = host.read(&format!("/etc/php/{}/fpm/conf.d/20-jetpack_bridge.ini", number()));
    assert!(
        ini.contains(&format!("jetpack_bridge.api_url = \"{}\"", sandbox.url())),
        "{ini}"
    );
    assert!(!host.everything().values().any(|file| {
        file.windows(CLIENT_SECRET.len())
            .any(|at| at == CLIENT_SECRET.as_bytes())
    }));
}

#[test]
fn a_secret_that_cannot_be_read_is_said_before_anything_is_done() {
    let host = Host::debian();
    let before = host.everything();
    let secret = host.at("/root/mistyped");
    let ran = host.install(&[
        "--yes",
        "--partner-id",
        CLIENT_ID,
        "--partner-secret-file",
        secret.to_str().unwrap(),
    ]);
    assert!(
        ran.code == Some(2) && ran.err.contains("mistyped cannot be read"),
        "{ran:?}"
    );
    assert!(host.everything() == before);
}

#[test]
fn a_key_that_is_refused_is_said_and_what_was_installed_stays() {
    let sandbox = Sandbox::start_blocking();
    let host = Host::debian();
    let ran = install(&host, &sandbox, "wrong-as-a-whole");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("bad  credentials: "), "{ran:?}");
    assert!(
        host.at(WHMCS)
            .join("modules/servers/jetpack/jetpack.php")
            .is_file()
    );
}
