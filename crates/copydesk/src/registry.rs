//! What every entry of a registry has: a name, the page that explains it, and a way to find it by name.

/// Gives the entries of a registry their name and their page, finds them by name, and shows them as their kind and name. An entry has the
/// fields `name` and `page`; the page is the module doc of the file that stands there.
macro_rules! registered {
    ($kind:ident in $registry:ident: $word:literal, name: $name:literal, page: $page:literal,) => {
        impl $kind {
            #[doc = $name]
            #[must_use]
            pub fn name(&self) -> &'static str {
                self.name
            }

            #[doc = $page]
            #[must_use]
            pub fn page(&self) -> String {
                $crate::page(self.page)
            }

            #[doc = concat!("The ", $word, " of this name.")]
            #[must_use]
            pub fn named(name: &str) -> Option<&'static Self> {
                $registry.iter().copied().find(|entry| entry.name == name)
            }
        }

        impl ::std::fmt::Debug for $kind {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!(stringify!($kind), "({})"), self.name)
            }
        }
    };
}

pub(crate) use registered;

#[cfg(test)]
mod tests {
    use crate::Family;

    #[test]
    fn an_entry_is_found_by_its_name_and_shown_by_it() {
        let family = Family::named("legal").unwrap();
        assert_eq!((family.name(), format!("{family:?}").as_str()), ("legal", "Family(legal)"));
        assert!(family.page().starts_with("# "), "{}", family.page());
        assert!(Family::named("Legal").is_none());
    }
}
