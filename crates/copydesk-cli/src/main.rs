//! The `copydesk` command.

fn main() {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let source = copydesk::Source::new(bytes).unwrap();
    let document = copydesk::parse(&source);
    document.check().unwrap();
    print!("{}", copydesk::write::Writer::named("json").unwrap().write(&document, "x"));
}
