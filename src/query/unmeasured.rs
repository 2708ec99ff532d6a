//! Why nothing of a role can be measured by what a person claims.

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Ground, Profile};
use crate::query::claims::Claims;
use crate::query::need::apart;
use crate::query::scales;
use crate::text::hint::{Ask, hint};
use crate::view::error::{Error, ticked};

const KNOWN: &str = "what is known of it: ";

/// How many sentences of what is expected stand in for levels.
const EXPECTED: usize = 3;

/// A role of which nothing is measured.
pub struct Unmeasured<'m, 'a> {
    pub id: &'m str,
    /// What is left of it once what cannot be compared is taken out.
    pub asked: &'m Profile<'a>,
    /// The competencies whose levels stand on scales that cannot be compared with what is claimed.
    pub differ: &'m [CompetencyIx],
}

impl Unmeasured<'_, '_> {
    pub fn told(&self, catalog: &Catalog<'_>, scale_words: &str) -> Error {
        let (id, asked) = (self.id, self.asked);
        let error = |why: &str| Error::nothing(format!("nothing of {} can be measured: {why}", ticked(id)));
        let is_of_evidence = asked.ratings.iter().any(|rating| matches!(rating.ground, Ground::Evidence));
        match asked.ratings.iter().any(|rating| rating.level.is_some()) {
            _ if !self.differ.is_empty() => {
                error(&format!("its levels{scale_words} and yours stand on scales of which nobody says how they compare"))
                    .hint("claim levels in the words of its scale; or its catalog may say what they stand for: `{step: able, as: working}`")
            }
            _ if asked.ratings.is_empty() => error("no source rates its competencies, and it has no tools")
                .hint(hint![KNOWN, Ask::of("show").word(id)]),
            true => error("no competency that it asks a level of weighs anything, and it has no tools")
                .hint(hint![KNOWN, Ask::of("show").words([id, "--section", "competencies", "--all"])]),
            false if is_of_evidence => error(
                "its competencies have weights and no level, since nobody has read it, and it has no tools",
            )
            .hint(
                "its file may state them: `competencies: [{competency: quality, weight: 60, level: working, why: ...}]`",
            )
            .hint(hint!["by its weights alone ", Ask::of("match"), " places it; ", KNOWN, Ask::of("show").word(id)]),
            false => self.without_level(catalog, error("its file states no level of a competency, and it has no tools")),
        }
    }

    /// What is expected in words stands in for levels.
    fn without_level(&self, catalog: &Catalog<'_>, error: Error) -> Error {
        let expected = self.asked.expectations.iter().take(EXPECTED);
        let said = expected.map(|it| {
            let title = catalog.competency_name(it.competency).title;
            format!("it expects in words, of {title}: {}", it.says.join(" · "))
        });
        let error = said.fold(error, Error::hint);
        error
            .hint("its file may state them: `competencies: [{competency: quality, level: working}]`")
            .hint(hint![KNOWN, Ask::of("show").word(self.id)])
    }
}

/// The words of the scale on which the first of some competencies stands, where it is a company's own.
pub fn scale_words(catalog: &Catalog<'_>, whole: &Profile<'_>, of: &[CompetencyIx]) -> String {
    let own = of.iter().find_map(|of| scales::of_role(catalog, whole, *of));
    own.map_or(String::new(), |own| format!(" ({})", own.scale.join(", ")))
}

/// Why no role fits a person: none asks for anything that is claimed, or for no level that can be compared with it.
pub fn fits_nothing(catalog: &Catalog<'_>, claims: &Claims, path: &str) -> Error {
    let profiles = || catalog.roles().filter(|role| !catalog.head(*role).hidden).map(|role| catalog.profile(role));
    let claimed = |of: CompetencyIx| claims.competencies.contains_key(&of) || claims.stands.contains_key(&of);
    let asks = |asked: &Profile<'_>| asked.ratings.iter().any(|rating| claimed(rating.competency));
    let profile = ticked(path);
    if profiles().any(|asked| apart(&asked, claims).into_iter().any(claimed)) {
        let message = format!("no role asks for a level that can be compared with those of the profile {profile}");
        let hint = hint![
            "nobody says how their scales and yours compare: claim levels in the words of the role's scale, which ",
            Ask::of("show").word("ROLE"),
            " tells",
        ];
        return Error::nothing(message).hint(hint);
    }
    if profiles().any(|asked| asks(&asked)) {
        let message = format!("the roles that ask for what the profile {profile} claims state no level of it");
        return Error::nothing(message)
            .hint(hint!["what they expect, in words: ", Ask::of("show").words(["ROLE", "--section", "competencies"])]);
    }
    Error::nothing(format!("no role asks for anything that the profile {profile} claims")).hint(hint![
        Ask::of("competencies"),
        " and ",
        Ask::of("tools"),
        " list what roles ask for"
    ])
}
