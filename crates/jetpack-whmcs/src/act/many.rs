use futures_util::{StreamExt, stream};
use serde::Deserialize;

use crate::act::{Act, Acted};
use crate::{Clients, Settings};

/// How many talk at once: enough to hide an ocean's round trips, few enough for a partner's limits, which are not known.
const AT_ONCE: usize = 16;

/// The question `act_many`: what `act` does, for many rows at once, as a cron run needs it.
#[derive(Debug, Clone, Deserialize)]
pub struct ActMany {
    /// Intents, each with its keys.
    calls: Vec<Act>,
}

impl ActMany {
    /// Asks for all; the answers are in the order of the calls. They share the earliest deadline of all.
    pub async fn run(mut self, settings: &Settings, clients: &Clients) -> Vec<Acted> {
        let deadline = self.calls.iter().map(|act| act.intent.order.deadline).min();
        for act in &mut self.calls {
            act.intent.order.deadline = deadline.unwrap_or_default();
        }
        let acted = self.calls.into_iter().map(|act| act.run(settings, clients));
        stream::iter(acted).buffered(AT_ONCE).collect().await
    }
}
