//! The PHPs of this machine: WHMCS runs in the web server's and, for its cron job, in the command line's, which often are
//! different programs with different ini files (whmcs-contract.md §6.2).

mod apart;
mod ask;
mod facts;
pub(crate) mod ini;
mod layout;
mod phpinfo;
mod places;
mod sapi;
mod web;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) use ask::trial;
pub(crate) use facts::Facts;
pub(crate) use layout::{Layout, Restart};
pub(crate) use sapi::Sapi;
pub(crate) use web::Web;

use crate::guard;
use crate::output::plain;
use crate::root::Root;

/// One PHP in one of the ways that it is run in.
#[derive(Debug, Clone)]
pub(crate) struct Php {
    /// Its program; Apache's module has none, and the web's page may not know it.
    pub(crate) binary: Option<PathBuf>,
    pub(crate) facts: Facts,
    pub(crate) layout: Layout,
    /// Why nothing is written into its folders.
    doubt: Option<String>,
}

/// A program with the name of a PHP that does not say what it is.
#[derive(Debug, Clone)]
pub(crate) struct Mute {
    pub(crate) binary: PathBuf,
    /// Why, in words that follow its name.
    pub(crate) why: String,
}

/// All that is known of this machine's PHPs.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) phps: Vec<Php>,
    pub(crate) mute: Vec<Mute>,
}

impl Php {
    fn new(root: &Root, binary: Option<PathBuf>, facts: Facts) -> Self {
        let layout = Layout::of(root, binary.as_deref(), &facts);
        Self {
            binary,
            facts,
            layout,
            doubt: None,
        }
    }

    /// How people find it: the program, or else what runs it.
    pub(crate) fn name(&self) -> String {
        match (&self.binary, self.facts.scan.first()) {
            (Some(binary), _) => binary.display().to_string(),
            (None, Some(folder)) => format!(
                "{} of PHP {} ({})",
                self.facts.sapi,
                self.facts.version,
                folder.display()
            ),
            (None, None) => format!("{} of PHP {}", self.facts.sapi, self.facts.version),
        }
    }

    /// The ini file of ours that loads the extension in it.
    ///
    /// # Errors
    ///
    /// Why there can be none.
    pub(crate) fn ini_file(&self, root: &Root) -> Result<PathBuf, String> {
        match &self.doubt {
            Some(doubt) => Err(doubt.clone()),
            None => self.layout.ini_file(root, &self.facts),
        }
    }

    /// Where the extension's file belongs.
    pub(crate) fn extension_file(&self) -> PathBuf {
        self.facts.extension_dir.join("jetpack_bridge.so")
    }

    /// The same PHP as it is now.
    ///
    /// # Errors
    ///
    /// Why it does not answer any more; without a program there is nothing to ask.
    pub(crate) async fn again(&self) -> Result<Option<Facts>, String> {
        match &self.binary {
            Some(binary) => ask::facts(binary).await.map(Some),
            None => Ok(None),
        }
    }
}

/// Asks those that were named, or else all that are found. What is run without a program comes with the program beside it.
pub(crate) async fn find(root: &Root, named: &[PathBuf]) -> Found {
    find_with(root, named, &[]).await
}

/// The same, with others where all are meant.
pub(crate) async fn find_with(root: &Root, named: &[PathBuf], also: &[PathBuf]) -> Found {
    let binaries: BTreeSet<PathBuf> = match named {
        [] => {
            let also = also.iter().map(|binary| resolved(binary));
            places::candidates(root).into_iter().chain(also).collect()
        }
        named => named.iter().map(|binary| resolved(binary)).collect(),
    };
    let mut found = Found::default();
    for binary in binaries {
        if let Some(open) = guard::open_on_the_machine(root, &binary) {
            let why = format!(
                "is not run by root: {} {}",
                plain(&open.step.to_string_lossy()),
                open.why.said()
            );
            found.mute.push(Mute { binary, why });
            continue;
        }
        match ask::facts(&binary).await {
            Ok(facts) => found.phps.push(Php::new(root, Some(binary), facts)),
            Err(why) => found.mute.push(Mute { binary, why }),
        }
    }
    // Who names programs means these.
    if named.is_empty() {
        let apart: Vec<Php> = found
            .phps
            .iter()
            .flat_map(|php| apart::beside(root, php))
            .collect();
        found.phps.extend(apart);
    }
    found
}

/// The web server's PHP by its own line: the one that was found, with what only its line knows, or one that was not. Gives its
/// place among those found. The line is whatever the owner of a WHMCS wishes it to be: no program that it names is run, and root writes
/// only into folders of its that are root's own and of a known layout.
///
/// # Errors
///
/// When its line does not tell enough, and none was found that it is of.
pub(crate) fn of_web(root: &Root, web: &Web, found: &mut Found) -> Result<usize, String> {
    if let Some(index) = found.phps.iter().position(|php| web.is_of(&php.facts)) {
        let facts = &mut found.phps[index].facts;
        facts.disabled.clone_from(&web.facts.disabled);
        facts.open_basedir.clone_from(&web.facts.open_basedir);
        return Ok(index);
    }
    let (version, sapi) = (&web.facts.version, &web.facts.sapi);
    if !web.is_whole() {
        return Err(format!(
            "the web server's PHP {version} ({sapi}) may not say what it is, and no program here is the same; name its program \
             with --php"
        ));
    }
    let mut facts = web.facts.clone();
    facts.scan.truncate(1);
    facts.read = apart::ini_files(&facts.scan);
    let doubt = facts
        .scan
        .iter()
        .chain([&facts.extension_dir])
        .find_map(|folder| doubt(root, folder));
    // By its ini folder alone: the line may say anything of the rest.
    let by_folder = Facts {
        ini: None,
        ..facts.clone()
    };
    let doubt = doubt.or_else(|| match Layout::of(root, None, &by_folder) {
        Layout::Unknown => Some(
            "no program here is the same PHP, and the ini folder in its line is of no known distribution or panel".to_owned(),
        ),
        _ => None,
    });
    found.phps.push(Php {
        doubt,
        ..Php::new(root, None, facts)
    });
    Ok(found.phps.len() - 1)
}

/// Why root does not write where a line says.
fn doubt(root: &Root, folder: &Path) -> Option<String> {
    let why = match guard::open_to_others(root, folder, None) {
        Some(open) => format!(
            "is not root's alone ({} {})",
            plain(&open.step.to_string_lossy()),
            open.why.said()
        ),
        None if !folder.is_dir() => "is not there".to_owned(),
        None => return None,
    };
    Some(format!(
        "no program here is the same PHP, and the folder {} in its line {why}",
        plain(&folder.to_string_lossy())
    ))
}

/// What makes these read their ini files anew, once each.
pub(crate) fn restarts<'a>(root: &Root, phps: impl Iterator<Item = &'a Php>) -> Vec<Restart> {
    let mut all = Vec::new();
    for restart in phps.flat_map(|php| php.layout.restart(root, &php.facts)) {
        if !all.contains(&restart) {
            all.push(restart);
        }
    }
    all
}

/// The program itself, where a link leads to it.
pub(crate) fn resolved(binary: &Path) -> PathBuf {
    binary.canonicalize().unwrap_or_else(|_| binary.to_owned())
}
