//! The requests that are remembered, and the count of those that are not.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::wire::record::{RecordedRequest, RequestTotals};

/// The last requests. Older ones are forgotten, so that a long run does not fill the memory.
#[derive(Debug)]
pub(crate) struct Journal {
    kept: VecDeque<Arc<RecordedRequest>>,
    limit: usize,
    totals: RequestTotals,
}

impl Journal {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            kept: VecDeque::new(),
            limit,
            totals: RequestTotals::default(),
        }
    }

    /// The number the next request gets.
    pub(crate) fn next(&self) -> u64 {
        self.totals.total + 1
    }

    pub(crate) fn push(&mut self, record: RecordedRequest) {
        self.totals.total += 1;
        *self.totals.by_operation.entry(record.operation).or_default() += 1;
        if record.fault.is_some() {
            self.totals.faults += 1;
        }
        if self.kept.len() >= self.limit {
            self.kept.pop_front();
        }
        if self.limit > 0 {
            self.kept.push_back(Arc::new(record));
        }
    }

    /// Oldest first. Shared, because nobody should copy 10,000 records under the lock.
    pub(crate) fn kept(&self) -> Vec<Arc<RecordedRequest>> {
        self.kept.iter().cloned().collect()
    }

    /// The newest so many, newest first.
    pub(crate) fn latest(&self, count: usize) -> Vec<Arc<RecordedRequest>> {
        self.kept.iter().rev().take(count).cloned().collect()
    }

    pub(crate) fn totals(&self) -> RequestTotals {
        RequestTotals {
            kept: self.kept.len(),
            ..self.totals.clone()
        }
    }
}
