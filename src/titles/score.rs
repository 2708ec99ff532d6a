//! Words weighed against names: how much of a name a title has, and how much of the title the name says.

use std::collections::HashMap;
use std::rc::Rc;

use crate::catalog::model::{Class, RoleIx, TitleKind};
use crate::titles::known::{Name, Titles, Word};

/// How much the name counts, against the title.
const OF_NAME: f32 = 0.55;

/// What is asked: words with their weights, and the class of the function.
pub struct Asked {
    pub words: Vec<(Rc<Word>, f32)>,
    pub class: Option<Class>,
    /// Whether the title says that it leads.
    pub leads: bool,
    /// Whether names of other languages are left out.
    pub is_english: bool,
}

/// A role with its best name.
#[derive(Clone)]
pub struct Scored {
    pub role: RoleIx,
    pub score: f32,
    pub name: Rc<Name>,
}

/// Returns every role that has a name with one of the words, best first.
pub fn score(titles: &Titles<'_>, asked: &Asked) -> Vec<Scored> {
    let scale = Scale::new(asked);
    let mut best: HashMap<RoleIx, Scored, foldhash::fast::RandomState> = HashMap::default();
    for number in candidates(titles, asked) {
        let name = titles.name(number);
        if asked.is_english && name.kind == TitleKind::Foreign {
            continue;
        }
        let score = scale.of(titles, &name);
        if score > 0.0 && best.get(&name.role).is_none_or(|other| other.score < score) {
            best.insert(name.role, Scored { role: name.role, score, name });
        }
    }
    let mut ranked: Vec<Scored> = best.into_values().collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.role.cmp(&b.role)));
    ranked
}

/// Names that share a telling word; those that share only a function where nothing else is asked.
fn candidates(titles: &Titles<'_>, asked: &Asked) -> Vec<u32> {
    let is_telling = |word: &Word| word.class.is_none() && word.weight > 0.0;
    let has_telling = asked.words.iter().any(|(word, _)| is_telling(word));
    let mut places: Vec<u32> = Vec::new();
    for (word, _) in asked.words.iter().filter(|(word, _)| !has_telling || is_telling(word)) {
        places.extend(word.place.filter(|_| word.weight > 0.0));
        places.extend(word.kin.iter().map(|(place, _)| *place));
    }
    places.sort_unstable();
    places.dedup();
    let mut names: Vec<u32> = Vec::new();
    places.into_iter().for_each(|place| names.extend_from_slice(&titles.postings(place)));
    names.sort_unstable();
    names.dedup();
    names
}

/// A title has few words: to look through them is quicker than to hash.
struct Scale<'q> {
    asked: &'q Asked,
    /// The place of each word, and its weight.
    direct: Vec<(u32, f32)>,
    /// The place of a word that means nearly the same; which of the words, by number, and how nearly.
    kin: Vec<(u32, usize, f32)>,
    total: f32,
}

impl<'q> Scale<'q> {
    fn new(asked: &'q Asked) -> Self {
        let mut direct: Vec<(u32, f32)> = Vec::new();
        let mut kin: Vec<(u32, usize, f32)> = Vec::new();
        for (word, weight) in &asked.words {
            let Some(place) = word.place else { continue };
            let at = direct.iter().position(|(other, _)| *other == place).unwrap_or_else(|| {
                direct.push((place, 0.0));
                direct.len() - 1
            });
            direct[at].1 = direct[at].1.max(*weight);
            for (other, likeness) in &word.kin {
                match kin.iter_mut().find(|(known, ..)| known == other) {
                    Some(known) if known.2 < *likeness => *known = (*other, at, *likeness),
                    Some(_) => {}
                    None => kin.push((*other, at, *likeness)),
                }
            }
        }
        let total = asked.words.iter().map(|(_, weight)| weight).sum::<f32>().max(0.01);
        Self { asked, direct, kin, total }
    }

    /// Which of the words a word of a name is, or is nearly, and how nearly.
    fn means(&self, place: u32) -> Option<(usize, f32)> {
        let is_it = self.direct.iter().position(|(other, _)| *other == place).map(|at| (at, 1.0));
        is_it.or_else(|| self.kin.iter().find(|(other, ..)| *other == place).map(|(_, at, likeness)| (*at, *likeness)))
    }

