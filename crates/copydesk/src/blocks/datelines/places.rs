//! Places in datelines: the larger towns of the world as newspapers write them, and what may follow a town's name.
//!
//! The towns are the capitals, those that agency style books let stand alone, and the seats of newspapers that put a colon or nothing after
//! them. A gazetteer would find more towns, and more errors, because many family names are villages too.

use crate::blocks::wordlist::List;

/// Towns that may stand alone.
#[rustfmt::skip]
pub(crate) static TOWNS: &List = &List::of(&[
    "aachen", "abbottabad", "aberdeen", "abidjan", "abu dhabi", "abuja", "acapulco", "accra", "addis ababa",
    "adelaide", "aden", "agartala", "agra", "ahmedabad", "aizawl", "ajmer", "albany", "albuquerque", "aleppo",
    "alexandria", "alger", "algiers", "aligarh", "allahabad", "almaty", "amman", "amritsar", "amsterdam", "anchorage",
    "ankara", "annapolis", "antwerp", "arlington", "arusha", "ashgabat", "asmara", "astana", "asuncion", "asunción",
    "athen", "athens", "atlanta", "atlantic city", "auckland", "aurangabad", "austin", "bagdad", "baghdad", "baku",
    "bali", "baltimore", "bamako", "bandung", "bangalore", "bangkok", "bangui", "banjul", "barcelona", "bareilly",
    "basel", "basra", "baton rouge", "beijing", "beirut", "belfast", "belgrade", "belo horizonte", "bengaluru",
    "benghazi", "berkeley", "berlim", "berlin", "berlín", "bern", "bhopal", "bhubaneswar", "bilbao", "birmingham",
    "bishkek", "bissau", "bloemfontein", "bogota", "bogotá", "boise", "bologna", "bonn", "bordeaux", "boston",
    "brasilia", "brasília", "bratislava", "brazzaville", "bremen", "bridgetown", "brighton", "brisbane", "bristol",
    "bruselas", "brussel", "brussels", "bruxelas", "bruxelles", "brüssel", "bucharest", "budapest", "buenos aires",
    "buffalo", "bujumbura", "bulawayo", "cairo", "calcutta", "calgary", "cali", "cambridge", "canberra",
    "cape canaveral", "cape town", "caracas", "cardiff", "casablanca", "chandigarh", "changsha", "charleston",
    "charlotte", "chengdu", "chennai", "chicago", "chisinau", "chittagong", "chișinău", "chongqing", "christchurch",
    "cincinnati", "ciudad de méxico", "ciudad juárez", "cleveland", "coimbatore", "cologne", "colombo", "columbus",
    "conakry", "copenhagen", "cotonou", "cox's bazar", "curitiba", "cuttack", "dakar", "dalian", "dallas", "damascus",
    "dar es salaam", "darwin", "davos", "dehradun", "delhi", "den haag", "denver", "des moines", "detroit", "dhaka",
    "dharamsala", "dili", "diyarbakir", "djibouti", "dodoma", "doha", "donetsk", "dortmund", "dresden", "dubai",
    "dublin", "dundee", "durban", "dushanbe", "düsseldorf", "east jerusalem", "edinburgh", "edmonton", "eindhoven", "el paso", "erbil",
    "essen", "estocolmo", "faridabad", "florence", "fort worth", "fortaleza", "frankfurt", "frankfurt am main",
    "freetown", "fresno", "fukuoka", "gaborone", "galway", "gatineau", "gaza", "gaza city", "gaza strip", "gdansk", "geneva",
    "genf", "genoa", "genève", "ghaziabad", "ginebra", "glasgow", "gothenburg", "graz", "groningen", "guadalajara",
    "guangzhou", "guatemala city", "gurgaon", "gurugram", "guwahati", "gwalior", "haifa", "halifax", "hamburg",
    "hangzhou", "hannover", "hanoi", "hanover", "harare", "harbin", "harrisburg", "hartford", "havana", "hebron",
    "helsinki", "heraklion", "hiroshima", "ho chi minh city", "hong kong", "honolulu", "houston", "hubballi",
    "hyderabad", "idlib", "imphal", "indianapolis", "indore", "innsbruck", "ipoh", "irbil", "islamabad", "istanbul",
    "itanagar", "jabalpur", "jackson", "jaipur", "jakarta", "jalandhar", "jammu", "jamshedpur", "jeddah", "jerusalem",
    "jerusalén", "jodhpur", "johannesburg", "johor baru", "juba", "kabul", "kairo", "kampala", "kandahar", "kano",
    "kanpur", "kansas city", "karachi", "karlsruhe", "kathmandu", "kharkiv", "khartoum", "kherson", "kiel", "kiev",
    "kigali", "kingston", "kinshasa", "kobe", "kochi", "kohima", "kolkata", "kota", "kota kinabalu", "kozhikode",
    "krakow", "kraków", "kuala lumpur", "kuching", "kunming", "kuwait city", "kyiv", "kyoto", "köln", "la paz",
    "lagos", "lahore", "las vegas", "lausanne", "leeds", "leicester", "leipzig", "leuven", "lhasa", "lille",
    "lilongwe", "lima", "lindi", "linz", "lisboa", "lisbon", "liverpool", "ljubljana", "lome", "lomé", "london",
    "londres", "los angeles", "louisville", "luanda", "lucknow", "ludhiana", "lusaka", "luxembourg", "luzern", "lviv",
    "lyon", "macau", "madison", "madrid", "madurai", "male", "malé", "managua", "manama", "manaus", "manchester",
    "mangaluru", "manila", "maputo", "mariupol", "marrakech", "marseille", "maseru", "mathura", "mbabane", "mecca",
    "meerut", "melbourne", "memphis", "mexico city", "miami", "milan", "milwaukee", "minneapolis", "minsk",
    "mogadishu", "mombasa", "monaco", "monrovia", "monterrey", "montevideo", "montpellier", "montreal", "montréal",
    "moscou", "moscow", "moscú", "moskau", "mosul", "mumbai", "munich", "muscat", "muzaffarnagar", "mwanza", "mysuru",
    "mzuzu", "münchen", "n'djamena", "nagpur", "nairobi", "nanjing", "nantes", "naples", "nashik", "nashville",
    "nassau", "naypyidaw", "ndola", "new delhi", "new orleans", "new york", "newcastle", "niamey", "nice", "nicosia",
    "noida", "nottingham", "nouakchott", "nova york", "novosibirsk", "nueva york", "nur-sultan", "nuremberg",
    "nürnberg", "odesa", "odessa", "oklahoma city", "omaha", "orlando", "osaka", "oslo", "ottawa", "ouagadougou",
    "oxford", "pago pago", "palm beach", "palo alto", "panaji", "panama city", "paramaribo", "paris", "patiala",
    "patna", "peking", "pekín", "penang", "pequim", "perth", "peshawar", "philadelphia", "phnom penh", "phoenix",
    "pittsburgh", "podgorica", "port elizabeth", "port harcourt", "port louis", "port moresby", "port of spain",
    "port-au-prince", "portland", "porto", "porto alegre", "prague", "prayagraj", "pretoria", "pristina",
    "puducherry", "pune", "putrajaya", "pyongyang", "pékin", "quetta", "quito", "québec", "rabat", "raipur", "rajkot",
    "raleigh", "ramallah", "ranchi", "rawalpindi", "recife", "reykjavik", "richmond", "riga", "rio", "rio de janeiro",
    "riyadh", "rom", "roma", "rome", "rotterdam", "sacramento", "saint petersburg", "salt lake city", "salvador",
    "salzburg", "san antonio", "san diego", "san francisco", "san jose", "san josé", "san juan", "san salvador",
    "sanaa", "santa ana", "santa fe", "santiago", "santo domingo", "sao paulo", "sapporo", "sarajevo", "savannah",
    "seattle", "sendai", "seoul", "sevilla", "seville", "shanghai", "sharjah", "sharm el-sheikh", "sheffield",
    "shenyang", "shenzhen", "sherbrooke", "shillong", "shimla", "siliguri", "singapore", "skopje", "sochi", "sofia", "southampton",
    "srinagar", "st louis", "st paul", "st petersburg", "stockholm", "strasbourg", "stuttgart", "surabaya", "surat",
    "suva", "suzhou", "sydney", "são paulo", "tabriz", "taipei", "tallahassee", "tallinn", "tampa", "tangier",
    "tashkent", "tbilisi", "tegucigalpa", "tehran", "tel aviv", "the hague", "thessaloniki", "thimphu",
    "thiruvananthapuram", "tianjin", "tijuana", "tirana", "tokio", "tokyo", "topeka", "toronto", "toulouse",
    "trenton", "trichy", "tripoli", "tucson", "tunis", "turin", "tóquio", "udaipur", "udupi", "ulaanbaatar",
    "ulan bator", "united nations", "utrecht", "vadodara", "valencia", "valletta", "vancouver", "varanasi",
    "varsovia", "vatican city", "venice", "viena", "vienna", "vientiane", "vijayawada", "vilnius", "visakhapatnam",
    "vladivostok", "warsaw", "washington", "washington dc", "wellington", "west jerusalem", "west palm beach", "wien", "windhoek",
    "winnipeg", "wuhan", "xi'an", "xian", "yangon", "yaounde", "yaoundé", "yekaterinburg", "yerevan", "yokohama",
    "zagreb", "zamboanga", "zanzibar", "zaporizhzhia", "zaragoza", "zurich", "zürich",
]);

