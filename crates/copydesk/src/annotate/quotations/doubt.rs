//! Why a clause may say nothing about the quotation beside it. The words may be denied, only spoken of or written on a sign, the verb may
//! have another object, or another clause may belong to the quotation.

use super::clause::Clause;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// How many tokens behind a quotation are searched for its own verb of speech.
const OWN: usize = 16;

/// How many tokens may stand between a verb and the word that it says was used: `reciting the old phrase`.
const WORDING: usize = 4;

/// Whether the words behind a quotation that ends in a comma may be a clause that says who spoke. What goes on with `and`, a participle or
/// a preposition is none: `“…,” adding that`, `“…,” in a letter`.
pub(super) fn has_own_clause(tail: &[Token]) -> bool {
    let first = tail.iter().find(|token| !matches!(token.tag, Tag::Comma | Tag::Dash | Tag::Open | Tag::Close));
    first.is_some_and(|first| {
        let goes_on =
            matches!(first.tag, Tag::And | Tag::Preposition | Tag::Subordinator | Tag::Who | Tag::Quote | Tag::Stop);
        !goes_on && !first.is(Traits::GERUND)
    })
}

/// Whether what follows has a verb of speech, whoever its subject is.
pub(super) fn is_reported(tail: &[Token]) -> bool {
    let ends = |token: &Token| matches!(token.tag, Tag::Stop | Tag::Quote | Tag::Semicolon);
    tail.iter().take(OWN).take_while(|token| !ends(token)).any(|token| {
        let finite = matches!(token.tag, Tag::Verb(Verb { class: Class::Speech, form: Form::Past | Form::Present }));
        finite && !token.is_capital()
    })
}

/// Whether what was said follows the verb at `at` at once, or behind a colon.
pub(super) fn is_followed(list: &[Token], at: usize) -> bool {
    let Some(next) = list.get(at + 1) else { return true };
    let last = list[list.len() - 1].tag;
    matches!(next.tag, Tag::That | Tag::Pronoun)
        || next.is(Traits::BY)
        || last == Tag::Colon
        || next.tag == Tag::Comma && last == Tag::Comma
}

/// Whether a verb that reports only at times has another object than the quotation, which stands at the end of the list: `a meeting he held
/// with Doe: “…”`, `shows how it sank, “…”`, `to consider the “…”`, `slams the plan: Roe “…”`.
pub(super) fn is_of_other(list: &[Token], at: usize, verb: Verb) -> bool {
    let weak = verb.class == Class::Weak;
    if !weak && verb.class != Class::Stance {
        return false;
    }
    let behind = &list[at + 1..];
    let (last, between) = behind.split_last().map_or((None, behind), |(last, between)| (Some(last.tag), between));
    if between.iter().any(|token| matches!(token.tag, Tag::Colon | Tag::Semicolon)) {
        return true;
    }
    let start = list[..at].iter().rposition(|token| token.tag != Tag::Adverb);
    let before = start.map(|start| &list[start]);
    let infinitive = || verb.form == Form::Base && before.is_some_and(|before| before.tag == Tag::To);
    let asks = || last == Some(Tag::Comma) && between.first().is_some_and(|next| next.tag == Tag::Subordinator);
    // `a meeting he held`
    let bound = || {
        let noun = start.and_then(|start| start.checked_sub(1)).map(|noun| &list[noun]);
        before.is_some_and(|before| before.tag == Tag::Pronoun)
            && noun.is_some_and(|noun| noun.tag == Tag::Word && !noun.is_capital())
    };
    weak && (infinitive() || asks() || bound())
}

/// Whether a form at `at` that may be a noun is one behind an owner without an apostrophe: `The divers challenge is to`, not `what officials
/// claim is`.
pub(super) fn is_thing(list: &[Token], at: usize) -> bool {
    list.get(at + 1).is_some_and(|next| next.tag == Tag::Be)
        && !list[..at].iter().any(|token| matches!(token.tag, Tag::Who | Tag::Subordinator))
}

/// Whether the verb at `at` is denied: `never said`, `did not call it`.
pub(super) fn is_denied(list: &[Token], at: usize) -> bool {
    let helps = |token: &&Token| matches!(token.tag, Tag::Auxiliary | Tag::Adverb | Tag::Be);
    list[..at].iter().rev().take_while(helps).any(|token| token.is(Traits::NEGATING))
}

/// Whether the verb at `at` says what is written on something: `carries a sign saying`, `a banner that read`.
pub(super) fn is_of_sign(list: &[Token], at: usize) -> bool {
    let between = |token: &&Token| matches!(token.tag, Tag::That | Tag::Who | Tag::Auxiliary | Tag::Be | Tag::Adverb);
    list[..at].iter().rev().find(|token| !between(token)).is_some_and(|before| before.is(Traits::SIGN))
}

