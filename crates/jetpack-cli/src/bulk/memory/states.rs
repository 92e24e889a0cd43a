//! How far each line is, by the journal.

use std::collections::HashMap;

use jetpack_partner::Plan;

/// What the journal says of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum State {
    /// Nothing: it was not begun, or it is known to have had no effect.
    #[default]
    Open,
    /// It may have happened: it was begun and nothing more is known.
    Doubtful,
    /// It succeeded.
    Done,
    /// It was refused for good.
    Refused,
}

impl State {
    pub(crate) fn is_doubtful(self) -> bool {
        self == Self::Doubtful
    }

    /// Whether nothing is left to do with the line.
    pub(crate) fn is_finished(self) -> bool {
        matches!(self, Self::Done | Self::Refused)
    }
}

/// A byte for every line of the file.
#[derive(Debug)]
pub(crate) struct States {
    by_line: Vec<State>,
    /// When a doubtful line was begun, in seconds since 1970. There are few.
    begun: HashMap<u64, u64>,
    /// What was cancelled for a line that is not done.
    cancelled: HashMap<u64, Plan>,
    /// The journal is damaged in its middle: an intent may be missing, so every open line is in
    /// doubt.
    pub(crate) cautious: bool,
}

impl States {
    pub(crate) fn new(lines: usize) -> Self {
        Self {
            by_line: vec![State::Open; lines],
            begun: HashMap::new(),
            cancelled: HashMap::new(),
            cautious: false,
        }
    }

    pub(crate) fn get(&self, line: u64) -> State {
        let at = usize::try_from(line).ok();
        match at
            .and_then(|at| self.by_line.get(at))
            .copied()
            .unwrap_or_default()
        {
            State::Open if self.cautious => State::Doubtful,
            state => state,
        }
    }

    /// When a doubtful line was begun.
    pub(crate) fn begun(&self, line: u64) -> u64 {
        self.begun.get(&line).copied().unwrap_or_default()
    }

    pub(crate) fn begin(&mut self, line: u64, at: u64) {
        self.set(line, State::Doubtful);
        self.begun.insert(line, at);
    }

    pub(crate) fn cancels(&mut self, line: u64, plan: Option<Plan>) {
        match plan {
            Some(plan) => self.cancelled.insert(line, plan),
            None => self.cancelled.remove(&line),
        };
    }

    /// What a change may have cancelled for a line, and not replaced yet.
    pub(crate) fn cancelled(&self, line: u64) -> Option<&Plan> {
        self.cancelled.get(&line)
    }

    pub(crate) fn end(&mut self, line: u64, state: State) {
        self.set(line, state);
        if state != State::Doubtful {
            self.begun.remove(&line);
        }
        // A refused line may be tried again, and its old plan may still be gone.
        if state == State::Done {
            self.cancelled.remove(&line);
        }
    }

    fn set(&mut self, line: u64, state: State) {
        if let Some(slot) = usize::try_from(line)
            .ok()
            .and_then(|line| self.by_line.get_mut(line))
        {
            *slot = state;
        }
    }

    /// The lines in a state.
    pub(crate) fn lines(&self, state: State) -> impl Iterator<Item = u64> {
        let lines = self.by_line.iter().zip(0..);
        lines
            .filter(move |(known, _)| **known == state)
            .map(|(_, line)| line)
    }

    /// How many lines are in a state.
    pub(crate) fn count(&self, state: State) -> u64 {
        self.lines(state).count() as u64
    }

    /// Whether nothing is left to do with a line, and its result stands.
    pub(crate) fn is_finished(&self, line: u64) -> bool {
        self.get(line).is_finished()
    }
}
