//! # legal
//!
//! Copyright, disclaimer and correction lines.
//!
//! **Forms**
//!
//! - **copyright**: `Copyright 2024 The Daily Herald`, `© 2024 …`, `(c) 2024 …`; a short line with `all rights reserved`;
//!   `This material may not be published, broadcast, rewritten or redistributed.`
//! - **disclaimer**: `The views expressed …`, if the line says whose they are; `Disclaimer: …`; `… is not for publication`.
//! - **correction**: `Correction: …`, `An earlier version of this article …` (not of the bill), `This story has been updated to …`; the
//!   paragraph below a line that is only `Corrections and clarifications`, `Berichtigung` or `Fe de errores`. If such a heading is the
//!   first line, the page of corrections is an article like any other.
//!
//! The words stand at the beginning of the line, or the line is short. German, Dutch, Spanish, Portuguese and French have the same forms.
//! Italian has copyright (`© RIPRODUZIONE RISERVATA`) and the headings of corrections.
//!
//! **False friends**
//!
//! `Copyright law protects …`, `The views expressed by the minister angered …`, `Correction officers …`, a sign `©` with a photographer (a
//! credit: see `pictures`).

use memchr::memchr3_iter;

use super::beginnings::Beginnings;
use super::role::Role;
use super::signs::Signs;
use super::wording::{Wording, has_year};
use super::{Family, Sheet, is_running};

pub(super) static FAMILY: Family = Family { name: "legal", page: include_str!("legal.rs"), label };

/// Beginnings that are looked at in lines of any length.
const BEGINNING: usize = 240;
/// The first words of a line.
const HEAD: usize = 72;
/// Longer lines are not a statement of rights.
const RIGHTS_LONGEST: usize = 320;
/// A claim of rights in a longer line stands at its end, so far from it at most.
const CLAIM_LONGEST: usize = 120;
const CLAIM_TAIL: usize = 60;
/// Longer lines are no correction that is told by its label alone.
const CORRECTION_LONGEST: usize = 1200;
/// Longer lines are no disclaimer.
const DISCLAIMER_LONGEST: usize = 2400;

fn label(sheet: &mut Sheet<'_>) {
    for index in 0..sheet.rows.len() {
        let content = sheet.content(index);
        if content.is_empty() || content.len() > DISCLAIMER_LONGEST || !sheet.is_open(index) {
            continue;
        }
        if !begins_as_legal(content, sheet.begins(index)) && !may_claim(content, sheet.signs(index)) {
            continue;
        }
        let wording = Wording::of_beginning(content, BEGINNING);
        if heads_corrections(content, &wording) && sheet.of_article().next() != Some(index) {
            label_correction(sheet, index);
            continue;
        }
        let role = correction(content, &wording)
            .or_else(|| disclaimer(&wording))
            .or_else(|| is_copyright(content, &wording).then_some(Role::Copyright));
        if let Some(role) = role {
            sheet.label(index, role);
        }
    }
}

/// What a newspaper has above its corrections.
#[rustfmt::skip]
static HEADINGS: &[&str] = &[
    "berichtigung", "berichtigungen", "corrections & clarifications", "corrections and clarifications", "clarifications and corrections", "erramos",
    "errata corrige", "fe de errores", "rectificatie", "rectificaties", "rectificatif", "rectificatifs", "rettifica", "richtigstellung",
];

/// Whether a row is such a heading, and nothing else.
fn heads_corrections(content: &str, wording: &Wording) -> bool {
    const LONGEST: usize = 40;
    content.len() <= LONGEST && HEADINGS.iter().any(|heading| wording.bytes() == heading.as_bytes())
}

/// Labels the heading and the paragraph below it.
fn label_correction(sheet: &mut Sheet<'_>, heading: usize) {
    sheet.label(heading, Role::Correction);
    let Some(below) = sheet.next(heading).filter(|&below| sheet.is_open(below)) else { return };
    let content = sheet.content(below);
    if content.len() <= CORRECTION_LONGEST && is_running(content) {
        sheet.label(below, Role::Correction);
    }
}

/// The tables that lines are held against from their first word on.
pub(super) static TABLES: &[&[&str]] =
    &[CORRECTIONS, HEADINGS, RESENT, LABELS, EARLIER, THIS, DISCLAIMERS, VIEWS, RIGHTS, SIGNS];

