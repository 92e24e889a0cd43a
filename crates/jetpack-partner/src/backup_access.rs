use crate::retry::Repeat;
use crate::{BlogId, Call, Error, FtpAccess, SshAccess, decode};

impl Call<'_> {
    /// Stores SSH access for backups: `POST /rest/v1.3/jpphp/{blog_id}/ssh-credentials`. Returns
    /// whether the API says that it is stored.
    ///
    /// Only the blog's number is documented here, and the host is required (partner-api.md §8).
    pub async fn set_ssh_access(&mut self, blog: BlogId, ssh: &SshAccess) -> Result<bool, Error> {
        self.hide(ssh.secret());
        self.set_access(blog, "ssh-credentials", &ssh.fields()).await
    }

    /// Stores FTP access for backups: `POST /rest/v1.3/jpphp/{blog_id}/ftp-credentials`. Returns
    /// whether the API says that it is stored.
    pub async fn set_ftp_access(&mut self, blog: BlogId, ftp: &FtpAccess) -> Result<bool, Error> {
        ftp.password.iter().for_each(|password| self.hide(password));
        self.set_access(blog, "ftp-credentials", &ftp.fields()).await
    }

    async fn set_access(
        &mut self,
        blog: BlogId,
        endpoint: &str,
        fields: &[(&'static str, String)],
    ) -> Result<bool, Error> {
        let form: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let path = format!("rest/v1.3/jpphp/{blog}/{endpoint}");
        // Storing the same access twice is storing it once.
        let answer = self.post(Repeat::Safe, &path, &form).await?;
        decode::flag(&answer, "success")
            .ok_or_else(|| Error::Malformed("it does not say whether it succeeded".into()))
    }
}
