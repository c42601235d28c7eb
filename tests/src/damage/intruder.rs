//! Paragraphs with three clear damages or more, to be set among text that must stay as it is.
//!
//! One damage makes a parser look for others: what it then does to its neighbours is the harm that is measured.

use super::intruders::{DANISH, FINNISH, ITALIAN, NORWEGIAN, SWEDISH};
use super::{Damaged, Kind, Spot};

/// What an intruder shows three times or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Show {
    /// Spaced hyphens.
    Hyphens,
    /// Spaced hyphens, a spaced currency sign and spaced brackets.
    Mix,
    /// Column breaks.
    Breaks,
}

/// Where an intruder goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// After the last paragraph.
    End,
    /// Between two paragraphs near the middle; between two sentences where all is one line.
    Middle,
}

/// A text with an intruder.
#[derive(Clone, Debug)]
pub struct Host {
    /// The text with the intruder's damage, and the truth.
    pub damaged: Damaged,
    /// Where the intruder went in, in the text as it was.
    at: usize,
    /// The intruder's length without its damage.
    len: usize,
}

impl Host {
    /// The text as it is.
    #[must_use]
    pub fn alone(text: &str) -> Self {
        Self { damaged: Damaged::none(text), at: text.len(), len: 0 }
    }

    /// The text with an intruder; none where it has no place for one.
    #[must_use]
    pub fn with(text: &str, marked: &[&str], place: Place) -> Option<Self> {
        let body = text.trim_end();
        let cut = marked.iter().any(|paragraph| paragraph.contains('¶'));
        let gap = if cut || body.contains("\n\n") || !body.contains('\n') { "\n\n" } else { "\n" };
        let (at, before, after) = match place {
            Place::End => (body.len(), gap, ""),
            Place::Middle => match between_blocks(body, gap) {
                Some(at) => (at, gap, ""),
                None if cut => return None,
                None => (between_sentences(body)?, "", " "),
            },
        };
        let (inserted, kinds) = unmark(&marked.join(gap));
        let clean = format!("{}{before}{inserted}{after}{}", &text[..at], &text[at..]);
        let shift = at + before.len();
        let spots: Vec<Spot> = kinds
            .into_iter()
            .map(|(kind, start, end)| {
                let with = if kind == Kind::BreakLower { "\n\n" } else { " " };
                Spot::one(kind, 0, start + shift, end + shift, with)
            })
            .collect();
        let damaged = Damaged::new(&clean, &spots);
        Some(Self { damaged, at, len: before.len() + inserted.len() + after.len() })
    }

    /// Where an offset lies in the text as it was; all of the intruder lies where it went in.
    #[must_use]
    pub fn before(&self, offset: usize) -> usize {
        let clean = self.damaged.to_clean(offset);
        if clean <= self.at { clean } else { clean.saturating_sub(self.len).max(self.at) }
    }
}

fn middle(text: &str) -> usize {
    (0..=text.len() / 2).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn between_blocks(text: &str, gap: &str) -> Option<usize> {
    let middle = middle(text);
    text[middle..].find(gap).map(|at| middle + at).or_else(|| text[..middle].rfind(gap))
}

/// After the space that follows a full stop and comes before a capital.
fn between_sentences(text: &str) -> Option<usize> {
    let middle = middle(text);
    let mut ends = text[middle..].match_indices(". ").map(|(at, _)| middle + at + 2);
    ends.find(|&end| text[end..].starts_with(char::is_uppercase))
}

/// Takes the marks out: `␣` is a space that damage puts in, `¶` a space that a column break stands for.
fn unmark(marked: &str) -> (String, Vec<(Kind, usize, usize)>) {
    let mut text = String::with_capacity(marked.len());
    let mut spots = Vec::new();
    for mark in marked.chars() {
        match mark {
            '␣' => {
                let kind = match text.chars().next_back() {
                    Some('-') => Kind::Hyphen,
                    Some('(') => Kind::Bracket,
                    _ => Kind::Currency,
                };
                spots.push((kind, text.len(), text.len()));
            }
            '¶' => {
                spots.push((Kind::BreakLower, text.len(), text.len() + 1));
                text.push(' ');
            }
            _ => text.push(mark),
        }
    }
    (text, spots)
}

/// The intruders of a language: the English ones where it has none of its own. `turn` picks among several.
#[must_use]
pub fn intruder(language: &str, show: Show, turn: usize) -> &'static [&'static str] {
    let sets: &[[&[&str]; 3]] = match language {
        "de" => &GERMAN,
        "nl" => &DUTCH,
        "es" => &SPANISH,
        "pt" => &PORTUGUESE,
        "fr" => &FRENCH,
        "it" => &ITALIAN,
        "sv" => &SWEDISH,
        "da" => &DANISH,
        "no" => &NORWEGIAN,
        "fi" => &FINNISH,
        _ => &ENGLISH,
    };
    sets[turn % sets.len()][show as usize]
}

