use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// The moment by which an operation must have ended, whatever the other side does.
///
/// One deadline covers all requests of an operation: a token, the call itself, and anything asked
/// again. WHMCS runs module functions inside a customer's checkout, so the sum is what counts.
///
/// It is a number of milliseconds since the machine was started, on a clock that goes on while the
/// machine is suspended and that nobody sets. So it can be handed on as a number within the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deadline(u64);

impl Deadline {
    /// A deadline that lies `span` in the future.
    pub fn after(span: Duration) -> Self {
        let span = u64::try_from(span.as_millis()).unwrap_or(u64::MAX);
        Self(boottime_now().saturating_add(span))
    }

    /// The deadline that [`Deadline::boottime_millis`] told of, also in another process.
    pub fn at(boottime_millis: u64) -> Self {
        Self(boottime_millis)
    }

    /// The deadline as a number, for [`Deadline::at`].
    pub fn boottime_millis(&self) -> u64 {
        self.0
    }

    /// What is left, zero once it has passed.
    pub fn remaining(&self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(boottime_now()))
    }
}

/// The milliseconds since this machine was started, those of its suspension among them.
pub fn boottime_now() -> u64 {
    let now = clock_gettime(ClockId::Boottime);
    let part = |value: i64| u64::try_from(value).unwrap_or_default();
    part(now.tv_sec) * 1000 + part(now.tv_nsec) / 1_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_the_same_after_it_travelled_as_a_number() {
        let deadline = Deadline::after(Duration::from_secs(60));
        let again = Deadline::at(deadline.boottime_millis());
        assert_eq!(again, deadline);
        assert!(again.remaining() > Duration::from_secs(59), "{again:?}");
        assert!(again.remaining() <= Duration::from_secs(60), "{again:?}");
    }

    #[test]
    fn a_passed_deadline_leaves_nothing_and_an_endless_one_does_not_wrap() {
        assert_eq!(Deadline::after(Duration::ZERO).remaining(), Duration::ZERO);
        assert_eq!(Deadline::at(0).remaining(), Duration::ZERO);
        assert!(Deadline::after(Duration::MAX).remaining() > Duration::from_secs(1 << 40));
    }
}
