use ext_php_rs::boxed::ZBox;
use ext_php_rs::prelude::*;
use ext_php_rs::types::ZendHashTable;
use jetpack_whmcs::{Question, defect};
use serde_json::{Value, json};

use crate::{plain, runtime, settings};

pub(crate) fn register(module: ModuleBuilder) -> ModuleBuilder {
    module.function(wrap_function!(ask))
}

/// Answers a question (architecture.md §3). Question and answer are plain data: texts, numbers, flags, null and arrays of
/// them. What else is given, such as an object, is taken for null and never touched.
///
/// @param array<string, mixed> $given
///
/// @return array<string, mixed>
#[php_function]
#[php(name = "JetpackBridge\\ask")]
pub fn ask(question: &str, given: &ZendHashTable) -> ZBox<ZendHashTable> {
    let answer = match Question::put(question, plain::read(given), settings::current()) {
        Question::Answered(answer) => answer,
        Question::Talk(talk) => {
            runtime::run(*talk).unwrap_or_else(|reason| json!({ "refusal": defect(&reason) }))
        }
    };
    match answer {
        Value::Object(answer) => plain::write(answer),
        answer => plain::write([("answer".to_owned(), answer)].into_iter().collect()),
    }
}
