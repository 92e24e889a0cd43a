use serde::Serialize;

use crate::{Details, Moment, Row, Standing, Wanted, sentences};

/// What the owner sees of his service: a text of the language files, and one next step.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Panel {
    #[serde(flatten)]
    details: Details,
    /// Whether the plan waits for its owner.
    waits: bool,
    /// Until when the step has to be taken.
    until: Option<Moment>,
}

/// While a call is under way, how it stood before is shown: that is true until something else is known.
pub(super) fn panel(row: &Row, now: Moment) -> Option<Panel> {
    let site = row.site.as_ref()?;
    let waits = row.standing.is_pending();
    // What has lapsed, or is to be cancelled, must not be connected any more.
    let is_wanted = row.wanted.allows_live();
    if waits && (!is_wanted || row.standing.until().is_some_and(|until| until <= now)) {
        return None;
    }
    let told = match (&row.standing, &row.missing) {
        (Standing::None, Some(_)) => Some(sentences::details_of_missing(site)),
        (standing, _) => sentences::details(site, standing),
    };
    let failed = || match row.standing {
        Standing::Refused | Standing::Unknown if row.wanted != Wanted::Gone => Some(Details {
            key: "informed",
            site: site.to_string(),
            url: String::new(),
        }),
        Standing::Absent
        | Standing::None
        | Standing::Active
        | Standing::Pending { .. }
        | Standing::Refused
        | Standing::Unknown
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. }
        | Standing::Orphaned { .. } => None,
    };
    let mut details = told.or_else(failed)?;
    if row.standing == Standing::Active {
        details.url = format!("{site}/wp-admin/");
    }
    let until = row.standing.until().filter(|_| waits);
    Some(Panel {
        details,
        waits,
        until,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show::tests::row;

    #[test]
    fn the_owner_sees_one_next_step_or_that_the_host_knows() {
        let pending = |url: Option<&str>| Standing::Pending {
            next_url: url.map(str::to_owned),
            until: 9,
        };
        for (standing, key, url, until) in [
            (
                pending(Some("https://x.example")),
                "activate",
                "https://x.example",
                Some(9),
            ),
            (pending(None), "waiting", "", Some(9)),
            (Standing::Active, "active", "https://example.com/wp-admin/", None),
            (Standing::Suspended { until: None }, "suspended", "", None),
            (Standing::Cancelled { until: Some(9) }, "cancelled", "", None),
            (Standing::Refused, "informed", "", None),
            (Standing::Unknown, "informed", "", None),
        ] {
            let shown = panel(&row(standing.clone()), 8).unwrap();
            let told = (shown.details.key, shown.details.url.as_str(), shown.until);
            assert_eq!(shown.waits, standing.is_pending());
            assert_eq!(told, (key, url, until), "{standing:?}");
        }
        assert_eq!(panel(&row(Standing::None), 8), None);
        assert_eq!(panel(&row(pending(None)), 9), None);
        let unwanted = Row {
            wanted: Wanted::Suspended,
            ..row(pending(Some("https://x.example")))
        };
        assert_eq!(panel(&unwanted, 8), None);
        let ending = Row {
            wanted: Wanted::Gone,
            ..row(Standing::Unknown)
        };
        assert_eq!(panel(&ending, 8), None);
    }
}
