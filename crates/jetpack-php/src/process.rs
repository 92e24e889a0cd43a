//! The thread that PHP runs in, as the holder of leases.

use ext_php_rs::prelude::*;

pub(crate) fn register(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function(wrap_function!(process_identity))
        .function(wrap_function!(process_is_gone))
}

/// Names the thread that calls; empty where that cannot be known.
#[php_function]
#[php(name = "JetpackBridge\\process_identity")]
pub fn process_identity() -> String {
    jetpack_whmcs::process_identity(rustix::thread::gettid().as_raw_nonzero().get())
}

/// Whether the thread with this identity certainly no longer works on what it began.
#[php_function]
#[php(name = "JetpackBridge\\process_is_gone")]
pub fn process_is_gone(identity: &str) -> bool {
    jetpack_whmcs::process_is_gone(identity, &process_identity())
}
