//! The database, the site and the workers, and what can happen to them.

use jetpack_whmcs::{Ended, Intent, Moment, Row, Service, ServiceType, Standing, settle};

use crate::api::{Answer, Flight, Site};
use crate::kept::Kept;
use crate::protocol::{Protocol, Rule};
use crate::worker::{Stage, Work, Worker};

/// The only moment: what has run out by then is put before it, what has not lies after it.
pub(crate) const NOW: Moment = 1_000_000;
const PAST: Moment = NOW - 1;
const FUTURE: Moment = NOW + 1_000;
/// What an active plan is due for after that is to see whether WHMCS has heard of it, or the daily comparison.
const COMPARED_AFTER: Moment = 200;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct World {
    pub(crate) rows: Vec<Kept<Row>>,
    /// Who holds each row's lease, or held it last.
    pub(crate) holders: Vec<Option<usize>>,
    pub(crate) workers: Vec<Worker>,
    pub(crate) flights: Vec<Flight>,
    pub(crate) site: Site,
    pub(crate) crashes: u8,
}

impl World {
    pub(crate) fn new(protocol: &Protocol) -> Self {
        let services = 1 + protocol.calls.iter().map(|calls| calls.service).max().unwrap();
        let row = |id: u64| Row {
            standing: Standing::None,
            version: 0,
            ..Row::new(
                id,
                Service {
                    kind: ServiceType::Service,
                    id,
                },
            )
        };
        let worker = |calls_left| Worker {
            calls_left,
            past_deadline: false,
            stage: Stage::Idle,
        };
        Self {
            rows: (1..=services as u64).map(row).map(Kept::new).collect(),
            holders: vec![None; services],
            workers: protocol.calls.iter().map(|calls| worker(calls.times)).collect(),
            flights: Vec::new(),
            site: Site::default(),
            crashes: 0,
        }
    }

    pub(crate) fn is_leased(&self, service: usize) -> bool {
        self.rows[service].lease.until > NOW
    }

    /// Only who has the newest version may write it; versions are told apart by `Work::mine`.
    fn write(&mut self, service: usize, row: Row) {
        let mut row = Row { version: 0, ..row };
        // Which moment it is does not matter, only on which side of now.
        let side = |moment: Moment| if moment <= NOW { PAST } else { FUTURE };
        // That every plan is looked at once a day would hide what nothing else leads to.
        let compares =
            row.standing == Standing::Active && row.under_way.is_none() && row.doubt_until.is_none();
        let is_to_come = |at: &Moment| !compares || *at < NOW + COMPARED_AFTER;
        row.next_look_at = row.next_look_at.filter(is_to_come).map(|_| PAST);
        row.doubt_until = row.doubt_until.map(side);
        row.lease.until = side(row.lease.until);
        if let Standing::Pending { until, .. } = &mut row.standing {
            *until = FUTURE;
        }
        row.ended = row.ended.map(|_| Ended {
            at: PAST,
            cancels_at: Some(FUTURE),
        });
        row.details_due = false;
        row.attempts = 0;
        row.mails = 0;
        self.rows[service] = Kept::new(row);
        for work in self.workers.iter_mut().filter_map(Worker::work_mut) {
            work.mine &= work.intent.row.id != self.rows[service].id;
        }
    }

    pub(crate) fn claims(&mut self, by: usize, protocol: &Protocol) {
        let service = protocol.calls[by].service;
        self.workers[by].calls_left -= 1;
        let decision = protocol.claim(self, by);
        let Some(row) = decision.row else { return };
        self.write(service, protocol.after_claim(row));
        if let Some(mut intent) = decision.intent {
            intent.row = Row::clone(&self.rows[service]);
            intent.due_before = intent.due_before.map(|_| PAST);
            intent.order.deadline = 0;
            self.holders[service] = Some(by);
            self.workers[by].past_deadline = false;
            self.workers[by].stage = Stage::Working(Work::new(intent));
        }
    }

    pub(crate) fn sends(&mut self, by: usize) {
        let Stage::Working(work) = std::mem::replace(&mut self.workers[by].stage, Stage::Idle) else {
            return;
        };
        let ask = work.asks().unwrap().clone();
        if matches!(
            ask,
            jetpack_partner::Ask::Provision(_) | jetpack_partner::Ask::Cancel(_)
        ) {
            self.flights.push(Flight {
                by,
                ask,
                answer: None,
            });
        }
        self.workers[by].stage = Stage::Waiting(work);
    }

    pub(crate) fn takes_effect(&mut self, flight: usize, must_connect: bool, protocol: &Protocol) {
        let flight = self.flights.remove(flight);
        let answer = self
            .site
            .take_effect(&flight.ask, must_connect, protocol.clears_waiting);
        let waits = matches!(self.workers[flight.by].stage, Stage::Waiting(_));
        if waits && self.listens(&flight) {
            self.flights.push(Flight {
                answer: Some(answer),
                ..flight
            });
        }
    }

    /// Whether the call still waits for this very request.
    fn listens(&self, flight: &Flight) -> bool {
        let work = self.workers[flight.by].work();
        work.and_then(Work::asks) == Some(&flight.ask)
            && !self
                .flights
                .iter()
                .any(|other| other.by == flight.by && other.ask == flight.ask)
    }

    pub(crate) fn hears(&mut self, by: usize, answer: Answer) {
        self.flights
            .retain(|flight| flight.by != by || flight.answer.is_none());
        if let Stage::Waiting(mut work) | Stage::Working(mut work) =
            std::mem::replace(&mut self.workers[by].stage, Stage::Idle)
        {
            work.hear(answer);
            self.workers[by].stage = Stage::Working(work);
        }
    }

    pub(crate) fn settles(&mut self, by: usize, protocol: &Protocol) {
        let Stage::Working(work) = std::mem::replace(&mut self.workers[by].stage, Stage::Idle) else {
            return;
        };
        let mut intent = Intent::clone(&work.intent);
        if protocol.without == Some(Rule::DoubtEndsByALaterAnswer) {
            intent.now = FUTURE;
        }
        let row = settle(&intent, work.verdict().unwrap(), work.left_open, NOW);
        if work.mine || protocol.without == Some(Rule::CompareAndSwap) {
            let service = protocol.calls[by].service;
            self.write(service, protocol.after_settle(row));
        }
    }

    pub(crate) fn crashes(&mut self, by: usize) {
        self.crashes += 1;
        self.workers[by].stage = Stage::Idle;
        self.flights
            .retain(|flight| flight.by != by || flight.answer.is_none());
    }

    pub(crate) fn lease_ends(&mut self, service: usize) {
        let mut row = Row::clone(&self.rows[service]);
        row.lease.until = PAST;
        self.rows[service] = Kept::new(row);
    }

    pub(crate) fn doubt_ends(&mut self, service: usize) {
        let row = Row {
            doubt_until: Some(PAST),
            ..Row::clone(&self.rows[service])
        };
        self.rows[service] = Kept::new(row);
    }

    /// Whether some row leads people, or the cron, to what may live on the site.
    pub(crate) fn is_seen(&self) -> bool {
        let seen = |row: &Kept<Row>| {
            row.standing.may_be_live() || row.under_way.is_some() || row.next_look_at.is_some()
        };
        self.rows.iter().any(seen) || self.workers.iter().any(Worker::is_busy)
    }

    /// Whether nothing can change any more unless somebody presses a button.
    pub(crate) fn rests(&self) -> bool {
        let due = |row: &Kept<Row>| row.next_look_at.is_some();
        self.flights.is_empty() && !self.workers.iter().any(Worker::is_busy) && !self.rows.iter().any(due)
    }
}
