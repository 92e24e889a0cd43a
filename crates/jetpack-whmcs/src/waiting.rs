use crate::standing::PENDING_SECONDS;
use crate::{Moment, Row, ServiceType, Standing};

const MINUTE: Moment = 60;
const HOUR: Moment = 60 * MINUTE;
const DAY: Moment = 24 * HOUR;

/// Seconds after which a waiting plan is looked at for the first time.
const FIRST_LOOK: Moment = 10 * MINUTE;

/// How long a plan has waited when its owner is written to.
const MAILS: [Moment; 3] = [0, 3 * DAY, 10 * DAY];

/// Seconds before its term ends in which a waiting plan is provisioned anew.
const RENEWED_BEFORE: Moment = 2 * DAY;

/// Seconds after which that is tried again.
const RENEWED_AGAIN: Moment = 6 * HOUR;

/// A plan that waits for its owner to connect the site: its clock of 14 days (partner-api.md §4.4).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Waiting {
    begun: Moment,
    until: Moment,
}

impl Waiting {
    /// `None` where nobody waits for the owner, or nobody wants him to connect any more.
    pub(crate) fn of(row: &Row) -> Option<Self> {
        let Standing::Pending { until, .. } = row.standing else {
            return None;
        };
        let is_wanted = row.wanted.allows_live() && row.ended.is_none();
        (is_wanted && row.service.kind != ServiceType::Orphan).then_some(Self {
            begun: until - PENDING_SECONDS,
            until,
        })
    }

    /// How many mails the owner should have got by now.
    pub(crate) fn mails(self, now: Moment) -> u8 {
        let due = MAILS.iter().filter(|after| self.begun + **after <= now);
        u8::try_from(due.count()).unwrap_or(u8::MAX)
    }

    /// Whether the time has come to provision it anew.
    pub(crate) fn is_to_be_renewed(self, now: Moment) -> bool {
        (self.until - RENEWED_BEFORE..self.until).contains(&now)
    }

    /// When it is looked at next: often at first, when its owner is about to connect, then ever less; and whenever he is to be
    /// written to, or the plan to be renewed.
    pub(crate) fn next_look(self, mails: u8, now: Moment) -> Moment {
        let look = look_at(self.until, now);
        let mail = MAILS
            .get(usize::from(mails))
            .map(|after| (self.begun + after).max(now + FIRST_LOOK));
        let renewal = match self.until - RENEWED_BEFORE {
            renewal if now < renewal => renewal,
            _ => now + RENEWED_AGAIN,
        };
        look.min(mail.unwrap_or(self.until)).min(renewal).min(self.until)
    }
}

/// The same of what only waits to be seen.
pub(crate) fn look_at(until: Moment, now: Moment) -> Moment {
    let waited = (now - (until - PENDING_SECONDS)).max(0);
    until.min(now + (waited / 2).max(FIRST_LOOK))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Service, Wanted};

    const BEGUN: Moment = 1_000_000;

    fn waiting() -> Waiting {
        Waiting {
            begun: BEGUN,
            until: BEGUN + PENDING_SECONDS,
        }
    }

    #[test]
    fn it_is_looked_at_ever_less_often_and_when_it_lapses() {
        let until = BEGUN + PENDING_SECONDS;
        assert_eq!(look_at(until, BEGUN) - BEGUN, FIRST_LOOK);
        assert_eq!(look_at(until, BEGUN + 2 * DAY) - BEGUN, 3 * DAY);
        assert_eq!(look_at(until, until - 5), until);
    }

    #[test]
    fn its_owner_is_written_to_at_once_on_day_3_and_on_day_10() {
        for (day, mails) in [(0, 1), (2, 1), (3, 2), (9, 2), (10, 3), (13, 3)] {
            assert_eq!(waiting().mails(BEGUN + day * DAY), mails, "{day}");
        }
        // However rarely it is looked at, the mail goes out on its day.
        assert_eq!(waiting().next_look(2, BEGUN + 8 * DAY), BEGUN + 10 * DAY);
    }

    #[test]
    fn it_is_renewed_from_day_12_on_every_six_hours_until_it_lapses() {
        assert!(!waiting().is_to_be_renewed(BEGUN + 12 * DAY - 1));
        assert!(waiting().is_to_be_renewed(BEGUN + 12 * DAY));
        assert!(!waiting().is_to_be_renewed(BEGUN + 14 * DAY));
        assert_eq!(waiting().next_look(3, BEGUN + 11 * DAY), BEGUN + 12 * DAY);
        assert_eq!(
            waiting().next_look(3, BEGUN + 12 * DAY),
            BEGUN + 12 * DAY + RENEWED_AGAIN
        );
        assert_eq!(waiting().next_look(3, BEGUN + 14 * DAY - 1), BEGUN + 14 * DAY);
    }

    #[test]
    fn nobody_is_written_to_about_what_is_to_end() {
        let service = Service {
            kind: ServiceType::Service,
            id: 7,
        };
        let mut row = Row {
            standing: Standing::Pending {
                next_url: None,
                until: BEGUN,
            },
            wanted: Wanted::Live,
            ..Row::new(1, service)
        };
        assert!(Waiting::of(&row).is_some());
        row.end(BEGUN, None);
        assert!(Waiting::of(&row).is_none());
        row.ended = None;
        row.wanted = Wanted::Gone;
        assert!(Waiting::of(&row).is_none());
    }
}
