//! What is run in each round, in order, and what is held against what.

use copydesk_benches::fixture::Fixture;
use copydesk_benches::ruler::{self, Copier};
use copydesk_benches::stopwatch::{Figure, Task};

/// Where a task has its row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// Among the rates, with the name of its texts.
    Rates(&'static str),
    /// Among the hostile kinds.
    Hostile,
    /// Nowhere: it is there for others to be held against.
    Nowhere,
}

/// The number of a task.
#[derive(Clone, Copy)]
pub(crate) struct Number(usize);

/// Everything that is run, and what is told of it.
#[derive(Default)]
pub(crate) struct Plan<'a> {
    pub(crate) tasks: Vec<Task<'a>>,
    sections: Vec<Section>,
    pub(crate) pairs: Vec<Pair>,
    /// What hostile texts are held against.
    pub(crate) ordinary: Option<Number>,
}

/// Work that is held against other work of the same run.
pub(crate) struct Pair {
    pub(crate) work: &'static str,
    pub(crate) beside: &'static str,
    pub(crate) ratio: Ratio,
}

/// What is said of a pair.
#[derive(Clone, Copy)]
pub(crate) enum Ratio {
    /// How many times as fast the first is as the second.
    Times(Number, Number),
    /// The same in percent.
    Percent(Number, Number),
    /// How the first such ratio stands to the second.
    Quotient([(Number, Number); 2]),
}

impl<'a> Plan<'a> {
    /// Runs it in each round, after all that were added before.
    pub(crate) fn add(&mut self, section: Section, task: Task<'a>) -> Number {
        self.tasks.push(task);
        self.sections.push(section);
        Number(self.tasks.len() - 1)
    }

    /// Runs work over the texts of a fixture in each round.
    pub(crate) fn over(
        &mut self,
        fixture: &'a Fixture,
        name: &str,
        count: usize,
        run: impl FnMut() -> usize + 'a,
    ) -> Number {
        self.add(Section::Rates(fixture.corpus.name), Task::new(name, fixture.bytes(), count, run))
    }

    /// Holds one against another.
    pub(crate) fn pair(&mut self, work: &'static str, beside: &'static str, ratio: Ratio) {
        self.pairs.push(Pair { work, beside, ratio });
    }

    /// What everything is held against; the first of them is the copy of memory.
    pub(crate) fn rulers(&mut self, copier: &'a mut Copier, bytes: &'a [u8]) {
        let (size, section) = (bytes.len(), Section::Rates("clean"));
        self.add(section, Task::new("memcpy", size, size, || copier.copy(bytes)));
        self.add(section, Task::new("simdutf8", size, size, || ruler::validate(bytes)));
        self.add(section, Task::new("newlines (memchr)", size, ruler::newlines(bytes), || ruler::newlines(bytes)));
    }

    /// Each task with its section.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (Section, &Task<'a>)> {
        self.sections.iter().copied().zip(&self.tasks)
    }

    pub(crate) fn task(&self, number: Number) -> &Task<'a> {
        &self.tasks[number.0]
    }

    /// What the rounds say of a ratio.
    pub(crate) fn figure(&self, ratio: Ratio) -> Figure {
        let times = |(one, other)| self.task(one).ratios(self.task(other));
        match ratio {
            Ratio::Times(one, other) => Figure::of(times((one, other))),
            Ratio::Percent(one, other) => Figure::of(times((one, other)).map(|ratio| ratio * 100.0)),
            Ratio::Quotient([one, other]) => Figure::of(times(one).zip(times(other)).map(|(one, other)| one / other)),
        }
    }
}
