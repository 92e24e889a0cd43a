use std::time::{Duration, Instant};

/// The moment by which an operation must have ended, whatever the other side does.
///
/// One deadline covers all requests of an operation: a token, the call itself, and anything asked
/// again. WHMCS runs module functions inside a customer's checkout, so the sum is what counts.
#[derive(Debug, Clone, Copy)]
pub struct Deadline(Instant);

impl Deadline {
    /// A deadline that lies `span` in the future.
    pub fn after(span: Duration) -> Self {
        Self(Instant::now() + span)
    }

    /// What is left, zero once it has passed.
    pub fn remaining(&self) -> Duration {
        self.0.saturating_duration_since(Instant::now())
    }
}
