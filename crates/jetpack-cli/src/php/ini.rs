//! Ini files, as far as the extension is concerned.

use std::fs::OpenOptions;
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

/// Larger is no ini file.
const LIMIT: u64 = 1 << 20;

/// The numbers of the lines that load the extension. PHP names the file, and what bears its name by now may be anything.
pub(crate) fn loading_lines(file: &Path) -> Vec<usize> {
    let text = read(file).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines = text.lines().enumerate().filter(|(_, line)| loads(line));
    lines.map(|(index, _)| index + 1).collect()
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    let mut text = Vec::new();
    if file.metadata()?.is_file() {
        file.take(LIMIT).read_to_end(&mut text)?;
    }
    Ok(text)
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
    name.trim().eq_ignore_ascii_case("extension")
        && file.strip_prefix("lib").unwrap_or(file) == "jetpack_bridge"
}

/// The names that a file has values for, of those that begin so; without that beginning.
pub(crate) fn names(file: &Path, prefix: &str) -> Vec<String> {
    let text = read(file).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let names = text.lines().filter_map(|line| {
        let (name, _) = line.split_once('=')?;
        let name = name.trim().strip_prefix(prefix)?;
        let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '_';
        (!name.is_empty() && name.chars().all(is_name)).then(|| name.to_owned())
    });
    names.collect()
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
            "Extension=jetpack_bridge",
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
    fn each_line_is_found_and_a_pipe_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.ini");
        std::fs::write(
            &file,
            "extension=jetpack_bridge\n;\nextension=jetpack_bridge.so\n",
        )
        .unwrap();
        assert_eq!(loading_lines(&file), [1, 3]);
        let pipe = folder.path().join("b.ini");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        assert!(loading_lines(&pipe).is_empty() && loading_lines(folder.path()).is_empty());
    }

    #[test]
    fn names_are_told_and_neither_values_nor_comments() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.ini");
        std::fs::write(
            &file,
            "extension=a\n; a.old = 1\na.url = http://x?b=c\n a.file=f\n",
        )
        .unwrap();
        assert_eq!(names(&file, "a."), ["url", "file"]);
        assert_eq!(names(&folder.path().join("none"), ""), [""; 0]);
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
