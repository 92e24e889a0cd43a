//! One line, understood: a site and what is wanted for it.

use std::fmt::Display;
use std::str::FromStr;

use jetpack_partner::{FtpAccess, Plan, ProvisionRequest, Secret, SiteRef, SiteUrl, SshAccess};
use sha2::{Digest, Sha256};

use super::reader::Fields;
use crate::bulk::action::Action;
use crate::place::Place;
use crate::truth::truth;

/// A line that can be worked on.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) place: Place,
    pub(crate) plan: Option<Plan>,
    /// What `change` is to replace, where that is not the plan which the wanted one cannot stand beside.
    pub(crate) from: Option<Plan>,
    pub(crate) cancel_all: bool,
    pub(crate) tracking_id: Option<String>,
    /// Only where something is provisioned.
    pub(crate) request: Option<ProvisionRequest>,
}

impl Entry {
    /// Understands a line. The reason names the column and never shows a value.
    pub(crate) fn read(action: Action, fields: &Fields) -> Result<Self, String> {
        let text = |name: &str| {
            fields
                .get(name)
                .map(String::as_str)
                .filter(|text| !text.is_empty())
        };
        let place: Place = parsed("siteurl", text("siteurl"))?.ok_or("siteurl is missing")?;
        let plan: Option<Plan> = parsed("plan", text("plan"))?;
        let cancel_all = flag(fields, "cancel-all")?;
        if action == Action::Cancel && cancel_all && plan.is_some() {
            return Err("plan and cancel-all exclude each other".to_owned());
        }
        if action == Action::Change && plan.is_none() {
            return Err("plan is missing: change to what?".to_owned());
        }
        let request = match action {
            Action::Provision | Action::Change => Some(request(&place, plan.clone(), fields)?),
            Action::Cancel | Action::Status => None,
        };
        Ok(Self {
            place,
            plan,
            from: parsed("from", text("from"))?,
            cancel_all,
            tracking_id: text("partner_tracking_id").map(str::to_owned),
            request,
        })
    }

    /// How the API names the site.
    pub(crate) fn site(&self) -> SiteRef {
        self.place.reference()
    }

    /// What makes the line this line, for the journal. Never zero.
    pub(crate) fn identity(&self, action: Action) -> u64 {
        let from = match action {
            // Whoever names another plan to replace wants something else.
            Action::Change => self.from.as_ref().map_or("", Plan::as_str),
            Action::Provision | Action::Cancel | Action::Status => "",
        };
        let site = self.site().to_string();
        match from {
            "" => hash(&[action.name(), &site, self.plan_name()]),
            from => hash(&[action.name(), &site, self.plan_name(), from]),
        }
    }

    /// What may be in the file only once. Two changes of one site contradict each other, two
    /// provisions of different products do not.
    pub(crate) fn key(&self, action: Action) -> u64 {
        match action {
            Action::Change => hash(&[&self.site().to_string()]),
            Action::Provision | Action::Cancel | Action::Status => self.identity(action),
        }
    }

    /// The plan's slug, or nothing.
    pub(crate) fn plan_name(&self) -> &str {
        self.plan.as_ref().map_or("", Plan::as_str)
    }
}

fn request(place: &Place, plan: Option<Plan>, fields: &Fields) -> Result<ProvisionRequest, String> {
    let text = |name: &str| fields.get(name).filter(|text| !text.is_empty()).cloned();
    let secret = |name: &str| text(name).map(Secret::new);
    let Place::Site(site) = place else {
        return Err("siteurl: to provision, it must be an address, not a blog id".to_owned());
    };
    let site: SiteUrl = site.clone();
    let local_user = text("local_user").ok_or("local_user is missing")?;
    let ssh = SshAccess::from_parts(
        text("ssh_user"),
        secret("ssh_pass"),
        secret("ssh_private_key"),
        text("ssh_host"),
        parsed("ssh_port", text("ssh_port").as_deref())?,
    );
    let ftp = FtpAccess::from_parts(
        text("ftp_user"),
        secret("ftp_pass"),
        text("ftp_host"),
        parsed("ftp_port", text("ftp_port").as_deref())?,
    );
    Ok(ProvisionRequest {
        force_register: flag(fields, "force_register")?,
        force_connect: flag(fields, "force_connect")?,
        onboarding: flag(fields, "onboarding")?,
        wpcom_user_id: parsed("wpcom_user_id", text("wpcom_user_id").as_deref())?,
        ssh: ssh.map_err(|reason| reason.to_string())?,
        ftp: ftp.map_err(|reason| reason.to_string())?,
        partner_tracking_id: text("partner_tracking_id"),
        ..ProvisionRequest::new(site, local_user, plan)
    })
}

fn parsed<T: FromStr<Err: Display>>(name: &str, text: Option<&str>) -> Result<Option<T>, String> {
    text.map(|text| text.trim().parse().map_err(|reason| format!("{name}: {reason}")))
        .transpose()
}

fn flag(fields: &Fields, name: &str) -> Result<bool, String> {
    let text = fields.get(name).map(String::as_str).unwrap_or_default();
    truth(text.trim()).ok_or_else(|| format!("{name} must be 1 or 0"))
}

/// 64 bits: among a million lines, two alike by chance are a matter of one in 30 million.
fn hash(parts: &[&str]) -> u64 {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    let digest: [u8; 32] = hasher.finalize().into();
    let mut first = [0; 8];
    first.copy_from_slice(&digest[..8]);
    u64::from_be_bytes(first).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(action: Action, fields: &[(&'static str, &str)]) -> Result<Entry, String> {
        let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
        Entry::read(action, &fields.collect())
    }

    #[test]
    fn one_site_in_two_spellings_is_one_line_and_two_products_are_two() {
        let line = |site, plan| {
            let fields = [("siteurl", site), ("local_user", "a"), ("plan", plan)];
            entry(Action::Provision, &fields)
                .unwrap()
                .identity(Action::Provision)
        };
        assert_eq!(
            line("https://A.test/", "Premium"),
            line("http://a.test", "premium")
        );
        assert_ne!(
            line("https://a.test", "premium"),
            line("https://a.test", "jetpack-scan")
        );
    }

    #[test]
    fn reasons_name_the_column_and_no_value() {
        for (fields, reason) in [
            (&[("siteurl", "https://hush.test")][..], "local_user is missing"),
            (
                &[("siteurl", "ftp://hush"), ("local_user", "a")],
                "siteurl: it must begin with",
            ),
            (
                &[("siteurl", "a.test"), ("local_user", "a"), ("plan", "hush hush")],
                "plan: it may hold only",
            ),
            (
                &[("siteurl", "a.test"), ("local_user", "a"), ("ssh_port", "hush")],
                "ssh_port: ",
            ),
            (
                &[("siteurl", "a.test"), ("local_user", "a"), ("onboarding", "hush")],
                "onboarding must be 1 or 0",
            ),
            (
                &[("siteurl", "a.test"), ("local_user", "a"), ("ssh_pass", "hush")],
                "need ssh_user",
            ),
        ] {
            let said = entry(Action::Provision, fields).unwrap_err();
            assert!(said.contains(reason) && !said.contains("hush"), "{said}");
        }
    }
}
