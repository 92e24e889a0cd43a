//! `POST /rest/v1.3/jpphp/{blog_id}/ssh-credentials` and its FTP twin (partner-api.md §8).

use std::num::NonZeroU16;

use serde::Deserialize;
use serde_json::json;

use super::route::Route;
use crate::wire::answer::Answer;
use crate::wire::form::{self, Pairs};
use crate::world::World;

/// A password that the sandbox takes for one the host refuses.
pub(super) const REFUSED_PASSWORD: &str = "wrong";

/// A port has to be one, although nobody connects to it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Ssh {
    ssh_user: String,
    ssh_host: String,
    ssh_pass: Option<String>,
    ssh_private_key: Option<String>,
    ssh_port: Option<NonZeroU16>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Ftp {
    ftp_user: String,
    ftp_host: String,
    ftp_pass: Option<String>,
    ftp_port: Option<NonZeroU16>,
}

pub(super) fn ssh(world: &mut World, route: &Route, fields: &Pairs) -> Result<Answer, Answer> {
    let blog_id = blog_id(route)?;
    let sent: Ssh = form::read(fields).map_err(refuse)?;
    required("ssh_user", &sent.ssh_user)?;
    required("ssh_host", &sent.ssh_host)?;
    if sent.ssh_pass.is_none() && sent.ssh_private_key.is_none() {
        return Err(refuse("neither ssh_pass nor ssh_private_key".to_owned()));
    }
    save(world, blog_id, sent.ssh_pass.as_deref())
}

pub(super) fn ftp(world: &mut World, route: &Route, fields: &Pairs) -> Result<Answer, Answer> {
    let blog_id = blog_id(route)?;
    let sent: Ftp = form::read(fields).map_err(refuse)?;
    required("ftp_user", &sent.ftp_user)?;
    required("ftp_host", &sent.ftp_host)?;
    save(world, blog_id, sent.ftp_pass.as_deref())
}

/// Only numbers are documented; any other path has no route.
fn blog_id(route: &Route) -> Result<u64, Answer> {
    route.name.parse().map_err(|_| Answer::not_found())
}

fn required(name: &str, value: &str) -> Result<(), Answer> {
    match value {
        "" => Err(refuse(format!("{name} is missing"))),
        _ => Ok(()),
    }
}

fn save(world: &mut World, blog_id: u64, password: Option<&str>) -> Result<Answer, Answer> {
    let name = blog_id.to_string();
    if world.site(&name).is_none() {
        let message = format!("The blog ID {name} is invalid");
        return Err(Answer::error_code(403, "invalid_blog", message));
    }
    let is_saved = password != Some(REFUSED_PASSWORD) && world.save_credentials(blog_id);
    Ok(Answer::ok(json!({ "success": is_saved })))
}

/// The documented shape of an error here; what is in it is ours.
fn refuse(problem: String) -> Answer {
    Answer::error_code(400, "sandbox_strict", format!("The sandbox refuses: {problem}."))
}
