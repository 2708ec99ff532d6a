//! How much of a title each name has, added up word by word.

/// What is added up by name: a row of all names, kept from title to title, and empty between them.
#[derive(Default)]
pub struct Shares {
    /// How much of the title a name has, and which of its words counted last.
    by_name: Vec<(f32, u32)>,
    touched: Vec<u32>,
}

impl Shares {
    /// Makes room for that many names.
    pub fn reach(&mut self, names: usize) {
        self.by_name.resize(names, (0.0, 0));
    }

    /// Adds a share for the word with this number, once; the numbers begin with 1.
    pub fn add(&mut self, name: u32, word: u32, share: f32) {
        let (sum, last) = &mut self.by_name[name as usize];
        if *last == 0 {
            self.touched.push(name);
        }
        if *last != word {
            *sum += share;
            *last = word;
        }
    }

    /// Takes out every name with its sum.
    pub fn take(&mut self) -> impl Iterator<Item = (f32, u32)> {
        let by_name = &mut self.by_name;
        self.touched.drain(..).map(move |name| (std::mem::take(&mut by_name[name as usize]).0, name))
    }
}
