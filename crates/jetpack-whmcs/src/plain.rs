//! Numbers and texts as databases and PHP hand them over, and back.

use std::fmt::Display;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serializer};
use serde_json::Value;

use crate::params;

/// An optional value that is written as its text; an empty text is none.
pub(crate) mod optional_text {
    use super::*;

    pub(crate) fn serialize<T: Display, S: Serializer>(value: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => to.collect_str(value),
            None => to.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, T, D>(from: D) -> Result<Option<T>, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        match params::text(&Value::deserialize(from)?) {
            Some(text) if !text.is_empty() => text.parse().map(Some).map_err(serde::de::Error::custom),
            _ => Ok(None),
        }
    }
}

/// A number that may arrive as its digits, as null, or not at all; those are zero.
pub(crate) fn number<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: FromStr<Err: Display> + Default,
    D: Deserializer<'de>,
{
    Ok(optional_text::deserialize(from)?.unwrap_or_default())
}

/// A list of texts; what is none in it is an empty one.
pub(crate) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let values = Vec::<Value>::deserialize(from)?;
    Ok(values
        .iter()
        .map(|value| params::text(value).unwrap_or_default())
        .collect())
}

/// The same, where none is something else than zero.
pub(crate) fn optional_number<'de, T, D>(from: D) -> Result<Option<T>, D::Error>
where
    T: FromStr<Err: Display>,
    D: Deserializer<'de>,
{
    optional_text::deserialize(from)
}

/// A flag, as a database's tiny integer or PHP's boolean.
pub(crate) fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    let text = params::text(&Value::deserialize(from)?).unwrap_or_default();
    Ok(!matches!(text.as_str(), "" | "0" | "false"))
}

/// A text, where null is an empty one.
pub(crate) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(params::text(&Value::deserialize(from)?).unwrap_or_default())
}

/// A text for WHMCS's own tables, which on many installations hold only the basic plane (`utf8mb3`): a database in strict
/// mode would refuse the whole entry for one emoji.
pub(crate) fn basic(text: &str) -> String {
    let fits = |c: char| {
        if u32::from(c) > 0xFFFF {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    text.chars().map(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::basic;

    #[test]
    fn only_what_is_outside_the_basic_plane_is_replaced() {
        assert_eq!(basic("Zoë 中 🚀."), "Zoë 中 \u{FFFD}.");
    }
}
