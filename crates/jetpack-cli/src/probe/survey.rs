//! The asking, in an order that leaves as little as possible, and what is concluded.

use anyhow::Result;
use jetpack_partner::Credentials;

use super::ProbeArguments;
use super::left::Left;
use super::life::Life;
use super::own_site::OwnSite;
use super::place::Names;
use super::point::Point;
use super::report::Report;
use super::wire::{Ended, Wire};
use super::{blog_id, cancel_all, documented, keys, spellings, throttling, tokens, twice, waiting};
use crate::session::Session;

/// What is asked, and what is known so far.
pub(super) struct Survey<'a> {
    arguments: &'a ProbeArguments,
    session: &'a Session,
    key: &'a Credentials,
    wire: Wire,
    names: Names,
    left: Left,
    points: Vec<Point>,
    tokens: Point,
    throttling: Point,
    spellings: Point,
    keys: Point,
    unresolved: Life,
    own_site: Option<OwnSite>,
    own_life: Option<Life>,
    /// Why nothing was provisioned at the user's site.
    spared: Option<String>,
}

impl<'a> Survey<'a> {
    pub(super) fn new(
        arguments: &'a ProbeArguments,
        session: &'a Session,
        key: &'a Credentials,
        wire: Wire,
    ) -> Result<Self> {
        let names = Names::new();
        let unresolved = names.place(&names.host(""), &arguments.plan)?;
        Ok(Self {
            arguments,
            session,
            key,
            wire,
            names,
            left: Left::default(),
            points: Vec::new(),
            tokens: Point::new(
                "20.1",
                "How long does a token live, and what ends it?",
                "It is good until it is refused, also when another was given:",
            ),
            throttling: throttling::point(),
            spellings: Point::new(
                "20.6",
                "Are www., a port, or letters beyond ASCII other names of one site?",
                "Each spelling names a site of its own:",
            ),
            keys: keys::point(),
            unresolved: Life::new(unresolved),
            own_site: None,
            own_life: None,
            spared: None,
        })
    }

    /// Asks until everything was asked or something ends it, and cancels what was provisioned.
    pub(super) async fn run(mut self) -> Report {
        let ended = self.ask().await.err();
        let left = std::mem::take(&mut self.left).cancel(&mut self.wire).await;
        self.conclude(left, ended)
    }

    async fn ask(&mut self) -> Result<(), Ended> {
        let Self {
            wire,
            names,
            left,
            arguments,
            ..
        } = self;
        tokens::ask(wire, self.key, &mut self.tokens).await?;
        let bad = tokens::ask_with_a_bad_one(wire, self.session, self.key, names.nonce(), &mut self.tokens);
        bad.await.map_err(|error| Ended::Lost(format!("{error:#}")))?;
        let place = self.unresolved.place.clone();
        documented::ask(wire, self.key, names, &place, left, &mut self.points).await?;
        self.unresolved.run(wire, left).await?;
        spellings::ask(wire, names, &arguments.plan, left, &mut self.spellings).await?;
        if arguments.may_make_keys {
            keys::ask(wire, names, &mut self.keys).await?;
        }
        if let Some(site) = &arguments.site {
            let looked = OwnSite::look(wire, arguments, site).await?;
            let own_site = self.own_site.insert(looked);
            spellings::ask_of_site(wire, &own_site.place, &mut self.spellings).await?;
            self.spared = own_site.taken_by();
            if arguments.may_provision && self.spared.is_none() {
                let life = self.own_life.insert(Life::new(own_site.place.clone()));
                life.run(wire, left).await?;
                own_site.look_again(wire).await?;
            }
        }
        if let Some(times) = arguments.throttle {
            throttling::ask(wire, names, times, &mut self.throttling).await?;
        }
        Ok(())
    }

    fn conclude(self, left: Vec<super::left::Remainder>, ended: Option<Ended>) -> Report {
        let lives: Vec<&Life> = [Some(&self.unresolved), self.own_life.as_ref()]
            .into_iter()
            .flatten()
            .collect();
        let found = self.own_site.as_ref().map(|own_site| &own_site.found);
        let mut points = self.points;
        points.extend([
            self.tokens.unless_asked("it ended before"),
            throttling::conclude(self.throttling, &self.wire),
            twice::point(&lives),
            waiting::cancelled(&lives),
            blog_id::point(&lives, found),
            self.spellings.unless_asked("it ended before"),
            cancel_all::shape(&lives),
            self.keys.unless_asked("give --may-make-keys"),
            cancel_all::encoding(&lives),
            waiting::status(&lives),
        ]);
        let spared = self.spared.filter(|_| self.arguments.may_provision);
        Report::new(points, left, ended, spared)
    }
}
