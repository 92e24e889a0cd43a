//! An API that misbehaves at random, with a seed: whatever happens, one effect per site.

use jetpack_sandbox::{Chaos, FaultKind, Sandbox};

use crate::{client, deadline, personal};

const SITES: u64 = 300;

/// Every way to lose an answer. (A 429 that provisions all the same is left out: it would be a lie
/// that no client can see through.)
const KINDS: [FaultKind; 4] = [
    FaultKind::Reset,
    FaultKind::Html,
    FaultKind::Truncated,
    FaultKind::Empty,
];

#[tokio::test]
async fn no_site_is_provisioned_twice_whatever_is_lost() {
    for seed in 1..=2 {
        let sandbox = Sandbox::start_seeded(seed).await;
        let client = client(&sandbox);
        sandbox.chaos(Chaos::new(seed, 0.3).kinds(KINDS));
        let mut succeeded = 0;
        for number in 0..SITES {
            let request = personal(&format!("https://shop-{number}.example.test"));
            let result = client.call(deadline()).unrecorded().provision(&request).await;
            succeeded += u64::from(result.is_ok());
        }

        let sites = sandbox.state().sites;
        let twice: Vec<_> = sites.iter().filter(|site| site.provisions > 1).collect();
        assert!(twice.is_empty(), "seed {seed}: {twice:?}");
        let live = sites.iter().filter(|site| site.provisions == 1).count() as u64;
        assert!(
            live >= succeeded,
            "seed {seed}: {succeeded} said to be provisioned, {live} are"
        );
        assert!(succeeded > SITES / 2, "seed {seed}: {succeeded}");
    }
}
