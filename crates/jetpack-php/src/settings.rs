use std::cell::RefCell;

use ext_php_rs::error::php_error;
use ext_php_rs::flags::{ErrorType, IniEntryPermission};
use ext_php_rs::zend::{IniEntryDef, IniEntryDefs};
use jetpack_whmcs::{Ini, InvalidSetting, Settings};

use crate::ini;

/// Only php.ini and its like may set them, so no script can redirect the secret.
static ENTRIES: IniEntryDefs<5> = IniEntryDefs::new([
    IniEntryDef::new(
        c"jetpack_bridge.api_url",
        c"https://public-api.wordpress.com",
        IniEntryPermission::System,
    ),
    IniEntryDef::new(c"jetpack_bridge.ca_file", c"", IniEntryPermission::System),
    IniEntryDef::new(c"jetpack_bridge.proxy", c"", IniEntryPermission::System),
    IniEntryDef::new(c"jetpack_bridge.deadline", c"25", IniEntryPermission::System),
    IniEntryDef::end(),
]);

thread_local! {
    /// The last values read and what they meant, so that a CA file is read once.
    static READ: RefCell<Option<(Ini, Result<Settings, InvalidSetting>)>> = const { RefCell::new(None) };
}

/// Registers the ini values, and says at once when one of them is wrong. PHP itself still starts:
/// a mistake in one module's settings must not take a whole shop down. Every call is refused with
/// the same reason.
pub(crate) extern "C" fn startup(_type: i32, module: i32) -> i32 {
    std::panic::set_hook(Box::new(|_| {
        // ext-php-rs turns a panic into a PHP error; the default hook would print it, and whatever
        // the message holds, into a customer's page.
    }));
    IniEntryDef::register(ENTRIES.as_slice(), module);
    if let Err(invalid) = read() {
        php_error(
            &ErrorType::CoreWarning,
            &format!("{invalid}. Jetpack plans cannot be provisioned."),
        );
    }
    0
}

/// The settings that are in force. They are looked up at every call, because a php-fpm pool may
/// have its own (`php_admin_value`), which is set after start-up.
pub(crate) fn current() -> Result<Settings, InvalidSetting> {
    READ.with_borrow_mut(|read| {
        let written = written();
        match read {
            Some((known, settings)) if *known == written => settings.clone(),
            _ => {
                let settings = Settings::read(&written);
                *read = Some((written, settings.clone()));
                settings
            }
        }
    })
}

/// Reads the settings without keeping them: at start-up PHP has not forked yet.
fn read() -> Result<Settings, InvalidSetting> {
    Settings::read(&written())
}

fn written() -> Ini {
    Ini {
        api_url: ini::value("jetpack_bridge.api_url"),
        ca_file: ini::value("jetpack_bridge.ca_file"),
        proxy: ini::value("jetpack_bridge.proxy"),
        deadline: ini::value("jetpack_bridge.deadline"),
    }
}
