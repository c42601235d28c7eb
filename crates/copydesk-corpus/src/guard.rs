//! One record's defect is no other's.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs work that must not take the records after it down with it: a panic in the core is a defect, and this record's error.
///
/// What the work had in hand when it panicked should not be used again.
///
/// # Errors
/// If the work panics: `defect of copydesk: ` and what the panic said.
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
