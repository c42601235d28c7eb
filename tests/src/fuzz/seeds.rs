//! What a fuzzer starts from: the project's own examples and articles, and small files of every form.

use anyhow::Result;

use super::Target;
use crate::spec::{self, Page};
use crate::{articles, tree};

/// The longest seed; a fuzzer learns faster from short ones.
const LONGEST: usize = 4096;

/// The seeds of a target.
///
/// # Errors
/// If a fixture cannot be read.
pub fn seeds(target: &Target) -> Result<Vec<Vec<u8>>> {
    match target.name {
        "containers" => Ok(files()),
        "growth" => growing(),
        "documents" => Ok(with_choices(articles()?)),
        _ => Ok(with_choices(examples()?)),
    }
}

fn with_choices(texts: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    texts.into_iter().map(|text| [b"000", &text[..text.len().min(LONGEST)]].concat()).collect()
}

/// What the code looks for, over and over; and what marks an article's parts, behind the head of an article.
fn growing() -> Result<Vec<Vec<u8>>> {
    let mut seeds = super::literals()?;
    for article in articles::all()? {
        let text = std::fs::read(article.path)?;
        let head = &text[..text.len().min(600)];
        for pattern in
            [&b"\x01"[..], b"____________________________________________________________", b"\n", b" ", b"> a\n"]
        {
            seeds.push([head, b"\xfe", pattern].concat());
        }
    }
    Ok(seeds)
}

/// The sources of the spec pages.
fn examples() -> Result<Vec<Vec<u8>>> {
    let mut sources = Vec::new();
    for path in spec::pages()? {
        sources.extend(Page::read(&path)?.examples.into_iter().map(|example| example.source));
    }
    Ok(sources)
}

/// Whole articles, and the exports among them.
fn articles() -> Result<Vec<Vec<u8>>> {
    let articles = articles::all()?.into_iter().map(|article| article.path);
    let exports = tree::files(&tree::root().join("examples"), "txt")?;
    articles.chain(exports).map(|path| Ok(std::fs::read(path)?)).collect()
}

/// The choices of `containers`, and the bytes of a file.
fn files() -> Vec<Vec<u8>> {
    const WARC: &str = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:a>\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nIt rained.\n\r\n\r\n";
    const RESPONSE: &str = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 54\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nIt snowed.\n\r\n\r\n";
    const PAGE: &str = "<!DOCTYPE html><html><head><title>Ferry</title></head><body><h1>Ferry &amp; rain</h1><p>It rained.<br>So.</p></body></html>";
    const WORD: &str =
        "<w:document><w:body><w:p><w:r><w:t>The ferry &amp; is back.</w:t></w:r></w:p></w:body></w:document>";
    let files: [(u8, &str); 8] = [
        (
            b'0',
            "{\"id\":\"a\",\"text\":\"It rained.\",\"n\":[1,{\"b\":null}]}\n\n{\"text\":7}\nno\n{\"text\":\"So.\\n\"}",
        ),
        (b'1', "id,text,n\na,\"It \"\"rained\"\".\nSo.\",1\nb,So.\n"),
        (b'2', "id\ttext\na\tIt rained.\n"),
        (b'4', WARC),
        (b'4', RESPONSE),
        (b'7', PAGE),
        (b'6', WORD),
        (b'8', "Ferry returns\n\nThe ferry is back.\n"),
    ];
    let mut seeds = Vec::new();
    for (form, file) in files {
        for packing in b'0'..=b'4' {
            seeds.push([&[form, packing, b'1'], file.as_bytes()].concat());
            seeds.push([&[form, packing, b'2'], file.repeat(3).as_bytes()].concat());
        }
    }
    seeds
}
