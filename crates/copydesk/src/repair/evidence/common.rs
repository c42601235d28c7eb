//! Words of other languages that newspaper lines often cut. They reveal the first cut words of a document, and those reveal the rest.
//! Written by hand. None is so short that two of its parts are words, and none is also written with a hyphen.

use crate::language::Language;

/// Whether the halves together are one of them.
pub(super) fn is_common(language: Language, left: &str, right: &str) -> bool {
    let list = match language {
        Language::German => GERMAN,
        Language::Dutch => DUTCH,
        Language::French => FRENCH,
        _ => return false,
    };
    let lower = || left.chars().flat_map(char::to_lowercase).chain(right.chars());
    list.binary_search_by(|known| known.chars().cmp(lower())).is_ok()
}

#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "abgeordnete", "abgeordneten", "allerdings", "andere", "anderen", "angaben", "angebot", "anschließend", "ansicht", "antrag",
    "arbeit", "arbeiten", "arbeitsplätze", "aufgabe", "aufgaben", "augenblick", "ausland", "außenminister", "außerdem", "bedeutet",
    "beispiel", "bekannt", "bereich", "bereits", "besonders", "betrieb", "beziehungsweise", "bundesrat", "bundesregierung",
    "bundestag", "bürger", "bürgermeister", "chance", "damals", "deutlich", "deutsche", "deutschen", "deutscher", "deutschland",
    "dezember", "dienstag", "direktor", "donnerstag", "ebenfalls", "eigene", "eigentlich", "einfach", "einige", "einwohner",
    "ereignis", "erfahren", "erfolg", "ergebnis", "erhalten", "erklärt", "erklärte", "erstmals", "europa", "europäische",
    "europäischen", "familie", "familien", "februar", "fernsehen", "feuerwehr", "finanzminister", "flüchtlinge", "frankreich",
    "freitag", "führte", "gebäude", "gegenüber", "gemeinde", "gemeinden", "gemeinderat", "gemeinsam", "gerade", "gericht",
    "geschichte", "geschäft", "gesetz", "gestern", "gesundheit", "gewerkschaft", "gewinner", "hunderte", "innenminister",
    "insgesamt", "international", "jahren", "jahrhundert", "januar", "jedoch", "jugend", "jugendliche", "kanzlerin", "kilometer",
    "kinder", "kindern", "kirche", "kollegen", "konzern", "kosten", "krankenhaus", "kunden", "künftig", "landkreis", "landwirte",
    "letzte", "letzten", "lösungen", "mannschaft", "mehrere", "menschen", "milliarden", "million", "millionen", "minister",
    "ministerpräsident", "minuten", "mitarbeiter", "mitglied", "mitglieder", "mittwoch", "monate", "monaten", "montag", "möglich",
    "nachbarn", "nationale", "natürlich", "november", "obwohl", "oktober", "parlament", "parteien", "patienten",
    "person", "personen", "plötzlich", "politik", "politiker", "politische", "politischen", "polizei", "polizisten", "problem",
    "probleme", "programm", "projekt", "prozent", "präsident", "rathaus", "regierung", "republik", "richter", "samstag",
    "schließlich", "schule", "schulen", "schweizer", "schüler", "seiten", "september", "situation", "soldaten", "sondern",
    "sonntag", "spielen", "spieler", "staatsanwalt", "stadtrat", "straße", "straßen", "stunden", "tausende", "termin", "trainer",
    "trotzdem", "umwelt", "unfall", "unternehmen", "ursache", "verantwortlich", "verfahren", "verfügung", "vergangene",
    "vergangenen", "verkehr", "verletzt", "versuchte", "vertreter", "vielleicht", "vorsitzende", "vorsitzender", "weitere",
    "weiteren", "wenige", "wichtig", "wieder", "wirklich", "wirtschaft", "wissen", "wochen", "wochenende", "wohnen", "zeitung",
    "zentrum", "zukunft", "zuletzt", "zunächst", "zusammen", "zustimmen", "zwischen", "öffentlich", "öffentlichen", "österreich",
    "überall",
];