/// Whether the words before a quotation call it a word or a phrase: `used the term`, `using the old word`.
pub(super) fn is_wording(head: &[Token]) -> bool {
    let [before @ .., last] = head else { return false };
    last.is(Traits::WORDING)
        && before
            .iter()
            .rev()
            .take(WORDING)
            .find(|token| token.tag != Tag::Word)
            .is_some_and(|article| article.is(Traits::ARTICLE))
}

/// Whether somebody says the words who need not be whoever the sentence is about: `over alleged “threats”`. In `Doe alleged “threats”` it
/// is Doe.
pub(super) fn is_claimed(content: &str, head: &[Token]) -> bool {
    let [.., before, last] = head else { return false };
    matches!(before.tag, Tag::Determiner | Tag::Preposition)
        && matches!(&content[last.start..last.end], "alleged" | "purported" | "supposed")
}

/// Whether what a clause is about made somebody else speak: `The raid prompted Doe to call it “…”`, `…, leading Doe to say “…”`.
pub(super) fn is_caused(content: &str, list: &[Token], (range, verb): &Clause) -> bool {
    let Some(verb) = verb.filter(|&verb| verb > range.end && list[verb - 1].tag == Tag::To) else { return false };
    // Somebody must stand between. In `was forced to say` whoever was forced speaks.
    (range.end..verb.saturating_sub(2))
        .any(|at| CAUSING.contains(&&content[list[at].start..list[at].end]) && (at == 0 || list[at - 1].tag != Tag::Be))
}

#[rustfmt::skip]
const CAUSING: [&str; 14] = [
    "caused", "causing", "compelled", "compelling", "drove", "forced", "forcing", "inspired", "inspiring", "leading", "led", "prompted", "prompting",
    "spurring",
];

/// Whether the words before a quotation are a question to somebody, who speaks only behind it: `Asked if it was “…”, Doe said no`, `Doe,
/// asked if it was “…”, said no`. In `Doe, the mayor, asked if it was “…”` it is Doe who asks.
pub(super) fn is_asked(content: &str, head: &[Token], tail: &[Token]) -> bool {
    let comma = head.iter().rposition(|token| token.tag == Tag::Comma);
    let clause = &head[comma.map_or(0, |comma| comma + 1)..];
    let [first, rest @ ..] = clause else { return false };
    let (asked, rest) = match (first.tag, rest) {
        (Tag::Subordinator, [asked, rest @ ..]) => (asked, rest),
        _ => (first, rest),
    };
    let is_told = |token: &Token| matches!(token.tag, Tag::Verb(Verb { class: Class::Speech, form: Form::Past, .. }));
    let before = || matches!(tail, [comma, said, ..] if comma.tag == Tag::Comma && is_told(said));
    let placed = asked.is_capital() || first.tag == Tag::Subordinator || before();
    let word = &content[asked.start..asked.end];
    placed
        && matches!(
            word,
            "Asked" | "asked" | "Pressed" | "pressed" | "Questioned" | "questioned" | "Quizzed" | "quizzed"
        )
        && rest.first().is_some_and(|next| matches!(next.tag, Tag::Subordinator | Tag::Preposition))
        && !rest.iter().any(|token| {
            matches!(token.tag, Tag::Colon | Tag::Verb(Verb { form: Form::Past | Form::Present | Form::Gerund, .. }))
        })
}

/// Whether the verb of a clause is done to its subject, as in headlines: `Ministers accused of “betrayal”`, `Murder accused “saw it sink”`,
/// `Banks told to “act fast”`. It does not say by whom; `Doe accused “the pilots” of it` does. Nor does a clause speak that says what took
/// lives: `the storm that claimed six lives`.
pub(super) fn is_passive(content: &str, list: &[Token], tail: &[Token], (_, verb): &Clause) -> bool {
    let Some(verb) = *verb else { return false };
    let behind = &list[verb + 1..];
    let word = |token: &Token| &content[token.start..token.end];
    match (word(&list[verb]), behind.first()) {
        ("accused", None) => !tail.iter().take(LIVES).any(|token| token.is(Traits::OF)),
        ("accused" | "blamed" | "criticised" | "criticized" | "praised", Some(next)) => next.is(Traits::OF),
        // `told to wait`. In `He told to the court` somebody follows, so that he speaks.
        ("told", Some(next)) => {
            let to_somebody = |after: &Token| after.is_capital() || after.tag == Tag::Determiner;
            next.tag == Tag::To && !behind.get(1).is_some_and(to_somebody)
        }
        ("claimed" | "claims" | "claiming", _) => {
            let lives = behind.iter().take(LIVES).position(|token| matches!(word(token), "life" | "lives"));
            lives.is_some_and(|at| {
                !matches!(behind.get(at + 1).map(|next| next.tag), Some(Tag::Be | Tag::Auxiliary | Tag::Verb(_)))
            })
        }
        _ => false,
    }
}

/// How many tokens may stand between a verb and the lives lost (`claimed at least six lives`), or between `accused` and `of`.
const LIVES: usize = 5;

