//! The scripts' flags as a table (partner-api.md §14.1, §15). Where documents disagree on a
//! spelling, both are taken. Flags below the line in each help text are ours.

/// What a flag sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    PartnerId,
    PartnerSecret,
    SecretFile,
    User,
    Plan,
    Url,
    WpcomUserId,
    WpcomUserEmail,
    Onboarding,
    ForceRegister,
    ForceConnect,
    TrackingId,
    SshHost,
    SshUser,
    SshPass,
    SshPort,
    SshKey,
    FtpHost,
    FtpUser,
    FtpPass,
    FtpPort,
    WpCliPath,
    AllowRoot,
    CancelAll,
    ShowToken,
    Timeout,
    Help,
}

/// What follows a flag's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// `=` and a value, shown in the help under this name.
    Value(&'static str),
    /// Nothing.
    Nothing,
}

/// One flag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flag {
    /// What it sets.
    pub(crate) field: Field,
    /// All its spellings with their dashes, the usual one first.
    pub(crate) names: &'static [&'static str],
    /// What follows the name.
    pub(crate) takes: Takes,
    /// What the help says.
    pub(crate) help: &'static str,
}

impl Flag {
    /// Whether its value must not be seen in the process list.
    pub(crate) fn is_secret(&self) -> bool {
        matches!(self.field, Field::PartnerSecret | Field::SshPass | Field::FtpPass)
    }
}

const fn value(
    field: Field,
    names: &'static [&'static str],
    value: &'static str,
    help: &'static str,
) -> Flag {
    Flag {
        field,
        names,
        takes: Takes::Value(value),
        help,
    }
}

const fn switch(field: Field, names: &'static [&'static str], help: &'static str) -> Flag {
    Flag {
        field,
        names,
        takes: Takes::Nothing,
        help,
    }
}

const PARTNER_ID: Flag = value(
    Field::PartnerId,
    &["--partner_id", "--partner-id", "-c"],
    "ID",
    "Partner id (required; else from JETPACK_PARTNER_ID)",
);
const PARTNER_SECRET: Flag = value(
    Field::PartnerSecret,
    &["--partner_secret", "--partner-secret", "-s"],
    "SECRET",
    "Partner secret (required; \"-\" reads standard input; else from JETPACK_PARTNER_SECRET)",
);
const SECRET_FILE: Flag = value(
    Field::SecretFile,
    &["--partner-secret-file", "--partner_secret_file"],
    "PATH",
    "File that holds the partner secret",
);
const TRACKING_ID: Flag = value(
    Field::TrackingId,
    &["--partner-tracking-id", "--partner_tracking_id"],
    "ID",
    "Your own id of the site, for WordPress.com's logs",
);
const WP_CLI_PATH: Flag = value(
    Field::WpCliPath,
    &["--wp-cli-path"],
    "PATH",
    "Accepted and not needed: no WP-CLI is called",
);
const ALLOW_ROOT: Flag = switch(
    Field::AllowRoot,
    &["--allow-root"],
    "Accepted and not needed: no WP-CLI is called",
);
const TIMEOUT: Flag = value(
    Field::Timeout,
    &["--timeout"],
    "SECONDS",
    "Longest wait for the whole call (60)",
);
const HELP: Flag = switch(Field::Help, &["--help", "-h"], "This text");

/// The flags of `partner-provision.sh`.
pub(crate) const PROVISION: &[Flag] = &[
    PARTNER_ID,
    PARTNER_SECRET,
    SECRET_FILE,
    value(
        Field::User,
        &["--user", "--user_id", "-i"],
        "USER",
        "Login, e-mail address or id of a user of the site (required)",
    ),
    value(
        Field::Plan,
        &["--plan", "-p"],
        "SLUG",
        "Plan or product, such as premium",
    ),
    value(
        Field::Url,
        &["--url", "-u"],
        "URL",
        "Address of the site's core files, with https:// (required: no WP-CLI is asked for it)",
    ),
    value(
        Field::WpcomUserId,
        &["--wpcom_user_id", "-w"],
        "NUMBER",
        "WordPress.com user to connect at once (certain keys only)",
    ),
    value(
        Field::WpcomUserEmail,
        &["--wpcom_user_email", "-e"],
        "EMAIL",
        "Accepted without effect: the API removed it in 2018",
    ),
    value(
        Field::Onboarding,
        &["--onboarding", "-o"],
        "1|0",
        "Send the owner through the wizard",
    ),
    value(
        Field::ForceRegister,
        &["--force_register"],
        "1|0",
        "Register the site anew",
    ),
    value(
        Field::ForceConnect,
        &["--force_connect"],
        "1|0",
        "Connect the user anew",
    ),
    TRACKING_ID,
    value(
        Field::SshHost,
        &["--ssh-host"],
        "HOST",
        "SSH server; from --url if not given",
    ),
    value(Field::SshUser, &["--ssh-user"], "USER", "SSH user, for backups"),
    value(
        Field::SshPass,
        &["--ssh-pass"],
        "PASSWORD",
        "SSH password (else from JETPACK_PARTNER_SSH_PASS)",
    ),
    value(Field::SshPort, &["--ssh-port"], "PORT", "SSH port (22)"),
    value(
        Field::SshKey,
        &["--ssh-private-key"],
        "PATH",
        "File that holds the SSH private key",
    ),
    value(
        Field::FtpHost,
        &["--ftp-host"],
        "HOST",
        "FTP server; from --url if not given",
    ),
    value(Field::FtpUser, &["--ftp-user"], "USER", "FTP user, for backups"),
    value(
        Field::FtpPass,
        &["--ftp-pass"],
        "PASSWORD",
        "FTP password (else from JETPACK_PARTNER_FTP_PASS)",
    ),
    value(Field::FtpPort, &["--ftp-port"], "PORT", "FTP port (21)"),
    WP_CLI_PATH,
    ALLOW_ROOT,
    switch(
        Field::ShowToken,
        &["--show-access-token"],
        "Print the user's access_token, if the API sends one, instead of hiding it",
    ),
    TIMEOUT,
    HELP,
];

/// The flags of `partner-cancel.sh`, and `--plan` and `--cancel-all`, without which a stand-alone
/// product cannot be cancelled (partner-api.md §5.2, §15).
pub(crate) const CANCEL: &[Flag] = &[
    PARTNER_ID,
    PARTNER_SECRET,
    SECRET_FILE,
    value(
        Field::Url,
        &["--url", "-u"],
        "URL",
        "Address of the site as it was provisioned, or its blog id (required)",
    ),
    value(
        Field::Plan,
        &["--plan", "-p"],
        "SLUG",
        "Product to cancel; needed for backup, scan and anti-spam",
    ),
    switch(
        Field::CancelAll,
        &["--cancel-all"],
        "Cancel everything that this partner provisioned on the site",
    ),
    TRACKING_ID,
    WP_CLI_PATH,
    ALLOW_ROOT,
    TIMEOUT,
    HELP,
];
