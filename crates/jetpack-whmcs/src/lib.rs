//! What a WHMCS module call means for a Jetpack plan.
//!
//! An [`Order`] is read from WHMCS's `$params`; a [`Row`] is what the ledger remembers of the
//! service. The actions ([`create_account()`], [`terminate_account()`]) decide from the two what to ask
//! the Partner API, and say in an [`Outcome`] what is to be written and what people are to read.
//! There is no I/O here but the client's.

mod create_account;
mod mistake;
mod next_url;
mod order;
mod outcome;
mod params;
mod row;
mod sentences;
mod settings;
mod standing;
mod terminate_account;
mod validate;

pub use create_account::create_account;
pub use mistake::Mistake;
pub use order::{Order, Service, ServiceType};
pub use outcome::{ModuleLog, Outcome};
pub use params::Params;
pub use row::{Row, UnreadableRow};
pub use sentences::{PREFIX, defect, mistake as mistake_sentence, setting as setting_sentence};
pub use settings::{InvalidSetting, Settings};
pub use standing::Standing;
pub use terminate_account::terminate_account;
pub use validate::{Validation, validate};

/// Seconds since the Unix epoch, as the ledger stores moments.
pub type Moment = i64;
