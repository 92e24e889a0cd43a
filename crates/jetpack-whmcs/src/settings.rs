use std::path::Path;
use std::time::Duration;

use jetpack_partner::{ApiUrl, InvalidApiUrl, InvalidCaFile, InvalidProxy, Proxy, Trust};

/// Longest deadline that is taken: a customer's checkout and most gateways wait no longer.
const LONGEST_DEADLINE: u64 = 300;

/// The ini values as they are written (architecture.md §2, fixed names). Only php.ini and its like may set them, so no script
/// can redirect the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ini {
    /// `jetpack_bridge.api_url`
    pub api_url: String,
    /// `jetpack_bridge.ca_file`: PEM, instead of the machine's CA store; empty for that.
    pub ca_file: String,
    /// `jetpack_bridge.proxy`: empty for none. Never from the environment.
    pub proxy: String,
    /// `jetpack_bridge.deadline`: seconds for one module call.
    pub deadline: String,
}

impl Default for Ini {
    fn default() -> Self {
        Self {
            api_url: ApiUrl::default().to_string(),
            ca_file: String::new(),
            proxy: String::new(),
            deadline: "25".to_owned(),
        }
    }
}

/// How the extension was set up in php.ini (architecture.md §2, fixed names).
#[derive(Debug, Clone)]
pub struct Settings {
    /// `jetpack_bridge.api_url`
    pub api_url: ApiUrl,
    /// `jetpack_bridge.ca_file`, read
    pub trust: Trust,
    /// `jetpack_bridge.proxy`
    pub proxy: Proxy,
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
    /// The proxy.
    #[error("jetpack_bridge.proxy = \"{0}\" is refused: {1}")]
    Proxy(String, InvalidProxy),
    /// The deadline.
    #[error(
        "jetpack_bridge.deadline = \"{0}\" is refused: it must be a whole number of seconds from 1 to {LONGEST_DEADLINE}"
    )]
    Deadline(String),
    /// One of the others, in a file of the program's own.
    #[error("{}, in {file}", .invalid.of_file())]
    InFile {
        /// Which.
        file: String,
        /// What is wrong there.
        invalid: Box<InvalidSetting>,
    },
    /// A file of the program's own that cannot be read, and why.
    #[error("{0} is refused: {1}")]
    File(String, String),
}

impl InvalidSetting {
    /// The same, of a file that is the program's own: its names have no prefix there.
    pub fn in_file(self, file: &Path) -> Self {
        Self::InFile {
            file: file.display().to_string(),
            invalid: Box::new(self),
        }
    }

    fn of_file(&self) -> String {
        let text = self.to_string();
        text.strip_prefix("jetpack_bridge.")
            .map(str::to_owned)
            .unwrap_or(text)
    }
}

impl Settings {
    /// Reads the ini values.
    ///
    /// # Errors
    ///
    /// The first that is wrong.
    pub fn read(ini: &Ini) -> Result<Self, InvalidSetting> {
        Ok(Self {
            // A password in an address must not reach a log through its own error message.
            api_url: ini
                .api_url
                .parse()
                .map_err(|reason| InvalidSetting::ApiUrl(without_user(&ini.api_url), reason))?,
            trust: match ini.ca_file.as_str() {
                "" => Trust::System,
                path => Trust::from_ca_file(Path::new(path))
                    .map_err(|reason| InvalidSetting::CaFile(path.to_owned(), reason))?,
            },
            proxy: match ini.proxy.trim() {
                "" => Proxy::None,
                text => Proxy::Through(
                    text.parse()
                        .map_err(|reason| InvalidSetting::Proxy(without_user(text), reason))?,
                ),
            },
            deadline: match ini.deadline.trim().parse() {
                Ok(seconds @ 1..=LONGEST_DEADLINE) => Duration::from_secs(seconds),
                _ => return Err(InvalidSetting::Deadline(ini.deadline.clone())),
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
        let reason = |change: fn(&mut Ini, String), value: &str| {
            let mut ini = Ini::default();
            change(&mut ini, value.to_owned());
            Settings::read(&ini).unwrap_err().to_string()
        };
        let api = |ini: &mut Ini, value| ini.api_url = value;
        let proxy = |ini: &mut Ini, value| ini.proxy = value;
        assert!(reason(api, "http://example.com").starts_with("jetpack_bridge.api_url"));
        assert!(
            reason(|ini, value| ini.ca_file = value, "/nowhere.pem").starts_with("jetpack_bridge.ca_file")
        );
        assert!(reason(proxy, "proxy:3128").starts_with("jetpack_bridge.proxy"));
        for deadline in ["0", "-1", "301", "ten", "", "2.5"] {
            let said = reason(|ini, value| ini.deadline = value, deadline);
            assert!(said.starts_with("jetpack_bridge.deadline"), "{deadline}");
        }
        let of_file = Settings::read(&Ini {
            deadline: "0".to_owned(),
            ..Ini::default()
        });
        let said = of_file.unwrap_err().in_file(Path::new("/a.ini")).to_string();
        assert!(
            said.starts_with("deadline = ") && said.ends_with(", in /a.ini"),
            "{said}"
        );
        assert!(!reason(api, "https://u:secret@example.com").contains("secret"));
        assert!(!reason(proxy, "http://u:secret@proxy.example.com").contains("secret"));
    }
}
