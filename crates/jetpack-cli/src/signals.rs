//! What ends a run before its time: Ctrl-C, a polite kill, a terminal that is closed.

use std::io;

use tokio::signal::unix::{Signal, SignalKind, signal};

/// Which one it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Someone means it.
    Stop,
    /// Nobody looks any more.
    HangUp,
}

pub(crate) struct Signals {
    interrupt: Signal,
    terminate: Signal,
    hang_up: Signal,
}

impl Signals {
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
        })
    }

    /// Waits for any of them.
    pub(crate) async fn recv(&mut self) -> Sign {
        tokio::select! {
            _ = self.interrupt.recv() => Sign::Stop,
            _ = self.terminate.recv() => Sign::Stop,
            _ = self.hang_up.recv() => Sign::HangUp,
        }
    }
}
