//! `SHA256SUMS` of a package: what every file in it must be.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::who;

/// The sum of each file, by its path in the package.
pub(super) type Sums = BTreeMap<String, String>;

/// Reads what `sha256sum` wrote.
///
/// # Errors
///
/// For a line that is none of its, or that names something outside.
pub(super) fn read(text: &str) -> Result<Sums> {
    let mut sums = Sums::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let Some((sum, path)) = line.split_once(' ').filter(|(sum, _)| is_sum(sum)) else {
            bail!("SHA256SUMS has a line that is no checksum: {line}");
        };
        let path = path.trim_start_matches([' ', '*']);
        let path = path.strip_prefix("./").unwrap_or(path);
        let is_inside = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if path.chars().any(char::is_control) {
            bail!(
                "SHA256SUMS names a file with a control character: {}",
                path.escape_debug()
            );
        }
        if path.is_empty() || !is_inside {
            bail!("SHA256SUMS names a file outside of the package: {path}");
        }
        sums.insert(path.to_owned(), sum.to_ascii_lowercase());
    }
    Ok(sums)
}

fn is_sum(text: &str) -> bool {
    text.len() == 64 && text.chars().all(|c| c.is_ascii_hexdigit())
}

/// The sum of what is read.
pub(super) fn of(mut source: impl io::Read) -> Result<String> {
    let mut hasher = Sha256::new();
    io::copy(&mut source, &mut Writer(&mut hasher))?;
    Ok(hex(&hasher.finalize()))
}

/// Copies, and gives the sum of what was copied.
pub(super) fn copying(source: &mut impl io::Read, to: &mut impl io::Write) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = match source.read(&mut buffer) {
            Ok(0) => return Ok(hex(&hasher.finalize())),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let read = &buffer[..read];
        hasher.update(read);
        to.write_all(read)?;
    }
}

/// The sum of a file of root's own, or of the package's.
pub(super) fn of_file(path: &Path) -> Result<String> {
    of(who::open(path, None)?).with_context(|| path.display().to_string())
}

/// The sum of a text.
pub(super) fn of_text(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

struct Writer<'a>(&'a mut Sha256);

impl io::Write for Writer<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sha256sum_writes_is_read() {
        let sum = of_text("");
        assert_eq!(
            sum,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        let sums = read(&format!("{sum}  docs/a b.md\n{sum} *./jetpack-partner\n")).unwrap();
        assert_eq!(
            sums.keys().collect::<Vec<_>>(),
            ["docs/a b.md", "jetpack-partner"]
        );
    }

    #[test]
    fn a_file_outside_of_the_package_is_refused() {
        let sum = of_text("");
        for path in ["/etc/passwd", "../x", "a/../../x"] {
            let error = read(&format!("{sum}  {path}\n")).unwrap_err().to_string();
            assert!(error.contains("outside of the package"), "{error}");
        }
        let odd = read(&format!("{sum}  modules/a\u{1b}[2J.php\n"))
            .unwrap_err()
            .to_string();
        assert!(
            odd.contains("control character: modules/a\\u{1b}[2J.php"),
            "{odd}"
        );
        assert!(
            read("nonsense\n")
                .unwrap_err()
                .to_string()
                .contains("no checksum")
        );
    }
}
