//! Lets `php --ri jetpack_bridge` say from what it was built.

use std::process::Command;

fn main() {
    let commit = first_line("git", &["rev-parse", "--short=12", "HEAD"]);
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    println!("cargo::rustc-env=JETPACK_BRIDGE_COMMIT={commit}");
    println!(
        "cargo::rustc-env=JETPACK_BRIDGE_RUSTC={}",
        first_line(&rustc, &["--version"])
    );
    // HEAD names a branch, whose commit changes in the log beside it.
    for file in ["HEAD", "logs/HEAD"] {
        println!("cargo::rerun-if-changed=../../.git/{file}");
    }
}

/// What a command prints first; `unknown` where it does not run, as outside a checkout.
fn first_line(command: &str, arguments: &[&str]) -> String {
    let output = Command::new(command).args(arguments).output();
    let text = match output {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).into_owned(),
        _ => String::new(),
    };
    text.lines().next().unwrap_or("unknown").to_owned()
}
