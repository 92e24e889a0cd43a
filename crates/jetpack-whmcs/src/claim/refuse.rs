use super::{Claim, Decision, Entry, Report};
use crate::{Row, Standing, sentences};

/// Seconds after which the cron tries again what was refused before anything was asked.
const ASKED_AGAIN: i64 = 24 * 60 * 60;

impl Claim<'_> {
    /// Says no, and writes nothing but that.
    pub(crate) fn refuse(self, sentence: String) -> Decision {
        if self.order.by_itself && self.row.under_way.is_none() && self.row.doubt_until.is_none() {
            return self.refuse_unasked(sentence);
        }
        let found = self.found.row.row.as_ref().ok();
        let details =
            found.and_then(|row| sentences::details_of_failure(self.order, row.site.as_ref(), &row.standing));
        Decision::refused(self.order, sentence, details)
    }

    /// Nobody has pressed a button: it is told once, and looked at again tomorrow.
    fn refuse_unasked(self, sentence: String) -> Decision {
        let Ok(mut row) = self.found.row.row.clone() else {
            return Decision::outdated();
        };
        let is_news = row.attempts == 0;
        row.version += 1;
        row.attempts = row.attempts.max(1);
        row.next_look_at = Some(self.found.now + ASKED_AGAIN);
        let mut report = Report::failed(sentence.clone(), None);
        report.alert = is_news;
        report.activity = is_news.then(|| sentence.clone());
        Decision {
            journal: is_news.then(|| Entry::result(self.order.action, &row, &sentence)),
            report: Some(report),
            row: Some(row),
            ..Decision::default()
        }
    }

    /// The same, and the service stands refused from now on, if nothing can be live.
    pub(crate) fn refuse_and_record(self, sentence: String) -> Decision {
        let found = self.found.row.row.as_ref().ok();
        let row = found.filter(|row| row.under_way.is_none()).and_then(|row| {
            let plain = match row.standing {
                Standing::None => true,
                // A service of the first module keeps its want of a record.
                Standing::Absent => !self.order.has_details,
                Standing::Active
                | Standing::Pending { .. }
                | Standing::Refused
                | Standing::Unknown
                | Standing::Cancelled { .. }
                | Standing::Suspended { .. }
                | Standing::Orphaned { .. } => false,
            };
            plain.then(|| Row {
                standing: Standing::Refused,
                version: row.version + 1,
                ..row.clone()
            })
        });
        let decision = self.refuse(sentence);
        Decision {
            row: row.or(decision.row),
            ..decision
        }
    }
}
