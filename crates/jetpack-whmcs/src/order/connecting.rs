use serde::{Deserialize, Serialize};

use crate::Params;

/// How the owner connects a site that is provisioned: the addon's settings `onboarding` and `force_connect`, which are ticks.
/// What is not certainly ticked is off (partner-api.md §4.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Connecting {
    /// He goes through WordPress.com's wizard for new sites.
    pub onboarding: bool,
    /// He is connected anew, although his site has a connected user.
    pub force_connect: bool,
}

impl Connecting {
    pub(crate) fn read(settings: &Params) -> Self {
        let ticked = |name| settings.typed(name).is_some_and(|value| value.trim() == "on");
        Self {
            onboarding: ticked("onboarding"),
            force_connect: ticked("force_connect"),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_ticked_is_off() {
        let read = |given| Connecting::read(&Params::from(given));
        assert_eq!(read(json!({})), Connecting::default());
        assert_eq!(
            read(json!({ "onboarding": "", "force_connect": "off" })),
            Connecting::default()
        );
        let ticked = read(json!({ "onboarding": "on" }));
        assert!(ticked.onboarding && !ticked.force_connect);
        assert!(read(json!({ "force_connect": "on" })).force_connect);
    }
}
