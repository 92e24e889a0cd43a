//! Strict reading of parameters.

use std::ops::RangeInclusive;

/// The parameters of one body or one query, each known and given at most once.
#[derive(Debug)]
pub(crate) struct Form<'a>(&'a [(String, String)]);

impl<'a> Form<'a> {
    /// Refuses a parameter that is unknown or repeated.
    ///
    /// The error is half a sentence; each endpoint puts it into its own shape.
    pub(crate) fn read(fields: &'a [(String, String)], known: &[&str]) -> Result<Self, String> {
        for (position, (name, _)) in fields.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                return Err(format!("unknown parameter \"{name}\""));
            }
            if fields[..position].iter().any(|(earlier, _)| earlier == name) {
                return Err(format!("parameter \"{name}\" is given twice"));
            }
        }
        Ok(Self(fields))
    }

    fn raw(&self, name: &str) -> Option<&'a str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    /// A required parameter; an empty one counts as missing.
    pub(crate) fn required(&self, name: &str) -> Option<&'a str> {
        self.raw(name).filter(|value| !value.is_empty())
    }

    /// An optional parameter; sending an empty one is refused.
    pub(crate) fn optional(&self, name: &str) -> Result<Option<&'a str>, String> {
        match self.raw(name) {
            Some("") => Err(format!("parameter \"{name}\" is empty")),
            value => Ok(value),
        }
    }

    /// A boolean in one of the spellings of partner-api.md §3; absent is false.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, String> {
        let Some(value) = self.raw(name) else {
            return Ok(false);
        };
        match value.to_ascii_lowercase().as_str() {
            "1" | "t" | "true" => Ok(true),
            "0" | "f" | "false" => Ok(false),
            _ => Err(format!("\"{name}\" is not a boolean but \"{value}\"")),
        }
    }

    /// A parameter that, if given, is a whole number within a range.
    pub(crate) fn number(&self, name: &str, range: RangeInclusive<u64>) -> Result<Option<u64>, String> {
        let Some(value) = self.raw(name) else {
            return Ok(None);
        };
        // parse() alone would take "+22".
        let digits = value.bytes().all(|byte| byte.is_ascii_digit());
        match value.parse::<u64>() {
            Ok(number) if digits && range.contains(&number) => Ok(Some(number)),
            _ => Err(format!(
                "\"{name}\" is not a number from {} to {}",
                range.start(),
                range.end()
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter()
            .map(|(name, value)| ((*name).into(), (*value).into()))
            .collect()
    }

    #[test]
    fn unknown_and_repeated_parameters_are_refused() {
        assert!(Form::read(&pairs(&[("plam", "x")]), &["plan"]).is_err());
        assert!(Form::read(&pairs(&[("plan", "x"), ("plan", "x")]), &["plan"]).is_err());
        assert!(Form::read(&pairs(&[("plan", "x")]), &["plan"]).is_ok());
    }

    #[test]
    fn only_documented_spellings_are_booleans() {
        for (spelling, expected) in [
            ("1", Some(true)),
            ("T", Some(true)),
            ("TRUE", Some(true)),
            ("0", Some(false)),
            ("f", Some(false)),
            ("False", Some(false)),
            ("yes", None),
            ("on", None),
            ("", None),
            ("2", None),
        ] {
            let fields = pairs(&[("force", spelling)]);
            let form = Form::read(&fields, &["force"]).unwrap();
            assert_eq!(form.flag("force").ok(), expected, "{spelling:?}");
        }
    }

    #[test]
    fn numbers_are_digits_within_their_range() {
        for (text, good) in [("22", true), ("0", false), ("65536", false), ("+22", false)] {
            let fields = pairs(&[("ssh_port", text)]);
            let form = Form::read(&fields, &["ssh_port"]).unwrap();
            assert_eq!(form.number("ssh_port", 1..=65_535).is_ok(), good, "{text}");
        }
    }
}
