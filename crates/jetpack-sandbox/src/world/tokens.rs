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
