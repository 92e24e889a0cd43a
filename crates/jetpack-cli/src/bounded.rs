//! Running another program without waiting for it for ever, or reading from it without end.

use std::io;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};

/// What `phpinfo()` prints is some hundred KiB.
const LIMIT: u64 = 4 << 20;

/// Where PHP looks for ini files beside those that it always reads: what is set for somebody's shell is not so for the web.
const OF_THE_SHELL: [&str; 2] = ["PHPRC", "PHP_INI_SCAN_DIR"];

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
    #[error("gave no answer within {0} seconds")]
    Late(u64),
    #[error("says more than it could be asked for")]
    Long,
}

/// Runs a command to its end, in the root folder, since some PHPs read a php.ini where they stand. What it has started ends with
/// it when it takes too long.
pub(crate) async fn run(command: &mut Command, input: &[u8], patience: Duration) -> Result<Said, Failed> {
    complete(command.process_group(0), input, patience).await
}

/// A command that others have a hand in: it has no terminal, into which it could type for whoever runs this program, and finds
/// nothing that is set for him. It becomes a group of its own by that.
pub(crate) fn apart(program: &Path) -> Command {
    let mut command = Command::new("setsid");
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
    complete(command, input, patience).await
}

async fn complete(command: &mut Command, input: &[u8], patience: Duration) -> Result<Said, Failed> {
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

/// The same for a PHP, which reads what the web's would.
pub(crate) async fn run_php(command: &mut Command, input: &[u8], patience: Duration) -> Result<Said, Failed> {
    for name in OF_THE_SHELL {
        let is_set = command.as_std().get_envs().any(|(set, _)| set == name);
        if !is_set {
            command.env_remove(name);
        }
    }
    run(command, input, patience).await
}

async fn hear(child: &mut Child, input: &[u8]) -> Result<Said, Failed> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let tell = async {
        if let Some(mut stdin) = stdin {
            // One that has ended says why itself.
            let _ = stdin.write_all(input).await;
        }
        Ok(())
    };
    let ((), stdout, stderr) = tokio::try_join!(tell, text(stdout), text(stderr))?;
    Ok(Said {
        status: child.wait().await?,
        stdout,
        stderr,
    })
}

async fn text(from: Option<impl AsyncRead + Unpin>) -> Result<String, Failed> {
    let mut bytes = Vec::new();
    if let Some(from) = from {
        from.take(LIMIT + 1).read_to_end(&mut bytes).await?;
    }
    match bytes.len() as u64 > LIMIT {
        true => Err(Failed::Long),
        false => Ok(String::from_utf8_lossy(&bytes).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    #[tokio::test]
    async fn what_is_said_comes_with_how_it_ended() {
        let said = run(
            &mut shell("cat; pwd; echo no >&2; exit 3"),
            b"in\n",
            Duration::from_secs(10),
        )
        .await;
        let said = said.unwrap();
        assert_eq!((said.stdout.as_str(), said.stderr.as_str()), ("in\n/\n", "no\n"));
        assert_eq!(said.status.code(), Some(3));
    }

    #[tokio::test]
    async fn who_never_ends_or_never_falls_silent_is_ended_with_what_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("child");
        let script = format!("sleep 300 & echo $! > '{}'; wait", file.display());
        let late = run(&mut shell(&script), b"", Duration::from_millis(500)).await;
        assert!(matches!(late, Err(Failed::Late(_))), "{late:?}");
        let child = std::fs::read_to_string(file).unwrap();
        let status = format!("/proc/{}/status", child.trim());
        // A process that nobody has waited for yet is one that has ended, too.
        let is_gone = || std::fs::read_to_string(&status).map_or(true, |text| text.contains("State:\tZ"));
        for _ in 0..500 {
            if is_gone() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(is_gone(), "{status}");
        let long = run(&mut shell("exec yes"), b"", Duration::from_secs(60)).await;
        assert!(matches!(long, Err(Failed::Long)), "{long:?}");
    }

    #[tokio::test]
    async fn what_others_have_a_hand_in_has_a_session_of_its_own_and_ends_with_its_time() {
        let mut command = apart(Path::new("/bin/sh"));
        command.args(["-c", "sleep 300"]);
        let late = run_apart(&mut command, b"", Duration::from_millis(500)).await;
        assert!(matches!(late, Err(Failed::Late(_))), "{late:?}");
        let mut command = apart(Path::new("/bin/sh"));
        command.args(["-c", "echo $$; cut -d' ' -f5,6 /proc/$$/stat; env"]);
        let said = run_apart(&mut command, b"", Duration::from_secs(10))
            .await
            .unwrap()
            .stdout;
        let mut lines = said.lines();
        let own = lines.next().unwrap();
        assert_eq!(lines.next(), Some(format!("{own} {own}").as_str()));
        assert!(!said.contains("CARGO"), "{said}");
    }

    #[tokio::test]
    async fn what_is_set_for_the_shell_does_not_count_for_php() {
        let mut command = shell("echo \"${PHPRC-none} ${PHP_INI_SCAN_DIR-none}\"");
        command.env("PHP_INI_SCAN_DIR", "/asked");
        let said = run_php(&mut command, b"", Duration::from_secs(10)).await.unwrap();
        assert_eq!(said.stdout, "none /asked\n");
    }
}
