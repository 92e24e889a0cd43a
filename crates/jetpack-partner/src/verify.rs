use crate::retry::Repeat;
use crate::{Call, Error};

/// How far credentials could be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verified {
    /// The key was verified.
    Key,
    /// A token was given, but this API has no verification endpoint.
    TokenOnly,
}

impl Call<'_> {
    /// Checks the credentials: a token, then `POST /rest/v1.3/jpphp/partner-keys/verify`.
    ///
    /// The endpoint is undocumented but used by the published plugin; a 404 from it says only that
    /// it is not there (partner-api.md §2.5).
    pub async fn verify(&mut self) -> Result<Verified, Error> {
        match self
            .post(Repeat::Safe, "rest/v1.3/jpphp/partner-keys/verify", &[])
            .await
        {
            Ok(_) => Ok(Verified::Key),
            Err(Error::Refused(error)) if error.status == 404 => Ok(Verified::TokenOnly),
            Err(error) => Err(error),
        }
    }
}
