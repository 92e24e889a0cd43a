//! The accept loop, on a thread of its own.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Router, middleware};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

use super::{connection, door, guard};
use crate::shared::Shared;
use crate::wire::connection::Serving;
use crate::{control, people};

/// A running server. It stops when dropped.
#[derive(Debug)]
pub(crate) struct Server {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves on a thread with a runtime of its own, so that a test may block
    /// its thread (waiting for a PHP process, say) while the sandbox answers.
    pub(crate) fn start(
        listener: TcpListener,
        tls: Option<TlsAcceptor>,
        shared: Arc<Shared>,
    ) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let listener = {
            let _guard = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };

        let (stop, stopped) = oneshot::channel();
        let serving = Serving {
            tls: tls.map(Arc::new),
            keep_alive: shared.settings.keep_alive,
            router: router(shared),
        };
        let thread = std::thread::Builder::new()
            .name("jetpack-sandbox".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    tokio::select! {
                        () = accept(listener, serving) => {}
                        _ = stopped => {}
                    }
                });
                // Dropping the runtime drops every connection with it.
            })?;
        Ok(Self {
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // If it panicked, the panic has been printed already.
            thread.join().ok();
        }
    }
}

async fn accept(listener: tokio::net::TcpListener, serving: Serving) {
    let mut number = 0;
    loop {
        match listener.accept().await {
            Ok((socket, _)) => {
                number += 1;
                tokio::spawn(connection::serve(socket, number, serving.clone()));
            }
            // Too many open files: without a pause this loop would take all of the processor.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// Our own paths by name, guarded; every other path is the API's.
fn router(shared: Arc<Shared>) -> Router {
    let faults = get(control::list_faults).post(control::add_faults);
    let chaos = get(control::show_chaos).post(control::start_chaos);
    Router::new()
        .route("/", get(people::home))
        .route("/connect", post(people::connect))
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
        .route("/jetpack.authorize/1/", get(people::show).post(people::approve))
        .route("/_sandbox/state", get(control::state))
        .route("/_sandbox/reset", post(control::reset))
        .route("/_sandbox/requests", get(control::requests))
        .route("/_sandbox/faults", faults.delete(control::clear_faults))
        .route("/_sandbox/chaos", chaos.delete(control::stop_chaos))
        .route("/_sandbox/keys", post(control::put_key))
        .route("/_sandbox/user-token", post(control::set_user_token))
        .route("/_sandbox/tokens/revoke", post(control::revoke_tokens))
        .route("/_sandbox/error-code-keys", post(control::error_code_keys))
        .route("/_sandbox/clock", post(control::advance))
        .route("/_sandbox/sites/{site}/connect", post(control::connect))
        .route("/_sandbox/sites/{site}/resolve", post(control::resolve))
        .route("/_sandbox/sites/{site}/lapse", post(control::lapse))
        .route_layer(middleware::from_fn_with_state(Arc::clone(&shared), guard::check))
        .fallback(door::handle)
        .with_state(shared)
}
