use crate::{FtpAccess, Plan, SiteUrl, SshAccess};

/// What to provision, and for whom: every parameter of partner-api.md §4.1 that has an effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisionRequest {
    /// The site's core-files address.
    pub site: SiteUrl,
    /// A login, e-mail address or id of a user that already exists on the site.
    pub local_user: String,
    /// The plan; without one the site is registered and gets none.
    pub plan: Option<Plan>,
    /// Registers a site that is registered already. Not to be set at first: the client does it by
    /// itself when the API asks for it.
    pub force_register: bool,
    /// Connects the user anew although user tokens exist.
    pub force_connect: bool,
    /// Sends the owner through the wizard for new sites.
    pub onboarding: bool,
    /// Connects this WordPress.com user at once; only certain keys may.
    pub wpcom_user_id: Option<u64>,
    /// Access for backups by SSH.
    pub ssh: Option<SshAccess>,
    /// Access for backups by FTP.
    pub ftp: Option<FtpAccess>,
    /// The host's own id for the site, shown in WordPress.com's logs.
    pub partner_tracking_id: Option<String>,
}

impl ProvisionRequest {
    /// A request with nothing but what nearly every provision has.
    pub fn new(site: SiteUrl, local_user: String, plan: Option<Plan>) -> Self {
        Self {
            site,
            local_user,
            plan,
            force_register: false,
            force_connect: false,
            onboarding: false,
            wpcom_user_id: None,
            ssh: None,
            ftp: None,
            partner_tracking_id: None,
        }
    }

    /// The form's fields. Booleans are `1` or absent: the plugin's code casts them to integers,
    /// which makes 0 of `true` (partner-api.md CONFLICT 17).
    pub(crate) fn fields(&self, force_register: bool) -> Vec<(&'static str, String)> {
        let flag = |name, set: bool| set.then(|| (name, "1".to_owned()));
        let mut fields = vec![
            ("siteurl", self.site.to_string()),
            ("local_user", self.local_user.clone()),
        ];
        fields.extend(self.plan.as_ref().map(|plan| ("plan", plan.to_string())));
        fields.extend(flag("force_register", force_register || self.force_register));
        fields.extend(flag("force_connect", self.force_connect));
        fields.extend(flag("onboarding", self.onboarding));
        fields.extend(self.wpcom_user_id.map(|id| ("wpcom_user_id", id.to_string())));
        fields.extend(self.ssh.iter().flat_map(SshAccess::fields));
        fields.extend(self.ftp.iter().flat_map(FtpAccess::fields));
        fields
    }
}
