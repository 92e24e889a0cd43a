use serde::{Deserialize, Serialize};

use crate::Params;

/// The addon's setting `reminders`: which mails tell an owner to connect his site. Whoever never saved the setting has all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reminders {
    /// The first, and those that remind of it.
    #[default]
    All,
    /// The first alone, which goes out at once where no welcome mail did.
    First,
    /// None.
    None,
}

impl Reminders {
    pub(crate) fn read(settings: &Params) -> Self {
        match settings.typed("reminders").unwrap_or_default().trim() {
            "first" => Self::First,
            "none" => Self::None,
            _ => Self::All,
        }
    }

    /// Whether the mail of this number goes out, counted from 1 for each term; one that comes late is still the first.
    pub(crate) fn has(self, number: u8) -> bool {
        match self {
            Self::All => true,
            Self::First => number == 1,
            Self::None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn all_mails_go_out_unless_the_setting_says_so() {
        let sent = |given: &str| {
            let reminders = Reminders::read(&json!({ "reminders": given }).into());
            [1, 2, 3].map(|number| reminders.has(number))
        };
        for all in ["all", "", "weekly"] {
            assert_eq!(sent(all), [true; 3], "{all}");
        }
        assert_eq!(sent("first"), [true, false, false]);
        assert_eq!(sent("none"), [false; 3]);
        assert_eq!(Reminders::read(&Params::default()), Reminders::All);
    }
}
