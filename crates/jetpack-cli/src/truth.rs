//! Booleans as people and older scripts write them.

/// `None` for what is neither. What goes out is `1` or nothing: the plugin makes 0 of `true`
/// (partner-api.md §15, CONFLICT 17).
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "1" | "t" | "true" | "y" | "yes" | "on" => Some(true),
        "" | "0" | "f" | "false" | "n" | "no" | "off" => Some(false),
        _ => None,
    }
}
