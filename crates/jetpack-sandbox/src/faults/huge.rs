//! A response body larger than anybody wants to hold.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// 64 MiB: far more than any answer, little enough for a test.
const PADDING: u64 = 64 << 20;

const BLANKS: &[u8] = &[b' '; 64 << 10];

/// Blanks, then the right answer. It is good JSON, so only a limit on the size saves a caller.
pub(crate) struct Huge {
    blanks: u64,
    answer: Bytes,
}

impl Huge {
    pub(crate) fn new(answer: Bytes) -> Self {
        Self {
            blanks: PADDING,
            answer,
        }
    }
}

impl Body for Huge {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let chunk = if self.blanks > 0 {
            // The padding is a whole number of blocks.
            self.blanks -= BLANKS.len() as u64;
            Bytes::from_static(BLANKS)
        } else {
            std::mem::take(&mut self.answer)
        };
        Poll::Ready((!chunk.is_empty()).then(|| Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.blanks == 0 && self.answer.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.blanks + self.answer.len() as u64)
    }
}
