#![no_main]

// What reads Parquet may panic on damaged bytes; that is caught, and is an error of the file. The fuzzer's own hook would end the process
// before. A panic that nobody catches still ends it.
libfuzzer_sys::fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| copydesk_tests::fuzz::CONTAINERS.hold(bytes)
);
