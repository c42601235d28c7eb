use super::super::Mark;
use super::*;

fn text_of(text: &str, form: Markup) -> String {
    let step = remove(text, form);
    check(text, &step);
    step.text
}

/// The edits make the text of the source, and the marks are in order.
fn check(source: &str, step: &Step) {
    step.check(source);
    assert!(step.marks.is_sorted_by_key(|&(at, _)| at), "{source:?} {:?}", step.marks);
}

#[test]
fn a_file_says_its_form_twice() {
    for (text, form) in [
        ("<nitf><head><title>", Some(Markup::Nitf)),
        (
            "<?xml version=\"1.0\"?>\n<!-- x -->\n<n:nitf version='-//IPTC//DTD NITF 3.4//EN'><head></head>",
            Some(Markup::Nitf),
        ),
        ("<!DOCTYPE nitf SYSTEM 'x' [ <!ENTITY a '<b>'> <!ENTITY c 'd'> ]>\n<nitf><head></head>", Some(Markup::Nitf)),
        ("<newsItem guid='a' xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta></itemMeta>", Some(Markup::NewsMl)),
        ("<newsMessage><header></header>", Some(Markup::NewsMl)),
        ("<DOC id=\"A_ENG_20070301.0001\" type=\"story\" >\n<HEADLINE>\nFerry\n</HEADLINE>", Some(Markup::Collection)),
        ("<DOC>\n<DOCNO> A </DOCNO>", Some(Markup::Collection)),
        ("<newsitem itemid=\"1\" date=\"2007-03-01\"><title>A</title>", Some(Markup::Collection)),
        ("<REUTERS TOPICS=\"YES\" NEWID=\"1\"><DATE>1</DATE>", Some(Markup::Collection)),
        ("<DOC>\n<DOCNO>1\n<TEXT>\nFerries", Some(Markup::Collection)),
        ("<doc><docno>1</docno>", Some(Markup::Collection)),
        ("<doc><title>Ferries</title>", None),
        ("<doc><text>Ferries</text></doc>", None),
        ("<doc>\n<headline>Ferries</headline>", None),
        ("<nitf><head> is how it begins, says the handbook.\n\nIt goes on.", None),
        ("<newsMessage><header>\n\nA file that starts so comes from an agency.", None),
        ("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta> begins it.", None),
        ("<DOC>\n<DOCNO> is a tag, and <TEXT> begins the text.", None),
        ("<doc id=\"12\" url=\"x\" title=\"Ferries\">\nFerries", None),
        ("<nitf> is the outermost element", None),
        ("<nitf version=\"-//IPTC//DTD NITF 3.4//EN\"> is how it begins: <head> follows.", None),
        ("<DOC> <b>is</b> a tag", None),
        ("<DOC> is a tag, and <DOCNO> another", None),
        ("<newsItem> and <itemMeta>", None),
        ("</nitf><head>", None),
        ("<rss version=\"2.0\"><channel>", None),
        ("<nitf", None),
        ("<", None),
        ("", None),
    ] {
        assert_eq!(super::form(text), form, "{text}");
    }
}

#[test]
fn attributes_of_the_head_are_lines() {
    let head = "<nitf baselang=\"en-US\" version=\"x\"><head><title>A\n b</title><meta content=\"7\" name=\"page\"/>\
                <docdata><urgency ed-urg='5'/><doc.copyright year=\"2007\" holder=\"R &amp; Q\"/>\
                <identified-content><classifier class=\"x\" type=\"topic\">Ferries</classifier><person>Quille, N</person>\
                </identified-content></docdata></head>";
    assert_eq!(
        text_of(head, Markup::Nitf),
        "nitf baselang: en-US\ntitle: A b\npage: 7\nurgency ed-urg: 5\ndoc.copyright year: 2007\ndoc.copyright holder: R & Q\n\
         classifier topic: Ferries\nperson: Quille, N\n"
    );
}

