use jetpack_partner::{Plan, SiteUrl};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Ended, Lease, Row, Wanted};
use crate::{Action, Moment, Service, Standing, plain, site_key};

/// The columns as they are stored. A row that was just made is handed over with its number and its service only.
#[derive(Serialize, Deserialize)]
struct Columns {
    #[serde(deserialize_with = "plain::number")]
    id: u64,
    #[serde(default, deserialize_with = "plain::number")]
    version: u64,
    #[serde(flatten)]
    service: Service,
    #[serde(default, deserialize_with = "plain::number")]
    client_id: u64,
    #[serde(default)]
    state: String,
    #[serde(default)]
    state_before: String,
    #[serde(default, with = "plain::optional_text")]
    site: Option<SiteUrl>,
    #[serde(default)]
    site_key: Option<String>,
    #[serde(default, with = "plain::optional_text")]
    plan: Option<Plan>,
    #[serde(default, with = "plain::optional_text")]
    plan_before: Option<Plan>,
    #[serde(default, deserialize_with = "plain::text")]
    partner_id: String,
    #[serde(default)]
    next_url: Option<String>,
    #[serde(default, deserialize_with = "plain::optional_number")]
    pending_until: Option<Moment>,
    #[serde(default)]
    wanted: Wanted,
    #[serde(default, deserialize_with = "plain::optional_number")]
    doubt_until: Option<Moment>,
    #[serde(default, deserialize_with = "plain::optional_number")]
    next_look_at: Option<Moment>,
    #[serde(default, deserialize_with = "plain::flag")]
    details_due: bool,
    #[serde(default)]
    lease_token: String,
    #[serde(default)]
    lease_holder: String,
    #[serde(default, deserialize_with = "plain::number")]
    lease_until: Moment,
    #[serde(default, deserialize_with = "plain::text")]
    orphan_of: String,
    #[serde(default, deserialize_with = "plain::number")]
    attempts: u32,
    #[serde(default, deserialize_with = "plain::number")]
    mails: u8,
    #[serde(default, deserialize_with = "plain::optional_number")]
    ended_at: Option<Moment>,
    #[serde(default, deserialize_with = "plain::optional_number")]
    ends_at: Option<Moment>,
    #[serde(default, with = "plain::optional_text")]
    missing: Option<Plan>,
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let standing = self.standing.word().to_owned();
        let (state, state_before) = match self.under_way {
            Some(action) => (action.state_under_way().unwrap_or_default().to_owned(), standing),
            None => (standing, String::new()),
        };
        Columns {
            id: self.id,
            version: self.version,
            service: self.service,
            client_id: self.client,
            state,
            state_before,
            site: self.site.clone(),
            site_key: self.site.as_ref().map(site_key),
            plan: self.plan.clone(),
            plan_before: self.plan_before.clone(),
            partner_id: self.partner_id.clone(),
            next_url: self.standing.next_url().map(str::to_owned),
            pending_until: self.standing.until(),
            wanted: self.wanted,
            doubt_until: self.doubt_until,
            next_look_at: self.next_look_at,
            details_due: self.details_due,
            lease_token: self.lease.token.clone(),
            lease_holder: self.lease.holder.clone(),
            lease_until: self.lease.until,
            orphan_of: self.orphan_of.clone(),
            attempts: self.attempts,
            mails: self.mails,
            ended_at: self.ended.map(|ended| ended.at),
            ends_at: self.ended.and_then(|ended| ended.cancels_at),
            missing: self.missing.clone(),
        }
        .serialize(to)
    }
}

/// Whatever it is read from, it is read as a value: the code for its many columns is there once.
impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::read(&Value::deserialize(from)?).map_err(D::Error::custom)
    }
}

impl Row {
    /// Reads the columns, or says why it cannot.
    pub(crate) fn read(columns: &Value) -> Result<Self, serde_json::Error> {
        let columns = Columns::deserialize(columns)?;
        let under_way = Action::from_state_under_way(&columns.state);
        let word = match under_way {
            Some(_) => &columns.state_before,
            None => &columns.state,
        };
        let standing = Standing::parse(word, columns.next_url, columns.pending_until).ok_or_else(|| {
            serde_json::Error::custom(format!("the state \"{word}\" is not one of this version's"))
        })?;
        Ok(Self {
            id: columns.id,
            version: columns.version,
            service: columns.service,
            client: columns.client_id,
            standing,
            under_way,
            site: columns.site,
            plan: columns.plan,
            plan_before: columns.plan_before,
            partner_id: columns.partner_id,
            wanted: columns.wanted,
            doubt_until: columns.doubt_until,
            next_look_at: columns.next_look_at,
            details_due: columns.details_due,
            lease: Lease {
                token: columns.lease_token,
                holder: columns.lease_holder,
                until: columns.lease_until,
            },
            orphan_of: columns.orphan_of,
            attempts: columns.attempts,
            mails: columns.mails,
            ended: columns.ended_at.map(|at| Ended {
                at,
                cancels_at: columns.ends_at,
            }),
            missing: columns.missing,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::row;
    use super::*;
    use crate::FoundRow;

    #[test]
    fn a_row_is_read_as_it_was_written_also_while_something_is_under_way() {
        for under_way in [None, Some(Action::Create), Some(Action::Terminate)] {
            let row = Row { under_way, ..row() };
            let columns = serde_json::to_value(&row).unwrap();
            assert_eq!(serde_json::from_value::<Row>(columns).unwrap(), row);
        }
    }

    #[test]
    fn a_row_that_was_just_made_needs_no_columns() {
        let made = json!({"id": 5, "service_type": "addon", "service_id": 9, "client_id": 3, "site_key": null, "lease_token": ""});
        let service = row().service;
        let expected = Row {
            client: 3,
            version: 0,
            ..Row::new(5, service)
        };
        assert_eq!(serde_json::from_value::<Row>(made).unwrap(), expected);
    }

    #[test]
    fn digits_and_nulls_of_a_database_are_read_like_numbers() {
        let mut columns = serde_json::to_value(row()).unwrap();
        for (name, value) in [
            ("id", json!("5")),
            ("lease_until", json!("0")),
            ("details_due", json!("0")),
        ] {
            columns[name] = value;
        }
        assert_eq!(serde_json::from_value::<Row>(columns).unwrap(), row());
    }

    #[test]
    fn a_row_of_another_version_is_found_with_its_service_and_the_reason() {
        let mut columns = serde_json::to_value(row()).unwrap();
        columns["state"] = json!("hibernating");
        let found = FoundRow::from(columns);
        assert_eq!(found.service.unwrap().id, 9);
        assert!(found.row.unwrap_err().contains("hibernating"));
    }
}
