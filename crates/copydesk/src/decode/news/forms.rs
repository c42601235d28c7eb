//! How the forms of tagged news begin.

use super::super::markup::Markup;
use super::super::tags::Tag;

/// A tag's name without the prefix of its namespace.
pub(super) fn local<'t>(text: &'t str, tag: &Tag) -> &'t str {
    let name = &text[tag.name.clone()];
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The elements that hold an article, and those in which several may stand. The names are compared without regard to case; only the
/// attributes tell the items of NewsML-G2 from those of a collection.
pub(super) fn of_root(text: &str, tag: &Tag) -> Option<Markup> {
    let name = local(text, tag);
    let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    if is(&["nitf"]) {
        Some(Markup::Nitf)
    } else if is(&["newsitem"]) && tag.attribute(text, "itemid").is_some() || is(&["doc", "reuters"]) {
        Some(Markup::Collection)
    } else if is(&["newsmessage", "newsitem"]) {
        Some(Markup::NewsMl)
    } else {
        None
    }
}

/// Whether the first tag or the document type says the form a second time.
pub(super) fn says_form(text: &str, tag: &Tag, form: Markup, doctype: &str) -> bool {
    let has = |word: &str| tag.attributes(text).any(|(_, value)| value.contains(word));
    match form {
        Markup::Nitf => doctype.eq_ignore_ascii_case("nitf") || has("NITF") || has("std/nitf"),
        Markup::NewsMl => has("iptc.org/std/nar") || has("NewsML-G2"),
        _ => {
            let known = |name: &str| tag.attribute(text, name).is_some();
            known("itemid") && (known("date") || known("id"))
                || known("newid") && (known("topics") || doctype.eq_ignore_ascii_case("lewis"))
        }
    }
}

/// Whether the first tag is one that other files have too.
pub(super) fn is_common(text: &str, tag: &Tag) -> bool {
    let name = local(text, tag);
    name.eq_ignore_ascii_case("doc") && name != "DOC" && tag.attribute(text, "id").is_none()
}

/// What comes next in a file of this form.
pub(super) fn follows(text: &str, tag: &Tag, form: Markup, common: bool) -> bool {
    let names: &[&str] = match form {
        Markup::Nitf => &["head", "body"],
        Markup::NewsMl => {
            &["catalog", "catalogref", "contentmeta", "contentset", "header", "itemmeta", "itemset", "rightsinfo"]
        }
        _ if common => &["dateline", "docid", "docno", "doctype"],
        _ => &["dateline", "docid", "docno", "doctype", "headline", "text"],
    };
    let name = local(text, tag);
    !tag.closing && names.iter().any(|known| name.eq_ignore_ascii_case(known))
}
