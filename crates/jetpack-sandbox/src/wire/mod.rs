//! From the socket to a call, and from an answer back to the socket. No judgement in here.

pub(crate) mod answer;
pub(crate) mod body;
pub(crate) mod call;
pub(crate) mod certificate;
pub(crate) mod connection;
pub(crate) mod door;
pub(crate) mod form;
mod guard;
pub(crate) mod journal;
pub(crate) mod percent;
pub(crate) mod record;
pub(crate) mod server;
