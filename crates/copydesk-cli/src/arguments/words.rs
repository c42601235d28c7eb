//! Arguments of several words, which the core reads.

use std::error::Error;
use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command};
use copydesk::UnknownName;

/// What the core reads from words. A name that it does not know is answered by clap, which finds the nearest one.
#[derive(Clone)]
pub(super) struct Words<T, E> {
    pub(super) read: fn(&str) -> Result<T, E>,
    /// The unknown name, if it is for that.
    pub(super) unknown: fn(&E) -> Option<&UnknownName>,
    /// The words that the help lists.
    pub(super) listed: Vec<&'static str>,
}

impl<T, E> TypedValueParser for Words<T, E>
where
    T: Clone + Send + Sync + 'static,
    E: Error + Clone + Send + Sync + 'static,
{
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, clap::Error> {
        if let Some(Err(error)) = value.to_str().map(self.read)
            && let Some(unknown) = (self.unknown)(&error)
        {
            let known = PossibleValuesParser::new(unknown.known());
            known.parse_ref(command, arg, OsStr::new(unknown.name()))?;
        }
        self.read.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let listed = self.listed.iter().copied().map(PossibleValue::new);
        (!self.listed.is_empty()).then(|| Box::new(listed) as Box<dyn Iterator<Item = PossibleValue>>)
    }
}
