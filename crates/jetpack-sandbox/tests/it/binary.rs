//! The program.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::support::{Reply, client, token_form};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_jetpack-sandbox"))
}

/// Starts it and reads its one line.
fn start(command: &mut Command) -> (Child, String) {
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let url = line
        .trim_end()
        .strip_prefix("jetpack-sandbox listening on ")
        .unwrap()
        .to_owned();
    (child, url)
}

fn terminate(mut child: Child, signal: &str) -> Option<i32> {
    let id = child.id().to_string();
    Command::new("kill").args([signal, &id]).status().unwrap();
    child.wait().unwrap().code()
}

#[tokio::test]
async fn it_takes_its_key_from_the_environment_and_ends_well_on_sigterm() {
    let (child, url) = start(
        program()
            .args(["--listen", "127.0.0.1:0"])
            .env("JETPACK_SANDBOX_CLIENT_ID", "me")
            .env("JETPACK_SANDBOX_CLIENT_SECRET", "hush"),
    );
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    let request = client()
        .post(format!("{url}/oauth2/token"))
        .form(&token_form("me", "hush"));
    assert_eq!(Reply::of(request.send().await.unwrap()).await.status, 200);
    assert_eq!(terminate(child, "-TERM"), Some(0));
}

#[tokio::test]
async fn it_writes_its_authority_before_it_says_it_is_ready() {
    let file = std::env::temp_dir().join(format!("jetpack-sandbox-{}.pem", std::process::id()));
    let (child, url) = start(program().args(["--listen", "127.0.0.1:0", "--tls-ca"]).arg(&file));
    let pem = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(url.starts_with("https://"), "{url}");
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----"));
    assert_eq!(terminate(child, "-INT"), Some(0));
}

#[test]
fn it_refuses_to_listen_where_others_could_reach_it() {
    let output = program().args(["--listen", "0.0.0.0:0"]).output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("loopback"));
}

#[test]
fn it_knows_its_version() {
    let output = program().arg("--version").output().unwrap();
    let expected = format!("jetpack-sandbox {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

/// One connection, one request with a bearer, everything up to the end.
fn report_of(url: &str, token: &str) -> String {
    use std::io::{Read, Write};
    let address = url.strip_prefix("http://").unwrap();
    let mut socket = std::net::TcpStream::connect(address).unwrap();
    let head = "GET /wpcom/v2/jetpack-partners/1/key/10/activations HTTP/1.1\r\nHost: sandbox\r\n";
    write!(socket, "{head}Authorization: Bearer {token}\r\n\r\n").unwrap();
    let mut read = String::new();
    socket.read_to_string(&mut read).unwrap();
    read
}

#[test]
fn its_flags_set_seed_record_chaos_and_keep_alive() {
    let seeded = || {
        let flags = [
            "--listen",
            "127.0.0.1:0",
            "--seed",
            "7",
            "--record",
            "1",
            "--keep-alive-ms",
            "300",
        ];
        let (child, url) = start(program().args(flags).env("JETPACK_SANDBOX_USER_TOKEN", "me"));
        // It ends because the idle connection is closed.
        let read = report_of(&url, "me");
        assert_eq!(terminate(child, "-TERM"), Some(0));
        read
    };
    assert!(seeded().starts_with("HTTP/1.1 200"), "{}", seeded());

    let flags = ["--listen", "127.0.0.1:0", "--chaos", "1"];
    let (child, url) = start(program().args(flags));
    let address = url.strip_prefix("http://").unwrap();
    let mut socket = std::net::TcpStream::connect(address).unwrap();
    let chaos = {
        use std::io::{Read, Write};
        let head = format!("GET /_sandbox/chaos HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        socket.write_all(head.as_bytes()).unwrap();
        let mut read = String::new();
        socket.read_to_string(&mut read).unwrap();
        read
    };
    assert!(chaos.contains("\"rate\":1.0"), "{chaos}");
    assert_eq!(terminate(child, "-TERM"), Some(0));
}

#[test]
fn it_refuses_flags_that_make_no_sense() {
    for flags in [["--chaos", "1.5"], ["--keep-alive-ms", "0"], ["--seed", "x"]] {
        let output = program().args(flags).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{flags:?}");
    }
}
