//! Cards over HTTP: a picture that is whole whatever people typed, and names nobody.

use acceptance::{Stage, web::Web};

async fn picture(web: &Web, stage: &Stage, card: &str) -> acceptance::web::Answer {
    web.get(&format!("/v/{}/cards/{card}", stage.cast.qatra.id)).await
}

#[tokio::test]
async fn a_card_is_sound_whatever_the_venture_is_called() {
    let stage = Stage::set().await;
    let (qatra, amal) = (stage.cast.qatra.id.to_string(), stage.enter(&stage.cast.amal).await);
    let name = "</text><script>قطرة\u{202e} & \"Qatra\" 💧\u{1}";
    let fields = [("venture", qatra.as_str()), ("name", name), ("idea", "Moins d'eau <perdue>"), ("theme", "water"), ("place", "")];
    assert_eq!(amal.call("ventures/edit", &fields).await.status, 200);
    let card = picture(&amal, &stage, "venture/card.svg").await;
    assert_eq!((card.status.as_u16(), card.header("content-type")), (200, "image/svg+xml; charset=utf-8"));
    let svg = card.body;
    assert!(svg.contains("&lt;/text&gt;&lt;script&gt;") && svg.contains("&amp;") && svg.contains("💧"), "{svg}");
    assert!(!svg.contains("<script") && !svg.contains('\u{202e}') && !svg.contains('\u{1}') && !svg.contains("foreignObject"), "{svg}");
    assert!(svg.contains("width=\"1080\" height=\"1350\"") && !svg.contains("style="));
    assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    for nobody in ["Amal", "Youssef"] {
        assert!(!svg.contains(nobody), "{nobody}");
    }
}

#[tokio::test]
async fn a_card_in_arabic_bears_the_editions_name_in_arabic() {
    let stage = Stage::set().await;
    for (person, own, other) in [(&stage.cast.amal, "Édition 1", "الدورة الأولى"), (&stage.cast.youssef, "الدورة الأولى", "Édition 1")]
    {
        let svg = picture(&stage.enter(person).await, &stage, "venture/card.svg").await.body;
        assert!(svg.contains(own) && !svg.contains(other), "{}: {svg}", person.name);
    }
}

#[tokio::test]
async fn first_names_come_only_when_the_team_asks() {
    let stage = Stage::set().await;
    let (amal, nadia) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.nadia).await);
    let named = picture(&amal, &stage, "venture/card.svg?names=1").await.body;
    assert!(named.contains("Amal") && named.contains("Youssef") && !named.contains("Berrada"), "{named}");
    assert!(!picture(&nadia, &stage, "venture/card.svg?names=1").await.body.contains("Amal"), "a mentor does not decide it");
}

#[tokio::test]
async fn a_gate_that_nobody_signed_has_no_card() {
    let stage = Stage::set().await;
    let amal = stage.enter(&stage.cast.amal).await;
    for card in ["gate-3", "gate-9", "gate-", "nonsense"] {
        assert_eq!(picture(&amal, &stage, card).await.status, 404, "{card}");
        assert_eq!(picture(&amal, &stage, &format!("{card}/card.svg")).await.status, 404, "{card}");
    }
}
