//! A TCP proxy that delays every byte by the same time in each direction, to measure against a
//! distant API: `delay-proxy LISTEN TARGET MILLISECONDS-EACH-WAY`.
//!
//! Bytes keep their order and are not slowed down otherwise: a chunk leaves when it is old enough.
//! A new connection pays nothing extra for TCP's own handshake, which happens on this machine.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [listen, target, delay] = arguments.as_slice() else {
        return Err(io::Error::other(
            "usage: delay-proxy LISTEN TARGET MILLISECONDS-EACH-WAY",
        ));
    };
    let delay = delay
        .parse()
        .map(Duration::from_millis)
        .map_err(io::Error::other)?;
    let listener = TcpListener::bind(listen).await?;
    println!("delay-proxy listening on {}", listener.local_addr()?);
    loop {
        let (client, _) = listener.accept().await?;
        let target = target.clone();
        tokio::spawn(async move {
            // A connection that ends early is for its two ends to notice.
            let _ = connect(client, &target, delay).await;
        });
    }
}

async fn connect(client: TcpStream, target: &str, delay: Duration) -> io::Result<()> {
    let server = TcpStream::connect(target).await?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    tokio::try_join!(
        forward(from_client, to_server, delay),
        forward(from_server, to_client, delay)
    )?;
    Ok(())
}

/// Reading goes on while earlier bytes wait, so delay does not become a limit on the rate.
async fn forward(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    delay: Duration,
) -> io::Result<()> {
    let (chunks, mut waiting) = mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
    let read = async move {
        let mut buffer = vec![0; 1 << 16];
        loop {
            let length = from.read(&mut buffer).await?;
            let chunk = (Instant::now() + delay, buffer[..length].to_vec());
            if length == 0 || chunks.send(chunk).is_err() {
                return Ok(());
            }
        }
    };
    let write = async move {
        while let Some((due, chunk)) = waiting.recv().await {
            sleep_until(due).await;
            to.write_all(&chunk).await?;
        }
        to.shutdown().await
    };
    tokio::try_join!(read, write).map(|_| ())
}
