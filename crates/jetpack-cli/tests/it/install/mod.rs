//! `install`, `upgrade` and `uninstall`.

mod consent;
mod debs;
mod fit;
mod gone;
mod hostile;
mod key;
mod layouts;
mod module;
mod package;
mod program;
mod roots;
mod stuck;
mod undo;
mod web;
