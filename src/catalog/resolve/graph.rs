//! The moves between roles: prerequisites forwards and backwards, and that they make no circle.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::catalog::model::evidence::{Move, MoveKind};
use crate::catalog::model::{Edge, Grade, Moves, Related, RoleIx, SourceIx, Statement};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::role::{Link, Resolved};
use crate::text::fold;
use crate::text::harmless::shown;
use crate::text::sorting::Arrange;

/// The moves of every role, in catalog order.
pub struct Graph<'a> {
    pub moves: Vec<Moves<'a>>,
    pub related: Vec<Related<'a>>,
}

/// Draws the graph of roles in catalog order.
pub fn graph<'a>(draft: &Draft<'a>, roles: &[Resolved<'a>], faults: &mut Faults) -> Graph<'a> {
    let drawing = Drawing::new(draft, roles);
    let mut moves: Vec<Moves<'a>> = roles.iter().map(|role| drawing.moves(role, faults)).collect();
    read_backwards(&mut moves);
    // Circles are drawn by the places of the words, which stand in the order of the files.
    circles(roles, &moves, faults);
    let mut related: Vec<Related<'a>> = roles.iter().map(|role| drawing.related(role.head.id)).collect();
    let order = Order { founding: draft.sources.find(FOUNDING_PAGE).map(SourceIx::from), roles };
    for (at, of) in moves.iter_mut().enumerate() {
        [&mut of.prerequisites, &mut of.next, &mut of.lateral].into_iter().for_each(|edges| order.sort(at, edges));
    }
    related.iter_mut().enumerate().for_each(|(at, of)| order.sort(at, &mut of.edges));
    Graph { moves, related }
}

/// The source whose word on a move comes before that of any number of others.
const FOUNDING_PAGE: &str = "founding-page";

/// The order in which every answer has moves: those of the founding page, then the role's own ladder,
/// then by the number of sources that state them, then those that were observed, and last those that
/// are the catalog's own. Equals stay as the file has them.
struct Order<'r, 'a> {
    founding: Option<SourceIx>,
    roles: &'r [Resolved<'a>],
}

impl Order<'_, '_> {
    fn sort(&self, of: usize, edges: &mut [Edge<'_>]) {
        edges.sort_by_cached_key(|edge| {
            let is_founding = |statement: &Statement<'_>| Some(statement.source) == self.founding;
            let is_founding = edge.statements.iter().any(is_founding);
            let is_observed = edge.statements.iter().any(|statement| statement.observed.is_some());
            let is_rung = self.base(of).is_some() && self.base(of) == self.base(edge.role.at());
            (Reverse(is_founding), Reverse(is_rung), Reverse(edge.stated_by()), Reverse(is_observed))
        });
    }

    /// The base of the ladder that a role stands on.
    fn base(&self, role: usize) -> Option<&str> {
        self.roles[role].ladder.map(|link| link.of)
    }
}

struct Drawing<'d, 'a> {
    draft: &'d Draft<'a>,
    by_id: HashMap<&'a str, RoleIx>,
    /// The grades of roles of which somebody states them, and by which catalog that is done.
    graded: HashMap<RoleIx, (&'d [Grade<'a>], Option<u8>)>,
    stated: HashMap<(&'a str, &'a str), Vec<Move<'a>>>,
    /// What sources call related to a role.
    related: HashMap<&'a str, Vec<Move<'a>>>,
}

