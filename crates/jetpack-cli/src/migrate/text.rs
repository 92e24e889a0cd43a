//! Looks for version 1.2 in a text. A line may hold secrets, so findings name it by number only.

use super::Finding;

/// A word of version 1.2, what to do about it, and whether that must be.
struct Rule {
    word: &'static str,
    change: &'static str,
    required: bool,
}

const fn must(word: &'static str, change: &'static str) -> Rule {
    Rule {
        word,
        change,
        required: true,
    }
}

const fn may(word: &'static str, change: &'static str) -> Rule {
    Rule {
        word,
        change,
        required: false,
    }
}

/// partner-api.md §13; the last ones from §2, §4.1, §6 and CONFLICT 3, 12, 17.
const RULES: &[Rule] = &[
    must("rest/v1.2", "The base is /rest/v1.3 now."),
    must("rest/v1.1/jpphp", "The base is /rest/v1.3 now."),
    must(
        "jpphp/product-keys",
        "Provision with POST /rest/v1.3/jpphp/provision.",
    ),
    must(
        "cancel-subscription",
        "Cancel with POST /rest/v1.3/jpphp/{site}/partner-cancel; {site} is host::path or the blog id.",
    ),
    must(
        "site_url",
        "The site's address is sent as siteurl: the core files' address with https://.",
    ),
    must("site_name", "Leave it out: WordPress.com asks the site itself."),
    must("site_lang", "Leave it out: WordPress.com asks the site itself."),
    must("user_role", "Leave it out: WordPress.com asks the site itself."),
    must(
        "akismet_api_key",
        "It is not in the answer any more: WordPress.com installs Akismet and sets its key.",
    ),
    must(
        "vaultpress_registration_key",
        "It is not in the answer any more: WordPress.com sets up backups.",
    ),
    must(
        "jetpack_id",
        "It is not in the answer any more: Jetpack must be installed and active, WordPress.com registers it.",
    ),
    must(
        "jetpack_secret",
        "It is not in the answer any more: WordPress.com registers the site.",
    ),
    must(
        "jetpack_access_token",
        "It is not in the answer any more: WordPress.com connects the user, or next_url does.",
    ),
    must(
        "oauth2/authorize",
        "No OAuth of the end user: get a token with grant_type=client_credentials and scope=jetpack-partner.",
    ),
    must(
        "authorization_code",
        "No OAuth of the end user: get a token with grant_type=client_credentials and scope=jetpack-partner. \
         (The reporting endpoints still use it.)",
    ),
    must("local_username", "The parameter is local_user."),
    may(
        "wpcom_user_email",
        "It has no effect: the API removed it in 2018.",
    ),
    may(
        "force_register=true",
        "Write 1: the plugin's code makes 0 of \"true\".",
    ),
    may(
        "force_connect=true",
        "Write 1: the plugin's code makes 0 of \"true\".",
    ),
    may(
        "partner-provision.sh",
        "The plugin no longer ships it: \"jetpack-partner provision\" takes the same flags.",
    ),
    may(
        "partner-cancel.sh",
        "The plugin no longer ships it: \"jetpack-partner cancel\" takes the same flags and --url.",
    ),
    may(
        "partner_cancel.sh",
        "The plugin no longer ships it: \"jetpack-partner cancel\" takes the same flags and --url.",
    ),
];

/// What a text that uses the API in any version holds.
const SIGNS: [&str; 7] = [
    "jpphp",
    "public-api.wordpress.com",
    "jetpack-partner",
    "jetpack_partner",
    "partner-provision",
    "partner-cancel",
    "partner_cancel",
];

/// Whether the text uses the API at all.
pub(super) fn uses_api(text: &str) -> bool {
    SIGNS.iter().any(|sign| text.contains(sign)) || !check(text).is_empty()
}

/// Finds what has to change. Each word counts once a line.
pub(super) fn check(text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for rule in RULES.iter().filter(|rule| holds_word(line, rule.word)) {
            findings.push(Finding {
                line: Some(index + 1),
                found: rule.word.to_owned(),
                change: rule.change.to_owned(),
                required: rule.required,
            });
        }
        if line.contains("rest/v1.3/jpphp") && line.contains("/status") {
            findings.push(Finding {
                line: Some(index + 1),
                found: "rest/v1.3 .../status".to_owned(),
                change: "Version 1.4 of the status is the current one.".to_owned(),
                required: false,
            });
        }
    }
    findings
}

/// Not inside a longer name: `site_url` is not in `my_site_url_old`.
fn holds_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        check(text).into_iter().map(|finding| finding.found).collect()
    }

    #[test]
    fn version_1_2_is_found_with_its_line() {
        let text =
            "#!/bin/sh\ncurl https://public-api.wordpress.com/rest/v1.2/jpphp/product-keys -d site_url=x\n";
        assert_eq!(found(text), ["rest/v1.2", "jpphp/product-keys", "site_url"]);
        assert!(check(text).iter().all(|finding| finding.line == Some(2)));
    }

    #[test]
    fn version_1_3_has_nothing_to_change() {
        assert!(found("POST /rest/v1.3/jpphp/provision siteurl=x local_user=1 my_site_url_old").is_empty());
    }
}