/// Whether the verb at `at` says what others call something: `she was called a “…”`, `being labelled “…”`.
pub(super) fn is_of_namers(list: &[Token], at: usize) -> bool {
    let naming = matches!(list[at].tag, Tag::Verb(Verb { class: Class::Naming, .. }));
    let before = list[..at].iter().rfind(|token| token.tag != Tag::Adverb);
    naming
        && before.is_some_and(|before| before.tag == Tag::Be)
        && list[at + 1..].iter().all(|token| matches!(token.tag, Tag::Determiner | Tag::As))
}

/// Whether the verb of a clause is the one that uses the word which the list ends with: `uttering the word`. In `asked her to use the word`
/// another verb does.
pub(super) fn has_words(list: &[Token], (_, verb): &Clause) -> bool {
    let Some(verb) = *verb else { return false };
    let between = &list[verb + 1..];
    between.len() <= WORDING
        && between.iter().all(|token| {
            matches!(token.tag, Tag::Determiner | Tag::Word) || token.is(Traits::WITH) || token.is(Traits::WORDING)
        })
}

/// Whether a clause behind a quotation goes on with what was said, which then is not the quotation: `he said that he had left`. `put it` is
/// different.
pub(super) fn says_more(tail: &[Token], (range, verb): &Clause) -> bool {
    let Some(verb) = verb.filter(|&verb| verb >= range.end) else { return false };
    tail.get(verb + 1).is_some_and(|next| matches!(next.tag, Tag::That | Tag::Pronoun) && !next.is(Traits::IT))
}

/// Whether the quoted words name what somebody is told something by or at: `told the “…” show`.
pub(super) fn is_addressed(head: &[Token]) -> bool {
    let [.., verb, determiner] = head else { return false };
    determiner.tag == Tag::Determiner && verb.is(Traits::ADDRESSING)
}

/// Whether a clause only says that others say so, too: `“…,” as some have charged`.
pub(super) fn is_comparison(tail: &[Token]) -> bool {
    tail.iter().find(|token| !matches!(token.tag, Tag::Comma | Tag::Dash)).is_some_and(|first| first.tag == Tag::As)
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn read(text: &str) -> Vec<Token> {
        let mut list = Vec::new();
        let mut at = 0;
        while at < text.len() {
            at = tokens::read(text, at, text.len(), usize::MAX, &mut list);
        }
        list
    }

    #[test]
    fn what_goes_on_behind_a_comma_is_no_clause_of_its_own() {
        for own in [
            "Jan van den Berg said.",
            "came the reply.",
            ", her husband shot back.",
            "the skipper, Jane Doe, fired back.",
        ] {
            assert!(has_own_clause(&read(own)), "{own}");
        }
        for not in ["adding that it sank", "and left", "in a letter", "with Doe gone", "which is true", ""] {
            assert!(!has_own_clause(&read(not)), "{not}");
        }
        assert!(is_reported(&read("her husband, a diver, later said.")) && !is_reported(&read("the play. Doe said")));
    }

    #[test]
    fn words_are_spoken_of_denied_or_written_on_something() {
        assert!(is_wording(&read("He used the old word")) && !is_wording(&read("in Doe’s words")));
        assert!(is_denied(&read("Doe did not ever say"), 4) && !is_denied(&read("Doe did say"), 2));
        assert!(
            is_of_sign(&read("A man held a banner that read"), 6) && !is_of_sign(&read("A man held court and said"), 5)
        );
        assert!(is_addressed(&read("Doe told the")) && !is_addressed(&read("Doe called the")));
        let (agreed, offers) = (read("Doe agreed that it was a"), read("The firm offers a"));
        assert!(is_followed(&agreed, 1) && !is_followed(&offers, 2));
    }

    #[test]
    fn a_verb_has_something_else_for_its_object() {
        let is_of_other = |text: &str, at: usize| {
            let list = read(text);
            let Tag::Verb(verb) = list[at].tag else { panic!("{text}: no verb") };
            super::is_of_other(&list, at, verb)
        };
        assert!(is_of_other("a meeting he held with Doe:", 3) && !is_of_other("When he held the", 2));
        assert!(is_of_other("Doe hopes to consider", 3) && !is_of_other("They consider it", 1));
        assert!(is_of_other("It highlighted how it sank,", 1) && !is_of_other("It highlighted the,", 1));
        assert!(is_of_other("Doe slammed the plan: Roe", 1) && !is_of_other("Doe slammed the plan:", 1));
        assert!(!is_of_other("the speech he said was", 3));
    }

    #[test]
    fn others_say_it() {
        let is_claimed = |text: &str| is_claimed(text, &read(text));
        assert!(is_claimed("over alleged") && is_claimed("by the supposed") && !is_claimed("Doe alleged"));
        assert!(is_of_namers(&read("being labelled an"), 1) && !is_of_namers(&read("Doe labelled the"), 1));
        assert!(!is_of_namers(&read("was called by Doe"), 1));
    }
}
