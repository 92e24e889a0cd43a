//! Ini files, as far as the extension is concerned.

use std::fs;
use std::path::Path;

/// The number of the first line that loads the extension.
pub(crate) fn loading_line(file: &Path) -> Option<usize> {
    let text = fs::read(file).ok()?;
    let text = String::from_utf8_lossy(&text);
    let line = text.lines().position(loads)?;
    Some(line + 1)
}

fn loads(line: &str) -> bool {
    let Some((name, value)) = line.split_once('=') else {
        return false;
    };
    let value = value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .trim_matches(['"', '\'']);
    let file = value.rsplit('/').next().unwrap_or_default();
    let file = file.strip_suffix(".so").unwrap_or(file);
    name.trim() == "extension" && file.strip_prefix("lib").unwrap_or(file) == "jetpack_bridge"
}

/// The text with these settings: a line that is there is replaced, others come to the end.
pub(crate) fn with(text: &str, settings: &[(String, String)]) -> String {
    let is_set = |line: &&str| {
        let name = line.split('=').next().unwrap_or_default().trim();
        line.contains('=') && settings.iter().any(|(set, _)| set == name)
    };
    let kept = text
        .lines()
        .filter(|line| !is_set(line))
        .map(|line| format!("{line}\n"));
    let set = settings.iter().map(|(name, value)| format!("{name} = {value}\n"));
    kept.chain(set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_load_the_extension_are_told_from_others() {
        for line in [
            "extension=jetpack_bridge",
            "extension = \"jetpack_bridge.so\" ; ours",
            " extension=/usr/local/lib/libjetpack_bridge.so",
        ] {
            assert!(loads(line), "{line}");
        }
        for line in [
            ";extension=jetpack_bridge",
            "extension=jetpack_bridge_2",
            "jetpack_bridge.deadline=25",
            "zend_extension=jetpack_bridge",
            "extension=",
        ] {
            assert!(!loads(line), "{line}");
        }
    }

    #[test]
    fn a_setting_is_replaced_where_it_is_and_added_where_it_is_not() {
        let settings = [
            ("a.url".to_owned(), "new".to_owned()),
            ("a.file".to_owned(), "f".to_owned()),
        ];
        assert_eq!(
            with(
                "; a.url = commented\nextension=a\na.url=old\na.other=1\n",
                &settings
            ),
            "; a.url = commented\nextension=a\na.other=1\na.url = new\na.file = f\n"
        );
        assert_eq!(with("as\nit is", &[]), "as\nit is\n");
    }
}
