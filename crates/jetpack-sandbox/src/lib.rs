#![doc = include_str!("../README.md")]

mod answer;
mod api;
mod body;
mod call;
mod certificate;
mod connection;
mod control;
mod endpoint;
mod fault;
mod form;
mod misbehave;
mod operation;
mod people;
mod percent;
mod record;
mod sandbox;
mod server;
mod settings;
mod shared;
mod truncated;
mod world;

pub use fault::{Fault, FaultKind};
pub use operation::Operation;
pub use record::RecordedRequest;
pub use sandbox::Sandbox;
pub use settings::{CLIENT_ID, CLIENT_SECRET, Settings};
pub use world::{KeySnapshot, PlanState, ProductSnapshot, SiteSnapshot, Snapshot};
