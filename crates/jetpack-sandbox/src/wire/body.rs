//! The three encodings a request body may have (partner-api.md §2.1).

use axum::body::Body;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::percent;

/// How a body was encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// There was no body.
    Empty,
    /// `application/x-www-form-urlencoded`.
    Urlencoded,
    /// `multipart/form-data`, with a boundary.
    Multipart,
    /// A JSON object of plain values.
    Json,
}

/// A decoded body: its fields in the order they were sent, duplicates kept.
#[derive(Debug)]
pub(crate) struct Fields {
    pub(crate) encoding: Encoding,
    pub(crate) fields: Vec<(String, String)>,
}

/// Decodes a body by its content type; leniently where the documents' own sample leaves a `%`
/// as it is (partner-api.md §9). The error is half a sentence.
pub(crate) async fn decode(
    content_type: Option<&str>,
    body: Bytes,
    leniently: bool,
) -> Result<Fields, String> {
    if body.is_empty() {
        return Ok(Fields {
            encoding: Encoding::Empty,
            fields: Vec::new(),
        });
    }
    let Some(content_type) = content_type else {
        return Err("a body without a Content-Type".to_owned());
    };
    let essence = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();

    let (encoding, fields) = match essence.as_str() {
        "application/x-www-form-urlencoded" => {
            let text = std::str::from_utf8(&body).map_err(|_| "the body is not UTF-8")?;
            let fields = match leniently {
                true => percent::decode_pairs_leniently(text),
                false => percent::decode_pairs(text)?,
            };
            (Encoding::Urlencoded, fields)
        }
        "multipart/form-data" => (Encoding::Multipart, multipart(content_type, body).await?),
        "application/json" => (Encoding::Json, json(&body)?),
        other => return Err(format!("a body of the type \"{other}\"")),
    };
    Ok(Fields { encoding, fields })
}

async fn multipart(content_type: &str, body: Bytes) -> Result<Vec<(String, String)>, String> {
    // The documented curl call really sends "multipart/form-data;; boundary=..." (§2.1), which works.
    let parameters = content_type
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let content_type = parameters.collect::<Vec<_>>().join("; ");
    let request = Request::builder()
        .header(CONTENT_TYPE, content_type)
        .body(Body::from(body))
        .map_err(|error| error.to_string())?;
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|error| error.body_text())?;

    let mut fields = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|error| error.body_text())? {
        let Some(name) = part.name().map(str::to_owned) else {
            return Err("a multipart field without a name".to_owned());
        };
        if part.file_name().is_some() {
            return Err(format!("\"{name}\" is sent as a file"));
        }
        let value = part.bytes().await.map_err(|error| error.body_text())?;
        let value = String::from_utf8(value.to_vec()).map_err(|_| format!("\"{name}\" is not UTF-8"))?;
        fields.push((name, value));
    }
    Ok(fields)
}

fn json(body: &[u8]) -> Result<Vec<(String, String)>, String> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let members = reader
        .deserialize_map(Members)
        .map_err(|error| error.to_string())?;
    reader.end().map_err(|error| error.to_string())?;

    members
        .into_iter()
        .map(|(name, value)| match value {
            Value::String(text) => Ok((name, text)),
            Value::Bool(flag) => Ok((name, flag.to_string())),
            Value::Number(number) => Ok((name, number.to_string())),
            _ => Err(format!("\"{name}\" is not a plain value")),
        })
        .collect()
}

/// Keeps the members of a JSON object as a list, where a map would let the last
/// of two equal names win in silence.
struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, Value)>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_json_body_keeps_duplicates_and_plain_values_only() {
        let fields = json(br#"{"plan":"a","plan":"b","force_register":true,"ssh_port":22}"#);
        let texts: Vec<String> = fields.unwrap().into_iter().map(|(_, value)| value).collect();
        assert_eq!(texts, ["a", "b", "true", "22"]);

        assert!(json(b"[]").is_err());
        assert!(json(br#"{"plan":["a"]}"#).is_err());
        assert!(json(br#"{"plan":null}"#).is_err());
        assert!(json(br#"{"plan":"a"} x"#).is_err());
    }
}
