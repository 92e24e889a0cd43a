use std::cell::RefCell;
use std::rc::Rc;

use jetpack_partner::{Client, Credentials, Error};
use sha2::{Digest, Sha256};

use crate::Settings;

/// More keys than one are rare (a reseller's bundles); each keeps a token and a connection.
const MOST: usize = 8;

/// The clients that are kept from one call to the next, the last used first.
#[derive(Default)]
pub struct Clients(RefCell<Vec<([u8; 32], Rc<Client>)>>);

impl Clients {
    /// The client for these settings and credentials.
    ///
    /// # Errors
    ///
    /// [`Error::Defect`] when TLS cannot be set up at all.
    pub fn client(&self, settings: &Settings, credentials: &Credentials) -> Result<Rc<Client>, Error> {
        let key = key(settings, credentials);
        let mut known = self.0.borrow_mut();
        let client = match known.iter().position(|(known, _)| *known == key) {
            Some(index) => known.remove(index).1,
            None => {
                let api = settings.api_url.clone();
                Rc::new(Client::new(
                    api,
                    &settings.trust,
                    &settings.proxy,
                    credentials.clone(),
                )?)
            }
        };
        known.truncate(MOST - 1);
        known.insert(0, (key, Rc::clone(&client)));
        Ok(client)
    }
}

/// Address, certificates, proxy, id and a hash of the secret, since the secret itself is no map key.
fn key(settings: &Settings, credentials: &Credentials) -> [u8; 32] {
    let mut hash = Sha256::new();
    let trust = settings.trust.to_string();
    let proxy = settings.proxy.to_string();
    for part in [
        settings.api_url.to_string().as_str(),
        trust.as_str(),
        proxy.as_str(),
        credentials.client_id.as_str(),
        credentials.client_secret.expose(),
    ] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
