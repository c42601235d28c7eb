#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| copydesk_tests::fuzz::OFFSETS.hold(bytes));
