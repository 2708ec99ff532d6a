//! The terms of a weight and a level, in words that a reader can check.

use crate::catalog::Catalog;
use crate::catalog::model::{
    CompetencyIx, Confidence, Grade, Ground, Hundredths, Proficiency, Profile, Rating, RoleIx, Standing, Terms,
};
use crate::catalog::score::{AGREES, CONTESTS, FALLS};
use crate::query::namer::Namer;
use crate::query::scales;
use crate::view::{JudgedTerm, OwnLevel, RungTerm, SourceTerm, WeightTerms};

/// Says what a role's file states.
pub fn stated(rating: &Rating<'_>, namer: &Namer<'_>) -> Option<String> {
    let (why, is_equal) = match rating.ground {
        Ground::Stated(why) => (why, false),
        Ground::Equal(why) => (why, true),
        _ => return None,
    };
    let whose = match namer.imprint(rating.origin) {
        None => "editorial".to_owned(),
        Some(_) => format!("stated by the catalog `{}`", namer.origin(rating.origin)),
    };
    let weight = rating.weight;
    Some(match (why, is_equal) {
        ("", true) => format!("weight {weight}: none is stated, so that it weighs as every other without one"),
        (why, true) => {
            format!("weight {weight}: none is stated, so that it weighs as every other without one; {whose}: {why}")
        }
        ("", false) => format!("weight {weight}: {whose}: stated in the role's file"),
        (why, false) => format!("weight {weight}: {whose}: {why}"),
    })
}

/// Says, in the place of how a level was read, where the role's file puts it on a scale of the company's own.
pub fn with_own<'a>(
    catalog: &Catalog<'a>,
    profile: &Profile<'a>,
    rating: &Rating<'a>,
    mut lines: Vec<String>,
) -> Vec<String> {
    let Some(own) = scales::of_role(catalog, profile, rating.competency) else { return lines };
    lines.retain(|line| !line.starts_with("level") && !line.starts_with("ladder, levels"));
    let means = rating.level.map_or("no level of ours", Proficiency::word);
    let OwnLevel { word, step, steps, scale } = own;
    lines.push(format!("level {word}: step {step} of {steps} ({}), stated; it stands for {means}", scale.join(", ")));
    lines
}

/// Says, in the place of how a level of the whole role came about, that a grade states its own.
pub fn at_grade(grade: &Grade<'_>, rating: &Rating<'_>, mut lines: Vec<String>) -> Vec<String> {
    if !grade.levels.iter().any(|(of, _)| *of == rating.competency) {
        return lines;
    }
    if grade.placed.iter().any(|it| it.competency == rating.competency) {
        lines.push(format!("grade {}: the level is its own", grade.id));
        return lines;
    }
    lines.retain(|line| !line.starts_with("level") && !line.starts_with("ladder, levels"));
    let word = rating.level.map_or("no level", Proficiency::word);
    lines.push(format!("grade {}: level {word}, stated for the grade", grade.id));
    lines
}

/// Returns the steps from the readings and sources to the weight and the level, a line each.
pub fn steps(rating: &Rating<'_>, terms: &Terms<'_>, view: &WeightTerms<'_>) -> Vec<String> {
    let mut steps = Vec::new();
    steps.extend(editors(view));
    steps.extend(read_alone(view));
    for (standing, what) in STANDINGS {
        steps.extend(sources(view, standing, what));
    }
    steps.extend(outside(terms, view));
    steps.extend(ladder(terms, view));
    steps.push(format!("weight {}", rating.weight));
    steps.push(level(rating, view));
    steps.extend(levels_aside(view));
    steps.push(confidence(rating, terms, view));
    steps
}

const STANDINGS: [(Standing, &str); 3] = [
    (Standing::Moves, "sources"),
    (Standing::Confirms, "confirm or contest, and move nothing"),
    (Standing::Shown, "shown, and count for nothing"),
];

/// The word for what a source can do.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Moves => "moves",
        Standing::Confirms => "confirms",
        Standing::Shown => "shown",
    }
}

/// "editors 95, 90, 95: 95".
fn editors(view: &WeightTerms<'_>) -> Option<String> {
    let editors = number(view.editors?);
    let weights: Vec<String> = view.readings.iter().map(|reading| number(reading.weight)).collect();
    let read = weights.join(", ");
    Some(match view.judged.as_ref().filter(|judged| judged.weight.is_some()) {
        Some(judged) if read.is_empty() => format!("editors {editors}, judged again: {}", judged.why),
        Some(judged) => format!("editors {read}; judged again {editors}: {}", judged.why),
        None => format!("editors {read}: {editors}"),
    })
}

/// "read once more by itself, 70: resilience is argued for against features".
fn read_alone(view: &WeightTerms<'_>) -> Vec<String> {
    let reasoned = view.readings.iter().filter_map(|reading| Some((number(reading.weight), reading.why.as_deref()?)));
    reasoned.map(|(weight, why)| format!("read once more by itself, {weight}: {why}")).collect()
}