/// Towns whose names in their own language are family names too (`Toledo`, `Siena`), or that are known only in their own country. They
/// count in capitals where a dateline may be.
#[rustfmt::skip]
pub(crate) static NATIVE: &List = &List::of(&[
    "a coruña", "aalst", "aarau", "agrigento", "albacete", "alicante", "almere", "almería", "amersfoort", "amiens",
    "ancona", "angers", "antofagasta", "antwerpen", "aosta", "apeldoorn", "aracaju", "arequipa", "arezzo", "arnhem",
    "assen", "augsburg", "aveiro", "avellino", "avignon", "badajoz", "bahía blanca", "bari", "barranquilla",
    "belém", "bergamo", "besançon", "biel", "bielefeld", "bochum", "bolzano", "braga", "breda",
    "bregenz", "brescia", "brest", "brugge", "bucaramanga", "burgos", "caen", "cagliari", "campinas",
    "campo grande", "cancún", "cartagena", "caserta", "castellón", "catania", "catanzaro", "ceuta", "charleroi",
    "chemnitz", "chihuahua", "chilpancingo", "chur", "ciudad del este", "cochabamba", "coimbra",
    "concepción", "corrientes", "cosenza", "cremona", "cuenca", "cuernavaca", "cuiabá", "culiacán", "cusco",
    "cáceres", "cádiz", "córdoba", "dijon", "duisburg", "durango", "eisenstadt", "elche", "enschede", "erfurt",
    "ferrara", "firenze", "florianópolis", "foggia", "frauenfeld", "freiburg", "genk", "genova", "gent",
    "gijón", "girona", "goiânia", "grenoble", "grosseto", "guayaquil", "haarlem", "halle", "hasselt",
    "heidelberg", "hermosillo", "huelva", "jaén", "jena", "joão pessoa", "kassel", "klagenfurt", "koblenz",
    "kortrijk", "la plata", "la spezia", "las palmas", "lecce", "leeuwarden", "leiria", "león", "limoges",
    "livorno", "liège", "lleida", "logroño", "londrina", "lorca", "lucca", "lugo", "lübeck", "maastricht", "macapá",
    "maceió", "magdeburg", "mainz", "mannheim", "mantova", "mar del plata", "maracaibo", "matera", "mechelen",
    "medellín", "melilla", "mendoza", "messina", "metz", "milano", "modena", "mons", "morelia", "murcia", "málaga",
    "mérida", "münster", "namur", "nancy", "napoli", "neuquén", "nijmegen", "nuoro", "nîmes", "oaxaca",
    "olbia", "oldenburg", "oostende", "orléans", "osnabrück", "ourense", "oviedo", "padova", "palermo", "palma",
    "pamplona", "parma", "pavia", "perpignan", "perugia", "pescara", "piacenza", "pisa", "pistoia",
    "poitiers", "pontevedra", "porto velho", "posadas", "potenza", "potsdam", "puebla", "querétaro", "ragusa",
    "ravenna", "regensburg", "reggio calabria", "reggio emilia", "rennes", "ribeirão preto", "rimini", "roeselare",
    "rosario", "rostock", "rouen", "saarbrücken", "salamanca", "salerno", "salta", "saltillo", "san sebastián",
    "santa cruz", "santander", "santos", "sassari", "savona", "schaffhausen", "segovia", "setúbal", "siena",
    "siracusa", "solothurn", "soria", "são luís", "tampico", "taranto", "tarragona", "temuco", "teresina", "teruel",
    "thun", "tilburg", "toledo", "toluca", "torino", "torreón", "toulon", "trapani", "trento", "treviso", "trier",
    "trieste", "trujillo", "tucumán", "udine", "ulm", "valladolid", "valparaíso", "varese", "venezia", "veracruz",
    "verona", "vicenza", "vigo", "villach", "villahermosa", "viseu", "viterbo", "wiesbaden",
    "winterthur", "würzburg", "xalapa", "zaandam", "zacatecas", "zamora", "zwolle", "ávila", "évora",
]);

