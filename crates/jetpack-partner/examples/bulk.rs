//! Provisions many sites over one client, as `make bench` measures it.
//!
//! usage: `bulk API_URL CA_FILE CALLS CONCURRENCY`. Prints seconds of wall time, seconds of CPU, and
//! the peak of memory in KiB.

#![allow(clippy::unwrap_used, reason = "a measurement that fails must stop")]

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use jetpack_partner::{Client, Credentials, Deadline, ProvisionRequest, Proxy, Secret, Trust};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [api, ca, calls, concurrency] = arguments.as_slice() else {
        panic!("usage: bulk API_URL CA_FILE CALLS CONCURRENCY");
    };
    let calls: usize = calls.parse().unwrap();
    let credentials = Credentials {
        client_id: "sandbox-partner".to_owned(),
        client_secret: Secret::new("sandbox-secret".to_owned()),
    };
    let trust = Trust::from_ca_file(Path::new(ca)).unwrap();
    let client = Client::new(api.parse().unwrap(), &trust, &Proxy::None, credentials).unwrap();
    client.call(deadline()).token().await.unwrap();

    let run = std::process::id();
    let next = AtomicUsize::new(0);
    let cpu = cpu_seconds();
    let begun = Instant::now();
    let worker = async || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= calls {
                return;
            }
            let site = format!("https://connected-{run}-{number}.example.test");
            let request = ProvisionRequest::new(
                site.parse().unwrap(),
                "admin".to_owned(),
                Some("personal".parse().unwrap()),
            );
            client
                .call(deadline())
                .unrecorded()
                .provision(&request)
                .await
                .unwrap();
        }
    };
    let workers = (0..concurrency.parse().unwrap()).map(|_| worker());
    futures_util::future::join_all(workers).await;
    println!(
        "{:.4} {:.4} {}",
        begun.elapsed().as_secs_f64(),
        cpu_seconds() - cpu,
        peak_kib()
    );
}

fn deadline() -> Deadline {
    Deadline::after(Duration::from_secs(60))
}

/// Time on a CPU so far of this process, which has one thread.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap();
    let nanoseconds: f64 = stat.split_whitespace().next().unwrap().parse().unwrap();
    nanoseconds / 1e9
}

fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
