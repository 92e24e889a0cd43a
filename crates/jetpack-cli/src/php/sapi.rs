//! The ways PHP is run in, by PHP's own names for them.

use std::fmt;

/// One of them. Each may read ini files of its own, so the extension can be loaded in one and missing in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sapi {
    /// The command line: WHMCS's cron job.
    Cli,
    Fpm,
    Cgi,
    LiteSpeed,
    /// Apache's own module; there is no program to ask.
    Apache,
    Embed,
    Other(String),
}

impl Sapi {
    /// By what `phpinfo()` calls it.
    pub(super) fn shown_as(text: &str) -> Self {
        match text {
            "Command Line Interface" => Self::Cli,
            "FPM/FastCGI" => Self::Fpm,
            "CGI/FastCGI" => Self::Cgi,
            "Apache 2.0 Handler" | "Apache 2 Handler" => Self::Apache,
            "PHP Embed Library" => Self::Embed,
            text if text.starts_with("LiteSpeed") => Self::LiteSpeed,
            text => Self::Other(text.to_owned()),
        }
    }

    /// By `PHP_SAPI`.
    pub(super) fn named(text: &str) -> Self {
        match text {
            "cli" => Self::Cli,
            "fpm-fcgi" => Self::Fpm,
            "cgi-fcgi" | "cgi" => Self::Cgi,
            "litespeed" => Self::LiteSpeed,
            "apache2handler" => Self::Apache,
            "embed" => Self::Embed,
            text => Self::Other(text.to_owned()),
        }
    }
}

impl fmt::Display for Sapi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cli => "cli",
            Self::Fpm => "fpm-fcgi",
            Self::Cgi => "cgi-fcgi",
            Self::LiteSpeed => "litespeed",
            Self::Apache => "apache2handler",
            Self::Embed => "embed",
            Self::Other(name) => name,
        })
    }
}
