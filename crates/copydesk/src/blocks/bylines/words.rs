//! The words of bylines, as data.

use crate::blocks::wordlist::List;

/// What people of the house are called in lines that may name them: `Von unserem Redaktionsmitglied Jon Hale`. In other lines these words
/// are anybody's staff.
#[rustfmt::skip]
pub(crate) static OWN: &List = &List::of(&[
    "correspondente", "medewerker", "medewerkster", "mitarbeiter", "mitarbeiterin", "redaktionsmitglied",
    "verslaggeefster", "volontär", "volontärin",
]);

/// News agencies, which may stand as an author.
#[rustfmt::skip]
pub(crate) static AGENCIES: &List = &List::of(&[
    "aap", "adnkronos", "afp", "agence france presse", "agence france-presse", "agencia efe", "agência brasil",
    "agência estado", "anadolu", "anadolu agency", "ani", "anp", "ansa", "ap", "apa", "aptn", "askanews", "associated press",
    "ats", "australian associated press", "awp", "belga", "bernama", "bloomberg", "bloomberg news", "canadian press", "cna",
    "cnn", "cnn wire", "cp", "dapd", "deutsche presse-agentur", "deutsche welle", "dhns", "dpa", "dpa-afx", "efe", "ens", "epd",
    "estadão conteúdo", "europa press", "folhapress", "ians", "interfax", "irna", "italpress", "itar-tass", "kna",
    "kuna", "kyodo", "kyodo news", "lifesitenews", "lusa", "mcot", "mct", "mena", "nan", "notimex", "ots", "pa",
    "pa media", "press association", "press trust of india", "pti", "reuters", "ria novosti", "rtr", "sapa", "sda",
    "sid", "sputnik", "tass", "telam", "the associated press", "the canadian press", "the press association",
    "thomson reuters", "tnn", "télam", "uni", "united press international", "upi", "wam", "xinhua",
    "xinhua news agency", "yonhap", "yonhap news agency",
]);

/// What people in a newsroom are: the last word of a role.
#[rustfmt::skip]
pub(crate) static ROLES: &List = &List::of(&[
    "analyst", "author", "blogger", "columnist", "columnists", "contributor", "contributors", "correspondant",
    "correspondante", "correspondent", "correspondents", "corresponsal", "critic", "critics", "editor", "editors",
    "enviado", "intern", "journalist", "journaliste", "journalists", "korrespondent", "korrespondenten",
    "korrespondentin", "overlæge", "pfarrer", "pfarrerin", "rechtsanwalt", "redacteur", "redactor", "redactora",
    "redakteur", "redakteurin", "redator", "reporter", "reporters", "repórter", "rédacteur", "speciallæge", "staff",
    "staffer", "verslaggever", "writer", "writers",
]);

/// Words that stand before such a word: ranks and desks.
#[rustfmt::skip]
pub(crate) static DESKS: &List = &List::of(&[
    "affairs", "africa", "art", "arts", "asia", "assistant", "associate", "aviation", "bureau", "business", "chief",
    "city", "consumer", "contributing", "copy", "court", "crime", "crown", "culture", "defence", "defense", "deputy",
    "digital", "diplomatic", "east", "economics", "education", "energy", "entertainment", "environment", "estate",
    "europe", "executive", "fashion", "feature", "features", "film", "finance", "financial", "food", "foreign",
    "freelance", "general", "global", "guest", "health", "home", "international", "investigation", "investigations",
    "investigative", "junior", "lead", "legal", "legislative", "lifestyle", "literary", "lobby", "local", "managing",
    "media", "medical", "metro", "middle", "national", "news", "newsroom", "night", "online", "opinion", "page",
    "parliamentary", "political", "politics", "principal", "property", "real", "religion", "royal", "rural",
    "science", "senior", "social", "special", "sport", "sports", "staff", "state", "technology", "television",
    "theater", "theatre", "transport", "travel", "tv", "video", "web", "weekend", "west", "westminster", "world",
]);

/// Words that newspapers and other houses have in their names.
#[rustfmt::skip]
pub(crate) static TITLES: &List = &List::of(&[
    "agencies", "agency", "argus", "associates", "blog", "blogs", "blogspot", "board", "broadcasting", "bulletin",
    "bureau", "center", "centre", "chronicle", "citizen", "corporation", "council", "courier", "daily", "desk",
    "digest", "dispatch", "echo", "economist", "editorial", "enquirer", "examiner", "express", "foundation",
    "gazette", "globe", "group", "guardian", "herald", "inc", "independent", "inquirer", "institute", "journal",
    "journals", "ledger", "limited", "ltd", "magazine", "mail", "media", "mercury", "mirror", "monitor",
    "nachrichten", "network", "networks", "news", "newspaper", "newspapers", "newsroom", "observer", "online",
    "outlook", "planet", "platform", "podcast", "post", "press", "presse", "project", "publications", "publishing",
    "radio", "record", "register", "report", "reporters", "reports", "republic", "republican", "review", "sentinel",
    "service", "services", "society", "spectator", "standard", "star", "sun", "syndicate", "team", "telegraph",
    "television", "ticker", "times", "today", "tribune", "tv", "union", "university", "weekly", "wire", "wires", "world",
    "zeitung",
]);

