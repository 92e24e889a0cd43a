use ext_php_rs::types::{ZendHashTable, Zval};
use jetpack_whmcs::Params;

/// A PHP array, read as texts. Objects are never touched: `$params['model']` would query the
/// database.
pub(crate) struct PhpArray<'a>(pub(crate) &'a ZendHashTable);

impl Params for PhpArray<'_> {
    fn text(&self, key: &str) -> Option<String> {
        text(self.0.get(key)?)
    }

    fn texts(&self, key: &str) -> Vec<(String, String)> {
        let Some(array) = self.0.get(key).and_then(|value| value.dereference().array()) else {
            return Vec::new();
        };
        array
            .iter()
            .filter_map(|(key, value)| Some((key.to_string(), text(value)?)))
            .collect()
    }
}

fn text(value: &Zval) -> Option<String> {
    let value = value.dereference();
    if let Some(bytes) = value.zend_str() {
        return Some(String::from_utf8_lossy(bytes.as_bytes()).into_owned());
    }
    let number = value.long().map(|number| number.to_string());
    let flag = || {
        value
            .bool()
            .map(|flag| if flag { "1".into() } else { String::new() })
    };
    number
        .or_else(flag)
        .or_else(|| value.double().map(|number| number.to_string()))
}
