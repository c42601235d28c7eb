//! Two kinds of span, as two types: a [`SourceSpan`] counts bytes of the source, a [`TextSpan`] counts bytes of the repaired text.
//!
//! Mixing them does not compile. Convert between them with [`Document::to_text`](crate::Document::to_text) and
//! [`Document::to_source`](crate::Document::to_source).

use std::fmt;
use std::ops::Range;

use serde::{Serialize, Serializer};

macro_rules! span {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            start: u32,
            end: u32,
        }

        impl $name {
            /// The span from `start` up to, but not including, `end`, in bytes.
            ///
            /// # Panics
            /// If `end` is before `start`.
            #[must_use]
            pub const fn new(start: u32, end: u32) -> Self {
                assert!(start <= end, "a span ends before it starts");
                Self { start, end }
            }

            /// The first byte.
            #[must_use]
            pub const fn start(self) -> u32 {
                self.start
            }

            /// The byte after the last.
            #[must_use]
            pub const fn end(self) -> u32 {
                self.end
            }

            /// The number of bytes.
            #[must_use]
            pub const fn len(self) -> u32 {
                self.end - self.start
            }

            /// Whether it covers nothing.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// Whether `offset` lies inside.
            #[must_use]
            pub const fn contains(self, offset: u32) -> bool {
                self.start <= offset && offset < self.end
            }

            /// Whether `other` lies inside, edges included.
            #[must_use]
            pub const fn covers(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// The same span as a range of indices, to slice with.
            #[must_use]
            pub const fn range(self) -> Range<usize> {
                self.start as usize..self.end as usize
            }
        }

        impl From<$name> for Range<usize> {
            fn from(span: $name) -> Self {
                span.range()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}..{}", self.start, self.end)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                [self.start, self.end].serialize(serializer)
            }
        }
    };
}

span! {
    /// A range of bytes of the source, counted from the start of the file or record.
    SourceSpan
}
span! {
    /// A range of bytes of the repaired text, counted from the start of the document's text.
    TextSpan
}
