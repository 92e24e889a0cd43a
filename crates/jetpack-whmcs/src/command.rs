use serde::Serialize;

use crate::{Row, ServiceType, Wanted};

/// What WHMCS is to be asked to do with a service, if it waits for that there: a command of its API (whmcs-contract.md §3).
/// WHMCS sets the status, and calls this module where the command is a module's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Command {
    /// The command.
    pub name: &'static str,
    /// The status that the service has in WHMCS while it waits.
    pub waits_as: &'static str,
}

impl Command {
    /// The one by which WHMCS learns that the plan is there that it wants, or asks for it again. For product addons it has none
    /// that calls a module: only their status is set.
    pub(crate) fn of(row: &Row) -> Option<Self> {
        let waits_as = match row.is_suspended_in_whmcs() {
            true => "Suspended",
            false => "Pending",
        };
        let name = match row.service.kind {
            ServiceType::Service if row.is_suspended_in_whmcs() => "ModuleUnsuspend",
            ServiceType::Service => "ModuleCreate",
            ServiceType::Addon => "UpdateClientAddon",
            ServiceType::Orphan => return None,
        };
        Some(Self { name, waits_as })
    }
}

impl Row {
    /// Whether WHMCS has its service suspended, as far as the ledger knows, and wants it back.
    pub(crate) fn is_suspended_in_whmcs(&self) -> bool {
        self.wanted == Wanted::Again || self.standing.is_suspended()
    }
}
