//! The words and sentence patterns of the made-up newspapers. No place, person or event here is real.
//!
//! In a pattern, `%` and a letter stand for something that [`prose`](crate::prose) puts in: `%p` a person, `%l` a place, `%o` an office,
//! `%b` a body, `%h` a compound, `%m` an amount of money, `%n` a number, `%t` a time, `%x` a thing, `%a` an action, `%A` one whose line is not
//! cut, `%s` a remark, `%r` a
//! remark in brackets.

pub(crate) const MASTHEADS: &[&str] = &[
    "Marrow Bay Courier",
    "The Saltmere Herald",
    "Dunholt Evening Post",
    "Port Ellery Gazette",
    "The Varnish Valley Times",
    "Kestrel Point Observer",
];

pub(crate) const COUNTRIES: &[&str] = &["Ostravia", "Meridia", "the Quill Islands", "Norland", "Calvera"];

pub(crate) const FIRST_NAMES: &[&str] = &[
    "Adela", "Bram", "Cosima", "Derrin", "Elspeth", "Farouk", "Greta", "Hollis", "Imogen", "Jovan", "Katya", "Lorcan",
    "Maïté", "Nils", "Odile", "Piers", "Quentin", "Rosalind", "Søren", "Tamsin", "Ulrich", "Verity", "Wanda", "Zoë",
];

pub(crate) const LAST_NAMES: &[&str] = &[
    "Ashgrove",
    "Birkett",
    "Calloway",
    "Drummel",
    "Eskdale",
    "Fenwright",
    "Garrow",
    "Hartlock",
    "Ivers",
    "Jessamy",
    "Kettering",
    "Lindqvist",
    "Marchbank",
    "Norrell",
    "Okonjo",
    "Pellingham",
    "Quarles",
    "Roxby",
    "Stannard",
    "Tollemar",
    "Underhay",
    "Vantongeren",
    "Wexcombe",
    "Yarrowby",
];

pub(crate) const PLACES: &[&str] = &[
    "Port Ellery",
    "Marrow Bay",
    "Saltmere",
    "Dunholt",
    "Kestrel Point",
    "Varnish Valley",
    "Upper Tamble",
    "Greyhaven",
    "Old Quay",
    "Lesser Whinny",
    "Ångsund",
    "North Pellow",
    "Candlewick",
    "Holm Ferry",
    "St Orrin",
];

pub(crate) const OFFICES: &[&str] = &[
    "the harbour master",
    "the deputy mayor",
    "a spokeswoman for the ferry company",
    "the head of the water board",
    "a professor of coastal geology",
    "the council treasurer",
    "the chief constable",
    "the union secretary",
    "the museum director",
    "an analyst at a shipping bank",
    "the school principal",
    "the minister for inland waterways",
];

pub(crate) const BODIES: &[&str] = &[
    "the town council",
    "the Coastal Roads Agency",
    "the provincial court",
    "the Harbour Trust",
    "the Grain Exchange",
    "the water board",
    "the Ministry of Tides",
    "the Lamplighters Union",
    "the Bank of Meridia",
    "the Ferry Company",
];

pub(crate) const THINGS: &[&str] = &[
    "ferry terminal",
    "swing bridge",
    "flood wall",
    "grain depot",
    "tram extension",
    "fish market",
    "reservoir",
    "observatory",
    "lighthouse",
    "cycle path",
    "night bus",
    "public library",
    "ice rink",
    "tidal mill",
    "rail tunnel",
    "wind farm",
    "hospital wing",
    "allotment garden",
];

pub(crate) const ACTIONS: &[&str] = &[
    "reopen",
    "be repaired",
    "close for the winter",
    "be sold to the highest bidder",
    "be moved inland",
    "be rebuilt",
    "pay for itself",
    "stay in public hands",
    "be inspected every spring",
    "run through the night",
    "lose its licence",
    "take its first passengers",
];

