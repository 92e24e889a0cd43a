use url::Url;

/// The owner's address with a way back to the host: `partner_redirect` appended
/// (partner-api.md §12, §17 trap 11).
///
/// Only for an address that asks for authorisation; the target must be on a list that Automattic
/// keeps. `None` when `next_url` is no address, as for a site that could not be reached.
///
/// ```
/// let back = "https://my.host/done".parse()?;
/// assert_eq!(
///     jetpack_partner::redirect_after("https://jetpack.wordpress.com/x/1/?a=b#c", &back).as_deref(),
///     Some("https://jetpack.wordpress.com/x/1/?a=b&partner_redirect=https%3A%2F%2Fmy.host%2Fdone#c"),
/// );
/// assert_eq!(jetpack_partner::redirect_after("", &back), None);
/// # Ok::<(), url::ParseError>(())
/// ```
pub fn redirect_after(next_url: &str, target: &Url) -> Option<String> {
    Url::parse(next_url).ok().filter(Url::has_host)?;
    let (address, fragment) = match next_url.split_once('#') {
        Some((address, fragment)) => (address, format!("#{fragment}")),
        None => (next_url, String::new()),
    };
    let joint = if address.contains('?') { '&' } else { '?' };
    let target: String = url::form_urlencoded::byte_serialize(target.as_str().as_bytes()).collect();
    Some(format!("{address}{joint}partner_redirect={target}{fragment}"))
}
