use crate::{Plan, SiteStatus};

/// What the calling key provisioned on a site, as a change sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Ours {
    /// What is to be replaced.
    pub(super) old: Vec<Plan>,
    /// What is left alone.
    pub(super) beside: Vec<Plan>,
    /// The plan that was named, where it can stand beside the wanted one and so does not go by itself.
    pub(super) to_clear_away: Option<Plan>,
}

impl Ours {
    /// Replaced is what is named, else what cannot stand beside the wanted plan.
    pub(super) fn seen(status: &SiteStatus, wanted: &Plan, from: Option<&Plan>) -> Self {
        let ours = status.products.iter().filter(|product| product.is_ours);
        let plans = ours.filter_map(|product| product.slug.parse::<Plan>().ok());
        let (old, beside): (Vec<Plan>, Vec<Plan>) = plans.partition(|plan| match from {
            Some(named) => plan.is_same_as(named),
            None => plan.overlaps(wanted),
        });
        let can_stay = |plan: &&Plan| !plan.overlaps(wanted);
        Self {
            to_clear_away: old.iter().find(can_stay).cloned(),
            old,
            beside,
        }
    }
}
