//! The PHP extension `jetpack_bridge`: convert, call once, wrap. No decision lives here.

#![allow(
    missing_docs,
    reason = "#[php_module] generates an undocumented function in some builds"
)]

mod actions;
mod info;
mod order;
mod outcome;
mod params;
mod process;
mod runtime;
mod settings;
mod validation;

use ext_php_rs::prelude::*;

use crate::settings::startup;

/// Registers everything under the namespace `JetpackBridge`; there is no global function, since
/// PHP's function names ignore case and are shared by all modules (whmcs-contract.md §8.1).
#[php_module]
#[php(startup = "startup")]
pub fn get_module(module: ModuleBuilder) -> ModuleBuilder {
    let module = module.name("jetpack_bridge").info_function(info::info);
    [
        order::register,
        outcome::register,
        actions::register,
        validation::register,
        process::register,
    ]
    .into_iter()
    .fold(module, |module, register| register(module))
}
