//! `install`, `upgrade` and `uninstall`.

mod consent;
mod fit;
mod gone;
mod hostile;
mod key;
mod layouts;
mod module;
mod package;
mod program;
mod undo;
mod web;