/// Countries, states and provinces, whole and cut short.
#[rustfmt::skip]
pub(crate) static REGIONS: &List = &List::of(&[
    "ab", "afghanistan", "ak", "al", "ala", "alabama", "alaska", "albania", "alberta", "algeria", "alta", "andorra",
    "angola", "ar", "argentina", "ariz", "arizona", "ark", "arkansas", "armenia", "australia", "austria", "az",
    "azerbaijan", "bahamas", "bahrain", "bangladesh", "barbados", "bc", "belarus", "belgium", "belize", "benin",
    "bhutan", "bolivia", "bosnia", "bosnia and herzegovina", "bosnia-herzegovina", "botswana", "brasil", "brazil",
    "british columbia", "brunei", "bulgaria", "burkina faso", "burma", "burundi", "ca", "calif", "california",
    "cambodia", "cameroon", "canada", "central african republic", "chad", "chile", "china", "co", "colo", "colombia",
    "colorado", "congo", "conn", "connecticut", "costa rica", "croatia", "ct", "cuba", "cyprus", "czech republic",
    "czechia", "dc", "de", "del", "delaware", "democratic republic of congo", "denmark", "deutschland", "djibouti",
    "dominican republic", "drc", "east timor", "ecuador", "egypt", "el salvador", "england", "eritrea", "españa",
    "estonia", "eswatini", "ethiopia", "fiji", "finland", "fl", "fla", "florida", "france", "ga", "gabon", "gambia",
    "gaza", "gaza strip", "georgia", "germany", "ghana", "greece", "guam", "guatemala", "guinea", "guinea-bissau",
    "guyana", "haiti", "hawaii", "hi", "honduras", "hungary", "ia", "iceland", "id", "idaho", "il", "ill", "illinois",
    "in", "ind", "india", "indiana", "indonesia", "iowa", "iran", "iraq", "ireland", "israel", "italy", "ivory coast",
    "jamaica", "japan", "jordan", "kan", "kansas", "kashmir", "kazakhstan", "kentucky", "kenya", "kosovo", "ks",
    "kuwait", "ky", "kyrgyzstan", "la", "laos", "latvia", "lebanon", "lesotho", "liberia", "libya", "liechtenstein",
    "lithuania", "louisiana", "luxembourg", "ma", "macedonia", "madagascar", "maine", "malawi", "malaysia",
    "maldives", "mali", "malta", "man", "manitoba", "maryland", "mass", "massachusetts", "mauritania", "mauritius",
    "mb", "md", "me", "mexico", "mi", "mich", "michigan", "minn", "minnesota", "miss", "mississippi", "missouri",
    "mn", "mo", "moldova", "mongolia", "mont", "montana", "montenegro", "morocco", "mozambique", "ms", "mt",
    "myanmar", "méxico", "namibia", "nb", "nc", "nd", "ne", "neb", "nebraska", "nepal", "netherlands", "nev",
    "nevada", "new brunswick", "new hampshire", "new jersey", "new mexico", "new south wales", "new york",
    "new zealand", "newfoundland", "nh", "nicaragua", "niger", "nigeria", "nj", "nl", "nm", "north carolina",
    "north dakota", "north korea", "north macedonia", "northern ireland", "norway", "nova scotia", "ns", "nsw",
    "nunavut", "nv", "ny", "occupied east jerusalem", "occupied west bank", "oh", "ohio", "ok", "okla", "oklahoma", "oman", "on", "ont",
    "ontario", "or", "ore", "oregon", "pa", "pakistan", "palestine", "panama", "papua new guinea", "paraguay", "pei",
    "pennsylvania", "peru", "philippines", "poland", "portugal", "pr", "prince edward island", "puerto rico", "qatar",
    "qc", "que", "quebec", "queensland", "rhode island", "ri", "romania", "russia", "rwanda", "sask", "saskatchewan",
    "saudi arabia", "sc", "scotland", "sd", "senegal", "serbia", "sierra leone", "sk", "slovakia", "slovenia",
    "somalia", "south africa", "south australia", "south carolina", "south dakota", "south korea", "south sudan",
    "spain", "sri lanka", "sudan", "suriname", "sweden", "switzerland", "syria", "taiwan", "tajikistan", "tanzania",
    "tasmania", "tenn", "tennessee", "texas", "thailand", "the gambia", "the netherlands", "tn", "togo", "tunisia",
    "turkey", "turkmenistan", "tx", "türkiye", "uae", "uganda", "uk", "ukraine", "united arab emirates",
    "united kingdom", "united states", "uruguay", "us", "usa", "ut", "utah", "uzbekistan", "va", "vatican",
    "venezuela", "vermont", "victoria", "vietnam", "virginia", "vt", "w va", "wa", "wales", "wash", "washington",
    "west bank", "west virginia", "western australia", "wi", "wis", "wisconsin", "wv", "wy", "wyo", "wyoming",
    "yemen", "yukon", "zambia", "zimbabwe",
]);

