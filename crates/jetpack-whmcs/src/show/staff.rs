use serde::Serialize;

use crate::{Moment, Row, ServiceType, Standing, Wanted, sentences};

/// One line of the page, as plain text.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Field {
    name: &'static str,
    /// `{time}` stands for the moment.
    text: String,
    moment: Option<Moment>,
}

pub(super) fn refunded(row: &Row) -> Option<String> {
    let may_be_billed = row.standing.may_be_live() && row.wanted != Wanted::Gone;
    may_be_billed.then(|| sentences::refunded(row.service, row.site.as_ref(), row.plan.as_ref()))
}

pub(super) fn fields(row: &Row, now: Moment) -> Vec<Field> {
    let field = |name, text: &str, moment| Field {
        name,
        text: text.to_owned(),
        moment,
    };
    let mut fields = vec![state(row, now)];
    if let (Some(site), Some(plan)) = (&row.site, &row.plan) {
        fields.push(field("Jetpack plan", &format!("{plan} on {site}"), None));
    }
    fields.extend(difference(row));
    if let Some(before) = &row.plan_before {
        let text = format!("It may still turn out to be {before}.");
        fields.push(field("Jetpack plan before", &text, None));
    }
    if let Some(ended) = row.ended {
        let has_service = row.service.kind != ServiceType::Orphan;
        let text = match (has_service, ended.cancels_at) {
            (true, Some(_)) => {
                "WHMCS has ended this service. Its plan is cancelled after {time}; Terminate ends it now."
            }
            (true, None) => "WHMCS has ended this service, and its plan goes on. Terminate ends it.",
            (false, Some(_)) => {
                "WHMCS has deleted the service. Its plan is cancelled after {time}; Addons > Jetpack ends it now."
            }
            (false, None) => "WHMCS has deleted the service, and its plan goes on. Addons > Jetpack ends it.",
        };
        fields.push(field("Jetpack end", text, ended.cancels_at));
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

/// What was sold and is not there, with what that costs.
fn difference(row: &Row) -> Option<Field> {
    let sold = row.missing.as_ref()?;
    let text = match row.plan.as_ref().filter(|plan| !plan.is_same_as(sold)) {
        Some(found) => format!(
            "Sold is {sold}, and the site has {found}. {} Change Package sets it back.",
            sentences::cost_of_replaced(row.service, sold, found)
        ),
        None => format!(
            "The plan {sold} was found gone. {} Create provisions it again.",
            sentences::cost_of_missing(row.service)
        ),
    };
    Some(Field {
        name: "Jetpack difference",
        text,
        moment: None,
    })
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

/// What is shown of a row that is not one.
pub(super) fn unreadable(reason: &str) -> Field {
    Field {
        name: "Jetpack",
        text: format!("The record cannot be read: {reason}."),
        moment: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show::tests::row;
    use crate::{Action, Lease};

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
    fn what_differs_is_shown_with_what_it_costs() {
        for (found, standing, expected) in [
            (
                "personal",
                Standing::None,
                "The plan personal was found gone. WordPress.com does not bill it any more",
            ),
            (
                "premium",
                Standing::Active,
                "Sold is personal, and the site has premium. WordPress.com bills premium",
            ),
        ] {
            let differs = Row {
                missing: Some("personal".parse().unwrap()),
                plan: Some(found.parse().unwrap()),
                ..row(standing)
            };
            let field = fields(&differs, 1)
                .into_iter()
                .find(|field| field.name == "Jetpack difference");
            let text = field.unwrap().text;
            assert!(text.starts_with(expected), "{text}");
        }
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
