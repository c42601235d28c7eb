//! What is known or can be seen of a word, besides its tag.

/// The traits of a word, each a bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits(u32);

impl Traits {
    pub(super) const NONE: Self = Self(0);
    /// It begins with a capital.
    pub(super) const CAPITAL: Self = Self(1);
    /// It ends in `'s` or `s'`, and is no pronoun.
    pub(super) const POSSESSIVE: Self = Self(1 << 1);
    /// It ends in `-ed`.
    pub(super) const PAST: Self = Self(1 << 2);
    /// It ends in `-ing`.
    pub(super) const GERUND: Self = Self(1 << 3);
    /// It is a plural, or stands for people.
    pub(super) const PLURAL: Self = Self(1 << 4);
    /// A full stop at its end is its own.
    pub(super) const SHORTENED: Self = Self(1 << 5);
    /// `of`, `for`: they bind a noun to a noun.
    pub(super) const OF: Self = Self(1 << 6);
    pub(super) const BY: Self = Self(1 << 7);
    pub(super) const IT: Self = Self(1 << 8);
    /// `his`, `her`, `their`.
    pub(super) const OWNER: Self = Self(1 << 9);
    /// `told`: it stands behind its subject, never before it.
    pub(super) const TELLING: Self = Self(1 << 10);
    /// `told`, `asked`: somebody follows.
    pub(super) const ADDRESSING: Self = Self(1 << 11);
    /// `continued`, `began`: a verb may follow.
    pub(super) const CONTINUING: Self = Self(1 << 12);

    /// An office or an organisation, whose name goes on behind *of*: `University of Norhaven`.
    pub(super) const BODY: Self = Self(1 << 13);
    /// A thing that has a title: `the film`.
    pub(super) const WORK: Self = Self(1 << 14);
    /// `entitled`: a title follows.
    pub(super) const TITLING: Self = Self(1 << 15);
    /// `quoted`, `remembers`: whoever spoke may follow, and is not its subject.
    pub(super) const CITING: Self = Self(1 << 16);
    /// `quoting`.
    pub(super) const QUOTING: Self = Self(1 << 19);
    /// `suggests`: things do it as often as people.
    pub(super) const IMPLYING: Self = Self(1 << 17);
    /// `won`: a form of the past that does not end in `-ed`.
    pub(super) const DEED: Self = Self(1 << 18);

    pub(super) const WITH: Self = Self(1 << 20);
    /// `the`, `a`: it never stands alone.
    pub(super) const ARTICLE: Self = Self(1 << 21);
    /// `not`, `didn’t`.
    pub(super) const NEGATING: Self = Self(1 << 22);
    /// `continued`, `offers`: they report only if what was said follows at once.
    pub(super) const AT_ONCE: Self = Self(1 << 23);
    /// `banner`: what is written on it is nobody's speech.
    pub(super) const SIGN: Self = Self(1 << 24);
    /// `word`, `phrase`: what stands behind them is spoken of, and not said.
    pub(super) const WORDING: Self = Self(1 << 25);
    /// `Re`, `Breaking`: they stand before a colon, and are nobody.
    pub(super) const HEADING: Self = Self(1 << 26);
    /// `after`, `before`: a clause may follow them, and they bind no nouns.
    pub(super) const WHEN: Self = Self(1 << 27);
    /// `him`: it is no subject.
    pub(super) const OBJECT: Self = Self(1 << 28);
    /// `familiar`, `close`: they stand behind their noun, and need what follows them: `a source close to the yard`.
    pub(super) const POSTPOSED: Self = Self(1 << 29);
    /// Four digits.
    pub(super) const YEAR: Self = Self(1 << 30);
    pub(super) const THIS: Self = Self(1 << 31);

