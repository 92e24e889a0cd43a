use serde::Deserialize;
use serde_json::Value;

use crate::{Moment, Row, Service, plain};

/// What a claim is judged by.
#[derive(Debug, Clone, Deserialize)]
pub struct Found {
    /// The database's clock.
    #[serde(deserialize_with = "plain::number")]
    pub now: Moment,
    /// The clock of the machine that PHP runs on.
    #[serde(deserialize_with = "plain::number")]
    pub clock: Moment,
    /// The service's row, locked.
    pub row: FoundRow,
    /// The other rows of the sites that the row and the order name, read after both were locked.
    #[serde(default)]
    pub others: Vec<FoundRow>,
    /// Whether the row's lease is held by a process that is certainly gone.
    #[serde(deserialize_with = "plain::flag")]
    pub holder_is_gone: bool,
    /// Identifies the call.
    pub token: String,
    /// Identifies the process that makes it.
    pub holder: String,
}

/// A row as it was found: one that this version cannot read is known by its service alone.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Value")]
pub struct FoundRow {
    /// What the plan is attached to, if even that can be read.
    pub service: Option<Service>,
    /// The row, or why it cannot be read.
    pub row: Result<Row, String>,
}

impl From<Value> for FoundRow {
    fn from(value: Value) -> Self {
        Self {
            service: Service::deserialize(&value).ok(),
            row: Row::read(&value).map_err(|error| error.to_string()),
        }
    }
}

impl From<Row> for FoundRow {
    fn from(row: Row) -> Self {
        Self {
            service: Some(row.service),
            row: Ok(row),
        }
    }
}
