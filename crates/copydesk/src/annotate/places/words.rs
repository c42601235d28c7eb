//! Words that say what the capitals beside a place are: titles, points of the compass, institutions, prepositions of place. Sorted.

use crate::keys::{first_eight, spread};

/// Titles and other words that stand between a place and a person, or after a place, and are no part of a longer name with it.
#[rustfmt::skip]
static TITLES: List = List::of(&[
    "AG", "Ambassador", "Attorney", "CEO", "Cabinet", "Catholic", "Catholics", "Chancellor", "Chief", "Christian", "Christians", "Coach",
    "Col", "Cong", "Congressman", "Congresswoman", "Conservative", "Conservatives", "Constitution", "Crown", "Culture", "Defence",
    "Defense", "Democrat", "Democratic", "Democrats", "Deputy", "Director", "Economic", "Economy", "Education", "Emperor", "Energy",
    "Environment", "Envoy", "Ex-President", "Finance", "Foreign", "Former", "Gen", "General", "Gov", "Government", "Governor", "Health",
    "Hispanic", "Home", "Immigration", "Industry", "Interior", "Jew", "Jewish", "Jews", "Judge", "Justice", "King", "Labour", "Lawmakers",
    "Liberal", "Lt", "Maj", "Mayor", "Minister", "Muslim", "Muslims", "Officials", "Oil", "PM", "Parliament", "Pope", "Premier",
    "President", "President-elect", "Prime", "Prince", "Princess", "Queen", "Rep", "Representative", "Republican", "Republicans",
    "Secretary", "Sen", "Senator", "Sheriff", "Shi'ite", "Shia", "Special", "State", "Sultan", "Sunni", "Trade", "Transport",
    "Transportation", "Vice",
]);

/// Titles that are what an agency deals with, too: before the name of a country they are the agency's name, as in `Health Canada`.
#[rustfmt::skip]
static TASKS: List = List::of(&[
    "Culture", "Defence", "Education", "Energy", "Environment", "Health", "Immigration", "Industry", "Trade", "Transport",
]);

/// Titles that a surname stands after.
#[rustfmt::skip]
static HONORIFICS: List = List::of(&[
    "Capt", "Captain", "Cmdr", "Col", "Colonel", "Cpl", "Detective", "Dr", "Father", "Gen", "Gov", "Judge", "Justice", "Lady", "Lieutenant",
    "Lord", "Lt", "Madame", "Maj", "Miss", "Mister", "Mme", "Mr", "Mrs", "Ms", "Officer", "Prof", "Professor", "Rep", "Rev", "Reverend",
    "Secretary", "Sen", "Senator", "Sgt", "Sheriff", "Sir", "Sister",
]);

/// What can stand before the name of a place and is no part of a longer name: points of the compass and the like.
#[rustfmt::skip]
static PARTS: List = List::of(&[
    "All", "Central", "Coastal", "Communist", "Downtown", "East", "Eastern", "Federal", "Former", "Greater", "Inner", "Lower", "Mainland",
    "Metropolitan", "Mid", "Midtown", "Modern", "NE", "NW", "Nationalist", "Nazi", "New", "North", "Northeast", "Northeastern", "Northern",
    "Northwest", "Northwestern", "Outer", "Post-Soviet", "Rural", "SE", "SW", "South", "Southeast", "Southeastern", "Southern", "Southwest",
    "Southwestern", "Upper", "Upstate", "West", "Western",
]);

/// Words that make a name of an institution, a paper, a company, an event.
#[rustfmt::skip]
static INSTITUTIONS: List = List::of(&[
    "Academy", "Act", "Administration", "Agency", "Agreement", "Air", "Airbase", "Airline", "Airlines", "Airport", "Airways", "Arena",
    "Army", "Assembly", "Association", "Authority", "Bank", "Bar", "Base", "Bears", "Board", "Bowl", "Broadcasting", "Bulls", "Bureau",
    "Capital", "Cathedral", "Center", "Centre", "Chamber", "Chambers", "Championship", "Championships", "Chronicle", "Church", "City",
    "Club", "College", "Commission", "Committee", "Community", "Company", "Conference", "Congress", "Corp", "Corporation", "Council",
    "Courier", "Court", "Cup", "Daily", "Department", "District", "Embassy", "Exchange", "FC", "Federation", "Festival", "Force", "Forces",
    "Foundation", "Fund", "Games", "Gazette", "Globe", "Group", "Guard", "Herald", "High", "Holdings", "Hospital", "Hotel", "House", "Inc",
    "Industries", "Institute", "Institutes", "International", "Journal", "League", "Legislature", "Library", "Line", "Ltd", "Magistrates'",
    "Magistrates’", "Mail", "Marathon", "Medical", "Mercury", "Ministry", "Mirror", "Motors", "Museum", "National", "Navy", "Network",
    "Newspaper", "Office", "Olympics", "Online", "Opera", "Orchestra", "Organisation", "Organization", "Park", "Party", "Plan", "Police",
    "Post", "Press", "Program", "Programme", "Public", "Radio", "Railway", "Red", "Research", "Reserve", "Review", "Revolution", "School",
    "Securities", "Senate", "Service", "Services", "Society", "Stadium", "Standard", "Star", "Station", "Stock", "Summit", "Sun", "Supreme",
    "Symphony", "Telegraph", "Television", "Theatre", "Times", "Treasury", "Treaty", "Tribune", "Trust", "Union", "United", "Universities",
    "University", "Voice", "Zoo",
]);

