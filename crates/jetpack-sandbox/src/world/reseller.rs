//! Keys that a partner makes for its resellers (partner-api.md §9).

use std::collections::BTreeMap;

use super::World;

/// `allowed_{personal,premium,professional}_plans`. What is not sent is 0, as in the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quotas {
    pub(crate) personal: u64,
    pub(crate) premium: u64,
    pub(crate) professional: u64,
}

/// A key that was just made. Its secret is shown this once.
#[derive(Debug)]
pub(crate) struct NewKey {
    pub(crate) id: u64,
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
}

impl World {
    /// Makes a key. `None` when the caller was itself made this way: only the parent may.
    pub(crate) fn create_key(&mut self, parent: &str, name: &str, quotas: Quotas) -> Option<NewKey> {
        if self.keys.get(parent)?.created_by.is_some() {
            return None;
        }
        let client_secret: String = (0..64).map(|_| self.rng.alphanumeric()).collect();
        let client_id = self.free_client_id();

        let mut key = self.new_key(name.to_owned(), client_secret.clone());
        let id = key.id;
        key.created_by = Some(parent.to_owned());
        key.limits = BTreeMap::from([
            ("personal".to_owned(), quotas.personal),
            ("premium".to_owned(), quotas.premium),
            ("professional".to_owned(), quotas.professional),
        ]);
        self.revision += 1;
        self.keys.insert_mut(client_id.clone(), key);
        Some(NewKey {
            id,
            client_id,
            client_secret,
        })
    }

    /// Digits only, as in the sample `"12345"`.
    fn free_client_id(&mut self) -> String {
        loop {
            let id = self.rng.u64(10_000..100_000_000).to_string();
            if !self.keys.contains_key(&id) {
                return id;
            }
        }
    }
}
