//! Which bytes are letters, 64 of them at a time: a bit for each, so that what reads words branches where words begin or end and not at
//! every byte.

/// How many bytes are looked at together.
pub(crate) const BLOCK: usize = 64;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// A bit for each byte of at most [`BLOCK`] that is a letter: ASCII letters, and all bytes of other characters. Past the end there are none.
pub(crate) fn letters(block: &[u8]) -> u64 {
    mask(block, letters_of_eight)
}

/// The same for ASCII letters alone.
pub(crate) fn ascii_letters(block: &[u8]) -> u64 {
    mask(block, |eight| gather(ascii_of_eight(eight)))
}

/// How many ASCII letters stand first. A longer run counts as [`RUN`].
pub(crate) fn leading(bytes: &[u8]) -> usize {
    match bytes.first_chunk::<RUN>() {
        Some(run) => ((!ascii_of_sixteen(*run) & HIGH_OF_SIXTEEN).trailing_zeros() / 8) as usize,
        None => bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count(),
    }
}

/// How many small ASCII letters stand last. A longer run counts as [`RUN`].
pub(crate) fn small_trailing(bytes: &[u8]) -> usize {
    match bytes.last_chunk::<RUN>() {
        Some(run) => {
            let small = ascii_of_sixteen(*run) & u128::from_le_bytes(*run) << 2;
            ((!small & HIGH_OF_SIXTEEN).leading_zeros() / 8) as usize
        }
        None => bytes.iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count(),
    }
}

/// The longest run that is counted.
pub(crate) const RUN: usize = 16;

const HIGH_OF_SIXTEEN: u128 = (HIGH as u128) << 64 | HIGH as u128;

/// The high bit of each byte that is an ASCII letter.
const fn ascii_of_sixteen(sixteen: [u8; RUN]) -> u128 {
    let [low, high] = halves(sixteen);
    (ascii_of_eight(high) as u128) << 64 | ascii_of_eight(low) as u128
}

const fn halves(sixteen: [u8; RUN]) -> [[u8; 8]; 2] {
    let bytes = u128::from_le_bytes(sixteen);
    [(bytes as u64).to_le_bytes(), ((bytes >> 64) as u64).to_le_bytes()]
}

fn mask(block: &[u8], of_eight: impl Fn([u8; 8]) -> u64) -> u64 {
    let mut padded = [0; BLOCK];
    let block = match block.first_chunk::<BLOCK>() {
        Some(block) => block,
        None => {
            padded[..block.len()].copy_from_slice(block);
            &padded
        }
    };
    let (eights, _) = block.as_chunks::<8>();
    eights.iter().enumerate().fold(0, |bits, (index, eight)| bits | of_eight(*eight) << (8 * index))
}

/// The letters of eight bytes at once.
const fn letters_of_eight(eight: [u8; 8]) -> u64 {
    gather(ascii_of_eight(eight) | u64::from_le_bytes(eight) & HIGH)
}

/// The high bit of each byte that is an ASCII letter. Each byte is in its own eighth of a word: no sum carries over into the next.
const fn ascii_of_eight(eight: [u8; 8]) -> u64 {
    let bytes = u64::from_le_bytes(eight);
    let lower = (bytes | (0x20 * ONES)) & !HIGH;
    let from_a = lower + (0x80 - b'a' as u64) * ONES;
    let past_z = lower + (0x7f - b'z' as u64) * ONES;
    from_a & !past_z & !bytes & HIGH
}

/// Gathers the eight high bits into one byte.
const fn gather(high: u64) -> u64 {
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_at_either_end() {
        for length in 0..=RUN {
            let long = format!("{}9{}", "Quayside".repeat(4), "q".repeat(length));
            assert_eq!(small_trailing(long.as_bytes()), length);
            assert_eq!(small_trailing(&long.as_bytes()[RUN * 2..]), length);
            let long = format!("{}\u{e9}{}", "Q".repeat(length), "harbour wall and quay");
            assert_eq!(leading(long.as_bytes()), length);
            assert_eq!(leading(&long.as_bytes()[..length + 2]), length);
        }
        assert_eq!(small_trailing(b"the harbour wall of Norhaven Q"), 0);
        assert_eq!(leading(&[b'a'; 40]), RUN);
    }

    #[test]
    fn tells_letters_from_all_other_bytes() {
        for byte in 0..=u8::MAX {
            let mut block = [b'-'; BLOCK];
            block[35] = byte;
            let ascii = u64::from(byte.is_ascii_alphabetic()) << 35;
            assert_eq!(ascii_letters(&block), ascii, "{byte:#x}");
            assert_eq!(letters(&block), ascii | u64::from(byte >= 0x80) << 35, "{byte:#x}");
        }
        assert_eq!((letters(b"a b"), letters(b"")), (0b101, 0));
    }
}
