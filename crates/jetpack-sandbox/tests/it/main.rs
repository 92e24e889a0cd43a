//! The sandbox over real sockets.
#![expect(
    clippy::unwrap_used,
    reason = "clippy.toml allows it in test functions, not in their helpers"
)]

mod api;
mod binary;
mod bodies;
mod cases;
mod chaos;
mod connect;
mod control;
mod credentials;
mod faults;
mod guard;
mod idle;
mod look_up;
mod pages;
mod refusals;
mod reports;
mod reseller;
mod scale;
mod strict;
mod support;
mod tls;
mod trigger;
mod upgrades;
