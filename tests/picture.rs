//! The picture of the README: what the program prints, as text in an SVG that follows the reader's colors.
//!
//! `ROLES_WRITE_PICTURE=1 cargo test --test suite picture` draws it anew.

use unicode_width::UnicodeWidthStr;

use crate::support::{Roles, repository};

const PICTURE: &str = "roles/guide/show-cto.svg";
/// What is typed in it, and prints its lines. They stand beneath it in the README as text.
const LINE: &str = "show cto --section summary --section competencies --section career";
/// Stdout is a terminal there.
const TERMINAL: &str = "--format page --width 80 --color always";
const COLUMNS: usize = 80;
/// What a column and a line take up, and the margin around all.
const COLUMN: f64 = 8.4;
const ROW: f64 = 19.0;
const MARGIN: f64 = 20.0;

const STYLE: &str = "\
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #1f2328; }
.page { fill: #ffffff; stroke: #d1d9e0; }
.bold { font-weight: 700; }
.drawn { fill: #005faf; }
.noticed { fill: #875f00; }
.aside { fill: #626262; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .page { fill: #0d1117; stroke: #3d444d; }
  .drawn { fill: #5fafff; }
  .noticed { fill: #ffaf5f; }
  .aside { fill: #9e9e9e; }
}
";

/// The classes that the codes of the dark theme stand for.
fn classes(codes: &str) -> String {
    let classes = [("1", "bold"), ("38;5;75", "drawn"), ("38;5;215", "noticed"), ("38;5;247", "aside")];
    let has =
        |code: &str| codes == code || codes.starts_with(&format!("{code};")) || codes.ends_with(&format!(";{code}"));
    let found: Vec<&str> = classes.iter().filter(|(code, _)| has(code)).map(|(_, class)| *class).collect();
    assert!(!found.is_empty(), "no class for the codes {codes}");
    found.join(" ")
}

/// The pieces of a line, each with its codes.
fn pieces(line: &str) -> Vec<(String, String)> {
    let mut pieces: Vec<(String, String)> = Vec::new();
    for (at, part) in line.split("\u{1b}[").enumerate() {
        let (codes, text) = if at == 0 { ("0", part) } else { part.split_once('m').expect("a style ends") };
        pieces.push((codes.to_owned(), text.to_owned()));
    }
    pieces.retain(|(_, text)| !text.is_empty());
    pieces
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A line of text. Each piece has a place and a length of its own: whatever the font, columns stand.
fn row(line: &str, at: usize) -> String {
    let y = MARGIN + ROW * (at as f64 + 0.8);
    let mut column = 0;
    let mut spans = String::new();
    for (codes, text) in pieces(line) {
        let width = text.width();
        let lead = text.len() - text.trim_start_matches(' ').len();
        let shown = text.trim_matches(' ');
        if !shown.is_empty() {
            let (x, length) = (MARGIN + COLUMN * (column + lead) as f64, COLUMN * shown.width() as f64);
            let class = if codes == "0" { String::new() } else { format!(" class=\"{}\"", classes(&codes)) };
            spans.push_str(&format!(
                "<tspan x=\"{x:.1}\" textLength=\"{length:.1}\" lengthAdjust=\"spacingAndGlyphs\"{class}>{}</tspan>",
                escaped(shown)
            ));
        }
        column += width;
    }
    if spans.is_empty() { String::new() } else { format!("<text y=\"{y:.1}\" xml:space=\"preserve\">{spans}</text>\n") }
}

fn drawn() -> String {
    let screen = Roles::builtin()
        .words(LINE)
        .words(TERMINAL)
        .env("ROLES_THEME", "dark")
        .env("TERM", "xterm-256color")
        .run()
        .answered();
    let lines: Vec<String> = std::iter::once(format!("$ roles {LINE}"))
        .chain(std::iter::once(String::new()))
        .chain(screen.lines().map(str::to_owned))
        .collect();
    let width = 2.0 * MARGIN + COLUMN * COLUMNS as f64;
    let height = 2.0 * MARGIN + ROW * lines.len() as f64;
    let rows: String = lines.iter().enumerate().map(|(at, line)| row(line, at)).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" role=\"img\" aria-label=\"The CTO in a terminal: roles {LINE}\">\n\
         <style>\n{STYLE}</style>\n<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"{:.0}\" height=\"{:.0}\" rx=\"8\"/>\n\
         {rows}</svg>\n",
        width - 1.0,
        height - 1.0
    )
}

#[test]
fn the_picture_shows_what_the_program_prints() {
    let drawn = drawn();
    let path = repository(PICTURE);
    if std::env::var_os("ROLES_WRITE_PICTURE").is_some() {
        std::fs::write(&path, &drawn).expect("the picture can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == drawn,
        "{PICTURE} is not what `roles {LINE}` prints: `ROLES_WRITE_PICTURE=1 cargo test --test suite picture` draws it anew"
    );
}

/// Whoever types what the picture and the text beneath it are introduced by sees these very lines.
#[test]
fn the_readme_names_the_command_of_its_screen() {
    let readme = std::fs::read_to_string(repository("README.md")).expect("the README is there");
    let (before, screen) = readme.split_once("```text\n").expect("the README has a screen");
    let introduced = format!("`roles {LINE}`:\n\n<!-- roles {LINE} --format page --width 80 -->\n");
    assert!(before.ends_with(&introduced), "`roles {LINE}` does not stand before the screen");
    let (screen, _) = screen.split_once("```").expect("the screen ends");
    assert_eq!(Roles::builtin().words(LINE).words("--format page --width 80").run().answered(), screen);
}
