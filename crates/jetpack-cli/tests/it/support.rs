//! Running the program and looking at what it did.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Operation, Sandbox};
use tempfile::TempDir;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_jetpack-partner");

/// Puts a copy of the program somewhere. Written by this process it could be busy when it is started: what another test starts
/// at that moment holds it open, too.
pub fn copy_program(to: &Path) {
    let copied = Command::new("cp").arg(PROGRAM).arg(to).status();
    assert!(copied.unwrap().success());
}

/// What a run of the program gave.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// Stdout as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// A program with nothing of this machine's settings.
pub fn bare(program: &Path, sandbox: &Sandbox) -> Command {
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("JETPACK_PARTNER_API_URL", sandbox.url())
        .stdin(Stdio::null());
    command
}

/// The program with the sandbox's key in its environment.
pub fn keyed(sandbox: &Sandbox) -> Command {
    let mut command = bare(Path::new(PROGRAM), sandbox);
    command
        .env("JETPACK_PARTNER_ID", CLIENT_ID)
        .env("JETPACK_PARTNER_SECRET", CLIENT_SECRET);
    command
}

/// Runs a command for people, with the key in the environment.
pub fn run(sandbox: &Sandbox, arguments: &[&str]) -> Ran {
    keyed(sandbox).args(arguments).output().unwrap().into()
}

/// Runs a script's stand-in with the key in flags, as the scripts have it.
pub fn script(sandbox: &Sandbox, command: &str, arguments: &[&str]) -> Ran {
    let key = [
        format!("--partner_id={CLIENT_ID}"),
        format!("--partner_secret={CLIENT_SECRET}"),
    ];
    let mut program = bare(Path::new(PROGRAM), sandbox);
    program.arg(command).args(key).args(arguments);
    program.output().unwrap().into()
}

/// A folder with a file in it.
pub fn file(name: &str, content: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    (folder, path)
}

/// CSV of so many sites.
pub fn sites(count: usize, plan: &str) -> String {
    let lines = (0..count).map(|n| format!("https://shop{n}.example.test,admin,{plan}\n"));
    format!("siteurl,local_user,plan\n{}", lines.collect::<String>())
}

/// The columns of the results' rows, without the header.
pub fn results(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

/// Begins `bulk provision` of a file.
pub fn begin(sandbox: &Sandbox, path: &Path, options: &[&str]) -> Child {
    keyed(sandbox)
        .args(["bulk", "provision", path.to_str().unwrap(), "--json"])
        .args(options)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits until so many requests have come; a program that has ended sends no more.
pub fn await_requests(sandbox: &Sandbox, operation: Operation, count: usize) {
    for _ in 0..3000 {
        if sandbox.requests_to(operation).len() >= count {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("no {count} requests to {operation:?} came");
}

/// Sends a signal to a program that runs.
pub fn signal(child: &Child, signal: rustix::process::Signal) {
    let pid = rustix::process::Pid::from_child(child);
    rustix::process::kill_process(pid, signal).unwrap();
}

/// The path with a suffix.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}{suffix}", path.display()))
}

/// A web server for any address, reached as a proxy: `answer` gets what was asked for and gives a whole
/// answer. It serves until the tests end.
pub fn web(answer: impl Fn(&str) -> String + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.unwrap());
            let mut asked = String::new();
            stream.read_line(&mut asked).unwrap();
            let mut line = String::new();
            while stream.read_line(&mut line).unwrap_or(0) > 2 {
                line.clear();
            }
            let target = asked.split(' ').nth(1).unwrap_or_default();
            // Whoever has gone is not answered.
            let _ = stream.get_mut().write_all(answer(target).as_bytes());
        }
    });
    address
}
