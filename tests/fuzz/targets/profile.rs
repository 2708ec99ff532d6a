//! A self-assessment that anybody may have written: read and measured, never a panic.

#![no_main]

mod miniature;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|sample: &[u8]| roles::readers::profile(miniature::catalog(), sample));
