//! The way without the extension: PHP starts a program.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use crate::bounded;
use crate::php::{Php, Sapi};

/// A program that takes longer to say its version hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// PHP that starts the program named behind it, as the module does: without a shell.
const START: &str = "$p = proc_open([$argv[1], '--version'], [1 => ['pipe', 'w']], $pipes); echo stream_get_contents($pipes[1]);";

/// Lets a PHP start the program; gives the program's version. Only the command line can be told to; of others, what they
/// forbid is known.
///
/// # Errors
///
/// Why it cannot.
pub(crate) async fn start(php: &Php, program: &Path) -> Result<String, String> {
    if let Some(why) = php.facts.forbids_to_start() {
        return Err(why);
    }
    let (binary, arguments) = match &php.binary {
        Some(binary) if php.facts.sapi == Sapi::Cli => {
            let words = ["-r", START, "--"].map(OsString::from);
            (binary.as_path(), [words.as_slice(), &[program.into()]].concat())
        }
        _ => (program, vec!["--version".into()]),
    };
    let said = match bounded::run_php(binary, &arguments, None, PATIENCE).await {
        Ok(said) => said.stdout,
        Err(why) => return Err(format!("{} {why}", program.display())),
    };
    let version = said
        .strip_prefix("jetpack-partner ")
        .and_then(|rest| rest.split_whitespace().next());
    version
        .map(str::to_owned)
        .ok_or_else(|| format!("{} cannot be started by it", program.display()))
}
