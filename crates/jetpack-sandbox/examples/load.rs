//! Provisions per second over 64 connections: `cargo run --release -p jetpack-sandbox --example load`.
//!
//! Plain sockets, because an HTTP client would cost more than what is measured.

use std::net::SocketAddr;
use std::time::Instant;

use anyhow::{Context, ensure};
use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Sandbox};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const CONNECTIONS: usize = 64;
const EACH: usize = 1600;

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let sandbox = Sandbox::start().await;
    let address = sandbox.address();
    let mut socket = TcpStream::connect(address).await?;
    let form = format!(
        "grant_type=client_credentials&scope=jetpack-partner&client_id={CLIENT_ID}&client_secret={CLIENT_SECRET}"
    );
    let answer = post(&mut socket, "/oauth2/token", "", &form).await?;
    let token = answer
        .split('"')
        .nth(3)
        .context("no token in the answer")?
        .to_owned();

    let begun = Instant::now();
    let workers: Vec<_> = (0..CONNECTIONS)
        .map(|worker| tokio::spawn(work(address, token.clone(), worker)))
        .collect();
    for worker in workers {
        worker.await??;
    }
    let seconds = begun.elapsed().as_secs_f64();

    let sites = CONNECTIONS * EACH;
    ensure!(
        sandbox.state().sites.len() == sites,
        "some provisions are missing"
    );
    println!(
        "{sites} provisions in {seconds:.2} s: {:.0} per second",
        sites as f64 / seconds
    );

    for path in ["/_sandbox/state", "/"] {
        let begun = Instant::now();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n");
        let length = exchange(&mut socket, &request).await?.len();
        println!("GET {path}: {length} bytes in {:.1?}", begun.elapsed());
    }
    Ok(())
}

async fn work(address: SocketAddr, token: String, worker: usize) -> anyhow::Result<()> {
    let mut socket = TcpStream::connect(address).await?;
    for site in 0..EACH {
        let form = format!("siteurl=https%3A%2F%2Fs{worker}-{site}.test&local_user=admin&plan=premium");
        let answer = post(&mut socket, "/rest/v1.3/jpphp/provision", &token, &form).await?;
        ensure!(answer.contains("\"success\":true"), "{answer}");
    }
    Ok(())
}

async fn post(socket: &mut TcpStream, path: &str, token: &str, form: &str) -> anyhow::Result<String> {
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    exchange(socket, &request).await
}

/// Sends a request and reads the body of its answer.
async fn exchange(socket: &mut TcpStream, request: &str) -> anyhow::Result<String> {
    socket.write_all(request.as_bytes()).await?;
    let mut read = Vec::with_capacity(1024);
    loop {
        ensure!(socket.read_buf(&mut read).await? > 0, "the connection ended");
        let text = String::from_utf8_lossy(&read);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head
            .to_ascii_lowercase()
            .lines()
            .find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok())
            .context("an answer without a length")?;
        if body.len() >= length {
            return Ok(body.to_owned());
        }
    }
}
