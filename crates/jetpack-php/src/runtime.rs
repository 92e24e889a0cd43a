//! The one place where PHP waits for Rust.

use std::cell::RefCell;
use std::mem::ManuallyDrop;
use std::time::Duration;

use jetpack_partner::{Call, Client, Credentials, Deadline, Error};
use jetpack_whmcs::Settings;
use sha2::{Digest, Sha256};
use tokio::runtime::{Builder, Runtime};

/// More keys than one are rare (a reseller's bundles); each keeps a token and a connection.
const MOST_CLIENTS: usize = 8;

/// What is kept from one PHP request to the next.
struct Held {
    /// The process that made it. A forked child must not use or even drop it: they would share
    /// sockets and TLS sessions (php-extension.md §2a).
    process: u32,
    runtime: Runtime,
    clients: Vec<([u8; 32], Client)>,
}

thread_local! {
    /// Never dropped: at exit the system closes everything, and a child's exit must close nothing
    /// of its parent's.
    static HELD: RefCell<Option<ManuallyDrop<Held>>> = const { RefCell::new(None) };
}

/// Runs one operation to its end, on the connection that is kept for these credentials. Nothing is sent after the
/// deadline.
pub(crate) fn run<T>(
    settings: &Settings,
    credentials: &Credentials,
    deadline: Deadline,
    operation: impl AsyncFnOnce(&mut Call<'_>) -> T,
) -> Result<T, Error> {
    HELD.with_borrow_mut(|held| {
        let process = std::process::id();
        if held.as_ref().is_none_or(|held| held.process != process) {
            *held = Some(ManuallyDrop::new(Held::new(process)?));
        }
        match held {
            Some(held) => held.run(settings, credentials, deadline, operation),
            None => Err(Error::Defect("there is no runtime".into())),
        }
    })
}

impl Held {
    fn new(process: u32) -> Result<Self, Error> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            // Names are looked up on a thread of their own, which should not outlive the call.
            .thread_keep_alive(Duration::from_millis(1))
            .build()
            .map_err(|error| Error::Defect(format!("no runtime could be made: {error}")))?;
        Ok(Self {
            process,
            runtime,
            clients: Vec::new(),
        })
    }

    fn run<T>(
        &mut self,
        settings: &Settings,
        credentials: &Credentials,
        deadline: Deadline,
        operation: impl AsyncFnOnce(&mut Call<'_>) -> T,
    ) -> Result<T, Error> {
        let key = key(settings, credentials);
        let client = match self.clients.iter().position(|(known, _)| *known == key) {
            Some(index) => self.clients.remove(index).1,
            None => Client::new(settings.api_url.clone(), &settings.trust, credentials.clone())?,
        };
        self.clients.truncate(MOST_CLIENTS - 1);
        self.clients.insert(0, (key, client));
        let client = &self.clients[0].1;
        Ok(self.runtime.block_on(async {
            let mut call = client.call(deadline);
            operation(&mut call).await
        }))
    }
}

/// Address, certificates, id and a hash of the secret, since the secret itself is no map key.
fn key(settings: &Settings, credentials: &Credentials) -> [u8; 32] {
    let mut hash = Sha256::new();
    let trust = settings.trust.to_string();
    for part in [
        settings.api_url.to_string().as_str(),
        trust.as_str(),
        credentials.client_id.as_str(),
        credentials.client_secret.expose(),
    ] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
