//! What forms say of authors beside a byline in its own words: names as an index has them, a line below the byline.

use super::{LONGEST, authors, named, names, without_any_intro};
use crate::blocks::Sheet;
use crate::header::BylineFields;
use crate::span::TextSpan;

/// Whether every part of the text can be read as part of a byline: in a field that holds bylines among other things, what cannot may be
/// the name of somebody else.
pub(crate) fn is_clear(sheet: &Sheet<'_>, span: TextSpan) -> bool {
    let text = sheet.slice(span);
    text.len() <= LONGEST && authors::read(without_any_intro(text), sheet.language).whole
}

/// Reads names as an index has them, the family name first: `Hale, Jon; Ruiz, Ana Maria`. `None` if any part is not such a name.
pub(crate) fn read_index(sheet: &Sheet<'_>, span: TextSpan) -> Option<BylineFields<TextSpan>> {
    let parts = sheet.slice(span).split(';').map(str::trim).filter(|part| !part.is_empty());
    let read = parts.map(|part| {
        let (family, given) = part.split_once(',')?;
        let name = format!("{} {}", given.trim(), family.trim());
        let whole = !given.trim().is_empty() && !family.trim().is_empty() && !given.contains(',');
        (whole && names::is_name(&name)).then(|| authors::Author { name: part, ..Default::default() })
    });
    let authors: Vec<_> = read.collect::<Option<_>>()?;
    (!authors.is_empty()).then(|| named(sheet, span, &authors))
}

/// Reads the line below a byline as what its authors are, or for whom they write: `Associated Press`. Says whether it is that.
pub(crate) fn read_about(sheet: &Sheet<'_>, byline: &mut BylineFields<TextSpan>, about: &str) -> bool {
    let Some(about) = authors::about(about, sheet.language) else { return false };
    for author in &mut byline.authors {
        author.role = author.role.or_else(|| about.role.map(|role| sheet.span_of(role)));
        author.affiliation = author.affiliation.or_else(|| about.affiliation.map(|house| sheet.span_of(house)));
    }
    !byline.authors.is_empty()
}
