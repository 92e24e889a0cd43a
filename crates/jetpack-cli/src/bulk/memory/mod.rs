//! What outlives the process: what was begun, and what came of it.

pub(crate) mod journal;
pub(crate) mod states;
pub(crate) mod writer;
