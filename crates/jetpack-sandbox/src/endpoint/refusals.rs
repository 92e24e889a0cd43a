//! The refusals that are documented, each in one place: for the calls, for the list of errors and
//! for the names of sites that choose one (partner-api.md §4.5, §5.3, §6).

use super::Operation;
use super::Operation::{Cancel, Provision, Status, Upgrades};
use crate::wire::answer::Answer;
use crate::world::{World, label_of, word_of};

/// One documented refusal.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) code: &'static str,
    pub(crate) status: u16,
    /// `%s` stands for the product or the site.
    pub(crate) text: &'static str,
    /// The calls that a site of its name gets it from.
    pub(crate) at: &'static [Operation],
    /// Cause and solution, in our words, where the list of errors has it.
    pub(super) explained: Option<(&'static str, &'static str)>,
}

const fn refusal(code: &'static str, status: u16, text: &'static str, at: &'static [Operation]) -> Refusal {
    Refusal {
        code,
        status,
        text,
        at,
        explained: None,
    }
}

impl Refusal {
    const fn because(self, cause: &'static str, solution: &'static str) -> Self {
        Self {
            explained: Some((cause, solution)),
            ..self
        }
    }

    /// The first label of a host that chooses it: the code without its underscores.
    pub(crate) fn name(&self) -> String {
        match self.code {
            NUMERIC => "numeric".to_owned(),
            code => code.replace('_', ""),
        }
    }
}

/// A fault of the site's XML-RPC that is passed through as a number.
const NUMERIC: &str = "-10520";

/// Where no source states the status it is 400, which the framework answers then (§3).
#[rustfmt::skip] // A table.
pub(crate) static REFUSALS: [Refusal; 32] = [
    refusal("invalid_siteurl", 400, "The required \"siteurl\" argument is missing.", &[])
        .because("The call named no site.", "Send the address where the core files of WordPress are."),
    refusal("invalid_local_user", 400, "The required \"local_user\" argument is missing.", &[])
        .because("The call named no user.", "Send the name, the id or the e-mail address of a user of the site."),
    refusal("invalid_plan", 400, "%s is not a valid plan", &[Provision])
        .because("The slug is not sold to this partner.", "Check the spelling of the slug."),
    refusal("plan_downgrade_disallowed", 400, "Can not automatically downgrade plans. Contact support.", &[Provision])
        .because("The site has a plan that holds more.", "Cancel that plan first."),
    refusal("invalid_scope", 403, "This token is not authorized to provision partner sites", &[Provision, Cancel, Status])
        .because("The token lacks the scope jetpack-partner.", "Ask for a token with that scope."),
    refusal("method_not_found", 400, "%s method not found on remote site.", &[])
        .because("Jetpack is missing, inactive or not reachable, or the site lost its token.",
                 "Activate Jetpack, send the address with https://, or set force_register."),
    refusal("activation_limit_reached", 400, "This key has reached its activation limit for product %s", &[Provision])
        .because("The key has as many live activations as it may have.", "Cancel some, or ask for a higher limit."),
    refusal("could_not_load_product_class", 400, "Could not load a product class", &[Provision])
        .because("The product is not known.", "Check the spelling of the slug."),
    refusal("error_access_token", 500, "Failed to create access token", &[Provision])
        .because("WordPress.com could not make a token.", "Try again later."),
    refusal("failed_registration_unknown_blog", 400, "Remote site returned an invalid site ID", &[Provision])
        .because("The site holds data of an earlier connection.", "Set force_register."),
    refusal("site_inaccessible", 400, "We couldn't contact your site", &[Provision])
        .because("The site did not answer.", "Try again later."),
    refusal("partner_key_disabled", 400, "This key is disabled.", &[Provision, Cancel, Status])
        .because("The key was switched off.", "Contact support."),
    // No source has its code: this one is a guess.
    refusal("already_provisioned", 400, "You already have this plan from this partner.", &[Provision]),
    // Codes of the site that are passed through, `verify_secrets_missing` for all of its kind; the texts are ours.
    refusal(NUMERIC, 400, "Jetpack: [http_request_failed] The site did not answer.", &[Provision]),
    refusal("local_user_missing", 400, "Jetpack: [local_user_missing] The local user is missing.", &[Provision]),
    refusal("user_unknown", 404, "Jetpack: [user_unknown] There is no such user.", &[Provision]),
    refusal("invalid_user", 400, "Jetpack: [invalid_user] The user is not valid.", &[Provision]),
    refusal("input_error", 400, "Jetpack: [input_error] The input is not valid.", &[Provision]),
    refusal("nonce_missing", 400, "Jetpack: [nonce_missing] The nonce is missing.", &[Provision]),
    refusal("invalid_nonce", 400, "Jetpack: [invalid_nonce] The nonce is not valid.", &[Provision]),
    refusal("registration_error", 400, "Jetpack: [registration_error] The site could not be registered.", &[Provision]),
    refusal("already_registered", 400, "Jetpack: [already_registered] The site is registered.", &[Provision]),
    refusal("already_connected", 400, "Jetpack: [already_connected] The user is connected.", &[Provision]),
    refusal("token_fetch_failed", 400, "Jetpack: [token_fetch_failed] There was no token.", &[Provision]),
    refusal("missing_parameter", 400, "Jetpack: [missing_parameter] A parameter is missing.", &[Provision]),
    refusal("verify_secrets_missing", 400, "Jetpack: [verify_secrets_missing] There are no secrets.", &[Provision]),
    refusal("invalid_input", 400, "Unable to delete subscription", &[Cancel]),
    refusal("not_jps_plan", 400, "The plan for this site was not provisioned by Jetpack Start", &[Cancel]),
    refusal("invalid_blog", 403, "The blog ID %s is invalid", &[Cancel, Status, Upgrades]),
    refusal("incorrect_partner_key", 403,
            "Subscriptions can only be cancelled by the oAuth client that created them", &[Cancel]),
    refusal("authorization_required", 403, "An active access token must be used to access this endpoint.", &[]),
    refusal("invalid_token", 401, "The OAuth2 token is invalid.", &[]),
];

/// The documented answer for a code, about a product or a site.
pub(super) fn documented(code: &str, about: &str) -> Answer {
    match REFUSALS.iter().find(|refusal| refusal.code == code) {
        Some(refusal) => {
            let text = refusal.text.replace("%s", about);
            Answer::error(refusal.status, code, text)
        }
        None => Answer::error(400, code, about),
    }
}

/// Refuses a call where the name of the site says so, known or not.
pub(super) fn by_name(world: &World, site: &str, operation: Operation, about: &str) -> Result<(), Answer> {
    let label = world
        .site(site)
        .map_or_else(|| label_of(site), |known| &known.address.label);
    let word = match word_of(label) {
        "nouser" => "localusermissing",
        word => word,
    };
    let named = REFUSALS
        .iter()
        .find(|refusal| refusal.at.contains(&operation) && refusal.name() == word);
    named.map_or(Ok(()), |refusal| Err(documented(refusal.code, about)))
}
