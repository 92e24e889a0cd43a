//! What the API answers to a table of calls, in words. The same table is run against the sandbox
//! by the tests, and against WordPress.com by the example `conformance` for whoever has a test key.
//!
//! Nothing here can be billed: the sites' names do not resolve, so a plan at most waits for them,
//! and each is cancelled at the end.

use std::time::Duration;

use jetpack_partner::{
    Call, Cancelled, Client, Deadline, Error, Provision, ProvisionRequest, SiteRef, SiteUrl, Verified,
};

/// One call, and the answers that the documentation leaves open.
pub struct Case {
    /// What is asked.
    pub name: &'static str,
    /// What may come of it, in the words of `word`.
    pub expected: &'static [&'static str],
    /// What did.
    pub observed: String,
}

impl Case {
    /// Whether the answer is one of those expected.
    pub fn holds(&self) -> bool {
        self.expected.contains(&self.observed.as_str())
    }
}

/// Runs the table. `nonce` makes the sites' names unique to this run; `wrong_key` is a client with
/// a secret that is not the key's.
pub async fn run(client: &Client, wrong_key: &Client, nonce: &str) -> Vec<Case> {
    let site: SiteUrl = format!("https://unresolved-{nonce}.example.com/a/b")
        .parse()
        .unwrap();
    let never = SiteRef::from(
        &format!("https://never-{nonce}.example.com")
            .parse::<SiteUrl>()
            .unwrap(),
    );
    let place = SiteRef::from(&site);
    let plan = |slug: &str| slug.parse().unwrap();
    let order = |slug| ProvisionRequest::new(site.clone(), "admin".to_owned(), Some(plan(slug)));
    let mut cases = Vec::new();
    let mut add = |name, expected, observed| {
        cases.push(Case {
            name,
            expected,
            observed,
        })
    };

    let refused = call(wrong_key).verify().await;
    add(
        "verify with a wrong secret",
        &["credentials"],
        word(refused, |_| "ok"),
    );
    let verified = call(client).verify().await;
    let verified = word(verified, |verified| match verified {
        Verified::Key => "key",
        Verified::TokenOnly => "token",
    });
    add("verify", &["key", "token"], verified);
    let errors = call(client).error_dictionary(true).await;
    let errors = word(errors, |errors| if errors.is_empty() { "none" } else { "some" });
    add("the error dictionary", &["some"], errors);
    let status = call(client).status(&never).await;
    add(
        "the status of a site never seen",
        &["unknown site"],
        word(status, |_| "ok"),
    );
    let cancelled = call(client).cancel(&never, Some(&plan("personal"))).await;
    add(
        "cancelling on a site never seen",
        &["unknown site", "nothing there"],
        word(cancelled, cancel),
    );
    let invalid = call(client).provision(&order("no-such-plan")).await;
    add(
        "a plan that does not exist",
        &["refused: invalid_plan"],
        word(invalid, |_| "ok"),
    );
    let waits = call(client).provision(&order("personal")).await;
    let waits = word(waits, |provisioned| match provisioned.plan {
        Provision::AwaitingSite => "waits for the site",
        Provision::AwaitingAuthorization(_) => "waits for the owner",
        _ => "active",
    });
    add("a name that does not resolve", &["waits for the site"], waits);
    let again = call(client).provision(&order("personal")).await;
    add("the same once more", &["ok"], word(again, |_| "ok"));
    let cancelled = call(client).cancel_all(&place).await;
    add(
        "cancelling what waits",
        &["ok", "unknown site"],
        word(cancelled, |_| "ok"),
    );
    let cancelled = call(client).cancel(&place, Some(&plan("personal"))).await;
    add(
        "cancelling it again",
        &["nothing there", "unknown site"],
        word(cancelled, cancel),
    );
    cases
}

fn call(client: &Client) -> Call<'_> {
    client.call(Deadline::after(Duration::from_secs(60)))
}

fn cancel(cancelled: Cancelled) -> &'static str {
    match cancelled {
        Cancelled::Done => "done",
        Cancelled::NothingThere => "nothing there",
    }
}

/// A result in words.
fn word<T>(result: Result<T, Error>, success: impl FnOnce(T) -> &'static str) -> String {
    match result {
        Ok(value) => success(value).to_owned(),
        Err(Error::Refused(error)) if error.is_unknown_site() => "unknown site".to_owned(),
        Err(Error::Refused(error)) => format!("refused: {}", error.code),
        Err(error) => error.class().to_owned(),
    }
}
