//! The table of cases that is also run against WordPress.com, here against the sandbox.

#[path = "../../examples/conformance/cases.rs"]
mod cases;

use jetpack_partner::Trust;
use jetpack_sandbox::Sandbox;

use crate::{client, client_with};

#[tokio::test]
async fn the_sandbox_answers_as_the_documentation_says() {
    let sandbox = Sandbox::start().await;

    let cases = cases::run(
        &client(&sandbox),
        &client_with(&sandbox, &Trust::System, "wrong"),
        "1",
    )
    .await;

    assert_eq!(cases.len(), 10);
    for case in cases {
        assert!(case.holds(), "{}: {}", case.name, case.observed);
    }
}
