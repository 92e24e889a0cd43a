use jetpack_partner::{Error, Provision, Trust};
use jetpack_sandbox::{CLIENT_SECRET, Sandbox};

use crate::{client_with, deadline, personal};

#[tokio::test]
async fn a_ca_file_is_believed_and_no_one_else_is() {
    let sandbox = Sandbox::start_tls().await;
    let file = std::env::temp_dir().join(format!("jetpack-partner-test-{}.pem", std::process::id()));
    std::fs::write(&file, sandbox.ca_pem().unwrap()).unwrap();
    let trust = Trust::from_ca_file(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    let request = personal("https://connected.example.test");

    let believed = client_with(&sandbox, &trust, CLIENT_SECRET);
    let provisioned = believed.call(deadline()).provision(&request).await.unwrap();
    assert!(matches!(provisioned.plan, Provision::Active(_)));

    let unbelieved = client_with(&sandbox, &Trust::System, CLIENT_SECRET);
    let error = unbelieved.call(deadline()).provision(&request).await.unwrap_err();
    assert!(
        matches!(&error, Error::Untrusted(reason) if reason.contains("certificate")),
        "{error:?}"
    );
}

#[test]
fn a_file_without_a_certificate_is_no_ca_file() {
    let file = std::env::temp_dir().join(format!("jetpack-partner-empty-{}.pem", std::process::id()));
    std::fs::write(&file, "no certificate").unwrap();
    assert!(Trust::from_ca_file(&file).is_err());
    std::fs::remove_file(&file).unwrap();
    assert!(Trust::from_ca_file(&file).is_err());
}
