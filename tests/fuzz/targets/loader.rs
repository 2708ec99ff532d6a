//! A small catalog that anybody may have written: read, checked, baked and shown, never a panic.

#![no_main]

mod miniature;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|sample: &[u8]| roles::readers::loader(miniature::catalog(), sample));
