//! Papers of countries with their own dollar, which a plain `$` in them may be.

/// Beginnings of words in the names of papers and broadcasters of Australia, Canada, Hong Kong, New Zealand, Singapore and others.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "Adelaide", "Auckland", "Australia", "Bahamas", "Barbados", "Brisbane", "CBC", "Calgary", "Canad", "Canberra", "Christchurch",
    "Courier Mail", "Courier-Mail", "Dominion Post", "Edmonton", "Fiji", "Geelong", "Globe and Mail", "Gold Coast", "Guyana",
    "Hamilton Spectator", "Herald Sun", "Hobart", "Hong Kong", "Illawarra", "Jamaica", "Leader-Post", "Melbourne", "Montreal", "NZ Herald",
    "Namibia", "National Post", "New Zealand", "Newshub", "Otago", "Ottawa", "Queensland", "RNZ", "Saskat", "Singapore", "South China Morning",
    "Southland Times", "StarPhoenix", "Stuff.co.nz", "Straits Times", "Sydney", "Taranaki", "Tasmania", "Times Colonist", "Toronto",
    "Trinidad", "Vancouver", "Waikato", "West Australian", "Winnipeg",
];

/// Whether a publication is of a country that calls its own dollar `$`: then what a plain one is cannot be known.
pub(super) fn may_be_own(publication: &str) -> bool {
    let mut starts = publication.char_indices().filter(|&(at, _)| !publication[..at].ends_with(char::is_alphanumeric));
    let is_own = |rest: &str| OWN.iter().any(|word| word.as_bytes()[0] == rest.as_bytes()[0] && rest.starts_with(word));
    publication == "The Age" || starts.any(|(at, _)| is_own(&publication[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_say_of_which_country_they_are() {
        for own in ["The Age", "Toronto Star", "The Straits Times (Singapore)", "The Hamilton Spectator (Online)"] {
            assert!(may_be_own(own), "{own}");
        }
        for other in ["The Agenda", "The Spectator", "Norhaven Gazette", "The Times of India"] {
            assert!(!may_be_own(other), "{other}");
        }
    }
}
