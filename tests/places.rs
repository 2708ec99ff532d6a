//! Regions by two names: a town with its state or country is one place, and two ids are two.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, miniature};

fn said(lines: &[&str]) -> String {
    let outcome = |place: &&str| {
        let Outcome { stdout, stderr, code } =
            Roles::builtin().words("salary sre --fields id --format tsv --region").arg(*place).run();
        let ids: Vec<&str> = stdout.lines().skip(1).collect();
        format!("{place} -> {} [{code}]\n{stderr}", ids.join(" "))
    };
    lines.iter().map(outcome).collect()
}

#[test]
fn a_town_with_the_wider_region_that_it_lies_in_is_one_place() {
    let lines = ["Austin, Texas", "Portland, Oregon", "New York, NY", "Washington, DC", "California, US", "Texas, USA"];
    assert_data_eq!(
        said(&lines),
        str![[r#"
Austin, Texas -> sre [0]
note: read `Austin, Texas` as `us-tx-austin-round-rock-san-marcos` (Austin-Round Rock-San Marcos, TX)
Portland, Oregon -> sre [0]
note: read `Portland, Oregon` as `us-or-portland-vancouver-hillsboro` (Portland-Vancouver-Hillsboro, OR-WA)
New York, NY -> sre [0]
note: read `New York, NY` as `us-ny-new-york-newark-jersey-city` (New York-Newark-Jersey City, NY-NJ)
Washington, DC -> sre [0]
note: read `Washington, DC` as `us-dc-washington-arlington-alexandria` (Washington-Arlington-Alexandria, DC-VA-MD-WV)
California, US -> sre [0]
note: read `California, US` as `us-ca` (California)
Texas, USA -> sre [0]
note: read `Texas, USA` as `us-tx` (Texas)

"#]]
    );
}

#[test]
fn a_city_of_a_country_without_figures_by_city_is_told() {
    let lines = ["San Jose, Costa Rica", "Rome, Italy", "Munich, Germany", "Grmany, France"];
    assert_data_eq!(
        said(&lines),
        str![[r#"
San Jose, Costa Rica ->  [2]
error: no region is called `San Jose, Costa Rica`: there is no figure by city in Costa Rica
hint: name the country: `--region cr`
Rome, Italy ->  [2]
error: no region is called `Rome, Italy`: there is no figure by city in Italy
hint: name the country: `--region it`
Munich, Germany ->  [2]
error: no region is called `Munich, Germany`: there is no figure by city in Germany
hint: name the country: `--region de`
Grmany, France ->  [2]
error: no region is called `Grmany`
hint: did you mean `Germany`?
hint: figures by city are of `us` only: elsewhere, name the country

"#]]
    );
}

#[test]
fn names_of_a_standard_that_have_a_comma_are_one_region() {
    assert_data_eq!(
        said(&["Korea, Republic of", "Taiwan, Province of China"]),
        str![[r#"
Korea, Republic of ->  [1]
error: no public figure of `sre` in `kr` (South Korea)
hint: `roles salary sre` shows where there is one
Taiwan, Province of China ->  [1]
error: no public figure of `sre` in `tw` (Taiwan)
hint: `roles salary sre` shows where there is one

"#]]
    );
}

#[test]
fn two_ids_side_by_side_are_two_regions() {
    assert_data_eq!(
        said(&["us de", "us|de", "us;de", "us/ca", "us,de", "Germany, France"]),
        str![[r#"
us de ->  [2]
error: `us de` names 2 regions
hint: part them by commas: `--region us,de`
hint: Delaware is `us-de`
us|de ->  [2]
error: `us|de` names 2 regions
hint: part them by commas: `--region us,de`
hint: Delaware is `us-de`
us;de ->  [2]
error: `us;de` names 2 regions
hint: part them by commas: `--region us,de`
hint: Delaware is `us-de`
us/ca ->  [2]
error: `us/ca` names 2 regions
hint: part them by commas: `--region us,ca`
hint: California is `us-ca`
us,de -> sre sre [0]
Germany, France -> sre sre [0]

"#]]
    );
}

#[test]
fn one_region_is_named_alone_where_one_is_asked_for() {
    for (line, command) in
        [("why sre us de", "`roles why sre us`"), ("path engineer sre --region us/de", "`--region us`")]
    {
        let told = miniature(line).stderr;
        assert!(told.contains(&format!("hint: one region is asked for: {command}\n")), "{line}: {told}");
        assert!(!told.contains("part them by commas"), "{line}: {told}");
    }
}
