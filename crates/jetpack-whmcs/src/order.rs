mod connecting;
mod credentials;
mod fields;
mod options;
mod read;
mod sold;

use jetpack_partner::{Plan, SiteUrl};
use serde::{Deserialize, Serialize};

use crate::{Action, Moment, Reminders, Service, plain, site_key};

pub use connecting::Connecting;
pub(crate) use credentials::addon_credentials;
pub(crate) use options::is_renewed;
pub(crate) use read::OrderGiven;

/// What WHMCS wants done: the service, and the wish that its fields express. It holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Order {
    /// What is to be done.
    pub action: Action,
    /// To which service.
    #[serde(flatten)]
    pub service: Service,
    /// `tblclients.id` of its owner; 0 when WHMCS did not say.
    #[serde(rename = "client_id", deserialize_with = "plain::number")]
    pub client: u64,
    /// `tblproducts.id`; 0 when WHMCS did not say.
    #[serde(rename = "product_id", deserialize_with = "plain::number")]
    pub product: u64,
    /// The site the fields name now. What was provisioned may be another: the ledger knows.
    #[serde(with = "plain::optional_text")]
    pub site: Option<SiteUrl>,
    /// The user on that site.
    pub local_user: Option<String>,
    /// The plan that was sold.
    #[serde(with = "plain::optional_text")]
    pub plan: Option<Plan>,
    /// Whose key the order names.
    pub key: KeySource,
    /// Its partner id; empty where there is none.
    pub partner_id: String,
    /// The first thing that keeps a plan from being created, for an action that can do without.
    pub obstacle: Option<String>,
    /// What the product wants of the plan while a service is suspended.
    #[serde(default)]
    pub when_suspended: WhenSuspended,
    /// After how many seconds the plan of a service that WHMCS ended or deleted is cancelled; `None`: not by itself.
    #[serde(default)]
    pub ends_after: Option<Moment>,
    /// Why the service has ended, for people.
    #[serde(default)]
    pub why: String,
    /// Whose access to the site goes along for backups: what the product says, once the client has agreed.
    #[serde(default)]
    pub backup_access: BackupAccess,
    /// How the owner connects the site.
    #[serde(default)]
    pub connecting: Connecting,
    /// Whether the client's details field holds a text: then some module has provisioned the service.
    pub has_details: bool,
    /// Whether the addon's setting wants to be put right what a look finds otherwise than it was sold.
    #[serde(default)]
    pub repairs: bool,
    /// Which mails tell the owner to connect his site.
    #[serde(default)]
    pub reminders: Reminders,
    /// Whether WHMCS does not wait any more for the plan that it asked for.
    #[serde(default)]
    pub is_heard: bool,
    /// The version of the row by which it was decided; where it is another by now, that may be out of date.
    #[serde(default)]
    pub version: Option<u64>,
    /// Nobody has asked for it and waits: time has brought it. Then what is no news is not told.
    #[serde(default)]
    pub by_itself: bool,
    /// Nothing is sent after it: milliseconds of `CLOCK_BOOTTIME`, read before the claim (architecture.md §4, rule 3).
    pub deadline: u64,
    /// Seconds from the order to the deadline.
    pub span: i64,
}

impl Order {
    /// Whether the access of the hosting account goes to WordPress.com with what is done.
    pub(crate) fn hands_access_over(&self) -> bool {
        self.backup_access == BackupAccess::HostingAccount && self.action.hands_access_over()
    }

    /// Whether it only asks, and nobody waits for the answer: then it is written down only where it was news.
    pub(crate) fn only_looks(&self) -> bool {
        self.by_itself && self.action == Action::Look
    }

    fn access_domains(&self) -> Vec<&str> {
        let site = self.site.as_ref().filter(|_| self.hands_access_over());
        let host = site.map(SiteUrl::host);
        host.into_iter()
            .chain(host.and_then(|host| host.strip_prefix("www.")))
            .collect()
    }
}

/// What becomes of a plan while its service is suspended: option 4 of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WhenSuspended {
    /// It is kept, and stays billed.
    #[default]
    Keep,
    /// It is cancelled, and provisioned again later.
    Cancel,
}

/// Whose access to the site goes to WordPress.com with the plan: option 6 of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupAccess {
    /// Nobody's.
    #[default]
    None,
    /// That of the hosting account, when the client has agreed.
    HostingAccount,
}

/// Where a key is set in WHMCS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeySource {
    /// In the product's Module Settings.
    Product,
    /// The product's Module Settings name its id alone: the module keeps the secret.
    Kept,
    /// In the addon module's settings.
    Addon,
    /// Nowhere.
    None,
}

/// An order as PHP gets it: with the site's key, by which rows are found and locked.
#[derive(Serialize)]
pub(crate) struct Keyed<'a> {
    #[serde(flatten)]
    order: &'a Order,
    site_key: Option<String>,
    /// The domains under which WHMCS may have the hosting account whose access is to be handed over; none where none is.
    access_domains: Vec<&'a str>,
}

impl<'a> From<&'a Order> for Keyed<'a> {
    fn from(order: &'a Order) -> Self {
        let site_key = order.site.as_ref().map(site_key);
        Self {
            order,
            site_key,
            access_domains: order.access_domains(),
        }
    }
}
