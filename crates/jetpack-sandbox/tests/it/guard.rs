//! Who may use the control plane and the buttons.

use jetpack_sandbox::{Sandbox, Settings};
use reqwest::Method;

use crate::support::{Bench, Reply};

async fn ask(bench: &Bench, method: Method, path: &str, headers: &[(&str, &str)]) -> Reply {
    let mut request = bench.request(method, path).form(&[("site", "shop.test")]);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    Reply::of(request.send().await.unwrap()).await
}

#[tokio::test]
async fn a_name_that_was_made_to_lead_here_is_refused() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test", "premium").await;
    let port = bench.sandbox.address().port();
    let link = bench.provision("https://b.test", "premium").await.json["next_url"].clone();
    let approve = link.as_str().unwrap().strip_prefix(bench.sandbox.url()).unwrap();
    for (method, path) in [
        (Method::GET, "/_sandbox/state"),
        (Method::GET, "/_sandbox/requests"),
        (Method::POST, "/_sandbox/reset"),
        (Method::POST, "/connect"),
        (Method::POST, approve),
        (Method::GET, "/"),
    ] {
        for host in ["evil.test", "localhost", "127.0.0.1:1"] {
            let reply = ask(&bench, method.clone(), path, &[("host", host)]).await;
            assert_eq!(reply.status, 403, "{path} {host}");
            let said = reply.json["error"].as_str().unwrap();
            assert!(said.contains(host) && said.ends_with('.'), "{said}");
        }
    }
    assert_eq!(bench.plans("shop.test"), ["premium Pending"]);
    assert_eq!(bench.plans("b.test"), ["premium Pending"]);

    for host in ["localhost", "127.0.0.1", "[::1]"] {
        let host = format!("{host}:{port}");
        let reply = ask(&bench, Method::GET, "/_sandbox/state", &[("host", &host)]).await;
        assert_eq!(reply.status, 200, "{host}");
    }
    let api = ask(
        &bench,
        Method::GET,
        "/rest/v1.3/jpphp/errors",
        &[("host", "public-api.wordpress.com")],
    );
    assert_eq!(
        api.await.error(),
        (400, "sandbox_strict"),
        "the API itself is not guarded"
    );
}

#[tokio::test]
async fn a_page_of_another_site_is_refused_and_the_sandboxs_own_is_not() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test", "premium").await;
    let own = bench.sandbox.url().to_owned();
    let https = own.replace("http:", "https:");
    for origin in ["https://evil.test", "http://localhost:1", "null", &https] {
        for path in ["/connect", "/_sandbox/reset"] {
            let reply = ask(&bench, Method::POST, path, &[("origin", origin)]).await;
            assert_eq!(reply.status, 403, "{path} {origin}");
            assert!(reply.json["error"].as_str().unwrap().contains(origin));
        }
    }
    assert_eq!(bench.plans("shop.test"), ["premium Pending"]);
    let reply = ask(&bench, Method::POST, "/connect", &[("origin", &own)]).await;
    assert_eq!(reply.status, 303);
    assert_eq!(bench.plans("shop.test"), ["premium Active"]);
}

#[tokio::test]
async fn a_sandbox_on_every_address_answers_by_the_one_it_is_reached_at() {
    let sandbox = Sandbox::open(&Settings {
        listen: "0.0.0.0:0".parse().unwrap(),
        beyond_loopback: true,
        ..Settings::default()
    })
    .unwrap();
    let port = sandbox.address().port();
    let client = crate::support::client();
    for (host, expected) in [("127.0.0.2", 200), ("0.0.0.0", 200), ("10.1.2.3", 403)] {
        let request = client
            .get(format!("http://127.0.0.2:{port}/_sandbox/state"))
            .header("host", format!("{host}:{port}"));
        assert_eq!(request.send().await.unwrap().status(), expected, "{host}");
    }
}
