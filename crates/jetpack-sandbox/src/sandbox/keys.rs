//! Keys and tokens, from Rust.

use super::Sandbox;
use crate::world::KeyChange;

impl Sandbox {
    /// Adds a partner key, or gives one another secret; either way it is enabled.
    pub fn put_key(&self, client_id: &str, client_secret: &str) {
        self.shared
            .lock()
            .world
            .put_key(client_id, Some(client_secret), false);
    }

    /// Switches a partner key off. False when there is no such key.
    pub fn disable_key(&self, client_id: &str) -> bool {
        self.shared.lock().world.put_key(client_id, None, true)
    }

    /// Makes every token invalid and says how many there were.
    pub fn revoke_tokens(&self) -> usize {
        self.shared.lock().world.revoke_tokens()
    }

    /// Lets a key connect users with `wpcom_user_id` (partner-api.md §4.1), or not.
    /// False when there is no such key.
    pub fn set_auto_connect(&self, client_id: &str, allowed: bool) -> bool {
        let change = KeyChange {
            auto_connect: Some(allowed),
            limits: None,
        };
        self.shared.lock().world.change_key(client_id, change)
    }

    /// Limits how many live activations of a product a key may have (§4.5); none lifts the limit.
    /// False when there is no such key or product.
    pub fn limit_key(&self, client_id: &str, slug: &str, limit: Option<u64>) -> bool {
        self.shared.lock().world.set_limit(client_id, slug, limit)
    }

    /// Changes the bearer of the report (§10).
    pub fn set_user_token(&self, token: &str) {
        self.shared.lock().world.set_user_token(token);
    }
}
