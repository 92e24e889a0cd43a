//! What the tests of the machines without I/O tell them.

use jetpack_partner::{
    ApiError, Ask, Error, Heard, Plan, ProductStatus, Provision, Provisioned, SiteStatus, Step,
};

pub fn plan(slug: &str) -> Plan {
    slug.parse().unwrap()
}

pub fn provision(slug: &str) -> Ask {
    Ask::Provision(Some(plan(slug)))
}

/// Ours, all of them active.
pub fn status(slugs: &[&str]) -> Heard {
    let product = |slug: &&str| ProductStatus {
        slug: (*slug).to_owned(),
        is_a_partners: true,
        is_ours: true,
        is_pending: false,
    };
    Heard::Status(Ok(SiteStatus {
        is_connected: true,
        has_backups_credentials: false,
        products: slugs.iter().map(product).collect(),
    }))
}

pub fn pending(slug: &str) -> Heard {
    match status(&[slug]) {
        Heard::Status(Ok(mut status)) => {
            status.products[0].is_pending = true;
            Heard::Status(Ok(status))
        }
        heard => heard,
    }
}

pub fn no_status(error: Error) -> Heard {
    Heard::Status(Err(error))
}

pub fn active() -> Provisioned {
    standing(Provision::Active(None))
}

pub fn standing(plan: Provision) -> Provisioned {
    Provisioned {
        plan,
        ssh: None,
        ftp: None,
        access_token: None,
    }
}

pub fn success() -> Heard {
    Heard::Provision(Ok(active()))
}

pub fn failure(error: Error) -> Heard {
    Heard::Provision(Err(error))
}

pub fn lost(which: &str) -> Error {
    Error::UnknownOutcome(which.to_owned())
}

pub fn said(code: &str, message: &str) -> ApiError {
    ApiError {
        status: 400,
        code: code.to_owned(),
        message: message.to_owned(),
    }
}

pub fn refused(code: &str) -> Error {
    Error::Refused(said(code, ""))
}

pub fn already_there() -> Error {
    Error::Refused(said("x", "You already have this plan from this partner."))
}

pub fn unknown_site() -> Error {
    refused("invalid_blog")
}

pub fn down() -> Error {
    Error::NotSent("down".to_owned())
}

/// Tells a machine one thing after the other: what it asked after each, and how it ended.
pub fn told<T>(
    mut hear: impl FnMut(Heard) -> Step<T>,
    heard: impl IntoIterator<Item = Heard>,
) -> (Vec<Ask>, Option<Result<T, Error>>) {
    let mut asked = Vec::new();
    let mut heard = heard.into_iter();
    for one in heard.by_ref() {
        match hear(one) {
            Step::Ask(ask) => asked.push(ask),
            Step::End(result) => {
                assert_eq!(heard.next(), None, "it ended early");
                return (asked, Some(result));
            }
        }
    }
    (asked, None)
}
