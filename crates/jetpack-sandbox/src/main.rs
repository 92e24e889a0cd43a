//! The sandbox as a program. Reads flags, then leaves the work to the library.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Sandbox, Settings};
use tokio::signal::unix::{SignalKind, signal};

const KEY_HELP: &str = "\
The partner key is read from JETPACK_SANDBOX_CLIENT_ID and JETPACK_SANDBOX_CLIENT_SECRET
(default: sandbox-partner, sandbox-secret).";

/// The Jetpack Partner API on localhost, for tests and rehearsals.
#[derive(Parser)]
#[command(version, about, after_help = KEY_HELP)]
struct Arguments {
    /// Where to listen; a loopback address. Port 0 is any free port.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8095")]
    listen: SocketAddr,

    /// Serve https, and write the certificate of the throw-away authority here (PEM).
    #[arg(long, value_name = "FILE")]
    tls_ca: Option<PathBuf>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    // Before anything is announced: from then on a signal has to end in exit 0.
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;

    let sandbox = Sandbox::open(&Settings {
        listen: arguments.listen,
        tls: arguments.tls_ca.is_some(),
        // From the environment, never from a flag: anyone can list a process's arguments.
        keys: vec![(
            variable("JETPACK_SANDBOX_CLIENT_ID", CLIENT_ID),
            variable("JETPACK_SANDBOX_CLIENT_SECRET", CLIENT_SECRET),
        )],
    })
    .with_context(|| format!("cannot listen on {}", arguments.listen))?;

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
