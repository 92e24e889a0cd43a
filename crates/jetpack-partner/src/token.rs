use reqwest::Method;
use tokio::time::timeout;

use crate::send::Request;
use crate::{Call, Error, Secret, decode};

impl Call<'_> {
    /// The access token: the one known, else a new one from `POST /oauth2/token`
    /// (partner-api.md §2.1, §2.2).
    ///
    /// # Errors
    ///
    /// Never one that says the caller's operation [may have happened](Error::may_have_happened):
    /// without a token it was not sent.
    pub async fn token(&mut self) -> Result<Secret, Error> {
        if let Some(token) = self.client.known_token() {
            return Ok(token);
        }
        let turn = timeout(self.attempt.deadline.remaining(), self.client.token_turn.lock()).await;
        let Ok(_turn) = turn else {
            return Err(Error::NotSent(
                "another call waited for an access token too long".into(),
            ));
        };
        if let Some(token) = self.client.known_token() {
            self.hide(&token);
            return Ok(token);
        }
        let token = self.new_token().await.map_err(without_effect)?;
        self.client.keep_token(token.clone());
        self.hide(&token);
        Ok(token)
    }

    async fn new_token(&mut self) -> Result<Secret, Error> {
        let credentials = &self.client.credentials;
        let form = [
            ("grant_type", "client_credentials"),
            ("scope", "jetpack-partner"),
            ("client_id", credentials.client_id.as_str()),
            ("client_secret", credentials.client_secret.expose()),
        ];
        let request = Request::new(Method::POST, "oauth2/token").form(&form);
        let answer = self.attempt.send(&self.client.transport, &request, None).await?;
        let token = decode::text(&answer, "access_token").map(Secret::new);
        token.ok_or_else(|| Error::Malformed("it holds no access_token".into()))
    }
}

fn without_effect(error: Error) -> Error {
    match error {
        // A 400 on this endpoint speaks of the key, whatever its code (partner-api.md §2.4).
        Error::Refused(error) => Error::Credentials(error),
        error if error.may_have_happened() => Error::NoToken(Box::new(error)),
        error => error,
    }
}
