//! The case a site plays, chosen by its name.

/// How WordPress.com finds a site when it looks, before anything else happened to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Character {
    /// `connected…`: already connected (partner-api.md §4.4 case A).
    Connected,
    /// `unresolved…`: its name does not resolve (case C).
    Unresolved,
    /// `nojetpack…`: Jetpack is missing or inactive (§4.6).
    NoJetpack,
    /// `stale…`: WordPress.com holds a token that the site lost (§4.6).
    Stale,
    /// `nojson…`: its JSON API is switched off, so a look-up lacks the key `jetpack` (§12).
    NoJson,
    /// Any other name: reachable, to be connected by its owner (case B).
    Ordinary,
}

impl Character {
    pub(crate) fn of_label(label: &str) -> Self {
        match word_of(label) {
            "connected" => Self::Connected,
            "unresolved" => Self::Unresolved,
            "nojetpack" => Self::NoJetpack,
            "stale" => Self::Stale,
            "nojson" => Self::NoJson,
            _ => Self::Ordinary,
        }
    }
}

/// What counts of the first label of a host: all up to its first digit or hyphen.
pub(crate) fn word_of(label: &str) -> &str {
    let end = |letter: char| letter.is_ascii_digit() || letter == '-';
    label.split(end).next().unwrap_or_default()
}

/// The first label of the host in a `host::path`.
pub(crate) fn label_of(site: &str) -> &str {
    site.split(['.', ':']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_hyphens_end_the_word_that_counts() {
        assert_eq!(Character::of_label("connected"), Character::Connected);
        assert_eq!(Character::of_label("connected1"), Character::Connected);
        assert_eq!(Character::of_label("stale-7"), Character::Stale);
        assert_eq!(Character::of_label("connectedness"), Character::Ordinary);
        assert_eq!(Character::of_label("www"), Character::Ordinary);
    }
}
