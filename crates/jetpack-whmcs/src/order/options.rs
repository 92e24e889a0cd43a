//! What the product says in its drop-downs.

use super::{BackupAccess, WhenSuspended};
use crate::Params;
use crate::params::{before_pipe, decoded};

/// Option 4; blank, or of another release, is keep: what is not certainly meant must not cancel a plan.
pub(super) fn when_suspended(params: &Params) -> WhenSuspended {
    match option(params, "configoption4").as_str() {
        "cancel" => WhenSuspended::Cancel,
        _ => WhenSuspended::Keep,
    }
}

/// Option 5; blank, or of another release, is renew: a client must not lose what he pays for to an unread setting. The label
/// may stand where the value is expected.
pub(crate) fn is_renewed(option: &str) -> bool {
    let option = value(option);
    !option.starts_with("let") && !option.starts_with("lapse")
}

/// Option 6, once the client has ticked the field `Backup Access`. Blank, or of another release, is none: what is not
/// certainly meant and agreed to must hand nothing over.
pub(super) fn backup_access(params: &Params) -> BackupAccess {
    let ticked = params.typed_field("customfields", "Backup Access");
    let has_agreed = ticked.is_some_and(|value| value.trim().eq_ignore_ascii_case("on"));
    match option(params, "configoption6").as_str() {
        "hosting" if has_agreed => BackupAccess::HostingAccount,
        _ => BackupAccess::None,
    }
}

/// A drop-down's value; empty when it is absent.
fn option(params: &Params, key: &str) -> String {
    value(&params.text(key).unwrap_or_default())
}

fn value(option: &str) -> String {
    before_pipe(&decoded(option)).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_option_that_is_blank_or_unknown_is_its_default() {
        let read = |option: &str| {
            let params = json!({
                "configoption4": option, "configoption6": option,
                "customfields": {"Backup Access|May we?": "on"},
            });
            let params = params.into();
            (when_suspended(&params), backup_access(&params))
        };
        let defaults = Default::default();
        assert_eq!(read(""), defaults);
        assert_eq!(read("?"), defaults);
        assert_eq!(read("Cancel | x").0, WhenSuspended::Cancel);
        assert!(["renew", "", "?"].into_iter().all(is_renewed));
        assert!(!["lapse", "Let it lapse"].into_iter().any(is_renewed));
        assert_eq!(read("none").1, BackupAccess::None);
        assert_eq!(read("hosting").1, BackupAccess::HostingAccount);
    }

    #[test]
    fn nothing_is_handed_over_that_the_client_has_not_agreed_to() {
        for fields in [
            json!({}),
            json!({"Backup Access": ""}),
            json!({"Backup Access": "off"}),
        ] {
            let params = json!({"configoption6": "hosting", "customfields": fields});
            assert_eq!(backup_access(&params.into()), BackupAccess::None);
        }
    }
}
