//! `jetpack-bridge.ini` beside the program: what php.ini says where the extension is loaded.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jetpack_whmcs::{Ini, InvalidSetting, Settings};

use crate::guard::SETTINGS as NAME;

/// The settings that are in force.
pub(super) fn settings() -> Result<Settings, InvalidSetting> {
    match beside_the_program() {
        Some((_, file)) => of(&file),
        // What stands there must not be left out.
        None => Err(InvalidSetting::File(
            NAME.to_owned(),
            "it is not known where the program lies; is /proc there?".to_owned(),
        )),
    }
}

/// The program and its file of settings, links resolved, as PHP does before it looks who may write there.
pub(super) fn beside_the_program() -> Option<(PathBuf, PathBuf)> {
    let program = std::env::current_exe().ok()?.canonicalize().ok()?;
    let settings = program.with_file_name(NAME);
    Some((program, settings))
}

/// Without the file all are as they are by default; one that is there must be readable and hold nothing unknown.
fn of(file: &Path) -> Result<Settings, InvalidSetting> {
    let refused = |reason: String| InvalidSetting::File(file.display().to_string(), reason);
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Settings::read(&Ini::default()),
        Err(error) => return Err(refused(error.to_string())),
    };
    let ini = read(&text).map_err(refused)?;
    Settings::read(&ini).map_err(|invalid| invalid.in_file(file))
}

fn read(text: &str) -> Result<Ini, String> {
    // It keeps what stands before the first section under a name of its own.
    let mut parser = configparser::ini::Ini::new_cs();
    // A quoted value may hold what begins a comment elsewhere.
    parser.set_inline_comment_symbols(Some(&[]));
    let mut sections = parser.read(text.to_owned())?;
    let values = sections
        .remove(&parser.defaults().default_section)
        .unwrap_or_default();
    if let Some(section) = sections.keys().next() {
        return Err(format!("it has a section [{section}], and none is known"));
    }
    let mut ini = Ini::default();
    for (name, value) in values {
        // A line of php.ini may be taken over as it is.
        let setting = match name.strip_prefix("jetpack_bridge.").unwrap_or(&name) {
            "api_url" => &mut ini.api_url,
            "ca_file" => &mut ini.ca_file,
            "proxy" => &mut ini.proxy,
            "deadline" => &mut ini.deadline,
            _ => {
                return Err(format!(
                    "there is no setting \"{name}\"; there are api_url, ca_file, proxy, deadline"
                ));
            }
        };
        let value = value.ok_or_else(|| format!("the setting \"{name}\" has no ="))?;
        unquoted(&value).clone_into(setting);
    }
    Ok(ini)
}

fn unquoted(value: &str) -> &str {
    let bare = || value.split(" ;").next().unwrap_or_default().trim_end();
    let quoted = |quote| {
        value
            .strip_prefix(quote)
            .and_then(|rest: &str| rest.strip_suffix(quote))
    };
    quoted('"').or_else(|| quoted('\'')).unwrap_or_else(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_is_as_in_php_ini() {
        assert_eq!(read("; nothing\n").unwrap(), Ini::default());
        assert_eq!(read("").unwrap(), Ini::default());
    }

    #[test]
    fn values_may_be_quoted_and_named_as_in_php_ini() {
        let ini = read("ca_file = \"/etc/a;b.pem\"\n# and\njetpack_bridge.deadline=7 ; seconds\n").unwrap();
        assert_eq!(
            (ini.ca_file.as_str(), ini.deadline.as_str()),
            ("/etc/a;b.pem", "7")
        );
    }

    #[test]
    fn what_is_unknown_is_refused_by_name() {
        assert!(
            read("api_ulr = https://x.test\n")
                .unwrap_err()
                .contains("\"api_ulr\"")
        );
        assert!(
            read("[jetpack]\ndeadline = 5\n")
                .unwrap_err()
                .contains("[jetpack]")
        );
        assert!(read("only words\n").is_err());
    }

    #[test]
    fn a_wrong_value_is_named_with_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(NAME);
        fs::write(&file, "deadline = soon\n").unwrap();
        let said = of(&file).unwrap_err().to_string();
        assert!(
            said.starts_with("deadline = \"soon\"") && said.contains(NAME),
            "{said}"
        );
        fs::write(&file, [0xff, 0xfe]).unwrap();
        assert!(of(&file).is_err());
        fs::remove_file(&file).unwrap();
        assert!(of(&file).is_ok());
    }
}
