//! The tokens that keys were given, and what they are good for.

use super::{Map, World};

/// Characters the real tokens contain and careless clients trip over (partner-api.md §2.2).
const HOSTILE: &str = "$(#%&@^!*)";

/// Why a client id and secret are not exchanged for a token.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CredentialRefusal {
    UnknownClient,
    WrongSecret,
}

/// Why a token is not good for a call.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BearerRefusal {
    UnknownToken,
    DisabledKey,
    /// The user token of the report, which lacks the scope `jetpack-partner` (§10, §2.4).
    UserToken,
}

impl World {
    /// Issues a token. A disabled key still gets one: only REST calls are
    /// documented to answer `partner_key_disabled` (§2.4).
    pub(crate) fn issue_token(&mut self, client_id: &str, secret: &str) -> Result<String, CredentialRefusal> {
        if !self.keys.contains_key(client_id) {
            return Err(CredentialRefusal::UnknownClient);
        }
        if !self.has_secret(client_id, secret) {
            return Err(CredentialRefusal::WrongSecret);
        }
        let token = self.random_token();
        self.revision += 1;
        self.tokens.insert_mut(token.clone(), client_id.to_owned());
        Ok(token)
    }

    /// Whether this is the secret of a key.
    pub(crate) fn has_secret(&self, client_id: &str, secret: &str) -> bool {
        self.keys.get(client_id).is_some_and(|key| key.secret == secret)
    }

    /// Whose token this is.
    pub(crate) fn partner(&self, token: &str) -> Result<String, BearerRefusal> {
        if self.is_user_token(token) {
            return Err(BearerRefusal::UserToken);
        }
        let client_id = self.tokens.get(token).ok_or(BearerRefusal::UnknownToken)?;
        match self.keys.get(client_id) {
            Some(key) if key.disabled => Err(BearerRefusal::DisabledKey),
            Some(_) => Ok(client_id.clone()),
            None => Err(BearerRefusal::UnknownToken),
        }
    }

    /// Forgets every token and says how many there were.
    pub(crate) fn revoke_tokens(&mut self) -> usize {
        self.revision += 1;
        let revoked = self.tokens.size();
        self.tokens = Map::new_sync();
        revoked
    }

    /// Whether this is the bearer of the report (§10).
    pub(crate) fn is_user_token(&self, token: &str) -> bool {
        !self.user_token.is_empty() && self.user_token == token
    }

    /// 64 random characters, and every hostile one somewhere among them.
    pub(super) fn random_token(&mut self) -> String {
        let mut letters: Vec<char> = (0..54).map(|_| self.rng.alphanumeric()).collect();
        letters.extend(HOSTILE.chars());
        self.rng.shuffle(&mut letters);
        letters.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> World {
        World::new(&[("id".to_owned(), "secret".to_owned())])
    }

    #[test]
    fn a_token_belongs_to_the_key_it_was_issued_for() {
        let mut world = world();
        let token = world.issue_token("id", "secret").unwrap();
        assert_eq!(world.partner(&token).as_deref(), Ok("id"));
        assert!(HOSTILE.chars().all(|letter| token.contains(letter)));
    }

    #[test]
    fn a_wrong_secret_and_an_unknown_client_are_told_apart() {
        let mut world = world();
        assert_eq!(
            world.issue_token("no", "secret"),
            Err(CredentialRefusal::UnknownClient)
        );
        assert_eq!(world.issue_token("id", "no"), Err(CredentialRefusal::WrongSecret));
    }

    #[test]
    fn disabling_a_key_stops_its_tokens() {
        let mut world = world();
        let token = world.issue_token("id", "secret").unwrap();
        assert!(world.put_key("id", None, true));
        assert_eq!(world.partner(&token), Err(BearerRefusal::DisabledKey));
        assert!(world.put_key("id", None, false));
        assert!(world.partner(&token).is_ok());
    }

    #[test]
    fn the_same_seed_makes_the_same_tokens() {
        let token = |seed| {
            let mut world = world();
            world.seed(seed);
            world.issue_token("id", "secret").unwrap()
        };
        assert_eq!(token(7), token(7));
        assert_ne!(token(7), token(8));
    }

    #[test]
    fn a_revoked_token_is_unknown() {
        let mut world = world();
        let token = world.issue_token("id", "secret").unwrap();
        assert_eq!(world.revoke_tokens(), 1);
        assert_eq!(world.partner(&token), Err(BearerRefusal::UnknownToken));
    }
}
