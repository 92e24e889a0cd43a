mod client;
mod concern;
mod staff;

use serde::{Deserialize, Serialize};

use crate::{FoundRow, Moment};

use client::{Panel, panel};
use concern::Concern;
use staff::{Field, fields, refunded, unreadable};

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
    /// What staff should see to; none where all is well.
    attention: Option<Concern>,
}

impl Show {
    pub(crate) fn answer(&self) -> Shown {
        match &self.row.row {
            Ok(row) => Shown {
                fields: fields(row, self.now),
                panel: panel(row, self.now),
                refunded: refunded(row),
                attention: Concern::of(row, self.now),
            },
            Err(reason) => Shown {
                fields: vec![unreadable(reason)],
                panel: None,
                refunded: None,
                attention: Some(Concern::UNREADABLE),
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
