//! The sandbox's days as dates, for reports and invoices (partner-api.md §10).

use time::{Date, Duration};

/// The date of day 0. Fixed, so that a repeated run reports the same dates.
const YEAR_ZERO: i32 = 2026;

/// The date of a day of the sandbox's clock.
pub(crate) fn date(day: u32) -> Date {
    let first = Date::from_ordinal_date(YEAR_ZERO, 1).unwrap_or(Date::MIN);
    first.saturating_add(Duration::days(i64::from(day)))
}

/// `scale` of the summary (§10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    Day,
    Month,
    Year,
}

impl Scale {
    /// The period a day falls into: `2026-01-31`, `2026-01` or `2026`.
    pub(crate) fn period(self, day: u32) -> String {
        let date = date(day);
        let (year, month) = (date.year(), u8::from(date.month()));
        match self {
            Self::Day => format!("{year:04}-{month:02}-{:02}", date.day()),
            Self::Month => format!("{year:04}-{month:02}"),
            Self::Year => format!("{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates_and_fall_into_periods() {
        assert_eq!(date(0).to_string(), "2026-01-01");
        assert_eq!(Scale::Day.period(59), "2026-03-01");
        assert_eq!(Scale::Month.period(30), "2026-01");
        assert_eq!(Scale::Month.period(31), "2026-02");
        assert_eq!(Scale::Year.period(365), "2027");
        assert!(!Scale::Day.period(u32::MAX).is_empty());
    }
}
