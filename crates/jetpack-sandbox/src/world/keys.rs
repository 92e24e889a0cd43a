//! Partner keys: who may call, and how much.

use std::collections::BTreeMap;

use super::{Product, World};

/// The sample of a new key has id 10 (partner-api.md §9).
pub(super) const FIRST_ID: u64 = 10;

#[derive(Debug, Clone)]
pub(crate) struct Key {
    /// `KEY_ID` of the report (§10).
    pub(super) id: u64,
    pub(super) name: String,
    pub(super) secret: String,
    pub(super) disabled: bool,
    /// The key that made this one through the API; such a key makes no others.
    pub(super) created_by: Option<String>,
    /// Whether `wpcom_user_id` connects a user; only for certain keys (§4.1).
    pub(super) auto_connect: bool,
    /// Live activations allowed, by slug; what is not listed is not limited.
    pub(super) limits: BTreeMap<String, u64>,
}

/// What the control plane may change about a key besides its secret.
#[derive(Debug, Default)]
pub(crate) struct KeyChange {
    pub(crate) auto_connect: Option<bool>,
    pub(crate) limits: Option<BTreeMap<String, u64>>,
}

impl World {
    /// Adds a key or changes one. A known key keeps its secret when none is given.
    ///
    /// False when the key is new and has no secret.
    pub(crate) fn put_key(&mut self, id: &str, secret: Option<&str>, disabled: bool) -> bool {
        let mut key = match (self.keys.get(id).cloned(), secret) {
            (Some(known), _) => known,
            (None, Some(secret)) => self.new_key(id.to_owned(), secret.to_owned()),
            (None, None) => return false,
        };
        if let Some(secret) = secret {
            secret.clone_into(&mut key.secret);
        }
        key.disabled = disabled;
        self.revision += 1;
        self.keys.insert_mut(id.to_owned(), key);
        true
    }

    pub(super) fn new_key(&mut self, name: String, secret: String) -> Key {
        let id = self.next_key_id;
        self.next_key_id += 1;
        Key {
            id,
            name,
            secret,
            disabled: false,
            created_by: None,
            auto_connect: false,
            limits: BTreeMap::new(),
        }
    }

    /// Changes what a key may do. False when there is no such key or a slug is unknown.
    pub(crate) fn change_key(&mut self, id: &str, change: KeyChange) -> bool {
        let slugs = change.limits.iter().flat_map(BTreeMap::keys);
        let mut unknown = slugs.filter(|slug| Product::find(slug).is_none());
        let (Some(mut key), None) = (self.keys.get(id).cloned(), unknown.next()) else {
            return false;
        };
        key.auto_connect = change.auto_connect.unwrap_or(key.auto_connect);
        if let Some(limits) = change.limits {
            key.limits = limits;
        }
        self.revision += 1;
        self.keys.insert_mut(id.to_owned(), key);
        true
    }

    /// Limits one product of a key, or lifts the limit. False as for `change_key`.
    pub(crate) fn set_limit(&mut self, id: &str, slug: &str, limit: Option<u64>) -> bool {
        let Some(mut limits) = self.keys.get(id).map(|key| key.limits.clone()) else {
            return false;
        };
        match limit {
            Some(limit) => limits.insert(slug.to_owned(), limit),
            None => limits.remove(slug),
        };
        let change = KeyChange {
            limits: Some(limits),
            ..KeyChange::default()
        };
        self.change_key(id, change)
    }

    pub(super) fn may_auto_connect(&self, partner: &str) -> bool {
        self.keys.get(partner).is_some_and(|key| key.auto_connect)
    }
}
