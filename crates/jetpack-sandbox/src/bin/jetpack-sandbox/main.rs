//! The sandbox as a program. Reads flags, then leaves the work to the library.

mod trigger;

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Chaos, Sandbox, Settings, USER_TOKEN};
use tokio::signal::unix::{SignalKind, signal};

const KEY_HELP: &str = "\
The partner key is read from JETPACK_SANDBOX_CLIENT_ID and JETPACK_SANDBOX_CLIENT_SECRET
(default: sandbox-partner, sandbox-secret), the user token of the report from
JETPACK_SANDBOX_USER_TOKEN (default: sandbox-user-token).";

/// Where it listens, and is looked for, unless told otherwise.
const DEFAULT_ADDRESS: &str = "127.0.0.1:8095";

/// The Jetpack Partner API on localhost, for tests and rehearsals.
#[derive(Parser)]
#[command(version, about, after_help = KEY_HELP, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    serve: Serve,
}

#[derive(Subcommand)]
enum Command {
    /// Let something happen in a sandbox that runs.
    Trigger(trigger::Trigger),
}

#[derive(Args)]
struct Serve {
    /// Where to listen; a loopback address. Port 0 is any free port.
    #[arg(long, value_name = "ADDRESS", default_value = DEFAULT_ADDRESS)]
    listen: SocketAddr,

    /// Listen on an address that others can reach, too. It shows all it was sent: only for network
    /// namespaces of your own.
    #[arg(long)]
    listen_beyond_loopback: bool,

    /// Serve https, and write the certificate of the throw-away authority here (PEM).
    #[arg(long, value_name = "FILE")]
    tls_ca: Option<PathBuf>,

    /// Make blog ids, tokens, links and random faults the same in every run.
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,

    /// Let this share of all calls go wrong, from 0 to 1.
    #[arg(long, value_name = "RATE", value_parser = rate)]
    chaos: Option<f64>,

    /// Let errors say `error_code` and `error_message`, as most tables of the documents do.
    #[arg(long)]
    error_code_keys: bool,

    /// Remember so many requests.
    #[arg(long, value_name = "NUMBER", default_value_t = 10_000)]
    record: usize,

    /// Close a connection that was idle for so long.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 15_000,
          value_parser = clap::value_parser!(u64).range(1..))]
    keep_alive_ms: u64,
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(rate) if (0.0..=1.0).contains(&rate) => Ok(rate),
        _ => Err("not a number from 0 to 1".to_owned()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    match Arguments::parse() {
        Arguments {
            command: Some(Command::Trigger(trigger)),
            ..
        } => {
            // One sentence, and no backtrace whatever the environment says.
            let Err(problem) = trigger::run(&trigger).await else {
                return Ok(());
            };
            eprintln!("Error: {problem:#}");
            std::process::exit(1)
        }
        Arguments { serve, .. } => run(serve).await,
    }
}

/// Serves until a signal ends it.
async fn run(arguments: Serve) -> anyhow::Result<()> {
    // Before anything is announced: from then on a signal has to end in exit 0.
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;

    let sandbox = Sandbox::open(&Settings {
        listen: arguments.listen,
        beyond_loopback: arguments.listen_beyond_loopback,
        tls: arguments.tls_ca.is_some(),
        // From the environment, never from a flag: anyone can list a process's arguments.
        keys: vec![(
            variable("JETPACK_SANDBOX_CLIENT_ID", CLIENT_ID),
            variable("JETPACK_SANDBOX_CLIENT_SECRET", CLIENT_SECRET),
        )],
        user_token: variable("JETPACK_SANDBOX_USER_TOKEN", USER_TOKEN),
        seed: arguments.seed,
        error_code_keys: arguments.error_code_keys,
        record: arguments.record,
        keep_alive: Duration::from_millis(arguments.keep_alive_ms),
    })
    .with_context(|| format!("cannot listen on {}", arguments.listen))?;

    if let Some(rate) = arguments.chaos {
        sandbox.chaos(Chaos::new(arguments.seed.unwrap_or_default(), rate));
    }
    if let (Some(file), Some(pem)) = (&arguments.tls_ca, sandbox.ca_pem()) {
        std::fs::write(file, pem).with_context(|| format!("cannot write {}", file.display()))?;
    }
    let mut out = std::io::stdout();
    writeln!(out, "jetpack-sandbox listening on {}", sandbox.url())?;
    out.flush()?;

    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

fn variable(name: &str, default: &str) -> String {
    std::env::var(name)
        .ok()
        .filter(|value| !value.is_empty())
        .unwrap_or_else(|| default.to_owned())
}
