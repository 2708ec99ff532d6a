//! The two readers of what strangers write, each as one call: for the fuzzers in `tests/fuzz`, and
//! for the test that keeps what they found. Not part of the interface.

use crate::catalog::model::RoleIx;
use crate::catalog::read::files::SourceFile;
use crate::catalog::read::load;
use crate::catalog::read::load::Layer;
use crate::catalog::{Catalog, Named, bake_over};
use crate::check;
use crate::check::Subject;
use crate::present::choice::Choice;
use crate::present::palette::Palette;
use crate::present::theme::Theme;
use crate::query;
use crate::query::Answer;
use crate::render;
use crate::render::Style;
use crate::request::{Decide, Explore, Format, Gap, Match, Show, Usual};
use crate::view::error::{Error, Fault};

/// What a line begins with that names the file below it.
const NAMES_A_FILE: &str = "=== ";
/// The file of what stands above the first such line.
const UNNAMED: &str = "operations/sample.yaml";

/// Reads a small catalog laid over another, as `--catalog` and `check` do, and shows what became of it.
pub fn loader(base: Catalog<'_>, sample: &[u8]) {
    let sources = files(&String::from_utf8_lossy(sample));
    let (layer, mut faults) = load::parse(&sources);
    let baked = bake_over(Some(&base), &[Named { name: "sample", layer: &layer }]);
    let catalog = baked.as_ref().ok().map(|bytes| Catalog::open(bytes).expect("it was baked just now"));
    faults.extend(check::editorial(&Subject::new(&layer, catalog), check::House::Kept, &[]));
    if let Some(catalog) = catalog {
        show(catalog, &layer);
    }
    faults.extend(baked.err().unwrap_or_default());
    let text = |file: &str| sources.iter().find(|source| source.path == file).map(|source| source.text.as_str().into());
    let told: Vec<Fault> =
        faults.into_iter().map(|diagnostic| Fault { text: text(&diagnostic.file), diagnostic }).collect();
    tell(&told);
}

/// Reads a self-assessment, as `gap` and `match` do, and shows what it comes to.
pub fn profile(catalog: Catalog<'_>, sample: &[u8]) {
    let Ok(text) = std::str::from_utf8(sample) else { return };
    let file = SourceFile { path: "me.yaml".to_owned(), text: text.to_owned() };
    let Some((_, head)) = catalog.heads().last() else { return };
    let gap = Gap { role: vec![head.id.to_owned()], profile: "me.yaml".into(), grade: None, exit_code: true };
    let fits = Match { profile: Some("me.yaml".into()), max: Some(3), ..Match::default() };
    for command in [Decide::Gap(gap), Decide::Match(fits)] {
        draw(query::decide(catalog, &command, |_| Ok(file.clone())));
    }
}

/// Parts a sample into files.
fn files(sample: &str) -> Vec<SourceFile> {
    let mut files = vec![SourceFile { path: UNNAMED.to_owned(), text: String::new() }];
    for line in sample.split_inclusive('\n') {
        match line.strip_prefix(NAMES_A_FILE) {
            Some(path) => files.push(SourceFile { path: path.trim().to_owned(), text: String::new() }),
            None => files.last_mut().expect("there is a first").text.push_str(line),
        }
    }
    files.retain(|file| !file.text.is_empty() && (file.path.ends_with(".yaml") || file.path.ends_with(".yml")));
    files
}

/// Shows the roles of a layer that are not hidden.
fn show(catalog: Catalog<'_>, layer: &Layer) {
    let is_shown = |role: &RoleIx| !catalog.head(*role).hidden;
    for role in layer.roles.iter().filter_map(|file| catalog.find_id(&file.id)).filter(is_shown).take(4) {
        let roles = vec![catalog.id(role).to_owned()];
        let show =
            Show { roles, section: Vec::new(), region: Vec::new(), all: true, grade: None, usual: Usual::default() };
        draw(query::explore(catalog, &Explore::Show(show), || unreachable!("a page asks for no words")));
    }
}

/// Draws an answer as a page and as lines, or the faults that stand in its place.
fn draw(answer: Result<Answer<'_>, Error>) {
    match answer {
        Ok(answer) => [Format::Page, Format::Lines].into_iter().for_each(|format| {
            let beside = (answer.resolved.as_slice(), answer.notes.as_slice());
            render::render(&answer.view, beside, &style(format)).expect("every view has a page and lines");
        }),
        Err(error) => tell(&error.faults),
    }
}

fn tell(faults: &[Fault]) {
    for width in [None, Some(40)] {
        crate::present::diagnostic::drawn(faults, true, width);
    }
}

fn style(format: Format) -> Style {
    Style {
        format,
        width: 60,
        palette: Palette::new(Theme::Unknown, ""),
        unicode: true,
        plain: false,
        fields: Vec::new(),
        header: true,
        spreadsheet: false,
        choice: Choice::default(),
    }
}
