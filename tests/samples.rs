//! What the fuzzers found, and what they began with: each sample goes through both readers, and none
//! of them may panic. `tests/fuzz/run` looks for more.

use std::fs;
use std::path::PathBuf;

use roles::catalog::read::load;
use roles::catalog::{Catalog, Named, bake};
use roles::readers;

use crate::support::repository;

fn samples() -> Vec<PathBuf> {
    let folders = ["loader", "profile"].map(|target| repository("tests/fuzz/samples").join(target));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("the samples are there").flatten());
    files.map(|file| file.path()).collect()
}

#[test]
fn every_sample_is_read_by_both_readers() {
    let (layer, _) = load::folder(&repository("tests/miniature"), load::Texts::Leave).expect("the folder is there");
    let bytes = bake(&Named { name: "miniature", layer: &layer }).expect("it has no fault");
    let catalog = Catalog::open(&bytes).expect("it was baked just now");
    let samples = samples();
    assert!(samples.len() > 3, "{samples:?}");
    for sample in samples {
        let bytes = fs::read(&sample).expect("a sample can be read");
        readers::loader(catalog, &bytes);
        readers::profile(catalog, &bytes);
    }
}
