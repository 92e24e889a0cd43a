//! What the API does and says, as far as one site's bundle is concerned (partner-api.md §4.5, §5.3).

use jetpack_partner::{
    ApiError, Ask, Cancelled, Error, Heard, Plan, ProductStatus, Provision, Provisioned, SiteStatus,
};

/// What the site has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Site {
    /// The plan that is there, paid for.
    pub(crate) live: Option<Plan>,
    /// A waiting plan: it costs nothing until its owner connects.
    pub(crate) waiting: Option<Plan>,
    /// A cancellation did not clear the waiting plan, but no status shows it any more.
    pub(crate) waits_hidden: bool,
    /// How often something was bought.
    pub(crate) bought: u8,
}

/// A request that has an effect, on its way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Flight {
    pub(crate) by: usize,
    pub(crate) ask: Ask,
    /// What it answers, once it took effect and while somebody listens.
    pub(crate) answer: Option<Answer>,
}

/// What is heard, without the words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Answer {
    /// The status, with what the site has, and whether that waits.
    Seen(Option<Plan>, bool),
    Provisioned,
    Waits,
    AlreadyThere,
    Downgrade,
    Cancelled,
    NothingThere,
    /// Nothing was heard.
    Lost,
    /// The deadline has passed, so nothing was sent.
    NotSent,
}

impl Site {
    /// The effect of a request, and what it says of it. A site that must be connected makes a plan wait.
    pub(crate) fn take_effect(&mut self, ask: &Ask, must_connect: bool, clears_waiting: bool) -> Answer {
        match ask {
            Ask::Provision(Some(plan)) => self.provision(plan, must_connect),
            Ask::Cancel(plan) => {
                let is_it = |has: &Option<Plan>| has.as_ref().is_some_and(|has| has.is_same_as(plan));
                let was_there = is_it(&self.live) || is_it(&self.waiting);
                if is_it(&self.live) {
                    self.live = None;
                }
                if is_it(&self.waiting) {
                    self.waits_hidden = !clears_waiting;
                    self.waiting = self.waiting.take().filter(|_| !clears_waiting);
                }
                if was_there {
                    Answer::Cancelled
                } else {
                    Answer::NothingThere
                }
            }
            ask => panic!("{ask:?} has no effect"),
        }
    }

    fn provision(&mut self, plan: &Plan, must_connect: bool) -> Answer {
        match &self.live {
            Some(live) if live.is_same_as(plan) => return Answer::AlreadyThere,
            Some(live) if plan.is_lower_than(live) => return Answer::Downgrade,
            _ => {}
        }
        if must_connect {
            self.waiting = Some(plan.clone());
            self.waits_hidden = false;
            return Answer::Waits;
        }
        self.bought += 1;
        self.live = Some(plan.clone());
        Answer::Provisioned
    }

    /// What a status shows.
    pub(crate) fn status(&self) -> Answer {
        match (&self.live, &self.waiting) {
            (None, Some(waiting)) if !self.waits_hidden => Answer::Seen(Some(waiting.clone()), true),
            (live, _) => Answer::Seen(live.clone(), false),
        }
    }

    /// The owner connects, and what waited is billed from then on.
    pub(crate) fn connect(&mut self) {
        if let Some(plan) = self.waiting.take() {
            self.waits_hidden = false;
            self.bought += 1;
            self.live = Some(plan);
        }
    }
}

impl Answer {
    /// The answer in the client's types.
    pub(crate) fn heard(&self, ask: &Ask) -> Heard {
        match ask {
            Ask::Status | Ask::ClearUp => Heard::Status(self.status()),
            Ask::Provision(_) => Heard::Provision(self.provision()),
            Ask::Cancel(_) => Heard::Cancel(match self {
                Self::Cancelled => Ok(Cancelled::Done),
                Self::NothingThere => Ok(Cancelled::NothingThere),
                _ => Err(self.error()),
            }),
            Ask::UpgradePaths => panic!("nobody asks for upgrade paths"),
        }
    }

    /// Whether what was asked may still take effect.
    pub(crate) fn leaves_open(&self, ask: &Ask) -> bool {
        *self == Self::Lost && matches!(ask, Ask::Provision(_) | Ask::Cancel(_))
    }

    fn status(&self) -> Result<SiteStatus, Error> {
        let Self::Seen(plan, is_pending) = self else {
            return Err(self.error());
        };
        let product = |plan: &Plan| ProductStatus {
            slug: plan.to_string(),
            is_a_partners: true,
            is_ours: true,
            is_pending: *is_pending,
        };
        Ok(SiteStatus {
            is_connected: true,
            has_backups_credentials: false,
            products: plan.iter().map(product).collect(),
        })
    }

    fn provision(&self) -> Result<Provisioned, Error> {
        let plan = match self {
            Self::Provisioned => Provision::Active(None),
            Self::Waits => Provision::AwaitingSite,
            _ => return Err(self.error()),
        };
        Ok(Provisioned {
            plan,
            ssh: None,
            ftp: None,
            access_token: None,
        })
    }

    fn error(&self) -> Error {
        let refused = |code: &str, message: &str| {
            Error::Refused(ApiError {
                status: 400,
                code: code.into(),
                message: message.into(),
            })
        };
        match self {
            Self::AlreadyThere => refused("x", "You already have this plan from this partner"),
            Self::Downgrade => refused("plan_downgrade_disallowed", ""),
            Self::NotSent => Error::NotSent("the deadline has passed".into()),
            Self::Lost => Error::UnknownOutcome("no answer".into()),
            answer => panic!("{answer:?} is no error"),
        }
    }
}
