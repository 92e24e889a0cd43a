use ext_php_rs::flags::ClassFlags;
use ext_php_rs::prelude::*;
use ext_php_rs::types::ZendHashTable;
use jetpack_whmcs::{Mistake, mistake_sentence};
use sha2::{Digest, Sha256};

use crate::params::PhpArray;

pub(crate) fn register(module: ModuleBuilder) -> ModuleBuilder {
    module.class::<Order>().function(wrap_function!(read_order))
}

/// What WHMCS wants done, read from `$params` and the addon module's settings. Holds the partner
/// secret, which no method and no dump gives out.
#[php_class]
#[php(name = "JetpackBridge\\Order", flags = ClassFlags::Final)]
pub struct Order(pub(crate) Result<jetpack_whmcs::Order, Mistake>);

/// Reads an order. It is also given for an impossible order: `mistake()` then says why.
#[php_function]
#[php(name = "JetpackBridge\\read_order")]
pub fn read_order(params: &ZendHashTable, addon_settings: &ZendHashTable) -> Order {
    Order(jetpack_whmcs::Order::read(
        &PhpArray(params),
        &PhpArray(addon_settings),
    ))
}

#[php_impl]
impl Order {
    /// What keeps any action from being taken, as a sentence for staff.
    pub fn mistake(&self) -> Option<String> {
        self.0.as_ref().err().map(mistake_sentence)
    }

    /// What keeps a plan from being created, as a sentence for staff.
    pub fn create_mistake(&self) -> Option<String> {
        match &self.0 {
            Ok(order) => order.mistake().map(mistake_sentence),
            Err(mistake) => Some(mistake_sentence(mistake)),
        }
    }

    /// `service` or `addon`.
    pub fn service_type(&self) -> &'static str {
        self.0.as_ref().map_or("", |order| order.service.kind.as_str())
    }

    /// `tblhosting.id` or `tblhostingaddons.id`.
    pub fn service_id(&self) -> i64 {
        self.0.as_ref().map_or(0, |order| order.service.id.cast_signed())
    }

    /// `tblclients.id`.
    pub fn client_id(&self) -> i64 {
        self.0.as_ref().map_or(0, |order| order.client.cast_signed())
    }

    /// `tblproducts.id`.
    pub fn product_id(&self) -> i64 {
        self.0.as_ref().map_or(0, |order| order.product.cast_signed())
    }

    /// The partner id to act with.
    pub fn partner_id(&self) -> String {
        self.0
            .as_ref()
            .map_or_else(|_| String::new(), |order| order.credentials.client_id.clone())
    }

    /// The site's address, empty when the fields name none.
    pub fn site(&self) -> String {
        self.with_site(ToString::to_string)
    }

    /// What is equal for two addresses of one site, whatever their scheme; empty when there is none.
    pub fn site_key(&self) -> String {
        self.with_site(|site| {
            let hash = Sha256::digest(site.identifier().as_str());
            hash.iter().map(|byte| format!("{byte:02x}")).collect()
        })
    }

    /// The plan's slug, empty when there is none.
    pub fn plan(&self) -> String {
        match &self.0 {
            Ok(order) => order.plan.as_ref().map(ToString::to_string).unwrap_or_default(),
            Err(_) => String::new(),
        }
    }
}

impl Order {
    fn with_site(&self, show: impl FnOnce(&jetpack_partner::SiteUrl) -> String) -> String {
        match &self.0 {
            Ok(order) => order.site.as_ref().map(show).unwrap_or_default(),
            Err(_) => String::new(),
        }
    }
}
