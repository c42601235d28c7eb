//! Lists inside a line: `1. Close the gate 2. Ring the bell`.

use memchr::memmem;

/// How far the next item may be. A text of item after item is read once per item as far as this.
const REACH: usize = 1024;

/// Where the next item of a list begins, if at `start` there is an item and the next one follows: the same mark with the next number or
/// letter, or the same bullet. A comma, a semicolon or an `and` before it make it a series within one sentence.
#[inline(always)]
pub(super) fn next_item(content: &str, start: usize) -> Option<usize> {
    match content.as_bytes().get(start..)? {
        [b'0'..=b'9' | b'a'..=b'z', ..] => next_numbered(content, start),
        // A quotation mark.
        [0xe2, 0x80, 0x98..=0x9f, ..] => None,
        [0xe2, ..] => next_bullet(content, start),
        _ => None,
    }
}

fn next_numbered(content: &str, start: usize) -> Option<usize> {
    let bytes = content.as_bytes();
    let name = bytes[start..].iter().take(3).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let number = bytes[start..start + name].iter().all(u8::is_ascii_digit);
    let mark = match &bytes[start + name..] {
        [b'.', b')', b' ', ..] => ".) ",
        [b'.', b' ', ..] => ". ",
        [b')', b' ', ..] => ") ",
        _ => return None,
    };
    if name > 2 || !number && name > 1 {
        return None;
    }
    // A space, the next number or letter, the mark.
    let mut needle = [b' '; 7];
    let mut len = 1;
    if number {
        let value =
            bytes[start..start + name].iter().fold(0, |value, digit| value * 10 + usize::from(digit - b'0')) + 1;
        for power in [100, 10, 1] {
            if value >= power {
                needle[len] = b'0' + (value / power % 10) as u8;
                len += 1;
            }
        }
    } else {
        needle[len] = bytes[start] + 1;
        len += 1;
    }
    needle[len..len + mark.len()].copy_from_slice(mark.as_bytes());
    len += mark.len();
    let from = start + name + mark.len();
    let reach = &bytes[from..bytes.len().min(from + REACH)];
    let found = from + memmem::find(reach, &needle[..len])?;
    let before = content[..found].trim_end();
    let series = before.ends_with([',', ';', ':']) || before.ends_with(" and") || before.ends_with(" or");
    let follows = content[found + len..].chars().next().is_some_and(char::is_alphabetic);
    (!series && follows && found > from).then_some(found + 1)
}

/// Marks that stand before the items of a list.
const BULLETS: [&str; 6] = ["•", "⁃", "▪", "●", "‣", "◦"];

fn next_bullet(content: &str, start: usize) -> Option<usize> {
    let bullet = BULLETS.iter().find(|bullet| content[start..].starts_with(**bullet))?;
    let from = start + bullet.len();
    let reach = &content.as_bytes()[from..content.len().min(from + REACH)];
    let found = from + memmem::find(reach, bullet.as_bytes())?;
    content[..found].ends_with(' ').then_some(found)
}
