//! Decides what each name is, from what the document says about it.

use super::gazetteer::{COUNTRIES, Kind, Name, Sense};
use super::larger::Part;
use super::mentions::{Evidence, Mention};

/// One thing that a name can be is meant, and not another, if the document speaks of it so many times more.
const CLEAR: u32 = 3;

/// What a name is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    /// `None` where it cannot be told.
    pub(super) kind: Option<Kind>,
    /// Empty where there is none, or it cannot be told.
    pub(super) code: &'static str,
    /// What the place is called in English.
    pub(super) name: &'static str,
}

impl Verdict {
    fn of(name: Name, kind: Option<Kind>, code: &'static str) -> Self {
        Self { kind, code, name: name.canonical() }
    }
}

/// What a document speaks of: how often each country and its people, and how often places in it.
pub(super) struct Spoken {
    countries: [u32; COUNTRIES],
    places: [u32; COUNTRIES],
    /// The names that some person in the document has, by their ids, in order.
    persons: Vec<usize>,
}

impl Spoken {
    pub(super) fn of(mentions: &[Mention]) -> Self {
        let mut spoken = Self { countries: [0; COUNTRIES], places: [0; COUNTRIES], persons: Vec::new() };
        for mention in mentions {
            let name = mention.name;
            if mention.part == Part::Other {
                spoken.persons.push(name.id());
            } else if mention.part == Part::None
                && !(name.is_persons() || name.is_word() || name.is_doubted())
                && let Some(sense) = name.usual()
                && let Some(country) = sense.country()
                && namesake(mentions, mention).is_none()
            {
                match sense.kind {
                    Kind::Country | Kind::Demonym => spoken.countries[country] += 1,
                    Kind::Region | Kind::City => spoken.places[country] += 1,
                }
            }
        }
        spoken.persons.sort_unstable();
        spoken.persons.dedup();
        spoken
    }

    fn is_person(&self, name: Name) -> bool {
        self.persons.binary_search(&name.id()).is_ok()
    }

    /// Whether it speaks of the country of something that the name can be.
    fn knows(&self, name: Name) -> bool {
        name.senses()
            .filter_map(|sense| sense.country())
            .any(|country| self.countries[country] + self.places[country] > 0)
    }

    /// How often it speaks of a place and what lies around it.
    fn weight(&self, sense: &Sense) -> u32 {
        // Other states speak for a state, and not that the country is spoken of.
        let is_state = sense.code.len() > 2;
        let weight = |country: usize| {
            if is_state { self.places[country] } else { 2 * self.places[country] + self.countries[country] }
        };
        sense.supporters().map(weight).sum()
    }
}

/// What the mention is; `None` if it is no place.
pub(super) fn decide(mentions: &[Mention], mention: &Mention, spoken: &Spoken) -> Option<Verdict> {
    let name = mention.name;
    let within = mention.within.map(|within| &mentions[within]);
    if mention.part == Part::Other {
        return None;
    }
    if let Some(code) = namesake(mentions, mention) {
        return Some(Verdict { kind: Some(Kind::City), code, name: name.text() });
    }
    let lies_within = within.is_some_and(|within| shares_country(name, within.name));
    let is_certain = lies_within || mention.evidence == Evidence::Certain;
    let is_known = || spoken.knows(name);
    let stands = if name.is_doubted() {
        mention.part == Part::None
            && (is_certain || mention.evidence == Evidence::Where && !name.is_persons() && is_known())
    } else if name.is_persons() {
        match mention.evidence {
            _ if lies_within => true,
            Evidence::Certain | Evidence::Where => true,
            // A country is spoken of with its people: an article that has both has a person only by the way.
            _ if spoken.is_person(name) => is_known() && name.is_only(Kind::Country),
            Evidence::Name => true,
            Evidence::Capital => is_known(),
        }
    } else {
        !name.is_word() || mention.evidence > Evidence::Capital || is_known()
    };
    stands.then(|| verdict(mentions, mention, spoken))
}

/// Whether something that the one can be lies in the country of something that the other can be.
fn shares_country(name: Name, other: Name) -> bool {
    name.senses().any(|sense| {
        sense.kind == Kind::City
            && other.senses().any(|other| {
                matches!(other.kind, Kind::Country | Kind::Region)
                    && other.country().is_some()
                    && other.country() == sense.country()
            })
    })
}

/// The country of a town that is called like another country, by the state or province behind it: `Lebanon, Pa.` Where the state is written
/// out, it must be plain that this is no list, as in `sold to Mexico, Texas and Ohio`.
fn namesake(mentions: &[Mention], mention: &Mention) -> Option<&'static str> {
    let state = &mentions[mention.within?];
    let name = mention.name;
    let code = state.name.usual().filter(is_state_or_province)?.code.get(..2)?;
    let is_abroad = name.is_only(Kind::Country) && name.usual().is_some_and(|usual| usual.code != code);
    let is_sure = || {
        let is_list = mention.beside.is_some() || is_listed(mentions, mention);
        state.name.is_short() || mention.evidence >= Evidence::Where && state.is_closed && !is_list
    };
    (is_abroad && is_sure()).then_some(code)
}

/// Whether what stands behind the mention is followed by another place in a list.
fn is_listed(mentions: &[Mention], mention: &Mention) -> bool {
    let next = mention.within.and_then(|within| mentions.get(within + 1));
    next.is_some_and(|next| next.beside == mention.within)
}

fn is_state_or_province(sense: &Sense) -> bool {
    sense.kind == Kind::Region && matches!(sense.code.get(..3), Some("US-" | "CA-"))
}

