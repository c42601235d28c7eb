//! Where a name may begin: at a capital that no letter or digit stands before.

use super::gazetteer::is_letter;

/// Whether a byte can begin a name: a capital, or the first of a letter of two bytes.
static BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = (byte as u8).is_ascii_uppercase() || byte >= 0xc3 && byte <= 0xcf;
        byte += 1;
    }
    begins
};

/// The next place, from `from` on, that a name may begin at.
pub(super) fn next_capital(bytes: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let at = from + bytes[from..].iter().position(|&byte| BEGINS[usize::from(byte)])?;
        if !is_inside(bytes, at) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Whether a letter or a digit stands before. The end of a quotation mark or a dash looks like that of a letter.
fn is_inside(bytes: &[u8], at: usize) -> bool {
    let Some(&last) = at.checked_sub(1).and_then(|last| bytes.get(last)) else { return false };
    match last {
        0x80..=0xbf => {
            let start = bytes[at.saturating_sub(4)..at].iter().rev().find(|&&byte| byte >= 0xc0);
            start.is_some_and(|&start| is_letter(start))
        }
        _ => is_letter(last) || last.is_ascii_digit(),
    }
}
