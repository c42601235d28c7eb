//! Intruders in the languages whose hyphens and dashes are no English ones: Italian, the Scandinavian languages, Finnish.

use super::intruder::Set;

pub(super) const ITALIAN: [Set; 1] = [[
    &[
        "L'accordo italo-␣svizzero è piaciuto al vice-␣presidente della banca, che lo ha portato alla riunione tecnico-␣politica della settimana.",
    ],
    &[
        "L'accordo italo-␣svizzero vale €␣40 milioni, e l'Unione dei coltivatori della valle (␣UCV) ha chiesto al vice-␣presidente più tempo (␣un mese almeno) per leggerlo.",
    ],
    &[
        "I proprietari del vecchio mulino hanno detto martedì che terranno il turno di notte e che sperano che il fiume¶torni presto nel suo letto, perché nessuno debba andare a casa senza la paga intera come è successo in inverno.",
        "I contadini a monte avevano chiesto di cominciare più tardi, dato che il raccolto nei campi del nord¶era in ritardo per la pioggia e i camion non potevano arrivare alla pesa prima della seconda settimana.",
        "Nella sala parrocchiale si spiegherà ancora una volta come la chiusa sia stata danneggiata e perché i lavori¶promessi due anni fa non siano neppure cominciati, con grande rammarico di tutti gli abitanti della valle.",
    ],
]];

pub(super) const SWEDISH: [Set; 1] = [[
    &[
        "Den svensk-␣norska affären gick igenom i Norr-␣Botten, och vice-␣ordföranden tackade för att det hade gått så fort.",
    ],
    &[
        "Den svensk-␣norska affären är värd €␣40 miljoner, och Förbundet för dalens bönder (␣FDB) bad vice-␣ordföranden om mera tid (␣minst en månad) för att läsa den.",
    ],
    &[
        "Ägarna till den gamla kvarnen sade på tisdagen att de tänker behålla nattskiftet och att de hoppas att ån¶snart sjunker igen, så att ingen behöver skickas hem utan full lön som det gick till i vintras.",
        "Bönderna uppströms hade bett om att få börja senare, eftersom skörden på fälten i norr¶hade försenats av regnet och lastbilarna inte kunde nå fram till vågen före den andra veckan.",
        "I församlingshemmet ska det än en gång förklaras hur slussen skadades och varför den lagning som¶utlovades för två år sedan inte ens har börjat, till sorg för alla som bor i dalen.",
    ],
]];

pub(super) const DANISH: [Set; 1] = [[
    &[
        "Den dansk-␣norske handel gik igennem i Nord-␣Jylland, og vice-␣formanden takkede for, at det var gået så hurtigt.",
    ],
    &[
        "Den dansk-␣norske handel er €␣40 millioner værd, og Foreningen af dalens bønder (␣FDB) bad vice-␣formanden om mere tid (␣mindst en måned) til at læse den.",
    ],
    &[
        "Ejerne af den gamle mølle sagde tirsdag, at de vil beholde natholdet, og at de håber på, at åen¶snart falder igen, så ingen skal sendes hjem uden fuld løn, sådan som det gik til i vinter.",
        "Bønderne længere oppe havde bedt om at begynde senere, fordi høsten på markerne mod nord¶var blevet forsinket af regnen, og lastbilerne ikke kunne nå frem til vægten før den anden uge.",
        "I sognegården skal det endnu en gang forklares, hvordan slusen blev skadet, og hvorfor den reparation, som¶blev lovet for to år siden, slet ikke er begyndt, til sorg for alle, der bor i dalen.",
    ],
]];

pub(super) const NORWEGIAN: [Set; 1] = [[
    &[
        "Den norsk-␣svenske handelen gikk gjennom i Nord-␣Trøndelag, og vise-␣lederen takket for at det hadde gått så fort.",
    ],
    &[
        "Den norsk-␣svenske handelen er verd €␣40 millioner, og Foreningen for dalens bønder (␣FDB) ba vise-␣lederen om mer tid (␣minst en måned) til å lese den.",
    ],
    &[
        "Eierne av den gamle mølla sa tirsdag at de vil beholde nattskiftet, og at de håper på at elva¶snart synker igjen, slik at ingen må sendes hjem uten full lønn slik det gikk til i vinter.",
        "Bøndene lenger oppe hadde bedt om å få begynne senere, fordi avlingen på jordene mot nord¶var blitt forsinket av regnet, og lastebilene ikke kunne nå fram til vekta før den andre uka.",
        "På grendehuset skal det enda en gang forklares hvordan slusa ble skadet, og hvorfor den reparasjonen som¶ble lovet for to år siden ikke engang har begynt, til sorg for alle som bor i dalen.",
    ],
]];

pub(super) const FINNISH: [Set; 1] = [[
    &[
        "Suomalais-␣ruotsalainen kauppa hyväksyttiin Itä-␣Lapissa, ja vara-␣puheenjohtaja kiitti siitä, että kaikki oli käynyt niin nopeasti.",
    ],
    &[
        "Suomalais-␣ruotsalainen kauppa on arvoltaan €␣40 miljoonaa, ja Laakson viljelijöiden liitto (␣LVL) pyysi vara-␣puheenjohtajalta lisää aikaa (␣ainakin kuukauden) sen lukemiseen.",
    ],
    &[
        "Vanhan myllyn omistajat sanoivat tiistaina, että he aikovat pitää yövuoron töissä ja toivovat, että joki¶laskee pian, jottei ketään tarvitse lähettää kotiin ilman täyttä palkkaa niin kuin viime talvena kävi.",
        "Viljelijät yläjuoksulla olivat pyytäneet saada aloittaa myöhemmin, koska sato pohjoisen pelloilla¶oli myöhästynyt sateen takia eivätkä kuorma-autot päässeet vaa'alle ennen toista viikkoa.",
        "Seurakuntatalolla selitetään vielä kerran, miten sulku vaurioitui ja miksi se korjaus, joka¶luvattiin kaksi vuotta sitten, ei ole edes alkanut, kaikkien laaksossa asuvien harmiksi.",
    ],
]];
