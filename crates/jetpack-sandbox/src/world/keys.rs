//! Partner keys and the tokens they were given.

use super::World;

/// Characters the real tokens contain and careless clients trip over (partner-api.md §2.2).
const HOSTILE: &str = "$(#%&@^!*)";

#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) secret: String,
    pub(super) disabled: bool,
}

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
}

impl World {
    /// Adds a key or changes one. A known key keeps its secret when none is given.
    ///
    /// False when the key is new and has no secret.
    pub(crate) fn put_key(&mut self, id: &str, secret: Option<&str>, disabled: bool) -> bool {
        let known = self.keys.get(id).map(|key| key.secret.clone());
        let Some(secret) = secret.map(str::to_owned).or(known) else {
            return false;
        };
        self.revision += 1;
        self.keys.insert(id.to_owned(), Key { secret, disabled });
        true
    }

    /// Issues a token. A disabled key still gets one: only REST calls are
    /// documented to answer `partner_key_disabled` (§2.4).
    pub(crate) fn issue_token(&mut self, client_id: &str, secret: &str) -> Result<String, CredentialRefusal> {
        let key = self.keys.get(client_id).ok_or(CredentialRefusal::UnknownClient)?;
        if key.secret != secret {
            return Err(CredentialRefusal::WrongSecret);
        }
        let token = random_token();
        self.revision += 1;
        self.tokens.insert(token.clone(), client_id.to_owned());
        Ok(token)
    }

    /// Whose token this is.
    pub(crate) fn partner(&self, token: &str) -> Result<String, BearerRefusal> {
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
        let revoked = self.tokens.len();
        self.tokens.clear();
        revoked
    }
}

/// 64 random characters, and every hostile one somewhere among them.
fn random_token() -> String {
    let mut letters: Vec<char> = (0..54).map(|_| fastrand::alphanumeric()).collect();
    letters.extend(HOSTILE.chars());
    fastrand::shuffle(&mut letters);
    letters.into_iter().collect()
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
    fn disabling_a_key_keeps_its_secret_and_stops_its_tokens() {
        let mut world = world();
        let token = world.issue_token("id", "secret").unwrap();
        assert!(world.put_key("id", None, true));
        assert_eq!(world.partner(&token), Err(BearerRefusal::DisabledKey));
        assert!(world.put_key("id", None, false));
        assert!(world.partner(&token).is_ok());
        assert!(!world.put_key("new", None, false));
    }

    #[test]
    fn a_revoked_token_is_unknown() {
        let mut world = world();
        let token = world.issue_token("id", "secret").unwrap();
        assert_eq!(world.revoke_tokens(), 1);
        assert_eq!(world.partner(&token), Err(BearerRefusal::UnknownToken));
    }
}
