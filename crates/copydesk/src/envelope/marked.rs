//! Files in which markup says where each article begins.

use crate::decode::{Decoded, Mark};

use super::Part;

/// The parts of a page that marks its articles, what stands before the first as the cover; none of one that does not.
pub(super) fn parts(decoded: &Decoded<'_>) -> Option<Vec<(Part, u32)>> {
    let marked = decoded.marks.iter().filter(|(_, mark)| *mark == Mark::Article);
    let mut parts: Vec<(Part, u32)> = marked.map(|&(at, _)| (Part::Article, at)).collect();
    let first = parts.first_mut()?;
    if decoded.text[..first.1 as usize].trim().is_empty() {
        first.1 = 0;
    } else {
        parts.insert(0, (Part::Cover, 0));
    }
    Some(parts)
}
