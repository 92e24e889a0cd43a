#![doc = include_str!("../README.md")]

mod control;
mod endpoint;
mod faults;
mod people;
mod sandbox;
mod settings;
mod shared;
mod wire;
mod world;

pub use endpoint::Operation;
pub use faults::{Chaos, Fault, FaultKind};
pub use sandbox::Sandbox;
pub use settings::{CLIENT_ID, CLIENT_SECRET, Settings, USER_TOKEN};
pub use wire::record::{RecordedRequest, RequestTotals};
pub use world::{KeySnapshot, PlanState, ProductSnapshot, SiteSnapshot, Snapshot};
