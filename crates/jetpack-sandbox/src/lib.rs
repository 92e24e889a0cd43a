#![doc = include_str!("../README.md")]

mod answer;
mod api;
mod body;
mod call;
mod certificate;
mod chaos;
mod connection;
mod control;
mod drip;
mod endpoint;
mod fault;
mod form;
mod huge;
mod journal;
mod misbehave;
mod operation;
mod people;
mod percent;
mod record;
mod route;
mod sandbox;
mod server;
mod settings;
mod shared;
mod truncated;
mod world;

pub use chaos::Chaos;
pub use fault::{Fault, FaultKind};
pub use operation::Operation;
pub use record::{RecordedRequest, RequestTotals};
pub use sandbox::Sandbox;
pub use settings::{CLIENT_ID, CLIENT_SECRET, Settings, USER_TOKEN};
pub use world::{KeySnapshot, PlanState, ProductSnapshot, SiteSnapshot, Snapshot};
