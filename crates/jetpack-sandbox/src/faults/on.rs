//! `on` in JSON: an operation or the word `any`.

use serde::de::{Deserializer, Error, IntoDeserializer, value};
use serde::{Deserialize, Serialize, Serializer};

use crate::Operation;

pub(crate) fn serialize<S: Serializer>(on: &Option<Operation>, serializer: S) -> Result<S::Ok, S::Error> {
    match on {
        Some(operation) => operation.serialize(serializer),
        None => serializer.serialize_str("any"),
    }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Operation>, D::Error> {
    let word = String::deserialize(deserializer)?;
    if word == "any" {
        return Ok(None);
    }
    let name: value::StrDeserializer<'_, value::Error> = word.as_str().into_deserializer();
    Operation::deserialize(name).map(Some).map_err(D::Error::custom)
}
