//! Words weighed against names: how much of a name a title has, and how much of the title the name says.

use std::collections::HashMap;
use std::rc::Rc;

use crate::catalog::model::{Class, RoleIx, TitleKind, TitleName};
use crate::text::sorting::Arrange;
use crate::titles::function::{self, DEPARTMENT};
use crate::titles::known::{Name, Titles};
use crate::titles::word::Word;

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

/// Names that cannot reach this share of the best score are not looked at.
const NEAR_BEST: f32 = 0.6;
/// Nor are, as a rule, names with less of the title than this share of the most that any has.
const NEAR_MOST: f32 = 0.3;

/// Returns the roles that have a name with one of the words, best first: those whose score is at least
/// `least`, and near the best.
pub fn score(titles: &Titles<'_>, asked: &Asked, least: f32) -> Vec<Scored> {
    let scale = Scale::new(asked);
    let mut best = Best::default();
    let names = candidates(titles, &scale);
    let most = names.iter().map(|(share, _)| *share).fold(0.0, f32::max);
    // Most names have one word of many: they are put in order only where the others are not enough.
    let (near, far): (Vec<_>, Vec<_>) = names.into_iter().partition(|(share, _)| *share >= most * NEAR_MOST);
    for mut names in [near, far] {
        names.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (share, number) in names {
            // Those that follow cannot be better than that.
            if libm::powf(share.clamp(f32::MIN_POSITIVE, 1.0), 1.0 - OF_NAME) < least.max(best.highest * NEAR_BEST) {
                return best.ranked();
            }
            best.see(titles, &scale, number);
        }
    }
    best.ranked()
}

/// The best name of each role that was looked at.
#[derive(Default)]
struct Best {
    by_role: HashMap<RoleIx, Scored, foldhash::fast::RandomState>,
    /// What lies on top may be left out again, and does not count.
    highest: f32,
}

impl Best {
    fn see(&mut self, titles: &Titles<'_>, scale: &Scale<'_>, number: u32) {
        let name = titles.name(number);
        let TitleName { role, kind, is_above, .. } = name.record;
        if scale.asked.is_english && kind == TitleKind::Foreign {
            return;
        }
        let score = scale.of(titles, &name.record);
        if score > 0.0 && self.by_role.get(&role).is_none_or(|other| other.score < score) {
            self.highest = if is_above { self.highest } else { self.highest.max(score) };
            self.by_role.insert(role, Scored { role, score, name });
        }
    }

    fn ranked(self) -> Vec<Scored> {
        let mut ranked: Vec<Scored> = self.by_role.into_values().collect();
        ranked.arrange_by(|a, b| b.score.total_cmp(&a.score).then(a.role.cmp(&b.role)));
        ranked
    }
}

/// Names that share a telling word, with the most of the title that each can have: that is known without
/// reading it.
fn candidates(titles: &Titles<'_>, scale: &Scale<'_>) -> Vec<(f32, u32)> {
    let has_telling = scale.words.iter().any(|word| word.is_telling());
    let is_telling = |at: usize| !has_telling || scale.words[at].is_telling();
    // A name may have every other word too.
    let others: f32 = (0..scale.words.len()).filter(|at| !is_telling(*at)).map(|at| scale.direct[at].1).sum();
    let mut shares = titles.shares.borrow_mut();
    shares.reach(titles.catalog.title_name_count());
    for at in (0..scale.words.len()).filter(|at| is_telling(*at)) {
        let (place, weight) = scale.direct[at];
        let word = u32::try_from(at + 1).expect("a title has few words");
        titles.postings(place).iter().for_each(|name| shares.add(*name, word, weight));
        let mut kin: Vec<(u32, f32)> =
            scale.kin.iter().filter(|kin| kin.1 == at).map(|(place, _, likeness)| (*place, *likeness)).collect();
        kin.arrange_by(|a, b| b.1.total_cmp(&a.1));
        for (place, likeness) in kin {
            titles.postings(place).iter().for_each(|name| shares.add(*name, word, weight * likeness));
        }
    }
    let of_title = |(covered, name): (f32, u32)| (((covered + others) / scale.total).min(1.0), name);
    shares.take().map(of_title).collect()
}

/// A title has few words: to look through them is quicker than to hash.
struct Scale<'q> {
    asked: &'q Asked,
    /// Each word that has a place.
    words: Vec<&'q Word>,
    /// The place of each of them, and its weight.
    direct: Vec<(u32, f32)>,
    /// The place of a word that means nearly the same; which of the words, by number, and how nearly.
    kin: Vec<(u32, usize, f32)>,
    total: f32,
}

impl<'q> Scale<'q> {
    fn new(asked: &'q Asked) -> Self {
        let mut direct: Vec<(u32, f32)> = Vec::new();
        let mut words: Vec<&Word> = Vec::new();
        let mut kin: Vec<(u32, usize, f32)> = Vec::new();
        for (word, weight) in &asked.words {
            let Some(place) = word.place else { continue };
            let at = direct.iter().position(|(other, _)| *other == place).unwrap_or_else(|| {
                direct.push((place, 0.0));
                words.push(word);
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
        Self { asked, words, direct, kin, total }
    }

    /// Which of the words a word of a name is, or is nearly, and how nearly.
    fn means(&self, place: u32) -> Option<(usize, f32)> {
        let is_it = self.direct.iter().position(|(other, _)| *other == place).map(|at| (at, 1.0));
        is_it.or_else(|| self.kin.iter().find(|(other, ..)| *other == place).map(|(_, at, likeness)| (*at, *likeness)))
    }

    fn of(&self, titles: &Titles<'_>, name: &TitleName) -> f32 {
        let mut used: Vec<(usize, f32)> = Vec::with_capacity(name.words.len());
        let (mut matched, mut all) = (0.0, 0.0);
        for (place, weight) in &name.words {
            let weight = f32::from(*weight) / 1000.0;
            all += weight;
            let Some((at, likeness)) = self.means(*place) else { continue };
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
        let base = libm::powf(of_name, OF_NAME) * libm::powf(of_title, 1.0 - OF_NAME);
        base * if is_single { 0.6 } else { 1.0 } * self.fit(titles, name) * self.guard(titles, name)
    }

    /// A function of another class makes another title of it.
    fn fit(&self, titles: &Titles<'_>, name: &TitleName) -> f32 {
        let class = match (self.asked.class, name.class) {
            (Some(asked), Some(named)) if asked != named => function::likeness(asked, named),
            // A name of another language that says another function than the role is put too freely.
            (Some(asked), Some(_)) if name.kind == TitleKind::Foreign => match titles.role(name.role).class {
                Some(own) if own != asked => function::likeness(asked, own),
                _ => 1.0,
            },
            // Who leads is not one of those who are led: `Head of SRE`.
            (Some(asked), None) if function::leads(asked) && !titles.leads(name.role) => LED,
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
    fn guard(&self, titles: &Titles<'_>, name: &TitleName) -> f32 {
        let rank = titles.rank(name.role);
        let department = if rank >= DEPARTMENT && !self.asked.leads { 0.7 } else { 1.0 };
        let says_chief = self.asked.words.iter().any(|(word, _)| word.text == "chief");
        let is_board = rank >= 9 && !says_chief && name.kind != TitleKind::Foreign && !name.is_short;
        department * if is_board { 0.7 } else { 1.0 }
    }
}

/// What remains of the score of a name of somebody who leads nobody.
const LED: f32 = 0.5;