/// What is shown, in the order of [`Show`]: paragraphs.
pub(super) type Set = [&'static [&'static str]; 3];

const ENGLISH: [Set; 3] = [
    [
        &[
            "The mill posted first-␣quarter profit for the third year running, and its long-␣term debt fell after a cost-␣cutting drive that spared the night crew.",
        ],
        &[
            "The mill posted first-␣quarter profit of $␣4.2 million after a cost-␣cutting drive, and the Valley Growers Union (␣VGU) said its members (␣some of them for years) had never been paid so soon, nor in such long-␣awaited comfort.",
        ],
        &[
            "The owners of the old mill said on Tuesday that they would keep the night crew at work¶until the river falls, and that nobody would be sent home without a full week of pay and a written promise.",
            "Growers upstream had asked for a later start, since the harvest in the northern fields¶was held back by rain and the lorries could not reach the weighbridge before the second week of the month.",
            "A hearing will be held in the parish hall, where the engineers are to explain again how¶the sluice was damaged and why the repair that was promised two winters ago has not yet been started.",
        ],
    ],
    [
        &[
            "A three-␣year study of the estuary found well-␣known birds in new places, said its author, a soft-␣spoken teacher from the coast.",
        ],
        &[
            "A three-␣year study of the estuary cost £␣310,000, according to the Coastal Bird Society (␣CBS), which paid for most of it (␣with a long-␣term loan) and called the result a far-␣reaching one.",
        ],
        &[
            "The teacher who wrote the study had counted the birds of the estuary every morning for¶almost nine years before anybody at the institute thought of asking her for the notebooks she had filled.",
            "Her brother lent her a boat, and the two of them rowed out to the sandbanks whenever the¶wind allowed it, with a flask of tea, a pair of field glasses and a tin that held the pencils.",
            "The notebooks will go to the town museum, which means to show them in a glass case beside¶the boat itself, once the council has found the money for a new roof and somebody to mind the door.",
        ],
    ],
    [
        &[
            "The city-␣owned tram line lost money in its second-␣busiest month, a record-␣breaking figure that nobody at the depot had foreseen.",
        ],
        &[
            "The city-␣owned tram line lost €␣2.6 million last year, a record-␣breaking figure, and the Tram Drivers League (␣TDL) blamed the summer timetable (␣and the rain) for the second-␣worst July since the war.",
        ],
        &[
            "The tram line lost money in every month but two last year, and the city will have to find¶another way of paying for the new depot, the treasurer told a meeting that went on past midnight.",
            "Drivers have long complained that the summer timetable leaves them with too little time at¶either end of the line, so that a single late tram is enough to upset the whole of the afternoon.",
            "The operator has promised to look at the figures again before the end of the month, when a¶new timetable has to be handed in, and to ask the passengers what they think of it this time.",
        ],
    ],
];

const GERMAN: [Set; 1] = [[
    &[
        "Der US-␣Konzern legte am Montag ein Angebot vor, das in Baden-␣Württemberg und in Nordrhein-␣Westfalen geprüft wird.",
    ],
    &[
        "Der US-␣Konzern bot dafür $␣40 Millionen, wie der Verband der Talbauern (␣VDT) am Montag in der Kreisstadt mitteilte (␣und später in Baden-␣Württemberg bestätigte).",
    ],
    &[
        "Die Betreiber der alten Mühle wollen die Nachtschicht behalten und hoffen darauf, dass der Fluss¶bald wieder sinkt und niemand ohne vollen Lohn nach Hause geschickt werden muss, wie es im Winter geschah.",
        "Die Bauern am Oberlauf hatten um einen späteren Beginn gebeten, weil die Ernte auf den Feldern im Norden¶durch den Regen aufgehalten wurde und die Wagen die Waage erst in der zweiten Woche erreichen konnten.",
        "Im Gemeindesaal soll noch einmal erklärt werden, wie das Wehr beschädigt wurde und weshalb die Reparatur,¶die schon vor zwei Jahren versprochen war, bis heute nicht einmal begonnen worden ist.",
    ],
]];

const DUTCH: [Set; 1] = [[
    &[
        "De oud-␣minister sprak in Noord-␣Holland over de plannen, die ook in Zuid-␣Limburg op verzet van boeren stuiten.",
    ],
    &[
        "De oud-␣minister noemde een bedrag van €␣40 miljoen, en de Bond van Dalboeren (␣BVD) vond dat in Noord-␣Holland (␣en elders) veel te weinig.",
    ],
    &[
        "De eigenaars van de oude molen willen de nachtploeg aan het werk houden en hopen dat het water in de rivier¶snel weer zakt, zodat niemand zonder loon naar huis hoeft te worden gestuurd zoals in de winter gebeurde.",
        "De boeren stroomopwaarts hadden om een latere start gevraagd, omdat de oogst op de velden in het noorden¶door de regen was opgehouden en de wagens pas in de tweede week bij de weegbrug konden komen.",
        "In het dorpshuis wordt nog een keer uitgelegd hoe de sluis is beschadigd en waarom het herstel dat al¶twee jaar geleden was beloofd nog altijd niet is begonnen, tot ergernis van iedereen in het dal.",
    ],
]];

