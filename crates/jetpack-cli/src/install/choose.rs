//! Which way a PHP gets to the core: by the extension in it, or by the program that it starts.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use super::package::Package;
use crate::guard;
use crate::php::{self, Php};
use crate::root::Root;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Way {
    /// The extension, in the PHPs named.
    Extension,
    /// The program, which PHP starts for each call.
    Program,
    /// The extension where it fits, else the program.
    Auto,
}

/// What a PHP gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// The extension's file, and the ini file that loads it.
    Extension {
        from: PathBuf,
        to: PathBuf,
        ini: PathBuf,
    },
    /// The program, and why not the extension.
    Program(String),
    /// Neither, and why.
    Neither(String),
}

/// A PHP and what it gets.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) php: Php,
    pub(super) choice: Choice,
}

/// Decides for one PHP. The extension is loaded in it for a trial, or in the program of another that loads the same, so that nothing
/// is installed that would not run.
pub(super) async fn choose(
    root: &Root,
    package: &Package,
    way: Way,
    php: &Php,
    trier: Option<&Path>,
) -> Choice {
    if !php.facts.is_new_enough() {
        return Choice::Neither("the module needs PHP 8.1 or newer".to_owned());
    }
    let unfit = match way {
        Way::Program => "the program was asked for".to_owned(),
        Way::Extension | Way::Auto => match extension(root, package, php, trier).await {
            Ok(choice) => return choice,
            Err(why) => why,
        },
    };
    without_extension(way, php, unfit)
}

/// What one gets that cannot have the extension, for a reason.
pub(super) fn without_extension(way: Way, php: &Php, unfit: String) -> Choice {
    match (way, php.facts.forbids_to_start()) {
        (Way::Extension, _) => Choice::Neither(unfit),
        (_, None) => Choice::Program(unfit),
        (_, Some(why)) => Choice::Neither(format!("{unfit}; and {why}")),
    }
}

/// # Errors
///
/// Why the extension does not fit.
async fn extension(
    root: &Root,
    package: &Package,
    php: &Php,
    trier: Option<&Path>,
) -> Result<Choice, String> {
    let facts = &php.facts;
    if facts.zts {
        return Err("the extension is not built for thread-safe PHPs".to_owned());
    }
    if facts.debug {
        return Err("the extension is not built for debug builds of PHP".to_owned());
    }
    let from = package.extension(facts.api).ok_or_else(|| {
        let there: Vec<String> = package.extensions().iter().map(u32::to_string).collect();
        if there.is_empty() {
            return "this package has no extension".to_owned();
        }
        format!(
            "this package has no extension for PHP {} (API {}), only for API {}",
            facts.short_version(),
            facts.api,
            there.join(", ")
        )
    })?;
    if !facts.extension_dir.is_absolute() {
        return Err("its extension_dir is no absolute path".to_owned());
    }
    let ini = php.ini_file(root)?;
    for folder in [&facts.extension_dir]
        .into_iter()
        .map(PathBuf::as_path)
        .chain(ini.parent())
    {
        if let Some(open) = guard::open_on_the_machine(root, folder) {
            return Err(format!("{} {}", open.step.display(), open.why.said()));
        }
    }
    if let Some(binary) = trier {
        let version = php::trial(binary, &from)
            .await
            .map_err(|why| format!("it does not load the extension: {why}"))?;
        let ours = package.version.to_string();
        if version != ours {
            return Err(format!("the extension in this package is {version}, not {ours}"));
        }
    }
    Ok(Choice::Extension {
        from,
        to: php.extension_file(),
        ini,
    })
}
