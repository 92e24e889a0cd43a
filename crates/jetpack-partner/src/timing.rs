use std::time::{Duration, SystemTime};

use reqwest::header::{DATE, HeaderMap};

/// How an answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// From the request to the head of its answer; on a new connection its handshakes are in it.
    pub took: Duration,
    /// How many seconds this machine's clock is ahead of the API's, to the second or two; `None` where the answer has no date.
    pub clock_ahead: Option<i64>,
}

impl Timing {
    pub(crate) fn of(took: Duration, headers: &HeaderMap) -> Self {
        let date = headers.get(DATE).and_then(|date| date.to_str().ok());
        let theirs = date.and_then(|date| httpdate::parse_http_date(date).ok());
        Self {
            took,
            clock_ahead: theirs.map(|theirs| seconds(SystemTime::now()) - seconds(theirs)),
        }
    }
}

/// Since 1970. The header has whole seconds.
fn seconds(moment: SystemTime) -> i64 {
    let since = moment.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clocks_are_compared_by_the_answers_date() {
        let timing = |date: &str| {
            let headers = HeaderMap::from_iter([(DATE, date.parse().unwrap())]);
            Timing::of(Duration::ZERO, &headers).clock_ahead
        };
        let fast = httpdate::fmt_http_date(SystemTime::now() - Duration::from_secs(300));
        assert!((299..=302).contains(&timing(&fast).unwrap()));
        let slow = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(300));
        assert!((-302..=-298).contains(&timing(&slow).unwrap()));
        assert_eq!(timing("yesterday"), None);
    }
}
