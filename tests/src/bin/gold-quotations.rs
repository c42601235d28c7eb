//! Quotations and speakers against what others labelled: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-quotations --
//! [--show] [--record] [NAME=FILE]…`.
//!
//! `--show` names every long stretch of the first half that is not as labelled, `--record` writes the figures down, `NAME=FILE` puts a peer
//! into the table (`benches/python/peers_quotations.py` writes such files).

use std::path::Path;

use anyhow::{Context, Result, bail};
use copydesk_tests::corpus;
use copydesk_tests::gold::quotations::{self, Article, HALVES, Labelled, Read, Score};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder with gold/quotations")?;
    let articles = quotations::articles(&folder)?.context("there is no gold/quotations")?;
    let scores = quotations::scores(&articles, quotations::copydesk)?;
    println!(
        "| reader | half | articles | stretches ≥ 5 words | found | touched | speakers | of those given | scare: precision | recall |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    print("copydesk", &scores);
    for argument in &arguments {
        match argument.as_str() {
            "--record" => quotations::record(&scores)?,
            "--show" => show(&articles)?,
            argument => {
                let Some((name, file)) = argument.split_once('=') else { bail!("{argument}: not an argument") };
                let found = quotations::peer(Path::new(file))?;
                let reader = |article: &Article| Ok(found.get(&article.id).cloned().unwrap_or_default());
                print(name, &quotations::scores(&articles, reader)?);
            }
        }
    }
    Ok(())
}

fn print(reader: &str, scores: &[Score; 2]) {
    for (half, score) in HALVES.iter().zip(scores) {
        print!("| {reader} | {half} | {} | {} |", score.articles, score.long);
        for (name, share) in score.shares() {
            // Who does not tell words at a distance from others has no share there.
            if name.starts_with("scare") && score.short == 0 { print!(" |") } else { print!(" {share:.3} |") }
        }
        println!();
    }
}

fn show(articles: &[Article]) -> Result<()> {
    for article in articles.iter().step_by(2) {
        let text: Vec<char> = article.text.chars().collect();
        let slice = |start: usize, end: usize| text[start..end.min(text.len())].iter().collect::<String>();
        let found = quotations::copydesk(article)?;
        Score::default().add(article, &found, |what: &str, labelled: &Labelled, read: Option<&Read>| {
            let speaker = read.and_then(|read| read.speaker).map(|(start, end)| slice(start, end));
            let source: Option<Vec<String>> =
                labelled.speaker.as_ref().map(|spans| spans.iter().map(|&(start, end)| slice(start, end)).collect());
            let around = slice(labelled.start.saturating_sub(200), labelled.end + 120).replace('\n', "⏎");
            println!("{what}\t{}\t{source:?}\t{speaker:?}\t{around}", article.id);
        });
    }
    Ok(())
}