    /// The traits that single words have besides those of their class. The order is that of the word list, as the table is made in one
    /// pass.
    #[rustfmt::skip]
    pub(super) const OF_WORDS: &[(&str, Self)] = &[
        ("a", Self::ARTICLE), ("after", Self::WHEN), ("agree", Self::AT_ONCE), ("agreed", Self::AT_ONCE), ("agreeing", Self::AT_ONCE),
        ("agrees", Self::AT_ONCE), ("an", Self::ARTICLE), ("another", Self::PLURAL), ("aren't", Self::NEGATING),
        ("aren’t", Self::NEGATING), ("asked", Self::ADDRESSING), ("asks", Self::ADDRESSING), ("before", Self::WHEN), ("began", Self::CONTINUING),
        ("begin", Self::CONTINUING), ("beginning", Self::CONTINUING), ("begins", Self::CONTINUING), ("by", Self::BY),
        ("can't", Self::NEGATING), ("can’t", Self::NEGATING), ("charge", Self::AT_ONCE), ("charges", Self::AT_ONCE),
        ("cite", Self::CITING), ("cited", Self::CITING), ("cites", Self::CITING), ("citing", Self::CITING), ("claim", Self::HEADING),
        ("continue", Self::CONTINUING.with(Self::AT_ONCE)), ("continued", Self::CONTINUING.with(Self::AT_ONCE)),
        ("continues", Self::CONTINUING.with(Self::AT_ONCE)), ("continuing", Self::CONTINUING.with(Self::AT_ONCE)),
        ("couldn't", Self::NEGATING), ("couldn’t", Self::NEGATING), ("depicted", Self::CITING), ("depicts", Self::CITING),
        ("didn't", Self::NEGATING), ("didn’t", Self::NEGATING), ("doesn't", Self::NEGATING), ("doesn’t", Self::NEGATING),
        ("don't", Self::NEGATING), ("don’t", Self::NEGATING), ("entitled", Self::TITLING), ("for", Self::OF), ("hadn't", Self::NEGATING),
        ("hadn’t", Self::NEGATING), ("hasn't", Self::NEGATING), ("hasn’t", Self::NEGATING), ("haven't", Self::NEGATING),
        ("haven’t", Self::NEGATING), ("hear", Self::CITING), ("heard", Self::CITING), ("hearing", Self::CITING), ("hears", Self::CITING),
        ("her", Self::OWNER), ("his", Self::OWNER), ("imagined", Self::CITING), ("isn't", Self::NEGATING), ("isn’t", Self::NEGATING),
        ("it", Self::IT), ("judge", Self::BODY), ("never", Self::NEGATING), ("not", Self::NEGATING), ("note", Self::HEADING),
        ("of", Self::OF), ("offer", Self::AT_ONCE), ("offered", Self::AT_ONCE), ("offering", Self::AT_ONCE), ("offers", Self::AT_ONCE),
        ("painting", Self::WORK), ("put", Self::AT_ONCE), ("puts", Self::AT_ONCE), ("putting", Self::AT_ONCE), ("quote", Self::CITING),
        ("quoted", Self::CITING), ("quotes", Self::CITING), ("quoting", Self::CITING.with(Self::QUOTING)), ("read", Self::AT_ONCE),
        ("reading", Self::AT_ONCE), ("reads", Self::AT_ONCE), ("recall", Self::CITING), ("recalled", Self::CITING),
        ("recalling", Self::CITING), ("recalls", Self::CITING), ("reflect", Self::AT_ONCE), ("reflected", Self::AT_ONCE),
        ("reflecting", Self::AT_ONCE), ("reflects", Self::AT_ONCE), ("relate", Self::AT_ONCE), ("related", Self::AT_ONCE),
        ("relates", Self::AT_ONCE), ("relating", Self::AT_ONCE), ("remember", Self::CITING), ("remembered", Self::CITING),
        ("remembering", Self::CITING), ("remembers", Self::CITING), ("report", Self::CITING.with(Self::AT_ONCE)),
        ("reported", Self::CITING), ("reporting", Self::CITING.with(Self::AT_ONCE)), ("reports", Self::CITING.with(Self::AT_ONCE)),
        ("start", Self::CONTINUING), ("started", Self::CONTINUING), ("starts", Self::CONTINUING),
        ("state", Self::BODY.with(Self::AT_ONCE)), ("states", Self::BODY.with(Self::AT_ONCE)), ("suggest", Self::IMPLYING),
        ("suggested", Self::IMPLYING), ("suggests", Self::IMPLYING), ("taught", Self::AT_ONCE), ("teach", Self::AT_ONCE),
        ("teaches", Self::AT_ONCE), ("teaching", Self::AT_ONCE), ("tells", Self::TELLING.with(Self::ADDRESSING)),
        ("term", Self::WORDING), ("terms", Self::WORDING), ("the", Self::ARTICLE), ("their", Self::OWNER), ("these", Self::THIS), ("this", Self::THIS), ("titled", Self::TITLING),
        ("told", Self::TELLING.with(Self::ADDRESSING)), ("trust", Self::BODY), ("warning", Self::HEADING), ("wasn't", Self::NEGATING),
        ("wasn’t", Self::NEGATING), ("weren't", Self::NEGATING), ("weren’t", Self::NEGATING), ("with", Self::WITH),
        ("won't", Self::NEGATING), ("won’t", Self::NEGATING), ("wouldn't", Self::NEGATING), ("wouldn’t", Self::NEGATING),
    ];

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These traits if the condition holds, else none.
    pub(super) fn when(self, holds: bool) -> Self {
        Self(self.0 * u32::from(holds))
    }

