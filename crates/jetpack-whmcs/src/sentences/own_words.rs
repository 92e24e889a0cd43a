use jetpack_partner::{ApiError, is_invisible};

/// Longest text of the API's that is shown; the whole one is in the module log.
const LONGEST: usize = 200;

/// What the API said, for staff, where we know no better: one line, short, and without what could be markup or turn the line
/// around. Its code is in the module log.
pub(super) fn own_words(error: &ApiError) -> String {
    let plain: String = error.message.chars().map(harmless).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line = words.join(" ");
    if line.is_empty() {
        return format!("HTTP status {}, with no explanation", error.status);
    }
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.trim_end_matches(['.', ' ']).to_owned(),
    }
}

/// The character, or a blank for one that a page or a terminal might take for more than itself.
fn harmless(c: char) -> char {
    match c {
        '<' | '>' | '"' | '&' | '`' | '{' | '}' => ' ',
        c if is_invisible(c) => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(message: &str) -> String {
        own_words(&ApiError {
            status: 418,
            code: "never_heard_of".into(),
            message: message.into(),
        })
    }

    #[test]
    fn markup_controls_and_line_breaks_become_blanks() {
        assert_eq!(
            said("<b onclick=\"x\">Bad</b> &amp; {worse}.\n\nMore\u{7}."),
            "b onclick= x Bad /b amp; worse . More"
        );
    }

    #[test]
    fn a_line_cannot_be_turned_around_or_hold_what_is_not_seen() {
        assert_eq!(said("\u{202e}live\u{2066} plan\u{200b}s\u{feff}"), "live plan s");
        assert_eq!(said("ne peut être trouvé"), "ne peut être trouvé");
    }

    #[test]
    fn what_is_very_long_is_cut_at_a_whole_character() {
        let cut = said(&"é".repeat(5_000));
        assert_eq!((cut.chars().count(), cut.ends_with('…')), (LONGEST + 1, true));
        assert_eq!(said(&"é".repeat(LONGEST)).chars().count(), LONGEST);
    }

    #[test]
    fn silence_is_told_as_the_status() {
        for nothing in ["", " \n", "<>"] {
            assert_eq!(said(nothing), "HTTP status 418, with no explanation");
        }
    }
}
