//! The sandbox's days as dates, for the report (partner-api.md §10).

use time::{Date, Duration};

/// The year of day 0. Fixed, so that a repeated run reports the same dates.
const YEAR_ZERO: i32 = 2026;

/// The date of a day of the sandbox's clock.
pub(crate) fn date(day: u32) -> Date {
    let first = Date::from_ordinal_date(YEAR_ZERO, 1).unwrap_or(Date::MIN);
    first.saturating_add(Duration::days(i64::from(day)))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_become_dates_and_none_is_too_late() {
        assert_eq!(date(0).to_string(), "2026-01-01");
        assert_eq!(date(59).to_string(), "2026-03-01");
        assert!(date(u32::MAX).year() > 2026);
    }
}
