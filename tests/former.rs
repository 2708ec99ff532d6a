//! What a catalog calls by another name is still found by the old one.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch};

fn renamed(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("leadership/cto.yaml", "title: Head of Everything Technical\n");
    scratch.write("vocabulary/regions.yaml", "- {id: de, name: Alemania}\n");
    scratch.write("vocabulary/competencies.yaml", "- {id: architecture, title: Blueprints}\n");
    scratch.write("vocabulary/tools.yaml", "- {id: git, title: Version keeper}\n");
    scratch
}

fn laid(scratch: &Scratch, words: &[&str]) -> Outcome {
    let roles = Roles::miniature().arg("--catalog").arg(scratch.path());
    words.iter().fold(roles, |roles, word| roles.arg(*word)).run()
}

#[test]
fn a_role() {
    let scratch = renamed("renamed-role");
    for name in ["Chief Technology Officer", "Head of Everything Technical"] {
        let shown = laid(&scratch, &["show", name, "--fields", "kind,id", "--format", "tsv"]).answered();
        assert!(shown.lines().nth(1).is_some_and(|line| line.ends_with("\tcto")), "{name}: {shown}");
    }
}

#[test]
fn a_role_of_which_another_took_the_title() {
    let scratch = renamed("renamed-taken");
    let heir = "title: Chief Technology Officer\ntrack: executive\nlevel: 9\nsummary: Took the name.\n";
    scratch.write("leadership/heir.yaml", heir);
    assert_data_eq!(
        laid(&scratch, &["title", "Chief Technology Officer"]).to_string(),
        str![[r#"
Chief Technology Officer  heir  1.00  -  -

"#]]
    );
}

#[test]
fn a_region_a_competency_and_a_tool() {
    let scratch = renamed("renamed-words");
    let said = |words: &[&str]| laid(&scratch, words).to_string();
    let salary = said(&["salary", "staff-engineer", "--region", "Germany"]);
    assert!(salary.contains("no public figure of `staff-engineer` in `de` (Alemania)"), "{salary}");
    assert_data_eq!(
        said(&["list", "--competency", "Architecture:80"]),
        str![[r#"
engineer         Engineer         Engineering  mid     82  practitioner
senior-engineer  Senior Engineer  Engineering  senior  87  practitioner
staff-engineer   Staff Engineer   Engineering  staff   92  expert

"#]]
    );
    assert_data_eq!(
        said(&["list", "--tool", "Git"]),
        str![[r#"
intern               Engineering Intern            Engineering  intern
junior-engineer      Junior Engineer               Engineering  junior
engineer             Engineer                      Engineering  mid
senior-engineer      Senior Engineer               Engineering  senior
staff-engineer       Staff Engineer                Engineering  staff
principal-engineer   Principal Engineer            Engineering  principal
engineering-manager  Engineering Manager           Leadership   manager
cto                  Head of Everything Technical  Leadership   executive
sre                  Site Reliability Engineer     Operations   senior

"#]]
    );
}
