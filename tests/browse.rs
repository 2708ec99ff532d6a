//! The screens of `browse`, key by key in a pseudo-terminal, as a terminal shows them.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use snapbox::{assert_data_eq, str};

use crate::support::{self, Roles, Scratch, builtin, miniature};

const UP: &str = "\u{1b}[A";
const DOWN: &str = "\u{1b}[B";
const RIGHT: &str = "\u{1b}[C";
const LEFT: &str = "\u{1b}[D";
const ENTER: &str = "\r";
const ESC: &str = "\u{1b}";
const TAB: &str = "\t";
const F1: &str = "\u{1b}OP";

fn ctrl(letter: char) -> String {
    char::from(letter as u8 & 0x1f).to_string()
}

/// What a terminal has shown, and when it last changed.
struct Shown {
    parser: vt100::Parser,
    raw: Vec<u8>,
    changed: Instant,
}

/// A program in a terminal.
struct Played {
    keys: Arc<pty_process::blocking::Pty>,
    shown: Arc<Mutex<Shown>>,
    child: Child,
}

/// How long a busy machine may take for a frame.
const PATIENCE: Duration = Duration::from_secs(60);

impl Played {
    /// Starts in a terminal of so many columns and rows; none where there are no terminals.
    fn start(plain: &Command, (columns, rows): (u16, u16), stdout: Option<Stdio>) -> Option<Self> {
        let Ok((terminal, side)) = pty_process::blocking::open() else {
            support::skipped("a test in a terminal", "/dev/ptmx");
            return None;
        };
        terminal.resize(pty_process::Size::new(rows, columns)).expect("a terminal has a size");
        let command = support::in_side(plain);
        let command = match stdout {
            Some(stdout) => command.stdout(stdout),
            None => command,
        };
        let child = command.spawn(side).expect("the program starts");
        let keys = Arc::new(terminal);
        let out = Arc::clone(&keys);
        let parser = vt100::Parser::new(rows, columns, 0);
        let shown = Arc::new(Mutex::new(Shown { parser, raw: Vec::new(), changed: Instant::now() }));
        let of_reader = Arc::clone(&shown);
        std::thread::spawn(move || {
            let mut piece = [0; 8192];
            while let Ok(count @ 1..) = (&*out).read(&mut piece) {
                let mut shown = locked(&of_reader);
                shown.parser.process(&piece[..count]);
                shown.raw.extend_from_slice(&piece[..count]);
                shown.changed = Instant::now();
            }
        });
        Some(Self { keys, shown, child })
    }

    fn browse(roles: Roles, size: (u16, u16)) -> Option<Self> {
        let command = roles.env("TERM", "xterm-256color").command();
        let mut played = Self::start(&command, size, None)?;
        played.until(|screen| screen.contains("F1 help"));
        Some(played)
    }

    fn screen(&self) -> String {
        let shown = locked(&self.shown);
        let contents = shown.parser.screen().contents();
        contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
    }

