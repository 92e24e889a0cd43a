use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::act::{Act, ActMany};
use crate::claim::{Found, claim};
use crate::order::Whole;
use crate::plain::basic;
use crate::validate::Validate;
use crate::{Clients, InvalidSetting, Order, Settings, describe, sentences};

/// What PHP asks: a name, and plain data. The answer is plain data too, so that a question can be put in the process or to
/// a program, and a test can keep it as a file (architecture.md §3).
pub enum Question {
    /// Was answered at once.
    Answered(Value),
    /// Has to talk to WordPress.com.
    Talk(Talk),
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
}

#[derive(Deserialize)]
struct ClaimGiven {
    order: Order,
    found: Found,
}

impl Question {
    /// Takes a question. A question that cannot be read is answered with a sentence: nothing is thrown.
    pub fn put(name: &str, given: Value, settings: Result<Settings, InvalidSetting>) -> Self {
        let answer = match name {
            "order" => read::<Whole>(given).map(|whole| order(&whole, settings)),
            "claim" => read::<ClaimGiven>(given).map(|given| plain(&claim(&given.order, &given.found))),
            "describe" => read(given).map(|asked| plain(&describe::describe(&asked))),
            "act" => match (read(given), settings) {
                (Ok(act), Ok(settings)) => return Self::Talk(Talk::Act(Box::new(act), settings)),
                (Err(defect), _) => Err(defect),
                (_, Err(invalid)) => Err(sentences::setting(&invalid)),
            },
            "act_many" => match (read(given), settings) {
                (Ok(many), Ok(settings)) => return Self::Talk(Talk::ActMany(many, settings)),
                (Err(defect), _) => Err(defect),
                (_, Err(invalid)) => Err(sentences::setting(&invalid)),
            },
            "validate" => match (read(given), settings) {
                (Ok(validate), Ok(settings)) => {
                    return Self::Talk(Talk::Validate(validate, settings));
                }
                (Err(defect), _) => Err(defect),
                (_, Err(invalid)) => Ok(json!({
                    "ok": false, "sentence": sentences::setting(&invalid), "log": crate::ModuleLog::default(),
                })),
            },
            name => Err(sentences::defect(&format!("there is no question \"{name}\""))),
        };
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
        }
    }
}

fn order(whole: &Whole, settings: Result<Settings, InvalidSetting>) -> Value {
    let order = settings
        .map_err(|invalid| sentences::setting(&invalid))
        .and_then(|settings| {
            let order = whole.order(settings.deadline);
            order.map_err(|mistake| sentences::mistake(&mistake))
        });
    match order {
        Ok(order) => json!({ "order": order }),
        Err(refusal) => json!({ "refusal": basic(&refusal) }),
    }
}

fn read<T: DeserializeOwned>(given: Value) -> Result<T, String> {
    serde_json::from_value(given).map_err(|error| sentences::defect(&error.to_string()))
}

fn plain(answer: &impl serde::Serialize) -> Value {
    serde_json::to_value(answer)
        .unwrap_or_else(|error| json!({ "refusal": sentences::defect(&error.to_string()) }))
}
