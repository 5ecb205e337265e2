//! Lists as their readers see them: the staff's portfolio within its scope, the trainee's day.

use acceptance::{Stage, cast::Person};

async fn page(stage: &Stage, person: &Person, path: &str) -> String {
    let answer = stage.enter(person).await.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body
}

#[tokio::test]
async fn staff_see_the_ventures_of_their_scope_whatever_they_ask_for() {
    let stage = Stage::set().await;
    let (samira, driss) = (&stage.cast.samira, &stage.cast.driss);
    let theirs = page(&stage, samira, "/portfolio").await;
    assert!(theirs.contains("Qatra") && theirs.contains("Zellige") && !theirs.contains("Argan"));
    assert!(page(&stage, driss, "/portfolio").await.contains("Argan"));
    for (query, shown, hidden) in [
        ("?region=MA-06", "", "Qatra"),
        ("?theme=water", "Qatra", "Zellige"),
        ("?q=ZELL", "Zellige", "Qatra"),
        ("?q=rien-de-tel", "", "Qatra"),
        ("?gate=G3", "", "Qatra"),
    ] {
        let body = page(&stage, samira, &format!("/portfolio{query}")).await;
        assert!(body.contains(shown), "{query} shows {shown}");
        let row = format!("/portfolio/{}", if hidden == "Qatra" { stage.cast.qatra.id } else { stage.cast.zellige });
        assert!(!body.contains(&row), "{query} hides {hidden}");
        assert!(!body.contains("Argan"), "{query} opens no scope");
    }
    for nonsense in
        ["?gate=G99&page=-1&sort=x&group=1&region=%27%3B--", "?q=%25", "?q=%00", "?page=4294967295", "?sort=name&order=ascending"]
    {
        page(&stage, samira, &format!("/portfolio{nonsense}")).await;
    }
    let argan = stage.enter(samira).await.get(&format!("/portfolio/{}", stage.cast.argan)).await;
    assert_eq!(argan.status, 404);
}

#[tokio::test]
async fn a_trainees_day_leads_to_what_waits_for_them() {
    let stage = Stage::set().await;
    let qatra = stage.cast.qatra.id.to_string();
    for member in [&stage.cast.amal, &stage.cast.youssef] {
        let day = page(&stage, member, "/today").await;
        assert!(day.contains(&format!("/v/{qatra}/board?thread={}", stage.cast.qatra.thread)), "the way to Nadia's question");
    }
    for other in [&stage.cast.salma, &stage.cast.karim] {
        assert!(!page(&stage, other, "/today").await.contains(&qatra), "{} knows nothing of it", other.name);
    }
}

#[tokio::test]
async fn who_stands_aside_is_found_by_how_and_told_in_the_file() {
    let stage = Stage::set().await;
    let qatra = stage.cast.qatra.id.to_string();
    let (amal, samira) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.samira).await);
    let hired = [("venture", qatra.as_str()), ("exit", "hired"), ("lesson", "Un atelier nous a pris."), ("sure", "yes")];
    assert_eq!(amal.form("/api/exits/step_aside", &hired).await.status, 302);
    let name = "Emploi trouvé";
    let all = samira.get("/portfolio").await.body;
    assert!(all.contains(&format!("{name} (1)")) && all.contains("En cours (1)"), "both are offered, counted");
    for (standing, shown, hidden) in
        [("hired", &stage.cast.qatra.id, &stage.cast.zellige), ("under_way", &stage.cast.zellige, &stage.cast.qatra.id)]
    {
        let list = samira.get(&format!("/portfolio?standing={standing}")).await.body;
        assert!(list.contains(&format!("/portfolio/{shown}\"")) && !list.contains(&format!("/portfolio/{hidden}\"")), "{standing}");
        let file = samira.get(&format!("/portfolio.csv?standing={standing}")).await.body;
        assert!(file.contains(&shown.to_string()) && !file.contains(&hidden.to_string()), "{standing}: {file}");
    }
    let file = samira.get("/portfolio.csv").await.body;
    let row = |id: &str| file.lines().find(|line| line.contains(id)).expect("a row").to_owned();
    assert!(file.lines().next().is_some_and(|heads| heads.contains(";État;")));
    assert!(row(&qatra).contains(&format!(";{name};")) && row(&stage.cast.zellige.to_string()).contains(";En cours;"));
    assert_eq!(samira.get("/portfolio?standing=handed-over").await.body.matches("/portfolio/").count(), all.matches("/portfolio/").count());
}
