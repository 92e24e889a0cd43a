//! A partner's client for one command, with the token that may outlive it.

use std::path::Path;

use anyhow::Result;
use jetpack_partner::{Call, Client, Credentials, Proxy, Secret};

use crate::session::Session;
use crate::token_file::TokenFile;

/// The client, and where its token is kept if the user asks for that.
#[derive(Debug)]
pub(crate) struct Partner {
    pub(crate) session: Session,
    client: Client,
    file: Option<TokenFile>,
    /// The token that it began with.
    known: Option<Secret>,
}

impl Partner {
    /// A client with the partner's key, and with the token in the file, if there is one.
    pub(crate) fn new(session: Session, credentials: Credentials, token_file: Option<&Path>) -> Result<Self> {
        let file = token_file.map(|path| TokenFile::new(path, &session.api, &credentials.client_id));
        let known = file.as_ref().map(TokenFile::read).transpose()?.flatten();
        Self::with(session, credentials, file, known)
    }

    /// The same, but it asks for a token of its own: one that is kept says nothing of the secret.
    pub(crate) fn afresh(
        session: Session,
        credentials: Credentials,
        token_file: Option<&Path>,
    ) -> Result<Self> {
        let file = token_file.map(|path| TokenFile::new(path, &session.api, &credentials.client_id));
        // Whether it can be used is looked at all the same.
        file.as_ref().map(TokenFile::read).transpose()?;
        Self::with(session, credentials, file, None)
    }

    fn with(
        session: Session,
        credentials: Credentials,
        file: Option<TokenFile>,
        known: Option<Secret>,
    ) -> Result<Self> {
        let client = Client::new(
            session.api.clone(),
            &session.trust,
            &Proxy::Environment,
            credentials,
        )?;
        if let Some(token) = &known {
            client.offer_token(token.clone());
        }
        Ok(Self {
            session,
            client,
            file,
            known,
        })
    }

    /// The partner id.
    pub(crate) fn id(&self) -> &str {
        self.client.partner_id()
    }

    /// A call that must end by the session's timeout.
    pub(crate) fn call(&self) -> Call<'_> {
        self.client.call(self.session.deadline()).unrecorded()
    }
}

impl Drop for Partner {
    /// However the command ended, the token that was good last is good for the next.
    fn drop(&mut self) {
        let token = self.client.token_in_use();
        if let (Some(file), Some(token)) = (&self.file, token)
            && self.known.as_ref() != Some(&token)
        {
            // Without it the next command asks for another, as it does without a file.
            let _ = file.write(&token);
        }
    }
}
