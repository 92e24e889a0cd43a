//! Reads ahead of the requests by up to one batch and has its intents stored, so that no request
//! waits for the disk.

use std::collections::VecDeque;
use std::io;

use anyhow::{Context, Result};
use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::bulk::memory::journal;
use crate::bulk::memory::states::State;
use crate::bulk::memory::writer::Writer;
use crate::bulk::paths::unix_time;
use crate::bulk::work::source::{Item, Next, Source};

/// The lines between the file and their requests.
#[derive(Debug)]
pub(crate) struct Ahead {
    source: Source,
    batch: usize,
    /// Whether an intent must be on the disk before a request leaves.
    has_effect: bool,
    /// Lines whose intent is on the disk.
    ready: VecDeque<Item>,
    storing: Option<Storing>,
    at_end: bool,
    /// Nothing is to be read before this moment.
    wait: Option<Instant>,
}

/// A batch and the answer that says when it is stored.
#[derive(Debug)]
struct Storing {
    items: Vec<Item>,
    answer: oneshot::Receiver<io::Result<()>>,
}

impl Ahead {
    pub(crate) fn new(source: Source, batch: usize, has_effect: bool) -> Self {
        Self {
            source,
            batch,
            has_effect,
            ready: VecDeque::new(),
            storing: None,
            at_end: false,
            wait: None,
        }
    }

    /// Reads the next batch and sends its intents to the disk, unless enough is under way. Returns
    /// the bad lines it met.
    pub(crate) fn read(&mut self, writer: &Writer) -> Result<Vec<(u64, String)>> {
        let mut bad = Vec::new();
        if self.at_end || self.wait.is_some() || self.storing.is_some() || self.ready.len() >= self.batch {
            return Ok(bad);
        }
        let mut items = Vec::new();
        while items.len() < self.batch && bad.len() < self.batch {
            match self.source.next()? {
                Next::Item(item) => items.push(*item),
                Next::Bad(line, reason) => bad.push((line, reason)),
                Next::Wait(span) => {
                    self.wait = Some(Instant::now() + span);
                    break;
                }
                Next::End => {
                    self.at_end = true;
                    break;
                }
            }
        }
        if !self.has_effect {
            self.ready.extend(items);
        } else if !items.is_empty() {
            let now = unix_time();
            let intents = items
                .iter()
                .map(|item| journal::begun(item.line, item.identity, now));
            let answer = writer.begun(intents.collect());
            self.storing = Some(Storing { items, answer });
        }
        Ok(bad)
    }

    /// A line whose request may leave.
    pub(crate) fn take(&mut self) -> Option<Item> {
        self.ready.pop_front()
    }

    pub(crate) fn has_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    pub(crate) fn is_storing(&self) -> bool {
        self.storing.is_some()
    }

    pub(crate) fn is_exhausted(&self) -> bool {
        self.at_end && self.ready.is_empty() && self.storing.is_none()
    }

    /// Waits until the batch's intents are on the disk.
    pub(crate) async fn stored(&mut self) -> Result<()> {
        let Some(storing) = &mut self.storing else {
            return Ok(());
        };
        (&mut storing.answer)
            .await
            .unwrap_or_else(|_| Err(io::Error::other("its thread has ended")))
            .context("the journal cannot be written; nothing of the next lines was sent")?;
        if let Some(storing) = self.storing.take() {
            self.ready.extend(storing.items);
        }
        Ok(())
    }

    /// When reading may go on, if it has to wait.
    pub(crate) fn wait(&self) -> Option<Instant> {
        self.wait
    }

    pub(crate) fn waited(&mut self) {
        self.wait = None;
    }

    /// Lines whose request never left are not in doubt.
    pub(crate) fn give_back(&mut self, writer: &Writer) {
        for item in self.ready.drain(..).filter(|item| !item.doubtful) {
            writer.ended(journal::ended(item.line, item.identity, State::Open), Vec::new());
        }
    }
}
