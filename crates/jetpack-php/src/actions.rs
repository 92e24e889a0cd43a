use std::time::{SystemTime, UNIX_EPOCH};

use ext_php_rs::prelude::*;
use ext_php_rs::types::ZendHashTable;
use jetpack_partner::{Call, Deadline, boottime_now};
use jetpack_whmcs::{Moment, Params, Row, defect, mistake_sentence};

use crate::order::Order;
use crate::outcome::Outcome;
use crate::params::PhpArray;
use crate::{runtime, settings};

pub(crate) fn register(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function(wrap_function!(deadline))
        .function(wrap_function!(create_account))
        .function(wrap_function!(terminate_account))
}

/// When a call that begins now must have ended, in milliseconds of `CLOCK_BOOTTIME`.
///
/// It is read before the claim and travels with the claimed row: a call that was frozen meanwhile, for longer than its
/// lease, must not send what another node has since decided otherwise (architecture.md §4, the fence).
#[php_function]
#[php(name = "JetpackBridge\\deadline")]
pub fn deadline() -> i64 {
    let span = settings::current().map_or(0, |settings| settings.deadline.as_millis());
    i64::try_from(u128::from(boottime_now()) + span).unwrap_or(i64::MAX)
}

/// Provisions what was ordered, given the ledger's row as claimed for this call.
///
/// @param array<string, scalar|null> $row
#[php_function]
#[php(name = "JetpackBridge\\create_account")]
pub fn create_account(order: &Order, row: &ZendHashTable) -> Outcome {
    act(order, row, async |order, row, call| {
        jetpack_whmcs::create_account(order, row, call, now()).await
    })
}

/// Cancels what the ledger's row says was provisioned.
///
/// @param array<string, scalar|null> $row
#[php_function]
#[php(name = "JetpackBridge\\terminate_account")]
pub fn terminate_account(order: &Order, row: &ZendHashTable) -> Outcome {
    act(order, row, async |order, row, call| {
        jetpack_whmcs::terminate_account(order, row, call).await
    })
}

fn act(
    order: &Order,
    row: &ZendHashTable,
    action: impl AsyncFnOnce(&jetpack_whmcs::Order, &Row, &mut Call<'_>) -> jetpack_whmcs::Outcome,
) -> Outcome {
    let deadline = PhpArray(row).text("deadline").and_then(|text| text.parse().ok());
    let row = match Row::read(&PhpArray(row)) {
        Ok(row) => row,
        Err(unreadable) => {
            return Outcome(jetpack_whmcs::Outcome::unsettled(defect(&unreadable.to_string())));
        }
    };
    let refused = |sentence| Outcome(jetpack_whmcs::Outcome::unchanged(&row, sentence));
    let order = match &order.0 {
        Ok(order) => order,
        Err(mistake) => return refused(mistake_sentence(mistake)),
    };
    let settings = match settings::current() {
        Ok(settings) => settings,
        Err(invalid) => return refused(jetpack_whmcs::setting_sentence(&invalid)),
    };
    let Some(deadline) = deadline.map(Deadline::at) else {
        return refused(defect("the call has no deadline"));
    };
    let acted = runtime::run(&settings, &order.credentials, deadline, async |call| {
        action(order, &row, call).await
    });
    acted.map_or_else(|error| refused(defect(&error.to_string())), Outcome)
}

/// A clock before 1970 counts as 1970: the worst it does is to renew a waiting plan.
fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment::try_from(since.as_secs()).unwrap_or(Moment::MAX)
}
