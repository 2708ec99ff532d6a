//! `/`: a row of the screen, found by a part of its name, as pagers find a line.

use crate::browse::data::over::{Find, Over};
use crate::browse::keys::{Key, typed_into};
use crate::browse::scroll::Scroll;
use crate::browse::state::{Effect, Screen, State};
use crate::present::document::Glyphs;
use crate::text::fold;

impl State<'_> {
    pub fn find(&mut self) {
        let from = self.list().map_or(0, |list| list.at);
        self.over = Some(Over::Find(Find { typed: String::new(), from }));
    }

    /// The list that keys move in.
    fn list(&mut self) -> Option<&mut Scroll> {
        match self.screen() {
            Screen::Roles => Some(&mut self.roles.list),
            Screen::Page => self.page.as_mut().map(|page| &mut page.scroll),
            Screen::Walk => Some(self.walk.list_mut()),
            Screen::Compare => Some(&mut self.compare.list),
            Screen::Pay => Some(&mut self.pay.list),
            Screen::Me => Some(&mut self.me.list),
        }
    }

    /// What the rows of the screen are called.
    fn row_names(&self) -> Vec<String> {
        match self.screen() {
            Screen::Roles => Vec::new(),
            Screen::Page => self.page_text().iter().map(|line| line.plain().into_owned()).collect(),
            Screen::Walk => self.walk.roles().map(|at| self.answers.title(at).to_owned()).collect(),
            Screen::Compare => self.compare.row_names(),
            Screen::Pay => self.pay.rows().iter().map(|pay| self.name_of_figure(pay)).collect(),
            Screen::Me => self.me.row_names(),
        }
    }

    /// The rows that have what is typed.
    fn found(&self, typed: &str) -> Vec<usize> {
        let key = fold::key(typed);
        let names = self.row_names();
        let has = |(at, name): (usize, &String)| fold::key(name).contains(&key).then_some(at);
        if key.is_empty() { Vec::new() } else { names.iter().enumerate().filter_map(has).collect() }
    }

    fn go_to_row(&mut self, row: usize) {
        if let Some(list) = self.list() {
            list.at = row;
        }
    }

    pub fn press_find(&mut self, mut find: Find, key: Key) -> Effect {
        if typed_into(&mut find.typed, &key) {
            let found = self.found(&find.typed);
            let behind = found.iter().find(|row| **row >= find.from).or(found.first());
            self.go_to_row(behind.copied().unwrap_or(find.from));
        } else {
            let at = self.list().map_or(0, |list| list.at);
            let found = self.found(&find.typed);
            match key {
                Key::Enter => return Effect::None,
                Key::Esc => {
                    self.go_to_row(find.from);
                    return Effect::None;
                }
                Key::Down | Key::Tab => {
                    let next = found.iter().find(|row| **row > at).or(found.first());
                    self.go_to_row(next.copied().unwrap_or(at));
                }
                Key::Up | Key::BackTab => {
                    let before = found.iter().rev().find(|row| **row < at).or(found.last());
                    self.go_to_row(before.copied().unwrap_or(at));
                }
                _ => {}
            }
        }
        self.over = Some(Over::Find(find));
        Effect::None
    }

    /// "/ger_  2 found  enter here  down next  esc back".
    pub fn told_of_find(&self, find: &Find, glyphs: Glyphs) -> String {
        let found = match self.found(&find.typed).len() {
            _ if find.typed.is_empty() => String::new(),
            0 => "  nothing found".to_owned(),
            found => format!("  {found} found"),
        };
        let next = glyphs.pick("↓", "down");
        format!("/{}{}{found}  enter here  {next} next  esc back", find.typed, glyphs.pick("▏", "_"))
    }
}