impl<'d, 'a> Drawing<'d, 'a> {
    fn new(draft: &'d Draft<'a>, roles: &'d [Resolved<'a>]) -> Self {
        let is_graded = |role: &Resolved<'_>| !role.grades.is_empty() || role.graded_by.is_some();
        let graded = roles.iter().enumerate().filter(|(_, role)| is_graded(role));
        let graded = graded.map(|(at, role)| (at.into(), (role.grades.as_slice(), role.graded_by))).collect();
        let by_id = roles.iter().enumerate().map(|(at, role)| (role.head.id, at.into())).collect();
        let mut stated: HashMap<_, Vec<Move<'a>>> = HashMap::new();
        let mut related: HashMap<_, Vec<Move<'a>>> = HashMap::new();
        for stated_move in &draft.evidence.moves {
            stated.entry((stated_move.from, stated_move.to)).or_default().push(*stated_move);
            if stated_move.kind == MoveKind::Related {
                related.entry(stated_move.from).or_default().push(*stated_move);
            }
        }
        Self { draft, by_id, graded, stated, related }
    }

    fn moves(&self, role: &Resolved<'a>, faults: &mut Faults) -> Moves<'a> {
        let to = role.head.id;
        let prerequisite = |link: &Link<'a>| (link.id, to, MoveKind::Promotion);
        let lateral = |link: &Link<'a>| (to, link.id, MoveKind::Lateral);
        Moves {
            prerequisites: self.edges(&role.prerequisites, prerequisite, faults),
            next: Vec::new(),
            lateral: self.edges(&role.lateral, lateral, faults),
        }
    }

    fn edges(
        &self,
        links: &[Link<'a>],
        ends: impl Fn(&Link<'a>) -> (&'a str, &'a str, MoveKind),
        faults: &mut Faults,
    ) -> Vec<Edge<'a>> {
        let mut edges = Vec::with_capacity(links.len());
        for link in links {
            let (from, to, kind) = ends(link);
            match self.by_id.get(link.id) {
                Some(role) => {
                    let (statements, grade) = (self.statements(from, to, kind), self.grade(*role, link, faults));
                    edges.push(Edge { role: *role, statements, origin: link.origin, grade });
                }
                None => faults.0.extend(self.dangling(link)),
            }
        }
        edges
    }

    /// The id of the grade that a link names of a role. A catalog above that of the link may have given the role other
    /// grades since: the link is right where it stands, and is one of the whole role.
    fn grade(&self, role: RoleIx, link: &Link<'a>, faults: &mut Faults) -> Option<&'a str> {
        let (said, at) = link.grade?;
        let (grades, graded_by) = self.graded.get(&role).copied().unwrap_or_default();
        let key = fold::key(said);
        let is_called = |grade: &&Grade<'a>| {
            let names = [grade.id, grade.title].into_iter().chain(grade.aliases.iter().copied());
            names.map(fold::key).any(|name| name == key)
        };
        let found = grades.iter().find(is_called).map(|grade| grade.id);
        let is_lost = |file: FileOf<'_>| graded_by.is_some_and(|above| above > file.catalog);
        let unknown = at.filter(|(file, _)| found.is_none() && !is_lost(*file)).map(|(file, place)| {
            let message = format!("`{}` has no grade `{}`", link.id, shown(said));
            let ids: Vec<&str> = grades.iter().map(|grade| grade.id).collect();
            let none = || "it has no grades: `grades:` of its file states some".to_owned();
            let help = if ids.is_empty() { none() } else { format!("its grades: {}", ids.join(", ")) };
            Diagnostic::at(file, place, "unknown-role", message).help(help)
        });
        faults.0.extend(unknown);
        found
    }

    /// A role whose file is broken has its own diagnostic, and is no news here.
    fn dangling(&self, link: &Link<'a>) -> Option<Diagnostic> {
        let (file, place) = link.place.filter(|_| !self.draft.named.contains(link.id))?;
        Some(self.draft.unknown_role(link.id, file, place))
    }

    fn statements(&self, from: &'a str, to: &'a str, kind: MoveKind) -> Vec<Statement<'a>> {
        let mut stated: Vec<Statement<'a>> = self.of_kind((from, to), kind);
        stated.extend(self.of_kind((from, to), MoveKind::Observed));
        if kind == MoveKind::Lateral {
            stated.extend(self.of_kind((to, from), kind));
            stated.extend(self.of_kind((to, from), MoveKind::Observed));
        }
        stated.arrange_by_key(|statement| (statement.source, statement.stated));
        stated
    }

    fn of_kind(&self, ends: (&'a str, &'a str), kind: MoveKind) -> Vec<Statement<'a>> {
        let stated = self.stated.get(&ends).into_iter().flatten();
        stated.filter(|stated| stated.kind == kind).map(|stated| stated.statement).collect()
    }

    fn related(&self, id: &'a str) -> Related<'a> {
        let mut edges: Vec<Edge<'a>> = Vec::new();
        for stated in self.related.get(id).into_iter().flatten() {
            let Some(role) = self.by_id.get(stated.to) else { continue };
            match edges.iter_mut().find(|edge| edge.role == *role) {
                Some(edge) => edge.statements.push(stated.statement),
                None => edges.push(Edge { role: *role, statements: vec![stated.statement], origin: 0, grade: None }),
            }
        }
        Related { edges }
    }
}

