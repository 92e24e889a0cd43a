use serde::Serialize;

/// What the client is told: which text of the language file, and the values in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Details {
    /// The text's name.
    pub key: &'static str,
    /// The site's address.
    pub site: String,
    /// Where its owner connects it; empty where the text names none.
    pub url: String,
}
