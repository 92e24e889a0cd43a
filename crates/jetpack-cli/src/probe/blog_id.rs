//! Question 5: whether an answer to a provision tells WordPress.com's number of the site.

use serde_json::Value;
use url::Url;

use super::answered::Answered;
use super::life::Life;
use super::point::Point;

/// partner-api.md §4.3.
const DOCUMENTED: [&str; 4] = ["success", "auth_required", "next_url", "access_token"];

/// `found` is the look-up of the user's own site, whose number it tells.
pub(super) fn point(lives: &[&Life], found: Option<&Answered>) -> Point {
    let mut point = Point::new(
        "20.5",
        "Does the answer to a provision tell the blog id?",
        "No field does; only the look-up of the site tells it:",
    );
    let number = found.and_then(|found| digits(found.fields.get("ID")?));
    for life in lives {
        let Some(answered) = life.provisioned.as_ref().filter(|answered| answered.is_good()) else {
            continue;
        };
        point.saw([answered]);
        let what = life.place.what;
        let further: Vec<&String> = answered
            .fields
            .keys()
            .filter(|name| !DOCUMENTED.contains(&name.as_str()))
            .collect();
        match further.as_slice() {
            [] => point.found(Some(true), format!("At {what}: no field but those documented.")),
            _ => {
                let names = further
                    .iter()
                    .map(|name| format!("{name} ({})", kind(&answered.fields[*name])));
                let is_number = further
                    .iter()
                    .any(|name| digits(&answered.fields[*name]).is_some());
                let names = names.collect::<Vec<_>>().join(", ");
                point.found(
                    Some(!is_number),
                    format!("At {what}, besides those documented: {names}."),
                );
            }
        }
        if let Some(text) = in_next_url(answered, number.as_deref()) {
            point.found(None, format!("At {what}: {text}."));
        }
    }
    point.saw(found);
    point.unless_asked("nothing could be provisioned")
}

/// The link for the owner has the number of a Jetpack client in its query; that is a site's number.
fn in_next_url(answered: &Answered, number: Option<&str>) -> Option<String> {
    let url = Url::parse(answered.fields.get("next_url")?.as_str()?).ok()?;
    let mut query = url.query_pairs();
    let (name, value) =
        query.find(|(_, value)| !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()))?;
    Some(match number {
        Some(number) if number == value => {
            format!("`{name}` in the query of next_url is the blog id that the look-up tells")
        }
        Some(_) => format!("`{name}` in the query of next_url is a number, but not the blog id"),
        None => {
            format!("`{name}` in the query of next_url is a number; --site URL compares it with the look-up")
        }
    })
}

fn digits(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) => {
            Some(text.clone())
        }
        _ => None,
    }
}

/// What a value is, without its content.
pub(super) fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(_) => "a flag".to_owned(),
        Value::Number(_) => "a number".to_owned(),
        Value::String(_) => "a text".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| format!("{name}: {}", kind(value)));
            format!("an object of {}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}
