//! A client as plain as can be.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Sandbox, Settings, USER_TOKEN};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::Value;

pub(crate) const PROVISION: &str = "/rest/v1.3/jpphp/provision";

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) text: String,
    /// Null where the text is no JSON.
    pub(crate) json: Value,
}

impl Reply {
    pub(crate) async fn of(response: Response) -> Self {
        let status = response.status().as_u16();
        let text = response.text().await.unwrap();
        let json = serde_json::from_str(&text).unwrap_or_default();
        Self { status, text, json }
    }

    /// Status and error code, as they are mostly looked at together.
    pub(crate) fn error(&self) -> (u16, &str) {
        (self.status, self.json["error"].as_str().unwrap_or_default())
    }
}

/// A sandbox, a client and a good token.
pub(crate) struct Bench {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
    pub(crate) token: String,
}

pub(crate) fn client() -> Client {
    rustls::crypto::ring::default_provider().install_default().ok();
    let no_redirects = reqwest::redirect::Policy::none();
    Client::builder()
        .redirect(no_redirects)
        .retry(reqwest::retry::never())
        .build()
        .unwrap()
}

impl Bench {
    pub(crate) async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        let sandbox = Sandbox::open(&settings).unwrap();
        let mut bench = Self {
            sandbox,
            client: client(),
            token: String::new(),
        };
        bench.token = bench.token_of(CLIENT_ID, CLIENT_SECRET).await;
        bench
    }

    pub(crate) async fn token_of(&self, id: &str, secret: &str) -> String {
        let reply = self.ask_token(&token_form(id, secret)).await;
        reply.json["access_token"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn ask_token(&self, form: &[(&str, &str)]) -> Reply {
        let url = format!("{}/oauth2/token", self.sandbox.url());
        Reply::of(self.client.post(url).form(form).send().await.unwrap()).await
    }

    /// A request with the bearer.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.sandbox.url());
        self.client.request(method, url).bearer_auth(&self.token)
    }

    pub(crate) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        Reply::of(self.request(Method::POST, path).form(form).send().await.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::GET, path).send().await.unwrap()).await
    }

    /// A request to the control plane, sent without a JSON content type, as `curl -d` does.
    pub(crate) async fn control(&self, method: Method, path: &str, body: &Value) -> Reply {
        let url = format!("{}/_sandbox/{path}", self.sandbox.url());
        let request = self.client.request(method, url).body(body.to_string());
        Reply::of(request.send().await.unwrap()).await
    }

    /// A report, with the user token.
    pub(crate) async fn report(&self, path: &str) -> Reply {
        let url = format!("{}/wpcom/v2/jetpack-partners{path}", self.sandbox.url());
        let request = self.client.get(url).bearer_auth(USER_TOKEN);
        Reply::of(request.send().await.unwrap()).await
    }

    /// An order of premium, not sent yet.
    pub(crate) fn order(&self, siteurl: &str) -> RequestBuilder {
        self.request(Method::POST, PROVISION)
            .form(&order(siteurl, "premium"))
    }

    pub(crate) async fn provision(&self, siteurl: &str, plan: &str) -> Reply {
        self.post(PROVISION, &order(siteurl, plan)).await
    }

    pub(crate) async fn cancel(&self, site: &str, form: &[(&str, &str)]) -> Reply {
        self.post(&format!("/rest/v1.3/jpphp/{site}/partner-cancel"), form)
            .await
    }

    pub(crate) async fn status(&self, site: &str) -> Reply {
        self.get(&format!("/rest/v1.4/jpphp/{site}/status")).await
    }

    /// Slugs and states of a site, oldest first.
    pub(crate) fn plans(&self, site: &str) -> Vec<String> {
        let state = self.sandbox.state();
        let products = state
            .site(site)
            .map(|site| site.products.clone())
            .unwrap_or_default();
        products
            .iter()
            .map(|product| format!("{} {:?}", product.slug, product.state))
            .collect()
    }
}

pub(crate) fn order<'a>(siteurl: &'a str, plan: &'a str) -> [(&'a str, &'a str); 3] {
    [("siteurl", siteurl), ("local_user", "admin"), ("plan", plan)]
}

pub(crate) fn token_form<'a>(id: &'a str, secret: &'a str) -> [(&'a str, &'a str); 4] {
    [
        ("grant_type", "client_credentials"),
        ("scope", "jetpack-partner"),
        ("client_id", id),
        ("client_secret", secret),
    ]
}
