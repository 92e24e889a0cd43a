//! Module calls against the sandbox: what is asked, and what people are told.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as loudly as a test")]

mod act_many;
mod adopt_and_look;
mod backup_access;
mod change_package;
mod claim;
mod compared;
mod create_account;
mod documented_codes;
mod ended;
mod failed_create;
mod given;
mod new_key;
mod renew;
mod terminate_account;
mod transitions;
