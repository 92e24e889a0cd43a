//! Runs the table of cases against WordPress.com with a test key, and says where the sandbox may
//! be wrong about it.
//!
//! `JETPACK_PARTNER_ID` and `JETPACK_PARTNER_SECRET` name the key; `JETPACK_PARTNER_API_URL`
//! another API.

#![allow(clippy::unwrap_used, reason = "a measurement that fails must stop")]

mod cases;

use jetpack_partner::{ApiUrl, Client, Credentials, Proxy, Secret, Trust};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let variable = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("set {name}"));
    let api: ApiUrl = std::env::var("JETPACK_PARTNER_API_URL")
        .map_or_else(|_| ApiUrl::default(), |address| address.parse().unwrap());
    let client = |secret: String| {
        let credentials = Credentials {
            client_id: variable("JETPACK_PARTNER_ID"),
            client_secret: Secret::new(secret),
        };
        Client::new(api.clone(), &Trust::System, &Proxy::Environment, credentials).unwrap()
    };
    let secret = variable("JETPACK_PARTNER_SECRET");
    let wrong = client(format!("{secret}-wrong"));
    let nonce = format!(
        "{:x}",
        std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs()
    );

    let cases = cases::run(&client(secret), &wrong, &nonce).await;

    for case in &cases {
        let verdict = if case.holds() {
            "as expected"
        } else {
            "NOT AS EXPECTED"
        };
        println!(
            "{verdict}: {}: {} (of {})",
            case.name,
            case.observed,
            case.expected.join(", ")
        );
    }
    std::process::exit(i32::from(!cases.iter().all(cases::Case::holds)));
}
