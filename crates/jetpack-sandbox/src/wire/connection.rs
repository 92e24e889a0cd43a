//! One TCP connection, and the means to end it badly.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::response::Response;
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// How a connection ends when a fault says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// An orderly end of the stream (FIN), without an answer.
    Close,
    /// A reset (RST).
    Reset,
}

/// A request's view of the connection it came on.
#[derive(Debug, Clone)]
pub(crate) struct Connection {
    /// Counted from 1, so that a test can see connections being reused.
    pub(crate) number: u64,
    /// The address it came to, which is not the one that is listened on if that is all of them.
    pub(crate) local: SocketAddr,
    ending: mpsc::Sender<Ending>,
}

impl Connection {
    /// Ends the connection. The future never completes: it is dropped with the connection.
    pub(crate) async fn end(&self, ending: Ending) -> Response {
        // If nobody listens any more, the connection has ended by itself.
        self.ending.send(ending).await.ok();
        std::future::pending().await
    }
}

/// What all connections have in common.
#[derive(Clone)]
pub(crate) struct Serving {
    pub(crate) tls: Option<Arc<TlsAcceptor>>,
    pub(crate) router: Router,
    /// Ends a connection that is idle, or slow with the head of a request.
    pub(crate) keep_alive: Duration,
}

/// Serves one accepted connection until it ends.
pub(crate) async fn serve(socket: TcpStream, number: u64, serving: Serving) {
    // Small answers must not wait for the client's delayed acknowledgement.
    socket.set_nodelay(true).ok();
    match &serving.tls {
        None => serve_http(socket, number, &serving).await,
        Some(acceptor) => {
            // A client that refuses our certificate is the client's business.
            if let Ok(stream) = acceptor.accept(socket).await {
                serve_http(stream, number, &serving).await;
            }
        }
    }
}

async fn serve_http<S: Socket>(socket: S, number: u64, common: &Serving) {
    // Without an address it is over already.
    let Ok(local) = socket.tcp().local_addr() else {
        return;
    };
    let (ending, mut endings) = mpsc::channel(1);
    let router = common.router.clone();
    let service = router.layer(Extension(Connection {
        number,
        local,
        ending,
    }));
    let mut serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(common.keep_alive)
        .serve_connection(TokioIo::new(socket), TowerToHyperService::new(service));

    tokio::select! {
        // The peer's errors are the peer's.
        _ = &mut serving => {}
        Some(ending) = endings.recv() => {
            let socket = serving.into_parts().io.into_inner();
            if ending == Ending::Reset {
                // Closing with nothing to linger for is what sends an RST.
                SockRef::from(socket.tcp()).set_linger(Some(Duration::ZERO)).ok();
            }
        }
    }
}

/// A stream that still knows the TCP socket beneath it.
trait Socket: AsyncRead + AsyncWrite + Unpin + Send + 'static {
    fn tcp(&self) -> &TcpStream;
}

impl Socket for TcpStream {
    fn tcp(&self) -> &TcpStream {
        self
    }
}

impl Socket for TlsStream<TcpStream> {
    fn tcp(&self) -> &TcpStream {
        self.get_ref().0
    }
}
