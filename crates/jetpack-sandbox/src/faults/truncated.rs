//! A response body that promises more than it delivers.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame};
use tokio::time::{Sleep, sleep};

/// Long enough for the half to leave before the connection breaks, too short to notice.
const PAUSE: Duration = Duration::from_millis(20);

/// Sends its half, waits a moment, then fails, which closes the connection.
pub(crate) struct Truncated {
    half: Option<Bytes>,
    pause: Pin<Box<Sleep>>,
}

impl Truncated {
    pub(crate) fn new(half: Bytes) -> Self {
        Self {
            half: Some(half).filter(|half| !half.is_empty()),
            pause: Box::pin(sleep(PAUSE)),
        }
    }
}

impl Body for Truncated {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Some(half) = self.half.take() {
            return Poll::Ready(Some(Ok(Frame::data(half))));
        }
        self.pause
            .as_mut()
            .poll(context)
            .map(|()| Some(Err(std::io::Error::other("truncated on purpose"))))
    }
}