    pub(super) fn has_any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// What the last letters of a word show.
    pub(super) fn of_form(ending: Ending, length: usize) -> Self {
        let Ending(last) = ending;
        let long = length > 4;
        let s = last >> 24 == u32::from(b's');
        let doubled = last >> 16 == u32::from(u16::from_le_bytes(*b"ss"));
        // No condition here branches: the processor could not predict the endings of words.
        Self::PAST
            .when(long & (last >> 16 == u32::from(u16::from_le_bytes(*b"ed"))))
            .with(Self::GERUND.when(long & (last >> 8 == u32::from_le_bytes(*b"ing\0"))))
            .with(Self::PLURAL.when(s & !doubled))
    }
}

/// The last four bytes of a word as a number, with the last byte the highest. A shorter word has zeros before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending(u32);

impl Ending {
    pub(super) fn of(word: &[u8]) -> Self {
        match word.last_chunk() {
            Some(four) => Self(u32::from_le_bytes(*four)),
            None => Self(word.iter().fold(0, |last, &byte| last >> 8 | u32::from(byte) << 24)),
        }
    }

    /// The ending of the word that the first `length` of these bytes are.
    pub(super) fn of_first(bytes: &[u8; 16], length: usize) -> Self {
        let before = u128::from_le_bytes(*bytes) << (8 * (bytes.len() - length));
        Self((before >> 96) as u32)
    }

    pub(super) fn is_ly(self) -> bool {
        self.0 >> 16 == u32::from(u16::from_le_bytes(*b"ly"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_show_what_a_word_may_be() {
        let of = |word: &str| {
            let mut text = [b' '; 16];
            text[..word.len()].copy_from_slice(word.as_bytes());
            let (ending, first) = (Ending::of(word.as_bytes()), Ending::of_first(&text, word.len()));
            assert_eq!(ending.0, first.0, "{word}");
            Traits::of_form(ending, word.len())
        };
        assert_eq!((of("voted"), of("need"), of("VOTED")), (Traits::PAST, Traits::NONE, Traits::NONE));
        assert_eq!((of("going"), of("ring"), of("boats")), (Traits::GERUND, Traits::NONE, Traits::PLURAL));
        assert_eq!(
            (of("press"), of("s"), of("as"), of("e")),
            (Traits::NONE, Traits::PLURAL, Traits::PLURAL, Traits::NONE)
        );
        assert!(Ending::of(b"sadly").is_ly() && Ending::of(b"ly").is_ly() && !Ending::of(b"y").is_ly());
    }
}
