use ext_php_rs::zend::ModuleEntry;
use ext_php_rs::{info_table_end, info_table_row, info_table_start};

use crate::settings;

/// What `php --ri jetpack_bridge` and `phpinfo()` show. Never a secret: the extension holds none.
pub(crate) extern "C" fn info(_module: *mut ModuleEntry) {
    info_table_start!();
    info_table_row!("version", env!("CARGO_PKG_VERSION"));
    info_table_row!("commit", env!("JETPACK_BRIDGE_COMMIT"));
    info_table_row!("rustc", env!("JETPACK_BRIDGE_RUSTC"));
    info_table_row!("TLS backend", "rustls (ring)");
    match settings::current() {
        Ok(settings) => {
            info_table_row!("API address", settings.api_url.to_string());
            info_table_row!("certificates", settings.trust.to_string());
            info_table_row!("proxy", settings.proxy.to_string());
            info_table_row!("deadline", format!("{} s", settings.deadline.as_secs()));
        }
        Err(invalid) => {
            info_table_row!("settings", format!("refused: {invalid}"));
        }
    }
    info_table_end!();
}