/// Whether the line's first words give reason to look closer: hardly any line's do.
fn begins_as_legal(content: &str, begins: Beginnings) -> bool {
    begins.may_be(Beginnings::LEGAL) && {
        let words = Wording::of_beginning(content, HEAD);
        words.bytes().first() == Some(&STAR)
            || TABLES.iter().any(|table| table.iter().any(|begin| words.begins_so(begin)))
    }
}

/// Whether a word of a claim stands in a short line.
fn may_claim(content: &str, signs: Signs) -> bool {
    const LETTERS: &[Signs] =
        &[Signs::of_word("serv"), Signs::of_word("vorbehalten"), Signs::of_word("voorbehouden"), Signs::BEYOND];
    /// The tail, with a claim before it and more white space than one needs.
    const REACH: usize = CLAIM_TAIL + 68;
    let bytes = content.as_bytes();
    let bytes = if bytes.len() > CLAIM_LONGEST { &bytes[bytes.len().saturating_sub(REACH)..] } else { bytes };
    // The letters of the words and of the sign that are rarest in other words.
    let stands_at = |at: usize| match bytes[at] {
        b'v' | b'V' => {
            let before = bytes[..at].last_chunk().is_some_and(|three: &[u8; 3]| three.eq_ignore_ascii_case(b"ser"));
            let behind =
                |word: &str| bytes[at..].get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word.as_bytes()));
            before && (behind("ved") || behind("vados") || behind("vés"))
                || behind("vorbehalten")
                || behind("voorbehouden")
        }
        _ => bytes[at..].starts_with("©".as_bytes()),
    };
    content.len() <= RIGHTS_LONGEST
        && signs.may_have_any(LETTERS)
        && memchr3_iter(b'v', b'V', "©".as_bytes()[0], bytes).any(stands_at)
}

/// How a claim of rights begins.
#[rustfmt::skip]
static RIGHTS: &[&str] = &[
    "alle rechte vorbehalten", "alle rechten voorbehouden", "all contents copyright", "all content copyright", "all content ©",
    "all contents ©", "all rights reserved.", "distributed under license by", "for reprint rights:", "for reprint rights visit",
    "for reprint rights, visit", "material may not be published", "no part of this article may be", "no part of this publication may be",
    "reproducción prohibida", "reprodução proibida", "reproduction interdite", "this article may be freely", "this article may not be",
    "this content may be freely", "this content may not be", "this document is subject to copyright", "this material may not be",
    "this story may not be", "this work is licensed under", "todos los derechos reservados", "todos os direitos reservados",
    "tous droits réservés", "prohibida la reproducción", "proibida a reprodução",
    "© dpa-infocom", "©dpa-infocom", "© riproduzione riservata", "©riproduzione riservata", "riproduzione riservata", "(c) riproduzione riservata",
    "tutti i diritti riservati", "© tutti i diritti riservati",
];
/// Claims of rights that stand anywhere in a short line.
static RESERVED: &[&str] = &[
    "all rights reserved",
    "alle rechte vorbehalten",
    "alle rechten voorbehouden",
    "todos los derechos reservados",
    "todos os direitos reservados",
    "tous droits réservés",
];

/// Signs that a holder and a year follow.
static SIGNS: &[&str] = &["copyright ©", "copyright (c)", "copyright:", "content copyright", "copyright", "©", "(c)"];

fn is_copyright(content: &str, wording: &Wording) -> bool {
    if content.len() > RIGHTS_LONGEST || content.starts_with(['"', '“', '\'', '‘', '<']) {
        return false;
    }
    if RIGHTS.iter().any(|begin| wording.begins(begin)) {
        return true;
    }
    if let Some(sign) = SIGNS.iter().find(|sign| wording.begins(sign)) {
        let holder = &wording.bytes()[sign.len()..];
        let of_year = has_year(&holder[..holder.len().min(60)]);
        if content.len() <= 80 && (*sign == "copyright ©" || *sign == "copyright (c)") {
            return true;
        }
        // `© 2016` tells a claim of rights; a photographer's sign has no year.
        return of_year && (*sign != "copyright" || begins_with_claim(holder)) || wording.has_any(RESERVED);
    }
    // A sign further on: `The Daily Herald © 2024`.
    if content.len() <= CLAIM_LONGEST
        && !super::furniture::is_speech(content)
        && let Some(at) = wording.place("©")
    {
        return has_year(&wording.bytes()[at..]) && has_year_near(&wording.bytes()[at + 2..]);
    }
    // In the end of a longer one the claim must be the last word.
    let claim = RESERVED.iter().find_map(|claim| wording.place(claim).map(|at| at + claim.len()));
    claim.is_some_and(|end| content.len() <= CLAIM_LONGEST || wording.bytes().len() - end <= CLAIM_TAIL)
}

