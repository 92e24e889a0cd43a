//! One line of JSON.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// The members of an object in their order: of two equal names a map would keep one in silence.
#[derive(Debug)]
pub(crate) struct Members(Vec<(String, Value)>);

/// Reads a line. The reason shows no value.
pub(crate) fn read(line: &[u8]) -> Result<Vec<(String, String)>, String> {
    // serde's own message would show values.
    let Members(members) = serde_json::from_slice(line)
        .map_err(|error| format!("it is no JSON object (column {})", error.column()))?;
    let mut values = Vec::new();
    for (name, value) in members {
        let value = match value {
            Value::Null => continue,
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            Value::Bool(truth) => u8::from(truth).to_string(),
            _ => {
                return Err(format!(
                    "{} is neither a text nor a number nor a boolean",
                    super::shown(&name)
                ));
            }
        };
        values.push((name, value));
    }
    Ok(values)
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnObject;
        impl<'de> Visitor<'de> for AnObject {
            type Value = Members;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(AnObject)
    }
}
