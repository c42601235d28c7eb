//! A layer's rows as a type.

use crate::span::TextSpan;

use super::cells::Cells;
use super::{Column, RowView};

/// A typed row of a layer: its fields are the layer's columns. Implement it with [`record!`](crate::record).
pub trait Record: Sized {
    /// The layer's name.
    const NAME: &'static str;
    /// The columns apart from `text`.
    const COLUMNS: &'static [Column];
    /// The place in the text.
    fn span(&self) -> TextSpan;
    /// Puts its values into a row of these columns.
    #[doc(hidden)]
    fn store(self, cells: &mut Cells);
    /// Reads it from a row.
    fn load(row: &RowView<'_>) -> Self;
}

/// Declares the rows of a layer: a struct whose fields are the columns, and its [`Record`].
///
/// Every record has a field `text`, its span. The other fields can be `u32` (the number of a block or row), `String`, [`TextSpan`], a
/// vector of spans, an `Option` of one of these, or a [`category!`](crate::category).
///
/// [`TextSpan`]: crate::TextSpan
///
/// ```
/// copydesk::record! {
///     /// A name that my list knows.
///     pub struct Mention as "mentions" {
///         /// The identifier in my list.
///         pub entry: String,
///     }
/// }
///
/// let source = copydesk::Source::new("The mayor of Norhaven spoke.")?;
/// let mut table = copydesk::Table::of::<Mention>();
/// table.push(Mention { text: copydesk::TextSpan::new(13, 21), entry: "N-17".into() });
/// let document = copydesk::parse(&source).with_layer(table);
/// let mention = document.layer::<Mention>().next().unwrap();
/// assert_eq!((document.slice(mention.text), &*mention.entry), ("Norhaven", "N-17"));
/// # Ok::<(), copydesk::SourceTooLong>(())
/// ```
#[macro_export]
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident as $layer:literal {
            $( #[doc = $field_doc:literal] pub $field:ident : $type:ty, )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// The place in the text.
            pub text: $crate::TextSpan,
            $( #[doc = $field_doc] pub $field: $type, )*
        }

        impl $crate::Record for $name {
            const NAME: &'static str = $layer;
            const COLUMNS: &'static [$crate::Column] = {
                // One place in memory: that a table holds these records is then seen without a look at the columns.
                static COLUMNS: &[$crate::Column] = &[$(
                    $crate::Column {
                        name: ::std::borrow::Cow::Borrowed(stringify!($field)),
                        kind: <$type as $crate::Cell>::TYPE,
                        nullable: <$type as $crate::Cell>::NULLABLE,
                        doc: ::std::borrow::Cow::Borrowed($field_doc),
                    },
                )*];
                COLUMNS
            };

            fn span(&self) -> $crate::TextSpan {
                self.text
            }

            #[allow(unused_variables)]
            fn store(self, cells: &mut $crate::Cells) {
                $( $crate::Cell::store(self.$field, cells); )*
            }

            #[allow(unused_variables, unused_mut, unused_assignments)]
            fn load(row: &$crate::RowView<'_>) -> Self {
                let mut values = row.values();
                Self {
                    text: row.text(),
                    $( $field: $crate::Cell::load(values.next().expect("one value per column")), )*
                }
            }
        }
    };
}

/// Declares a closed set of words that a column of a [`record!`](crate::record) can hold.
#[macro_export]
macro_rules! category {
    ($(#[$doc:meta])* pub enum $name:ident { $( $(#[$variant_doc:meta])* $variant:ident = $word:literal, )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $( $(#[$variant_doc])* $variant, )* }

        impl $crate::Category for $name {
            const WORDS: &'static [&'static str] = &[$( $word, )*];

            fn index(self) -> u8 {
                self as u8
            }

            fn from_index(index: u8) -> Self {
                const ALL: &[$name] = &[$( $name::$variant, )*];
                ALL[index as usize]
            }
        }
    };
}
