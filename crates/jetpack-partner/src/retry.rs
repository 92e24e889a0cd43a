//! Whether a request may be asked again, when, and how often.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::Error;

/// Attempts in all, as in the standard mode of the AWS SDKs.
const MOST_ATTEMPTS: u32 = 3;

/// The first pause; it doubles from attempt to attempt.
const FIRST_PAUSE: Duration = Duration::from_millis(200);

/// Whether a request does harm when it is received twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// It asks, or it leads to the same state however often it is received.
    Safe,
    /// It may have its effect a second time.
    Unsafe,
}

/// How long to wait before asking again; `None` when it must not be, or would be of no use.
///
/// Never on a refusal, never on a certificate that is not believed, and on a lost answer only
/// where the request may be received twice.
pub(crate) fn pause(error: &Error, repeat: Repeat, attempts: u32) -> Option<Duration> {
    if attempts >= MOST_ATTEMPTS {
        return None;
    }
    match error {
        Error::NoToken(error) => pause(error, Repeat::Safe, attempts),
        Error::Throttled {
            retry_after: Some(wait),
            ..
        } => Some(*wait),
        Error::NotSent(_) | Error::Throttled { .. } => Some(backoff(attempts)),
        Error::UnknownOutcome(_) if repeat == Repeat::Safe => Some(backoff(attempts)),
        Error::Unavailable(error) if repeat == Repeat::Safe && matches!(error.status, 502..=504) => {
            Some(backoff(attempts))
        }
        _ => None,
    }
}

/// Doubling, with half of it left to chance, so that many workers do not come back as one.
fn backoff(attempts: u32) -> Duration {
    let whole = FIRST_PAUSE * 2_u32.pow(attempts.saturating_sub(1));
    whole.mul_f64(0.5 + fastrand::f64() / 2.0)
}

/// What repetitions a client may still afford. Each costs, each success earns a little, so that
/// against a dead API they stop (the retry quota of the AWS SDKs).
#[derive(Debug)]
pub(crate) struct RetryQuota(AtomicU32);

impl RetryQuota {
    const FULL: u32 = 50;
    const COST: u32 = 5;

    pub(crate) fn full() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }

    /// Pays for one more request; `false` when there is too little left.
    pub(crate) fn spend(&self) -> bool {
        let pay = |left: u32| left.checked_sub(Self::COST);
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, pay)
            .is_ok()
    }

    /// A request succeeded at first go.
    pub(crate) fn earn(&self) {
        let earn = |left: u32| (left < Self::FULL).then_some(left + 1);
        // A full quota earns nothing, which is no failure.
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, earn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ApiError;

    fn unavailable(status: u16) -> Error {
        Error::Unavailable(ApiError::bare(status))
    }

    #[test]
    fn only_what_may_be_received_twice_is_asked_again_after_a_lost_answer() {
        let lost = Error::UnknownOutcome(String::new());
        assert!(pause(&lost, Repeat::Safe, 1).is_some());
        assert_eq!(pause(&lost, Repeat::Unsafe, 1), None);
        assert!(pause(&unavailable(503), Repeat::Safe, 1).is_some());
        assert_eq!(pause(&unavailable(503), Repeat::Unsafe, 1), None);
        assert_eq!(pause(&unavailable(500), Repeat::Safe, 1), None);
    }

    #[test]
    fn what_was_not_sent_may_always_be_sent() {
        assert!(pause(&Error::NotSent(String::new()), Repeat::Unsafe, 1).is_some());
        assert_eq!(pause(&Error::Untrusted(String::new()), Repeat::Safe, 1), None);
    }

    #[test]
    fn a_token_may_be_asked_for_again_whatever_it_is_for() {
        let error = Error::NoToken(Box::new(Error::UnknownOutcome(String::new())));
        assert!(pause(&error, Repeat::Unsafe, 1).is_some());
    }

    #[test]
    fn refusals_are_final() {
        for error in [
            Error::Refused(ApiError::bare(400)),
            Error::Credentials(ApiError::bare(401)),
            Error::Malformed(String::new()),
        ] {
            assert_eq!(pause(&error, Repeat::Safe, 1), None, "{error:?}");
        }
    }

    #[test]
    fn the_time_the_api_asks_for_is_kept() {
        let throttled = Error::Throttled {
            error: ApiError::bare(429),
            retry_after: Some(Duration::from_secs(7)),
        };
        assert_eq!(pause(&throttled, Repeat::Unsafe, 1), Some(Duration::from_secs(7)));
    }

    #[test]
    fn pauses_grow_and_end() {
        let error = Error::NotSent(String::new());
        let first = pause(&error, Repeat::Safe, 1).unwrap();
        let second = pause(&error, Repeat::Safe, 2).unwrap();
        assert!(first >= FIRST_PAUSE / 2 && first <= FIRST_PAUSE, "{first:?}");
        assert!(second >= FIRST_PAUSE && second <= FIRST_PAUSE * 2, "{second:?}");
        assert_eq!(pause(&error, Repeat::Safe, 3), None);
    }

    #[test]
    fn a_dead_api_exhausts_the_quota_and_successes_refill_it() {
        let quota = RetryQuota::full();
        assert_eq!((0..100).filter(|_| quota.spend()).count(), 10);
        for _ in 0..4 {
            quota.earn();
        }
        assert!(!quota.spend());
        quota.earn();
        assert!(quota.spend());
    }
}
