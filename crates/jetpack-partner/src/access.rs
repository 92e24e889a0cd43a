use crate::Secret;

/// How WordPress.com may log in to a site's server by SSH, for backups (partner-api.md §4.1, §8).
///
/// The API wants a password or a key beside a user; here nothing else can be expressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SshAccess {
    /// The server's user.
    pub user: String,
    /// What proves it.
    pub proof: SshProof,
    /// The server; from the site's address when it is not given.
    pub host: Option<String>,
    /// The port; 22 when it is not given.
    pub port: Option<u16>,
}

/// What an SSH server accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SshProof {
    /// A password.
    Password(Secret),
    /// A private key: its contents with all line ends, not a path.
    PrivateKey(Secret),
}

impl SshAccess {
    /// Puts loose parts together; `Ok(None)` when none of them is given.
    ///
    /// # Errors
    ///
    /// [`IncompleteAccess`] when a part lacks another it is useless without.
    pub fn from_parts(
        user: Option<String>,
        password: Option<Secret>,
        private_key: Option<Secret>,
        host: Option<String>,
        port: Option<u16>,
    ) -> Result<Option<Self>, IncompleteAccess> {
        let proof = match (password, private_key) {
            (_, Some(key)) => Some(SshProof::PrivateKey(key)),
            (Some(password), None) => Some(SshProof::Password(password)),
            (None, None) => None,
        };
        match (user, proof) {
            (Some(user), Some(proof)) => Ok(Some(Self {
                user,
                proof,
                host,
                port,
            })),
            (Some(_), None) => Err(IncompleteAccess::SshProof),
            (None, Some(_)) => Err(IncompleteAccess::SshUser),
            (None, None) if host.is_some() || port.is_some() => Err(IncompleteAccess::SshUser),
            (None, None) => Ok(None),
        }
    }

    /// The API's fields.
    pub(crate) fn fields(&self) -> Vec<(&'static str, String)> {
        let proof = match &self.proof {
            SshProof::Password(password) => ("ssh_pass", password.expose().to_owned()),
            SshProof::PrivateKey(key) => ("ssh_private_key", key.expose().to_owned()),
        };
        let mut fields = vec![("ssh_user", self.user.clone()), proof];
        fields.extend(self.host.as_ref().map(|host| ("ssh_host", host.clone())));
        fields.extend(self.port.map(|port| ("ssh_port", port.to_string())));
        fields
    }

    pub(crate) fn secret(&self) -> &Secret {
        match &self.proof {
            SshProof::Password(secret) | SshProof::PrivateKey(secret) => secret,
        }
    }
}

/// How WordPress.com may log in to a site's server by FTP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FtpAccess {
    /// The server's user.
    pub user: String,
    /// Its password, where the server wants one.
    pub password: Option<Secret>,
    /// The server; from the site's address when it is not given.
    pub host: Option<String>,
    /// The port; 21 when it is not given.
    pub port: Option<u16>,
}

impl FtpAccess {
    /// Puts loose parts together; `Ok(None)` when none of them is given.
    ///
    /// # Errors
    ///
    /// [`IncompleteAccess`] when a part lacks another it is useless without.
    pub fn from_parts(
        user: Option<String>,
        password: Option<Secret>,
        host: Option<String>,
        port: Option<u16>,
    ) -> Result<Option<Self>, IncompleteAccess> {
        match user {
            Some(user) => Ok(Some(Self {
                user,
                password,
                host,
                port,
            })),
            None if password.is_some() || host.is_some() || port.is_some() => Err(IncompleteAccess::FtpUser),
            None => Ok(None),
        }
    }

    /// The API's fields.
    pub(crate) fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = vec![("ftp_user", self.user.clone())];
        let password = self.password.as_ref();
        fields.extend(password.map(|password| ("ftp_pass", password.expose().to_owned())));
        fields.extend(self.host.as_ref().map(|host| ("ftp_host", host.clone())));
        fields.extend(self.port.map(|port| ("ftp_port", port.to_string())));
        fields
    }
}

/// Why parts of an access are useless as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IncompleteAccess {
    /// A user without a password or key.
    #[error("ssh_user needs ssh_pass or ssh_private_key")]
    SshProof,
    /// SSH parts without a user.
    #[error("the SSH parameters need ssh_user")]
    SshUser,
    /// FTP parts without a user.
    #[error("the FTP parameters need ftp_user")]
    FtpUser,
}
