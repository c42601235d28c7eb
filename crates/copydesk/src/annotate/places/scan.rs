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
        let is_inside = at > 0 && (is_letter(bytes[at - 1]) || bytes[at - 1].is_ascii_digit());
        if !is_inside {
            return Some(at);
        }
        from = at + 1;
    }
}
