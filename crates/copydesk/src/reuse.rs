//! The memory of a list, kept for the next one.
//!
//! A parse's working lists borrow from the text they read, so a list kept from one text to the next can borrow from neither. It is
//! therefore kept empty, typed as if its items lived for ever, and takes on their lifetime only while it is used. Only the type changes.

/// The memory of a list whose items lived otherwise, and nothing in it.
///
/// The standard library collects a list into itself where the items are as large before as after: nothing is asked of the allocator. That
/// is no promise of its; without it, a list would be made anew for each text, and the tests here and the bin `allocations` say so.
pub(crate) fn emptied<A, B>(mut list: Vec<A>) -> Vec<B> {
    list.clear();
    list.into_iter().filter_map(|_| None).collect()
}

/// The most bytes of a list that is kept: a hundred times what an article needs. A longer list is released at once, so its memory is not
/// held while the next text is parsed, nor for the life of the parser.
const MOST: usize = 1 << 20;

/// The list, or none of its memory if that is too much to keep.
pub(crate) fn kept<T>(list: Vec<T>) -> Vec<T> {
    if list.capacity() * size_of::<T>() > MOST { Vec::new() } else { list }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_given_back() {
        assert_eq!(kept(Vec::<u32>::with_capacity(1000)).capacity(), 1000);
        assert_eq!(kept(Vec::<u32>::with_capacity(MOST)).capacity(), 0);
    }

    #[test]
    fn the_memory_is_the_same() {
        let text = String::from("a b c");
        let words: Vec<(u64, &str)> = text.split(' ').map(|word| (1, word)).collect();
        let (place, room) = (words.as_ptr() as usize, words.capacity());
        let kept: Vec<(u64, &'static str)> = emptied(words);
        drop(text);
        assert_eq!((kept.as_ptr() as usize, kept.capacity(), kept.len()), (place, room, 0));
    }
}
