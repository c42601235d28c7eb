//! A panic in one record does not affect the others.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs work on one record, and turns a panic into the error of that record. A panic in the core is a defect.
///
/// Do not use again what the work held when it panicked.
///
/// # Errors
/// If the work panics: `defect of copydesk: ` and the message of the panic.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| format!("defect of copydesk: {}", panic_message(&*panic)))
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let fixed = panic.downcast_ref::<&'static str>().copied();
    fixed.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("panic")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        assert_eq!(guarded(|| 7), Ok(7));
        let number = 7;
        for said in [guarded(|| panic!("it is 7")), guarded(|| panic!("it is {number}"))] {
            assert_eq!(said, Err::<(), _>("defect of copydesk: it is 7".into()));
        }
    }
}
