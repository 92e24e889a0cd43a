//! The columns that a file may have, by the API's names.

use super::shown;

/// The provision parameters (partner-api.md §4.1), and two columns of other commands.
const COLUMNS: [&str; 19] = [
    "siteurl",
    "local_user",
    "plan",
    "force_register",
    "force_connect",
    "onboarding",
    "wpcom_user_id",
    "ssh_user",
    "ssh_pass",
    "ssh_private_key",
    "ssh_host",
    "ssh_port",
    "ftp_user",
    "ftp_pass",
    "ftp_host",
    "ftp_port",
    "partner_tracking_id",
    "cancel-all",
    "from",
];

/// The column that a name means, in whatever case it is written; or why there is none.
pub(crate) fn column(name: &str) -> Result<&'static str, String> {
    let lower = name.trim().to_ascii_lowercase();
    if let Some(column) = COLUMNS.iter().find(|column| **column == lower) {
        return Ok(column);
    }
    let better = match lower.as_str() {
        "local_username" | "user" | "user_id" => "it is called local_user",
        "url" | "site_url" => "it is called siteurl",
        "wpcom_user_email" => "the API removed it",
        "partner-tracking-id" => "it is called partner_tracking_id",
        "cancel_all" => "it is called cancel-all",
        _ => {
            return Err(format!(
                "{} is unknown; there are {}",
                shown(name),
                COLUMNS.join(", ")
            ));
        }
    };
    Err(format!("{}: {better}", shown(name)))
}
