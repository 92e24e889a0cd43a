//! A web node's or the cron's call: it claims, asks and settles by the crate's own functions.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use jetpack_partner::Ask;
use jetpack_whmcs::{Intent, Next, Verdict};

use crate::api::Answer;
use crate::kept::Kept;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Worker {
    pub(crate) calls_left: u8,
    pub(crate) past_deadline: bool,
    pub(crate) stage: Stage,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Stage {
    Idle,
    /// It has claimed and is about to ask, or to settle.
    Working(Work),
    /// It has asked and waits for the answer.
    Waiting(Work),
}

/// What a call knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Work {
    pub(crate) intent: Kept<Intent>,
    answers: Vec<Answer>,
    pub(crate) left_open: bool,
    /// Whether the row's version is still the one that was claimed.
    pub(crate) mine: bool,
    /// What the machine says, having been told all answers; it follows from the above.
    next: Arc<Next>,
}

impl Hash for Work {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.intent, &self.answers, self.left_open, self.mine).hash(state);
    }
}

impl Work {
    pub(crate) fn new(intent: Intent) -> Self {
        Self {
            next: Arc::new(next(&intent, &[])),
            intent: Kept::new(intent),
            answers: Vec::new(),
            left_open: false,
            mine: true,
        }
    }

    pub(crate) fn asks(&self) -> Option<&Ask> {
        match &*self.next {
            Next::Ask(ask) => Some(ask),
            Next::End(_) => None,
        }
    }

    pub(crate) fn verdict(&self) -> Option<&Verdict> {
        match &*self.next {
            Next::Ask(_) => None,
            Next::End(verdict) => Some(verdict),
        }
    }

    pub(crate) fn hear(&mut self, answer: Answer) {
        self.left_open |= answer.leaves_open(self.asks().unwrap());
        self.answers.push(answer);
        self.next = Arc::new(next(&self.intent, &self.answers));
    }
}

/// What the machine says next, having been told all of it again.
fn next(intent: &Intent, answers: &[Answer]) -> Next {
    let mut machine = intent.order.action.machine(intent).unwrap();
    let mut ask = machine.begin();
    for answer in answers {
        match machine.hear(answer.heard(&ask)) {
            Next::Ask(next) => ask = next,
            end @ Next::End(_) => return end,
        }
    }
    Next::Ask(ask)
}

impl Worker {
    pub(crate) fn is_busy(&self) -> bool {
        self.stage != Stage::Idle
    }

    pub(crate) fn work(&self) -> Option<&Work> {
        match &self.stage {
            Stage::Idle => None,
            Stage::Working(work) | Stage::Waiting(work) => Some(work),
        }
    }

    pub(crate) fn work_mut(&mut self) -> Option<&mut Work> {
        match &mut self.stage {
            Stage::Idle => None,
            Stage::Working(work) | Stage::Waiting(work) => Some(work),
        }
    }
}
