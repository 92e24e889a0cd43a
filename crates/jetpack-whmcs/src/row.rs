use jetpack_partner::{Plan, SiteUrl};

use crate::{Moment, Order, Params, Standing};

/// What the ledger remembers of a service, as claimed for the action that is about to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// How the service stood when it was claimed.
    pub standing: Standing,
    /// Whether an earlier action on it began and never ended: its worker died or lost the
    /// database. Whatever it asked may have happened.
    pub interrupted: bool,
    /// The site that was or is to be provisioned, frozen while a plan may be live.
    pub site: Option<SiteUrl>,
    /// The plan that was or is to be provisioned.
    pub plan: Option<Plan>,
    /// The partner id of the key that provisioned; only that key can cancel.
    pub partner_id: String,
}

/// The ledger holds something this version did not write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the ledger's row has an unreadable {0}")]
pub struct UnreadableRow(&'static str);

impl Row {
    /// Reads the row as the module's PHP hands it over.
    pub fn read(row: &impl Params) -> Result<Self, UnreadableRow> {
        Ok(Self {
            standing: standing(row)?,
            interrupted: row.text("interrupted").is_some_and(|text| text == "1"),
            site: parsed(row, "site").map_err(|()| UnreadableRow("site"))?,
            plan: parsed(row, "plan").map_err(|()| UnreadableRow("plan"))?,
            partner_id: row.text("partner_id").unwrap_or_default(),
        })
    }

    /// Whether the plan was provisioned with another key than the order's.
    pub(crate) fn has_another_key(&self, order: &Order) -> bool {
        !self.partner_id.is_empty() && self.partner_id != order.credentials.client_id
    }

    /// How the service stands for one who must act safely: an interrupted action makes it unknown.
    pub(crate) fn cautious_standing(&self) -> Standing {
        if self.interrupted {
            Standing::Unknown
        } else {
            self.standing.clone()
        }
    }
}

fn standing(row: &impl Params) -> Result<Standing, UnreadableRow> {
    let word = row.text("state").unwrap_or_default();
    Standing::parse(&word, row.text("next_url"), moment(row, "pending_until")).ok_or(UnreadableRow("state"))
}

fn moment(row: &impl Params, key: &str) -> Option<Moment> {
    row.text(key)?.parse().ok()
}

/// An empty column is nothing; anything else must parse.
fn parsed<T: std::str::FromStr>(row: &impl Params, key: &str) -> Result<Option<T>, ()> {
    match row.text(key) {
        Some(text) if !text.is_empty() => text.parse().map(Some).map_err(|_| ()),
        _ => Ok(None),
    }
}