/// Next roles are the prerequisites read backwards.
fn read_backwards(moves: &mut [Moves<'_>]) {
    for to in 0..moves.len() {
        for edge in moves[to].prerequisites.clone() {
            let from = edge.role.at();
            moves[from].next.push(Edge { role: to.into(), ..edge });
        }
    }
}

/// Notes each circle of prerequisites once, drawn from its first role in catalog order.
fn circles(roles: &[Resolved<'_>], moves: &[Moves<'_>], faults: &mut Faults) {
    let mut seen = vec![Mark::New; roles.len()];
    for start in 0..roles.len() {
        let mut trail = Vec::new();
        descend(start, moves, &mut seen, &mut trail, &mut |circle| faults.0.extend(drawn(roles, circle)));
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    OnTrail,
    Done,
}

/// Walks the prerequisites depth first, without the stack: a ladder may have ten thousand rungs.
fn descend(
    start: usize,
    moves: &[Moves<'_>],
    seen: &mut [Mark],
    trail: &mut Vec<(usize, usize)>,
    report: &mut impl FnMut(&[(usize, usize)]),
) {
    if seen[start] == Mark::New {
        seen[start] = Mark::OnTrail;
        trail.push((start, 0));
    }
    while let Some((role, next)) = trail.last_mut() {
        let Some(edge) = moves[*role].prerequisites.get(*next) else {
            seen[*role] = Mark::Done;
            trail.pop();
            continue;
        };
        *next += 1;
        let target = edge.role.at();
        match seen[target] {
            Mark::Done => {}
            Mark::New => {
                seen[target] = Mark::OnTrail;
                trail.push((target, 0));
            }
            Mark::OnTrail => {
                let from = trail.iter().position(|(role, _)| *role == target).expect("it is on the trail");
                report(&trail[from..]);
            }
        }
    }
}

/// Joins the roles of a circle; of a long one its ends, for a catalog may have many long ones.
fn shortened(ids: &[&str]) -> String {
    const ENDS: usize = 6;
    match ids.len() > 2 * ENDS {
        false => ids.join(" needs "),
        true => {
            let left_out = ids.len() - 2 * ENDS;
            let (first, last) = (ids[..ENDS].join(" needs "), ids[ids.len() - ENDS..].join(" needs "));
            format!("{first} needs … {left_out} more … needs {last}")
        }
    }
}

/// Draws a circle as `a needs b needs a`, at the word that closes it.
fn drawn(roles: &[Resolved<'_>], circle: &[(usize, usize)]) -> Option<Diagnostic> {
    let (last, next) = circle.last()?;
    let link = &roles[*last].prerequisites[*next - 1];
    let (file, place) = link.place.or_else(|| {
        // The word that closes the circle lies in the catalog beneath: take one that does not.
        circle.iter().find_map(|(role, next)| roles[*role].prerequisites[*next - 1].place)
    })?;
    let ids: Vec<&str> = circle.iter().map(|(role, _)| roles[*role].head.id).collect();
    let message = format!("prerequisites run in a circle: {} needs {}", shortened(&ids), ids[0]);
    let help = "take one of these prerequisites out; a move both ways is `lateral:`";
    Some(Diagnostic::at(file, place, "circular-prerequisites", message).help(help))
}
