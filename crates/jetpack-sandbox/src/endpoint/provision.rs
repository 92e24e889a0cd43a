//! `POST /rest/v1.3/jpphp/provision` (partner-api.md §4).

use std::num::{NonZeroU16, NonZeroU64};

use serde::Deserialize;
use serde_json::{Value, json};

use super::Operation;
use super::credentials::REFUSED_PASSWORD;
use super::refusals::{self, documented};
use crate::wire::answer::Answer;
use crate::wire::form::{self, Pairs};
use crate::world::{Address, Order, Product, ProvisionRefusal, Provisioned, World, word_of};

/// The body parameters of §4.1 that still exist. Left out on purpose: `wpcom_user_email`
/// (removed), and what belongs into the query. What changes nothing here has to be well-formed, too.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Parameters {
    siteurl: String,
    /// The old name still stands in the documents' own curl sample (conflict 3).
    #[serde(alias = "local_username")]
    local_user: String,
    plan: Option<String>,
    force_register: bool,
    force_connect: bool,
    onboarding: bool,
    wpcom_user_id: Option<NonZeroU64>,
    ssh_user: Option<String>,
    ssh_pass: Option<String>,
    ssh_private_key: Option<String>,
    ssh_host: Option<String>,
    ssh_port: Option<NonZeroU16>,
    ftp_user: Option<String>,
    ftp_pass: Option<String>,
    ftp_host: Option<String>,
    ftp_port: Option<NonZeroU16>,
}

pub(super) fn answer(world: &mut World, partner: &str, fields: &Pairs, base: &str) -> Result<Answer, Answer> {
    let sent: Parameters = form::read(fields).map_err(Answer::strict)?;
    for (name, value) in [("siteurl", &sent.siteurl), ("local_user", &sent.local_user)] {
        if value.is_empty() {
            return Err(documented(&format!("invalid_{name}"), ""));
        }
    }
    let address =
        Address::parse(&sent.siteurl).map_err(|problem| Answer::error(400, "invalid_siteurl", problem))?;
    let product = sent.plan.as_deref().map(find_product).transpose()?;
    check_credentials(&sent).map_err(Answer::strict)?;

    // With force it goes on (§4.5, the column "Retry").
    let is_mended = sent.force_register && word_of(&address.label) == "failedregistrationunknownblog";
    if !is_mended {
        let slug = sent.plan.as_deref().unwrap_or_default();
        refusals::by_name(world, &address.identifier, Operation::Provision, slug)?;
    }

    let ssh = Credentials::of(sent.ssh_user.as_ref(), sent.ssh_pass.as_deref());
    let ftp = Credentials::of(sent.ftp_user.as_ref(), sent.ftp_pass.as_deref());
    let order = Order {
        address,
        product,
        force_register: sent.force_register,
        force_connect: sent.force_connect,
        wpcom_user_id: sent.wpcom_user_id.map(NonZeroU64::get),
        backup_credentials: [ssh, ftp].contains(&Some(Credentials::Saved)),
    };
    let provisioned = world.provision(partner, order).map_err(refusal)?;

    let mut body = success(provisioned, base);
    Credentials::report(ssh, "ssh", &mut body);
    Credentials::report(ftp, "ftp", &mut body);
    Ok(Answer::ok(body))
}

/// The cases of §4.4.
fn success(provisioned: Provisioned, base: &str) -> Value {
    match provisioned {
        Provisioned::Applied {
            sign_on_url,
            access_token,
        } => {
            let mut body = json!({ "success": true, "auth_required": false, "next_url": sign_on_url });
            if let Some(token) = access_token {
                body["access_token"] = json!(token);
            }
            body
        }
        Provisioned::AwaitsOwner { blog_id, nonce } => {
            let link =
                format!("{base}/jetpack.authorize/1/?response_type=code&client_id={blog_id}&nonce={nonce}");
            json!({ "success": true, "auth_required": true, "next_url": link })
        }
        Provisioned::AwaitsName => json!({ "success": true, "auth_required": true, "next_url": "" }),
    }
}

pub(super) fn find_product(slug: &str) -> Result<Product, Answer> {
    Product::find(slug).ok_or_else(|| documented("invalid_plan", slug))
}

/// No half credentials (§4.1).
fn check_credentials(sent: &Parameters) -> Result<(), String> {
    let has_secret = sent.ssh_pass.is_some() || sent.ssh_private_key.is_some();
    if sent.ssh_user.is_some() && !has_secret {
        return Err("ssh_user without ssh_pass or ssh_private_key".to_owned());
    }
    if sent.ssh_user.is_none() && (has_secret || sent.ssh_host.is_some() || sent.ssh_port.is_some()) {
        return Err("parameters of ssh without ssh_user".to_owned());
    }
    let has_ftp = sent.ftp_pass.is_some() || sent.ftp_host.is_some() || sent.ftp_port.is_some();
    if sent.ftp_user.is_none() && has_ftp {
        return Err("parameters of ftp without ftp_user".to_owned());
    }
    Ok(())
}

/// What became of SSH or FTP credentials (§4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Credentials {
    Saved,
    Refused,
}

impl Credentials {
    /// `None` when none were sent.
    fn of(user: Option<&String>, password: Option<&str>) -> Option<Self> {
        user.map(|_| match password {
            Some(REFUSED_PASSWORD) => Self::Refused,
            _ => Self::Saved,
        })
    }

    /// Adds `ssh_set` and `ssh_error`, which are only there when credentials were sent.
    fn report(outcome: Option<Self>, protocol: &str, body: &mut Value) {
        let Some(outcome) = outcome else {
            return;
        };
        let error = match outcome {
            Self::Saved => "",
            Self::Refused => "The host refused the credentials.",
        };
        body[format!("{protocol}_set")] = json!(outcome == Self::Saved);
        body[format!("{protocol}_error")] = json!(error);
    }
}

fn refusal(refusal: ProvisionRefusal) -> Answer {
    match refusal {
        ProvisionRefusal::RegisterNotFound => documented("method_not_found", "remoteRegister"),
        ProvisionRefusal::ProvisionNotFound => Answer::error(
            400,
            "method_not_found",
            "remoteProvision method not found on remote site. \
             Try calling again with --force_register=true.",
        ),
        ProvisionRefusal::AlreadyProvisioned => documented("already_provisioned", ""),
        ProvisionRefusal::Downgrade => documented("plan_downgrade_disallowed", ""),
        ProvisionRefusal::LimitReached(slug) => documented("activation_limit_reached", slug),
        ProvisionRefusal::AnotherPartner => Answer::error(
            400,
            "sandbox_another_partner",
            "Another key has an overlapping product on the site; no source says what happens then.",
        ),
    }
}
