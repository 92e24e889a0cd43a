//! The pages for people.

use reqwest::Method;

use crate::support::{Bench, Reply};

async fn pending_link(bench: &Bench, siteurl: &str) -> String {
    let reply = bench.provision(siteurl, "premium").await;
    reply.json["next_url"].as_str().unwrap().to_owned()
}

async fn get(bench: &Bench, url: &str) -> Reply {
    Reply::of(bench.client.get(url).send().await.unwrap()).await
}

async fn press(bench: &Bench, url: &str) -> Reply {
    Reply::of(bench.client.post(url).send().await.unwrap()).await
}

#[tokio::test]
async fn approving_connects_the_site_and_a_second_press_does_no_harm() {
    let bench = Bench::new().await;
    let link = pending_link(&bench, "https://shop.test/demo").await;

    let page = get(&bench, &link).await;
    assert!(page.text.contains("shop.test::demo") && page.text.contains("premium"));
    assert!(page.text.contains("Approve"));
    assert_eq!(
        bench.plans("shop.test::demo"),
        ["premium Pending"],
        "looking changes nothing"
    );

    for _ in 0..2 {
        let page = press(&bench, &link).await;
        assert_eq!(page.status, 200);
        assert!(
            page.text.contains("Jetpack is active on shop.test::demo"),
            "{}",
            page.text
        );
        assert!(!page.text.contains("<button"));
    }
    assert_eq!(bench.plans("shop.test::demo"), ["premium Active"]);
    assert!(bench.sandbox.state().sites[0].connected);
}

#[tokio::test]
async fn after_approval_the_owner_goes_back_to_the_host() {
    let bench = Bench::new().await;
    let link = pending_link(&bench, "https://shop.test").await;
    let target = "https://host.example/client?a=1&b=2";
    let query: String = url::form_urlencoded::byte_serialize(target.as_bytes()).collect();
    let link = format!("{link}&partner_redirect={query}");

    let response = bench.client.post(&link).send().await.unwrap();
    assert_eq!(response.status(), 303);
    assert_eq!(response.headers()["location"], target);
    assert!(get(&bench, &link).await.text.contains("Continue"));
}

#[tokio::test]
async fn a_redirect_to_a_script_is_ignored() {
    let bench = Bench::new().await;
    let link = pending_link(&bench, "https://shop.test").await;
    let page = press(&bench, &format!("{link}&partner_redirect=javascript%3Aalert(1)")).await;
    assert_eq!(page.status, 200);
    assert!(!page.text.contains("javascript"));
}

#[tokio::test]
async fn unknown_lapsed_and_cancelled_links_say_so() {
    let bench = Bench::new().await;
    let unknown = format!("{}/jetpack.authorize/1/?nonce=x", bench.sandbox.url());
    assert_eq!(get(&bench, &unknown).await.status, 404);
    assert_eq!(press(&bench, &unknown).await.status, 404);

    let lapsed = pending_link(&bench, "https://one.test").await;
    bench.sandbox.advance_days(14);
    assert_eq!(press(&bench, &lapsed).await.status, 410);
    assert_eq!(bench.plans("one.test"), ["premium Lapsed"]);

    let cancelled = pending_link(&bench, "https://two.test").await;
    bench.cancel("two.test", &[]).await;
    assert_eq!(press(&bench, &cancelled).await.status, 410);
    assert!(!bench.sandbox.state().site("two.test").unwrap().connected);
}

#[tokio::test]
async fn the_front_page_has_a_button_for_each_pending_site() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test", "premium").await;
    let home = format!("{}/", bench.sandbox.url());
    assert!(get(&bench, &home).await.text.contains("value=\"shop.test\""));

    let request = bench
        .client
        .post(format!("{home}connect"))
        .form(&[("site", "shop.test")]);
    assert_eq!(request.send().await.unwrap().status(), 303);
    assert_eq!(bench.plans("shop.test"), ["premium Active"]);
    assert!(!get(&bench, &home).await.text.contains("<button"));
}

/// What is between the tags of the element with this id, as a browser would show it.
fn shown(page: &str, id: &str) -> String {
    let start = page.find(&format!("id=\"{id}\">")).unwrap();
    let inside = page[start..].split_once('>').unwrap().1;
    let text = inside.split_once("</pre>").unwrap().0;
    let text = text
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    text.replace("&amp;", "&")
}

