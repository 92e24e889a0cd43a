//! `POST /rest/v1.3/jpphp/{blog_id}/ssh-credentials` and its FTP twin (partner-api.md §8).

use serde_json::json;

use super::invalid_blog;
use super::provision::REFUSED_PASSWORD;
use crate::endpoint::route::Route;
use crate::wire::answer::Answer;
use crate::wire::form::Form;
use crate::world::World;

pub(super) fn answer(
    world: &mut World,
    route: &Route,
    protocol: &str,
    fields: &[(String, String)],
) -> Result<Answer, Answer> {
    // Only numbers are documented; any other path has no route.
    let blog_id: u64 = route.site.parse().map_err(|_| Answer::not_found())?;
    let password = read(protocol, fields).map_err(refuse)?;
    let known = world.site(&route.site).is_some();
    if !known {
        return Err(Answer::error_code(403, "invalid_blog", invalid_blog(&route.site)));
    }
    let is_saved = password != Some(REFUSED_PASSWORD) && world.save_credentials(blog_id);
    Ok(Answer::ok(json!({ "success": is_saved })))
}

/// The documented shape of an error here; what is in it is ours.
fn refuse(problem: String) -> Answer {
    Answer::error_code(400, "sandbox_strict", format!("The sandbox refuses: {problem}."))
}

/// Checks the parameters and finds the password.
fn read<'a>(protocol: &str, fields: &'a [(String, String)]) -> Result<Option<&'a str>, String> {
    let name = |part: &str| format!("{protocol}_{part}");
    let (user, pass, key) = (name("user"), name("pass"), name("private_key"));
    let (host, port) = (name("host"), name("port"));
    let mut known: Vec<&str> = vec![&user, &pass, &host, &port];
    if protocol == "ssh" {
        known.push(&key);
    }

    let form = Form::read(fields, &known)?;
    for required in [&user, &host] {
        if form.required(required).is_none() {
            return Err(format!("{required} is missing"));
        }
    }
    form.number(&port, 1..=u64::from(u16::MAX))?;
    let private_key = form.optional(&key)?;
    let password = form.optional(&pass)?;
    if protocol == "ssh" && password.or(private_key).is_none() {
        return Err("neither ssh_pass nor ssh_private_key".to_owned());
    }
    Ok(password)
}
