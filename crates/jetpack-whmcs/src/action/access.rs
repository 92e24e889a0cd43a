use crate::claim::{Claim, Decision};
use crate::{Standing, sentences};

/// Only where a plan is, or may be, there is a site whose backups need the access. It acts on the row as it is.
pub(super) fn claim(claim: Claim<'_>) -> Decision {
    match &claim.row.standing {
        Standing::Active | Standing::Pending { .. } | Standing::Unknown => claim.go(),
        Standing::Absent
        | Standing::None
        | Standing::Refused
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. }
        | Standing::Orphaned { .. } => claim.nothing_to_do(sentences::no_plan_for_access()),
    }
}
