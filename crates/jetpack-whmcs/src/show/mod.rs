mod client;
mod staff;

use serde::{Deserialize, Serialize};

use crate::{FoundRow, Moment};

use client::{Panel, panel};
use staff::{Field, fields, needs_attention, refunded, unreadable};

/// The question `show`: how a service stands, for the page on which staff look at it. Pure, and asks nobody.
#[derive(Debug, Deserialize)]
pub struct Show {
    row: FoundRow,
    /// The database's clock.
    now: Moment,
}

/// Its answer.
#[derive(Debug, Serialize)]
pub(crate) struct Shown {
    /// For staff.
    fields: Vec<Field>,
    /// For the owner; none where there is nothing to tell.
    panel: Option<Panel>,
    /// For staff, when an invoice of the service is refunded; none where nothing is billed.
    refunded: Option<String>,
    /// Whether staff should see to it.
    attention: bool,
}

impl Show {
    pub(crate) fn answer(&self) -> Shown {
        match &self.row.row {
            Ok(row) => Shown {
                fields: fields(row, self.now),
                panel: panel(row, self.now),
                refunded: refunded(row),
                attention: needs_attention(row, self.now),
            },
            Err(reason) => Shown {
                fields: vec![unreadable(reason)],
                panel: None,
                refunded: None,
                attention: true,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Row, Service, ServiceType, Standing};

    pub(super) fn row(standing: Standing) -> Row {
        let service = Service {
            kind: ServiceType::Service,
            id: 7,
        };
        Row {
            standing,
            site: Some("https://example.com".parse().unwrap()),
            plan: Some("personal".parse().unwrap()),
            ..Row::new(1, service)
        }
    }
}
