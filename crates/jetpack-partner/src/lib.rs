//! The Jetpack Partner API ("JPPHP", Jetpack Start), typed and bounded in time.
//!
//! A [`Client`] holds what is worth keeping between operations: the connection and the access
//! token. A [`Call`] is one operation of the caller's, with one [`Deadline`] for all its requests
//! and a redacted record ([`Exchange`]) of each.
//!
//! What an answer means is decided in one place, `judge`; the variant of [`Error`] says what the
//! caller should do.

mod access;
mod activations;
mod answer;
mod api_error;
mod api_url;
mod ask;
mod backup_access;
mod call;
mod cancel;
mod change;
mod client;
mod deadline;
mod decode;
mod ensure;
mod error;
mod error_dictionary;
mod exchange;
pub mod http;
mod judge;
mod partner_key;
mod plan;
mod provision;
mod provision_request;
mod provisioned;
mod proxy;
mod redact;
mod redirect;
mod reports;
mod retry;
mod secret;
mod send;
mod site;
mod site_lookup;
mod site_ref;
mod status;
#[doc(hidden)]
pub mod testing;
mod text;
mod timing;
mod token;
mod trust;
mod upgrade_paths;
mod verify;

pub use access::{FtpAccess, IncompleteAccess, SshAccess, SshProof};
pub use activations::{Activation, ActivationFilter, Activations};
pub use answer::{Answer, Words};
pub use api_error::ApiError;
pub use api_url::{ApiUrl, InvalidApiUrl};
pub use ask::{Ask, Heard, Step};
pub use call::Call;
pub use cancel::{Cancelled, CancelledAll};
pub use change::{Change, Changed};
pub use client::{Client, Credentials};
pub use deadline::{Deadline, boottime_now};
pub use ensure::Ensure;
pub use error::Error;
pub use error_dictionary::{ErrorDictionary, ErrorExplanation};
pub use exchange::Exchange;
pub use partner_key::{NewPartnerKey, PartnerKey};
pub use plan::{Family, InvalidPlan, Plan, Product, catalogue};
pub use provision_request::ProvisionRequest;
pub use provisioned::{AccessStored, Provision, Provisioned};
pub use proxy::{InvalidProxy, Proxy, ProxyUrl};
pub use redact::{MASK, Redactor};
pub use redirect::redirect_after;
pub use reports::{ReportCall, Reports};
pub use secret::Secret;
pub use site::{InvalidSiteUrl, SiteIdentifier, SiteUrl};
pub use site_lookup::SiteLookup;
pub use site_ref::{BlogId, SiteRef};
pub use status::{ProductStatus, SiteStatus};
pub use text::is_invisible;
pub use timing::Timing;
pub use trust::{InvalidCaFile, Trust};
pub use upgrade_paths::UpgradePaths;
pub use verify::Verified;
