//! Whole articles, each against the document that is expected of it.
//!
//! `COPYDESK_BLESS=1 cargo test -p copydesk-tests --test articles` writes the expected documents anew; read the difference before
//! committing it.

use copydesk::{Options, Source};
use copydesk_tests::articles::{self, Article};
use copydesk_tests::tree;

#[test]
fn every_article_gives_its_document() -> anyhow::Result<()> {
    let bless = std::env::var_os("COPYDESK_BLESS").is_some();
    let articles = articles::all()?;
    assert!(!articles.is_empty(), "no articles");
    let mut wrong = Vec::new();
    for article in &articles {
        let found = article.found()?;
        if bless {
            std::fs::write(article.expected_path(), &found)?;
        }
        wrong.extend(difference(article, &found));
    }
    assert!(wrong.is_empty(), "{}\n(COPYDESK_BLESS=1 writes the expected documents anew)", wrong.join("\n"));
    Ok(())
}

fn difference(article: &Article, found: &str) -> Option<String> {
    let name = tree::relative(&article.path);
    let Ok(expected) = std::fs::read_to_string(article.expected_path()) else {
        return Some(format!("{name}: there is no expected document"));
    };
    let mut lines = expected.lines().zip(found.lines()).enumerate();
    match lines.find(|(_, (expected, found))| expected != found) {
        Some((number, (expected, found))) => {
            Some(format!("{name}: line {} of the document\n  - {}\n  + {}", number + 1, expected.trim(), found.trim()))
        }
        None => (expected != found).then(|| format!("{name}: one document is the beginning of the other")),
    }
}

#[test]
fn every_expected_document_has_its_article() -> anyhow::Result<()> {
    for path in tree::files(&tree::root().join("tests/articles"), "json")? {
        assert!(path.with_extension("txt").is_file(), "{} has no article", tree::relative(&path));
    }
    Ok(())
}

#[test]
fn every_article_is_of_the_envelope_of_its_folder() -> anyhow::Result<()> {
    let mut wrong = Vec::new();
    for article in articles::all()? {
        let document = Options::new().parse(&Source::new(std::fs::read(&article.path)?)?);
        if document.envelope().name() != article.envelope {
            wrong.push(format!("{}: {}", tree::relative(&article.path), document.envelope().name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
