//! SSH and FTP credentials after provisioning.

use serde_json::json;

use crate::support::{Bench, Reply};

async fn send(bench: &Bench, blog: &str, protocol: &str, form: &[(&str, &str)]) -> Reply {
    let path = format!("/rest/v1.3/jpphp/{blog}/{protocol}-credentials");
    bench.post(&path, form).await
}

async fn blog_id(bench: &Bench) -> String {
    bench.provision("https://shop.test", "premium").await;
    bench.sandbox.state().sites[0].blog_id.unwrap().to_string()
}

#[tokio::test]
async fn good_credentials_are_stored_and_show_in_the_status() {
    let bench = Bench::new().await;
    let blog = blog_id(&bench).await;
    let ssh = [
        ("ssh_user", "u"),
        ("ssh_host", "h.test"),
        ("ssh_private_key", "-----BEGIN\nx"),
    ];
    let wrong = [("ftp_user", "u"), ("ftp_host", "h.test"), ("ftp_pass", "wrong")];

    let reply = send(&bench, &blog, "ftp", &wrong).await;
    assert_eq!((reply.status, reply.json), (200, json!({ "success": false })));
    let status = bench.status("shop.test").await;
    assert_eq!(status.json["blog"]["has_backups_credentials"], false);

    let reply = send(&bench, &blog, "ssh", &ssh).await;
    assert_eq!(reply.json, json!({ "success": true }));
    let status = bench.status("shop.test").await;
    assert_eq!(status.json["blog"]["has_backups_credentials"], true);
}

#[tokio::test]
async fn ftp_needs_no_password_and_ssh_needs_a_secret() {
    let bench = Bench::new().await;
    let blog = blog_id(&bench).await;
    let ftp = [("ftp_user", "u"), ("ftp_host", "h.test"), ("ftp_port", "2121")];
    assert_eq!(send(&bench, &blog, "ftp", &ftp).await.json["success"], true);

    for form in [
        &[("ssh_user", "u"), ("ssh_host", "h.test")][..],
        &[("ssh_user", "u"), ("ssh_pass", "p")],
        &[("ssh_host", "h.test"), ("ssh_pass", "p")],
        &[
            ("ssh_user", "u"),
            ("ssh_host", "h"),
            ("ssh_pass", "p"),
            ("ssh_port", "0"),
        ],
        &[
            ("ssh_user", "u"),
            ("ssh_host", "h"),
            ("ssh_pass", "p"),
            ("ftp_pass", "p"),
        ],
    ] {
        let reply = send(&bench, &blog, "ssh", form).await;
        assert_eq!(reply.status, 400, "{form:?}");
        assert_eq!(reply.json["error_code"], "sandbox_strict");
        assert!(reply.json["error_message"].is_string());
    }
}

#[tokio::test]
async fn only_the_number_of_a_known_blog_will_do() {
    let bench = Bench::new().await;
    blog_id(&bench).await;
    let form = [("ftp_user", "u"), ("ftp_host", "h.test")];
    let reply = send(&bench, "shop.test", "ftp", &form).await;
    assert_eq!((reply.status, reply.text.as_str()), (404, ""));
    let reply = send(&bench, "1", "ftp", &form).await;
    assert_eq!(
        (reply.status, &reply.json["error_code"]),
        (403, &json!("invalid_blog"))
    );
}
