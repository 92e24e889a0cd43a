use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::act::{Act, ActMany};
use crate::claim::{Found, claim};
use crate::order::{Keyed, OrderGiven};
use crate::plain::basic;
use crate::validate::{Validate, Validation};
use crate::{
    Billed, Clients, Due, InvalidSetting, NewKey, Order, Overview, Prunable, Settings, Show, Weigh, describe,
    sentences,
};

/// What PHP asks: a name, and plain data. The answer is plain data too, so that a question can be put in the process or to
/// a program, and a test can keep it as a file (architecture.md §3).
pub enum Question {
    /// Was answered at once.
    Answered(Value),
    /// Has to talk to WordPress.com.
    Talk(Box<Talk>),
}

/// A question that has to talk to WordPress.com.
#[derive(Debug)]
pub enum Talk {
    /// [`Act`]
    Act(Box<Act>, Settings),
    /// [`ActMany`]
    ActMany(ActMany, Settings),
    /// [`Validate`]
    Validate(Validate, Settings),
    /// [`NewKey`]
    NewKey(NewKey, Settings),
    /// [`Billed`]
    Billed(Billed, Settings),
}

#[derive(Deserialize)]
struct ClaimGiven {
    order: Order,
    found: Found,
}

impl Question {
    /// Takes a question. A question that cannot be read is answered with a sentence: nothing is thrown.
    pub fn put(name: &str, given: Value, settings: Result<Settings, InvalidSetting>) -> Self {
        let talk = match name {
            "order" => return Self::answered(order(given, settings)),
            "claim" => {
                return Self::answered(
                    read(given).map(|given: ClaimGiven| plain(&claim(&given.order, &given.found))),
                );
            }
            "show" => return Self::answered(read(given).map(|asked: Show| plain(&asked.answer()))),
            "overview" => {
                return Self::answered(read(given).map(|asked: Overview| plain(&asked.answer())));
            }
            "prunable" => return Self::answered(read(given).map(|asked: Prunable| plain(&asked.answer()))),
            "weigh" => return Self::answered(read(given).map(|asked: Weigh| plain(&asked.answer()))),
            "due" => return Self::answered(due(given, settings)),
            "describe" => {
                return Self::answered(
                    read(given).map(|asked| plain(&describe::describe(&asked, &settings))),
                );
            }
            "act" => talk(given, settings, |act, settings| {
                Talk::Act(Box::new(act), settings)
            }),
            "act_many" => talk(given, settings, Talk::ActMany),
            "new_key" => talk(given, settings, Talk::NewKey),
            "billed" => talk(given, settings, Talk::Billed),
            "validate" => match settings {
                Ok(settings) => talk(given, Ok(settings), Talk::Validate),
                Err(invalid) => {
                    return Self::Answered(plain(&Validation::impossible(sentences::setting(&invalid))));
                }
            },
            name => Err(sentences::defect(&format!("there is no question \"{name}\""))),
        };
        match talk {
            Ok(talk) => Self::Talk(Box::new(talk)),
            Err(refusal) => Self::answered(Err(refusal)),
        }
    }

    fn answered(answer: Result<Value, String>) -> Self {
        Self::Answered(answer.unwrap_or_else(|refusal| json!({ "refusal": basic(&refusal) })))
    }
}

impl Talk {
    /// Talks.
    pub async fn run(self, clients: &Clients) -> Value {
        match self {
            Self::Act(act, settings) => plain(&act.run(&settings, clients).await),
            Self::ActMany(many, settings) => json!({ "answers": plain(&many.run(&settings, clients).await) }),
            Self::Validate(validate, settings) => plain(&validate.run(&settings, clients).await),
            Self::NewKey(new, settings) => plain(&new.run(&settings, clients).await),
            Self::Billed(billed, settings) => plain(&billed.run(&settings).await),
        }
    }
}

fn order(given: Value, settings: Result<Settings, InvalidSetting>) -> Result<Value, String> {
    let given: OrderGiven = read(given)?;
    let settings = settings.map_err(|invalid| sentences::setting(&invalid))?;
    let order = given.order(settings.deadline);
    let order = order.map_err(|mistake| sentences::mistake(&mistake))?;
    Ok(json!({ "order": plain(&Keyed::from(&order)) }))
}

fn due(given: Value, settings: Result<Settings, InvalidSetting>) -> Result<Value, String> {
    let given: Due = read(given)?;
    let settings = settings.map_err(|invalid| sentences::setting(&invalid))?;
    Ok(plain(&given.answer(settings.deadline)))
}

/// Reads what is to be talked about.
fn talk<T: DeserializeOwned>(
    given: Value,
    settings: Result<Settings, InvalidSetting>,
    into: impl FnOnce(T, Settings) -> Talk,
) -> Result<Talk, String> {
    let asked = read(given)?;
    let settings = settings.map_err(|invalid| sentences::setting(&invalid))?;
    Ok(into(asked, settings))
}

fn read<T: DeserializeOwned>(given: Value) -> Result<T, String> {
    serde_json::from_value(given).map_err(|error| sentences::defect(&unreadable(&error.to_string())))
}

/// What was wanted, without what was given, which may be a secret in the wrong place.
fn unreadable(error: &str) -> String {
    match error.rsplit_once(", expected ") {
        Some((_, wanted)) => format!("what was given is not {wanted}"),
        None if error.starts_with("missing field") => error.to_owned(),
        None => "what was given cannot be read".to_owned(),
    }
}

fn plain(answer: &impl serde::Serialize) -> Value {
    serde_json::to_value(answer)
        .unwrap_or_else(|error| json!({ "refusal": sentences::defect(&error.to_string()) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_not_repeated() {
        for given in [
            json!("s3cret"),
            json!({ "intent": "s3cret" }),
            json!({ "intent": { "row": "s3cret" } }),
        ] {
            let Question::Answered(answer) =
                Question::put("act", given, Settings::read(&crate::Ini::default()))
            else {
                panic!("it was taken");
            };
            let refusal = answer["refusal"].as_str().unwrap();
            assert!(!refusal.contains("s3cret"), "{refusal}");
        }
    }
}