/// `Copyright 2024`, `Copyright The Herald 2024`, `Copyright, 2024`, but no `Copyright law of 1976`, `Copyright was extended in 1998`.
fn begins_with_claim(holder: &[u8]) -> bool {
    let holder = holder.trim_ascii_start();
    let holder = holder.strip_prefix(b",").unwrap_or(holder).trim_ascii_start();
    let holder = holder.strip_prefix(b"by ").unwrap_or(holder);
    holder.first().is_some_and(u8::is_ascii_digit) || has_year(&holder[holder.len().saturating_sub(5)..])
}

fn has_year_near(after: &[u8]) -> bool {
    has_year(&after[..after.len().min(40)])
}

/// Whether a line is a claim of rights: `© 2024 The Daily Herald`.
pub(crate) fn claims_rights(content: &str) -> bool {
    content.len() <= RIGHTS_LONGEST
        && (Beginnings::of(content).may_be(Beginnings::LEGAL) || may_claim(content, Signs::of(content)))
        && is_copyright(content, &Wording::of_beginning(content, BEGINNING))
}

/// How a disclaimer begins that says so at once.
#[rustfmt::skip]
static DISCLAIMERS: &[&str] = &[
    "disclaimer -", "disclaimer:", "haftungsausschluss:", "market data provided by", "most stock quote data provided by",
    "opinions expressed are those of", "opinions expressed here are", "opinions expressed in this", "the following information is not for publication",
    "the following information is not intended for publication", "the opinions expressed herein", "the opinions expressed in this",
    "the views expressed herein", "the views expressed in any", "the views expressed in this", "the views and opinions expressed in this",
    "this article does not constitute", "this article does not necessarily", "this article is for informational purposes",
    "this article is not intended as", "this article reflects the views", "this article represents the views", "this article expresses the",
    "this is an opinion piece", "this op-ed represents", "views expressed are", "views expressed in this",
];
/// Beginnings that need to say whose the views are.
#[rustfmt::skip]
static VIEWS: &[&str] = &[
    "all opinions", "as opiniões", "cualquier opinión", "de meningen", "die hier geäußerten", "die in diesem", "las opiniones", "les opinions", "les propos",
    "opinions", "the opinions", "the view", "the views", "the statements, views", "these are the views", "this article", "views",
];
#[rustfmt::skip]
static WHOSE: &[&str] = &[
    "are his own", "are her own", "are my own", "are personal", "are solely those of", "are solely those", "are strictly those of", "are the author's own", "are the author's",
    "are the writer's own", "are their own", "are those of the author", "are those of the writer", "são de responsabilidade", "do not necessarily reflect",
    "do not necessarily represent", "do not reflect the", "does not necessarily reflect", "n'engagent que", "ne reflètent pas", "no reflejan necesariamente", "não refletem", "not necessarily those of",
    "solely those of the", "son responsabilidad", "son de exclusiva responsabilidad", "spiegeln nicht", "weerspiegelen niet",
];

fn disclaimer(wording: &Wording) -> Option<Role> {
    let plain = DISCLAIMERS.iter().any(|begin| wording.begins(begin));
    let of_views = || VIEWS.iter().any(|begin| wording.begins(begin)) && wording.has_any(WHOSE);
    (plain || of_views()).then_some(Role::Disclaimer)
}

/// Labels of a correction.
#[rustfmt::skip]
static CORRECTIONS: &[&str] = &[
    "a correction was made on", "berichtigung:", "clarification:", "clarification -", "clarifications:", "correctie:", "correction -", "correction (", "correction:", "corrections:",
    "corrección:", "correção:", "editor's correction:", "errata:", "erratum:", "fe de errores:", "fe de erratas:", "korrektur:", "rectification :", "rectification:", "rectificatie:",
    "correction :", "see correction", "erramos:", "hinweis der redaktion: in einer früheren",
];
/// Whether it is an earlier version of another thing: `An earlier version of the bill`.
fn is_of_another(said: &str) -> bool {
    const WORDS: usize = 4;
    let Some((_, of)) = said.split_once("version of ").filter(|(before, _)| before.len() <= "an original ".len())
    else {
        return false;
    };
    let of = of.strip_prefix("the ").or_else(|| of.strip_prefix("a "));
    of.is_some_and(|of| !of.split([' ', ',', '.']).take(WORDS).any(|word| ITSELF.contains(&word.trim_end_matches('s'))))
}

