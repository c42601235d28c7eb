//! Words that tell what the capitals beside a place are: titles, points of the compass, institutions, prepositions of place.

use crate::keys::{exact, spread};

/// Titles and other words that stand between a place and a person, or after a place, and are no part of a longer name with it.
#[rustfmt::skip]
static TITLES: List<256> = List::of(&[
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
static TASKS: List<32> = List::of(&[
    "Culture", "Defence", "Education", "Energy", "Environment", "Health", "Immigration", "Industry", "Trade", "Transport",
]);

/// Titles that a surname stands after.
#[rustfmt::skip]
static HONORIFICS: List<128> = List::of(&[
    "Capt", "Captain", "Cmdr", "Col", "Colonel", "Cpl", "Detective", "Dr", "Father", "Gen", "Gov", "Judge", "Justice", "Lady", "Lieutenant",
    "Lord", "Lt", "Madame", "Maj", "Miss", "Mister", "Mme", "Mr", "Mrs", "Ms", "Officer", "Prof", "Professor", "Rep", "Rev", "Reverend",
    "Secretary", "Sen", "Senator", "Sgt", "Sheriff", "Sir", "Sister",
]);

/// What can stand before the name of a place and is no part of a longer name: points of the compass and the like.
#[rustfmt::skip]
static PARTS: List<128> = List::of(&[
    "All", "Central", "Coastal", "Communist", "Downtown", "East", "Eastern", "Federal", "Former", "Greater", "Inner", "Lower", "Mainland",
    "Metropolitan", "Mid", "Midtown", "Modern", "NE", "NW", "Nationalist", "Nazi", "New", "North", "Northeast", "Northeastern", "Northern",
    "Northwest", "Northwestern", "Outer", "Post-Soviet", "Rural", "SE", "SW", "South", "Southeast", "Southeastern", "Southern", "Southwest",
    "Southwestern", "Upper", "Upstate", "West", "Western",
]);

/// Words that make a name of an institution, a paper, a company, an event.
#[rustfmt::skip]
static INSTITUTIONS: List<512> = List::of(&[
    "Academy", "Act", "Administration", "Agency", "Agreement", "Air", "Airbase", "Airline", "Airlines", "Airport", "Airways", "Arena",
    "Army", "Assembly", "Association", "Authority", "Bank", "Bar", "Base", "Bears", "Board", "Bowl", "Broadcasting", "Bulls", "Bureau",
    "Capital", "Cathedral", "Center", "Centre", "Chamber", "Chambers", "Championship", "Championships", "Chronicle", "Church", "City",
    "Club", "College", "Commission", "Committee", "Community", "Company", "Conference", "Congress", "Corp", "Corporation", "Council",
    "Courier", "Court", "Cup", "Daily", "Department", "District", "Duma", "Embassy", "Exchange", "FC", "Federation", "Festival", "Force", "Forces",
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
static TRADES: List<32> = List::of(&[
    "automaker", "brewer", "broker", "carmaker", "insurer", "lender", "miner", "reinsurer", "retailer",
]);

/// Verbs that whoever said something stands behind.
#[rustfmt::skip]
static SPEECH: List<64> = List::of(&[
    "added", "adds", "argued", "asked", "concluded", "continued", "explained", "insisted", "joked", "noted", "recalled", "remarked", "replied",
    "said", "says", "warned", "wrote",
]);

/// With which the names of towns begin, and end.
#[rustfmt::skip]
static TOWNS: List<64> = List::of(&[
    "East", "El", "Fort", "Ft.", "Las", "Los", "Mount", "Mt.", "New", "North", "Port", "Saint", "San", "Santa", "South", "St.", "West",
]);
static TOWN_ENDINGS: List<32> =
    List::of(&["Beach", "City", "Creek", "Falls", "Heights", "Island", "Junction", "Rapids", "Springs", "Valley"]);

/// After which a name is a place.
static WHERE: List<32> = List::of(&["across", "around", "in", "inside", "into", "near", "outside", "throughout"]);

/// Words before *of* and a place that make another name of it.
#[rustfmt::skip]
static HEADS: List<128> = List::of(&[
    "Archbishop", "Banque", "Baron", "Baroness", "Battle", "Bay", "Bishop", "Countess", "Daughters", "Diocese", "Duchess", "Duke", "Earl",
    "Gulf", "Isle", "Knights", "Lord", "Marquess", "Port", "Prince", "Princess", "Sea", "Siege", "Sons", "Stade", "Strait", "Straits",
    "Treaty", "Women",
]);

/// Days and months, the months cut short as well.
#[rustfmt::skip]
static DATES: List<128> = List::of(&[
    "Apr", "April", "Aug", "August", "Christmas", "Dec", "December", "Easter", "Feb", "February", "Friday", "Jan", "January", "Jul", "July",
    "Jun", "June", "Mar", "March", "May", "Monday", "Nov", "November", "Oct", "October", "Saturday", "Sep", "Sept", "September", "Sunday",
    "Thursday", "Tuesday", "Wednesday",
]);

/// Small words that a sentence or a clause begins with, or that stand in a title.
#[rustfmt::skip]
static FUNCTION: List<256> = List::of(&[
    "A", "After", "Although", "Among", "An", "And", "Are", "As", "At", "Because", "Before", "But", "By", "Can", "Despite", "Did", "Does",
    "During", "For", "From", "Has", "Have", "He", "Her", "His", "How", "I", "If", "In", "Into", "Is", "It", "Its", "Like", "May",
    "Meanwhile", "More", "My", "No", "Not", "Now", "Of", "On", "Only", "Or", "Our", "Over", "Photo", "She", "Since", "So", "Than", "That",
    "The", "Their", "Then", "There", "These", "They", "This", "Those", "Though", "To", "Under", "Unlike", "Until", "Was", "We", "Were",
    "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "Will", "With", "Without", "You", "Your",
]);

/// Words as they are written, each at the slot that its letters say or the next free one behind it.
struct List<const SLOTS: usize>([u128; SLOTS]);

impl<const SLOTS: usize> List<SLOTS> {
    const fn of(words: &[&str]) -> Self {
        assert!(SLOTS.is_power_of_two() && 2 * words.len() <= SLOTS, "half of the slots stay empty");
        let (mut slots, mut number) = ([0; SLOTS], 0);
        while number < words.len() {
            let word = exact(words[number].as_bytes());
            let mut slot = Self::slot(word);
            while slots[slot] != 0 {
                assert!(slots[slot] != word, "a word stands in a list once");
                slot = (slot + 1) % SLOTS;
            }
            assert!(word != 0, "a word of a list is short");
            slots[slot] = word;
            number += 1;
        }
        Self(slots)
    }

    const fn slot(word: u128) -> usize {
        let (low, high) = (word as u64, (word >> 64) as u64);
        (spread(low ^ high.rotate_left(29)) >> 40) as usize % SLOTS
    }

    fn has(&self, word: &str) -> bool {
        let word = exact(word.as_bytes());
        let mut slot = Self::slot(word);
        while self.0[slot] != word {
            if self.0[slot] == 0 {
                return false;
            }
            slot = (slot + 1) % SLOTS;
        }
        // What is longer than any word of a list is none.
        word != 0
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

pub(super) fn is_speech(word: &str) -> bool {
    SPEECH.has(word)
}

/// Whether the name of a town may begin with the word: `Fort Elk`.
pub(super) fn begins_town(word: &str) -> bool {
    TOWNS.has(word)
}

/// Whether the name of a town may end with the word: `Elk Springs`.
pub(super) fn ends_town(word: &str) -> bool {
    TOWN_ENDINGS.has(word)
}

/// Whether a word before *of* and a place makes a name of a water, a mountain, a rank or a battle: `Gulf of Salerno`, `Duke of York`.
pub(super) fn is_head(word: &str) -> bool {
    HEADS.has(word)
}

pub(super) fn is_date(word: &str) -> bool {
    DATES.has(word.trim_end_matches('.'))
}

pub(super) fn is_function(word: &str) -> bool {
    FUNCTION.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_they_are_written() {
        assert!(["AG", "President-elect", "Vice"].into_iter().all(|word| TITLES.has(word)));
        assert!(["", "ag", "Ag", "President-elected", "Presidents-elect"].into_iter().all(|word| !TITLES.has(word)));
        assert!(INSTITUTIONS.has("Magistrates\u{2019}") && WHERE.has("throughout") && !WHERE.has("Throughout"));
    }
}
