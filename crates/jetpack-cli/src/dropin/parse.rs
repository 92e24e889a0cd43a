//! The scripts' way to read arguments: `--name=value` and `-x=value`, nothing else
//! (partner-api.md §14.1). The last of several values counts, as in the scripts.

use std::collections::BTreeMap;
use std::ffi::OsString;

use super::flags::{Field, Flag, Takes};

/// What was given. An empty value is as good as none, as in the scripts.
#[derive(Debug, Default)]
pub(crate) struct Given(BTreeMap<Field, String>);

/// A mistake in the arguments; names the flag and never shows a value, which may be a secret.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Usage(pub(crate) String);

impl Given {
    /// Whether a switch was given.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.0.contains_key(&field)
    }

    /// A flag's value.
    pub(crate) fn get(&self, field: Field) -> Option<&str> {
        self.0
            .get(&field)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }
}

/// Reads arguments by a table of flags.
pub(crate) fn parse(flags: &[Flag], arguments: &[OsString]) -> Result<Given, Usage> {
    let mut given = Given::default();
    for (position, argument) in arguments.iter().enumerate() {
        let lossy = argument.to_string_lossy();
        let (name, value) = match lossy.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (lossy.as_ref(), None),
        };
        if !name.starts_with('-') {
            return Err(Usage(format!(
                "argument {} is no flag; write values as --name=value",
                position + 1
            )));
        }
        let flag = flags
            .iter()
            .find(|flag| flag.names.contains(&name))
            .ok_or_else(|| Usage(format!("unknown flag {}", printable(name))))?;
        let value = match (flag.takes, value) {
            (Takes::Value(_), Some(value)) => value,
            (Takes::Value(what), None) => {
                return Err(Usage(format!("{name} needs a value in one word: {name}={what}")));
            }
            (Takes::Nothing, None) => "",
            (Takes::Nothing, Some(_)) => return Err(Usage(format!("{name} takes no value"))),
        };
        if argument.to_str().is_none() {
            return Err(Usage(format!("the value of {name} is not UTF-8")));
        }
        given.0.insert(flag.field, value.to_owned());
        if flag.field == Field::Help {
            break;
        }
    }
    Ok(given)
}

/// A name that is no flag of ours may hold anything.
fn printable(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::super::flags::{CANCEL, PROVISION};
    use super::*;

    fn read(arguments: &[&str]) -> Result<Given, Usage> {
        let arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
        parse(PROVISION, &arguments)
    }

    #[test]
    fn every_spelling_sets_its_field() {
        for flag in PROVISION.iter().chain(CANCEL) {
            for name in flag.names {
                let (argument, expected) = match flag.takes {
                    Takes::Value(_) => (format!("{name}=a=b c"), Some("a=b c")),
                    Takes::Nothing => ((*name).to_owned(), None),
                };
                let given = parse(&[*flag], &[argument.into()]).unwrap();
                assert!(given.has(flag.field), "{name}");
                assert_eq!(given.get(flag.field), expected, "{name}");
            }
        }
    }

    #[test]
    fn a_bare_value_is_a_mistake_that_names_the_flag_and_not_the_value() {
        let Usage(text) = read(&["--partner_secret", "hush"]).unwrap_err();
        assert!(
            text.contains("--partner_secret") && !text.contains("hush"),
            "{text}"
        );
        let Usage(text) = read(&["--partner_secrett=hush"]).unwrap_err();
        assert!(
            text.contains("--partner_secrett") && !text.contains("hush"),
            "{text}"
        );
        let Usage(text) = read(&["hush"]).unwrap_err();
        assert!(text.contains("argument 1") && !text.contains("hush"), "{text}");
    }

    #[test]
    fn the_last_value_counts_and_an_empty_one_is_none() {
        let given = read(&["--plan=a", "-p=b", "--url="]).unwrap();
        assert_eq!(given.get(Field::Plan), Some("b"));
        assert_eq!(given.get(Field::Url), None);
    }

    #[test]
    fn a_switch_takes_no_value_and_help_ends_the_reading() {
        assert!(read(&["--allow-root=1"]).is_err());
        assert!(read(&["-h", "--what"]).unwrap().has(Field::Help));
    }
}
