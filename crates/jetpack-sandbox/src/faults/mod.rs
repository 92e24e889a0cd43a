//! What goes wrong: scripted faults, chaos, and how both are carried out.

mod bodies;
mod build;
mod chaos;
mod fault;
pub(crate) mod misbehave;
mod on;
mod problem;
mod script;

pub use chaos::Chaos;
pub use fault::{Fault, FaultKind};

pub(crate) use chaos::Running;
pub(crate) use script::Script;
