//! At most so many lines a second.

use std::time::Duration;

use anyhow::Result;
use tokio::time::Instant;

use crate::exit::usage;

/// Slower is a mistake, and would overflow clocks.
const SLOWEST: Duration = Duration::from_secs(24 * 60 * 60);

/// Spaces lines evenly. Time that was not used is not saved up for a burst.
#[derive(Debug)]
pub(crate) struct Pace {
    gap: Option<Duration>,
    next: Instant,
}

impl Pace {
    pub(crate) fn new(rate: Option<f64>) -> Result<Self> {
        let gap = rate.map(|rate| Duration::try_from_secs_f64(1.0 / rate));
        let is_too_slow = |gap: &Result<Duration, _>| gap.as_ref().is_ok_and(|gap| *gap > SLOWEST);
        if rate.is_some_and(|rate| rate.is_nan() || rate <= 0.0)
            || gap.as_ref().is_some_and(|gap| gap.is_err() || is_too_slow(gap))
        {
            return Err(usage("--rate must be above zero, and at least a line a day"));
        }
        Ok(Self {
            gap: gap.and_then(Result::ok),
            next: Instant::now(),
        })
    }

    /// Whether a line may begin now; if so, it is counted.
    pub(crate) fn step(&mut self) -> bool {
        let Some(gap) = self.gap else {
            return true;
        };
        let now = Instant::now();
        if now < self.next {
            return false;
        }
        // A timer that wakes late must not slow the whole; a long pause must not speed it up.
        self.next = (self.next + gap).max(now - gap * 8);
        true
    }

    /// When the next line may begin.
    pub(crate) fn next(&self) -> Instant {
        self.next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_must_be_above_zero() {
        for rate in [0.0, -1.0, f64::NAN, 1e-19, 1e-18] {
            assert!(Pace::new(Some(rate)).is_err(), "{rate}");
        }
    }

    #[tokio::test]
    async fn lines_are_spaced_and_without_a_rate_they_are_not() {
        let mut pace = Pace::new(Some(10.0)).unwrap();
        assert!(pace.step() && !pace.step());
        tokio::time::sleep_until(pace.next()).await;
        assert!(pace.step() && !pace.step());
        let mut free = Pace::new(None).unwrap();
        assert!((0..1000).all(|_| free.step()));
    }
}