/// What a company is called right before its name, in small letters.
#[rustfmt::skip]
static TRADES: List = List::of(&[
    "automaker", "brewer", "broker", "carmaker", "insurer", "lender", "miner", "reinsurer", "retailer",
]);

/// After which a name is a place.
static WHERE: List = List::of(&["across", "around", "in", "inside", "into", "near", "outside", "throughout"]);

/// Words before *of* and a place that make another name of it.
#[rustfmt::skip]
static HEADS: List = List::of(&[
    "Archbishop", "Banque", "Baron", "Baroness", "Battle", "Bay", "Bishop", "Countess", "Daughters", "Diocese", "Duchess", "Duke", "Earl",
    "Gulf", "Isle", "Knights", "Lord", "Marquess", "Port", "Prince", "Princess", "Sea", "Siege", "Sons", "Stade", "Strait", "Straits",
    "Treaty", "Women",
]);

/// Days and months.
#[rustfmt::skip]
static DATES: List = List::of(&[
    "April", "August", "Christmas", "December", "Easter", "February", "Friday", "January", "July", "June", "March", "May", "Monday",
    "November", "October", "Saturday", "September", "Sunday", "Thursday", "Tuesday", "Wednesday",
]);

/// Small words that a sentence or a clause begins with, or that stand in a title.
#[rustfmt::skip]
static FUNCTION: List = List::of(&[
    "A", "After", "Although", "Among", "An", "And", "Are", "As", "At", "Because", "Before", "But", "By", "Can", "Despite", "Did", "Does",
    "During", "For", "From", "Has", "Have", "He", "Her", "His", "How", "I", "If", "In", "Into", "Is", "It", "Its", "Like", "May",
    "Meanwhile", "More", "My", "No", "Not", "Now", "Of", "On", "Only", "Or", "Our", "Over", "Photo", "She", "Since", "So", "Than", "That",
    "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "To", "Under", "Unlike", "Until", "Was", "We", "Were",
    "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "Will", "With", "Without", "You", "Your",
]);

/// Words in order, and a bit for what the first eight bytes of each are spread to: most other words are told by it.
struct List {
    words: &'static [&'static str],
    bits: [u64; 8],
}

impl List {
    const fn of(words: &'static [&'static str]) -> Self {
        let (mut bits, mut at) = ([0; 8], 0);
        while at < words.len() {
            let place = Self::place(words[at]);
            bits[place / 64] |= 1 << (place % 64);
            at += 1;
        }
        Self { words, bits }
    }

    const fn place(word: &str) -> usize {
        (spread(first_eight(word.as_bytes())) >> 55) as usize
    }

    fn has(&self, word: &str) -> bool {
        let place = Self::place(word);
        self.bits[place / 64] >> (place % 64) & 1 == 1 && self.words.binary_search(&word).is_ok()
    }
}

pub(super) fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    TITLES.has(word) || word.split_once('-').is_some_and(|(first, _)| TITLES.has(first))
}

/// Whether an agency's name can begin with the word: `Health Canada`.
pub(super) fn is_task(word: &str) -> bool {
    TASKS.has(word)
}

/// Whether a company's name stands after the word: `the insurer Zurich`.
pub(super) fn is_trade(word: &str) -> bool {
    TRADES.has(word)
}

/// Whether the name of a ministry goes on over *and* after the word and *of*: `the Department of Housing and Urban Development`.
pub(super) fn is_ministry(word: &str) -> bool {
    matches!(word, "Department" | "Ministry")
}

pub(super) fn is_honorific(word: &str) -> bool {
    HONORIFICS.has(word.trim_end_matches('.'))
}

pub(super) fn is_part(word: &str) -> bool {
    PARTS.has(word)
}

pub(super) fn is_institution(word: &str) -> bool {
    INSTITUTIONS.has(word.trim_end_matches('.'))
}

/// Whether a word after a name says what kind of region it is, and is no more of a name than that.
pub(super) fn is_designator(word: &str) -> bool {
    matches!(word, "Autonomous" | "Municipality" | "Prefecture" | "Province" | "Region" | "State" | "Territory")
}

/// Whether a word after a name makes it that of the land around: `Riverside County`.
pub(super) fn is_county(word: &str) -> bool {
    matches!(word, "County" | "COUNTY" | "Township")
}

/// Whether a word after a name says that it is a person's.
pub(super) fn is_family(word: &str) -> bool {
    matches!(word, "brothers" | "clan" | "family" | "siblings" | "sisters")
}

pub(super) fn is_where(word: &str) -> bool {
    WHERE.has(word) || matches!(word, "In" | "Across" | "Around" | "Inside" | "Near" | "Outside" | "Throughout")
}

/// Whether a word before *of* and a place makes a name of a water, a mountain, a rank or a battle: `Gulf of Salerno`, `Duke of York`.
pub(super) fn is_head(word: &str) -> bool {
    HEADS.has(word)
}

pub(super) fn is_date(word: &str) -> bool {
    DATES.has(word)
}

pub(super) fn is_function(word: &str) -> bool {
    FUNCTION.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        for list in [&TITLES, &TASKS, &TRADES, &HONORIFICS, &PARTS, &INSTITUTIONS, &WHERE, &HEADS, &DATES, &FUNCTION] {
            for pair in list.words.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
        }
    }
}
