//! A chart of bars, drawn as SVG in the page.
//!
//! It has a title and a description, which a screen reader says in its place; what it shows stands in the table beside it. Colours and type
//! are those of the page's style.

use std::fmt::Write as _;

use copydesk::write::push_html_line;
use unicode_width::UnicodeWidthChar as _;

use super::numbers::grouped;

/// How many bars there are; what is behind them is one bar more.
const BARS: usize = 14;

/// The chart in its own units: the height of a bar with its gap, the width for names, for the longest bar, and for numbers.
const ROW: usize = 22;
const NAMES: usize = 190;
const LONGEST: usize = 280;
const NUMBERS: usize = 90;
/// How many columns of a terminal a name takes at most: what fits into its width.
const NAME_COLUMNS: usize = 27;

/// Bars for these rows, one below the other.
pub(super) fn bars(id: &str, title: &str, unit: &str, rows: &[(String, u64)], out: &mut String) {
    let (shown, rest) = rows.split_at(if rows.len() > BARS + 1 { BARS } else { rows.len() });
    let mut bars: Vec<(String, u64)> = shown.to_vec();
    if !rest.is_empty() {
        bars.push((format!("{} others", rest.len()), rest.iter().map(|(_, count)| count).sum()));
    }
    let longest = bars.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let (width, height) = (NAMES + LONGEST + NUMBERS, ROW * bars.len());
    let _ = write!(
        out,
        "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n<title id=\"{id}-title\">"
    );
    push_html_line(title, out);
    let _ = write!(out, "</title>\n<desc id=\"{id}-desc\">{} bars of {unit}", bars.len());
    if let Some((name, count)) = bars.iter().max_by_key(|(_, count)| *count) {
        out.push_str("; the longest is ");
        push_html_line(name, out);
        let _ = write!(out, " with {}", grouped(*count));
    }
    out.push_str(". The table beside it has every number.</desc>\n");
    for (at, (name, count)) in bars.iter().enumerate() {
        push_bar(ROW * at, name, *count, *count as f64 / longest as f64, out);
    }
    out.push_str("</svg>\n");
}

/// One bar at this height, of this part of the longest.
fn push_bar(top: usize, name: &str, count: u64, part: f64, out: &mut String) {
    let (middle, names) = (top + ROW / 2, NAMES - 8);
    let length = part * LONGEST as f64;
    // What is there at all can be seen.
    let length = if count > 0 { length.max(1.0) } else { 0.0 };
    out.push_str("<g><title>");
    push_html_line(name, out);
    let _ = write!(out, ": {}</title><text class=\"name\" x=\"{names}\" y=\"{middle}\">", grouped(count));
    push_html_line(&shortened(name), out);
    let _ = writeln!(
        out,
        "</text><rect x=\"{NAMES}\" y=\"{}\" width=\"{length:.1}\" height=\"{}\" rx=\"2\"/><text x=\"{:.1}\" y=\"{middle}\">{}</text></g>",
        top + 3,
        ROW - 6,
        NAMES as f64 + length + 6.0,
        grouped(count),
    );
}

/// A name as far as there is room for it.
fn shortened(name: &str) -> String {
    let mut columns = 0;
    let mut fits = |c: char| {
        columns += c.width().unwrap_or(0);
        columns <= NAME_COLUMNS
    };
    let short: String = name.chars().take_while(|c| fits(*c)).collect();
    if short.len() < name.len() { format!("{short}…") } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_bar_of_its_own_is_in_one() {
        let rows: Vec<(String, u64)> = (0..40).map(|number| (format!("rule-{number}"), 100 - number)).collect();
        let mut out = String::new();
        bars("repairs", "Repairs", "repairs", &rows, &mut out);
        assert_eq!(out.matches("<rect ").count(), BARS + 1);
        assert!(out.contains("<title>26 others: "), "{out}");
        // One that would stand for one alone is that one.
        let mut out = String::new();
        bars("repairs", "Repairs", "repairs", &rows[..=BARS], &mut out);
        assert!(!out.contains("others"), "{out}");
    }

    #[test]
    fn a_long_name_is_cut_and_said_whole() {
        let name = "The Saltmarsh & Skerry Islands Weekly Messenger";
        let mut out = String::new();
        bars("publications", "Publications", "articles", &[(name.into(), 3)], &mut out);
        assert!(out.contains(">The Saltmarsh &amp; Skerry Isla…</text>"), "{out}");
        assert!(out.contains("<title>The Saltmarsh &amp; Skerry Islands Weekly Messenger: 3</title>"), "{out}");
        assert_eq!(shortened(&"東".repeat(20)), format!("{}…", "東".repeat(13)));
    }
}
