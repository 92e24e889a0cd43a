use ext_php_rs::ffi::zend_ini_entry;
use ext_php_rs::zend::ExecutorGlobals;

/// One ini value that is in force. ext-php-rs offers only a copy of all of them, which costs a start of PHP more than
/// everything else in this extension.
#[expect(unsafe_code, reason = "there is no safe way to one value")]
pub(crate) fn value(name: &str) -> String {
    let globals = ExecutorGlobals::get();
    // SAFETY: PHP makes the table before any extension is loaded and keeps it as long as the process lives; the guard
    // keeps the globals from being changed through ext-php-rs meanwhile.
    let Some(directives) = (unsafe { globals.ini_directives.as_ref() }) else {
        return String::new();
    };
    // SAFETY: the table holds nothing but pointers to entries, which live as long as it does, and so do their values
    // until one is set anew, which no other thread can do.
    let text = directives
        .get(name)
        .and_then(|entry| unsafe { entry.ptr::<zend_ini_entry>()?.as_ref()?.value.as_ref() });
    text.map_or_else(String::new, |text| {
        String::from_utf8_lossy(text.as_bytes()).into_owned()
    })
}
