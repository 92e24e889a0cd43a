//! When the API asks to wait, everyone waits.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// The moment before which nothing is sent.
#[derive(Debug, Default)]
pub(crate) struct Brake(Mutex<Option<Instant>>);

impl Brake {
    /// Nothing is sent for so long from now.
    pub(crate) fn pull(&self, span: Duration) {
        let until = Instant::now() + span;
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *held = Some(held.map_or(until, |held| held.max(until)));
    }

    /// Waits until things may be sent.
    pub(crate) async fn wait(&self) {
        loop {
            let until = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
            match until {
                Some(until) if until > Instant::now() => tokio::time::sleep_until(until).await,
                _ => return,
            }
        }
    }
}
