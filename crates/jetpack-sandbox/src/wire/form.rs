//! From the pairs of a body or a query to the parameters of an endpoint.

use std::fmt::Display;

use serde::de::value::{Error, MapDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// Parameters by name, in the order they were sent, duplicates kept.
pub(crate) type Pairs = [(String, String)];

/// Reads parameters into a type, which is to have `deny_unknown_fields`. The error is half a
/// sentence that names the parameter; each endpoint puts it into its own shape.
///
/// An optional parameter that is sent empty is refused, and so is one that is given twice.
pub(crate) fn read<T: DeserializeOwned>(pairs: &Pairs) -> Result<T, String> {
    let pairs = pairs
        .iter()
        .map(|(name, text)| (name.as_str(), Text { name, text }));
    T::deserialize(MapDeserializer::new(pairs)).map_err(|error| error.to_string())
}

/// For endpoints without parameters.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// One value, which is text whatever it stands for.
#[derive(Clone, Copy)]
struct Text<'a> {
    name: &'a str,
    text: &'a str,
}

impl Text<'_> {
    fn refuse(&self, problem: impl Display) -> Error {
        Error::custom(format!("\"{}\" {problem}", self.name))
    }

    /// Says whose value it is, unless that is said.
    fn name(&self, error: Error) -> Error {
        let text = error.to_string();
        if text.starts_with(&format!("\"{}\"", self.name)) {
            return error;
        }
        self.refuse(format!("is wrong: {text}"))
    }

    fn number(&self) -> Result<u64, Error> {
        // parse() alone would take "+22".
        let is_plain = self.text.bytes().all(|byte| byte.is_ascii_digit());
        let number = self.text.parse().ok().filter(|_| is_plain);
        number.ok_or_else(|| self.refuse(format!("is not a number but \"{}\"", self.text)))
    }
}

impl<'de> IntoDeserializer<'de, Error> for Text<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Text<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text).map_err(|error| self.name(error))
    }

    /// The spellings of partner-api.md §3.
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.text.to_ascii_lowercase().as_str() {
            "1" | "t" | "true" => visitor.visit_bool(true),
            "0" | "f" | "false" => visitor.visit_bool(false),
            _ => Err(self.refuse(format!("is not a boolean but \"{}\"", self.text))),
        }
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor
            .visit_u64(self.number()?)
            .map_err(|error| self.name(error))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.text.is_empty() {
            return Err(self.refuse("is empty"));
        }
        visitor.visit_some(self).map_err(|error| self.name(error))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Sample {
        plan: Option<String>,
        force: bool,
        port: Option<NonZeroU16>,
        siteurl: String,
    }

    fn sample(list: &[(&str, &str)]) -> Result<Sample, String> {
        let pairs: Vec<_> = list
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        read(&pairs)
    }

    #[test]
    fn unknown_and_repeated_parameters_are_refused_by_name() {
        for (pairs, name) in [
            (&[("plam", "x")][..], "plam"),
            (&[("plan", "x"), ("plan", "x")], "plan"),
            (&[("plan", "")], "plan"),
            (&[("port", "")], "port"),
        ] {
            let refused = sample(pairs).unwrap_err();
            assert!(refused.contains(name), "{refused}");
        }
        let taken = sample(&[("plan", "x"), ("siteurl", "")]).unwrap();
        assert_eq!((taken.plan.as_deref(), taken.siteurl.as_str()), (Some("x"), ""));
    }

    #[test]
    fn only_documented_spellings_are_booleans() {
        for (spelling, expected) in [
            ("1", Some(true)),
            ("T", Some(true)),
            ("TRUE", Some(true)),
            ("0", Some(false)),
            ("f", Some(false)),
            ("False", Some(false)),
            ("yes", None),
            ("on", None),
            ("", None),
            ("2", None),
        ] {
            let read = sample(&[("force", spelling)]);
            assert_eq!(read.ok().map(|sample| sample.force), expected, "{spelling:?}");
        }
    }

    #[test]
    fn numbers_are_digits_within_their_range() {
        for (text, expected) in [("22", Some(22)), ("0", None), ("65536", None), ("+22", None)] {
            let read = sample(&[("port", text)]);
            let port = read.as_ref().ok().and_then(|sample| sample.port);
            assert_eq!(port.map(NonZeroU16::get), expected, "{text}");
            assert!(read.is_ok() || read.unwrap_err().contains("\"port\""), "{text}");
        }
    }
}