fn verdict(mentions: &[Mention], mention: &Mention, spoken: &Spoken) -> Verdict {
    let name = mention.name;
    let is = |sense: Sense| Verdict::of(name, Some(sense.kind), sense.code);
    if let Some(sense) = mention.city.and_then(|city| around_city(&mentions[city], name)) {
        return is(sense);
    }
    if let Some(within) = mention.within.map(|within| mentions[within].name)
        && let Some(verdict) = city_within(name, within, spoken)
        && !(verdict.code.is_empty() && is_listed(mentions, mention))
        && !(name.is_only(Kind::Region) && is_of_regions(mentions, mention))
    {
        return verdict;
    }
    if let Some(code) = abroad_within(mentions, mention) {
        return Verdict::of(name, Some(Kind::City), code);
    }
    // `Oregon and Washington`
    let is_state = |sense: &Sense| sense.kind == Kind::Region && sense.code.starts_with("US-");
    if mention.beside.is_some_and(|beside| mentions[beside].name.usual().is_some_and(|usual| is_state(&usual)))
        && let Some(state) = name.senses().find(is_state)
    {
        return is(state);
    }
    if let Some(sense) = mention.kind.and_then(|kind| name.senses().find(|sense| sense.kind == kind)) {
        return is(sense);
    }
    name.usual().or_else(|| spoken_of(name, spoken)).map_or_else(|| undecided(name), is)
}

/// Of a region or country after a city and a comma, the one that the city lies in.
fn around_city(city: &Mention, name: Name) -> Option<Sense> {
    let lies_in = |sense: &Sense| {
        let mut cities = city.name.senses().filter(|city| city.kind == Kind::City);
        sense.country().is_some() && cities.any(|city| city.country() == sense.country())
    };
    let mut senses = name.senses();
    senses.next().and(senses.next())?;
    // `Kiev, Kyiv and Kharkiv`: a city of that name, and not the region around it; but `Seattle, Washington`.
    if name.usual().is_some_and(|usual| usual.kind == Kind::City)
        && name.senses().all(|sense| !sense.code.starts_with("US-"))
    {
        return None;
    }
    name.senses().find(|sense| matches!(sense.kind, Kind::Country | Kind::Region) && lies_in(sense))
}

/// A city with its region or country after it: the one that lies there, though it may not be the one that is usually meant.
fn city_within(name: Name, within: Name, spoken: &Spoken) -> Option<Verdict> {
    let region = within
        .senses()
        .find(|sense| matches!(sense.kind, Kind::Country | Kind::Region) && sense.country().is_some())?;
    let mut cities = name.senses().filter(|sense| sense.kind == Kind::City).peekable();
    // A province is no town of another country, but a town may have its name: `Hidalgo, Texas`. Ontario and Michigan may be a list.
    let is_far = || name.is_only(Kind::Region) && !name.senses().any(|sense| is_state_or_province(&sense));
    if cities.peek().is_none() && !is_far() {
        return None;
    }
    if let Some(city) = cities.find(|city| within.senses().any(|region| region.country() == city.country())) {
        return Some(Verdict::of(name, Some(Kind::City), city.code));
    }
    // `New Brunswick, Nova Scotia and …`: provinces in a list.
    let province = name.senses().find(|sense| is_state_or_province(sense) && sense.country() == region.country());
    if let Some(province) = province {
        return Some(Verdict::of(name, Some(Kind::Region), province.code));
    }
    // `Paris, Texas`; but `in Paris, Germany and Spain` is a list.
    if region.kind == Kind::Region && matches!(&region.code[..2], "US" | "CA") {
        return Some(Verdict::of(name, Some(Kind::City), &region.code[..2]));
    }
    // `Athens, Georgia`: the state, or the country in a list; where that cannot be told, nor can it be told which Athens.
    let state = within.senses().find(is_state_or_province).filter(|_| within.usual().is_none())?;
    let code = match spoken_of(within, spoken) {
        Some(meant) if meant.code != state.code => return None,
        Some(_) => &state.code[..2],
        None => "",
    };
    Some(Verdict::of(name, Some(Kind::City), code))
}

/// Whether a region stands in a list of them: `Catalonia, Quebec and Scotland`.
fn is_of_regions(mentions: &[Mention], mention: &Mention) -> bool {
    mention.beside.is_some() || is_listed(mentions, mention)
}

/// The country of a city whose namesakes that are known lie abroad, by the region behind it: `Perth, Scotland`, where this is no list.
fn abroad_within(mentions: &[Mention], mention: &Mention) -> Option<&'static str> {
    let state = &mentions[mention.within?];
    let region = state.name.usual().filter(|usual| usual.kind == Kind::Region && usual.code.len() > 2)?;
    let is_abroad = mention.name.is_only(Kind::City) && !shares_country(mention.name, state.name);
    let is_list = mention.beside.is_some() || is_listed(mentions, mention);
    (is_abroad && state.is_closed && !is_list).then_some(&region.code[..2])
}

/// Of several, the one that the document speaks of otherwise.
fn spoken_of(name: Name, spoken: &Spoken) -> Option<Sense> {
    let (mut best, mut weight, mut others) = (None, 0, 0);
    for sense in name.senses() {
        let own = spoken.weight(&sense);
        if own > weight {
            others = others.max(weight);
            (best, weight) = (Some(sense), own);
        } else {
            others = others.max(own);
        }
    }
    best.filter(|_| weight >= CLEAR * others)
}

/// What all that the name can be have in common.
fn undecided(name: Name) -> Verdict {
    let Some(first) = name.senses().next() else { return Verdict::of(name, None, "") };
    let same_kind = name.senses().all(|sense| sense.kind == first.kind);
    let same_country = first.country().is_some() && name.senses().all(|sense| sense.country() == first.country());
    Verdict::of(name, same_kind.then_some(first.kind), if same_country { &first.code[..2] } else { "" })
}
