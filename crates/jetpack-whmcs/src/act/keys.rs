use jetpack_partner::{Credentials, Secret};
use serde::Deserialize;

use crate::params::decoded;
use crate::plain;

/// A key that a call may act with, as PHP hands it over: texts as they were typed or stored.
#[derive(Clone, Deserialize)]
pub struct Key {
    /// Where it comes from.
    pub from: From,
    #[serde(default, deserialize_with = "plain::text")]
    partner_id: String,
    #[serde(default, deserialize_with = "plain::text")]
    secret: String,
    /// An access token that another process got with it; empty when none is known.
    #[serde(default, deserialize_with = "plain::text")]
    token: String,
}

/// Where a key comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum From {
    /// The module's own table: it has provisioned something.
    Stored,
    /// The product's or the addon's settings.
    Order,
}

impl Key {
    /// The id, as an order names it.
    pub(crate) fn partner_id(&self) -> String {
        decoded(&self.partner_id).trim().to_owned()
    }

    /// The secret is taken as it is; only an id never has spaces around it on purpose.
    pub(crate) fn credentials(&self) -> Credentials {
        Credentials {
            client_id: self.partner_id(),
            client_secret: Secret::new(decoded(&self.secret)),
        }
    }

    /// Whether the secret has a blank around it. That may be right, but rarely is.
    pub(crate) fn has_blanks(&self) -> bool {
        has_blanks(&decoded(&self.secret))
    }

    /// The token that it came with.
    pub(crate) fn token(&self) -> Option<Secret> {
        (!self.token.is_empty()).then(|| Secret::new(self.token.clone()))
    }

    fn is_whole(&self) -> bool {
        !self.partner_id().is_empty() && !self.secret.trim().is_empty()
    }
}

pub(crate) fn has_blanks(secret: &str) -> bool {
    secret.trim() != secret
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({:?}, {:?}, [redacted])", self.from, self.partner_id)
    }
}

/// The keys to try, in this order: the row's own, the stored secret before the order's; and where there is none, the
/// order's, although only the key that provisioned can cancel (partner-api.md §5.4): the API then says so.
pub(crate) fn candidates<'a>(keys: &'a [Key], partner_id: &str) -> Vec<&'a Key> {
    let whole = || keys.iter().filter(|key| key.is_whole());
    let mut own: Vec<&Key> = whole()
        .filter(|key| partner_id.is_empty() || key.partner_id() == partner_id)
        .collect();
    if own.is_empty() {
        own = whole().filter(|key| key.from == From::Order).collect();
    }
    own.sort_by_key(|key| key.from == From::Order);
    own.dedup_by(|second, first| second.credentials() == first.credentials());
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(from: From, partner_id: &str, secret: &str) -> Key {
        Key {
            from,
            partner_id: partner_id.to_owned(),
            secret: secret.to_owned(),
            token: String::new(),
        }
    }

    fn tried(keys: &[Key], partner_id: &str) -> Vec<String> {
        let secret = |key: &Key| key.credentials().client_secret.expose().to_owned();
        candidates(keys, partner_id).into_iter().map(secret).collect()
    }

    #[test]
    fn the_rows_own_key_is_used_the_stored_secret_first() {
        let keys = [key(From::Order, "a", "new"), key(From::Stored, "a", "old")];
        assert_eq!(tried(&keys, "a"), ["old", "new"]);
        let rotated = [key(From::Order, "b", "new"), key(From::Stored, "a", "old")];
        assert_eq!(tried(&rotated, "a"), ["old"]);
    }

    #[test]
    fn one_secret_is_not_tried_twice_and_half_a_key_not_at_all() {
        let keys = [key(From::Order, "a", "x&amp;y"), key(From::Stored, "a", "x&y")];
        assert_eq!(tried(&keys, "a"), ["x&y"]);
        assert!(tried(&[key(From::Order, "a", " "), key(From::Stored, "", "x")], "a").is_empty());
    }

    #[test]
    fn without_the_rows_key_the_orders_is_tried() {
        assert_eq!(tried(&[key(From::Order, "b", "x")], "a"), ["x"]);
        assert_eq!(tried(&[key(From::Order, "b", "x")], ""), ["x"]);
    }

    #[test]
    fn a_dump_does_not_show_the_secret() {
        assert!(!format!("{:?}", key(From::Stored, "a", "canary")).contains("canary"));
    }
}
