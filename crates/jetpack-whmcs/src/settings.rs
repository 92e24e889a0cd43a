use std::path::Path;
use std::time::Duration;

use jetpack_partner::{ApiUrl, InvalidApiUrl, InvalidCaFile, Trust};

/// Longest deadline that is taken: a customer's checkout and most gateways wait no longer.
const LONGEST_DEADLINE: u64 = 300;

/// How the extension was set up in php.ini (architecture.md §2, fixed names).
#[derive(Debug, Clone)]
pub struct Settings {
    /// `jetpack_bridge.api_url`
    pub api_url: ApiUrl,
    /// `jetpack_bridge.ca_file`, read
    pub trust: Trust,
    /// `jetpack_bridge.deadline`
    pub deadline: Duration,
}

/// Which ini value is wrong, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSetting {
    /// The API's address.
    #[error("jetpack_bridge.api_url = \"{0}\" is refused: {1}")]
    ApiUrl(String, InvalidApiUrl),
    /// The CA file.
    #[error("jetpack_bridge.ca_file = \"{0}\" is refused: {1}")]
    CaFile(String, InvalidCaFile),
    /// The deadline.
    #[error(
        "jetpack_bridge.deadline = \"{0}\" is refused: it must be a whole number of seconds from 1 to {LONGEST_DEADLINE}"
    )]
    Deadline(String),
}

impl Settings {
    /// Reads the three ini values; an empty `ca_file` means the machine's CA store.
    pub fn read(api_url: &str, ca_file: &str, deadline: &str) -> Result<Self, InvalidSetting> {
        Ok(Self {
            api_url: api_url
                .parse()
                // A password in the address must not reach a log through its own error message.
                .map_err(|reason| InvalidSetting::ApiUrl(without_user(api_url), reason))?,
            trust: match ca_file {
                "" => Trust::System,
                path => Trust::from_ca_file(Path::new(path))
                    .map_err(|reason| InvalidSetting::CaFile(path.to_owned(), reason))?,
            },
            deadline: match deadline.trim().parse() {
                Ok(seconds @ 1..=LONGEST_DEADLINE) => Duration::from_secs(seconds),
                _ => return Err(InvalidSetting::Deadline(deadline.to_owned())),
            },
        })
    }
}

fn without_user(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((_, rest)) => format!("…@{rest}"),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_value_is_named_with_its_reason() {
        let reason = |api, ca, deadline| Settings::read(api, ca, deadline).unwrap_err().to_string();
        let api = "https://example.com";
        assert!(reason("http://example.com", "", "25").starts_with("jetpack_bridge.api_url"));
        assert!(reason(api, "/nowhere.pem", "25").starts_with("jetpack_bridge.ca_file"));
        for deadline in ["0", "-1", "301", "ten", "", "2.5"] {
            assert!(
                reason(api, "", deadline).starts_with("jetpack_bridge.deadline"),
                "{deadline}"
            );
        }
        assert!(!reason("https://u:secret@example.com", "", "25").contains("secret"));
    }
}
