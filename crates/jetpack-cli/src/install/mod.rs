//! `jetpack-partner install`, `upgrade` and `uninstall`: what a package holds comes to where PHP and WHMCS look for it. Each step
//! is shown before it is taken, and can be taken back.

mod arguments;
mod bring;
mod choose;
mod deb;
mod found;
mod installed;
mod moving;
mod outcome;
mod package;
mod perform;
mod place;
mod plan;
pub(crate) mod program;
mod record;
mod restart;
mod rights;
mod shown;
mod step;
mod steps;
mod store;
mod sums;
mod tree;
mod uninstall;
mod verify;
mod whmcs;
mod who;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

pub(crate) use arguments::{InstallArguments, UninstallArguments, UpgradeArguments};
pub(crate) use installed::{Differences, Installed};
pub(crate) use uninstall::run as uninstall;

use crate::context::Context;
use crate::exit::usage;
use crate::php::Web;
use arguments::How;
use bring::bring;
use store::Store;

pub(crate) async fn install(context: &Context, arguments: &InstallArguments) -> Result<ExitCode> {
    let how = &arguments.how;
    let store = Store::new(&how.consent.root);
    let known = store.read()?;
    // Either may name it by a link.
    let is_webs = |web: &Web, folder: &PathBuf| {
        let real = folder.canonicalize();
        real.is_ok() && real.ok() == web.whmcs.canonicalize().ok()
    };
    if let Some(web) = &how.web
        && !arguments.whmcs.iter().any(|folder| is_webs(web, folder))
    {
        return Err(usage(format!(
            "--web is the line of the WHMCS in {}",
            web.whmcs.display()
        )));
    }
    // All that run in one PHP must be of one version: they share the extension.
    bring(context, how, &store, known, &arguments.whmcs).await
}

pub(crate) async fn upgrade(context: &Context, arguments: &UpgradeArguments) -> Result<ExitCode> {
    let how: &How = &arguments.how;
    let store = Store::new(&how.consent.root);
    let known = store.read()?;
    if known.as_ref().is_none_or(|record| record.whmcs.is_empty()) {
        return Err(usage(
            "nothing that this program installed is recorded on this machine; \"jetpack-partner install --whmcs DIR\" also \
             brings what was copied by hand to this release, and records it",
        ));
    }
    bring(context, how, &store, known, &[]).await
}