/// Compounds in halves: a damaged text has a space after the hyphen between them.
pub(crate) const COMPOUNDS: &[(&str, &str)] = &[
    ("long", "term"),
    ("state", "owned"),
    ("high", "speed"),
    ("well", "known"),
    ("part", "time"),
    ("cross", "border"),
    ("low", "cost"),
    ("full", "time"),
    ("short", "lived"),
    ("flat", "bottomed"),
    ("family", "run"),
    ("award", "winning"),
    ("coal", "fired"),
    ("hard", "won"),
    ("so", "called"),
    ("record", "breaking"),
    ("left", "leaning"),
    ("wide", "ranging"),
    ("self", "taught"),
    ("duty", "free"),
];

pub(crate) const UNITS: &[&str] = &["million", "million", "billion", "a year", "a head", "per household"];

pub(crate) const TIMES: &[&str] = &[
    "on Monday",
    "on Thursday evening",
    "last week",
    "in early March",
    "by the end of October",
    "in 2019",
    "two years ago",
    "before the storm",
    "at a public meeting",
    "on the eve of the vote",
    "since the spring",
];

pub(crate) const REMARKS: &[&str] = &[
    "we have waited long enough",
    "nobody asked the people who live here",
    "the numbers do not add up and everyone in this room knows it",
    "this town has always looked to the sea",
    "I would rather be late than wrong",
    "the water does not read our reports",
    "it is a good day for the children of this valley",
    "there is no plan B, and there never was a plan A",
    "you can hear the bridge before you can see it",
];

pub(crate) const BRACKETED: &[&str] = &[
    "a body that meets twice a year",
    "built by convicts",
    "see map",
    "which nobody has seen",
    "his second",
    "about a third of the total",
    "down from nine",
    "not her real name",
];

/// Clean text has these too: a suspended hyphen, a dash typed as a hyphen, dashes and quotes of several bytes.
pub(crate) const SENTENCES: &[&str] = &[
    "%p, %o, said %t that the %x in %l would %a.",
    "The %h %x has cost %m so far, according to %b.",
    "“We are not there yet,” %p said. “But %s.”",
    "%b voted %n to %n %t to let the %x %a.",
    "A %h study by %b found that %n of the residents of %l want the %x to %a.",
    "Residents of %l, a town of %n people, fear that a %h %x will never %a.",
    "“%S,” said %p, %o, who has lived in %l for %n years.",
    "It was the third time that %b %r had asked for a %h review of the %x.",
    "The %x opened %t and has drawn %n visitors from %l and %l.",
    "But %p %r says the %h figures are wrong, and that the %x will cost at least %m.",
    "At stake is a %h contract worth %m, which %b awarded %t without a tender.",
    "According to the report, water rose by %n centimetres in %l, and the %x could not %a.",
    "No one was hurt, %o said, although %n people had to leave their homes %t.",
    "Two- and three-storey houses along the front were sold for less than %m.",
    "The plan – first drawn up for %l – was put aside %t, when %b ran out of money.",
    "Asked whether the %x would %a, %p smiled and said: “%S.”",
    "For %p it was a %h victory; for %b, a %h defeat.",
    "%b’s own %h estimate %r puts the price at %m, or %m more than %t.",
    "The %x, which %p once called “a monument to patience”, is due to %a %t.",
    "In %l the mood was different: %s, as one fisherman put it.",
    "Since then the %h line between %l and %l has carried %n passengers, more than anyone had expected.",
    "She was %n when she left %l, and she did not return until %b offered her the post.",
];

pub(crate) const HEADLINES: &[&str] = &[
    "%l waits for its %x",
    "Court stops sale of %x in %l",
    "Council split over %h %x",
    "Why the %x of %l may never %A",
    "%x to %A after all",
];

pub(crate) const CROSSHEADS: &[&str] =
    &["Old wounds", "What the water left", "A second vote", "Next steps", "The long way round"];
