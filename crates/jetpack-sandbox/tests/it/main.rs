//! The sandbox over real sockets.
#![expect(
    clippy::unwrap_used,
    reason = "clippy.toml allows it in test functions, not in their helpers"
)]

mod api;
mod binary;
mod cases;
mod control;
mod faults;
mod pages;
mod strict;
mod support;
mod tls;
