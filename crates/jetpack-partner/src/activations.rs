use serde_json::{Map, Value};

use crate::{Error, ReportCall, decode};

/// Which activations to list (partner-api.md §10).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActivationFilter {
    /// The page, from 1.
    pub page: Option<u32>,
    /// Rows of a page; the API's own number is 20.
    pub per_page: Option<u32>,
    /// Only these plans.
    pub plans: Vec<String>,
    /// Only those activated after this date.
    pub activated_after: Option<String>,
    /// Only those activated before this date.
    pub activated_before: Option<String>,
}

/// One page of activations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activations {
    /// How many there are over all pages.
    pub total: u64,
    /// How many rows this page has, also those that could not be read.
    pub listed: u64,
    /// Those of this page.
    pub activations: Vec<Activation>,
}

/// One plan on one site, as billed. Texts are as the API wrote them; whether numbers come as
/// numbers or strings is not documented, so all are texts here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activation {
    /// Its number.
    pub id: String,
    /// The site's number.
    pub blog_id: Option<String>,
    /// The site's address.
    pub site_url: Option<String>,
    /// The product's number.
    pub product_id: Option<String>,
    /// When it was asked for.
    pub created_on: Option<String>,
    /// When it became active.
    pub activated_on: Option<String>,
    /// When it was cancelled.
    pub cancelled_on: Option<String>,
}

impl ReportCall<'_> {
    /// Lists a key's activations:
    /// `GET /wpcom/v2/jetpack-partners/{partner}/key/{key}/activations`.
    pub async fn activations(
        &mut self,
        partner: u64,
        key: u64,
        filter: &ActivationFilter,
    ) -> Result<Activations, Error> {
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let (page, per_page) = (number(filter.page), number(filter.per_page));
        let mut query = Vec::new();
        query.extend(page.iter().map(|page| ("page", page.as_str())));
        query.extend(per_page.iter().map(|rows| ("per_page", rows.as_str())));
        query.extend(filter.plans.iter().map(|plan| ("plans[]", plan.as_str())));
        query.extend(
            filter
                .activated_after
                .iter()
                .map(|date| ("activated_after", date.as_str())),
        );
        query.extend(
            filter
                .activated_before
                .iter()
                .map(|date| ("activated_before", date.as_str())),
        );
        let path = format!("wpcom/v2/jetpack-partners/{partner}/key/{key}/activations");
        let answer = self.get(&path, &query).await?;
        let rows = answer.get("activations").and_then(Value::as_array);
        let rows = rows.ok_or_else(|| Error::Malformed("it lists no activations".into()))?;
        let total = decode::text(&answer, "total").and_then(|total| total.parse().ok());
        Ok(Activations {
            total: total
                .ok_or_else(|| Error::Malformed("it does not say how many activations there are".into()))?,
            listed: rows.len() as u64,
            activations: rows
                .iter()
                .filter_map(|row| activation(row.as_object()?))
                .collect(),
        })
    }
}

fn activation(row: &Map<String, Value>) -> Option<Activation> {
    Some(Activation {
        id: decode::text(row, "id")?,
        blog_id: decode::text(row, "wpcom_blog_id"),
        site_url: decode::text(row, "site_url"),
        product_id: decode::text(row, "product_id"),
        created_on: decode::text(row, "created_on"),
        activated_on: decode::text(row, "activated_on"),
        cancelled_on: decode::text(row, "cancelled_on"),
    })
}
