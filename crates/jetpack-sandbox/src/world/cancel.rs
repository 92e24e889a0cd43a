//! Cancelling (partner-api.md §5.3, §5.4).

use super::{Family, PlanState, Product, World};

/// Which products of a site a call means (§5.2).
#[derive(Debug, Clone, Copy)]
pub(crate) enum Selection {
    /// No `plan`: the bundle, never a stand-alone product.
    Bundle,
    /// `plan`.
    One(Product),
    /// `cancel-all`.
    All,
}

impl Selection {
    fn means(self, product: Product) -> bool {
        match self {
            Self::Bundle => product.family == Family::Plan,
            Self::One(named) => named == product,
            Self::All => true,
        }
    }
}

/// The slugs that a call ended; both lists empty is `success: false`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Cancelled {
    pub(crate) pending: Vec<&'static str>,
    pub(crate) active: Vec<&'static str>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CancelRefusal {
    UnknownSite,
    /// Only another key's products are there.
    AnotherPartner,
}

impl World {
    /// Cancels what the partner provisioned. The site stays connected (§5.4).
    pub(crate) fn cancel(
        &mut self,
        partner: &str,
        name: &str,
        selection: Selection,
    ) -> Result<Cancelled, CancelRefusal> {
        let mut site = self.site(name).cloned().ok_or(CancelRefusal::UnknownSite)?;

        let mut cancelled = Cancelled::default();
        let mut others = false;
        for live in &mut site.activations {
            if !live.is_live() || !selection.means(live.product) {
                continue;
            }
            if live.partner != partner {
                others = true;
                continue;
            }
            match live.state {
                PlanState::Pending => cancelled.pending.push(live.product.slug),
                _ => cancelled.active.push(live.product.slug),
            }
            live.end(PlanState::Cancelled, self.today);
        }

        if cancelled != Cancelled::default() {
            site.cancels += 1;
            self.revision += 1;
            self.store(site);
        } else if others {
            return Err(CancelRefusal::AnotherPartner);
        }
        Ok(cancelled)
    }
}
