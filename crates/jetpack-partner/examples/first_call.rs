//! The first provision of a process, as `make bench` measures it.
//!
//! usage: `first_call API_URL CA_FILE [TOKEN]`. Prints the call's milliseconds, and the token that a
//! later process may hand in.

#![allow(clippy::unwrap_used, reason = "a measurement that fails must stop")]

use std::path::Path;
use std::time::{Duration, Instant};

use jetpack_partner::{Client, Credentials, Deadline, ProvisionRequest, Proxy, Secret, Trust};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let credentials = Credentials {
        client_id: "sandbox-partner".to_owned(),
        client_secret: Secret::new("sandbox-secret".to_owned()),
    };
    let trust = Trust::from_ca_file(Path::new(&arguments[1])).unwrap();
    let mut client = Client::new(arguments[0].parse().unwrap(), &trust, &Proxy::None, credentials).unwrap();
    if let Some(token) = arguments.get(2) {
        client = client.with_token(Secret::new(token.clone()));
    }
    let request = ProvisionRequest::new(
        format!("https://connected-first-{}.example.test", std::process::id())
            .parse()
            .unwrap(),
        "admin".to_owned(),
        Some("personal".parse().unwrap()),
    );
    let mut call = client.call(Deadline::after(Duration::from_secs(60)));
    let begun = Instant::now();
    call.provision(&request).await.unwrap();
    println!("{:.3}", begun.elapsed().as_secs_f64() * 1000.0);
    println!("{}", call.token().await.unwrap().expose());
}
