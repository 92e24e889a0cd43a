//! Lets `jetpack-partner --version` say from which commit it was built.

use std::process::Command;

fn main() {
    println!("cargo::rustc-env=JETPACK_PARTNER_COMMIT={}", commit());
    // HEAD names a branch, whose commit changes in the log beside it.
    for file in ["HEAD", "logs/HEAD"] {
        println!("cargo::rerun-if-changed=../../.git/{file}");
    }
}

/// `unknown` where git does not run, as outside a checkout.
fn commit() -> String {
    let output = Command::new("git")
        .args(["rev-parse", "--short=12", "HEAD"])
        .output();
    let text = match output {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).into_owned(),
        _ => String::new(),
    };
    text.lines().next().unwrap_or("unknown").to_owned()
}
