//! Words whose halves are both words, but which nobody hyphenates: `over-⏎due`, `gun-⏎men`. A line cuts a word at its joint before it cuts
//! it elsewhere, so most articles of a page set in narrow columns have one. Words that some hyphenate and some do not (`take-off`) are not
//! listed. A hyphen followed by a space may be the author's (`pay- back`), and the list is not asked there. Written by hand.

use super::halves::{LONGEST, joined_is};
use crate::keys::{Words, words};

/// Whether the halves together are such a word, or a form of one.
pub(crate) fn is_closed(left: &str, right: &str) -> bool {
    joined_is(left, right, is_listed)
}

fn is_listed(word: &[u8]) -> bool {
    let stem = |ending: &&str| word.strip_suffix(ending.as_bytes());
    // `gate-⏎ways`, `down-⏎graded`, `out-⏎sourcing`, `over-⏎whelmingly`.
    CLOSED.get(word).is_some()
        || ["s", "es", "d", "ed", "ing", "ly", "er", "ers"]
            .iter()
            .filter_map(stem)
            .any(|stem| CLOSED.get(stem).is_some())
        || word.strip_suffix(b"ing").is_some_and(|stem| {
            let mut whole = [b'e'; LONGEST];
            whole[..stem.len()].copy_from_slice(stem);
            CLOSED.get(&whole[..=stem.len()]).is_some()
        })
}

