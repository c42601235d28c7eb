//! Languages recognised by their letters: those whose script none of the others here use, and those with letters of their own in a shared
//! script.
//!
//! A language's own letter proves it, and a letter that it lacks rules it out: Persian has letters that Arabic lacks, Ukrainian those that
//! Russian lacks. With neither, or both, the answer is unknown.

use super::Language;

/// The fewest letters that an answer needs.
const ENOUGH: u32 = 12;

/// How many letters of each kind were seen.
#[derive(Default)]
struct Letters {
    all: u32,
    han: u32,
    kana: u32,
    hangul: u32,
    hebrew: u32,
    /// Ligatures and points: Yiddish is written with them, Hebrew is not, schoolbooks and scripture apart.
    pointed: u32,
    bengali: u32,
    /// Letters that Assamese has.
    assamese: u32,
    arabic: u32,
    /// ة ى ي ك أ إ: Arabic; others that write its script have them in loans only, or have letters of theirs beside them.
    arabic_own: u32,
    /// ٹ ڈ ڑ ں ے ہ.
    urdu_own: u32,
    /// پ چ ژ گ ک ی: of Persian, and of others that learned to write from it, Urdu among them.
    persian: u32,
    /// Those of none of the three: Pashto, Sindhi, Kurdish, Uyghur.
    arabic_other: u32,
    cyrillic: u32,
    /// ы э ё: not Ukrainian, Bulgarian, Serbian.
    russian_own: u32,
    /// Those that Russian lacks.
    cyrillic_other: u32,
}

impl Letters {
    fn add(&mut self, letter: char) {
        self.all += 1;
        match letter {
            '\u{400}'..='\u{52f}' => {
                self.cyrillic += 1;
                match letter {
                    'ы' | 'э' | 'ё' | 'Ы' | 'Э' | 'Ё' => self.russian_own += 1,
                    'а'..='я' | 'А'..='Я' => {}
                    _ => self.cyrillic_other += 1,
                }
            }
            '\u{5d0}'..='\u{5ea}' => self.hebrew += 1,
            '\u{591}'..='\u{5cf}' | '\u{5ef}'..='\u{5f2}' | '\u{fb1d}'..='\u{fb4f}' => {
                self.hebrew += 1;
                self.pointed += 1;
            }
            '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                self.arabic += 1;
                match letter {
                    'ة' | 'ى' | 'ي' | 'ك' | 'أ' | 'إ' => self.arabic_own += 1,
                    'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' => self.urdu_own += 1,
                    'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => self.persian += 1,
                    // Of Urdu, but rare: on a vowel, or before the next word.
                    'ھ' | 'ۂ' | 'ۃ' | 'ۓ' | 'ۀ' => {}
                    '\u{620}' | '\u{63b}'..='\u{63f}' | '\u{66e}'..='\u{6d3}' | '\u{6ee}'.. => self.arabic_other += 1,
                    _ => {}
                }
            }
            '\u{980}'..='\u{9fe}' => {
                self.bengali += 1;
                self.assamese += u32::from(matches!(letter, 'ৰ' | 'ৱ'));
            }
            '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => self.kana += 1,
            '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{ac00}'..='\u{d7a3}' => self.hangul += 1,
            '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => self.han += 1,
            _ => {}
        }
    }

    fn language(&self) -> Option<Language> {
        // Two thirds: names, addresses and the menus of a page are in Latin letters everywhere.
        let most = |count: u32| count >= ENOUGH && count * 3 >= self.all * 2;
        // One in so many, of those of a script.
        let has = |own: u32, all: u32, one_in: u32| own * one_in >= all;
        if most(self.cyrillic) {
            let own = has(self.russian_own, self.cyrillic, 120) && !has(self.cyrillic_other, self.cyrillic, 200);
            return own.then_some(Language::Russian);
        }
        if most(self.arabic) {
            let other = has(self.arabic_other, self.arabic, 100);
            let urdu = has(self.urdu_own, self.arabic, 25) && has(self.persian, self.arabic, 25);
            let arabic = has(self.arabic_own, self.arabic, 20) && !has(self.persian + self.urdu_own, self.arabic, 50);
            return match () {
                () if other => None,
                () if urdu => Some(Language::Urdu),
                () if arabic => Some(Language::Arabic),
                () => None,
            };
        }
        if most(self.hebrew) {
            return (!has(self.pointed, self.hebrew, 50)).then_some(Language::Hebrew);
        }
        if most(self.bengali) {
            return (!has(self.assamese, self.bengali, 100)).then_some(Language::Bengali);
        }
        if most(self.hangul + self.han) && self.hangul > self.han {
            return Some(Language::Korean);
        }
        if most(self.kana + self.han) {
            // Japanese headlines have few kana, but no text has none; a Chinese one has them in a name at most.
            return match () {
                () if has(self.kana, self.kana + self.han, 8) => Some(Language::Japanese),
                () if !has(self.kana, self.kana + self.han, 50) => Some(Language::Chinese),
                () => None,
            };
        }
        None
    }
}

/// The language of the letters of a sample, which may start and end inside a character.
pub(super) fn detect<'s>(sample: impl IntoIterator<Item = &'s [u8]>) -> Option<Language> {
    let mut letters = Letters::default();
    for window in sample {
        for chunk in window.utf8_chunks() {
            chunk.valid().chars().filter(|c| c.is_alphabetic()).for_each(|c| letters.add(c));
        }
    }
    letters.language()
}
