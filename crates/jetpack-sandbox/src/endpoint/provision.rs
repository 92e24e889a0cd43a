//! `POST /rest/v1.3/jpphp/provision` (partner-api.md §4).

use serde_json::{Value, json};

use crate::wire::answer::Answer;
use crate::wire::form::Form;
use crate::world::{Address, Order, Product, ProvisionRefusal, Provisioned, World};

/// The body parameters of §4.1 that still exist. Left out on purpose: `local_username` (old
/// name), `wpcom_user_email` (removed), and what belongs into the query.
const KNOWN: [&str; 16] = [
    "local_user",
    "siteurl",
    "plan",
    "force_register",
    "force_connect",
    "onboarding",
    "wpcom_user_id",
    "ssh_user",
    "ssh_pass",
    "ssh_private_key",
    "ssh_host",
    "ssh_port",
    "ftp_user",
    "ftp_pass",
    "ftp_host",
    "ftp_port",
];

/// A password that the sandbox takes for one the host refuses.
pub(super) const REFUSED_PASSWORD: &str = "wrong";

pub(super) fn answer(
    world: &mut World,
    partner: &str,
    fields: &[(String, String)],
    base: &str,
) -> Result<Answer, Answer> {
    let form = Form::read(fields, &KNOWN).map_err(Answer::strict)?;
    let siteurl = form.required("siteurl").ok_or_else(|| {
        Answer::error(
            400,
            "invalid_siteurl",
            "The required \"siteurl\" argument is missing.",
        )
    })?;
    form.required("local_user").ok_or_else(|| {
        Answer::error(
            400,
            "invalid_local_user",
            "The required \"local_user\" argument is missing.",
        )
    })?;
    let address =
        Address::parse(siteurl).map_err(|problem| Answer::error(400, "invalid_siteurl", problem))?;
    let product = form
        .optional("plan")
        .map_err(Answer::strict)?
        .map(find_product)
        .transpose()?;
    let force_register = form.flag("force_register").map_err(Answer::strict)?;
    let force_connect = form.flag("force_connect").map_err(Answer::strict)?;
    let wpcom_user_id = form
        .number("wpcom_user_id", 1..=u64::MAX)
        .map_err(Answer::strict)?;
    check_rest(&form).map_err(Answer::strict)?;

    let ssh = Credentials::read(&form, "ssh");
    let ftp = Credentials::read(&form, "ftp");
    let backup_credentials = [ssh, ftp].contains(&Some(Credentials::Saved));
    let order = Order {
        address,
        product,
        force_register,
        force_connect,
        wpcom_user_id,
        backup_credentials,
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
    Product::find(slug)
        .ok_or_else(|| Answer::error(400, "invalid_plan", format!("{slug} is not a valid plan")))
}

/// Checks the parameters that change nothing in the sandbox, all the same.
fn check_rest(form: &Form<'_>) -> Result<(), String> {
    form.flag("onboarding")?;
    form.number("ssh_port", 1..=u64::from(u16::MAX))?;
    form.number("ftp_port", 1..=u64::from(u16::MAX))?;
    for name in &KNOWN[7..] {
        form.optional(name)?;
    }

    let ssh_secret = form.has("ssh_pass") || form.has("ssh_private_key");
    if form.has("ssh_user") && !ssh_secret {
        return Err("ssh_user without ssh_pass or ssh_private_key".to_owned());
    }
    for name in ["ssh_pass", "ssh_private_key", "ssh_host", "ssh_port"] {
        if form.has(name) && !form.has("ssh_user") {
            return Err(format!("{name} without ssh_user"));
        }
    }
    for name in ["ftp_pass", "ftp_host", "ftp_port"] {
        if form.has(name) && !form.has("ftp_user") {
            return Err(format!("{name} without ftp_user"));
        }
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
    fn read(form: &Form<'_>, protocol: &str) -> Option<Self> {
        if !form.has(&format!("{protocol}_user")) {
            return None;
        }
        match form.required(&format!("{protocol}_pass")) {
            Some(REFUSED_PASSWORD) => Some(Self::Refused),
            _ => Some(Self::Saved),
        }
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

/// Codes and messages of §4.5.
fn refusal(refusal: ProvisionRefusal) -> Answer {
    let (code, message) = match refusal {
        ProvisionRefusal::RegisterNotFound => (
            "method_not_found",
            "remoteRegister method not found on remote site.",
        ),
        ProvisionRefusal::ProvisionNotFound => (
            "method_not_found",
            "remoteProvision method not found on remote site. \
             Try calling again with --force_register=true.",
        ),
        ProvisionRefusal::NoLocalUser => (
            "local_user_missing",
            "Jetpack: [local_user_missing] The local user is missing.",
        ),
        ProvisionRefusal::AlreadyProvisioned => (
            "already_provisioned",
            "You already have this plan from this partner.",
        ),
        ProvisionRefusal::Downgrade => (
            "plan_downgrade_disallowed",
            "Can not automatically downgrade plans. Contact support.",
        ),
        ProvisionRefusal::LimitReached(slug) => {
            let message = format!("This key has reached its activation limit for product {slug}");
            return Answer::error(400, "activation_limit_reached", message);
        }
        ProvisionRefusal::AnotherPartner => (
            "sandbox_another_partner",
            "Another key has an overlapping product on the site; no source says what happens then.",
        ),
    };
    Answer::error(400, code, message)
}
