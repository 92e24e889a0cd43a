use crate::Params;

/// Seconds of a run that nobody has set.
const USUAL: u32 = 20;

/// WHMCS's cron comes every five minutes.
const SECONDS: std::ops::RangeInclusive<u32> = 5..=240;

/// How long the work at a run of the cron may take, as the addon's setting `cron_seconds` says.
///
/// # Errors
///
/// What is there is no such number; it is given back.
pub(crate) fn cron_seconds(settings: &Params) -> Result<u32, String> {
    let given = settings.typed("cron_seconds").unwrap_or_default();
    match given.trim() {
        "" => Ok(USUAL),
        digits => match digits.parse() {
            Ok(seconds) if SECONDS.contains(&seconds) => Ok(seconds),
            Ok(_) | Err(_) => Err(given),
        },
    }
}

/// The same where what is there counts as nothing.
pub(crate) fn usable_cron_seconds(settings: &Params) -> u32 {
    cron_seconds(settings).unwrap_or(USUAL)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_run_takes_what_is_set_and_what_is_no_number_of_seconds_is_told() {
        let read = |given: &str| cron_seconds(&json!({ "cron_seconds": given }).into());
        assert_eq!((read(""), read(" 60 "), read("240")), (Ok(20), Ok(60), Ok(240)));
        for wrong in ["4", "241", "-5", "soon", "20s"] {
            assert_eq!(read(wrong), Err(wrong.to_owned()));
        }
        assert_eq!(usable_cron_seconds(&json!({"cron_seconds": "soon"}).into()), 20);
    }
}
