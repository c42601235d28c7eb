//! What a user's profile says about the rows, before any grammar looks at them.

use crate::blocks::{Role, Sheet};

use super::fields::{self, Labelled, Target};

/// The filled rows among which a newspaper's name may stand.
const TOP: usize = 6;
/// The longest label, in bytes.
const LABEL: usize = 60;

/// Labels what the profile knows.
pub(crate) fn label(sheet: &mut Sheet<'_>) {
    let Some(profile) = sheet.profile.clone() else { return };
    let rows: Vec<usize> = sheet.filled().collect();
    for (place, &row) in rows.iter().enumerate() {
        let content = sheet.content(row);
        if place < TOP && sheet.fields.publication.is_none() && profile.is_masthead(content) {
            sheet.label(row, Role::Publication);
            sheet.fields.publication = Some(sheet.rows[row].content);
        } else if let Some(kind) = profile.furniture_kind(content) {
            sheet.label_furniture(row, kind);
        } else if let Some(colon) = content.find(':').filter(|&colon| (1..=LABEL).contains(&colon))
            && let Some(target) = profile.field(&content[..colon]).and_then(Target::named)
        {
            let (name, value) = (content[..colon].trim_end(), content[colon + 1..].trim());
            fields::read(sheet, row, Labelled { name, value, target, terms: None });
        }
    }
}