/// Words in capitals that stand before a dash and are no place: labels, acronyms.
#[rustfmt::skip]
pub(crate) static LABELS: &List = &List::of(&[
    "above", "abstract", "aids", "alerta", "analyse", "analysis", "and", "announcement", "answer", "answers",
    "análise", "april", "aquarius", "aries", "article", "asap", "atenção", "athletics", "attention", "august",
    "aviso", "background", "badminton", "baseball", "basketball", "below", "bitcoin", "bomba", "bonus", "bowls",
    "boxing", "breaking", "bulletin", "but", "cancer", "capricorn", "caption", "claim", "clarification", "column",
    "comment", "commentary", "conclusion", "confirmed", "context", "correction", "corrupção", "covid", "covid-19",
    "credit", "cricket", "cycling", "darts", "december", "details", "developing", "disclaimer", "disclosure",
    "editor", "editorial", "eilmeldung", "espn", "essay", "exclusif", "exclusive", "exclusivo", "explained",
    "exposed", "fact", "facts", "fake", "false", "feature", "february", "fifa", "file", "final", "finally", "first",
    "flashback", "football", "friday", "gemini", "golf", "graphic", "gymnastics", "handball", "headline", "here",
    "hockey", "hora", "horoscope", "horoscopes", "how", "icymi", "image", "impeachment", "important", "insider",
    "interview", "introduction", "isil", "isis", "january", "july", "june", "just", "kommentar", "leaked", "left",
    "letter", "lgbt", "lgbtq", "libra", "listen", "live", "maga", "methods", "monday", "more", "must", "nasa", "nato",
    "netball", "new", "news", "noaa", "note", "notice", "notícia", "november", "obituary", "october", "opec",
    "opinion", "opinião", "overview", "person", "photo", "photos", "picture", "pictured", "pictures", "pisces",
    "podcast", "poll", "potus", "preview", "proof", "question", "questions", "quote", "racing", "rare", "recipe",
    "related", "report", "reported", "reporter", "result", "results", "revealed", "review", "right", "rowing",
    "rumor", "sagittarius", "sailing", "saturday", "scandal", "scorpio", "second", "september", "shock", "shocking",
    "skiing", "snooker", "soccer", "softball", "source", "special", "spoiler", "spoilers", "sponsored", "sport",
    "sports", "squash", "story", "summary", "sunday", "swimming", "synopsis", "taurus", "teaser", "tennis", "that",
    "the", "then", "there", "third", "this", "thursday", "today", "tonight", "transcript", "true", "truth", "tuesday",
    "uefa", "unbelievable", "unesco", "unicef", "update", "updated", "urgent", "urgente", "usda", "verdict", "video",
    "videos", "vidéo", "viral", "virgo", "volleyball", "vídeo", "wait", "warning", "watch", "weather", "wednesday",
    "what", "when", "where", "who", "why", "wow", "wrestling", "yes", "yesterday", "última", "último",
]);