#[test]
fn the_body_is_lines_with_marks() {
    let body = "<nitf><body><body.head><hedline><hl1>Ferry</hl1><hl2>Deck</hl2></hedline><byline>By <person>Nora\n \
                Quille</person> <byttl>Staff</byttl></byline><abstract><p>Short</p></abstract></body.head><body.content>\
                <p>One <em>two</em><!-- x -->.</p><hl2>Cross</hl2><ul><li>i</li></ul>\
                <table><tr><th>a</th><td><p>b</p></td></tr><tr><td>c</td></tr></table><media><media-reference source=\"a.jpg\" \
                width='1'/><media-caption>Cap</media-caption></media></body.content>";
    let step = remove(body, Markup::Nitf);
    check(body, &step);
    let lines: Vec<(&str, Mark)> = step.marks[2..]
        .iter()
        .map(|&(at, mark)| (step.text[at as usize..].lines().next().unwrap_or_default(), mark))
        .collect();
    assert_eq!(
        lines,
        [
            ("Ferry", Mark::Headline),
            ("Deck", Mark::Deck),
            ("By Nora Quille, Staff", Mark::Author),
            ("abstract: Short", Mark::Field),
            ("One two.", Mark::Paragraph),
            ("Cross", Mark::Crosshead),
            ("i", Mark::Item),
            ("a\tb", Mark::Row),
            ("c", Mark::Row),
            ("media-reference source: a.jpg", Mark::Field),
            ("Cap", Mark::Caption),
        ]
    );
}

#[test]
fn concepts_are_a_code_and_a_name() {
    let meta = "<newsItem guid=\"g\"><contentMeta><subject type=\"t\" qcode=\"m:1\"><name xml:lang=\"en\">ports</name>\n\
                <name>Häfen</name><broader qcode=\"m:0\"/></subject><provider literal=\"Quay\"/><urgency>4</urgency>\
                <headline>H</headline><headline role='h:sub'>S</headline></contentMeta><contentSet><inlineXML><html><body>\
                <p>One</p></body></html></inlineXML><inlineData><![CDATA[two\n\nthree & four]]></inlineData></contentSet></newsItem>";
    assert_eq!(
        text_of(meta, Markup::NewsMl),
        "newsItem guid: g\nsubject: m:1 : ports, Häfen\nbroader: m:0\nprovider: Quay\nurgency: 4\nH\nS\nOne\ntwo\n\nthree & four\n"
    );
}

#[test]
fn collections_have_many_articles() {
    let file = "<DOC id=\"A\" type=\"story\" >\n<HEADLINE>\nOne\n</HEADLINE>\n<TEXT>\n<P>\nFirst\nline\n</P>\n</TEXT>\n</DOC>\n\
                <DOC>\n<DOCNO> B </DOCNO>\n<SECTION><P>Ports</P></SECTION>\n<TEXT>\n a\n b &amp; c\n</TEXT>\n</DOC>\n";
    let step = remove(file, Markup::Collection);
    check(file, &step);
    assert_eq!(step.text, "DOC id: A\nDOC type: story\nOne\nFirst line\nDOCNO: B\nSECTION: Ports\n a\n b & c\n\n");
    let second = step.marks.iter().filter(|(_, mark)| *mark == Mark::Article).nth(1).unwrap().0;
    let edit = step.edits.iter().rfind(|edit| edit.text.start < second).unwrap();
    let part = &file[edit.source.end as usize..];
    assert!(part.starts_with("<DOC>\n<DOCNO>"));
    assert_eq!(remove(part, Markup::Collection).text, step.text[second as usize..]);
}

#[test]
fn whatever_is_torn_is_read_to_its_end() {
    let unit = "<nitf a='b'><head><meta name=\"x\" content=\"y\"/><title>t</title></head><body.content><p>a &lt; b<table><tr><td>";
    for form in [Markup::Nitf, Markup::NewsMl, Markup::Collection] {
        for cut in 0..unit.len() {
            text_of(&unit[cut..], form);
            text_of(&unit[..cut], form);
            text_of(&format!("{}{}", &unit[cut..], &unit[..cut]), form);
        }
        for unit in [
            "<",
            "<p>",
            "<nitf>",
            "<DOC>",
            "<tr><td>",
            "<x>",
            "</x>",
            "<![CDATA[",
            "]]>",
            "&",
            "<script>",
            "<a b=c>",
            "a<nitf>",
        ] {
            text_of(&unit.repeat(3_000), form);
        }
    }
}
