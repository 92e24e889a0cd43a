//! The Jetpack Partner API ("JPPHP", Jetpack Start), typed and bounded in time.
//!
//! A [`Client`] holds what is worth keeping between operations: the connection and the access
//! token. A [`Call`] is one operation of the caller's, with one [`Deadline`] for all its requests
//! and a redacted record ([`Exchange`]) of each.
//!
//! What an answer means is decided in one place, `judge`; the variant of [`Error`] says what the
//! caller should do.

mod api_error;
mod api_url;
mod call;
mod cancel;
mod client;
mod deadline;
mod decode;
mod error;
mod exchange;
mod judge;
mod plan;
mod provision;
mod redact;
mod secret;
mod send;
mod site;
mod status;
mod token;
mod trust;
mod verify;

pub use api_error::ApiError;
pub use api_url::{ApiUrl, InvalidApiUrl};
pub use call::Call;
pub use cancel::Cancelled;
pub use client::{Client, Credentials};
pub use deadline::Deadline;
pub use error::Error;
pub use exchange::Exchange;
pub use plan::{InvalidPlan, Plan};
pub use provision::{ProvisionRequest, Provisioned};
pub use redact::{MASK, Redactor};
pub use secret::Secret;
pub use site::{InvalidSiteUrl, SiteIdentifier, SiteUrl};
pub use status::{ProductStatus, SiteStatus};
pub use trust::{InvalidCaFile, Trust};
pub use verify::Verified;
