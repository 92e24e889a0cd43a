use serde::{Deserialize, Serialize};

use crate::{FoundRow, Moment, Row, Standing};

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
    fields: Vec<Field>,
}

/// One line of that page, as plain text.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Field {
    name: &'static str,
    /// `{time}` stands for the moment.
    text: String,
    moment: Option<Moment>,
}

impl Show {
    pub(crate) fn answer(&self) -> Shown {
        let fields = match &self.row.row {
            Ok(row) => fields(row, self.now),
            Err(reason) => vec![Field {
                name: "Jetpack",
                text: format!("The record cannot be read: {reason}."),
                moment: None,
            }],
        };
        Shown { fields }
    }
}

fn fields(row: &Row, now: Moment) -> Vec<Field> {
    let field = |name, text: &str, moment| Field {
        name,
        text: text.to_owned(),
        moment,
    };
    let mut fields = vec![state(row, now)];
    if let (Some(site), Some(plan)) = (&row.site, &row.plan) {
        fields.push(field("Jetpack plan", &format!("{plan} on {site}"), None));
    }
    if let Some(before) = &row.plan_before {
        let text = format!("It may still turn out to be {before}.");
        fields.push(field("Jetpack plan before", &text, None));
    }
    if let Some(until) = row.doubt_until {
        fields.push(field(
            "Jetpack doubt",
            "What became of a request is certain after {time}.",
            Some(until),
        ));
    }
    if let Some(at) = row.next_look_at {
        fields.push(field(
            "Jetpack next look",
            "The cron looks after {time}.",
            Some(at),
        ));
    }
    fields
}

fn state(row: &Row, now: Moment) -> Field {
    let (text, moment) = match (&row.standing, row.under_way) {
        (_, Some(_)) if now < row.lease.until => ("A call for this service is under way.", None),
        (_, Some(_)) => (
            "A call was interrupted; the next one looks first what became of it.",
            None,
        ),
        (Standing::Absent, None) => (
            "No record: this module has never provisioned a plan for this service.",
            None,
        ),
        (Standing::None, None) => ("No plan.", None),
        (Standing::Active, None) => ("Active and billed.", None),
        (Standing::Pending { until, .. }, None) => (
            "Waits for its owner to connect the site, until {time}. Not billed before that.",
            Some(*until),
        ),
        (Standing::Refused, None) => ("Refused. The last answer says why, and what to do.", None),
        (Standing::Unknown, None) => (
            "Not known: a request was not answered. The next call looks first.",
            None,
        ),
        (Standing::Cancelled { .. }, None) => ("Cancelled; no longer billed.", None),
        (Standing::Suspended { .. }, None) => (
            "Cancelled while the service is suspended. Unsuspend provisions the plan again.",
            None,
        ),
        (Standing::Orphaned { .. }, None) => ("WHMCS deleted its service.", None),
    };
    Field {
        name: "Jetpack",
        text: text.to_owned(),
        moment,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Lease, Service, ServiceType};

    fn row(standing: Standing) -> Row {
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

    #[test]
    fn a_waiting_plan_is_shown_with_its_term_and_its_next_look() {
        let shown = fields(
            &Row {
                next_look_at: Some(5),
                ..row(Standing::Pending {
                    next_url: None,
                    until: 9,
                })
            },
            1,
        );
        let moments: Vec<_> = shown.iter().map(|field| (field.name, field.moment)).collect();
        assert_eq!(
            moments,
            [
                ("Jetpack", Some(9)),
                ("Jetpack plan", None),
                ("Jetpack next look", Some(5))
            ]
        );
        assert_eq!(shown[1].text, "personal on https://example.com");
    }

    #[test]
    fn what_is_under_way_is_told_from_what_was_interrupted() {
        let mut row = row(Standing::Active);
        row.under_way = Some(Action::Terminate);
        row.lease = Lease {
            until: 10,
            ..Lease::default()
        };
        assert!(state(&row, 9).text.contains("under way"));
        assert!(state(&row, 10).text.contains("interrupted"));
    }
}
