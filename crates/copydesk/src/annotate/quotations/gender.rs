//! Whether a name is a man's or a woman's, as far as a title or a very common first name tells. Two people may share a surname, and a
//! pronoun must fit its name.

/// The gender that a title, a first name or a pronoun shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
}

impl Gender {
    /// The gender that a title shows.
    pub(super) fn of_title(word: &str) -> Option<Self> {
        match word.trim_end_matches('.') {
            "Brother" | "Father" | "King" | "Lord" | "Mr" | "Prince" | "Sir" => Some(Self::He),
            "Baroness" | "Dame" | "Lady" | "Miss" | "Mrs" | "Ms" | "Princess" | "Queen" | "Sister" => Some(Self::She),
            _ => None,
        }
    }

    /// The gender that a pronoun shows.
    pub(super) fn of_pronoun(word: &str) -> Option<Self> {
        match word {
            "he" | "He" => Some(Self::He),
            "she" | "She" => Some(Self::She),
            _ => None,
        }
    }

    /// The gender that the first word of a name shows: a title, or a first name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let (first, _) = name.split_once(super::names::is_space)?;
        let is_among = |names: &[&str]| names.binary_search(&first).is_ok();
        Self::of_title(first).or_else(|| match () {
            () if is_among(HIS) => Some(Self::He),
            () if is_among(HERS) => Some(Self::She),
            () => None,
        })
    }
}

/// First names that hardly anybody of the other gender has. Both lists are sorted, for the binary search.
#[rustfmt::skip]
const HIS: &[&str] = &[
    "Adam", "Alan", "Andrew", "Anthony", "Ben", "Benjamin", "Bill", "Bob", "Brian", "Charles", "Christopher", "Colin", "Craig", "Daniel",
    "Dave", "David", "Dennis", "Derek", "Donald", "Douglas", "Ed", "Edward", "Eric", "Frank", "Gareth", "Gary", "George", "Graham", "Greg",
    "Gregory", "Harry", "Henry", "Ian", "Jack", "James", "Jason", "Jeff", "Jeffrey", "Jeremy", "Jim", "Joe", "John", "Jonathan", "Joseph",
    "Joshua", "Keith", "Kenneth", "Kevin", "Larry", "Mark", "Martin", "Matt", "Matthew", "Michael", "Mike", "Neil", "Nicholas", "Nick",
    "Patrick", "Paul", "Peter", "Philip", "Phillip", "Richard", "Rob", "Robert", "Roger", "Ronald", "Ryan", "Scott", "Sean", "Simon",
    "Stephen", "Steve", "Steven", "Stuart", "Thomas", "Tim", "Timothy", "Tom", "Tony", "William",
];
#[rustfmt::skip]
const HERS: &[&str] = &[
    "Alice", "Alison", "Amanda", "Amy", "Angela", "Ann", "Anna", "Anne", "Barbara", "Carol", "Caroline", "Catherine", "Charlotte",
    "Christine", "Claire", "Debbie", "Deborah", "Diane", "Donna", "Dorothy", "Elizabeth", "Emily", "Emma", "Fiona", "Hannah", "Heather",
    "Helen", "Jane", "Janet", "Jennifer", "Jessica", "Joanna", "Joanne", "Judith", "Julia", "Julie", "Karen", "Kate", "Katherine",
    "Kathleen", "Laura", "Linda", "Lisa", "Louise", "Lucy", "Margaret", "Maria", "Mary", "Melissa", "Michelle", "Nancy", "Nicola", "Olivia",
    "Pamela", "Patricia", "Rachel", "Rebecca", "Ruth", "Sally", "Samantha", "Sandra", "Sarah", "Sharon", "Sophie", "Stephanie", "Susan",
    "Theresa", "Victoria", "Wendy",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_and_titles_tell() {
        assert!(HIS.is_sorted() && HERS.is_sorted());
        assert_eq!((Gender::of_name("Mrs Doe"), Gender::of_name("John Doe")), (Some(Gender::She), Some(Gender::He)));
        assert_eq!((Gender::of_name("Doe"), Gender::of_name("Robin Doe")), (None, None));
    }
}
