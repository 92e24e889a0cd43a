//! The file: what its lines say, and whether they can be worked on.

pub(crate) mod check;
pub(crate) mod entry;
pub(crate) mod file;
pub(crate) mod reader;