/// Words that a town of several words begins with.
#[rustfmt::skip]
pub(crate) static HEADS: &List = &List::of(&[
    "cape", "east", "el", "fort", "grand", "lake", "las", "los", "mount", "mt", "new", "north", "port", "rio",
    "saint", "san", "santa", "santo", "south", "st", "ste", "são", "west",
]);

/// Words that a town of several words ends with.
#[rustfmt::skip]
pub(crate) static TAILS: &List = &List::of(&[
    "bay", "beach", "city", "county", "creek", "falls", "forest", "grove", "harbor", "harbour", "heights", "hill",
    "hills", "island", "islands", "junction", "lake", "mountain", "park", "point", "rapids", "ridge", "river", "rock",
    "springs", "town", "township", "valley", "village",
]);

/// The states of Mexico, whole and as its papers shorten them.
#[rustfmt::skip]
pub(crate) static STATES: &List = &List::of(&[
    "ags", "aguascalientes", "baja california", "baja california sur", "bc", "bcs", "camp", "campeche", "cdmx", "chiapas", "chih", "chihuahua",
    "chis", "coah", "coahuila", "col", "colima", "df", "dgo", "durango", "edo de méx", "edo méx", "edomex", "estado de méxico", "gro", "gto",
    "guanajuato", "guerrero", "hgo", "hidalgo", "jal", "jalisco", "mex", "mich", "michoacán", "mor", "morelos", "méx", "nay", "nayarit", "nl",
    "nuevo león", "oax", "oaxaca", "pue", "puebla", "q roo", "qro", "qroo", "querétaro", "quintana roo", "san luis potosí", "sin", "sinaloa", "slp",
    "son", "sonora", "tab", "tabasco", "tam", "tamaulipas", "tamps", "tlax", "tlaxcala", "ver", "veracruz", "yuc", "yucatán", "zac", "zacatecas",
]);

/// Sports, subjects and desks that papers in other languages than English set before an agency: `Calcio (ANSA) - `.
#[rustfmt::skip]
pub(crate) static SUBJECTS: &List = &List::of(&[
    "agences", "agencias", "agenzie", "athlétisme", "atletica", "atletiek", "atletismo", "baloncesto", "balonmano",
    "basket", "biathlon", "boxe", "boxeo", "brève", "brèves", "börse", "calcio", "ciclismo", "cyclisme", "dépêche",
    "eishockey", "futebol", "fußball", "fútbol", "hintergrund", "korrektur", "leichtathletik", "meteo", "météo",
    "natación", "natation", "nuoto", "pallavolo", "patinage", "porträt", "radsport", "redacción", "redactie",
    "redaktion", "redazione", "redação", "rugby", "rédaction", "schach", "schwimmen", "tenis", "turnen", "ténis",
    "ultimora", "voetbal", "voleibol", "wetter", "wielrennen",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::wordlist::is_in_order;

    #[test]
    fn the_lists_are_in_order() {
        for list in [TOWNS, NATIVE, REGIONS, LABELS, HEADS, TAILS, STATES, SUBJECTS] {
            assert!(is_in_order(list.words()));
        }
    }
}
