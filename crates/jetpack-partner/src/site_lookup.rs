use reqwest::Method;

use crate::retry::Repeat;
use crate::send::Request;
use crate::{BlogId, Call, Error, SiteIdentifier, decode};

/// What WordPress.com tells anyone about a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SiteLookup {
    /// Its number.
    pub blog_id: BlogId,
    /// Whether it is a connected Jetpack site; `None` where the site keeps its API to itself.
    pub is_jetpack: Option<bool>,
}

impl Call<'_> {
    /// Learns a site's number: `GET /rest/v1.1/sites/{domain}`, without a token
    /// (partner-api.md §8, §12).
    pub async fn look_up_site(&mut self, site: &SiteIdentifier) -> Result<SiteLookup, Error> {
        let path = format!("rest/v1.1/sites/{site}");
        let answer = self
            .ask_openly(Repeat::Safe, &Request::new(Method::GET, &path))
            .await?;
        let number = decode::text(&answer, "ID").and_then(|id| id.parse().ok());
        Ok(SiteLookup {
            blog_id: number
                .map(BlogId)
                .ok_or_else(|| Error::Malformed("it holds no ID".into()))?,
            is_jetpack: decode::flag(&answer, "jetpack"),
        })
    }
}
