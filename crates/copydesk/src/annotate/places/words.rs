//! Words that say what the capitals beside a place are: titles, points of the compass, institutions, prepositions of place. Sorted.

/// Titles and other words that stand between a place and a person, or after a place, and are no part of a longer name with it.
#[rustfmt::skip]
static TITLES: &[&str] = &[
    "AG", "Administration", "Ambassador", "Attorney", "CEO", "Cabinet", "Catholic", "Catholics", "Chancellor", "Chief", "Christian",
    "Christians", "Coach", "Col", "Cong", "Congressman", "Congresswoman", "Conservative", "Conservatives", "Constitution", "Crown",
    "Culture", "Defence", "Defense", "Democrat", "Democratic", "Democrats", "Deputy", "Economic", "Economy", "Education", "Embassy",
    "Emperor", "Energy", "Environment", "Envoy", "Ex-President", "Finance", "Foreign", "Former", "Gen", "General", "Gov", "Government",
    "Governor", "Health", "Hispanic", "Home", "Immigration", "Industry", "Interior", "Jew", "Jewish", "Jews", "Judge", "Justice", "King",
    "Labour", "Lawmakers", "Liberal", "Lt", "Maj", "Mayor", "Minister", "Muslim", "Muslims", "Officials", "Oil", "PM", "Parliament",
    "Pope", "Premier", "President", "President-elect", "Prime", "Prince", "Princess", "Queen", "Rep", "Representative",
    "Republican", "Republicans", "Secretary", "Sen", "Senator", "Sheriff", "Shi'ite", "Shia", "Special", "State", "Sultan", "Sunni",
    "Trade", "Transport", "Transportation", "Treasury", "Vice",
];

/// Titles that a surname stands after.
#[rustfmt::skip]
static HONORIFICS: &[&str] = &[
    "Capt", "Captain", "Cmdr", "Col", "Colonel", "Cpl", "Detective", "Dr", "Father", "Gen", "Gov", "Judge", "Justice", "Lady", "Lieutenant",
    "Lord", "Lt", "Madame", "Maj", "Miss", "Mister", "Mme", "Mr", "Mrs", "Ms", "Officer", "Prof", "Professor", "Rep", "Rev", "Reverend",
    "Secretary", "Sen", "Senator", "Sgt", "Sheriff", "Sir", "Sister",
];

/// What can stand before the name of a place and is no part of a longer name: points of the compass and the like.
#[rustfmt::skip]
static PARTS: &[&str] = &[
    "All", "Central", "Coastal", "Communist", "Downtown", "East", "Eastern", "Federal", "Former", "Greater", "Inner", "Lower", "Mainland",
    "Metropolitan", "Midtown", "Modern", "Nationalist", "Nazi", "New", "North", "Northeast", "Northeastern", "Northern", "Northwest",
    "Northwestern", "Outer", "Post-Soviet", "Rural", "South", "Southeast", "Southeastern", "Southern", "Southwest", "Southwestern", "Upper",
    "Upstate", "West", "Western",
];

/// Whose office or land a place is, before *of*: `President of Chad`, `State of Texas`.
#[rustfmt::skip]
static OF: &[&str] = &[
    "Ambassador", "Archbishop", "Army", "Bishop", "Capital", "Chancellor", "City", "Congress", "County", "Democrat", "Democrats", "East",
    "Emperor", "Empire", "Government", "Governor", "Governors", "King", "Kingdom", "Lord", "Mayor", "Mayors", "Minister", "Most", "Muslims",
    "North", "Northeast", "Northwest", "Outside", "Parliament", "Part", "Parts", "People", "Peoples", "Premier", "President", "Presidents",
    "Province", "Queen", "R", "Regions", "Rep", "Republic", "Republican", "Republicans", "Secretary", "Senator", "South", "Southeast",
    "Southwest", "State", "Sultan", "Town", "Village", "West",
];

/// Words that make a name of an institution, a paper, a company, an event.
#[rustfmt::skip]
static INSTITUTIONS: &[&str] = &[
    "Academy", "Agency", "Agreement", "Air", "Airlines", "Airport", "Airways", "Association", "Authority", "Bank", "Bar", "Bears", "Board",
    "Broadcasting", "Bulls", "Bureau", "Capital", "Center", "Centre", "Chamber", "Chronicle", "City", "Club", "College", "Commission",
    "Committee", "Community", "Company", "Conference", "Corp", "Corporation", "Council", "Courier", "Court", "Daily", "Department",
    "District", "Exchange", "FC", "Federation", "Festival", "Foundation", "Fund", "Gazette", "Globe", "Group", "Guard", "Herald", "High",
    "Holdings", "Hospital", "Hotel", "House", "Inc", "Institute", "International", "Journal", "League", "Ltd", "Mail", "Marathon",
    "Medical", "Mercury", "Ministry", "Mirror", "Museum", "National", "Newspaper", "Office", "Opera", "Orchestra", "Organisation",
    "Organization", "Park", "Party", "Police", "Post", "Press", "Public", "Radio", "Railway", "Review", "School", "Society", "Standard",
    "Star", "Station", "Stock", "Sun", "Symphony", "Telegraph", "Television", "Theatre", "Times", "Treaty", "Tribune", "Trust", "Union",
    "United", "Universities", "University", "Voice", "Zoo",
];

/// After which a name is a place.
static WHERE: &[&str] = &["across", "around", "in", "inside", "into", "near", "outside", "throughout"];

/// Days and months.
#[rustfmt::skip]
static DATES: &[&str] = &[
    "April", "August", "Christmas", "December", "Easter", "February", "Friday", "January", "July", "June", "March", "May", "Monday",
    "November", "October", "Saturday", "September", "Sunday", "Thursday", "Tuesday", "Wednesday",
];

/// Small words inside names: `Bank of China`.
static LINKS: &[&str] = &["and", "at", "de", "del", "for", "of", "the"];

fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

pub(super) fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    has(TITLES, word) || has(TITLES, word.split('-').next().unwrap_or(word))
}

pub(super) fn is_honorific(word: &str) -> bool {
    has(HONORIFICS, word.trim_end_matches('.'))
}

pub(super) fn is_part(word: &str) -> bool {
    has(PARTS, word)
}

pub(super) fn is_head_of_place(word: &str) -> bool {
    has(OF, word)
}

pub(super) fn is_institution(word: &str) -> bool {
    has(INSTITUTIONS, word.trim_end_matches('.'))
}

pub(super) fn is_where(word: &str) -> bool {
    has(WHERE, word) || matches!(word, "In" | "Across" | "Around" | "Inside" | "Near" | "Outside" | "Throughout")
}

pub(super) fn is_date(word: &str) -> bool {
    has(DATES, word)
}

pub(super) fn is_link(word: &str) -> bool {
    has(LINKS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        for list in [TITLES, HONORIFICS, PARTS, OF, INSTITUTIONS, WHERE, DATES, LINKS] {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
        }
    }
}
