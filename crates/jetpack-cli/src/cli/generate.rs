//! Completions and the man page, made from what clap knows.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;

use super::Arguments;
use crate::dropin::Script;

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

/// The commands with the scripts' flags, which the drop-in reads. Of the options that are common to the
/// others they take only those that the scripts' own flags are, so the rest is not shown.
pub(super) fn whole() -> Command {
    let common: Vec<Arg> = Arguments::command().get_arguments().cloned().collect();
    let with_flags = |command: Command, script: Script| {
        let flags = script.command();
        let is_taken = |option: &&Arg| flags.get_arguments().any(|flag| flag.get_id() == option.get_id());
        let hidden = common.iter().filter(|option| !is_taken(option)).cloned();
        let hidden = hidden.map(|option| option.global(false).hide(true));
        command.args(flags.get_arguments()).args(hidden)
    };
    Arguments::command()
        .mut_subcommand("provision", |command| with_flags(command, Script::Provision))
        .mut_subcommand("cancel", |command| with_flags(command, Script::Cancel))
}