#[rustfmt::skip]
const DUTCH: &[&str] = &[
    "aandacht", "aantal", "amsterdam", "andere", "antwoord", "augustus", "autoriteiten", "bedrijf", "bedrijven", "begroting",
    "belangrijk", "belangrijke", "belgische", "bestuur", "bewoners", "bijvoorbeeld", "buitenland", "burgemeester", "burgers",
    "collega", "daarna", "december", "dinsdag", "directeur", "donderdag", "duidelijk", "economie", "economische", "eerste",
    "eigenlijk", "elkaar", "europa", "europese", "februari", "gebeurt", "gebouw", "gebruik", "gemeente", "gemeenten",
    "gemeenteraad", "geschiedenis", "gesprek", "gevolgen", "gezien", "gisteren", "hoofdstad", "inmiddels", "inwoners", "januari",
    "jongeren", "kabinet", "kinderen", "komende", "koning", "kosten", "kunnen", "kwartier", "laatste", "landelijke", "leerlingen",
    "maandag", "maanden", "maatregel", "maatregelen", "mannen", "meerdere", "mensen", "miljard", "miljoen", "minister", "minuten",
    "misschien", "moeder", "moeilijk", "mogelijk", "morgen", "natuurlijk", "nederland", "nederlandse", "november", "nummer",
    "oktober", "ondanks", "onderwijs", "onderzoek", "ongeluk", "ongeveer", "onmiddellijk", "oorlog", "opnieuw", "organisatie",
    "ouders", "overheid", "parlement", "partij", "partijen", "patiënten", "personeel", "politie", "politiek", "politieke",
    "president", "probleem", "problemen", "procent", "project", "provincie", "rapport", "rechtbank", "regering", "resultaat",
    "samenleving", "schade", "september", "situatie", "slachtoffer", "slachtoffers", "spelers", "staking", "straten", "supporters",
    "tegenover", "terwijl", "tijdens", "toekomst", "universiteit", "vandaag", "veiligheid", "verdachte", "vereniging", "verkeer",
    "verkiezingen", "verleden", "verschillende", "vlaamse", "vlaanderen", "voldoende", "volgende", "volgens", "voorbeeld",
    "voormalige", "voorzitter", "vrijdag", "vrouwen", "waarbij", "waarom", "wachten", "wedstrijd", "weekend", "werden", "wereld",
    "werken", "werknemers", "wethouder", "wetsvoorstel", "woensdag", "woningen", "woordvoerder", "zaterdag", "ziekenhuis", "zondag",
    "zonder",
];

#[rustfmt::skip]
const FRENCH: &[&str] = &[
    "affaire", "affaires", "afrique", "agence", "ancien", "ancienne", "annonce", "annoncé", "années", "argent", "assemblée",
    "associations", "autorités", "autres", "avocat", "beaucoup", "besoin", "budget", "candidat", "cependant", "certains", "chaque",
    "chemin", "chiffre", "collège", "comité", "commerce", "commune", "communes", "concernant", "conseil", "contrat", "contrôle",
    "création", "culture", "dehors", "demande", "dernier", "derniers", "dernière", "devenir", "dimanche", "directeur", "directrice",
    "document", "dollars", "domaine", "donner", "durant", "décembre", "décision", "développement", "emploi", "employés", "encore",
    "enfant", "enfants", "enquête", "ensemble", "ensuite", "entreprise", "entreprises", "environ", "espace", "européen",
    "européenne", "exemple", "expliqué", "extrême", "facile", "famille", "familles", "femmes", "finances", "france", "français",
    "française", "février", "gauche", "gendarmes", "gouvernement", "grandes", "groupe", "guerre", "général", "habitants",
    "histoire", "hommes", "hôpital", "important", "importante", "industrie", "information", "international", "internationale",
    "janvier", "joueurs", "journal", "journaliste", "journée", "juillet", "jusque", "justice", "lancement", "langue", "liberté",
    "logement", "logements", "longtemps", "magasin", "maintenant", "mairie", "maison", "malgré", "manière", "marché", "mariage",
    "membre", "membres", "mercredi", "mesure", "mesures", "milliard", "milliards", "millier", "milliers", "million", "millions",
    "ministre", "ministère", "moment", "montréal", "moyens", "musique", "médecin", "médecins", "national", "nationale", "niveau",
    "nombre", "nouveau", "nouveaux", "nouvelle", "novembre", "numéro", "octobre", "opération", "ouvert", "ouverture", "parents",
    "parfois", "parlement", "parole", "pendant", "pensée", "personne", "personnes", "peuple", "plusieurs", "police", "policiers",
    "politique", "politiques", "population", "possible", "pouvoir", "premier", "premiers", "première", "presque", "pression",
    "prison", "problème", "problèmes", "procureur", "procès", "production", "produits", "professeur", "programme", "projet",
    "projets", "propos", "province", "préfet", "présence", "président", "public", "publique", "quartier", "quelques", "question",
    "questions", "québec", "raison", "rapport", "rencontre", "responsable", "responsables", "retour", "rupture", "région",
    "régional", "réponse", "république", "résultat", "résultats", "réunion", "saison", "samedi", "secteur", "semaine", "semaines",
    "semble", "septembre", "service", "services", "seulement", "simple", "situation", "social", "sociale", "société", "soldats",
    "soleil", "sommet", "souvent", "spectacle", "sportif", "station", "suisse", "système", "sécurité", "sénateur", "technique",
    "technologie", "territoire", "toujours", "tourisme", "tournoi", "travail", "travaux", "tribunal", "trouver", "université",
    "vacances", "valeur", "vendredi", "victime", "victimes", "violence", "visite", "vitesse", "voiture", "voitures", "volonté",
    "écoles", "économie", "économique", "élections", "élèves", "étudiants",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_their_words_in_small_letters() {
        for list in [GERMAN, DUTCH, FRENCH] {
            assert!(list.windows(2).all(|pair| pair[0].chars().lt(pair[1].chars())));
            assert!(list.iter().all(|word| word.to_lowercase() == **word && word.chars().count() > 5));
        }
    }

    #[test]
    fn a_word_is_told_wherever_it_is_cut() {
        assert!(is_common(Language::German, "Diens", "tag") && is_common(Language::German, "Öster", "reich"));
        assert!(is_common(Language::Dutch, "burge", "meester") && is_common(Language::French, "prési", "dent"));
        assert!(!is_common(Language::German, "Diens", "tage") && !is_common(Language::Spanish, "Diens", "tag"));
    }
}
