//! Module calls against the sandbox: what is asked, and what people are told.

mod create_account;
mod given;
mod terminate_account;
