//! What is counted apart is told apart when it comes in.

use crate::bench::Bench;
use breakwater_casework::account;
use breakwater_model::platform::Unit;

#[test]
fn a_post_of_nobody_knows_whom_is_an_item_of_its_own_unit() {
    let bench = Bench::new();
    let file = "url,bio\n\
        https://www.instagram.com/p/CxAbCdEfGhI/,a post\n\
        https://www.facebook.com/ads/library/?id=1234567890123456,an advert\n\
        https://www.youtube.com/live/abcdefghijk,a broadcast\n\
        https://www.instagram.com/p/CxAbCdEfGhI/?utm_source=x,the same post\n";
    let counts = bench.import(file).counts;
    assert_eq!(
        (counts.created, counts.merged, counts.rejected),
        (3, 1, 0),
        "{counts:?}"
    );
    let mut units: Vec<Unit> = bench.accounts().iter().map(|row| row.unit).collect();
    units.sort_by_key(|unit| format!("{unit:?}"));
    assert_eq!(units, [Unit::Ad, Unit::Live, Unit::Post]);
    let again = bench.import(file).counts;
    assert_eq!(again.unchanged + again.merged, 4, "{again:?}");
}

#[test]
fn what_an_account_published_keeps_its_own_unit_and_the_account_its_own() {
    let bench = Bench::new();
    bench.import(
        "url,unit\n\
         https://www.instagram.com/stories/boat_ig/3123456789012345678/,\n\
         https://www.tiktok.com/@boat_ig/video/7123456789012345678,live\n",
    );
    let accounts = bench.accounts();
    assert_eq!(accounts.len(), 2);
    for (row, unit) in [("instagram", Unit::Story), ("tiktok", Unit::Live)] {
        let found = accounts
            .iter()
            .find(|one| one.platform.as_str() == row)
            .unwrap();
        assert_eq!(found.unit, Unit::Account, "{row}");
        let view = account::read::read(&bench.session, found.id).unwrap();
        assert_eq!(view.posts.len(), 1, "{row}");
        assert_eq!(view.posts[0].unit, unit, "{row}");
    }
}