const SPANISH: [Set; 1] = [[
    &[
        "El acuerdo franco-␣alemán fue recibido con calma en el partido hispano-␣luso, tras un encuentro físico-␣químico en la capital.",
    ],
    &[
        "El acuerdo franco-␣alemán vale €␣40 millones, y la Unión de Labradores del Valle (␣ULV) pidió al partido hispano-␣luso más tiempo (␣un mes al menos) para leerlo.",
    ],
    &[
        "Los dueños del viejo molino dijeron el martes que mantendrán el turno de noche y que esperan que el río¶baje pronto, para que nadie tenga que volver a casa sin su sueldo entero como ocurrió el invierno pasado.",
        "Los agricultores de aguas arriba habían pedido empezar más tarde, porque la cosecha en los campos del norte¶se retrasó por la lluvia y los camiones no pudieron llegar a la báscula antes de la segunda semana.",
        "En el salón del pueblo se explicará otra vez cómo se dañó la compuerta y por qué la reparación que fue¶prometida hace dos años no ha empezado todavía, para disgusto de todos los vecinos del valle.",
    ],
]];

const PORTUGUESE: [Set; 1] = [[
    &["O ex-␣ministro falou na segunda-␣feira sobre os planos do primeiro-␣ministro, que ainda não foram publicados."],
    &[
        "O ex-␣ministro falou em €␣40 milhões na segunda-␣feira, e a União dos Lavradores do Vale (␣ULV) achou que era muito pouco (␣quase nada).",
    ],
    &[
        "Os donos do velho moinho disseram na terça que vão manter o turno da noite e que esperam que o rio¶baixe logo, para que ninguém tenha de voltar para casa sem o salário inteiro como no inverno passado.",
        "Os agricultores rio acima tinham pedido para começar mais tarde, porque a colheita nos campos do norte¶foi atrasada pela chuva e os caminhões não puderam chegar à balança antes da segunda semana.",
        "No salão da paróquia será explicado mais uma vez como a comporta foi danificada e por que o conserto que¶foi prometido há dois anos ainda não começou, para desgosto de todos os moradores do vale.",
    ],
]];

const FRENCH: [Set; 1] = [[
    &["Le vice-␣président a parlé à Saint-␣Ferval d'un accord franco-␣allemand que personne n'a encore lu."],
    &[
        "Le vice-␣président a parlé de $␣40 millions à Saint-␣Ferval, et le Syndicat des fermiers du val (␣SFV) a trouvé cela trop peu (␣presque rien).",
    ],
    &[
        "Les propriétaires du vieux moulin ont dit mardi qu'ils garderaient les équipes de nuit et que la rivière¶devrait baisser bientôt, pour que personne ne rentre sans son salaire entier comme l'hiver dernier.",
        "Les fermiers en amont avaient demandé de commencer plus tard, parce que la récolte dans les champs du nord¶a été retardée par la pluie et que les camions n'ont pu gagner la bascule avant la deuxième semaine.",
        "Dans la salle des fêtes on expliquera une fois de plus comment la vanne a été abîmée et pourquoi les travaux¶promis il y a deux ans n'ont pas encore commencé, au grand regret de tous les habitants du val.",
    ],
]];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_intruder_shows_three_damages_and_leaves_the_rest() {
        for language in super::super::harm::LANGUAGES {
            for show in [Show::Hyphens, Show::Mix, Show::Breaks] {
                for turn in 0..3 {
                    let text = "Head\n\nOne ends here.\n\nTwo ends here.\n";
                    for place in [Place::End, Place::Middle] {
                        let host = Host::with(text, intruder(language, show, turn), place).unwrap();
                        let shown = host.damaged.damages.len();
                        assert!(if show == Show::Mix { shown > 3 } else { shown == 3 }, "{language} {show:?}");
                        let two = host.damaged.text.find("Two").unwrap();
                        assert_eq!(host.before(two), text.find("Two").unwrap());
                    }
                }
            }
        }
    }

    #[test]
    fn one_line_takes_an_intruder_between_sentences() {
        let host = Host::with("It is one. It is two. It is three.", &["A b-␣c."], Place::Middle).unwrap();
        assert_eq!(host.damaged.text, "It is one. It is two. A b- c. It is three.");
        assert_eq!(host.before(host.damaged.text.len()), 34);
        assert!(Host::with("It is one. It is two. It is three.", &["A b¶c."], Place::Middle).is_none());
    }
}
