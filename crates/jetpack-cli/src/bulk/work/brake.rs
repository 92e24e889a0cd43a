//! When everyone waits: while the API asks for it, and while it fails, when one line at a time tries
//! whether it has come back.

use std::time::Duration;

use tokio::time::Instant;

/// The wait where the API names none.
const UNNAMED: Duration = Duration::from_secs(5);

/// The least wait, also where the API says none or a moment that has passed; it doubles as long as nothing
/// else is heard.
const LEAST: Duration = Duration::from_secs(1);

/// A longer wait is said, so that nobody takes it for a hang.
const WORTH_SAYING: Duration = Duration::from_secs(60);

/// A longer wait is a matter for people.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// So many failures in a row are no accident of single lines.
const ROW: u32 = 20;

/// Between one try and the next; it doubles up to the second.
const PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(10)];

/// How much of the API is heard.
#[derive(Debug)]
pub(crate) struct Brake {
    /// How long it may fail before the run is given up.
    patience: Duration,
    /// Nothing is sent before this moment.
    until: Option<Instant>,
    /// How often in a row it was asked to wait, each time anew, and since when.
    rounds: u32,
    waiting_since: Option<Instant>,
    answers: u64,
    failures: u32,
    outage: Option<Outage>,
}

/// A time in which every line fails.
#[derive(Debug)]
struct Outage {
    ends: Instant,
    next: Instant,
    pause: Duration,
}

/// What a wish to wait leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    Quietly,
    Aloud(Duration),
    /// It is too long to wait for.
    Never(Duration),
}

/// What one more failure leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Failing {
    /// It may be the line's own.
    Perhaps,
    /// From now on one line at a time tries whether the API is back.
    Begins,
    /// It goes on.
    Still,
    /// It has lasted too long.
    TooLong,
}

impl Brake {
    pub(crate) fn new(patience: Duration) -> Self {
        Self {
            patience,
            until: None,
            rounds: 0,
            waiting_since: None,
            answers: 0,
            failures: 0,
            outage: None,
        }
    }

    /// The API asks to wait so long.
    pub(crate) fn wait(&mut self, asked: Option<Duration>) -> Wait {
        let now = Instant::now();
        let least = LEAST * 2_u32.pow(self.rounds.min(6));
        let span = asked.unwrap_or(UNNAMED).max(least);
        let waited = now - *self.waiting_since.get_or_insert(now);
        if span > LONGEST || waited > LONGEST {
            return Wait::Never(span);
        }
        let until = now + span;
        if self.until.is_none_or(|known| known <= now) {
            self.rounds += 1;
        }
        let is_news = self.until.is_none_or(|known| known + UNNAMED < until);
        self.until = Some(self.until.map_or(until, |known| known.max(until)));
        match span > WORTH_SAYING && is_news {
            true => Wait::Aloud(span),
            false => Wait::Quietly,
        }
    }

    /// A line failed as lines do when the API is away.
    pub(crate) fn failed(&mut self) -> Failing {
        let now = Instant::now();
        self.failures += 1;
        match &mut self.outage {
            Some(outage) if now >= outage.ends => Failing::TooLong,
            // It was under way when the others failed.
            Some(outage) if now < outage.next => Failing::Still,
            Some(outage) => {
                outage.next = (now + outage.pause).min(outage.ends);
                outage.pause = (outage.pause * 2).min(PAUSES[1]);
                Failing::Still
            }
            None if self.failures >= ROW => {
                self.outage = Some(Outage {
                    ends: now + self.patience,
                    next: now + PAUSES[0].min(self.patience),
                    pause: PAUSES[0],
                });
                Failing::Begins
            }
            None => Failing::Perhaps,
        }
    }

    /// A line was answered, whatever the answer. Says whether an outage is over with it.
    pub(crate) fn answered(&mut self) -> bool {
        self.failures = 0;
        self.rounds = 0;
        self.waiting_since = None;
        self.answers += 1;
        self.outage.take().is_some()
    }

    /// How many lines may be under way.
    pub(crate) fn width(&self, usual: usize) -> usize {
        if self.outage.is_some() { 1 } else { usual }
    }

    /// When the next line may begin, if not now.
    pub(crate) fn holds(&self) -> Option<Instant> {
        let next = self.outage.as_ref().map(|outage| outage.next);
        next.max(self.until).filter(|until| *until > Instant::now())
    }

    /// How many lines were answered.
    pub(crate) fn answers(&self) -> u64 {
        self.answers
    }

    /// How many lines have failed in a row.
    pub(crate) fn failures(&self) -> u32 {
        self.failures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn no_wish_to_wait_overflows_and_long_ones_are_said_or_refused() {
        let mut brake = Brake::new(Duration::ZERO);
        let seconds = Duration::from_secs;
        assert_eq!(brake.wait(None), Wait::Quietly);
        assert_eq!(brake.wait(Some(seconds(60))), Wait::Quietly);
        assert_eq!(brake.wait(Some(seconds(90))), Wait::Aloud(seconds(90)));
        // The same wish, heard by another line.
        assert_eq!(brake.wait(Some(seconds(90))), Wait::Quietly);
        for endless in [seconds(901), seconds(99_999_999_999_999_999), Duration::MAX] {
            assert_eq!(brake.wait(Some(endless)), Wait::Never(endless));
        }
        let until = brake.holds().unwrap();
        assert_eq!(until - Instant::now(), seconds(90));
    }

    #[tokio::test(start_paused = true)]
    async fn a_wish_for_no_wait_waits_longer_and_longer_and_then_ends_the_run() {
        let mut brake = Brake::new(Duration::ZERO);
        let mut rounds = 0;
        while !matches!(brake.wait(Some(Duration::ZERO)), Wait::Never(_)) {
            rounds += 1;
            // All of a round say the same.
            brake.wait(Some(Duration::ZERO));
            tokio::time::sleep_until(brake.holds().unwrap()).await;
        }
        assert!((15..30).contains(&rounds), "{rounds}");
        brake.answered();
        assert_eq!(brake.wait(Some(Duration::ZERO)), Wait::Quietly);
    }

    #[tokio::test(start_paused = true)]
    async fn after_twenty_failures_one_line_at_a_time_tries_ever_more_seldom_until_patience_ends() {
        let mut brake = Brake::new(Duration::from_secs(120));
        for _ in 0..19 {
            assert_eq!(brake.failed(), Failing::Perhaps);
        }
        assert_eq!(brake.width(64), 64);
        assert_eq!(brake.failed(), Failing::Begins);
        assert_eq!(brake.width(64), 1);
        let mut tries = 0;
        loop {
            tokio::time::sleep_until(brake.holds().unwrap()).await;
            tries += 1;
            if brake.failed() == Failing::TooLong {
                break;
            }
        }
        assert!((10..=20).contains(&tries), "{tries}");
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_ends_it_at_once() {
        let mut brake = Brake::new(Duration::from_secs(120));
        for _ in 0..20 {
            brake.failed();
        }
        assert!(brake.answered() && !brake.answered());
        assert_eq!((brake.width(64), brake.holds()), (64, None));
        assert_eq!(brake.failed(), Failing::Perhaps);
    }
}
