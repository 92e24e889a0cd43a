//! What a developer needs to know, on the front page: keys, an example, names, the control plane.

use maud::{Markup, html};

use crate::endpoint::{REFUSALS, Refusal};
use crate::shared::Shared;

/// Sites whose name does not choose a refusal, and what a provision call makes of them.
const CASES: [(&str, &str); 6] = [
    ("connected", "Is connected: the plan is active at once."),
    (
        "unresolved",
        "Its name does not resolve: pending, without a link.",
    ),
    ("nojetpack", "400 method_not_found: Jetpack is missing."),
    (
        "stale",
        "400 method_not_found: the site lost its token. With force_register=1 the plan is active.",
    ),
    ("nouser", "400 local_user_missing."),
    (
        "nojson",
        "The look-up of the site does not say whether it has Jetpack.",
    ),
];

/// Call, body, effect.
#[rustfmt::skip] // A table.
const CALLS: [(&str, &str, &str); 17] = [
    ("GET /_sandbox/state", "", "Keys, sites and plans; ?page=2, ?page=all, ?site=shop.test"),
    ("GET /_sandbox/requests", "", "What arrived; ?after=17, ?operation=provision"),
    ("POST /_sandbox/reset", "", "Everything is forgotten"),
    ("POST /_sandbox/sites/{site}/connect", "", "The owner approves"),
    ("POST /_sandbox/sites/{site}/resolve", "", "The name resolves from now on"),
    ("POST /_sandbox/sites/{site}/lapse", "", "What is pending there has waited too long"),
    ("POST /_sandbox/clock", r#"{"advance_days":14}"#, "Days pass; pending plans lapse"),
    ("GET /_sandbox/faults", "", "The faults to come"),
    ("POST /_sandbox/faults", r#"{"on":"provision","kind":"reset","commit":true}"#, "One fault, or a list"),
    ("DELETE /_sandbox/faults", "", "No faults to come"),
    ("GET /_sandbox/chaos", "", "The random faults"),
    ("POST /_sandbox/chaos", r#"{"rate":0.2,"seed":7}"#, "Random faults"),
    ("DELETE /_sandbox/chaos", "", "No random faults"),
    ("POST /_sandbox/keys", r#"{"client_id":"a","client_secret":"b"}"#, "One more key; also disabled, auto_connect, limits"),
    ("POST /_sandbox/tokens/revoke", "", "No token is good any more"),
    ("POST /_sandbox/user-token", r#"{"token":"t"}"#, "Another bearer of the report"),
    ("POST /_sandbox/error-code-keys", r#"{"on":true}"#, "Errors say error_code and error_message"),
];

/// The sandbox's own keys. A secret that was changed later is not shown: it may be anybody's.
fn own_keys(shared: &Shared) -> Vec<(&str, Option<&str>)> {
    let inner = shared.lock();
    let keys = shared.settings.keys.iter().map(|(client_id, secret)| {
        let is_own = inner.world.has_secret(client_id, secret);
        (client_id.as_str(), is_own.then_some(secret.as_str()))
    });
    keys.collect()
}

/// Credentials, and a call to paste.
pub(super) fn start(shared: &Shared) -> Markup {
    let keys = own_keys(shared);
    let is_user_token = shared.lock().world.is_user_token(&shared.settings.user_token);
    html! {
        p { "Point your integration to " code { (shared.url) } " instead of "
            code { "https://public-api.wordpress.com" } " and use:" }
        dl {
            @for (client_id, secret) in &keys {
                dt { "Partner id" } dd { code { (client_id) } }
                dt { "Partner secret" } dd { (shown(*secret)) }
            }
            @if keys.is_empty() { dt { "Partner id" } dd { "none; add one with POST /_sandbox/keys" } }
            dt { "User token, for the report" }
            dd { (shown(is_user_token.then_some(shared.settings.user_token.as_str()))) }
        }
        @if let Some((client_id, secret)) = keys.first() {
            p { "Get a token, then provision a plan:" }
            pre id="example" { (example(shared, client_id, secret.unwrap_or("…"))) }
            @if shared.settings.tls { p.note { "ca.pem is the file that --tls-ca names." } }
        }
    }
}

fn shown(secret: Option<&str>) -> Markup {
    html! { @match secret {
        Some(secret) => code { (secret) },
        None => span.note { "changed since the start, and not shown" },
    } }
}

fn curl(shared: &Shared) -> &'static str {
    if shared.settings.tls {
        "curl -s --cacert ca.pem"
    } else {
        "curl -s"
    }
}

fn example(shared: &Shared, client_id: &str, secret: &str) -> String {
    let (curl, url) = (curl(shared), &shared.url);
    let (id, secret) = (
        quoted(&format!("client_id={client_id}")),
        quoted(&format!("client_secret={secret}")),
    );
    format!(
        "TOKEN=$({curl} {url}/oauth2/token \\\n  \
         -d grant_type=client_credentials -d scope=jetpack-partner \\\n  \
         --data-urlencode {id} \\\n  --data-urlencode {secret} |\n  \
         sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\n\
         {curl} {url}/rest/v1.3/jpphp/provision \\\n  \
         -H \"Authorization: Bearer $TOKEN\" \\\n  \
         -d siteurl=https://shop.example.test -d local_user=admin -d plan=premium\n"
    )
}

/// One word for a shell, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The names of sites that choose a case.
pub(super) fn names() -> Markup {
    html! {
        p { "The first label of the host of " code { "siteurl" } ", up to its first digit or hyphen: "
            code { "connected" } ", " code { "connected1.example.test" } " and " code { "connected-7.shop.test" }
            " are the same case. Any other name is pending, with a link to a page where you approve." }
        (list(CASES.iter().map(|(name, what)| (html! { code { (name) } }, html! { (what) }))))
        details {
            summary { "Names that are refused with any documented code" }
            p { "The code without its underscores, whether the site is known or not:" }
            (list(named().map(|refusal| (
                html! { code { (refusal.name()) } },
                html! {
                    (refusal.status) " " code { (refusal.code) } " from "
                    (refusal.at.iter().map(|at| at.name()).collect::<Vec<_>>().join(", "))
                    br; span.note { (refusal.text) }
                },
            ))))
        }
    }
}

/// A table of two columns, which stand one above the other on a small screen.
fn list(rows: impl Iterator<Item = (Markup, Markup)>) -> Markup {
    html! { table.stacks { @for (what, meaning) in rows { tr { td { (what) } td { (meaning) } } } } }
}

fn named() -> impl Iterator<Item = &'static Refusal> {
    REFUSALS.iter().filter(|refusal| !refusal.at.is_empty())
}

/// What a test or a person can change.
pub(super) fn control(shared: &Shared) -> Markup {
    let (curl, url) = (curl(shared), &shared.url);
    html! {
        p { "JSON, without authentication. The owner approves, then the next provision call fails:" }
        pre id="control-example" {
            (curl) " -X POST " (url) "/_sandbox/sites/shop.example.test/connect\n"
            (curl) " " (url) "/_sandbox/faults -d '{\"on\":\"provision\",\"kind\":\"status\",\"status\":503}'\n"
        }
        (list(CALLS.iter().map(|(call, body, effect)| (
            html! { code { (call) } },
            html! { (effect) @if !body.is_empty() { br; code.note { (body) } } },
        ))))
        p.note { "From a shell: " code { "jetpack-sandbox trigger connected shop.example.test --url " (url) }
            ", or lapse, or reset. A page of another site gets 403." }
    }
}

/// So that nobody takes a green test for a promise of WordPress.com's.
pub(super) fn limits() -> Markup {
    html! { ul {
        li { "It is not WordPress.com: it plays what the documents say, and is stricter. An unknown parameter "
            "or an odd boolean is refused with a code that begins with " code { "sandbox_" } "." }
        li { "Nothing leaves this machine: no site is called, no SSH or FTP login is tried, nothing is billed." }
        li { "Time stands still until it is told to pass; tokens last for ever; nothing is throttled unless "
            "a fault says so." }
        li { "It has no users, magic links, invoices or Jetpack on the site itself." }
        li { "It shows everything it was sent, secrets included. Give it none that matter." }
    } }
}