    /// Waits until the screen is as it should be, and still.
    #[track_caller]
    fn until(&mut self, is_there: impl Fn(&str) -> bool) -> String {
        const STILL: Duration = Duration::from_millis(120);
        let start = Instant::now();
        loop {
            let screen = self.screen();
            let is_still = locked(&self.shown).changed.elapsed() > STILL;
            if is_still && is_there(&screen) {
                return screen;
            }
            assert!(start.elapsed() < PATIENCE, "the screen stays:\n{screen}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Presses a key, and waits for what it draws and for a text, which may have been there before. A key that
    /// draws nothing is waited for a second.
    #[track_caller]
    fn press(&mut self, key: &str, awaited: &str) -> String {
        const ANSWERED: Duration = Duration::from_secs(1);
        let before = locked(&self.shown).raw.len();
        (&*self.keys).write_all(key.as_bytes()).expect("keys can be typed");
        let pressed = Instant::now();
        while locked(&self.shown).raw.len() == before && pressed.elapsed() < ANSWERED {
            std::thread::sleep(Duration::from_millis(5));
        }
        if key == ESC {
            // A key right behind it would be taken for one with Alt.
            std::thread::sleep(Duration::from_millis(100));
        }
        self.until(|screen| screen.contains(awaited))
    }

    /// The exit code, and whether the terminal is as it was.
    fn end(mut self) -> (Option<i32>, bool) {
        let status = self.child.wait().expect("the program ends");
        std::thread::sleep(Duration::from_millis(100));
        (status.code(), self.is_given_back())
    }

    fn is_given_back(&self) -> bool {
        let shown = locked(&self.shown);
        let screen = shown.parser.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }
}

impl Drop for Played {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn locked(shown: &Mutex<Shown>) -> MutexGuard<'_, Shown> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn without_a_terminal_it_says_what_answers_the_same() {
    assert_data_eq!(
        miniature("browse").to_string(),
        str![[r#"
------- stderr -------
error: `browse` needs a terminal that it can draw on and take keys from
hint: `roles search WORD`, `roles title 'A TITLE'` and `roles show ROLE` find a role and print its page
hint: `roles next ROLE`, `roles path ROLE ROLE`, `roles compare ROLE ROLE` and `roles salary ROLE` answer the rest
hint: `roles profile > me.yaml` is the self-assessment to fill in; `roles match --profile me.yaml` says what fits
[exit code: 2]

"#]]
    );
    for line in ["browse --plain", "browse cto --goal sre", "browse --mouse"] {
        assert_eq!(miniature(line), miniature("browse"), "{line}");
    }
    let dumb = Roles::miniature().words("browse").env("TERM", "dumb").command();
    let Some((shown, code)) = support::typed_in_terminal(&dumb, (80, 24), "", &[]) else { return };
    assert_eq!((shown, code), (miniature("browse").stderr, Some(2)));
}

#[test]
fn roles_are_filtered_as_one_types() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse"), (80, 24)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
> ▏                                                                     12 of 12
▌ Engineering Intern        int │ Engineering Intern                      intern
  Junior Engineer           jun │ Engineering · intern, individual contributor
  Engineer                  mid │ Learns the trade beside an engineer who checks
  Senior Engineer           sen │ every change.
  Staff Engineer            sta │ Competencies
  Principal Engineer        pri │ Quality                                60 ●○○○
  Engineering Manager       man │ Architecture                           30 ○○○○
  Vice President of Engine… vic │ Pay                               as published
  Chief Technology Officer  exe │ World                          30,000 USD/year
  Archivist of Tapes        mid │ To
  Systems Operator          mid │ Junior Engineer
  Site Reliability Engineer sen │ Tools
                                │ Git
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  esc leave  F1 help

"#]]
    );
    assert_data_eq!(
        it.press("engi", "> engi"),
        str![[r#"
> engi▏                                                                  9 of 12
▌ Engineer                  mid │ Engineer                              engineer
  Engineering Intern        int │ Engineering · mid, individual contributor
  Engineering Manager       man │ Builds whole features, from the request to the
  Staff Engineer            sta │ day they are used.
  Junior Engineer           jun │ Competencies
  Senior Engineer           sen │ Architecture                           82 ●●●○
  Principal Engineer        pri │ Quality                                60 ●●●○
  Site Reliability Engineer sen │ Operations and reliability             51 ●○○○
  Vice President of Engine… vic │ People leadership                      26 ●○○○
                                │ Technology strategy                    25 –
                                │ Pay                               as published
                                │ Germany                        60,000 EUR/year
                                │ United Kingdom                 50,000 GBP/year
                                │ United States                 110,000 USD/year
                                │ From
                                │ Junior Engineer
                                │ To
                                │ Senior Engineer, Site Reliability Engineer
                                │ Tools
                                │ Git, C++, C, Python
                                │
                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  esc clear  F1 help

"#]]
    );
    assert_data_eq!(
        it.press("zzq", "> engizzq"),
        str![[r#"
> engizzq▏                                                               0 of 12
  no role has this: esc clears …│
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  esc clear  F1 help

"#]]
    );
    it.press(ESC, "12 of 12");
    it.press(ESC, "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn a_small_and_a_large_terminal() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse"), (40, 10)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
> ▏                             12 of 12
▌ Engineering Intern                int
  Junior Engineer                   jun
  Engineer                          mid
  Senior Engineer                   sen
  Staff Engineer                    sta
  Principal Engineer                pri
  Engineering Manager               man
  Vice President of Engineering     vic
enter page  → walk  esc leave  F1 help

"#]]
    );
    assert_data_eq!(
        it.press(&format!("{DOWN}{DOWN}{RIGHT}"), "Walk"),
        str![[r#"
Walk  no target
Engineer
leads to
▌ Senior Engineer                      ◆
  Site Reliability Engineer            ·
  Systems Operator                    ↔·

────────────────────────────────────────
  │ Ladder 2024
← what leads here  esc back  ? help

"#]]
    );
    it.press("?", "Keys");
    it.press(ESC, "Walk");
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
    let Some(mut it) = Played::browse(Roles::miniature().words("browse cto"), (160, 50)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
> cto▏                                                                                                                                                   1 of 12
▌ Chief Technology Officer                  exe │ Chief Technology Officer                                                                 cto
                                                │ Leadership · executive · also CTO, Chief Technical Officer · from miniature
                                                │
                                                │   Sets the technology strategy of the company, and answers for it.
                                                │
                                                │ Competencies                                            weight 0 to 100 · confidence · level
                                                │   People leadership           100  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●  ●●●●  expert
                                                │   Technology strategy          96  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈  ●●●○  practitioner
                                                │   Architecture                 61  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○  working
                                                │   Operations and reliability   25  C  ┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
                                                │   Quality                      25  C  ┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
                                                │
                                                │ Salary by region                     p25, median, p75 and n as published, gross unless noted
                                                │   World                –  180,000  –  exact USD/yr total pay, Survey 2025                 12
                                                │   United States  150,000  200,000  –  all ranks USD/yr, Bureau 2025, “Chiefs”            100
                                                │
                                                │ Tools                                                 ◆ in demand · proficiency is editorial
                                                │   awareness      Git
                                                │
                                                │ Getting in                    what people hold and adverts ask; an occupation is not a grade
                                                │   No public figure.
                                                │
                                                │ Outlook                                                  of the occupation, not of the grade
                                                │   No public figure.
                                                │
                                                │ Career                                                       ◆ a source that states the move
                                                │   from  Vice President of Engineering  vp-engineering      ◆◆ 2 sources
                                                │         Principal Engineer             principal-engineer  editorial
                                                │   to    none listed yet
                                                │
                                                │ 5 sources. Where a figure comes from: roles why cto people
                                                │ How people get there: roles path cto
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  ↑↓ choose  ^y copy id  esc clear  F1 help

"#]]
    );
    let height = it.press(F1, "Keys").lines().count();
    assert!(height <= 50);
}

#[test]
fn one_walks_along_moves_to_a_target() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse engineer"), (80, 24)) else { return };
    assert_data_eq!(
        it.press(RIGHT, "Walk"),
        str![[r#"
Walk  no target
leads here                   you look at           leads to
  Junior Engineer        ◆◆◆ Engineer              ▌ Senior Engineer           ◆
                             mid, individual cont…   Site Reliability Engineer ·
                             United States:          Systems Operator         ↔·
                             110,000 USD/year,
                             n=80, Survey 2025,
                             all ranks




────────────────────────────────────────────────────────────────────────────────
Engineer → Senior Engineer
  │ Ladder 2024
  │ grows:
  │ Operations and reliability  51 to 87  ┈┈┈┈┈○───●┈  ●○○○ → ●●●○  practitioner
  │ People leadership           26 to 26  ┈┈┈2┈┈┈┈┈┈┈  ●○○○ → ●●●○  practitioner
  │ Architecture                82 to 87  ┈┈┈┈┈┈┈┈○●┈  ●●●○         practitioner
  │ new tools: SQL, Jenkins
  │ median pay: 110,000 USD/year, total pay, Survey 2025: “Engineers” (exact,
  │ all ranks, n=80); 140,000 USD/year, gross, Bureau 2025: “Senior makers”
  │ (exact, n=500); not comparable: a figure is of all ranks
← what leads here  → go on  enter page  t target  w why  esc back  ? help

"#]]
    );
    it.press("t", "is to lead to");
    it.press("cto", "> cto");
    assert_data_eq!(
        it.press(ENTER, "target: Chief Technology Officer"),
        str![[r#"
Walk  target: Chief Technology Officer, 4 steps: Senior Engineer → Engineering
      Manager → Vice President of Engineering → Chief Technology Officer
leads here                   you look at           leads to
  Junior Engineer        ◆◆◆ Engineer              ▌ Senior Engineer           ◆
                             mid, individual cont…   Site Reliability Engineer ·
                             United States:          Systems Operator         ↔·
                             110,000 USD/year,
                             n=80, Survey 2025,
                             all ranks




────────────────────────────────────────────────────────────────────────────────
Engineer → Senior Engineer
  │ Ladder 2024
  │ grows:
  │ Operations and reliability  51 to 87  ┈┈┈┈┈○───●┈  ●○○○ → ●●●○  practitioner
  │ People leadership           26 to 26  ┈┈┈2┈┈┈┈┈┈┈  ●○○○ → ●●●○  practitioner
  │ Architecture                82 to 87  ┈┈┈┈┈┈┈┈○●┈  ●●●○         practitioner
  │ new tools: SQL, Jenkins
  │ median pay: 110,000 USD/year, total pay, Survey 2025: “Engineers” (exact,
  │ all ranks, n=80); 140,000 USD/year, gross, Bureau 2025: “Senior makers”
← what leads here  → go on  enter page  t target  w why  esc back  ? help

"#]]
    );
    it.press(RIGHT, "you look at");
    it.press(LEFT, "go back");
    it.press(LEFT, "what it leads to");
    it.press("w", " lines");
    it.press(ESC, "you look at");
    it.press(&ctrl('c'), "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn roles_are_compared_and_paid() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse engineer"), (80, 24)) else { return };
    it.press(TAB, "1 marked");
    it.press(DOWN, "> engineer");
    it.press(TAB, "2 marked");
    assert_data_eq!(
        it.press(&ctrl('o'), "Compare"),
        str![[r#"
Compare  competencies
▸● Engineer                              ◆ Engineering Intern
▌ Architecture                     ┈┈┈┈┈┈┈┈┈┈┈◆━━━━━━━━━━━━━━━━━━━●┈┈┈┈┈┈┈    52
  Quality                          ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     0
  Operations and reliability       ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     –
  People leadership                ┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     –
  Technology strategy              ┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     –














● 82 practitioner  ◆ 30 none
Architecture: 52 apart
tab tools, pay  d differences  ← → role  x take out  a add  esc back  ? help

"#]]
    );
    let tools = it.press(TAB, "Compare  tools");
    assert!(tools.contains("● practitioner") && tools.contains("tab tools, pay"), "{tools}");
    assert_data_eq!(
        it.press(TAB, "Compare  pay"),
        str![[r#"
Compare  pay
▸● Engineer                              ◆ Engineering Intern
▌ engineer → intern: no ladder
  intern → engineer: 2 steps



















tab tools, pay  d differences  ← → role  x take out  a add  esc back  ? help

"#]]
    );
    it.press("x", "two roles at least");
    it.press(ESC, "F1 help");
    it.press(UP, "F1 help");
    assert_data_eq!(
        it.press(&ctrl('p'), "Pay:"),
        str![[r#"
Pay: Engineer  world and countries
▌ Germany                          60,000 EUR/year
  United Kingdom                   50,000 GBP/year
  United States                   110,000 USD/year

















60,000 EUR/year, n=60, Survey 2025, all ranks; p25 –, p75 –
exact: "Engineers", 2025
tab states  s by median  w why  enter page  → walk  ↑↓ choose  esc back  ? help

"#]]
    );
    it.press(TAB, "Pay: Engineer  states");
    it.press(TAB, "parts of labels by seniority");
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn what_one_masters_is_saved_and_nothing_else_is_touched() {
    let scratch = Scratch::new("browse-me");
    let text = "# mine\nrole: engineer\ncompetencies:\n  # what it is\n  quality:   # since 2020\n";
    let me = scratch.write("me.yaml", text);
    let roles = Roles::miniature().words("browse --goal cto").folder(scratch.path());
    let Some(mut it) = Played::browse(roles, (80, 24)) else { return };
    assert_data_eq!(
        it.press(&ctrl('e'), "goal: Chief"),
        str![[r#"
Me  me.yaml, saved                                goal: Chief Technology Officer
  competency                        you    goal   none  awar. work. prac. expert
▌ People leadership                 –      ●●●●     ·     ·     ·     ·     ◇
  Technology strategy               –      ●●●○     ·     ·     ·     ◇     ·
  Architecture                      –      ●●○○     ·     ·     ◇     ·     ·
  Operations and reliability        –      ●○○○     ·     ◇     ·     ·     ·
  Quality                           –      ●○○○     ·     ◇     ·     ·     ·













────────────────────────────────────────────────────────────────────────────────
awareness: Shares what was learned.
the profile `me.yaml` says nothing yet: there is nothing to measure
← → level  ↑↓ next  tab tools  g goal  u undo  s save  x clear  esc back  ? help

"#]]
    );
    it.press(RIGHT, "none → awareness");
    it.press(RIGHT, "awareness → working");
    let three = it.press("3", "practitioner → expert");
    it.press("u", "awareness → working");
    it.press("3", "practitioner → expert");
    assert!(three.contains("●●●○   ●●●●     ·     ·     ·     ◉     ◇"), "{three}");
    it.press("s", "saved: me.yaml");
    let written = std::fs::read_to_string(&me).expect("it is written");
    assert_data_eq!(
        written.clone(),
        str![[r#"
# mine
role: engineer
competencies:
  # what it is
  quality:   # since 2020
  people: practitioner

"#]]
    );
    // Saved as it was, the bytes are the same.
    it.press("u", "awareness → working");
    it.press("u", "none → awareness");
    it.press("u", "says nothing yet");
    it.press("s", "saved: me.yaml");
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), text);
    // Somebody else writes meanwhile: nothing is lost without a question.
    let other = format!("{text}  architecture: expert\n");
    std::fs::write(&me, &other).expect("it can be written");
    it.press("2", "not saved");
    it.press("s", "has changed on disk");
    it.press(ESC, "s save");
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), other);
    it.press("q", "is not saved");
    it.press(ESC, "s save");
    it.press("s", "has changed on disk");
    it.press("l", "me.yaml, saved");
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn a_new_file_begins_as_the_template_does() {
    let scratch = Scratch::new("browse-new");
    let roles = Roles::miniature().words("browse --profile new.yaml").folder(scratch.path());
    let Some(mut it) = Played::browse(roles, (100, 30)) else { return };
    it.press(&ctrl('e'), "no file yet");
    it.press("s", "saved: new.yaml");
    let written = std::fs::read_to_string(scratch.path().join("new.yaml")).expect("it is written");
    assert_eq!(written, miniature("profile").answered());
}

/// The first number behind a text.
fn number_behind(screen: &str, text: &str) -> String {
    let (_, rest) = screen.split_once(text).unwrap_or_else(|| panic!("{text} is not on {screen}"));
    let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.chars().take_while(|c| c.is_ascii_digit() || *c == ',' || *c == '.').collect()
}

#[test]
fn every_figure_is_that_of_the_commands() {
    let scratch = Scratch::new("browse-figures");
    let profile = "role: software-engineer\ncompetencies:\n  software-engineering: expert\n  operations: working\ntools:\n  git: practitioner\n";
    let me = scratch.write("me.yaml", profile);
    let json = |line: &str| -> serde_json::Value {
        let text = builtin(&format!("{line} --format json")).stdout;
        serde_json::from_str(&text).expect("it is JSON")
    };
    let roles = || Roles::builtin().words("browse sre --goal sre --profile").arg(&me);
    let Some(mut it) = Played::browse(roles(), (100, 40)) else { return };
    let page = json("show sre");
    let shown = it.until(|screen| screen.contains("F1 help"));
    for competency in page["roles"][0]["competencies"].as_array().expect("a list").iter().take(5) {
        let title = competency["title"].as_str().expect("a title");
        assert_eq!(number_behind(&shown, title), competency["weight"].to_string(), "{title}\n{shown}");
    }
    drop(it);
    let mut it = Played::browse(roles(), (160, 50)).expect("there is a terminal");
    let shown = it.press(&ctrl('e'), "fit ");
    let gap = json(&format!("gap sre --profile {}", me.display()));
    assert_eq!(number_behind(&shown, "fit "), gap["fit"].to_string(), "{shown}");
    let fits = json(&format!("match --profile {}", me.display()));
    for fit in fits["fits"].as_array().expect("a list").iter().take(2) {
        let title = fit["title"].as_str().expect("a title");
        let (_, nearest) = shown.split_once("nearest ").expect("they are shown");
        assert_eq!(number_behind(nearest, title), fit["fit"].to_string(), "{title}\n{shown}");
    }
    it.press(ESC, "F1 help");
    let shown = it.press(&ctrl('p'), "Pay:");
    let salary = json("salary sre");
    for row in salary["rows"].as_array().expect("a list") {
        let name = row["pay"]["region"]["name"].as_str().expect("a name");
        let median = number_behind(&shown, &format!(" {name} ")).replace(',', "");
        assert_eq!(median, row["pay"]["median"].to_string(), "{name}\n{shown}");
    }
    it.press(ESC, "F1 help");
    it.press(TAB, "1 marked");
    it.press(&ctrl('u'), "> ");
    it.press("cto", "> cto");
    let shown = it.press(&ctrl('o'), "Compare");
    let compared = json("compare sre cto");
    for row in compared["competencies"].as_array().expect("a list") {
        let title = row["title"].as_str().expect("a title");
        let start: String = title.chars().take(30).collect();
        let line = shown.lines().find(|line| line.contains(&start)).expect("it is shown");
        let last = line.split_whitespace().last().expect("a figure");
        assert_eq!(last, row["difference"].to_string(), "{shown}");
    }
}

#[test]
fn a_pipe_gets_the_id_that_was_chosen_and_nothing_else() {
    let chosen = |keys: &[(&str, &str)]| {
        let command = Roles::miniature().words("browse").env("TERM", "xterm-256color").command();
        let mut it = Played::start(&command, (80, 24), Some(Stdio::piped()))?;
        it.until(|screen| screen.contains("enter choose"));
        keys.iter().for_each(|(key, awaited)| {
            it.press(key, awaited);
        });
        let mut stdout = String::new();
        it.child.stdout.take().expect("it is piped").read_to_string(&mut stdout).expect("it can be read");
        let (code, is_given_back) = it.end();
        Some((stdout, code, is_given_back))
    };
    let Some(sre) = chosen(&[("sre", "> sre"), (ENTER, "")]) else { return };
    assert_eq!(sre, ("sre\n".to_owned(), Some(0), true));
    let none = (String::new(), Some(1), true);
    assert_eq!(chosen(&[(ESC, "")]), Some(none.clone()));
    assert_eq!(chosen(&[("sre", "> sre"), (&ctrl('c'), "")]), Some(none));
}

/// Runs in a shell that says whether the terminal's settings are as before; returns the program's own id.
fn in_shell(roles: Roles) -> Option<(Played, i32)> {
    let plain = roles.env("TERM", "xterm-256color").command();
    let script = r#"before=$(stty -g); "$0" "$@"; [ "$before" = "$(stty -g)" ] && echo RESTORED; sleep 1"#;
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(plain.get_program()).args(plain.get_args()).env_clear();
    plain.get_envs().for_each(|(name, value)| {
        shell.envs(value.map(|value| (name, value)));
    });
    let mut it = Played::start(&shell, (80, 24), None)?;
    it.until(|screen| screen.contains("F1 help"));
    let shell = it.child.id();
    let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).ok()?;
    Some((it, children.split_whitespace().next()?.parse().ok()?))
}

#[test]
fn the_terminal_comes_back_whatever_ends_the_program() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let Some((mut it, program)) = in_shell(Roles::miniature().words("browse")) else { return };
        let killed = Command::new("kill").arg(format!("-{signal}")).arg(program.to_string()).status();
        assert!(killed.is_ok_and(|status| status.success()));
        it.until(|screen| screen.contains("RESTORED"));
        assert!(it.is_given_back(), "{signal}");
    }
    let planted = Roles::miniature().words("browse").env("ROLES_TEST_PANIC", "1");
    let Some((mut it, _)) = in_shell(planted) else { return };
    let shown = it.press(&ctrl('g'), "RESTORED");
    assert!(it.is_given_back() && shown.contains("planted"), "{shown}");
}

#[test]
fn it_stops_and_goes_on() {
    let Some((mut it, program)) = in_shell(Roles::miniature().words("browse engi")) else { return };
    let before = it.screen();
    let signal = |name: &str| {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(program.to_string()).status();
        assert!(sent.is_ok_and(|status| status.success()));
    };
    it.press(&ctrl('z'), "");
    let start = Instant::now();
    while !it.is_given_back() {
        assert!(start.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(10));
    }
    signal("CONT");
    assert_eq!(it.until(|screen| screen.contains("F1 help")), before);
    signal("TSTP");
    let start = Instant::now();
    while !it.is_given_back() {
        assert!(start.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(10));
    }
    signal("CONT");
    assert_eq!(it.until(|screen| screen.contains("F1 help")), before);
    it.press(&ctrl('c'), "RESTORED");
}

#[test]
fn a_broken_catalog_is_shown_and_read_again() {
    let scratch = Scratch::new("browse-broken");
    let role = "title: Own Role\nfamily: engineering\ntrack: ic\nlevel: 3\nsummary: Does things.\nday: [Works.]\n";
    scratch.write("own/own-role.yaml", role.replace("level: 3", "level: [3"));
    let roles = Roles::miniature().arg("--catalog").arg(scratch.path().join("own")).words("browse");
    let command = roles.env("TERM", "xterm-256color").command();
    let Some(mut it) = Played::start(&command, (100, 30), None) else { return };
    let shown = it.until(|screen| screen.contains("r read again"));
    assert!(shown.contains("own-role.yaml:") && shown.contains("level: [3"), "{shown}");
    std::fs::remove_file(scratch.path().join("own/own-role.yaml")).expect("it is there");
    it.press("r", "F1 help");
    it.press("engi", "> engi");
    it.press(DOWN, "> engi");
    let before = it.screen();
    assert_eq!(it.press(&ctrl('r'), "> engi"), before);
    it.press(&ctrl('c'), "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn an_id_is_copied_and_ascii_is_ascii() {
    let roles = Roles::miniature().words("browse sre --ascii").env("NO_COLOR", "1");
    let Some(mut it) = Played::browse(roles, (100, 24)) else { return };
    let shown = it.press(&ctrl('y'), "copied: sre");
    assert!(shown.is_ascii(), "{shown}");
    assert!(String::from_utf8_lossy(&locked(&it.shown).raw).contains("\u{1b}]52;c;c3Jl\u{7}"));
    assert!(!String::from_utf8_lossy(&locked(&it.shown).raw).contains("38;5;"));
    for key in [RIGHT, "c", ESC, "p", ESC] {
        it.press(key, "");
        assert!(it.screen().is_ascii(), "{}", it.screen());
    }
}

#[test]
fn it_is_drawn_anew_in_a_window_of_another_size() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse engineer"), (80, 24)) else { return };
    it.press(RIGHT, "Walk");
    for (columns, rows) in [(40, 10), (300, 100), (20, 3), (1, 1), (80, 24)] {
        locked(&it.shown).parser.screen_mut().set_size(rows, columns);
        it.keys.resize(pty_process::Size::new(rows, columns)).expect("a terminal has a size");
        std::thread::sleep(Duration::from_millis(150));
    }
    it.until(|screen| screen.contains("you look at") && screen.contains("? help"));
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
}
