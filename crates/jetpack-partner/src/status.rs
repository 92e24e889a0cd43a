use serde_json::{Map, Value};

use crate::{Call, Error, Plan, SiteIdentifier, decode};

/// What WordPress.com knows of a site (partner-api.md §6.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteStatus {
    /// Whether the site is connected to WordPress.com.
    pub is_connected: bool,
    /// Plans and products, in one list.
    pub products: Vec<ProductStatus>,
}

/// One plan or product of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductStatus {
    /// Its slug, as the API spells it here.
    pub slug: String,
    /// Whether the key that asks provisioned it.
    pub is_ours: bool,
    /// Whether it waits for the owner to connect; it is not billed then.
    pub is_pending: bool,
}

impl SiteStatus {
    /// The plan as provisioned by the key that asks.
    pub fn our_product(&self, plan: &Plan) -> Option<&ProductStatus> {
        let wanted = comparable(plan.as_str());
        self.products
            .iter()
            .find(|product| product.is_ours && comparable(&product.slug) == wanted)
    }
}

impl Call<'_> {
    /// Asks what a site has: `GET /rest/v1.4/jpphp/{site}/status`.
    ///
    /// A site that WordPress.com has never seen is [`Error::Refused`] with
    /// [`is_unknown_site`](crate::ApiError::is_unknown_site); so is one whose plan still waits for
    /// its name to resolve, and any site of a test key (partner-api.md §6.2).
    pub async fn status(&mut self, site: &SiteIdentifier) -> Result<SiteStatus, Error> {
        let answer = self.get(&format!("rest/v1.4/jpphp/{site}/status")).await?;
        read(&answer).ok_or_else(|| Error::Malformed("it is not a site's status".into()))
    }
}

fn read(answer: &Map<String, Value>) -> Option<SiteStatus> {
    let products = answer.get("products")?.as_array()?;
    let blog = decode::object(answer, "blog");
    Some(SiteStatus {
        is_connected: blog.and_then(|blog| decode::flag(blog, "is_connected")) == Some(true),
        products: products
            .iter()
            .filter_map(|product| product_status(product.as_object()?))
            .collect(),
    })
}

fn product_status(product: &Map<String, Value>) -> Option<ProductStatus> {
    Some(ProductStatus {
        slug: decode::text(product, "slug")?,
        is_ours: decode::flag(product, "is_provisioned_by_calling_partner") == Some(true),
        is_pending: decode::flag(product, "is_pending") == Some(true),
    })
}

/// Slugs are spelled with hyphens or underscores, with or without `jetpack` in front, depending on
/// the part of the API (partner-api.md §4.2, §17 trap 24).
fn comparable(slug: &str) -> String {
    let slug = slug.to_ascii_lowercase().replace('_', "-");
    slug.strip_prefix("jetpack-").unwrap_or(&slug).to_owned()
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
    fn an_answer_without_products_is_no_status() {
        assert_eq!(read(json!({"blog": []}).as_object().unwrap()), None);
    }
}
