//! Ventures over HTTP: changed by their team, with fields that fit; another region's do not exist.

use acceptance::{
    Stage,
    web::{Answer, Web},
};
use shared::ids::VentureId;

async fn edit(web: &Web, id: &str, name: &str, theme: &str, place: &str) -> Answer {
    let fields = [("venture", id), ("name", name), ("idea", "Une idée"), ("theme", theme), ("place", place)];
    web.form_on(&format!("/v/{id}"), "/api/ventures/edit", &fields).await
}

#[tokio::test]
async fn a_field_that_does_not_fit_comes_back_with_what_was_typed() {
    let stage = Stage::set().await;
    let (amal, id) = (stage.enter(&stage.cast.amal).await, stage.cast.qatra.id.to_string());
    let long = "é".repeat(81);
    for (name, theme, place, fault) in [
        ("   ", "water", "", "errors.field_empty"),
        ("\u{202E}", "water", "", "errors.field_empty"),
        (&long, "water", "", "errors.field_too_long"),
        ("Séchoir", "no-such-theme", "", "errors.field_not_a_choice"),
        ("Séchoir", "water", "99.999", "errors.field_not_a_choice"),
    ] {
        let back = edit(&amal, &id, name, theme, place).await;
        assert!(back.status == 422 && back.says(fault), "{name:?} {theme} {place}");
        assert!(back.body.contains("Une idée</textarea>"), "what was typed is still there");
    }
    assert_eq!(amal.call("ventures/edit", &[("name", "Séchoir")]).await.status, 422, "fields are missing");
    assert!(amal.get(&format!("/v/{id}")).await.body.contains("<bdi>Qatra"), "nothing was written");
}

#[tokio::test]
async fn a_name_that_would_turn_its_line_keeps_each_letter_and_turns_nothing() {
    let stage = Stage::set().await;
    let (amal, id) = (stage.enter(&stage.cast.amal).await, stage.cast.qatra.id.to_string());
    assert_eq!(edit(&amal, &id, "Qatra \u{202E}قطرة\u{2066}", "", "").await.leads(), format!("/v/{id}"));
    let page = amal.get(&format!("/v/{id}")).await.body;
    assert!(page.contains("<bdi>Qatra قطرة") && !page.contains('\u{202E}'));
}

#[tokio::test]
async fn another_regions_venture_does_not_exist() {
    let stage = Stage::set().await;
    let (amal, samira) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.samira).await);
    let argan = stage.cast.argan.to_string();
    let ghost = VentureId(store::new_id()).to_string();
    for id in [argan.as_str(), ghost.as_str()] {
        for web in [&amal, &samira] {
            for page in [format!("/v/{id}"), format!("/v/{id}/board"), format!("/v/{id}/prototypes/1-1/play")] {
                let answer = web.get(&page).await;
                assert_eq!(answer.status, 404, "{page}");
                assert!(!answer.body.contains("Argan"), "{page} tells its name");
            }
            let edit = [("venture", id), ("name", "Autre"), ("idea", ""), ("theme", "water"), ("place", "")];
            assert_eq!(web.call("ventures/edit", &edit).await.status, 404);
            let join = [("venture", id), ("person", &stage.cast.salma.id.to_string()), ("part", "")];
            assert_eq!(web.call("ventures/add_teammate", &join).await.status, 404);
            assert_eq!(web.ask("feedback/of_venture", &format!("?venture={id}")).await.status, 404);
        }
    }
    for nonsense in ["/v/nonsense", "/v/nonsense/board", "/v/%00", "/v/00000000-0000-0000-0000-000000000000/board"] {
        assert_eq!(amal.get(nonsense).await.status, 404, "{nonsense}");
    }
    let qatra = stage.cast.qatra.id;
    for record in ["1-999", "0-0", "nonsense", "4294967296-1"] {
        assert_eq!(amal.get(&format!("/v/{qatra}/prototypes/{record}/play")).await.status, 404, "{record}");
    }
    let leila = stage.enter(&stage.cast.leila).await;
    assert!(leila.get(&format!("/v/{argan}")).await.body.contains("Argan"), "it is as it was");
}

#[tokio::test]
async fn a_team_takes_five_of_its_own_group() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let (amal, qatra) = (stage.enter(&cast.amal).await, cast.qatra.id.to_string());
    let nadia = stage.enter(&cast.nadia).await;
    let adds = async |by: &Web, person: &str| {
        by.call("ventures/add_teammate", &[("venture", &qatra), ("person", person), ("part", "Dessin")]).await
    };
    let add = async |person: &str| adds(&nadia, person).await;
    assert_eq!(adds(&amal, &cast.salma.id.to_string()).await.status, 403, "a member takes in nobody who did not ask");
    assert_eq!(add(&cast.karim.id.to_string()).await.status, 403, "of another group");
    assert_eq!(add(&cast.nadia.id.to_string()).await.status, 404, "mentors are of no group");
    assert_eq!(add(&store::new_id().to_string()).await.status, 404, "nobody");
    let [hiba, omar, reda] = cast.others.each_ref().map(|person| person.id.to_string());
    for person in [&hiba, &hiba, &omar] {
        assert_eq!(add(person).await.status, 200, "twice is once");
    }
    let salma = cast.salma.id.to_string();
    let (one, two) = tokio::join!(add(&salma), add(&reda));
    let mut both = [one.status.as_u16(), two.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [200, 409], "two race for the fifth place");
    let page = amal.get(&format!("/v/{qatra}")).await.body;
    let [hiba, omar, reda] = cast.others.each_ref();
    let shown = [&cast.amal, &cast.youssef, &cast.salma, hiba, omar, reda].into_iter().filter(|person| page.contains(&person.name));
    assert_eq!(shown.count(), 5, "a full team, and nobody to choose from");
    let sixth = amal.form("/api/ventures/add_teammate", &[("venture", &qatra), ("person", &cast.zineb.id.to_string()), ("part", "")]).await;
    assert!(!sixth.status.is_success(), "{}", sixth.status);
}

#[tokio::test]
async fn a_venture_says_who_can_see_it() {
    let stage = Stage::set().await;
    let page = stage.enter(&stage.cast.amal).await.get(&format!("/v/{}", stage.cast.qatra.id)).await.body;
    let (_, fold) = page.split_once("Qui voit ce projet\u{a0}?").expect("the question");
    let (fold, _) = fold.split_once("</details>").expect("its end");
    for seen in ["Amal", "Youssef", "Nadia", "Équipe nationale", "Équipe de la région", "Personne d'autre"] {
        assert!(fold.contains(seen), "{seen}");
    }
    for unseen in ["Salma", "Hassan", "Samira", "Driss", "Démonstration"] {
        assert!(!fold.contains(unseen), "{unseen}");
    }
    let invented = Stage::invented().await;
    let page = invented.enter(&invented.cast.amal).await.get(&format!("/v/{}", invented.cast.qatra.id)).await.body;
    assert!(!page.contains("Personne d'autre"), "in a demonstration everybody enters, and the page does not say otherwise");
}
