//! Every endpoint beside provision, cancel and status.

use jetpack_partner::{
    AccessStored, ActivationFilter, BlogId, Cancelled, Deadline, Error, FtpAccess, NewPartnerKey, Provision,
    Proxy, Reports, Secret, SiteRef, SshAccess, SshProof, Trust,
};
use jetpack_sandbox::{CLIENT_ID, Operation, Sandbox, USER_TOKEN};

use crate::{client, client_with, deadline, personal, site_ref};

const SITE: &str = "https://connected.example.test";

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn ssh(password: &str) -> SshAccess {
    SshAccess {
        user: "deploy".to_owned(),
        proof: SshProof::Password(secret(password)),
        host: Some("ssh.example.test".to_owned()),
        port: Some(2222),
    }
}

#[tokio::test]
async fn every_parameter_of_a_provision_arrives() {
    let sandbox = Sandbox::start().await;
    sandbox.set_auto_connect(CLIENT_ID, true);
    let client = client(&sandbox);
    let mut request = personal("https://connected.example.test/blog");
    request.force_connect = true;
    request.onboarding = true;
    request.wpcom_user_id = Some(42);
    request.partner_tracking_id = Some("a b&c".to_owned());
    request.ssh = Some(SshAccess {
        proof: SshProof::PrivateKey(secret("-----BEGIN\nkey & more\n-----END\n")),
        ..ssh("")
    });
    request.ftp = Some(FtpAccess {
        user: "ftp".to_owned(),
        password: Some(secret("wrong")),
        host: None,
        port: None,
    });

    let mut call = client.call(deadline());
    let provisioned = call.provision(&request).await.unwrap();

    assert_eq!(provisioned.ssh, Some(AccessStored::Yes));
    assert!(matches!(provisioned.ftp, Some(AccessStored::No(reason)) if !reason.is_empty()));
    let token = provisioned.access_token.unwrap();
    let sent = &sandbox.requests_to(Operation::Provision)[0];
    assert_eq!(
        sent.field("ssh_private_key"),
        Some("-----BEGIN\nkey & more\n-----END\n")
    );
    assert_eq!(
        (sent.field("ssh_port"), sent.field("onboarding")),
        (Some("2222"), Some("1"))
    );
    assert_eq!(
        sent.query,
        [("partner_tracking_id".to_owned(), "a b&c".to_owned())]
    );
    let logged = format!("{:?}", call.exchanges());
    assert!(
        !logged.contains("key & more") && !logged.contains(token.expose()),
        "{logged}"
    );
}

#[tokio::test]
async fn a_key_is_made_once_and_works() {
    let sandbox = Sandbox::start().await;
    let parent = client(&sandbox);
    let key = NewPartnerKey {
        name: "A reseller's & more".to_owned(),
        allowed_premium_plans: Some(100),
        ..NewPartnerKey::default()
    };

    let mut call = parent.call(deadline());
    let made = call.new_partner_key(&key).await.unwrap();

    assert_eq!(
        (made.name.as_str(), made.allowed_premium_plans),
        (key.name.as_str(), Some(100))
    );
    assert!(!format!("{:?}", call.exchanges()).contains(made.credentials.client_secret.expose()));
    let child = jetpack_partner::Client::new(
        sandbox.url().parse().unwrap(),
        &Trust::System,
        &Proxy::None,
        made.credentials,
    );
    child.unwrap().call(deadline()).verify().await.unwrap();
}

#[tokio::test]
async fn a_key_is_not_asked_for_again_when_its_answer_is_lost() {
    let sandbox = Sandbox::start().await;
    sandbox.fault(jetpack_sandbox::Fault::reset().on(Operation::Keys).forever());
    let client = client(&sandbox);

    let failed = client
        .call(deadline())
        .new_partner_key(&NewPartnerKey::default())
        .await;

    assert!(matches!(failed, Err(Error::UnknownOutcome(_))));
    assert_eq!(sandbox.requests_to(Operation::Keys).len(), 1);
}

