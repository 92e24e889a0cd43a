//! Who calls what, which rule is left out, and what must always hold.

use jetpack_whmcs::{
    Action, BackupAccess, Decision, Found, FoundRow, KeySource, Order, Row, ServiceType, Standing,
    WhenSuspended, claim,
};
use stateright::{Model, Property};

use crate::api::Answer;
use crate::kept::Kept;
use crate::worker::{Stage, Work, Worker};
use crate::world::{NOW, World};

const SITE: &str = "https://example.com";
pub(crate) const SUCCEEDS: &str = "a Create succeeds";

/// The calls of one worker.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Calls {
    pub(crate) action: Action,
    pub(crate) service: usize,
    pub(crate) plan: &'static str,
    pub(crate) times: u8,
}

impl Calls {
    pub(crate) fn cron(times: u8) -> Self {
        Self {
            action: Action::Look,
            service: 0,
            plan: "personal",
            times,
        }
    }
}

/// A rule of architecture.md §4 that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// 1 and 6: an outcome that was overtaken changes nothing.
    CompareAndSwap,
    /// 2: a claim makes the row due, and what was begun is found to be interrupted.
    DueWhileClaimed,
    /// 3: nothing is sent after the deadline, which the lease outlives.
    Fence,
    /// 4: an open attempt makes the row due until the doubt has ended.
    DoubtWindow,
    /// 4: a row in doubt holds its site.
    DoubtHoldsTheSite,
    /// 5: only an answer that was asked for after the doubt ends it.
    DoubtEndsByALaterAnswer,
    /// 7: a row keeps every plan that was asked for while it is in doubt.
    EveryPlanIsKept,
    /// 8: a waiting plan that was cancelled is watched.
    WaitingIsWatched,
}

#[derive(Debug, Clone)]
pub(crate) struct Protocol {
    pub(crate) calls: Vec<Calls>,
    pub(crate) without: Option<Rule>,
    pub(crate) crashes: u8,
    /// Whether a cancellation clears a plan that waits, which is not known (partner-api.md §20).
    pub(crate) clears_waiting: bool,
}

impl Protocol {
    pub(crate) fn claim(&self, world: &World, by: usize) -> Decision {
        let calls = &self.calls[by];
        let row = Row::clone(&world.rows[calls.service]);
        let others = world.rows.iter().filter(|other| other.id != row.id);
        let mut others: Vec<Row> = others.map(|other| Row::clone(other)).collect();
        if self.without == Some(Rule::DoubtHoldsTheSite) {
            others.iter_mut().for_each(|other| other.doubt_until = None);
        }
        let order = Order {
            action: calls.action,
            service: row.service,
            client: 0,
            product: 0,
            site: Some(SITE.parse().unwrap()),
            local_user: Some("admin".into()),
            plan: Some(calls.plan.parse().unwrap()),
            key: KeySource::Addon,
            partner_id: "p".into(),
            obstacle: None,
            when_suspended: WhenSuspended::Cancel,
            ends_after: Some(100),
            why: String::new(),
            backup_access: BackupAccess::default(),
            connecting: jetpack_whmcs::Connecting::default(),
            has_details: false,
            repairs: false,
            reminders: jetpack_whmcs::Reminders::default(),
            is_heard: false,
            version: None,
            by_itself: false,
            deadline: 0,
            span: 25,
        };
        let found = Found {
            now: NOW,
            clock: NOW,
            row: FoundRow::from(row),
            others: others.into_iter().map(FoundRow::from).collect(),
            holder_is_gone: false,
            token: String::new(),
            holder: String::new(),
        };
        claim(&order, &found)
    }

    pub(crate) fn after_claim(&self, row: Row) -> Row {
        match self.without {
            Some(Rule::DueWhileClaimed) => Row {
                under_way: None,
                next_look_at: None,
                ..row
            },
            Some(Rule::EveryPlanIsKept) => Row {
                plan_before: None,
                ..row
            },
            _ => self.after_settle(row),
        }
    }

    pub(crate) fn after_settle(&self, row: Row) -> Row {
        match self.without {
            Some(Rule::DoubtWindow) => Row {
                next_look_at: row
                    .next_look_at
                    .filter(|_| row.standing == Standing::Unknown || row.under_way.is_some()),
                doubt_until: None,
                ..row
            },
            Some(Rule::WaitingIsWatched) if matches!(row.standing, Standing::Cancelled { .. }) => Row {
                next_look_at: row.next_look_at.filter(|_| row.doubt_until.is_some()),
                standing: Standing::Cancelled { until: None },
                ..row
            },
            _ => row,
        }
    }

    fn may_claim(&self, world: &World, by: usize) -> bool {
        let calls = &self.calls[by];
        let row = &world.rows[calls.service];
        let may_now = match calls.action {
            Action::Look => row.next_look_at.is_some() && !world.is_leased(calls.service),
            // A deletion does not wait, and happens once.
            Action::Orphan => !is_orphan(row),
            // An end without a call happens to what is there, and the service may come back.
            Action::End => !is_orphan(row) && !world.is_leased(calls.service) && row.ended.is_none(),
            Action::Resume => !is_orphan(row) && !world.is_leased(calls.service) && row.ended.is_some(),
            // Nobody is told to let go of what is not wanted to be lost sight of.
            Action::LetGo => false,
            // A call for the service's id would get a new row: the old one is nobody's.
            Action::Create
            | Action::Terminate
            | Action::Suspend
            | Action::Unsuspend
            | Action::Renew
            | Action::Change
            | Action::Adopt
            | Action::Access => !is_orphan(row) && !world.is_leased(calls.service),
        };
        !world.workers[by].is_busy() && world.workers[by].calls_left > 0 && may_now
    }

