//! A response body that arrives byte by byte.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// Sends one byte, waits, sends the next: a caller that only watches for
/// silence would wait for ever.
pub(crate) struct Drip {
    rest: Bytes,
    every: Duration,
    pause: Pin<Box<Sleep>>,
}

impl Drip {
    pub(crate) fn new(rest: Bytes, every: Duration) -> Self {
        Self {
            rest,
            every,
            pause: Box::pin(sleep(every)),
        }
    }
}

impl Body for Drip {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        ready!(self.pause.as_mut().poll(context));
        self.pause = Box::pin(sleep(self.every));
        Poll::Ready(Some(Ok(Frame::data(self.rest.split_to(1)))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
