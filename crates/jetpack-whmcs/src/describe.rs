use std::collections::BTreeMap;

use jetpack_partner::{SiteUrl, catalogue};
use serde::{Deserialize, Serialize};

use crate::{PREFIX, site_key};

/// The question `describe`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Describe {
    /// Addresses of sites whose keys are wanted.
    sites: Vec<String>,
}

/// What PHP needs to know and does not decide.
#[derive(Debug, Serialize)]
pub struct Description {
    /// What every error and log entry begins with.
    prefix: &'static str,
    /// The documented products.
    products: Vec<Product>,
    /// For each address that was given its key; null for one that this version refuses.
    site_keys: BTreeMap<String, Option<String>>,
}

#[derive(Debug, Serialize)]
struct Product {
    slug: &'static str,
    name: &'static str,
    /// Whether it is one of the four that a shop is set up with.
    offered_first: bool,
}

/// Answers it.
pub(crate) fn describe(asked: &Describe) -> Description {
    let key = |site: &String| {
        (
            site.clone(),
            site.parse::<SiteUrl>().ok().map(|site| site_key(&site)),
        )
    };
    Description {
        prefix: PREFIX,
        products: catalogue()
            .iter()
            .map(|product| Product {
                slug: product.slug,
                name: product.name,
                offered_first: product.offered_first,
            })
            .collect(),
        site_keys: asked.sites.iter().map(key).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_addresses_of_one_site_have_one_key_and_an_impossible_one_has_none() {
        let sites = [
            "http://EXAMPLE.com/blog/",
            "https://example.com/%62log",
            "https://example.com/Blog",
            "localhost",
        ];
        let described = describe(&Describe {
            sites: sites.map(str::to_owned).into(),
        });
        let key = |site: usize| described.site_keys[sites[site]].clone();
        assert_eq!(key(0), key(1));
        assert_ne!(key(0), key(2));
        assert_eq!(key(3), None);
    }
}
