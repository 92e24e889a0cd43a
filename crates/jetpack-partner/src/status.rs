use serde_json::{Map, Value};

use crate::{Call, Error, Plan, Provision, SiteRef, decode};

/// What WordPress.com knows of a site (partner-api.md §6.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteStatus {
    /// Whether the site is connected to WordPress.com.
    pub is_connected: bool,
    /// Whether access for backups is stored.
    pub has_backups_credentials: bool,
    /// Plans and products, in one list.
    pub products: Vec<ProductStatus>,
}

/// One plan or product of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductStatus {
    /// Its slug, as the API spells it here.
    pub slug: String,
    /// Whether some partner provisioned it, rather than the owner having bought it.
    pub is_a_partners: bool,
    /// Whether the key that asks provisioned it.
    pub is_ours: bool,
    /// Whether it waits for the owner to connect; it is not billed then.
    pub is_pending: bool,
}

impl SiteStatus {
    /// The plan as provisioned by another key, of the same partner or of another.
    pub fn anothers_product(&self, plan: &Plan) -> Option<&ProductStatus> {
        let mut products = self.products.iter();
        products.find(|product| product.is_a_partners && !product.is_ours && plan.is_spelled(&product.slug))
    }

    /// The plan as provisioned by the key that asks.
    pub fn our_product(&self, plan: &Plan) -> Option<&ProductStatus> {
        let mut products = self.products.iter();
        products.find(|product| product.is_ours && plan.is_spelled(&product.slug))
    }
}

impl ProductStatus {
    /// How a plan that is found stands. The address for its owner is not among what a status tells.
    pub fn standing(&self) -> Provision {
        match self.is_pending {
            true => Provision::FoundPending,
            false => Provision::Active(None),
        }
    }
}

impl Call<'_> {
    /// Asks what a site has: `GET /rest/v1.4/jpphp/{site}/status`.
    ///
    /// A site that WordPress.com has never seen is [`Error::Refused`] with
    /// [`is_unknown_site`](crate::ApiError::is_unknown_site); so is one whose plan still waits for
    /// its name to resolve, and any site of a test key (partner-api.md §6.2).
    pub async fn status(&mut self, site: &SiteRef) -> Result<SiteStatus, Error> {
        let answer = self.get(&format!("rest/v1.4/jpphp/{site}/status")).await?;
        read(&answer).ok_or_else(|| Error::Malformed("it is not a site's status".into()))
    }

    /// The same from the older endpoint, `GET /rest/v1.3/jpphp/{site}/status`, which keeps plan and
    /// products apart (partner-api.md §6.1).
    pub async fn status_1_3(&mut self, site: &SiteRef) -> Result<SiteStatus, Error> {
        let answer = self.get(&format!("rest/v1.3/jpphp/{site}/status")).await?;
        read_1_3(&answer).ok_or_else(|| Error::Malformed("it is not a site's status".into()))
    }
}

fn read(answer: &Map<String, Value>) -> Option<SiteStatus> {
    let products = answer.get("products")?.as_array()?;
    let blog = |key| decode::flag(decode::object(answer, "blog")?, key);
    Some(SiteStatus {
        is_connected: blog("is_connected") == Some(true),
        has_backups_credentials: blog("has_backups_credentials") == Some(true),
        products: products
            .iter()
            .filter_map(|product| {
                let product = product.as_object()?;
                product_status(product, "slug", "is_provisioned_by_partner", "is_pending")
            })
            .collect(),
    })
}

fn read_1_3(answer: &Map<String, Value>) -> Option<SiteStatus> {
    let is_connected = decode::flag(answer, "is_connected")?;
    let plan = product_status(answer, "plan", "is_partner_plan", "has_pending_plan");
    let products = answer.get("products").and_then(Value::as_array);
    let products = products.into_iter().flatten().filter_map(|product| {
        let product = product.as_object()?;
        product_status(product, "product", "is_partner_product", "has_pending_product")
    });
    Some(SiteStatus {
        is_connected,
        has_backups_credentials: decode::flag(answer, "has_backups_credentials") == Some(true),
        products: plan.into_iter().chain(products).collect(),
    })
}

fn product_status(
    fields: &Map<String, Value>,
    slug: &str,
    partner: &str,
    pending: &str,
) -> Option<ProductStatus> {
    Some(ProductStatus {
        slug: decode::text(fields, slug)?,
        is_a_partners: decode::flag(fields, partner) == Some(true),
        is_ours: decode::flag(fields, "is_provisioned_by_calling_partner") == Some(true),
        is_pending: decode::flag(fields, pending) == Some(true),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn our_product_is_found_in_any_spelling_and_others_are_not() {
        let answer = json!({
            "blog": {"is_connected": "1", "has_backups_credentials": false},
            "products": [
                {"slug": "premium", "is_provisioned_by_calling_partner": false, "is_pending": false},
                {"slug": "jetpack_personal", "is_provisioned_by_calling_partner": 1, "is_pending": true},
                "not an object",
            ],
        });
        let status = read(answer.as_object().unwrap()).unwrap();

        assert!(status.is_connected);
        assert!(
            status
                .our_product(&"personal".parse().unwrap())
                .unwrap()
                .is_pending
        );
        assert_eq!(status.our_product(&"premium".parse().unwrap()), None);
    }

    #[test]
    fn the_older_form_reads_alike() {
        let answer = json!({
            "plan": "premium", "is_partner_plan": true, "is_provisioned_by_calling_partner": true,
            "is_connected": true, "has_pending_plan": false, "has_backups_credentials": 1,
            "products": [{"product": "jetpack-scan", "is_partner_product": true, "has_pending_product": true,
                "is_provisioned_by_calling_partner": true}],
        });
        let status = read_1_3(answer.as_object().unwrap()).unwrap();

        assert!(status.has_backups_credentials);
        assert!(
            !status
                .our_product(&"premium".parse().unwrap())
                .unwrap()
                .is_pending
        );
        assert!(
            status
                .our_product(&"jetpack-scan".parse().unwrap())
                .unwrap()
                .is_pending
        );
    }

    #[test]
    fn an_answer_without_products_is_no_status() {
        assert_eq!(read(json!({"blog": []}).as_object().unwrap()), None);
    }
}
