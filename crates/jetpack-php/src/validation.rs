use ext_php_rs::flags::ClassFlags;
use ext_php_rs::prelude::*;
use ext_php_rs::types::ZendHashTable;
use jetpack_partner::Deadline;
use jetpack_whmcs::{Validation as Checked, setting_sentence};

use crate::outcome::exposed;
use crate::params::PhpArray;
use crate::{runtime, settings};

pub(crate) fn register(module: ModuleBuilder) -> ModuleBuilder {
    module
        .class::<Validation>()
        .function(wrap_function!(validate_credentials))
}

/// What checking the addon's credentials showed.
#[php_class]
#[php(name = "JetpackBridge\\Validation", flags = ClassFlags::Final)]
pub struct Validation(Checked);

/// Checks the partner id and secret of the addon module's settings with the API.
#[php_function]
#[php(name = "JetpackBridge\\validate_credentials")]
pub fn validate_credentials(addon_settings: &ZendHashTable) -> Validation {
    let credentials = match Checked::credentials(&PhpArray(addon_settings)) {
        Ok(credentials) => credentials,
        Err(mistake) => return Validation(Checked::impossible(jetpack_whmcs::mistake_sentence(&mistake))),
    };
    let settings = match settings::current() {
        Ok(settings) => settings,
        Err(invalid) => return Validation(Checked::impossible(setting_sentence(&invalid))),
    };
    let checked = runtime::run(
        &settings,
        &credentials,
        Deadline::after(settings.deadline),
        async |call| jetpack_whmcs::validate(call).await,
    );
    Validation(checked.unwrap_or_else(|error| Checked::impossible(jetpack_whmcs::defect(&error.to_string()))))
}

#[php_impl]
impl Validation {
    /// Whether the credentials work.
    pub fn ok(&self) -> bool {
        self.0.ok
    }

    /// What the admin reads.
    pub fn sentence(&self) -> String {
        self.0.sentence.clone()
    }

    /// All requests, for the module log. Empty when none was made.
    pub fn request(&self) -> String {
        self.0.log.request.clone()
    }

    /// All answers, for the module log.
    pub fn response(&self) -> String {
        self.0.log.response.clone()
    }

    /// The secrets' values in every encoding, for the module log's own masking.
    ///
    /// @return array<int, string>
    pub fn secrets(&self) -> Vec<String> {
        exposed(&self.0.log.secrets)
    }
}
