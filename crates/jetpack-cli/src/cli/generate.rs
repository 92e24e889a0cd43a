//! Completions and the man page, made from what clap and the drop-in's tables know.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Arg, ArgAction, Command, CommandFactory};
use clap_mangen::Man;

use super::Arguments;
use crate::dropin::{Flag, Script, Takes};

pub(super) fn completions(shell: clap_complete::Shell) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut whole(), "jetpack-partner", &mut script);
    print(&script)
}

/// One page: the program and, below it, every command.
pub(super) fn man() -> anyhow::Result<ExitCode> {
    let mut command = whole();
    command.build();
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    man.render_extra_section(&mut page)?;
    for (name, command) in leaves(&command, "jetpack-partner") {
        page.extend_from_slice(format!(".SH \"{}\"\n", name.to_uppercase()).as_bytes());
        // The global options stand above.
        let own = command.clone().mut_args(|arg| match arg.is_global_set() {
            true => arg.hide(true),
            false => arg,
        });
        let man = Man::new(own);
        let mut section = Vec::new();
        man.render_description_section(&mut section)?;
        man.render_synopsis_section(&mut section)?;
        man.render_options_section(&mut section)?;
        let section = String::from_utf8_lossy(&section).replace(".SH ", ".SS ");
        page.extend_from_slice(section.as_bytes());
    }
    print(&page)
}

fn leaves<'a>(command: &'a Command, name: &str) -> Vec<(String, &'a Command)> {
    let mut found = Vec::new();
    for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = format!("{name} {}", command.get_name());
        if command.get_name() == "help" {
            continue;
        }
        if command.has_subcommands() {
            found.extend(leaves(command, &name));
        } else {
            found.push((name, command));
        }
    }
    found
}

fn print(text: &[u8]) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        // A reader like `head` that has seen enough is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// The commands with the drop-in's flags, which clap does not read but can describe.
pub(super) fn whole() -> Command {
    let command = Arguments::command();
    let global: Vec<String> = command
        .get_arguments()
        .filter_map(Arg::get_long)
        .map(str::to_owned)
        .collect();
    let with_flags = |command: Command, script: Script| {
        let described = script.flags().iter().filter_map(|flag| described(flag, &global));
        described.fold(command, Command::arg)
    };
    command
        .mut_subcommand("provision", |command| with_flags(command, Script::Provision))
        .mut_subcommand("cancel", |command| with_flags(command, Script::Cancel))
}

/// A flag for clap, without the names it has from the global flags already.
fn described(flag: &Flag, global: &[String]) -> Option<Arg> {
    let mut names = flag
        .names
        .iter()
        .filter_map(|name| name.strip_prefix("--"))
        .filter(|name| !global.iter().any(|global| global == name));
    let name = names.next()?;
    let mut arg = Arg::new(flag.names[0]).long(name).help(flag.help);
    for alias in names {
        arg = arg.visible_alias(alias);
    }
    if let Some(short) = flag.names.iter().find_map(|name| single(name)) {
        arg = arg.short(short);
    }
    Some(match flag.takes {
        Takes::Value(value) => arg.value_name(value).require_equals(true),
        Takes::Nothing => arg.action(ArgAction::SetTrue),
    })
}

fn single(name: &str) -> Option<char> {
    let mut letters = name.strip_prefix('-')?.chars();
    let letter = letters.next().filter(|letter| *letter != '-')?;
    letters.next().is_none().then_some(letter)
}
