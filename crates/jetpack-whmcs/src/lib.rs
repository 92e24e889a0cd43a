//! What a WHMCS module call means for a Jetpack plan.
//!
//! PHP puts a [`Question`] and keeps the books (architecture.md §3): `order` reads WHMCS's `$params`, [`claim()`] says who may
//! act and what is written first, [`Act`] talks to the Partner API and says what is written after it. Each action has one
//! file in `action`; every sentence that people read is in `sentences`. There is no I/O here but the client's, and
//! what /proc says of a lease's holder.

mod act;
mod action;
mod billed;
mod claim;
mod clients;
mod command;
mod cron_seconds;
mod describe;
mod details;
mod due;
mod in_whmcs;
mod mistake;
mod module_log;
mod new_key;
mod next_url;
mod order;
mod orphan_days;
mod overview;
mod params;
mod plain;
mod process;
mod prunable;
mod question;
mod reminders;
mod repairs;
mod row;
mod sentences;
mod service;
mod settings;
mod show;
mod site_key;
mod standing;
mod validate;
mod verdict;
mod waiting;

pub use act::{Act, ActMany, Acted, From, Key, settle};
pub use action::{Action, Adopt, Change, Create, Look, Machine, Renew, Terminate};
pub use billed::{Billed, BilledPage, Weigh};
pub use claim::{DOUBT_SECONDS, Decision, Entry, Found, FoundRow, Intent, Report, claim};
pub use clients::Clients;
pub use command::Command;
pub use details::Details;
pub use due::Due;
pub use mistake::Mistake;
pub use module_log::ModuleLog;
pub use new_key::NewKey;
pub use order::{BackupAccess, Connecting, KeySource, Order, WhenSuspended};
pub use overview::Overview;
pub use params::Params;
pub use process::{process_identity, process_is_gone};
pub use prunable::Prunable;
pub use question::{Question, Talk};
pub use reminders::Reminders;
pub use row::{Ended, Lease, Row, Told, Wanted};
pub use sentences::{PREFIX, defect, setting as setting_sentence};
pub use service::{Service, ServiceType};
pub use settings::{Ini, InvalidSetting, Settings};
pub use show::Show;
pub(crate) use site_key::bare_host;
pub use site_key::site_key;
pub use standing::Standing;
pub use validate::{Reached, Validate, Validation};
pub use verdict::{Next, Seen, Verdict};

/// Seconds since the Unix epoch, as the ledger stores moments.
pub type Moment = i64;
