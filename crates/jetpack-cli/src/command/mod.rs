//! Commands for people, one file each: ask, then print for people or as JSON.

pub(crate) mod activations;
pub(crate) mod credentials;
pub(crate) mod errors;
pub(crate) mod keys;
pub(crate) mod next_url;
pub(crate) mod status;
pub(crate) mod token;
pub(crate) mod upgrade_paths;
