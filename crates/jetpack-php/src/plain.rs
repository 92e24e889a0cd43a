//! PHP's arrays as JSON's values, and back.

use ext_php_rs::boxed::ZBox;
use ext_php_rs::types::{ZendHashTable, Zval};
use serde_json::{Map, Value};

/// Deeper arrays are cut off: a reference can make one that has no end.
const DEEPEST: u8 = 16;

/// Reads an array with keys. Objects are never touched: `$params['model']` would query the database.
pub(crate) fn read(array: &ZendHashTable) -> Value {
    Value::Object(map(array, 0))
}

fn map(array: &ZendHashTable, depth: u8) -> Map<String, Value> {
    let mut entries = array.iter();
    // Not by the iterator itself: it panics at a key that is not UTF-8, as an old database's may be.
    let entries = std::iter::from_fn(|| entries.next_zval());
    entries
        .map(|(key, value)| (key_of(&key), value_of(value, depth + 1)))
        .collect()
}

fn key_of(key: &Zval) -> String {
    match key.zend_str() {
        Some(text) => String::from_utf8_lossy(text.as_bytes()).into_owned(),
        None => key.long().unwrap_or_default().to_string(),
    }
}

fn value_of(value: &Zval, depth: u8) -> Value {
    let value = value.dereference();
    if let Some(text) = value.zend_str() {
        return Value::String(String::from_utf8_lossy(text.as_bytes()).into_owned());
    }
    if let Some(array) = value.array().filter(|_| depth < DEEPEST) {
        if array.has_sequential_keys() {
            return array.values().map(|value| value_of(value, depth + 1)).collect();
        }
        return Value::Object(map(array, depth));
    }
    let number = || value.long().map(Value::from);
    let flag = || value.bool().map(Value::from);
    number()
        .or_else(flag)
        .or_else(|| value.double().map(Value::from))
        .unwrap_or(Value::Null)
}

/// Makes an array with keys.
pub(crate) fn write(map: Map<String, Value>) -> ZBox<ZendHashTable> {
    let mut array = ZendHashTable::new();
    for (key, value) in map {
        // It fails only for a key or an array that PHP cannot hold.
        let _ = array.insert(key.as_str(), zval(value));
    }
    array
}

fn zval(value: Value) -> Zval {
    let mut zval = Zval::new();
    match value {
        Value::Null => zval.set_null(),
        Value::Bool(flag) => zval.set_bool(flag),
        Value::Number(number) => match number.as_i64() {
            Some(number) => zval.set_long(number),
            None => zval.set_double(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::String(text) => {
            let _ = zval.set_string(&text, false);
        }
        Value::Array(values) => {
            let mut list = ZendHashTable::new();
            for value in values {
                let _ = list.push(self::zval(value));
            }
            zval.set_hashtable(list);
        }
        Value::Object(map) => zval.set_hashtable(write(map)),
    }
    zval
}