    fn events_of(&self, by: usize, world: &World, events: &mut Vec<Event>) {
        let worker = &world.workers[by];
        match &worker.stage {
            Stage::Idle if self.may_claim(world, by) => events.push(Event::Claims(by)),
            Stage::Idle => {}
            Stage::Working(work) if work.asks().is_none() => events.push(Event::Settles(by)),
            Stage::Working(_) if worker.past_deadline && self.without != Some(Rule::Fence) => {
                events.push(Event::Hears(by, Answer::NotSent));
            }
            Stage::Working(_) => events.push(Event::Sends(by)),
            Stage::Waiting(work) => Self::answers(by, work, world, events),
        }
        if worker.is_busy() {
            if !worker.past_deadline {
                events.push(Event::DeadlinePasses(by));
            }
            if world.crashes < self.crashes {
                events.push(Event::Crashes(by));
            }
        }
    }

    fn answers(by: usize, work: &Work, world: &World, events: &mut Vec<Event>) {
        let ask = work.asks();
        let has_effect = matches!(
            ask,
            Some(jetpack_partner::Ask::Provision(_) | jetpack_partner::Ask::Cancel(_))
        );
        if !world.workers[by].past_deadline {
            if has_effect {
                let answered = world.flights.iter().filter(|flight| flight.by == by);
                events.extend(answered.filter_map(|flight| Some(Event::Hears(by, flight.answer.clone()?))));
            } else {
                events.push(Event::Hears(by, world.site.status()));
            }
        }
        events.push(Event::Hears(by, Answer::Lost));
    }
}

fn is_orphan(row: &Row) -> bool {
    row.service.kind == ServiceType::Orphan
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Event {
    Claims(usize),
    Sends(usize),
    /// The request with this number is carried out; on a site that must be connected.
    TakesEffect(usize, bool),
    OwnerConnects,
    Hears(usize, Answer),
    DeadlinePasses(usize),
    Settles(usize),
    Crashes(usize),
    LeaseEnds(usize),
    DoubtEnds(usize),
}

impl Model for Protocol {
    type State = World;
    type Action = Event;

    fn init_states(&self) -> Vec<World> {
        vec![World::new(self)]
    }

    fn actions(&self, world: &World, events: &mut Vec<Event>) {
        for by in 0..world.workers.len() {
            self.events_of(by, world, events);
        }
        for (index, flight) in world.flights.iter().enumerate() {
            if flight.answer.is_none() {
                events.push(Event::TakesEffect(index, !self.clears_waiting));
            }
        }
        if world.site.waiting.is_some() {
            events.push(Event::OwnerConnects);
        }
        let is_on_its_way = world.flights.iter().any(|flight| flight.answer.is_none());
        for (service, row) in world.rows.iter().enumerate() {
            // The doubt outlasts every deadline, and every effect after it.
            let may_send =
                |worker: &Worker| worker.work().is_some_and(|work| !work.mine) && !worker.past_deadline;
            let lasts = is_on_its_way || world.workers.iter().any(may_send);
            if row.doubt_until.is_some_and(|until| until > NOW) && !lasts {
                events.push(Event::DoubtEnds(service));
            }
            let holder = world.holders[service].map(|holder| &world.workers[holder]);
            let outlived = holder.is_none_or(|holder| holder.past_deadline || !holder.is_busy());
            if world.is_leased(service) && (outlived || self.without == Some(Rule::Fence)) {
                events.push(Event::LeaseEnds(service));
            }
        }
    }

    fn next_state(&self, world: &World, event: Event) -> Option<World> {
        let mut next = world.clone();
        match event {
            Event::Claims(by) => next.claims(by, self),
            Event::Sends(by) => next.sends(by),
            Event::TakesEffect(flight, must_connect) => next.takes_effect(flight, must_connect, self),
            Event::OwnerConnects => next.site.connect(),
            Event::Hears(by, answer) => next.hears(by, answer),
            Event::DeadlinePasses(by) => next.workers[by].past_deadline = true,
            Event::Settles(by) => next.settles(by, self),
            Event::Crashes(by) => next.crashes(by),
            Event::LeaseEnds(service) => next.lease_ends(service),
            Event::DoubtEnds(service) => next.doubt_ends(service),
        }
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("no plan lives unseen", |_, world: &World| {
                world.site.live.is_none() || world.is_seen()
            }),
            Property::always("two Creates buy once", |protocol: &Self, world: &World| {
                let ends = |calls: &Calls| {
                    matches!(calls.action, Action::Terminate | Action::Suspend | Action::Change)
                };
                protocol.calls.iter().any(ends) || world.site.bought <= 1
            }),
            Property::always("two services never have overlapping plans", |_, world: &World| {
                world.rows.iter().filter(|row| row.standing.may_be_live()).count() <= 1
            }),
            Property::always("active is true when nothing moves", |_, world: &World| {
                let is_true =
                    |row: &Kept<Row>| row.standing != Standing::Active || row.plan == world.site.live;
                !world.rests() || world.rows.iter().all(is_true)
            }),
            Property::sometimes(SUCCEEDS, |_, world: &World| {
                let live = &world.site.live;
                world
                    .rows
                    .iter()
                    .any(|row| row.standing == Standing::Active && row.plan == *live && live.is_some())
            }),
        ]
    }
}