fn shell(script: &str) -> String {
    let output = std::process::Command::new("sh")
        .args(["-c", script])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn the_examples_of_the_front_page_can_be_pasted() {
    if std::process::Command::new("curl")
        .arg("--version")
        .output()
        .is_err()
    {
        eprintln!("not tried: there is no curl");
        return;
    }
    let bench = Bench::new().await;
    let page = get(&bench, &format!("{}/", bench.sandbox.url())).await.text;
    let said = shell(&shown(&page, "example"));
    assert!(said.contains("\"auth_required\":true"), "{said}");
    assert_eq!(bench.plans("shop.example.test"), ["premium Pending"]);

    let said = shell(&shown(&page, "control-example"));
    assert_eq!(said, r#"{"ok":true}{"ok":true}"#);
    assert_eq!(bench.plans("shop.example.test"), ["premium Active"]);
    assert_eq!(bench.provision("https://b.test", "premium").await.status, 503);
}

#[tokio::test]
async fn a_secret_with_odd_characters_is_quoted_in_the_example() {
    let sandbox = jetpack_sandbox::Sandbox::open(&jetpack_sandbox::Settings {
        keys: vec![("it's $HOME".to_owned(), "a'b".to_owned())],
        ..jetpack_sandbox::Settings::default()
    })
    .unwrap();
    let response = crate::support::client().get(format!("{}/", sandbox.url())).send();
    let page = Reply::of(response.await.unwrap()).await.text;
    let example = shown(&page, "example");
    assert!(example.contains(r"'client_id=it'\''s $HOME'"), "{example}");
    assert!(example.contains(r"'client_secret=a'\''b'"), "{example}");
}

#[tokio::test]
async fn the_front_page_shows_the_sandboxs_own_secrets_and_no_other() {
    let bench = Bench::new().await;
    let home = format!("{}/", bench.sandbox.url());
    let page = get(&bench, &home).await.text;
    for shown in [
        "sandbox-partner",
        "sandbox-secret",
        "sandbox-user-token",
        bench.sandbox.url(),
        "siteinaccessible",
        "notjpsplan",
        "unresolved",
        "/_sandbox/sites/{site}/lapse",
        "What it is not",
    ] {
        assert!(page.contains(shown), "{shown}");
    }

    bench.sandbox.put_key("second", "hush-1");
    bench.sandbox.put_key("sandbox-partner", "hush-2");
    bench.sandbox.set_user_token("hush-3");
    let page = get(&bench, &home).await.text;
    assert!(page.contains("second") && page.contains("changed since the start"));
    for hidden in ["hush", "sandbox-secret", "sandbox-user-token"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
}

#[tokio::test]
async fn the_front_page_escapes_what_it_shows() {
    let bench = Bench::new().await;
    bench
        .provision("https://shop.test/%3Cimg%20src=x%3E'%22", "premium")
        .await;
    bench.request(Method::GET, "/'%3Cscript%3E").send().await.unwrap();
    let page = get(&bench, &format!("{}/", bench.sandbox.url())).await;
    assert!(
        !page.text.contains("<img") && !page.text.contains("<script"),
        "{}",
        page.text
    );
    assert!(page.text.contains("&lt;img"));
}

#[tokio::test]
async fn the_front_page_shows_keys_their_limits_and_what_became_of_requests() {
    let bench = Bench::new().await;
    bench.sandbox.limit_key("sandbox-partner", "premium", Some(5));
    bench.sandbox.limit_key("sandbox-partner", "complete", Some(2));
    bench.sandbox.put_key("<b>", "s");
    bench.provision("https://connected.test", "premium").await;
    bench.sandbox.fault(jetpack_sandbox::Fault::html(502));
    bench.provision("https://shop.test", "premium").await;

    let page = get(&bench, &format!("{}/", bench.sandbox.url())).await.text;
    for shown in [
        "premium: 1 of 5",
        "complete: 0 of 2",
        "premium: active",
        "1 sites",
        "3 requests, 1 of them struck",
        "<td>html</td><td>no</td>",
        "&lt;b&gt;",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
}