/// Small words inside a name.
#[rustfmt::skip]
pub(crate) static PARTICLES: &List = &List::of(&[
    "'t", "af", "al", "ben", "bin", "bint", "da", "dal", "das", "de", "degli", "del", "della", "den", "der", "des",
    "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "les", "lo", "los", "op", "ten", "ter", "ul", "ur",
    "van", "vom", "von", "zu", "zum", "zur",
]);

/// What may follow a name: a generation, a degree.
#[rustfmt::skip]
pub(crate) static SUFFIXES: &List = &List::of(&[
    "bsc", "cbe", "dds", "do", "dvm", "esq", "frcp", "ii", "iii", "iv", "jd", "jr", "ma", "mba", "mbe", "md", "mep",
    "mp", "msc", "obe", "phd", "psyd", "rn", "sr",
]);

/// Words that make a line the credit of a picture.
#[rustfmt::skip]
pub(crate) static PICTURES: &List = &List::of(&[
    "alamy", "corbis", "depositphotos", "dreamstime", "epa", "file", "filmmagic", "flickr", "getty", "handout",
    "image", "images", "istock", "istockphoto", "pexels", "photo", "photos", "picture", "pictures", "pixabay", "rex",
    "shutterstock", "splash", "thinkstock", "unsplash", "wikimedia", "wireimage", "zuma",
]);

/// Words that no name is made of, although a sentence or a title may write them with a capital.
#[rustfmt::skip]
pub(crate) static PLAIN: &List = &List::of(&[
    "a", "about", "above", "according", "advertisement", "after", "again", "all", "also", "always", "amid", "among",
    "an", "analysis", "and", "another", "any", "anyone", "anything", "are", "article", "as", "at", "authority",
    "back", "because", "before", "being", "below", "best", "better", "between", "big", "both", "breaking", "but",
    "by", "candlelight", "click", "coincidence", "comment", "commentary", "comments", "common", "comparison",
    "contrast", "dawn", "day", "daylight", "december", "default", "definition", "degrees", "demand", "design",
    "dienstag", "dimanche", "donnerstag", "each", "early", "either", "election", "end", "entering", "even", "every",
    "everyone", "everything", "far", "february", "fiat", "find", "first", "follow", "for", "force", "freitag",
    "friday", "from", "getting", "getty", "good", "great", "guest", "had", "half", "has", "having", "he", "hearing",
    "heart", "her", "here", "high", "his", "how", "however", "if", "image", "images", "in", "invitation", "is", "it",
    "its", "january", "jeudi", "jueves", "just", "keeping", "land", "last", "late", "law", "letting", "looking",
    "lot", "luck", "lundi", "lunes", "mail", "making", "many", "march", "mardi", "martes", "means", "mercredi",
    "midday", "midnight", "mistake", "mittwoch", "monday", "montag", "moonlight", "more", "morning", "most", "my",
    "nature", "near", "new", "next", "nightfall", "no", "noon", "not", "nothing", "november", "now", "number",
    "numbers", "october", "of", "old", "on", "one", "only", "opinion", "or", "order", "other", "our", "out", "over",
    "own", "photo", "photograph", "photographs", "photos", "picture", "popular", "posted", "public", "published",
    "read", "reading", "reason", "refusing", "request", "royal", "samedi", "samstag", "saturday", "sea", "send",
    "september", "share", "she", "since", "so", "some", "someone", "sonntag", "story", "subscribe", "such", "sunday",
    "sunrise", "sunset", "taking", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "three", "thursday", "time", "to", "today", "tomorrow", "tonight", "tuesday", "two", "unanimous",
    "under", "until", "up", "updated", "using", "vendredi", "video", "viernes", "virtue", "voice", "vote", "was",
    "way", "we", "wednesday", "weekend", "were", "what", "when", "where", "which", "while", "who", "why", "with",
    "within", "without", "year", "yesterday", "you", "your",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::wordlist::is_in_order;

    #[test]
    fn the_lists_are_in_order() {
        for list in [OWN, AGENCIES, ROLES, DESKS, TITLES, PARTICLES, SUFFIXES, PICTURES, PLAIN] {
            assert!(is_in_order(list.words()));
        }
    }
}
