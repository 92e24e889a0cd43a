//! What can be asked for.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::choose::Way;
use super::record::Wish;
use crate::php::{self, Web};
use crate::root::Root;

#[derive(Debug, Args)]
pub(crate) struct InstallArguments {
    /// The folder of WHMCS, which holds its configuration.php; may be given again for another one.
    #[arg(long, value_name = "DIR", required = true)]
    pub(super) whmcs: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Debug, Args)]
pub(crate) struct UpgradeArguments {
    #[command(flatten)]
    pub(super) how: How,
}

#[derive(Debug, Args)]
pub(crate) struct UninstallArguments {
    /// Only from this WHMCS; without it, everything that was installed goes.
    #[arg(long, value_name = "DIR")]
    pub(super) whmcs: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) consent: Consent,
}

#[derive(Debug, Args)]
pub(super) struct How {
    /// Only this PHP, as /usr/bin/php8.2 or /usr/sbin/php-fpm8.2; may be given again. Without it, every PHP that is found.
    #[arg(long, value_name = "BIN", num_args = 1..)]
    pub(super) php: Vec<PathBuf>,
    /// How PHP gets to the core: by the extension in it, by a program that it starts, or by whichever fits.
    #[arg(long, value_enum)]
    pub(super) way: Option<Way>,
    /// What the web server's PHP says of itself: the line that the addon's page prints.
    #[arg(long, value_name = "LINE")]
    pub(super) web: Option<Web>,
    /// The unpacked package, instead of the folder in which this program lies.
    #[arg(long, value_name = "DIR")]
    pub(super) package: Option<PathBuf>,
    #[command(flatten)]
    pub(super) consent: Consent,
}

#[derive(Debug, Args)]
pub(super) struct Consent {
    /// Show the steps, and do nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Do the steps without asking.
    #[arg(long, short, conflicts_with = "dry_run")]
    pub(super) yes: bool,
    /// Restart what has to read its ini files anew, too.
    #[arg(long)]
    pub(super) restart: bool,
    #[command(flatten)]
    pub(super) root: Root,
}

impl How {
    /// What is asked for now, and where nothing is said, what was asked for before.
    pub(super) fn wish_after(&self, before: &Wish, is_first: bool) -> Wish {
        let (mut php, mut also) = (before.php.clone(), before.also.clone());
        // Where all were meant, those that are named belong to them.
        let known = match is_first || !php.is_empty() {
            true => &mut php,
            false => &mut also,
        };
        for named in self.php.iter().map(|php| php::resolved(php)) {
            if !known.contains(&named) {
                known.push(named);
            }
        }
        Wish {
            php,
            also,
            way: self.way.or(before.way),
            web: self
                .web
                .as_ref()
                .map(|web| web.text.clone())
                .or_else(|| before.web.clone()),
        }
    }
}

fn is_somebody_there() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// What became of the question whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Yes,
    No,
    /// There is nobody to ask.
    Nobody,
}

impl Consent {
    /// Whether anything may come of it: what is only shown changes nothing.
    pub(super) fn may_act(&self) -> bool {
        self.yes || (!self.dry_run && is_somebody_there())
    }

    /// Asks on the terminal, unless that was answered beforehand.
    pub(super) fn ask(&self) -> Result<Asked> {
        if self.yes {
            return Ok(Asked::Yes);
        }
        if self.dry_run {
            return Ok(Asked::No);
        }
        if !is_somebody_there() {
            return Ok(Asked::Nobody);
        }
        write!(io::stderr(), "Do these steps? [y/N] ")?;
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer)?;
        Ok(match answer.trim().to_ascii_lowercase().as_str() {
            "y" | "yes" => Asked::Yes,
            _ => Asked::No,
        })
    }
}
