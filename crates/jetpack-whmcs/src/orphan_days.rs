use crate::{Mistake, Moment, Params};

const DEFAULT: Moment = 7;

/// Ten years: what is longer is a mistake.
const LONGEST: Moment = 3650;

const DAY: Moment = 24 * 60 * 60;

/// The addon's setting `orphan_days`: after how many seconds the plan of a service that WHMCS ended or deleted is cancelled;
/// `None`: not by itself.
///
/// # Errors
///
/// It is no number of days. Then nothing may be cancelled for it.
pub(crate) fn ends_after(settings: &Params) -> Result<Option<Moment>, Mistake> {
    // Absent where the settings were never saved with it: WHMCS knows its default by the form only.
    let Some(given) = settings.typed("orphan_days") else {
        return Ok(Some(DEFAULT * DAY));
    };
    match given.trim() {
        "" => Ok(None),
        days => match days.parse() {
            Ok(days @ 0..=LONGEST) => Ok(Some(days * DAY)),
            _ => Err(Mistake::OrphanDays(given)),
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_days_are_a_number_or_blank_for_never() {
        let read = |given| ends_after(&json!({ "orphan_days": given }).into());
        assert_eq!(read("7"), Ok(Some(7 * DAY)));
        assert_eq!(read(" 0 "), Ok(Some(0)));
        assert_eq!(read(" "), Ok(None));
        assert_eq!(ends_after(&Params::default()), Ok(Some(7 * DAY)));
        for bad in ["-1", "1.5", "soon", "3651", "99999999999999999999"] {
            assert!(matches!(read(bad), Err(Mistake::OrphanDays(_))), "{bad}");
        }
    }
}
