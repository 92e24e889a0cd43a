use ext_php_rs::flags::ClassFlags;
use ext_php_rs::prelude::*;
use jetpack_partner::Secret;
use jetpack_whmcs::Standing;

pub(crate) fn register(module: ModuleBuilder) -> ModuleBuilder {
    module.class::<Outcome>()
}

/// What has to be done in WHMCS after a module call. Immutable, and free of secrets but for
/// `secrets()`, which is for `logModuleCall` alone.
#[php_class]
#[php(name = "JetpackBridge\\Outcome", flags = ClassFlags::Final)]
pub struct Outcome(pub(crate) jetpack_whmcs::Outcome);

#[php_impl]
impl Outcome {
    /// `success`, or a sentence for staff.
    pub fn result(&self) -> String {
        self.0.result.clone()
    }

    /// How the service stands now: a word for the ledger, empty when it need not be recorded.
    pub fn state(&self) -> &'static str {
        self.0.standing.as_str()
    }

    /// Whether a plan may exist, so that the site stays taken.
    pub fn may_be_live(&self) -> bool {
        self.0.standing.may_be_live()
    }

    /// Where the owner connects the site, while the plan waits for that.
    pub fn next_url(&self) -> Option<String> {
        match &self.0.standing {
            Standing::Pending { next_url, .. } => next_url.clone(),
            _ => None,
        }
    }

    /// When a waiting plan lapses, in seconds since the epoch.
    pub fn pending_until(&self) -> Option<i64> {
        match self.0.standing {
            Standing::Pending { until, .. } => Some(until),
            _ => None,
        }
    }

    /// The new text of `jetpack_provisioning_details`; null leaves it as it is.
    pub fn details(&self) -> Option<String> {
        self.0.details.clone()
    }

    /// The entry for the activity log, if there is one.
    pub fn activity(&self) -> Option<String> {
        self.0.activity.clone()
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

/// Secrets as PHP's own strings: WHMCS's module log masks by value.
pub(crate) fn exposed(secrets: &[Secret]) -> Vec<String> {
    secrets.iter().map(|secret| secret.expose().to_owned()).collect()
}
