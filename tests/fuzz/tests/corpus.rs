//! The stored corpora, as ordinary tests.

use std::fs;
use std::path::Path;

fn each(target: &str, run: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let mut inputs = 0;
    for entry in fs::read_dir(corpus).expect("the corpus is stored") {
        run(&fs::read(entry.expect("it can be listed").path()).expect("it can be read"));
        inputs += 1;
    }
    assert!(inputs > 0, "an empty corpus proves nothing");
}

#[test]
fn answers() {
    each("judge", jetpack_fuzz::judge);
}

#[test]
fn sites() {
    each("site", jetpack_fuzz::site);
}

#[test]
fn params() {
    each("params", jetpack_fuzz::params);
}
