//! A list that is nearly always short: its first items are stored in place, and only a longer list allocates memory.

use std::ops::{Deref, DerefMut};

/// Up to `N` items in place, or any number elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Few<T, const N: usize> {
    first: [T; N],
    /// How many of them there are.
    len: usize,
    /// All items, once they are more.
    all: Vec<T>,
}

impl<T: Default, const N: usize> Few<T, N> {
    pub(crate) fn new() -> Self {
        Self { first: std::array::from_fn(|_| T::default()), len: 0, all: Vec::new() }
    }
}

impl<T: Copy, const N: usize> Few<T, N> {
    pub(crate) fn push(&mut self, item: T) {
        if self.all.is_empty() {
            if let Some(place) = self.first.get_mut(self.len) {
                *place = item;
                self.len += 1;
                return;
            }
            self.all.reserve(2 * N);
            self.all.extend_from_slice(&self.first);
            self.len = 0;
        }
        self.all.push(item);
    }

    pub(crate) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
        self.all.truncate(len);
    }

    pub(crate) fn pop(&mut self) -> Option<T> {
        let last = self.last().copied();
        self.truncate(self.len().saturating_sub(1));
        last
    }

    /// Keeps the items that are wanted, in their order.
    pub(crate) fn retain(&mut self, mut wanted: impl FnMut(&T) -> bool) {
        let mut kept = 0;
        for at in 0..self.len() {
            if wanted(&self[at]) {
                self.swap(kept, at);
                kept += 1;
            }
        }
        self.truncate(kept);
    }
}

impl<T, const N: usize> Deref for Few<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        if self.all.is_empty() { &self.first[..self.len] } else { &self.all }
    }
}

impl<T, const N: usize> DerefMut for Few<T, N> {
    fn deref_mut(&mut self) -> &mut [T] {
        if self.all.is_empty() { &mut self.first[..self.len] } else { &mut self.all }
    }
}

impl<T: Default, const N: usize> Default for Few<T, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: PartialEq, const N: usize> PartialEq for Few<T, N> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq, const N: usize> Eq for Few<T, N> {}

impl<T: Copy + Default, const N: usize> FromIterator<T> for Few<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut few = Self::new();
        items.into_iter().for_each(|item| few.push(item));
        few
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_list_whether_short_or_long() {
        let (mut few, mut list) = (Few::<u32, 3>::new(), Vec::new());
        assert_eq!((few.pop(), few.len()), (None, 0));
        for item in (0..9).chain(20..22) {
            few.push(item);
            list.push(item);
            assert_eq!((&few[..], few.all.capacity() > 0), (&list[..], list.len() > 3));
        }
        few.retain(|item| item % 2 == 1);
        list.retain(|item| item % 2 == 1);
        assert_eq!(few[..], list[..]);
        while let Some(item) = list.pop() {
            assert_eq!((few.pop(), &few[..]), (Some(item), &list[..]));
        }
        few.push(7);
        few[0] += 1;
        assert_eq!(few, Few::<u32, 3>::from_iter([8]));
    }

    #[test]
    fn a_short_one_asks_for_no_memory() {
        let few: Few<u32, 2> = [1, 2].into_iter().collect();
        assert_eq!((few.all.capacity(), few.len()), (0, 2));
    }
}
