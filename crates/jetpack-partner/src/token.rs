use reqwest::Method;

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
        let token = match self.client.known_token() {
            Some(token) => token,
            None => self.new_token().await.map_err(without_effect)?,
        };
        self.redactor.learn(&token);
        Ok(token)
    }

    async fn new_token(&mut self) -> Result<Secret, Error> {
        let client = self.client;
        let form = [
            ("grant_type", "client_credentials"),
            ("scope", "jetpack-partner"),
            ("client_id", client.credentials.client_id.as_str()),
            ("client_secret", client.credentials.client_secret.expose()),
        ];
        let answer = self
            .send(Request {
                method: Method::POST,
                path: "oauth2/token",
                form: &form,
                token: None,
            })
            .await?;
        let token = decode::text(&answer, "access_token").map(Secret::new);
        let token = token.ok_or_else(|| Error::Malformed("it holds no access_token".into()))?;
        client.keep_token(token.clone());
        Ok(token)
    }
}

fn without_effect(error: Error) -> Error {
    match error {
        // A 400 on this endpoint speaks of the key, whatever its code (partner-api.md §2.4).
        Error::Refused(error) => Error::Credentials(error),
        error if error.may_have_happened() => Error::NotSent(format!("no access token was given: {error}")),
        error => error,
    }
}
