use jetpack_partner::SiteUrl;
use sha2::{Digest, Sha256};

/// What is equal for two addresses of one site, whatever their scheme and spelling, and fits a column of 64 characters.
pub fn site_key(site: &SiteUrl) -> String {
    let hash = Sha256::digest(site.identifier().as_str());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name of a site's host without `www.`: its home and where WordPress is may differ in that and in the path.
pub(crate) fn bare_host(site: &SiteUrl) -> String {
    let host = site.host();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}