#[tokio::test]
async fn everything_of_a_site_is_cancelled_by_its_number() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    call.provision(&personal(SITE)).await.unwrap();
    let blog = call
        .look_up_site(&SITE.parse::<jetpack_partner::SiteUrl>().unwrap().identifier())
        .await
        .unwrap();

    let all = call.cancel_all(&SiteRef::from(blog.blog_id)).await.unwrap();

    assert!(all.success);
    assert_eq!(
        call.cancel(&site_ref(SITE), None).await,
        Ok(Cancelled::NothingThere)
    );
}

#[tokio::test]
async fn upgrade_paths_are_families_of_plans() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    call.provision(&personal(SITE)).await.unwrap();

    let paths = call.upgrade_paths(&site_ref(SITE)).await.unwrap();

    let plans = &paths["jetpack-plans"];
    assert!(plans.iter().any(|plan| plan.as_str() == "premium"), "{paths:?}");
    assert!(plans.iter().all(|plan| plan.as_str() != "personal"), "{paths:?}");
}

#[tokio::test]
async fn the_older_status_says_the_same() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    call.provision(&personal(SITE)).await.unwrap();

    let newer = call.status(&site_ref(SITE)).await.unwrap();
    let older = call.status_1_3(&site_ref(SITE)).await.unwrap();

    assert_eq!(newer, older);
}

#[tokio::test]
async fn error_codes_are_explained_without_a_token() {
    let sandbox = Sandbox::start().await;
    let client = client_with(&sandbox, &Trust::System, "wrong");
    let mut call = client.call(deadline());

    let brief = call.error_dictionary(false).await.unwrap();
    let verbose = call.error_dictionary(true).await.unwrap();

    assert!(brief["invalid_plan"].solution.is_none());
    assert!(verbose["invalid_plan"].solution.is_some());
}

#[tokio::test]
async fn backup_access_is_stored_for_a_blog() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    call.provision(&personal(SITE)).await.unwrap();
    let site = SITE.parse::<jetpack_partner::SiteUrl>().unwrap().identifier();
    let blog = call.look_up_site(&site).await.unwrap().blog_id;

    assert_eq!(call.set_ssh_access(blog, &ssh("a b;c")).await, Ok(true));
    assert!(call.status(&blog.into()).await.unwrap().has_backups_credentials);
    assert!(matches!(
        call.set_ssh_access(BlogId(1), &ssh("x")).await,
        Err(Error::Refused(_))
    ));
    assert!(!format!("{:?}", call.exchanges()).contains("a b;c"));
}

#[tokio::test]
async fn reports_want_a_users_token_and_no_partners() {
    let sandbox = Sandbox::start().await;
    let partner = client(&sandbox);
    let mut call = partner.call(deadline());
    assert!(matches!(
        call.provision(&personal(SITE)).await.unwrap().plan,
        Provision::Active(_)
    ));
    let token = call.token().await.unwrap();
    let reports = |token| {
        Reports::new(
            sandbox.url().parse().unwrap(),
            &Trust::System,
            &Proxy::None,
            token,
        )
        .unwrap()
    };
    let user = reports(secret(USER_TOKEN));
    let mut user = user.call(Deadline::after(std::time::Duration::from_secs(5)));
    let (partner_id, key_id) = (1, sandbox.state().keys[0].id);
    let listed = user
        .activations(partner_id, key_id, &ActivationFilter::default())
        .await
        .unwrap();
    assert_eq!(listed.total, 1);
    assert!(
        listed.activations[0]
            .site_url
            .as_ref()
            .unwrap()
            .contains("connected.example.test")
    );
    let refused = reports(token);
    let mut refused = refused.call(deadline());
    let refused = refused
        .activations(partner_id, key_id, &ActivationFilter::default())
        .await;
    assert!(
        matches!(refused, Err(Error::Refused(_) | Error::Credentials(_))),
        "{refused:?}"
    );
}
