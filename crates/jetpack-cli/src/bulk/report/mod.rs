//! What people and programs are told: of each line, of the whole, and on the way.

pub(crate) mod outcome;
pub(crate) mod progress;
pub(crate) mod results;
pub(crate) mod summary;
