//! What goes wrong: scripted faults, chaos, and how both are carried out.

mod build;
mod chaos;
mod drip;
mod fault;
mod huge;
pub(crate) mod misbehave;
mod on;
mod problem;
mod script;
mod truncated;

pub use chaos::Chaos;
pub use fault::{Fault, FaultKind};

pub(crate) use chaos::Running;
pub(crate) use script::Script;
