#![no_main]
#![allow(missing_docs, reason = "the macro makes the entry")]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jetpack_fuzz::judge(data));