/// "sources: OaSIS 2025 96 (close), ROME 4 97 (exact)".
fn sources(view: &WeightTerms<'_>, standing: Standing, what: &str) -> Option<String> {
    let is_read = view.editors.is_some();
    let those = view.sources.iter().filter(|term| !is_read || term.standing == self::standing(standing));
    let said: Vec<String> = those.filter_map(said).collect();
    match (is_read, standing) {
        (false, Standing::Moves) if said.is_empty() => None,
        (false, Standing::Moves) => Some(format!("nobody has read it; sources, proxies too: {}", said.join(", "))),
        (false, _) => None,
        (true, _) => (!said.is_empty()).then(|| format!("{what}: {}", said.join(", "))),
    }
}

fn said(term: &SourceTerm<'_>) -> Option<String> {
    Some(format!("{} {} ({})", term.source.short, number(term.score?), term.quality))
}

/// "outside 93, their mean, exact counting 1 and close 0.6: 0.095 × 1.6 / 2.6 = 0.058 of the way from 95 is 94.9".
fn outside(terms: &Terms<'_>, view: &WeightTerms<'_>) -> Option<String> {
    let outside = number(terms.outside?.value());
    let counting: Vec<&SourceTerm<'_>> = view.sources.iter().filter(|term| term.counts > 0.0).collect();
    if terms.editors.is_none() {
        return Some(outside_alone(&outside, &counting, terms));
    }
    let Some((moved, share)) = terms.moved.zip(view.share) else {
        return Some(format!("outside {outside}, which moves nothing"));
    };
    let shares_a_vote = counting.iter().any(|term| ![1.0, 0.6].contains(&term.counts));
    let half = if shares_a_vote { ", half of it for two that share a vote" } else { "" };
    let votes: f64 = counting.iter().map(|term| term.counts).sum();
    let (most, above, below) = (decimal(view.most?), decimal(votes), decimal(votes + 1.0));
    let (from, to) = (number(moved.from.value()), number(moved.to.value()));
    Some(format!(
        "outside {outside}, their mean, exact counting 1 and close 0.6{half}: {most} × {above} / {below} = {} of the way \
         from {from} is {to}",
        decimal(share)
    ))
}

/// "outside 89.1, their mean, each by how far it runs with the readings: O*NET 29.2 0.55; the rest to 1 is 33.6, ..".
fn outside_alone(outside: &str, counting: &[&SourceTerm<'_>], terms: &Terms<'_>) -> String {
    if counting.iter().all(|term| term.counts == 1.0) {
        return format!("outside {outside}: their mean");
    }
    let counts = counting.iter().map(|term| format!("{} {}", term.source.short, decimal(term.counts)));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let rest = terms.moved.map_or(String::new(), |moved| {
        let (from, to) = (number(moved.from.value()), number(moved.to.value()));
        format!("; the rest to 1 is {from}, the mean of what was read of other roles: {to}")
    });
    format!("outside {outside}, their mean, each by how far it runs with the readings: {counts}{rest}")
}

/// The rungs of a role's own ladder, with what each had before the ladder was evened out.
pub fn rungs<'a>(catalog: &Catalog<'a>, role: RoleIx, competency: CompetencyIx) -> Vec<RungTerm<'a>> {
    let base = |role: RoleIx| catalog.ladder(role).map(|ladder| ladder.base);
    let rung = |role: RoleIx| {
        let grounds = catalog.grounds(role);
        let terms = grounds.terms().into_iter().find(|terms| terms.competency == competency)?;
        let rating = catalog.profile(role).ratings.into_iter().find(|rating| rating.competency == competency)?;
        let editors = terms.moved.map(|moved| moved.to).or(terms.editors)?;
        let before = terms.ladder.and_then(|ladder| ladder.weight).unwrap_or(editors);
        let level = terms.ladder.and_then(|ladder| ladder.level).or(rating.level);
        Some(RungTerm {
            role: catalog.id(role),
            weight_before: before.value(),
            weight: rating.weight,
            level_before: level.map(Proficiency::word),
            level: rating.level.map(Proficiency::word),
        })
    };
    let ladder = catalog.ladder(role);
    let own = ladder.into_iter().flat_map(|ladder| ladder.rungs).map(|rung| rung.role);
    own.filter(|other| base(*other) == base(role)).filter_map(rung).collect()
}

