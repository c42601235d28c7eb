//! Furniture of video and audio players: durations, and the titles of what is played.
//!
//! A page with a video is flattened to its parts, each on a line of its own. They are `0:00`, `/`, `3:02`; the title, the button, and the
//! title again; one line with the title, the button and the duration; or the title, and below it the title with the duration.

use super::role::FurnitureKind;
use super::sheet::Sheet;
use super::wording::Wording;

/// A line that only players have: the position at the start, or the button and the duration behind a title.
pub(super) fn form(wording: &Wording) -> Option<FurnitureKind> {
    let line = wording.bytes();
    if line == b"0:00" {
        return Some(FurnitureKind::Other);
    }
    let (title, _) = cut_duration(line)?;
    title.trim_ascii_end().ends_with(b"play video").then_some(FurnitureKind::Related)
}

/// Whether the line ends in a duration: few others than those of players and of results do.
pub(super) fn ends_in_duration(content: &str) -> bool {
    matches!(content.as_bytes(), [.., b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9'])
}

/// A line of a player that may be something else elsewhere: `/`, `8 min`, and `3:02` near the player's other lines. Without them it is a
/// time or a score.
pub(super) fn part(content: &str, is_near_player: impl FnOnce() -> bool) -> Option<FurnitureKind> {
    let line = content.as_bytes();
    let minutes = || {
        let count = line.strip_suffix(b" min").unwrap_or_default();
        matches!(count, [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9'])
    };
    let is_duration = cut_duration(line).is_some_and(|(before, _)| before.is_empty());
    (line == b"/" || minutes() || is_duration && is_near_player()).then_some(FurnitureKind::Other)
}

/// Whether a line is nothing but a button of a player, or where it stands.
pub(super) fn is_button(content: &str) -> bool {
    matches!(content, "0:00" | "/") || plays(content)
}

fn plays(content: &str) -> bool {
    ["Play Video", "Video", "Watch Video"].iter().any(|words| content.eq_ignore_ascii_case(words))
}

/// What stands before a duration at the line's end, and the duration: `3:02`, `1:05:30`.
fn cut_duration(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let digits = line.iter().rev().take_while(|byte| byte.is_ascii_digit() || **byte == b':').count();
    let (before, duration) = line.split_at(line.len() - digits);
    let mut parts = duration.split(|&byte| byte == b':');
    let first = parts.next()?;
    let rest = parts.clone().count();
    let sixty = |part: &[u8]| matches!(part, [b'0'..=b'5', b'0'..=b'9']);
    ((1..=2).contains(&first.len()) && (1..=2).contains(&rest) && parts.all(sixty)).then_some((before, duration))
}

/// The title of a video above its button and once more below. `first` is the first row, which has the article's own.
pub(super) fn label_boxes(sheet: &mut Sheet<'_>, filled: &[usize], first: usize, is_title: fn(&str) -> bool) {
    for around in filled.windows(3) {
        let [above, button, below] = [around[0], around[1], around[2]];
        let title = sheet.content(above);
        if plays(sheet.content(button))
            && above != first
            && title == sheet.content(below)
            && is_title(title)
            && sheet.is_open(above)
            && sheet.is_open(below)
        {
            sheet.label_furniture(above, FurnitureKind::Related);
            sheet.label_furniture(button, FurnitureKind::Other);
            sheet.label_furniture(below, FurnitureKind::Related);
        }
    }
}

/// The title of a video with its duration, below the title alone or below a player's line that begins with it: `The pier rises`,
/// `The pier rises 1:42`.
pub(super) fn label_titles(sheet: &mut Sheet<'_>, filled: &[usize], first: usize) {
    const SHORTEST: usize = 16;
    for pair in filled.windows(2) {
        let [above, below] = [pair[0], pair[1]];
        let line = sheet.content(below);
        if !ends_in_duration(line) || !sheet.is_open(below) {
            continue;
        }
        let title = cut_duration(line.as_bytes()).map_or("", |(title, _)| line[..title.len()].trim_end());
        let over = sheet.content(above);
        let is_player = over.strip_prefix("Play").is_some_and(|over| over.starts_with(title)) && !sheet.is_open(above);
        if title.len() >= SHORTEST && (is_player || over == title && above != first) {
            sheet.label_furniture(above, FurnitureKind::Related);
            sheet.label_furniture(below, FurnitureKind::Related);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for line in ["3:02", "12:45", "1:05:30", "/", "8 min", "45 min"] {
            assert!(part(line, || true).is_some(), "{line}");
        }
        for line in
            ["3:2", "3:72", "112:45", "1:1:1:1", "3:02 pm", "", ":30", "a 3:02", "min", "100 min", "0 min", "3 mins"]
        {
            assert!(part(line, || true).is_none(), "{line}");
        }
        assert!(part("3:02", || false).is_none() && part("/", || false).is_some());
    }

    #[test]
    fn lines_of_players() {
        assert_eq!(form(&Wording::of("0:00")), Some(FurnitureKind::Other));
        assert_eq!(form(&Wording::of("The pier rises  Play Video2:14")), Some(FurnitureKind::Related));
        assert_eq!((form(&Wording::of("2:14")), form(&Wording::of("They play videos at 2:14"))), (None, None));
    }
}
