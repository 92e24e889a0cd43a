//! The only part that talks to WordPress.com: a machine without I/O says what to ask, the driver here asks it, and what
//! follows for the row is settled by a pure function.

mod access;
mod alert;
mod attempt;
mod compare;
mod follows;
mod keys;
mod many;
mod settle;

use jetpack_partner::boottime_now;
use serde::{Deserialize, Serialize};

use crate::act::access::Handover;
use crate::act::attempt::Attempt;
use crate::claim::{Entry, Intent, Report};
use crate::verdict::{Seen, Verdict};
use crate::{Clients, Command, ModuleLog, Moment, Row, ServiceType, Settings, Told, sentences};

pub use access::Access;
pub(crate) use keys::has_blanks;
pub use keys::{From, Key};
pub use many::ActMany;
pub(crate) use settle::MOST_ATTEMPTS;
pub use settle::settle;

/// The question `act`.
#[derive(Debug, Clone, Deserialize)]
pub struct Act {
    /// What the claim allowed.
    pub intent: Intent,
    /// The keys that it may be done with.
    #[serde(default)]
    pub keys: Vec<Key>,
    /// What WordPress.com is to make backups with, where that is wanted.
    #[serde(default)]
    pub access: Option<Access>,
    /// Whether the access token is left to other processes, should it be refused: then nothing is done.
    #[serde(default)]
    pub leaves_token: bool,
}

/// Its answer.
#[derive(Serialize)]
pub struct Acted {
    /// The service's row, to be written if its version is still one less.
    pub row: Row,
    /// What is written of the row once its owner has been told.
    pub told: Option<Told>,
    /// A line of the journal, also when the row was overtaken; none of a look of the cron's that was no news.
    pub journal: Option<Entry>,
    /// What WHMCS, staff and the owner are told.
    pub report: Report,
    /// What was asked and answered.
    pub log: ModuleLog,
    /// The orphan whose plan was taken over, to be written if its version is still one less: it holds the site no more.
    pub released: Option<Row>,
    /// Whether anything is otherwise than before.
    pub news: bool,
    /// Whether the owner is to be written to that his plan waits: the row counts it already, so nobody gets it twice.
    pub mail: bool,
    /// What WHMCS has to be asked to do with the service.
    pub command: Option<Command>,
    /// A new access token of the key that was used, for other processes. A secret.
    pub token: Option<String>,
    /// Whether nothing was done because the access token was refused, and other processes may have a new one by now: it is to be
    /// asked again.
    pub token_refused: bool,
    /// What an action that takes over has seen; null where it learnt nothing.
    pub seen: Option<Seen>,
    /// Whether the key was refused, so that whatever is asked with it will be.
    pub key_refused: bool,
    /// Whether the stored secret was refused and the order's of the same partner id was not: it takes its place.
    pub replace_key: bool,
}

impl Act {
    /// Asks what is to be asked. Nothing is sent after the intent's deadline.
    pub async fn run(self, settings: &Settings, clients: &Clients) -> Acted {
        let candidates = keys::candidates(&self.keys, &self.intent.row.partner_id);
        let mut log = ModuleLog::default();
        let mut ended = None;
        let mut replace_key = false;
        let mut token = None;
        let mut token_refused = false;
        let handover = Handover::of(&self.intent, self.access.as_ref());
        for key in &candidates {
            let attempt = self.attempt(key, &handover, settings, clients, &mut log).await;
            token.clone_from(&attempt.new_token);
            token_refused = attempt.token_is_refused;
            let is_refused = attempt.key_is_refused;
            ended = Some(attempt);
            if !is_refused || token_refused {
                replace_key = candidates.len() > 1 && key.from == From::Order && !token_refused;
                break;
            }
        }
        Acted {
            token_refused,
            ..self.settled(ended, log, replace_key, token)
        }
    }

    fn settled(
        self,
        ended: Option<Attempt>,
        log: ModuleLog,
        replace_key: bool,
        token: Option<String>,
    ) -> Acted {
        let intent = &self.intent;
        let (mut verdict, left_open, key_refused) = match ended {
            Some(attempt) => (attempt.verdict, attempt.left_open, attempt.key_is_refused),
            None => (
                Verdict::untouched(&intent.row, sentences::no_key(&intent.row.partner_id)),
                false,
                true,
            ),
        };
        if verdict.result.is_err() {
            let site = intent.row.site.as_ref();
            verdict.details = sentences::details_of_failure(&intent.order, site, &verdict.standing);
        }
        if intent.row.service.kind == ServiceType::Orphan {
            // It has no field: the number is the ledger's own, and some service's as well.
            verdict.details = None;
        }
        if intent.order.only_looks() && verdict.standing == intent.row.standing && !intent.row.details_due {
            // The owner has read it.
            verdict.details = None;
        }
        let now = now(intent);
        let mut row = settle(intent, &verdict, left_open, now);
        let told = row.until_told(verdict.details.as_ref(), now);
        let has_given_up = alert::has_given_up(intent, &row);
        if let (Ok(sentence) | Err(sentence), true) = (&mut verdict.result, has_given_up) {
            sentence.push_str(sentences::given_up());
        }
        let alert = has_given_up || alert::is_needed(intent, &verdict, &row);
        let command = follows::follows(&row, intent, &verdict);
        let mut report = match verdict.result {
            Ok(activity) => Report::done(activity, verdict.details),
            Err(sentence) => Report::failed(sentence, verdict.details),
        };
        report.alert = alert;
        let orphan = intent.orphan.as_ref().filter(|_| report.activity.is_some());
        let released = orphan.map(|orphan| orphan.handed_over(&row));
        let said = report.activity.as_ref().unwrap_or(&report.result);
        let news = row.standing != intent.row.standing || row.plan != intent.row.plan;
        let mail = row.mails > intent.row.mails && intent.order.reminders.has(intent.row.mails + 1);
        let is_worth_a_line = news || mail || report.alert || row.doubt_until != intent.row.doubt_until;
        let journal = (is_worth_a_line || !intent.order.only_looks())
            .then(|| Entry::result(intent.order.action, &row, said));
        Acted {
            journal,
            news,
            command,
            mail,
            row,
            told,
            released,
            report,
            log,
            token,
            token_refused: false,
            seen: verdict.seen,
            key_refused,
            replace_key,
        }
    }
}

/// The database's clock now, as far as it is known without asking: its reading at the claim, and the time since the
/// deadline was set, which was before the claim.
fn now(intent: &Intent) -> Moment {
    let begun = intent
        .order
        .deadline
        .saturating_sub(intent.order.span.unsigned_abs() * 1000);
    let since = boottime_now().saturating_sub(begun) / 1000;
    intent
        .now
        .saturating_add(Moment::try_from(since).unwrap_or(Moment::MAX))
}