/// "ladder, weights before: devops-engineer 60.3 (now 61), senior-devops-engineer 61.5; …".
fn ladder(terms: &Terms<'_>, view: &WeightTerms<'_>) -> Vec<String> {
    let Some(ladder) = terms.ladder else { return Vec::new() };
    let weight = |rung: &RungTerm<'_>| match Hundredths::of(rung.weight_before).rounded() == rung.weight {
        true => format!("{} {}", rung.role, number(rung.weight_before)),
        false => format!("{} {} (now {})", rung.role, number(rung.weight_before), rung.weight),
    };
    let level = |rung: &RungTerm<'_>| match (rung.level_before.unwrap_or("none"), rung.level.unwrap_or("none")) {
        (before, after) if before == after => format!("{} {before}", rung.role),
        (before, after) => format!("{} {before} (now {after})", rung.role),
    };
    let said = |what: &str, rungs: Vec<String>, why: &str| format!("ladder, {what}: {}; {why}", rungs.join(", "));
    let mut lines = Vec::new();
    if ladder.weight.is_some() {
        let why = format!(
            "a fall of {FALLS:.0} or less is within what two readings are off by, and the rungs have their mean, the base \
             counting most"
        );
        lines.push(said("weights before", view.rungs.iter().map(weight).collect(), &why));
    }
    if ladder.level.is_some() {
        lines.push(said(
            "levels before",
            view.rungs.iter().map(level).collect(),
            "a level falls only where its weight falls far",
        ));
    }
    lines
}

/// "level practitioner: the median of practitioner, practitioner, expert": how it came about, with what did not
/// count and why.
fn level(rating: &Rating<'_>, view: &WeightTerms<'_>) -> String {
    let Some(level) = rating.level else { return "level: no source gives one".to_owned() };
    let level = Proficiency::word(level);
    let read: Vec<&str> = view.readings.iter().map(|reading| reading.level).collect();
    let judged = view.judged.as_ref().and_then(|judged| Some((judged.level?, judged)));
    let from = match (judged, read.as_slice()) {
        (Some((word, judged)), read) => judged_level((word != level).then_some(word), judged, read),
        (None, []) if view.editors.is_none() => match levels_of_sources(view).as_slice() {
            [one] => one.clone(),
            those => format!("the mean of {}", those.join(", ")),
        },
        (None, []) => "the editors'".to_owned(),
        (None, [one]) => format!("one reading: {one}"),
        (None, read) if read.len() % 2 == 1 => format!("the median of {}", read.join(", ")),
        (None, read) => format!("the mean of the middle two of {}, the higher one between two", read.join(", ")),
    };
    let ladder = if view.level_before_ladder.is_some() { "; then evened out along its ladder, see there" } else { "" };
    format!("level {level}: {from}{ladder}")
}

/// "judged again, in the place of practitioner, practitioner, expert: builds whole features"; with its word where
/// a ladder has changed it since.
fn judged_level(word: Option<&str>, judged: &JudgedTerm<'_>, read: &[&str]) -> String {
    let place = if read.is_empty() { String::new() } else { format!(", in the place of {}", read.join(", ")) };
    let why = if judged.weight.is_some() { "with the weight".to_owned() } else { judged.why.clone() };
    let word = word.map_or(String::new(), |word| format!("{word}, "));
    format!("{word}judged again{place}: {why}")
}

/// "GDaD 2025 expert (close)".
fn levels_of_sources(view: &WeightTerms<'_>) -> Vec<String> {
    let level = |term: &SourceTerm<'_>| Some(format!("{} {} ({})", term.source.short, term.level?, term.quality));
    view.sources.iter().filter_map(level).collect()
}

/// "levels that count for nothing, since readers gave one: GDaD 2025 expert (close)".
fn levels_aside(view: &WeightTerms<'_>) -> Option<String> {
    let levels = levels_of_sources(view);
    let is_aside = view.editors.is_some() && !levels.is_empty();
    is_aside.then(|| format!("levels that count for nothing, since readers gave one: {}", levels.join(", ")))
}

/// "confidence A: readings within 5; within 12 of them ROME 4, OaSIS 2025".
fn confidence(rating: &Rating<'_>, terms: &Terms<'_>, view: &WeightTerms<'_>) -> String {
    let letter = match rating.confidence {
        Confidence::A => 'A',
        Confidence::B => 'B',
        Confidence::C => 'C',
    };
    let Some(editors) = terms.editors else { return format!("confidence {letter}: from evidence, not read") };
    let agreeing: Vec<&str> = view.sources.iter().filter(|term| term.agrees).map(|term| term.source.short).collect();
    let agreeing = match agreeing.as_slice() {
        [] => "no source agrees".to_owned(),
        those => format!("within {AGREES:.0} of them {}", those.join(", ")),
    };
    let spread = number(spread(terms, editors));
    let contested =
        if terms.is_contested { format!("; contested: outside is more than {CONTESTS:.0} off") } else { String::new() };
    format!("confidence {letter}: readings within {spread}; {agreeing}{contested}")
}

fn spread(terms: &Terms<'_>, editors: Hundredths) -> f64 {
    let judged = terms.judged.and_then(|judged| judged.weight).map(|_| editors);
    let weights = || terms.readings.iter().map(|reading| reading.weight).chain(judged).map(Hundredths::value);
    (weights().fold(0.0, f64::max) - weights().fold(100.0, f64::min)).max(0.0)
}

/// Whole numbers without a decimal, others with one.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Three decimals at most.
fn decimal(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