#[rustfmt::skip]
static CLOSED: Words<()> = words!(
    4096,
    [
        "acreage", "afterward", "airbag", "aircrew", "airfare", "airfield", "airlift", "airlock", "airmail", "airplane", "airspace",
        "airspeed", "airstrike", "airstrip", "airtight", "airtime", "airwave", "airway", "amid", "amnesty", "anthem", "applicable",
        "archbishop", "armor", "ascent", "attendant", "auditor", "backbench", "backbone", "backdate", "backfire", "backhand", "backlog",
        "backpack", "backroom", "backside", "backspace", "backstage", "backstreet", "backtrack", "backward", "backyard", "bailout",
        "barbaric", "barbell", "barefoot", "barman", "barracks", "barrage", "bartender", "baseline", "battalion", "battleground",
        "beachfront", "bedside", "bedtime", "beforehand", "benchmark", "beset", "besiege", "billionaires", "birthmark", "birthplace",
        "birthright", "blackboard", "blacklist", "blackmail", "blackout", "blindfold", "bloodshed", "bloodstained", "bloodstream",
        "bloodthirsty", "blueprint", "boardroom", "boatyard", "bodyguard", "bombshell", "bondholder", "bookcase", "bookkeeper",
        "bookmaker", "bookmark", "bookseller", "bookshelf", "bookshop", "bookstore", "bottleneck", "boyfriend", "brainchild",
        "brainstorm", "brainwash", "breadwinner", "breakaway", "breakneck", "breakout", "breakwater", "breathtaking", "brickwork",
        "bridgehead", "briefcase", "broadband", "broadsheet", "brokerage", "brotherhood", "bulletin", "bullfight", "burdensome",
        "businessmen", "businesspeople", "businesswoman", "buttermilk", "buttonhole", "bylaw", "byline", "bypass", "campfire",
        "campground", "campsite", "candid", "candlelight", "candlestick", "canon", "cardboard", "carefree", "carpool", "cartwheel",
        "cashback", "cashpoint", "castaway", "cattleman", "caveat", "cellphone", "centerpiece", "centrepiece", "chairmen", "chairperson",
        "chairwoman", "checklist", "checkout", "checkpoint", "checkup", "childbirth", "childcare", "childlike", "churchgoer", "churchman",
        "churchyard", "claimant", "clamor", "clampdown", "classmate", "cleansing", "cliffhanger", "clipboard", "clockwise", "clockwork",
        "clubhouse", "coalface", "coastguard", "coastline", "combatant", "commonplace", "commonwealth", "congressmen", "congresswoman",
        "contestant", "cookbook", "copycat", "copyright", "copywriter", "cornerstone", "councilman", "councilwoman", "counselor",
        "countdown", "counteract", "counterpoint", "countryman", "countrymen", "countrywide", "coupon", "courtyard", "cowboy",
        "crackdown", "craftsman", "craftsmen", "crewman", "crewmen", "crossbar", "crossbow", "crossfire", "crossover", "crossroad",
        "crosswalk", "crossword", "crowdfund", "cupboard", "curbside", "cutback", "cutthroat", "cyberspace", "dairyman", "dampen",
        "dateline", "daybreak", "daydream", "daylight", "daytime", "deadbeat", "deadpan", "deathbed", "deckhand", "denounce", "desktop",
        "digit", "discredit", "dishwasher", "dogfight", "doghouse", "domain", "doorbell", "doorman", "doormat", "doorstep", "doorway",
        "downbeat", "downcast", "downfall", "downgrade", "downhill", "downplay", "downpour", "downright", "downside", "downsize",
        "downstream", "downtime", "dragnet", "drawback", "drawbridge", "driftwood", "dropout", "drugstore", "drumbeat", "dugout",
        "dustbin", "earmark", "earnestly", "earshot", "earthwork", "eastbound", "eggplant", "eggshell", "endgame", "evergreen", "eyelash",
        "eyelid", "eyesight", "eyesore", "eyewitness", "fairground", "fairway", "fallout", "falsehood", "fanfare", "farewell", "farmhand",
        "farmhouse", "farmland", "farmworker", "farmyard", "farther", "feedback", "ferryman", "fiberglass", "fibreglass", "fieldwork",
        "figurehead", "filmmaker", "filmmaking", "fingerprint", "fingertip", "firebrand", "firecracker", "firefight", "firehouse",
        "fireman", "firemen", "fireplace", "firepower", "fireproof", "fireside", "firestorm", "firewall", "firewood", "firework",
        "fishermen", "flagpole", "flagrant", "flashback", "flashlight", "flashpoint", "flatbed", "flatmate", "flatten", "floodgate",
        "floodlight", "floodlit", "floodwater", "floorboard", "flowerbed", "flyover", "foghorn", "foolproof", "footbridge", "foothill",
        "footnote", "footpath", "footprint", "footstep", "footwear", "forcefully", "forestall", "forgo", "formidable", "forthcoming",
        "freefall", "freehold", "freestyle", "freeway", "freewheel", "freshmen", "furor", "gamekeeper", "gameplay", "gangway",
        "gatekeeper", "gateway", "gearbox", "gentlemen", "girlfriend", "glasshouse", "goalkeeping", "goalpost", "goalscorer", "godfather",
        "godmother", "godsend", "goldfish", "goodwill", "grandchild", "granddaughter", "grandparent", "grandstand", "grapefruit",
        "grassland", "graveside", "gravestone", "greenback", "greenhouse", "groundnut", "groundsman", "groundswell", "groundwater",
        "groundwork", "guesswork", "guidebook", "gunboat", "gunfight", "gunfire", "gunman", "gunmen", "gunpoint", "gunpowder", "gunshot",
        "hailstone", "hairbrush", "haircut", "hairdresser", "hairline", "hairstyle", "hallmark", "handbag", "handball", "handbook",
        "handgun", "handlebar", "handmade", "handout", "handover", "handprint", "handrail", "handset", "handshake", "handstand",
        "handwriting", "handwritten", "hangover", "hardback", "hardball", "hasten", "hastily", "headband", "headcount", "headgear",
        "headhunter", "headland", "headlight", "headlong", "headmaster", "headphone", "headquartered", "headroom", "headscarf", "headset",
        "headstone", "headstrong", "headteacher", "headway", "headwind", "heartbreak", "heartbroken", "hearten", "heartfelt", "heartland",
        "heatstroke", "heatwave", "heavyweight", "helpline", "henceforth", "hereafter", "hereby", "hillside", "hilltop", "hitman",
        "homecoming", "homemaker", "homeowner", "homepage", "hometown", "honeymoon", "horseback", "horseman", "horsepower", "horseshoe",
        "hotbed", "hotline", "hourglass", "housekeeper", "housekeeping", "housemate", "housewife", "housework", "humankind", "icebreaker",
        "illicit", "inaccessible", "inaccurate", "inaction", "inappropriate", "inborn", "inbound", "inbuilt", "incite", "incompetent",
        "incomplete", "inconsistent", "inconvenient", "incorrect", "indebted", "indifference", "indifferent", "indiscriminate",
        "ineffective", "inefficient", "inescapable", "inexcusable", "inexpensive", "infield", "infighting", "inflow", "informant",
        "infringe", "infuse", "ingrained", "injunction", "inland", "inlet", "innermost", "inpatient", "inroad", "insecure", "insensitive",
        "inset", "inshore", "insignificant", "interceptor", "intolerance", "intolerant", "invalid", "inventor", "involuntary", "inward",
        "ironwork", "jailbreak", "jetliner", "jumpsuit", "keepsake", "keyboard", "keyhole", "keynote", "keypad", "keystone", "keyword",
        "kickback", "kingpin", "kinsman", "knockdown", "knockout", "ladybird", "lakeside", "lampshade", "landfall", "landlady",
        "landline", "landlocked", "landmine", "landowner", "lapdog", "lawbreaker", "layman", "layout", "layover", "leapfrog", "leasehold",
        "leftover", "letterbox", "letterhead", "lifebelt", "lifeblood", "lifeboat", "lifeguard", "lifelike", "lifeline", "lifelong",
        "lifesaver", "lifespan", "lighthouse", "lightweight", "limelight", "limestone", "linesman", "litany", "liturgy", "livestock",
        "livestream", "lockdown", "lockout", "lookout", "loophole", "loudspeaker", "lowland", "lunchtime", "mailbox", "mainframe",
        "mainline", "mainstay", "makeover", "makeshift", "manhandle", "manhole", "manhood", "manhunt", "mankind", "manpower",
        "manslaughter", "mastermind", "matchmaker", "meager", "mealtime", "meantime", "meltdown", "menus", "metalwork", "midday",
        "middleman", "midpoint", "midsummer", "midtown", "midway", "midweek", "midwife", "midwinter", "millstone", "mindset", "minefield",
        "moneylender", "moonlight", "motorbike", "motorboat", "motorcycle", "mountainside", "mouthpiece", "mouthwash", "namesake",
        "needlework", "newlywed", "newscast", "newsprint", "newsreader", "newsroom", "newsstand", "newsworthy", "nightfall", "nightlife",
        "northbound", "nosedive", "noteworthy", "noticeboard", "notwithstanding", "novice", "oarsman", "offbeat", "offhand", "offline",
        "offshoot", "offside", "offstage", "oilfield", "oncoming", "onlooker", "onset", "onshore", "onstage", "onward", "ordeal",
        "outage", "outbid", "outboard", "outbound", "outburst", "outcast", "outclass", "outcrop", "outcry", "outdated", "outdo",
        "outfield", "outflow", "outgrow", "outhouse", "outlast", "outlay", "outlier", "outlive", "outlying", "outmoded", "outpace",
        "outpatient", "outperform", "outperformance", "outplay", "outpost", "outpouring", "outrank", "outreach", "outrun", "outscore",
        "outsell", "outset", "outshine", "outsized", "outsmart", "outsource", "outstretched", "outstrip", "outward", "outweigh", "outwit",
        "overarching", "overbearing", "overblown", "overboard", "overcapacity", "overcast", "overcoat", "overdraft", "overdrive",
        "overdue", "overestimate", "overflow", "overgrown", "overhang", "overhead", "overhear", "overheat", "overhung", "overjoyed",
        "overlaid", "overlord", "overpaid", "overpower", "overpriced", "overran", "overrated", "overreach", "overreact", "overrule",
        "overrun", "oversaw", "overshadow", "oversized", "oversleep", "overspend", "overspent", "overstate", "overstay", "overstep",
        "overstretched", "oversupply", "overtake", "overtaken", "overthrown", "overtone", "overtook", "overuse", "overvalued", "overview",
        "overweight", "overwork", "pacemaker", "paintbrush", "paintwork", "pancake", "panhandle", "paperback", "paperwork", "parkland",
        "passageway", "password", "patchwork", "pathfinder", "pathway", "patrolman", "payback", "payday", "paymaster", "payout",
        "paywall", "peacekeeping", "peacemaker", "peacetime", "penknife", "peppercorn", "peppermint", "perjury", "pervasive",
        "pickpocket", "pickup", "piecemeal", "pigtail", "pinball", "pinpoint", "pitfall", "placeholder", "playback", "playboy",
        "playhouse", "playmaker", "plaything", "playtime", "plummet", "pocketbook", "podcast", "policemen", "policewoman", "policymaker",
        "policymaking", "ponytail", "poolside", "postcard", "postcode", "postgraduate", "postman", "postmark", "postmaster", "potash",
        "pothole", "powerboat", "powerhouse", "predictor", "priesthood", "proofread", "prospectus", "pushback", "pushover", "quayside",
        "quicksand", "racecourse", "racegoer", "racehorse", "racetrack", "raceway", "raincoat", "raindrop", "rainforest", "rainstorm",
        "rainwater", "ransack", "ratepayer", "rationale", "rearguard", "redacted", "redbrick", "redhead", "reinsure", "reinvest",
        "resistant", "restart", "restroom", "rightfully", "rigor", "ringleader", "ringside", "riverbank", "riverbed", "riverside",
        "roadblock", "roadmap", "roadshow", "roadside", "roadway", "roadworks", "rooftop", "roommate", "rosewood", "rotten", "roughshod",
        "roundabout", "rulebook", "runaway", "sadden", "sailboat", "salesmen", "salesperson", "saleswoman", "sandbag", "sandpit",
        "sandstone", "sandstorm", "saucepan", "scarcity", "schoolboy", "schoolchild", "schoolchildren", "schoolgirl", "schoolhouse",
        "schoolmaster", "schoolroom", "schoolteacher", "schoolwork", "schoolyard", "scoreboard", "scorecard", "screenplay", "screenshot",
        "screenwriter", "seabed", "seafarer", "seafront", "seaplane", "seaport", "searchlight", "seashell", "seashore", "seasick",
        "seaside", "seatbelt", "seawater", "seaweed", "serviceman", "servicemen", "sewage", "shakedown", "shamelessly", "shareholding",
        "shipbuilder", "shipbuilding", "shipowner", "shipwreck", "shoelace", "shopkeeper", "shoplifter", "shoplifting", "shoreline",
        "shortbread", "shortcut", "shortfall", "shorthand", "shortlist", "showdown", "showgirl", "showman", "showpiece", "showroom",
        "shutdown", "sideline", "sideshow", "sidestep", "sideways", "signpost", "skyline", "skyrocket", "slaughterhouse", "sleepwalk",
        "slideshow", "slippage", "slipstream", "slowdown", "smallholder", "smartphone", "smartwatch", "smokescreen", "snapshot",
        "snowball", "snowboard", "snowfall", "snowman", "snowstorm", "softball", "solicit", "someday", "sometime", "soothe", "sorely",
        "soundbite", "soundtrack", "southbound", "southpaw", "spaceman", "spearhead", "speedboat", "speedway", "spellbound", "spokesmen",
        "spokespeople", "sportsman", "sportsmen", "sportswear", "sportswoman", "sportswriter", "spotlight", "spreadsheet", "springboard",
        "springtime", "stagecoach", "stagnation", "stakeholder", "stallholder", "standpipe", "standpoint", "standstill", "starfish",
        "statehood", "statesman", "statesmen", "statewide", "steamroller", "stepbrother", "stepdaughter", "stepfather", "stepmother",
        "stepsister", "stepson", "stillbirth", "stillborn", "stockbroker", "stockholder", "stonewall", "stonework", "stopgap", "stopover",
        "stoppage", "storefront", "storehouse", "storeroom", "storyline", "storyteller", "straightaway", "streamline", "streetcar",
        "streetlight", "stronghold", "strongman", "suitor", "sunbeam", "sunburn", "sundown", "sunflower", "sunglasses", "sunlight",
        "sunlit", "sunrise", "sunroof", "sunscreen", "sunset", "sunshine", "superpower", "superstore", "superstructure", "sweatshirt",
        "sweetheart", "swimsuit", "swimwear", "switchboard", "tablecloth", "tablespoon", "tabletop", "tailback", "tailgate", "tailor",
        "tailspin", "tailwind", "takeaway", "taskmaster", "teamwork", "teapot", "teardrop", "teaspoon", "telltale", "tenfold",
        "threadbare", "throughput", "throwback", "thunderbolt", "thunderstorm", "timekeeper", "timepiece", "timescale", "timeshare",
        "tiptoe", "tirelessly", "tollbooth", "toothbrush", "topsoil", "torchlight", "touchline", "touchscreen", "townsfolk",
        "townspeople", "tradesman", "traitor", "trapdoor", "treetop", "triumphant", "troublesome", "trustworthy", "tugboat", "turnaround",
        "turncoat", "turnkey", "turnstile", "turntable", "twofold", "typewriter", "undercarriage", "underclass", "undercurrent",
        "undercut", "underdeveloped", "underdog", "underfoot", "undergrowth", "underlie", "underline", "underpaid", "underpass",
        "underperform", "underpin", "underprivileged", "underrated", "undersea", "underside", "undersigned", "understate", "undertaken",
        "undertone", "undertook", "undervalue", "underwater", "underway", "underweight", "underworld", "underwrite", "underwritten",
        "upbeat", "upbringing", "upend", "uphill", "upkeep", "upland", "uplift", "upmarket", "uppercut", "upright", "uproar", "uproot",
        "upscale", "upside", "upstage", "upstart", "upstate", "upsurge", "upswing", "uptake", "uptight", "uptown", "upturn", "upward",
        "usher", "vanguard", "videotape", "viewfinder", "voicemail", "walkabout", "walkover", "walkway", "wallpaper", "wardrobe",
        "warlord", "warplane", "washroom", "wasteland", "wastewater", "watchmaker", "watchman", "watchtower", "watercolor", "watercolour",
        "watercourse", "waterlogged", "watermark", "waterproof", "watershed", "waterside", "watertight", "waterway", "waterworks",
        "wavelength", "wayside", "wayward", "weatherman", "webcast", "webpage", "weeknight", "weightlifter", "weightlifting", "westbound",
        "wetland", "wheelbase", "whereby", "whiplash", "whistleblower", "whiteboard", "whitewash", "wholesome", "wildcat", "willpower",
        "windbreak", "windmill", "windscreen", "windshield", "windswept", "wingman", "wiretap", "withhold", "woodcut", "woodland",
        "woodwork", "wordplay", "workbench", "workday", "workhorse", "workhouse", "workman", "workmate", "workmen", "worksheet",
        "workspace", "workstation", "worldview", "wreckage", "wristband", "wristwatch", "wrongdoing", "yardstick", "yearbook",
    ]
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_and_its_forms_are_closed() {
        for (left, right) in
            [("over", "due"), ("Gun", "men"), ("gate", "ways"), ("down", "graded"), ("out", "sourcing")]
        {
            assert!(is_closed(left, right), "{left}{right}");
        }
        for (left, right) in [("long", "term"), ("take", "off"), ("", ""), ("five", "year")] {
            assert!(!is_closed(left, right), "{left}-{right}");
        }
    }
}
