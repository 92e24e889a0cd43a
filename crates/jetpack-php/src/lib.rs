//! The PHP extension `jetpack_bridge`: puts PHP's question to `jetpack-whmcs`. No decision lives here.

#![allow(
    missing_docs,
    reason = "#[php_module] generates an undocumented function in some builds"
)]

mod ask;
mod info;
mod ini;
mod plain;
mod process;
mod runtime;
mod settings;

use ext_php_rs::prelude::*;

use crate::settings::startup;

/// Registers everything under the namespace `JetpackBridge`; there is no global function, since
/// PHP's function names ignore case and are shared by all modules (whmcs-contract.md §8.1).
#[php_module]
#[php(startup = "startup")]
pub fn get_module(module: ModuleBuilder) -> ModuleBuilder {
    let module = module.name("jetpack_bridge").info_function(info::info);
    process::register(ask::register(module))
}
