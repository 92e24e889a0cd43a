//! Running another program without waiting for it for ever, reading from it without end, or letting it be root.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustix::process::{Pid, Signal, geteuid, kill_process_group};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;

use crate::guard::User;

/// What `phpinfo()` prints is some hundred KiB.
const LIMIT: usize = 4 << 20;

/// What has ended has said what it had to say; what it has started may keep its output open for ever.
const ECHO: Duration = Duration::from_millis(300);

/// Where PHP looks for ini files beside those that it always reads: what is set for somebody's shell is not so for the web.
const OF_THE_SHELL: [&str; 2] = ["PHPRC", "PHP_INI_SCAN_DIR"];

/// What makes root another before the command, and what it says where it cannot start that.
const HELPERS: [&str; 2] = ["setsid: ", "setpriv: "];
const NOT_STARTED: &str = "failed to execute ";

/// What a program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Why there is nothing that it said. The text follows its name.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failed {
    #[error("cannot be started: {0}")]
    Start(#[from] io::Error),
    #[error(
        "cannot be run as another user than root here ({0}), and root itself does not run it: give this process the capabilities \
         CAP_SETUID and CAP_SETGID, and the machine setpriv"
    )]
    Apart(String),
    #[error("gave no answer within {0} seconds")]
    Late(u64),
    #[error("says more than it could be asked for")]
    Long,
}

/// Runs a command of the machine's own to its end. What it has started ends with it when it takes too long.
pub(crate) async fn run(command: &mut Command, input: &[u8], patience: Duration) -> Result<Said, Failed> {
    complete(command.process_group(0), input, patience).await
}

/// A command that others have a hand in, as a user: it is a group of its own, has no terminal into which it could type for
/// whoever runs this program, and finds nothing that is set for him. It has left his terminal before it becomes that user, who
/// could otherwise take hold of it on the way. [`run_apart`] runs it. Where root may not be another, as in some containers, it is
/// not run at all.
pub(crate) fn apart(program: &Path, user: &User) -> Command {
    let mut command = Command::new("setsid");
    if geteuid().is_root() && user.uid != 0 {
        let groups: Vec<String> = user.groups.iter().map(ToString::to_string).collect();
        command.arg("setpriv");
        command.args(["--reuid".to_owned(), user.uid.to_string()]);
        command.args(["--regid".to_owned(), user.gid.to_string()]);
        command.args(["--groups".to_owned(), groups.join(",")]);
        // The first has root's rights up to the moment at which it starts the second; that one has those of the user.
        command.args(["--", "setpriv", "--no-new-privs", "--"]);
    }
    command.arg(program).env_clear().env(
        "PATH",
        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    );
    command
}

/// Runs what [`apart`] has begun.
pub(crate) async fn run_apart(
    command: &mut Command,
    input: &[u8],
    patience: Duration,
) -> Result<Said, Failed> {
    let said = match complete(command, input, patience).await {
        Err(Failed::Start(error)) => {
            return Err(Failed::Start(io::Error::new(
                error.kind(),
                format!("setsid: {error}"),
            )));
        }
        said => said?,
    };
    let helper = |line: &str| {
        HELPERS
            .iter()
            .find_map(|helper| Some(line.strip_prefix(helper)?.to_owned()))
    };
    match said.stderr.lines().find_map(helper) {
        Some(why) if !said.status.success() => Err(not_run(&why)),
        _ => Ok(said),
    }
}

/// What one of the helpers complained of.
fn not_run(why: &str) -> Failed {
    match why.strip_prefix(NOT_STARTED) {
        Some(why) if !why.starts_with("setpriv") => {
            let why = why.rsplit(": ").next().unwrap_or(why).to_owned();
            Failed::Start(io::Error::other(why))
        }
        _ => Failed::Apart(why.to_owned()),
    }
}

/// Asks a PHP, as nobody where root asks: its ini files may load what others have put there. It reads what the web's would.
pub(crate) async fn run_php(
    binary: &Path,
    arguments: &[OsString],
    scan: Option<&OsString>,
    patience: Duration,
) -> Result<Said, Failed> {
    let is_root = geteuid().is_root();
    let mut command = match is_root {
        true => apart(binary, &User::nobody()),
        false => Command::new(binary),
    };
    for name in OF_THE_SHELL {
        command.env_remove(name);
    }
    if let Some(scan) = scan {
        command.env("PHP_INI_SCAN_DIR", scan);
    }
    let command = command.args(arguments);
    match is_root {
        true => run_apart(command, b"", patience).await,
        false => run(command, b"", patience).await,
    }
}

async fn complete(command: &mut Command, input: &[u8], patience: Duration) -> Result<Said, Failed> {
    // Some PHPs read a php.ini where they stand.
    let mut child = command
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let group = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
    let said = match tokio::time::timeout(patience, hear(&mut child, input)).await {
        Ok(said) => said,
        Err(_) => Err(Failed::Late(patience.as_secs())),
    };
    if said.is_err()
        && let Some(group) = group
    {
        // It may have ended by itself meanwhile; its number is free for others only once it has been waited for.
        let _ = kill_process_group(group, Signal::KILL);
        let _ = child.wait().await;
    }
    said
}

async fn hear(child: &mut Child, input: &[u8]) -> Result<Said, Failed> {
    let stdout = Heard::from(child.stdout.take());
    let stderr = Heard::from(child.stderr.take());
    if let Some(mut stdin) = child.stdin.take() {
        // One that has ended says why itself.
        let _ = stdin.write_all(input).await;
    }
    let status = tokio::select! {
        status = child.wait() => status?,
        () = stdout.overflow() => return Err(Failed::Long),
        () = stderr.overflow() => return Err(Failed::Long),
    };
    Ok(Said {
        status,
        stdout: stdout.text().await?,
        stderr: stderr.text().await?,
    })
}

/// What comes out of a pipe, as far as it came.
struct Heard {
    bytes: Arc<Mutex<Vec<u8>>>,
    reading: JoinHandle<()>,
    is_full: Arc<tokio::sync::Notify>,
}

impl Heard {
    fn from(pipe: Option<impl AsyncRead + Unpin + Send + 'static>) -> Self {
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let is_full = Arc::new(tokio::sync::Notify::new());
        let (to, full) = (Arc::clone(&bytes), Arc::clone(&is_full));
        let reading = tokio::spawn(async move {
            let Some(mut pipe) = pipe else { return };
            let mut buffer = vec![0; 64 << 10];
            while let Ok(read @ 1..) = pipe.read(&mut buffer).await {
                let mut bytes = to.lock().unwrap_or_else(PoisonError::into_inner);
                bytes.extend_from_slice(&buffer[..read]);
                if bytes.len() > LIMIT {
                    full.notify_one();
                    return;
                }
            }
        });
        Self {
            bytes,
            reading,
            is_full,
        }
    }

    async fn overflow(&self) {
        self.is_full.notified().await;
    }

    async fn text(mut self) -> Result<String, Failed> {
        let _ = tokio::time::timeout(ECHO, &mut self.reading).await;
        self.reading.abort();
        let bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        match bytes.len() > LIMIT {
            true => Err(Failed::Long),
            false => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        }
    }
}

#[cfg(test)]
mod tests;