    fn of(&self, titles: &Titles<'_>, name: &Name) -> f32 {
        let mut used: Vec<(usize, f32)> = Vec::with_capacity(name.words.len());
        let (mut matched, mut all) = (0.0, 0.0);
        for word in &name.words {
            let weight = weight_in_name(word, name);
            all += weight;
            let Some((at, likeness)) = word.place.and_then(|place| self.means(place)) else { continue };
            matched += weight * likeness;
            match used.iter_mut().find(|(other, _)| *other == at) {
                Some(known) => known.1 = known.1.max(likeness),
                None => used.push((at, likeness)),
            }
        }
        let covered: f32 = used.iter().map(|(at, likeness)| self.direct[*at].1 * likeness).sum();
        let (of_name, of_title) = (matched / all.max(0.01), (covered / self.total).min(1.0));
        if of_name <= 0.0 || of_title <= 0.0 {
            return 0.0;
        }
        let is_single = self.asked.words.len() == 1 && of_name < 0.9;
        let base = of_name.powf(OF_NAME) * of_title.powf(1.0 - OF_NAME);
        base * if is_single { 0.6 } else { 1.0 } * self.fit(titles, name) * self.guard(titles, name)
    }

    /// A function of another class makes another title of it.
    fn fit(&self, titles: &Titles<'_>, name: &Name) -> f32 {
        let class = match (self.asked.class, name.class) {
            (Some(asked), Some(named)) if asked != named => likeness(asked, named),
            // A name of another language that says another function than the role is put too freely.
            (Some(asked), Some(_)) if name.kind == TitleKind::Foreign => match titles.role(name.role).class {
                Some(own) if own != asked => likeness(asked, own),
                _ => 1.0,
            },
            (None, Some(_)) => 0.9,
            _ => 1.0,
        };
        class
            * match name.kind {
                TitleKind::Sourced => 0.985,
                TitleKind::Foreign => 0.97,
                _ => 1.0,
            }
    }

    /// Nobody leads a department whose title does not say so.
    fn guard(&self, titles: &Titles<'_>, name: &Name) -> f32 {
        let rank = titles.role(name.role).rank;
        let department = if rank >= 7 && !self.asked.leads { 0.7 } else { 1.0 };
        let is_short = name.words.iter().any(|word| word.text.len() <= 4);
        let says_chief = self.asked.words.iter().any(|(word, _)| word.text == "chief");
        let is_board = rank >= 9 && !says_chief && name.kind != TitleKind::Foreign && !is_short;
        department * if is_board { 0.7 } else { 1.0 }
    }
}

fn weight_in_name(word: &Word, name: &Name) -> f32 {
    use Class::{Auditor, Coordinator, Director, Manager, Officer, Technician, Trainer};
    let mut weight = word.evidence();
    let of_it = [Manager, Director, Officer, Trainer, Auditor, Technician, Coordinator];
    if word.text == "it" && name.words.iter().any(|word| word.class.is_some_and(|class| of_it.contains(&class))) {
        weight = weight.max(1.7);
    }
    if word.rank > 0 && word.text != "lead" { weight * 0.6 } else { weight }
}

/// How nearly two classes of functions are the same.
pub fn likeness(one: Class, other: Class) -> f32 {
    use Class::{
        Administrator, Analyst, Architect, Consultant, Coordinator, Designer, Director, Engineer, Executive, Lead,
        Manager, Officer, Scientist, Specialist, Support, Technician, Tester,
    };
    match (one.min(other), one.max(other)) {
        (Specialist, Support) => 1.0,
        (Specialist, Technician) | (Support, Technician) => 0.95,
        (Engineer, Specialist)
        | (Analyst, Specialist)
        | (Administrator, Specialist)
        | (Engineer, Support)
        | (Analyst, Support)
        | (Consultant, Specialist)
        | (Engineer, Tester)
        | (Analyst, Tester)
        | (Specialist, Tester)
        | (Officer, Specialist)
        | (Executive, Specialist)
        | (Executive, Support)
        | (Designer, Executive)
        | (Designer, Specialist) => 0.9,
        (Consultant, Engineer)
        | (Lead, Manager)
        | (Manager, Officer)
        | (Analyst, Executive)
        | (Administrator, Executive) => 0.85,
        (Director, Manager) | (Engineer, Executive) | (Architect, Consultant) => 0.8,
        (Administrator, Engineer) | (Engineer, Lead) | (Designer, Engineer) | (Engineer, Technician) => 0.75,
        (Engineer, Scientist) | (Coordinator, Manager) => 0.7,
        _ => 0.5,
    }
}
