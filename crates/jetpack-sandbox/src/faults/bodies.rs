//! Bodies that take their time, are too large, or stop too early.

use std::convert::Infallible;
use std::io;
use std::iter::repeat_n;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::StreamExt;
use futures_util::stream::{iter, once};
use tokio::time::sleep;

/// 64 MiB in all: far more than any answer, little enough for a test.
const BLOCKS: usize = 1 << 10;
const BLANKS: &[u8] = &[b' '; 64 << 10];

/// How long the body of [`huge`] is in front of the answer.
pub(super) const PADDING: usize = BLOCKS * BLANKS.len();

/// Long enough for the half to leave before the connection breaks, too short to notice.
const PAUSE: Duration = Duration::from_millis(20);

/// One byte at a time: a caller that only watches for silence would wait for ever.
pub(super) fn drip(text: String, every: Duration) -> Body {
    Body::from_stream(iter(text.into_bytes()).then(move |byte| async move {
        sleep(every).await;
        Ok::<_, Infallible>(Bytes::from(vec![byte]))
    }))
}

/// Blanks, then the right answer. It is good JSON, so only a limit on the size saves a caller.
pub(super) fn huge(text: String) -> Body {
    let blanks = repeat_n(Bytes::from_static(BLANKS), BLOCKS);
    Body::from_stream(iter(blanks.chain([text.into()]).map(Ok::<_, Infallible>)))
}

/// Half of the text; then it fails, which closes the connection.
pub(super) fn truncated(text: &str) -> Body {
    let half = Bytes::copy_from_slice(&text.as_bytes()[..text.len() / 2]);
    let end = async {
        sleep(PAUSE).await;
        Err(io::Error::other("truncated on purpose"))
    };
    Body::from_stream(iter([Ok(half)]).chain(once(end)))
}
