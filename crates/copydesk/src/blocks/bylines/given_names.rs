//! Given names: what tells a second author from a house where only a comma stands between.

use crate::blocks::wordlist::List;

/// Frequent ones of Europe, the Americas, the Arab countries and India, but for those that are towns as well (`Charlotte`, `Austin`, `Sydney`).
#[rustfmt::skip]
pub(super) static GIVEN_NAMES: &List = &List::of(&[
    "aaron", "abdul", "abdullah", "abigail", "adam", "adrian", "agnes", "ahmad", "ahmed", "aidan", "aisha", "alan",
    "alba", "albert", "alberto", "alejandro", "aleksandr", "alessandra", "alessandro", "alex", "alexander",
    "alexandra", "alexandre", "alfred", "ali", "alice", "alicia", "alison", "allison", "amanda", "amelia", "amina",
    "amir", "amit", "amy", "ana", "anders", "andrea", "andreas", "andrei", "andrew", "andy", "angela", "anil", "anita",
    "anja", "anjali", "ann", "anna", "anne", "annette", "annie", "anthony", "antoine", "anton", "antonio", "arjun",
    "arthur", "arun", "asha", "ashley", "astrid", "axel", "barbara", "bart", "beatriz", "ben", "benjamin", "bernard",
    "bernd", "beth", "bill", "birgit", "bjorn", "bob", "boris", "brian", "bruno", "camille", "carl", "carla", "carlos",
    "carmen", "carol", "caroline", "catherine", "cathy", "cecilia", "chantal", "charles", "chloe", "chris",
    "christian", "christina", "christine", "christoph", "christopher", "claire", "clara", "claudia", "colin", "conor",
    "craig", "cristina", "dana", "daniel", "daniela", "danielle", "darren", "dave", "david", "deborah", "deepak",
    "denis", "dennis", "derek", "diana", "diane", "dieter", "dina", "dmitri", "dmitry", "dominic", "donald", "donna",
    "dorothy", "doug", "douglas", "duncan", "dylan", "eduardo", "edward", "eileen", "elaine", "elena", "elias",
    "elisabeth", "elizabeth", "ella", "ellen", "emily", "emma", "eric", "erica", "erik", "erika", "ernst", "esther",
    "ethan", "eva", "eve", "evelyn", "fabian", "farah", "fatima", "felipe", "felix", "fernanda", "fernando", "fiona",
    "frances", "francesca", "francesco", "francis", "francisco", "frank", "franz", "françois", "fred", "frederik",
    "gabriel", "gabriela", "gareth", "gary", "gavin", "geoff", "geoffrey", "gerald", "gerard", "gerhard", "gianluca",
    "gilles", "giovanni", "giulia", "glenn", "gordon", "graham", "greg", "gregory", "guido", "guillaume", "gustavo",
    "guy", "hannah", "hans", "harald", "harriet", "harry", "hasan", "hassan", "heather", "heidi", "heike", "heinz",
    "helen", "helena", "helga", "helmut", "hendrik", "henrik", "henry", "herbert", "holly", "howard", "hugh", "hugo",
    "hussein", "ian", "ibrahim", "ignacio", "igor", "imran", "ines", "ingrid", "irina", "isabel", "isabella", "ivan",
    "jack", "jacob", "jacqueline", "jacques", "jake", "james", "jamie", "jan", "jane", "janet", "janine", "jason",
    "javier", "jay", "jean", "jeff", "jeffrey", "jennifer", "jens", "jeremy", "jessica", "jill", "jim", "joan",
    "joana", "joanna", "joanne", "joao", "joe", "joel", "joerg", "johan", "johanna", "johannes", "john", "johnny",
    "jon", "jonas", "jonathan", "joost", "jorge", "jose", "josef", "joseph", "josh", "joshua", "josé", "joão", "juan",
    "judith", "jules", "julia", "julian", "julie", "julien", "justin", "jürgen", "karen", "karim", "karin", "karl",
    "karsten", "kate", "katharina", "katherine", "kathleen", "kathryn", "kathy", "katie", "katja", "keith", "kelly",
    "ken", "kenneth", "kerry", "kevin", "khaled", "khalid", "kim", "kirsten", "klaus", "kristin", "kumar", "lars",
    "laura", "lauren", "laurent", "leah", "leila", "lena", "leo", "leon", "leonie", "leslie", "lewis", "liam", "lila",
    "lina", "linda", "lisa", "liz", "lorenzo", "louis", "louise", "luc", "luca", "lucas", "lucia", "lucy", "luis",
    "luisa", "lukas", "luke", "lynn", "magnus", "mahmoud", "manfred", "manuel", "marc", "marcel", "marco", "marcos",
    "marcus", "margaret", "maria", "mariam", "marie", "marina", "mario", "marion", "mark", "markus", "marta", "martha",
    "martin", "martina", "mary", "maría", "mateo", "matt", "matthew", "matthias", "maureen", "max", "maya", "megan",
    "melanie", "melissa", "michael", "michaela", "michel", "michele", "michelle", "miguel", "mike", "miriam",
    "mohamed", "mohammad", "mohammed", "mona", "monica", "monika", "muhammad", "mustafa", "nadia", "naomi", "natalia",
    "natalie", "natasha", "nathan", "neha", "neil", "nicholas", "nick", "nicola", "nicolas", "nicole", "nigel",
    "nikhil", "nikolai", "nils", "nina", "noah", "nora", "norbert", "olaf", "ole", "olga", "oliver", "olivia",
    "olivier", "omar", "oscar", "oskar", "pablo", "pamela", "patricia", "patrick", "paul", "paula", "paulo", "pedro",
    "peggy", "peter", "petra", "phil", "philip", "philippe", "pierre", "pieter", "pooja", "priya", "rachel", "rafael",
    "rahul", "rajesh", "ralf", "ralph", "ramesh", "rania", "rashid", "raul", "ravi", "raymond", "rebecca", "reiner",
    "renate", "rené", "richard", "rick", "rita", "rob", "robert", "roberto", "robin", "rodrigo", "roger", "roland",
    "ron", "ronald", "rory", "rosa", "rosie", "ross", "roy", "rupert", "russell", "ruth", "ryan", "sabine", "sally",
    "salma", "sam", "samantha", "samir", "samuel", "sandra", "sanjay", "sara", "sarah", "scott", "sean", "sebastian",
    "sergei", "sergey", "shane", "sharon", "sheila", "shirley", "silvia", "simon", "simone", "sofia", "sonia",
    "sophia", "sophie", "stacy", "stefan", "stefano", "steffen", "stella", "stephan", "stephanie", "stephen", "steve",
    "steven", "stuart", "sue", "sunil", "susan", "susanne", "suzanne", "sven", "sylvia", "tamara", "tanja", "tanya",
    "tara", "tarek", "tariq", "ted", "teresa", "terry", "theo", "theresa", "thierry", "thomas", "thorsten", "tim",
    "timothy", "tina", "tobias", "todd", "tom", "tomas", "tony", "tracy", "ulrich", "ulrike", "ursula", "uwe",
    "vanessa", "vera", "veronica", "vicky", "victor", "vijay", "vikram", "vincent", "vivek", "vladimir", "walter",
    "wendy", "werner", "wilhelm", "william", "wolfgang", "xavier", "yasmin", "yusuf", "yvonne", "zoe",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::wordlist::is_in_order;

    #[test]
    fn the_list_is_in_order() {
        assert!(is_in_order(GIVEN_NAMES.words()));
    }
}
