use crate::Params;

/// The addon's setting `drift`: whether a plan that is found gone, or replaced, is provisioned again as it was sold. Whoever never
/// saved the setting is only told.
pub(crate) fn repairs(settings: &Params) -> bool {
    settings
        .typed("drift")
        .is_some_and(|given| given.trim() == "repair")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_is_put_right_unless_the_setting_says_so() {
        for (given, expected) in [("repair", true), ("report", false), ("", false), ("yes", false)] {
            assert_eq!(repairs(&json!({ "drift": given }).into()), expected, "{given}");
        }
        assert!(!repairs(&Params::default()));
    }
}
