//! A mistake in the arguments, in words that name the flag and never show a value, which may be a secret.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong with the arguments.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Usage(pub(crate) String);

impl Usage {
    /// What clap found. Its own text may show a value.
    pub(crate) fn found(error: &clap::Error) -> Self {
        let flag = flag(error);
        let flag = flag.as_deref();
        Self(match (error.kind(), flag) {
            (ErrorKind::UnknownArgument, Some(flag)) => format!("unknown flag {flag}"),
            (ErrorKind::UnknownArgument, None) => {
                "a value stands alone; write values as --name=value".to_owned()
            }
            (ErrorKind::NoEquals, Some(flag)) => {
                format!("{flag} needs a value in one word, as {flag}=VALUE")
            }
            (ErrorKind::TooManyValues, Some(flag)) => format!("{flag} takes no value"),
            (ErrorKind::InvalidUtf8, _) => "a value is not UTF-8".to_owned(),
            (ErrorKind::ValueValidation, Some(flag)) => match error.source() {
                Some(reason) => format!("{flag}: {reason}"),
                None => format!("the value of {flag} cannot be used"),
            },
            (_, Some(flag)) => format!("{flag} cannot be used so"),
            (_, None) => "the arguments cannot be understood".to_owned(),
        })
    }
}

/// The flag that is meant: its name and no more, if it looks like one.
fn flag(error: &clap::Error) -> Option<String> {
    let Some(ContextValue::String(shown)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let is_of_a_name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    // A single dash is followed by one letter; more of it may be a value.
    let longest = if shown.starts_with("--") { 40 } else { 2 };
    let name: String = shown.chars().take_while(is_of_a_name).take(longest).collect();
    name.starts_with('-').then_some(name)
}
