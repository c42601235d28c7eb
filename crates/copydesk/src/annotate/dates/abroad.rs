//! Seasons and decades as German, Dutch, French, Spanish, Portuguese and Italian write them: `im Sommer 2019`, `l’été 2019`, `verano de
//! 2019`, `die 1990er Jahre`, `les années 80`, `jaren negentig`. A season needs its year, and a decade the word for *years*. The twenties
//! may belong to either century, so two digits below 30 are no decade.

use super::calendar::Found;
use super::digits::is_year;
use super::tokens::Run;
use super::value::{Date, Year};
use super::vocabulary::Kind;

/// Articles before the word for *years*. They show that the two digits behind it are a decade; in `há 30 anos 80 pessoas` they are not.
const ARTICLES: &[&str] = &[
    "les", "des", "aux", "ces", "nos", "dos", "os", "aos", "pelos", "los", "gli", "negli", "degli", "agli", "dagli",
    "de", "begin", "eind", "midden", "fine", "fin", "début",
];

/// Words that stand before such an article, or in its place, if each year is meant: `todos os anos 80 barcos`.
const ALL: &[&str] = &["todos", "todas", "tous", "toutes", "tutti"];

/// Words for *years* before two digits.
const YEARS: &[&str] = &["anos", "años", "anni", "jaren", "années"];

/// Whether two digits follow a word for *years*, with or without an apostrophe: `anos 80`, `anni ’90`. This is asked at every number of two
/// digits, so the last letter decides first.
pub(super) fn follows_years(bytes: &[u8], start: usize) -> bool {
    let before = &bytes[..start];
    let before = before.strip_suffix(b"'").or_else(|| before.strip_suffix("’".as_bytes())).unwrap_or(before);
    let [.., b's' | b'i' | b'n' | b'e', b' '] = before else { return false };
    before.ends_with("década de ".as_bytes())
        || YEARS.iter().any(|word| before[..before.len() - 1].ends_with(word.as_bytes()))
}

/// A season or a decade.
pub(super) fn period(run: &Run<'_>, at: usize) -> Found<Date> {
    match run.kind(at) {
        Kind::Season => season(run, at),
        Kind::Filler => decade(run, at),
        Kind::Decade => german_decade(run, at),
        _ => None,
    }
}

/// `Sommer 2019`, `verano de 2019`. `Winter 2019/20` belongs to two years and is left alone.
fn season(run: &Run<'_>, at: usize) -> Found<Date> {
    let season = run.take(at, Kind::Season)?;
    let next = at + 1 + usize::from(run.kind(at + 1) == Kind::Of);
    let year = run.take(next, Kind::Digits).filter(|year| run.text(next).len() == 4 && is_year(*year))?;
    let is_split = run.kind(next + 1) == Kind::Hyphen && run.glued(next + 1);
    // In `a été 2019 fois` and `a bien été 2019 fois` the word is a participle.
    let before = &run.content[..run.tokens[at].start];
    let is_season = || {
        let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        ["L'", "L’", "l'", "l’", "d'", "d’"].iter().any(|article| before.ends_with(article))
            || ["en", "cet", "un"].iter().any(|known| word.eq_ignore_ascii_case(known))
    };
    (!is_split && (run.text(at) != "été" || is_season())).then_some((next + 1, Date::Season(Year::Known(year), season)))
}

/// `années 1990`, `anos 80`, `jaren negentig`, `década de 1990`.
fn decade(run: &Run<'_>, at: usize) -> Found<Date> {
    let is_ten_years = run.take(at, Kind::Filler)? == 1;
    let next = at + 1 + usize::from(is_ten_years && run.kind(at + 1) == Kind::Of);
    let value = run.value(next);
    let decade = match (run.kind(next), run.text(next).len()) {
        (Kind::DecadeWord, _) => 1900 + value,
        (Kind::Digits, 4) if is_year(value) => value,
        (Kind::Digits, 2) if value >= 30 => 1900 + value,
        // `anni '90`: the apostrophe has made a year of it.
        (Kind::Digits, 3..) if (1930..2000).contains(&value) => value,
        _ => return None,
    };
    let before = run.content[..run.tokens[at].start].trim_end();
    let mut words = before.rsplit(|c: char| !c.is_alphabetic());
    let (article, earlier) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let is = |word: &str, known: &str| word.eq_ignore_ascii_case(known);
    // `todos los años 80 barcos`, `hace dos años 80 barcos`, `há anos 80 mil barcos`: the number counts what follows.
    let is_count = || {
        ALL.iter().any(|all| is(earlier, all))
            || is(article, "dos") && run.is(at, "años")
            || matches!(run.after(next + 1), "mil" | "mila" | "mille")
    };
    let is_sure = || is_ten_years || ARTICLES.iter().any(|known| is(article, known)) && !is_count();
    (decade % 10 == 0 && (run.kind(next) == Kind::DecadeWord || is_sure())).then_some((next + 1, Date::Decade(decade)))
}

/// `1990er Jahre`, `80er-Jahren`. `20er Jahre` may belong to either century.
fn german_decade(run: &Run<'_>, at: usize) -> Found<Date> {
    let next = at + 1 + usize::from(run.kind(at + 1) == Kind::Hyphen);
    let is_of_years = run.is(next, "jahre") || run.is(next, "jahren");
    let is_sure = run.text(at).len() > "90er".len() || run.value(at) >= 1930;
    (is_of_years && is_sure).then_some((next + 1, Date::Decade(run.value(at))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_stand_behind_a_word_for_years() {
        let follows = |text: &str| follows_years(text.as_bytes(), text.len() - 2);
        assert!(follows("nos anos 80") && follows("anni '90") && follows("anni ’90") && follows("les années 80"));
        assert!(!follows("of 80") && !follows("80") && !follows("anos de 80"));
    }
}
