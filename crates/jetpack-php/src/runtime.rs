//! The one place where PHP waits for Rust.

use std::cell::RefCell;
use std::mem::ManuallyDrop;
use std::time::Duration;

use jetpack_whmcs::{Clients, Talk};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

/// What is kept from one PHP request to the next.
struct Held {
    /// The process that made it. A forked child must not use or even drop it: they would share
    /// sockets and TLS sessions (php-extension.md §2a).
    process: u32,
    runtime: Runtime,
    clients: Clients,
}

thread_local! {
    /// Never dropped: at exit the system closes everything, and a child's exit must close nothing
    /// of its parent's.
    static HELD: RefCell<Option<ManuallyDrop<Held>>> = const { RefCell::new(None) };
}

/// Talks to the end, on the connections that are kept.
///
/// # Errors
///
/// The reason why nothing could be sent at all.
pub(crate) fn run(talk: Talk) -> Result<Value, String> {
    HELD.with_borrow_mut(|held| {
        let process = std::process::id();
        if held.as_ref().is_none_or(|held| held.process != process) {
            *held = Some(ManuallyDrop::new(Held::new(process)?));
        }
        match held.as_deref_mut() {
            Some(Held { runtime, clients, .. }) => Ok(runtime.block_on(talk.run(clients))),
            None => Err("there is no runtime".into()),
        }
    })
}

impl Held {
    fn new(process: u32) -> Result<Self, String> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            // Names are looked up on a thread of their own, which should not outlive the call.
            .thread_keep_alive(Duration::from_millis(1))
            .build()
            .map_err(|error| format!("no runtime could be made: {error}"))?;
        Ok(Self {
            process,
            runtime,
            clients: Clients::default(),
        })
    }
}
