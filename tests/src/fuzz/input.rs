//! An input: three bytes that choose the options, then the text.

use copydesk::{ENVELOPES, Envelope, LAYERS, Language, Options, Repairs, Risk, Source};

use crate::laws;

/// Bytes taken apart. What is shorter than the choices has the first of each.
pub(super) struct Input<'b> {
    choices: [u8; CHOICES],
    pub(super) text: &'b [u8],
}

const CHOICES: usize = 3;

impl<'b> Input<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        let (chosen, text) = bytes.split_at(bytes.len().min(CHOICES));
        let mut choices = [b'0'; CHOICES];
        choices[..chosen.len()].copy_from_slice(chosen);
        Self { choices, text }
    }

    pub(super) fn source(&self) -> Source {
        laws::source(self.text)
    }

    /// A choice as a number, which a person can write as a digit: `0` is the first.
    fn choice(&self, of: usize) -> usize {
        usize::from(self.choices[of].wrapping_sub(b'0'))
    }

    pub(super) fn repairs(&self) -> Repairs {
        let safe = Repairs::from(Risk::Safe);
        [safe, Repairs::NONE, Risk::Likely.into(), Risk::All.into()][self.choice(0) % 4]
    }

    fn envelope(&self) -> Option<&'static Envelope> {
        self.choice(1).checked_sub(1).map(|at| ENVELOPES[at % ENVELOPES.len()])
    }

    fn language(&self) -> Option<Language> {
        self.choice(2).checked_sub(1).map(|at| Language::ALL[at % Language::ALL.len()])
    }

    /// The options that the bytes choose, without layers.
    pub(super) fn options(&self) -> Options {
        Options::new().repairs(self.repairs()).envelope(self.envelope()).language(self.language())
    }

    /// The same with every layer.
    pub(super) fn annotated(&self) -> Options {
        self.options().layers(LAYERS)
    }

    /// Whether the repairs are those of which invariant 6 is promised without exception: with the others a second parse finds one more
    /// place now and then (see ARCHITECTURE.md).
    pub(super) fn is_stable(&self) -> bool {
        self.choice(0) % 4 < 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_choose() {
        let input = Input::of(b"110text");
        assert_eq!((input.text, input.repairs()), (&b"text"[..], Repairs::NONE));
        assert_eq!((input.envelope(), input.language()), (Some(ENVELOPES[0]), None));
        let short = Input::of(b"3");
        assert_eq!((short.text, short.repairs(), short.envelope()), (&b""[..], Risk::All.into(), None));
    }
}