/// How a sentence of correction begins, which names the article itself.
#[rustfmt::skip]
static EARLIER: &[&str] = &[
    "an earlier version of", "a previous version of", "a prior version of", "an earlier headline", "a previous headline", "an original version of",
    "earlier versions of this", "previous versions of this", "in an earlier version of this", "in a previous version of this",
    "due to an editing error", "because of an editing error", "due to incorrect information", "in einer früheren version", "in einer vorherigen version", "in een eerdere versie", "een eerdere versie van dit",
    "una versión anterior de", "uma versão anterior d", "une version précédente", "une première version de", "the original version of this", "the original version of our", "the headline of this", "the headline on this",
];
static ITSELF: &[&str] = &[
    "article",
    "post",
    "story",
    "report",
    "column",
    "page",
    "piece",
    "headline",
    "version",
    "graphic",
    "caption",
    "transcript",
    "blog",
];
#[rustfmt::skip]
static CHANGED: &[&str] = &[
    "has been amended", "has been changed", "has been clarified", "has been corrected", "has been revised", "has been updated", "have been updated",
    "was amended", "was changed to", "was corrected", "was updated", "wurde aktualisiert", "wurde korrigiert", "is aangepast", "is gecorrigeerd", "ha sido actualizad", "foi atualizad", "a été mis à jour", "a été modifié", "a été corrigé",
];
static THIS: &[&str] = &[
    "this article",
    "this blog",
    "this column",
    "this headline",
    "this page",
    "this piece",
    "this post",
    "this report",
    "this story",
    "the story",
    "this version",
    "dieser artikel",
    "dieser text",
    "dit artikel",
    "este artículo",
    "esta nota",
    "este texto",
    "esta reportagem",
    "cet article",
    "the headline",
];

/// Labels in front of a correction.
static LABELS: &[&str] =
    &["editor's note:", "editors' note:", "editor's note -", "note:", "update:", "updated:", "note to readers:"];
/// A sign in front of a correction. It is no reason to look closer by itself.
const STAR: u8 = b'*';

/// What a report that is sent again says in brackets.
static RESENT: &[&str] = &["(corrects", "(correcting", "(refiles to", "(refiling to", "(refiles with"];

fn correction(content: &str, wording: &Wording) -> Option<Role> {
    if content.len() > CORRECTION_LONGEST {
        return None;
    }
    if CORRECTIONS.iter().any(|begin| wording.begins(begin)) {
        // `Correction: it was secret.` goes on with the sentence before it.
        let after = content.split_once([':', '-', '(']).map_or("", |(_, after)| after.trim_start());
        return (!after.starts_with(char::is_lowercase)).then_some(Role::Correction);
    }
    // `(Corrects the name of the ferry)`: how agencies begin a report that they send again.
    let inner = content.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    let whole = inner.is_some_and(|inner| !inner.contains([')', '(']));
    if whole && RESENT.iter().any(|begin| wording.begins(begin)) {
        return Some(Role::Correction);
    }
    // Behind a label: `Editor's note: An earlier version …`, `UPDATE: This story …`.
    let bytes = wording.bytes();
    let label = LABELS.iter().find(|label| wording.begins(label)).map(|label| label.len());
    let after = label.unwrap_or(usize::from(bytes.first() == Some(&STAR)));
    let said = std::str::from_utf8(bytes[after..].trim_ascii_start()).ok()?;
    let begins = |table: &[&str]| table.iter().any(|begin| said.starts_with(begin));
    let earlier = begins(EARLIER) && wording.has_any(ITSELF) && !is_of_another(said);
    // The change comes at once: `This article was amended`, not `This article of faith … was changed`.
    let changed = || {
        let this = THIS.iter().find(|this| said.starts_with(*this))?;
        let rest = said[this.len()..].trim_start();
        let head = rest.get(..rest.len().min(48)).unwrap_or(rest);
        CHANGED.iter().any(|change| head.contains(change)).then_some(())
    };
    (earlier || changed().is_some()).then_some(Role::Correction)
}
